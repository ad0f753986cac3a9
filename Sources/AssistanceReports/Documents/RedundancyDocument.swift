public import CoverageAnalysis
public import AssistanceModel
internal import GraphCore

/// The answer of `redundancy`, as its JSON has it.
public struct RedundancyDocument: Codable, Hashable, Sendable {
  /// How everything divides among named providers.
  public struct Shares: Codable, Hashable, Sendable {
    /// The sum of squared shares.
    public let herfindahl: Double
    /// As how many equal providers it counts.
    public let effectiveNumber: Double
    /// Who has the largest share.
    public let top: NodeLabel
    /// The largest share.
    public let topShare: Double
    /// Which share of everything is reported without a name.
    public let unnamedShare: Double
  }

  /// What some cells come to.
  public struct Tally: Codable, Hashable, Sendable {
    /// How many cells are needed.
    public let needed: Int
    /// How many of them have as many named providers as required.
    public let met: Int
    /// How many of them have no named provider.
    public let bare: Int
    /// How many cells rest on one provider.
    public let sole: Int
    /// How many providers they lack together.
    public let deficit: Int
    /// How many providers a needed cell could lose before it has none, on average.
    public let meanRedundancy: Double
    /// The sum of the needed cells' weights.
    public let weight: Double
    /// The sum of those that have as many as required.
    public let metWeight: Double
  }

  /// A row or a column.
  public struct Line: Codable, Hashable, Sendable {
    /// Its node.
    public let node: NodeLabel
    /// What its cells come to.
    public let tally: Tally
    /// How many named providers it has.
    public let providerCount: Int
    /// How it divides among them.
    public let shares: Shares?
  }

  /// A cell.
  public struct Cell: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// How it stands.
    public let state: CoverageState
    /// How many named providers it has.
    public let supply: Int
    /// How many it requires.
    public let required: Int
    /// How many it lacks.
    public let deficit: Int
    /// How much its need matters.
    public let weight: Double
    /// How many named providers could leave before it has none.
    public let redundancy: Int
    /// The only provider.
    public let soleProvider: NodeLabel?
    /// How it divides among named providers.
    public let shares: Shares?
    /// The facts that count in it.
    public let facts: [String]
  }

  /// An actor.
  public struct Provider: Codable, Hashable, Sendable {
    /// Who.
    public let actor: NodeLabel
    /// In how many cells it is reported.
    public let cellCount: Int
    /// Of how many cells it is the only provider.
    public let soleCount: Int
    /// The sum of *e*^(1 − *s*) over its cells.
    public let exclusivity: Double
    /// With how many named actors it is documented to work; absent if the collection documents it of
    /// nobody.
    public let partnerCount: Int?
    /// Whether it stands alone somewhere and has one documented partner at most.
    public let isSingleAccess: Bool
  }

  /// What kind of answer this is.
  public let format = "pillar-redundancy"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// What facts count in shares: `facts`, or the name of an amount.
  public let factWeight: String
  /// How many facts state no such amount.
  public let factsWithoutAmount: Int
  /// What all cells come to.
  public let total: Tally
  /// How many needed cells have at least 1, 2, 3 … named providers.
  public let neededWithAtLeast: [Int]
  /// Which share of needed cells has no named provider.
  public let underSupply: Double
  /// Which share of cells with a named provider needs none.
  public let overSupply: Double
  /// Which share of cells has somebody where needed, and nobody where not.
  public let congruence: Double
  /// Which share of rows lacks somebody that another row has.
  public let negotiation: Double
  /// The rows.
  public let rows: [Line]
  /// The columns.
  public let columns: [Line]
  /// The cells, row by row.
  public let cells: [Cell]
  /// Everybody who is reported by name, those whose leaving opens most first.
  public let providers: [Provider]
  /// The facts that the answer names.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, factWeight, factsWithoutAmount, total
    case neededWithAtLeast, underSupply, overSupply, congruence, negotiation, rows, columns, cells
    case providers, facts, documents
  }

  /// Tells the redundancy of a report.
  ///
  /// - Parameters:
  ///   - redundancy: The redundancy.
  ///   - report: The report that it is of.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ redundancy: Redundancy,
    of report: CoverageReport,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = report.graph
    self.collection = collection
    scope = ScopeDocument(report.question)
    factWeight = redundancy.factWeight.name
    factsWithoutAmount = redundancy.factsWithoutAmount
    total = Tally(redundancy.total)
    neededWithAtLeast = redundancy.neededWithAtLeast
    underSupply = redundancy.underSupply
    overSupply = redundancy.overSupply
    congruence = redundancy.congruence
    negotiation = redundancy.negotiation
    rows = redundancy.rows.map { Line($0, in: graph) }
    columns = redundancy.columns.map { Line($0, in: graph) }
    cells = redundancy.cells.map { Cell($0, in: graph) }
    providers = redundancy.providers.map { provider in
      Provider(
        actor: NodeLabel(provider.loss.actor, in: graph),
        cellCount: provider.loss.cellCount,
        soleCount: provider.loss.openedCount,
        exclusivity: provider.loss.exclusivity,
        partnerCount: provider.partnerCount,
        isSingleAccess: provider.isSingleAccess
      )
    }
    let named = redundancy.cells.flatMap(\.facts)
    facts = FactLabel.all(named, in: graph)
    self.documents = DocumentLabel.cited(Evidence.documents(named, in: graph), in: documents)
  }
}

extension RedundancyDocument.Shares {
  init(_ concentration: Concentration, in graph: AssistanceGraph) {
    herfindahl = concentration.herfindahl
    effectiveNumber = concentration.effectiveNumber
    top = NodeLabel(concentration.top, in: graph)
    topShare = concentration.topShare
    unnamedShare = concentration.unnamedShare
  }
}

extension RedundancyDocument.Tally {
  init(_ tally: Redundancy.Tally) {
    needed = tally.needed
    met = tally.met
    bare = tally.bare
    sole = tally.sole
    deficit = tally.deficit
    meanRedundancy = tally.meanRedundancy
    weight = tally.weight
    metWeight = tally.metWeight
  }
}

extension RedundancyDocument.Line {
  init(_ line: Redundancy.Line, in graph: AssistanceGraph) {
    node = NodeLabel(line.node, in: graph)
    tally = RedundancyDocument.Tally(line.tally)
    providerCount = line.providerCount
    shares = line.concentration.map { RedundancyDocument.Shares($0, in: graph) }
  }
}

extension RedundancyDocument.Cell {
  init(_ cell: Redundancy.Cell, in graph: AssistanceGraph) {
    row = NodeLabel(cell.row, in: graph)
    column = NodeLabel(cell.column, in: graph)
    state = cell.state
    supply = cell.supply
    required = cell.required
    deficit = cell.deficit
    weight = cell.weight
    redundancy = cell.redundancy
    soleProvider = cell.soleProvider.map { NodeLabel($0, in: graph) }
    shares = cell.concentration.map { RedundancyDocument.Shares($0, in: graph) }
    facts = cell.facts.map(\.rawValue)
  }
}

extension FactWeight {
  /// What facts count in shares, as a word.
  var name: String {
    switch self {
    case .facts: "facts"
    case .amount(let name): name
    }
  }
}
