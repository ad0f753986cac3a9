/// The best path from every vertex to one target: one search for all of them.
///
/// From each vertex it is the first path of ``KShortestPaths``, so lower cost comes first, then
/// fewer links, then the lexicographic order of link indices, and costs are compared exactly.
public struct PathsToTarget: Sendable {
  /// The vertex where the paths end.
  public let target: Network.Vertex

  private let network: Network
  private let grid: CostGrid
  /// For sums that fit in 64 bits.
  private let narrow: TargetTree<Int64>?
  /// For all other sums.
  private let wide: TargetTree<Int128>?

  init(_ network: Network, to target: Network.Vertex) {
    self.network = network
    self.target = target
    grid = CostGrid(for: network)
    let isNarrow = grid.sumBits <= Int64.sumBits
    narrow = isNarrow ? TargetTree(to: target, in: network, on: grid) : nil
    wide = isNarrow ? nil : TargetTree(to: target, in: network, on: grid)
  }

  /// Gives the path from a vertex, or `nil` where there is none.
  ///
  /// - Complexity: O(*l*) for a path of *l* links.
  public func path(from vertex: Network.Vertex) -> NetworkPath? {
    network.checkVertex(vertex)
    guard let rounded = gridCost(from: vertex) else { return nil }
    var links: [Network.Link] = []
    var place = vertex
    while place != target, let link = firstLink(from: place) {
      links.append(link)
      place = network.end(of: link, oppositeTo: place)
    }
    // Where the grid rounds weights, the sum is that of the weights themselves.
    let cost = grid.isExact ? rounded : links.reduce(0) { $0 + network.weight(of: $1) }
    return NetworkPath(from: vertex, along: links, cost: cost, in: network)
  }

  private func gridCost(from vertex: Network.Vertex) -> Double? {
    if let narrow {
      let cost = narrow.costs[Int(vertex)]
      return cost == .max ? nil : grid.weight(of: cost)
    }
    return wide.flatMap { tree in
      let cost = tree.costs[Int(vertex)]
      return cost == .max ? nil : grid.weight(of: cost)
    }
  }

  private func firstLink(from vertex: Network.Vertex) -> Network.Link? {
    let link = narrow?.firstLinks[Int(vertex)] ?? wide?.firstLinks[Int(vertex)]
    return link == .max ? nil : link
  }
}

extension Network {
  /// Finds the best path from every vertex to one target, with ties broken as
  /// ``KShortestPaths`` breaks them.
  ///
  /// The algorithm is that of Edsger Dijkstra (1959), from the target against the links.
  ///
  ///     network.paths(to: 4).path(from: 0)?.cost  // 2.5
  ///
  /// - Parameter target: The vertex where all paths end.
  /// - Returns: The path of each vertex, made when it is asked for.
  /// - Complexity: O((*n* + *m*) log *n*) for *n* vertices and *m* links.
  public func paths(to target: Vertex) -> PathsToTarget {
    checkVertex(target)
    return PathsToTarget(self, to: target)
  }
}
