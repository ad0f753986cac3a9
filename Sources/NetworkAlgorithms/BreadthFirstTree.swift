/// The fewest links from one or several vertices to every other.
///
/// The predecessor link of a vertex is the lowest of all links that reach it from a vertex one step
/// nearer, so the tree depends on the network alone and not on how it was searched.
public struct BreadthFirstTree: Sendable {
  /// The vertices where the search started.
  public let sources: [Network.Vertex]
  /// The number of vertices that were reached, the sources included.
  public let reachedCount: Int

  private let network: Network
  private let states: [UInt64]

  init(sources: [Network.Vertex], reachedCount: Int, states: [UInt64], network: Network) {
    self.sources = sources
    self.reachedCount = reachedCount
    self.states = states
    self.network = network
  }

  /// Gives the number of links on a path with the fewest, or `nil` where there is no path.
  ///
  /// - Complexity: O(1).
  public func distance(to vertex: Network.Vertex) -> Int? {
    network.checkVertex(vertex)
    let state = states[Int(vertex)]
    return state == BreadthFirstSearch.unreached ? nil : Int(state >> 32)
  }

  /// Gives the last link of the path to a vertex, or `nil` for a source or an unreached vertex.
  ///
  /// - Complexity: O(1).
  public func predecessorLink(of vertex: Network.Vertex) -> Network.Link? {
    network.checkVertex(vertex)
    let link = UInt32(truncatingIfNeeded: states[Int(vertex)])
    return link == .max ? nil : link
  }

  /// Gives the path to a vertex, or `nil` where there is none; its cost is its number of links.
  ///
  /// - Complexity: O(*l*) for a path of *l* links.
  public func path(to vertex: Network.Vertex) -> NetworkPath? {
    distance(to: vertex).map { steps in
      NetworkPath(to: vertex, cost: Double(steps), in: network, predecessor: predecessorLink(of:))
    }
  }

  /// The vertices that were reached, in ascending order.
  ///
  /// - Complexity: O(*n*).
  public var reachedVertices: [Network.Vertex] {
    var reached: [Network.Vertex] = []
    reached.reserveCapacity(reachedCount)
    for vertex in states.indices where states[vertex] != BreadthFirstSearch.unreached {
      reached.append(Network.Vertex(truncatingIfNeeded: vertex))
    }
    return reached
  }
}
