public import AssistanceModel
public import GraphCore

/// What coverage is asked of: which rows and columns, and which statements count.
///
/// The defaults are strict: only what a text itself says was done.
///
///     var question = CoverageQuestion(collection.metadata.question)
///     question.bases.insert(.thematic)
public struct CoverageQuestion: Hashable, Sendable {
  /// A way from an end of a fact to a column that the fact does not name itself.
  public struct Derivation: Hashable, Sendable {
    /// The end of the fact where the way starts.
    public var role: EdgeKind
    /// The relation that leads from there to a column.
    public var relation: EdgeKind

    /// Creates a way.
    public init(role: EdgeKind, relation: EdgeKind) {
      self.role = role
      self.relation = relation
    }
  }

  /// The end of facts that makes the rows.
  public var rows: EdgeKind
  /// The end of facts that makes the columns.
  public var columns: EdgeKind
  /// The end of facts whose nodes are counted.
  public var providers: EdgeKind = .provider
  /// The only subkind of nodes that makes rows; `nil` is any.
  public var rowSubkind: String?
  /// The only subkind of nodes that makes columns; `nil` is any.
  public var columnSubkind: String?
  /// The only rows asked of; empty is every one.
  public var onlyRows: [NodeID] = []
  /// The only columns asked of; empty is every one.
  public var onlyColumns: [NodeID] = []

  /// How firmly a statement must be supported to count.
  public var bases: Set<Basis> = [.explicit]
  /// Whether it must have been done.
  public var modalities: Set<Modality> = [.does]
  /// What kind of evidence it must rest on.
  public var evidence: Set<EvidenceClass> = Set(EvidenceClass.allCases)
  /// The span of time that a statement must overlap; `nil` is any.
  public var period: Validity?
  /// The relation through which a part counts as its whole; `nil` counts every actor by itself.
  public var rollUp: EdgeKind?
  /// Ways to columns that facts do not name; they count only as far as their basis does.
  public var derivations: [Derivation] = [Derivation(role: .measure, relation: .strengthens)]
  /// The relation of a provider to what it offers wherever that may be.
  public var generalOffer: EdgeKind = .provides

  /// How many providers are required where; one in every cell unless a need says otherwise.
  ///
  /// Needs about other ends of facts than the rows and the columns say nothing.
  public var needs: [CoverageNeed] = []
  /// Cells where nothing is needed.
  public var notNeeded: [QuestionDefaults.Mark]
  /// Cells where the sources could not show activity if there were any.
  public var unobservable: [QuestionDefaults.Mark]

  /// Creates the question that a collection asks by default.
  public init(_ defaults: QuestionDefaults = QuestionDefaults()) {
    rows = defaults.rows
    columns = defaults.columns
    rowSubkind = defaults.rowSubkind
    columnSubkind = defaults.columnSubkind
    notNeeded = defaults.notNeeded
    unobservable = defaults.unobservable
  }
}
