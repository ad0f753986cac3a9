public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

/// The answer of `likelihood`, as its JSON has it.
public struct LikelihoodDocument: Codable, Hashable, Sendable {
  /// A cell where something is needed.
  public struct Cell: Codable, Hashable, Sendable {
    /// The row.
    public let row: NodeLabel
    /// The column.
    public let column: NodeLabel
    /// How it stands if every statement holds.
    public let state: CoverageState
    /// How many named providers it needs.
    public let required: Int
    /// The named providers that it has if every statement holds.
    public let providers: [NodeLabel]
    /// How likely it has as many as it needs.
    public let probability: ProbabilityLabel
    /// Between which bounds that lies however statements depend on each other.
    public let anyDependence: ProbabilityLabel
    /// How the probability was found.
    public let method: String
    /// The facts that count for named providers.
    public let facts: [String]
  }

  /// What kind of answer this is.
  public let format = "pillar-likelihood"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// How likely statements held.
  public let certainty: CertaintyDocument
  /// How many cells the matrix has.
  public let cellCount: Int
  /// How many cells have what they need if every statement holds.
  public let reported: Int
  /// How many cells are expected to have what they need.
  public let expectedCovered: CoverageLikelihood.Expectation
  /// How many cells are expected to have less.
  public let expectedGaps: CoverageLikelihood.Expectation
  /// How many statements the matrix rests on, and how many of them are not certain.
  public let statements: [String: Int]
  /// How many samples a cell got that could not be calculated.
  public let samples: Int
  /// The share of samples in which an interval would hold the truth.
  public let level: Double
  /// The cells where something is needed and could be seen, row by row.
  public let cells: [Cell]
  /// The facts that cells name.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, certainty, cellCount, reported, expectedCovered
    case expectedGaps, statements, samples, level, cells, facts, documents
  }

  /// Tells how likely cells are covered.
  ///
  /// - Parameters:
  ///   - likelihood: The cells.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ likelihood: CoverageLikelihood,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = likelihood.report.graph
    self.collection = collection
    scope = ScopeDocument(likelihood.report.question)
    certainty = CertaintyDocument(likelihood.rules)
    cellCount = likelihood.report.states.count
    reported = likelihood.reportedCount
    expectedCovered = likelihood.expectedCovered.rounded
    expectedGaps = likelihood.expectedGaps.rounded
    statements = [
      "total": likelihood.statementCount, "uncertain": likelihood.uncertainCount,
    ]
    samples = likelihood.sampleCount
    level = likelihood.level
    cells = likelihood.cells.map { cell in
      Cell(
        row: NodeLabel(cell.row, in: graph),
        column: NodeLabel(cell.column, in: graph),
        state: cell.state,
        required: cell.required,
        providers: cell.providers.map { NodeLabel($0, in: graph) },
        probability: ProbabilityLabel(cell.probability),
        anyDependence: ProbabilityLabel(cell.anyDependence),
        method: cell.method.rawValue,
        facts: cell.facts.map(\.rawValue)
      )
    }
    let named = likelihood.cells.flatMap(\.facts)
    facts = FactLabel.all(named, in: graph)
    self.documents = DocumentLabel.cited(Evidence.documents(named, in: graph), in: documents)
  }
}

extension CoverageLikelihood.Expectation {
  /// In millionths; what lies beyond is no knowledge.
  fileprivate var rounded: Self {
    Self(low: (low * 1e6).rounded() / 1e6, high: (high * 1e6).rounded() / 1e6)
  }
}
