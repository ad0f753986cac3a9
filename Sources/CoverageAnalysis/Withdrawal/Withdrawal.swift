public import GraphCore

/// What the leaving of some actors changes in a coverage matrix.
public struct Withdrawal: Hashable, Sendable {
  /// A cell that stands otherwise without them.
  public struct Change: Hashable, Sendable {
    /// The row's node.
    public let row: NodeID
    /// The column's node.
    public let column: NodeID
    /// How the cell stands with everybody.
    public let before: CoverageState
    /// How it stands without them.
    public let after: CoverageState
    /// Who of them is reported in the cell.
    public let leaving: [NodeID]
    /// Who is left, those who are named first.
    public let remaining: [NodeID]
  }

  /// Who leaves, in the order of the graph.
  public let actors: [NodeID]
  /// The cells that change, row by row.
  public let changes: [Change]
  /// How many cells stand in each state without them.
  public let counts: [CoverageState: Int]

  /// The cells that fall to nobody.
  public var opened: [Change] { changes.filter { $0.after == .nobody } }
  /// The cells of which only unnamed providers are left.
  public var unnamed: [Change] { changes.filter { $0.after == .unnamedOnly } }
  /// The cells that are left to one provider.
  public var thinned: [Change] { changes.filter { $0.after == .one } }
}

/// What the leaving of one actor would change.
public struct ActorLoss: Hashable, Sendable {
  /// Who leaves.
  public let actor: NodeID
  /// In how many cells it is reported.
  public let cellCount: Int
  /// How many cells would fall to nobody: those of which it is the sole provider.
  public let openedCount: Int
  /// Of how many cells only unnamed providers would be left.
  public let unnamedCount: Int
  /// How many cells would be left to one provider.
  public let thinnedCount: Int
  /// The sum of *e*^(1 − *s*) over its cells, with *s* providers in a cell: 1 for each cell that it
  /// holds alone, 0.37 for each that it shares with one other, 0.14 with two.
  ///
  /// The measure that ORA calls exclusivity, on facts instead of pairs.
  public let exclusivity: Double
}
