public import GraphCore

/// How near a place where something is done is to the place where it is missing.
public enum Nearness: Hashable, Sendable {
  /// The two border on each other; the relation says so.
  case adjacent(EdgeID)
  /// Both lie in one whole, so many levels above the place where it is missing or, if that is more,
  /// above the other; the relations lead from both up to it.
  case sharedWhole(NodeID, levels: Int, edges: [EdgeID])
  /// Both are members of one regional organization; the relations say so.
  case sharedOrganization(NodeID, members: Int, edges: [EdgeID])
  /// Nothing in the collection ties the two places together.
  case unrelated

  /// Whether it is the next place: one that borders on it, lies in the same next whole, or belongs
  /// to the same regional organization.
  public var isNearBy: Bool {
    switch self {
    case .adjacent, .sharedOrganization: true
    case .sharedWhole(_, let levels, _): levels <= 1
    case .unrelated: false
    }
  }

  /// The relations that say so.
  public var edges: [EdgeID] {
    switch self {
    case .adjacent(let edge): [edge]
    case .sharedWhole(_, _, let edges), .sharedOrganization(_, _, let edges): edges
    case .unrelated: []
    }
  }

  /// The place in the order of nearness, the nearest first.
  package var order: (Int, Int) {
    switch self {
    case .adjacent: (0, 0)
    case .sharedWhole(_, let levels, _): (1, levels)
    case .sharedOrganization(_, let members, _): (2, members)
    case .unrelated: (3, 0)
    }
  }
}
