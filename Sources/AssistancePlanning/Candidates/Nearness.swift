public import GraphCore

/// How near a place where something is done is to the place where it is missing.
public struct Nearness: Hashable, Sendable {
  /// What ties the two places together.
  public enum Tie: String, CaseIterable, Hashable, Sendable, Codable {
    /// They border on each other.
    case adjacent
    /// They lie in one whole.
    case sharedWhole = "shared-whole"
    /// They are members of one regional organization.
    case sharedOrganization = "shared-organization"
    /// Nothing in the collection.
    case unrelated
  }

  /// What ties the two together.
  public let tie: Tie
  /// The whole or the organization that they share, the nearest one.
  public let shared: NodeID?
  /// How many levels the shared whole is above the place where it is missing or, if that is more,
  /// above the other; 0 without one.
  public let levels: Int
  /// How many rows lie in the whole or are members of the organization, these two among them.
  public let rowCount: Int
  /// Whether the other place is near by: it borders, or shares the next whole or a regional
  /// organization; a whole in which every row lies makes none near.
  public let isNearBy: Bool
  /// The relations that say so.
  public let edges: [EdgeID]

  init(
    _ tie: Tie,
    shared: NodeID? = nil,
    levels: Int = 0,
    rowCount: Int = 0,
    holdsEveryRow: Bool = false,
    edges: [EdgeID] = []
  ) {
    self.tie = tie
    self.shared = shared
    self.levels = levels
    self.rowCount = rowCount
    self.edges = edges
    isNearBy =
      switch tie {
      case .adjacent, .sharedOrganization: true
      case .sharedWhole: levels <= 1 && !holdsEveryRow
      case .unrelated: false
      }
  }

  /// The place in the order of nearness, the nearest first: those that border; then by the levels of
  /// the shared whole; then by the size of the shared organization; then the others.
  var order: Order {
    switch tie {
    case .adjacent: Order(tie: 0, size: 0)
    case .sharedWhole: Order(tie: 1, size: levels)
    case .sharedOrganization: Order(tie: 2, size: rowCount)
    case .unrelated: Order(tie: 3, size: 0)
    }
  }

  /// A place in the order of nearness.
  struct Order: Hashable, Comparable {
    let tie: Int
    let size: Int

    static func < (left: Order, right: Order) -> Bool {
      (left.tie, left.size) < (right.tie, right.size)
    }
  }
}

extension Nearness {
  /// Whether another place is just as near.
  public func isAsNear(as other: Nearness) -> Bool { order == other.order }
}
