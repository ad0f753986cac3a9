/// A tree that joins terminals, and what is proved about it.
public struct SteinerTree: Sendable, Hashable {
  /// The links of the tree, ascending.
  public let links: [Network.Link]
  /// The vertices of the tree, ascending.
  public let vertices: [Network.Vertex]
  /// The sum of the weights of the links.
  public let cost: Double
  /// No tree that joins the terminals costs less.
  public let lowerBound: Double
  /// Whether it is proved that no tree costs less.
  public let isOptimal: Bool
  /// What the search did.
  public let counts: SteinerCounts
}

/// What a search for a least tree did.
public struct SteinerCounts: Sendable, Hashable {
  /// How many links were left after what no least tree needs was taken out.
  public internal(set) var keptLinks = 0
  /// How many parts the search was branched into, itself included.
  public internal(set) var nodes = 0
  /// How many lower bounds were found by dual ascent.
  public internal(set) var ascents = 0
  /// How many pairs of a vertex and a set of terminals were settled.
  public internal(set) var subsets = 0
  /// About how many looks at arcs it cost.
  public internal(set) var effort = 0
}

/// What is known about joining terminals.
public enum SteinerAnswer: Sendable, Hashable {
  /// They are joined by a tree.
  case tree(SteinerTree)
  /// They lie in parts that nothing joins: the terminals of each, each part ascending, in the order
  /// of their lowest terminals.
  case apart([[Network.Vertex]])

  /// The tree, or `nil` where there is none.
  public var tree: SteinerTree? {
    if case .tree(let tree) = self { return tree }
    return nil
  }
}
