public import GraphCore

/// What `collection.yaml` says about a collection.
public struct CollectionMetadata: Hashable, Sendable {
  /// What the collection is called.
  public var title: String
  /// What it holds, in a sentence or two.
  public var description: String?
  /// Under which licence it may be used.
  public var licence: String?
  /// The languages of its names, as codes.
  public var languages: [String]
  /// The documents that sources name, in the order of the file.
  public var sources: [SourceDocument]
  /// What a coverage question asks unless the analyst says otherwise.
  public var question: QuestionDefaults

  /// Creates a description.
  public init(
    title: String,
    description: String? = nil,
    licence: String? = nil,
    languages: [String] = [],
    sources: [SourceDocument] = [],
    question: QuestionDefaults = QuestionDefaults()
  ) {
    self.title = title
    self.description = description
    self.licence = licence
    self.languages = languages
    self.sources = sources
    self.question = question
  }
}

/// A document that sources name by its key.
public struct SourceDocument: Hashable, Sendable {
  /// The key, without blanks.
  public let key: String
  /// The document's title.
  public let title: String
  /// Who wrote it.
  public let author: String?
  /// When it was written, in the collection's own words.
  public let date: String?
  /// The node that stands for the document, if the collection has one.
  public let node: NodeID?

  /// Creates a document.
  public init(
    key: String,
    title: String,
    author: String? = nil,
    date: String? = nil,
    node: NodeID? = nil
  ) {
    self.key = key
    self.title = title
    self.author = author
    self.date = date
    self.node = node
  }
}

/// What a coverage question asks unless the analyst says otherwise.
public struct QuestionDefaults: Hashable, Sendable {
  /// A cell, row or column of the matrix that is marked, with the reason.
  public struct Mark: Hashable, Sendable {
    /// The row's node; `nil` marks every row.
    public let row: NodeID?
    /// The column's node; `nil` marks every column.
    public let column: NodeID?
    /// Why it is marked.
    public let reason: String
    /// The bases with which it does not hold: where any of them counts, nothing is marked.
    ///
    /// Empty for a mark that always holds. What no firm statement could show, a weaker one may; what
    /// is needed depends on no basis, so marks of ``QuestionDefaults/notNeeded`` always hold.
    public let unless: Set<Basis>

    /// Creates a mark.
    public init(row: NodeID?, column: NodeID?, reason: String, unless: Set<Basis> = []) {
      self.row = row
      self.column = column
      self.reason = reason
      self.unless = unless
    }
  }

  /// The end of facts that makes the rows.
  public var rows: EdgeKind = .countryCase
  /// The end of facts that makes the columns.
  public var columns: EdgeKind = .inhibitor
  /// The only subkind of nodes that makes rows; `nil` is any.
  public var rowSubkind: String?
  /// The only subkind of nodes that makes columns; `nil` is any.
  public var columnSubkind: String?
  /// Cells where nothing is needed.
  public var notNeeded: [Mark] = []
  /// Cells where the sources could not show assistance if there were any.
  public var unobservable: [Mark] = []
  /// What words of confidence mean, those of ``ConfidenceScale/standard`` and the collection's own.
  public var confidence = ConfidenceScale.standard

  /// The question of the standard schema: cases by inhibitors.
  public init() {}
}
