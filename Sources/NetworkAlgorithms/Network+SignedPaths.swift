/// What ``Network/shortestPaths(from:costs:)`` finds where costs may be below 0.
public enum SignedPathsOutcome: Sendable {
  /// The least costs.
  case paths(ShortestPathTree)
  /// There are no least costs: from the source a circle can be reached that costs less than 0. It
  /// starts and ends at the same vertex, and its cost is that of one round.
  case negativeCircle(NetworkPath)

  /// The least costs, where there are any.
  public var paths: ShortestPathTree? {
    if case .paths(let tree) = self { tree } else { nil }
  }
}

extension Network {
  /// Finds paths of least cost from one vertex to every other where costs may be below 0.
  ///
  /// Weights do not matter. A two-way link that costs less than 0 is a circle in itself: to walk it
  /// there and back gains each time. Costs are compared as exact sums, so a circle that costs 0 is
  /// none below 0, however its costs would round. Of paths with equal cost those with the fewest links
  /// count, and then the lowest last link. A circle that cannot be reached does no harm.
  ///
  /// The algorithm is that of Richard Bellman (1958) and Lester Ford (1956).
  ///
  ///     let tree = try network.shortestPaths(from: 0, costs: [4, -2, 3]).paths
  ///     tree?.distance(to: 2)  // 2
  ///
  /// - Parameters:
  ///   - source: The vertex where all paths start.
  ///   - costs: What each link costs.
  /// - Returns: The least costs and the way there, or a circle that shows that there are none.
  /// - Throws: ``NetworkError/invalidCost(link:cost:)`` for a cost that is infinite or not a number.
  /// - Complexity: O(*n*·*m*) for *n* vertices and *m* links at worst; 48 bytes for each vertex.
  public func shortestPaths(
    from source: Vertex,
    costs: [Double]
  ) throws(NetworkError) -> SignedPathsOutcome {
    checkVertex(source)
    var search = try SignedSearch(self, costs: costs)
    search.start(at: [source])
    if let circle = search.run() { return .negativeCircle(circle) }
    return .paths(
      ShortestPathTree(sources: [source], states: search.states(in: self), network: self)
    )
  }

  /// Finds a circle that costs less than 0, wherever it is.
  ///
  /// Conventions and complexity are those of ``shortestPaths(from:costs:)``.
  ///
  /// - Parameter costs: What each link costs.
  /// - Returns: A circle that starts and ends at the same vertex, or `nil` if there is none.
  /// - Throws: ``NetworkError/invalidCost(link:cost:)`` for a cost that is infinite or not a number.
  public func negativeCircle(costs: [Double]) throws(NetworkError) -> NetworkPath? {
    var search = try SignedSearch(self, costs: costs)
    search.start(at: (0..<vertexCount).map { Vertex($0) })
    return search.run()
  }
}

/// Goes over all links until no cost gets less.
private struct SignedSearch {
  private let network: Network
  private let grid: CostGrid
  private let costs: [Int128]
  private let given: [Double]
  private var distances: [Int128]
  private var links: [Network.Link]
  /// Vertices whose cost got less in the round before.
  private var changed: [Network.Vertex] = []

  init(_ network: Network, costs: [Double]) throws(NetworkError) {
    guard costs.count == network.linkCount else {
      throw .countsDiffer(column: "costs", count: costs.count, linkCount: network.linkCount)
    }
    for link in costs.indices where !costs[link].isFinite {
      throw .invalidCost(link: link, cost: costs[link])
    }
    let grid = CostGrid(weights: costs.map(\.magnitude), steps: network.vertexCount + 1)
    let stepBits = Int128(grid.stepBits)
    self.network = network
    self.grid = grid
    given = costs
    // The link that is counted for each comes on top, so that of equal costs fewer links are less.
    self.costs = costs.map { cost in
      let size = ((grid.cost(of: cost.magnitude) as Int128) >> stepBits) << stepBits
      return (cost < 0 ? -size : size) + 1
    }
    distances = [Int128](repeating: .max, count: network.vertexCount)
    links = [Network.Link](repeating: .max, count: network.vertexCount)
  }

  mutating func start(at sources: [Network.Vertex]) {
    for source in sources { distances[Int(source)] = 0 }
    changed = sources
  }

  /// Searches.
  ///
  /// - Returns: A circle below 0, if there is one.
  mutating func run() -> NetworkPath? {
    var mark = [UInt32](repeating: 0, count: network.vertexCount)
    for round in 0...UInt32(network.vertexCount) {
      var next: [Network.Vertex] = []
      for vertex in changed {
        let base = distances[Int(vertex)]
        for arc in network.arcs(from: vertex) {
          let distance = base + costs[Int(arc.link)]
          let head = Int(arc.head)
          if distance < distances[head] {
            distances[head] = distance
            links[head] = arc.link
            if mark[head] != round + 1 {
              mark[head] = round + 1
              next.append(arc.head)
            }
          }
        }
      }
      if next.isEmpty { return nil }
      if let circle = circle() { return circle }
      changed = next
    }
    return circle()
  }

  /// Finds a circle in the links by which vertices were reached: it costs less than 0.
  private func circle() -> NetworkPath? {
    var mark = [UInt32](repeating: .max, count: network.vertexCount)
    for start in 0..<UInt32(network.vertexCount) where mark[Int(start)] == .max {
      var vertex = start
      while mark[Int(vertex)] == .max, links[Int(vertex)] != .max {
        mark[Int(vertex)] = start
        vertex = network.end(of: links[Int(vertex)], oppositeTo: vertex)
      }
      guard mark[Int(vertex)] == start else {
        mark[Int(vertex)] = min(mark[Int(vertex)], start)
        continue
      }
      var circle: [Network.Link] = []
      var last = vertex
      repeat {
        circle.append(links[Int(last)])
        last = network.end(of: links[Int(last)], oppositeTo: last)
      } while last != vertex
      circle.reverse()
      let cost = circle.reduce(0) { $0 + given[Int($1)] }
      return NetworkPath(from: vertex, along: circle, cost: cost, in: network)
    }
    return nil
  }

  /// What a tree of shortest paths is made of, with the lowest of all links that continue a best path.
  func states(in network: Network) -> [ShortestPathState] {
    let mask = Int128(1) << Int128(grid.stepBits) - 1
    var states = distances.map { distance -> ShortestPathState in
      guard distance != .max else { return .unreached }
      let size = (distance >> Int128(grid.stepBits)) << Int128(grid.stepBits)
      let cost = size < 0 ? -grid.weight(of: -size) : grid.weight(of: size)
      return ShortestPathState(
        cost: cost,
        steps: UInt32(truncatingIfNeeded: distance & mask),
        link: .max
      )
    }
    for tail in distances.indices where distances[tail] != .max {
      for arc in network.arcs(from: Network.Vertex(tail)) {
        let head = Int(arc.head)
        if states[head].steps > 0, distances[tail] + costs[Int(arc.link)] == distances[head] {
          states[head].link = min(states[head].link, arc.link)
        }
      }
    }
    return states
  }
}
