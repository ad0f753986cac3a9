/// The least costs from one or several vertices to every other.
///
/// Of paths with equal cost those with the fewest links count; the predecessor link of a vertex is
/// then the lowest of all links that continue such a path. So the tree depends on the network
/// alone. Costs are summed in the order of the path, in floating point.
public struct ShortestPathTree: Sendable {
  /// The vertices where the search started.
  public let sources: [Network.Vertex]

  private let network: Network
  private let states: [ShortestPathState]

  init(sources: [Network.Vertex], states: [ShortestPathState], network: Network) {
    self.sources = sources
    self.states = states
    self.network = network
  }

  /// Gives the least cost of a path to a vertex, or `nil` where there is no path.
  ///
  /// - Complexity: O(1).
  public func distance(to vertex: Network.Vertex) -> Double? {
    network.checkVertex(vertex)
    let state = states[Int(vertex)]
    return state.isReached ? state.cost : nil
  }

  /// Gives the last link of the path to a vertex, or `nil` for a source or an unreached vertex.
  ///
  /// - Complexity: O(1).
  public func predecessorLink(of vertex: Network.Vertex) -> Network.Link? {
    network.checkVertex(vertex)
    let link = states[Int(vertex)].link
    return link == .max ? nil : link
  }

  /// Gives the path to a vertex, or `nil` where there is none.
  ///
  /// - Complexity: O(*l*) for a path of *l* links.
  public func path(to vertex: Network.Vertex) -> NetworkPath? {
    distance(to: vertex).map { cost in
      NetworkPath(to: vertex, cost: cost, in: network, predecessor: predecessorLink(of:))
    }
  }
}

/// What a search for shortest paths knows of a vertex; the lesser of two states is the better one.
struct ShortestPathState {
  var cost: Double
  var steps: UInt32
  var link: UInt32

  static let source = ShortestPathState(cost: 0, steps: 0, link: .max)
  static let unreached = ShortestPathState(cost: .infinity, steps: .max, link: .max)

  var isReached: Bool { steps != .max }
}
