public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

/// The answer of `coverage`, as its JSON has it.
public struct CoverageDocument: Codable, Hashable, Sendable {
  /// A statement that an answer rests on.
  public struct Witness: Codable, Hashable, Sendable {
    /// The fact.
    public let fact: String
    /// The relation through which it reaches the column, as `from kind to`; absent if it names it.
    public let via: String?
    /// The weaker basis of the two.
    public let basis: Basis
    /// Whether it was done.
    public let modality: Modality
  }

  /// Somebody who is reported in a cell.
  public struct Provider: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// Whether the name stands for one actor.
    public let designation: Designation
    /// What says so.
    public let witnesses: [Witness]
  }

  /// A statement that did not count.
  public struct Omission: Codable, Hashable, Sendable {
    /// The statement.
    public let witness: Witness
    /// Whom it names.
    public let providers: [NodeLabel]
    /// Why it did not count: basis, modality, evidence or time.
    public let reasons: [String]
  }

  /// A cell of the matrix.
  public struct Cell: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// How the cell stands.
    public let state: CoverageState
    /// Who is reported.
    public let providers: [Provider]
    /// What would count under a wider question.
    public let leftOut: [Omission]
    /// Why nothing is needed or visible here, if so.
    public let reason: String?
    /// How many named providers are reported.
    public let supply: Int
    /// How many are required.
    public let required: Int
    /// How much the need matters beside others.
    public let weight: Double
  }

  /// Somebody who offers a capacity wherever that may be.
  public struct Offer: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// The facts without a row that say so.
    public let facts: [String]
    /// Where it is stated.
    public let sources: [SourceLabel]
  }

  /// What general statements say of a column.
  public struct General: Codable, Hashable, Sendable {
    /// The column's node.
    public let column: NodeLabel
    /// Who offers it wherever that may be.
    public let providers: [Offer]
  }

  /// What kind of answer this is.
  public let format = "pillar-coverage"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// The rows, in order.
  public let rows: [NodeLabel]
  /// The columns, in order.
  public let columns: [NodeLabel]
  /// How many cells stand in each state.
  public let counts: [String: Int]
  /// The cells, row by row.
  public let cells: [Cell]
  /// What general statements say of each column.
  public let general: [General]
  /// The facts that the answer names.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, rows, columns, counts, cells, general, facts
    case documents
  }

  /// Tells a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ report: CoverageReport,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = report.graph
    self.collection = collection
    scope = ScopeDocument(report.question)
    rows = report.rows.map { NodeLabel($0, in: graph) }
    columns = report.columns.map { NodeLabel($0, in: graph) }
    counts = Dictionary(
      uniqueKeysWithValues: CoverageState.allCases.map { ($0.rawValue, report.count($0)) }
    )
    let reportCells = report.cells
    cells = reportCells.map { Cell($0, in: graph) }
    general = report.general.map { general in
      General(
        column: NodeLabel(general.column, in: graph),
        providers: general.providers.map { Offer($0, in: graph) }
      )
    }
    let named = reportCells.flatMap(\.namedFacts)
    facts = FactLabel.all(named, in: graph)
    let offered = general.flatMap(\.providers).flatMap(\.sources).map(\.document)
    self.documents = DocumentLabel.cited(
      Evidence.documents(named, in: graph) + offered,
      in: documents
    )
  }
}

extension CoverageDocument.Offer {
  init(_ provider: GeneralCoverage.Provider, in graph: AssistanceGraph) {
    actor = NodeLabel(provider.id, in: graph)
    facts = provider.facts.map(\.rawValue)
    sources = provider.sources(in: graph).map { SourceLabel($0) }
  }
}

extension CoverageDocument.Cell {
  /// Tells a cell.
  public init(_ cell: CoverageCell, in graph: AssistanceGraph) {
    row = NodeLabel(cell.row, in: graph)
    column = NodeLabel(cell.column, in: graph)
    state = cell.state
    providers = cell.providers.map { provider in
      CoverageDocument.Provider(
        actor: NodeLabel(provider.id, in: graph),
        designation: provider.designation,
        witnesses: provider.witnesses.map { CoverageDocument.Witness($0, in: graph) }
      )
    }
    leftOut = cell.leftOut.map { omission in
      CoverageDocument.Omission(
        witness: CoverageDocument.Witness(omission.witness, in: graph),
        providers: omission.providers.map { NodeLabel($0, in: graph) },
        reasons: omission.reasons.names
      )
    }
    reason = cell.reason
    supply = cell.supply
    required = cell.required
    weight = cell.weight
  }
}

extension CoverageDocument.Witness {
  init(_ witness: CoverageWitness, in graph: AssistanceGraph) {
    fact = witness.fact.rawValue
    via = witness.via.flatMap { graph.graph[$0] }.map { "\($0.from.id) \($0.kind) \($0.to.id)" }
    basis = witness.basis
    modality = witness.modality
  }
}

extension CoverageCell {
  /// Every fact that the cell names, counted or left out.
  var namedFacts: [NodeID] {
    providers.flatMap { $0.witnesses.map(\.fact) } + leftOut.map(\.witness.fact)
  }
}

extension FactLabel {
  /// Tells facts, each once, sorted by key.
  static func all(_ ids: [NodeID], in graph: AssistanceGraph) -> [FactLabel] {
    Set(ids).sorted().compactMap { graph.fact($0) }.map { FactLabel($0, in: graph) }
  }
}
