public import GraphCore

/// How firmly a matrix is covered: who stands alone, what is required, how much is to spare.
///
/// Needed are cells that require a provider and could be seen in the sources; supply counts named
/// providers only.
public struct Redundancy: Hashable, Sendable {
  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// The row's node.
    public let row: NodeID
    /// The column's node.
    public let column: NodeID
    /// How it stands.
    public let state: CoverageState
    /// How many named providers it has.
    public let supply: Int
    /// How many it requires.
    public let required: Int
    /// How many it lacks.
    public let deficit: Int
    /// How much its need matters beside others.
    public let weight: Double
    /// The only provider, if nobody else is reported, by name or not.
    public let soleProvider: NodeID?
    /// How it divides among named providers; `nil` if none is.
    public let concentration: Concentration?
    /// The facts that count in it, in the order of the graph.
    public let facts: [NodeID]

    /// How many named providers could leave before it has none.
    public var redundancy: Int { max(0, supply - 1) }
  }

  /// A row or a column, over its needed cells.
  public struct Line: Hashable, Sendable {
    /// The row's or the column's node.
    public let node: NodeID
    /// What its cells come to.
    public let tally: Tally
    /// How many named providers it has in any of its cells.
    public let providerCount: Int
    /// How everything that counts in it divides among named providers; `nil` if none is.
    public let concentration: Concentration?
  }

  /// What some cells come to.
  public struct Tally: Hashable, Sendable {
    /// How many cells are needed.
    public internal(set) var needed = 0
    /// How many of them have as many named providers as required.
    public internal(set) var met = 0
    /// How many of them have no named provider.
    public internal(set) var bare = 0
    /// How many of them rest on one provider, beside whom nobody is reported.
    public internal(set) var sole = 0
    /// How many providers the needed cells lack together.
    public internal(set) var deficit = 0
    /// How many providers the needed cells could lose together before they have none.
    public internal(set) var redundancy = 0
    /// The sum of the needed cells' weights.
    public internal(set) var weight = 0.0
    /// The sum of those that have as many as required.
    public internal(set) var metWeight = 0.0

    /// How many providers a needed cell could lose before it has none, on average; 0 without cells.
    public var meanRedundancy: Double { needed == 0 ? 0 : Double(redundancy) / Double(needed) }
  }

  /// A named actor.
  public struct Provider: Hashable, Sendable {
    /// What its leaving would change.
    public let loss: ActorLoss
    /// With how many named actors the collection documents that it works; `nil` if it does so of
    /// nobody who is reported by name.
    public let partnerCount: Int?

    /// Whether it stands alone somewhere and has one documented partner at most: nobody else leads
    /// to what it does.
    public var isSingleAccess: Bool {
      loss.openedCount > 0 && partnerCount.map { $0 <= 1 } ?? false
    }
  }

  /// What facts count in shares.
  public let factWeight: FactWeight
  /// How many of the facts that count in some cell state no such amount.
  public let factsWithoutAmount: Int
  /// The cells, row by row.
  public let cells: [Cell]
  /// The rows, in the order of the graph.
  public let rows: [Line]
  /// The columns, in the order of the graph.
  public let columns: [Line]
  /// Everybody who is reported by name, those whose leaving opens most first.
  public let providers: [Provider]
  /// What all cells come to.
  public let total: Tally

  /// How many needed cells have at least 1, 2, 3 … named providers.
  public let neededWithAtLeast: [Int]
  /// Which share of needed cells has no named provider, from 0 to 1; 0 without cells.
  public var underSupply: Double { Self.share(total.bare, of: total.needed) }
  /// Which share of cells with a named provider needs none, from 0 to 1; 0 without cells.
  public let overSupply: Double
  /// Which share of the cells that could be seen has somebody where needed and nobody where not,
  /// from 0 to 1; 1 without cells.
  public let congruence: Double
  /// Which share of rows lacks somebody in a column where another row has one, from 0 to 1.
  public let negotiation: Double

  static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
