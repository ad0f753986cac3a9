public import CoverageAnalysis
public import GraphCore

/// What changed between two sides: two collections, or two dates of one.
///
/// Nodes of the two sides are one by their key, else by an identifier, else by their exact name;
/// always within a kind. Facts are one by what they say, else by their ends, else by their key.
public struct CoverageDifference: Sendable {
  /// How nodes of two collections were found to be one.
  public struct Matching: Hashable, Sendable {
    /// How many have the same key.
    public internal(set) var byKey = 0
    /// How many share an identifier and no key.
    public internal(set) var byIdentifier = 0
    /// How many share a name alone.
    public internal(set) var byName = 0
  }

  /// The first side.
  public let before: CoverageReport
  /// The second side.
  public let after: CoverageReport
  /// Whether the sides are two dates of one collection.
  public let isOfDates: Bool
  /// How nodes were found to be one.
  public let matching: Matching
  /// The rows that only the first side has.
  public let rowsGone: [NodeID]
  /// The rows that only the second side has.
  public let rowsNew: [NodeID]
  /// The columns that only the first side has.
  public let columnsGone: [NodeID]
  /// The columns that only the second side has.
  public let columnsNew: [NodeID]
  /// How many cells both sides have.
  public let comparedCount: Int
  /// The cells of both sides that changed, in the order of the first side.
  public let cells: [CellChange]
  /// Who came, left, and is probably called otherwise.
  public let actors: ActorChanges
  /// The facts that changed, those of the first side first.
  public let facts: [FactChange]
  /// How many facts say the same on both sides, with the same sources.
  public let unchangedFactCount: Int

  /// Whether nothing changed.
  public var isEmpty: Bool {
    cells.isEmpty && facts.isEmpty && actors.gone.isEmpty && actors.new.isEmpty
      && actors.renamed.isEmpty && rowsGone.isEmpty && rowsNew.isEmpty && columnsGone.isEmpty
      && columnsNew.isEmpty
  }

  /// The cells of one kind of change.
  public func cells(_ kind: CellChange.Kind) -> [CellChange] { cells.filter { $0.kind == kind } }

  /// The facts of one kind of change.
  public func facts(_ kind: FactChange.Kind) -> [FactChange] { facts.filter { $0.kind == kind } }

  /// How nodes and facts of the sides are found to be one, in words for a report.
  public static let matchingRule =
    "nodes are one by key, else by an identifier that one node of each side has, else by the exact"
    + " name; facts by what they say, else by their ends, else by their key where keys are stable"
}
