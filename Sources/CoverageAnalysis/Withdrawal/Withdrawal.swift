public import GraphCore

/// What changes in a coverage matrix if actors leave or facts no longer hold.
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
    /// How many named providers the cell needs.
    public let required: Int
    /// How many it has with everybody.
    public let supplyBefore: Int
    /// How many are left.
    public let supplyAfter: Int
    /// Who is reported no longer, by the facts that no longer count, those who are named first.
    public let leaving: [CoverageProvider]
    /// Who is left, by the facts that still count, those who are named first.
    public let remaining: [CoverageProvider]
    /// Facts that still count and name no provider.
    public let unattributed: [CoverageWitness]
    /// Facts that no longer count and name no provider.
    public let unattributedLeaving: [CoverageWitness]

    /// Whether the cell stands in another state, or is further from what it needs.
    public var isChanged: Bool {
      before != after || (supplyAfter < required && supplyAfter < supplyBefore)
    }

    /// Whether the cell has as many named providers as it needs with everybody, and not without.
    public var fallsShort: Bool { supplyBefore >= required && supplyAfter < required }
  }

  /// What leaves.
  public let departure: Departure
  /// Who leaves, in the order of the graph.
  public let actors: [NodeID]
  /// The facts that counted somewhere and count nowhere any more, in the order of the graph.
  public let facts: [NodeID]
  /// The cells in which something is needed and is reported no longer, row by row.
  public let touched: [Change]
  /// How many cells stand in each state with everybody; those in which none stands are left out.
  public let countsBefore: [CoverageState: Int]
  /// How many cells stand in each state without them; those in which none stands are left out.
  public let counts: [CoverageState: Int]

  /// The cells that change, row by row: those in another state, and those further from what they
  /// need.
  public var changes: [Change] { touched.filter(\.isChanged) }
  /// The cells that fall to nobody.
  public var opened: [Change] { changes.filter { $0.after == .nobody } }
  /// The cells of which only unnamed providers are left.
  public var unnamed: [Change] {
    changes.filter { $0.after == .unnamedOnly && $0.before != .unnamedOnly }
  }
  /// The cells that are left to one provider.
  public var thinned: [Change] { changes.filter { $0.after == .one && $0.before != .one } }
  /// The cells that have as many named providers as they need with everybody, and not without.
  public var shortened: [Change] { changes.filter(\.fallsShort) }
}
