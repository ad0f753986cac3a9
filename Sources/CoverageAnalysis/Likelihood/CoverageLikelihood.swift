public import AssistanceModel
public import GraphCore

/// How likely each cell of a coverage matrix has the providers that it needs.
public struct CoverageLikelihood: Sendable {
  /// How a probability was found.
  public enum Method: String, CaseIterable, Hashable, Sendable, Codable {
    /// Every statement of the cell is certain, or there is none.
    case certain
    /// Calculated.
    case exact
    /// Counted in random samples; the range holds the interval.
    case sampled
  }

  /// A cell where something is needed.
  public struct Cell: Hashable, Sendable {
    /// The row's node.
    public let row: NodeID
    /// The column's node.
    public let column: NodeID
    /// How it stands if every statement holds.
    public let state: CoverageState
    /// How many named providers it needs.
    public let required: Int
    /// The named providers that it has if every statement holds, in the order of their first fact.
    public let providers: [NodeID]
    /// How likely it has as many as it needs, if statements hold or fail each by itself.
    public let probability: ProbabilityRange
    /// Between which bounds that lies however statements depend on each other.
    public let anyDependence: ProbabilityRange
    /// How the probability was found.
    public let method: Method
    /// The facts that count for named providers.
    public let facts: [NodeID]
  }

  /// A number of cells that is expected, between the least and the most that it may be.
  public struct Expectation: Hashable, Sendable, Codable {
    /// The least.
    public let low: Double
    /// The most.
    public let high: Double

    /// Creates an expectation.
    package init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }

  /// The matrix if every statement holds.
  public let report: CoverageReport
  /// How likely statements hold.
  public let rules: CertaintyRules
  /// The cells where something is needed and could be seen, row by row.
  public let cells: [Cell]
  /// How many facts and relations the matrix rests on, and how many of them are not certain.
  public let statementCount: Int
  /// How many of the statements are not certain.
  public let uncertainCount: Int
  /// How many samples a cell got that could not be calculated.
  public let sampleCount: Int
  /// The share of samples in which an interval would hold the truth.
  public let level: Double

  /// How many cells are expected to have the providers that they need.
  ///
  /// A sum of probabilities, which asks for no independence between cells.
  public var expectedCovered: Expectation {
    Expectation(
      low: cells.reduce(0) { $0 + $1.probability.low },
      high: cells.reduce(0) { $0 + $1.probability.high }
    )
  }

  /// How many cells are expected to have fewer providers than they need.
  public var expectedGaps: Expectation {
    let (covered, count) = (expectedCovered, Double(cells.count))
    return Expectation(low: max(0, count - covered.high), high: max(0, count - covered.low))
  }

  /// How many cells have the providers that they need if every statement holds.
  public var reportedCount: Int { cells.count { $0.providers.count >= $0.required } }
}
