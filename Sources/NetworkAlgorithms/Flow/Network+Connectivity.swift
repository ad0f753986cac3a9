extension Network {
  /// Finds how many links must be lost until some vertex cannot be reached from some other.
  ///
  /// - Returns: The number, or `nil` for fewer than two vertices.
  /// - Complexity: 2·*n* searches for a maximum flow, or *n* where all links are two-way.
  public func linkConnectivity() -> Int? {
    guard vertexCount > 1 else { return nil }
    var least = Int.max
    for vertex in 1..<UInt32(vertexCount) {
      least = min(least, linkFlow(from: 0, to: vertex))
      if !isUndirected { least = min(least, linkFlow(from: vertex, to: 0)) }
    }
    return least
  }

  /// Finds how many vertices must be lost until some other cannot be reached from some other.
  ///
  /// Where a link leads from every vertex to every other one, no loss of vertices does that, and the
  /// number is one less than there are vertices, as is the custom.
  ///
  /// The algorithm is that of Shimon Even (1975): of the first *k* + 1 vertices one is outside of any
  /// set of *k*.
  ///
  /// - Returns: The number, or `nil` for fewer than two vertices.
  /// - Complexity: O(*k*·*n*) searches for a maximum flow, for *n* vertices and an answer of *k*.
  public func vertexConnectivity() -> Int? {
    guard vertexCount > 1 else { return nil }
    let split = SplitNetwork(self)
    var least = vertexCount - 1
    var first: UInt32 = 0
    while Int(first) <= least, Int(first) < vertexCount {
      for vertex in (first + 1)..<UInt32(max(vertexCount, Int(first) + 1)) {
        least = min(least, vertexFlow(split, from: first, to: vertex) ?? least)
        if !isUndirected {
          least = min(least, vertexFlow(split, from: vertex, to: first) ?? least)
        }
      }
      first += 1
    }
    return least
  }

  private func linkFlow(from source: Vertex, to target: Vertex) -> Int {
    let grid = CapacityGrid(unitsOf: linkCount)
    var search = FlowSearch<Int32>(self, capacities: nil, grid: grid)
    search.run(from: source, to: target)
    return sources.indices.reduce(0) { total, link in
      let flow = Int(search.flow(over: link, capacity: 1))
      return total + (sources[link] == source ? flow : 0) - (targets[link] == source ? flow : 0)
    }
  }

  /// `nil` where a link leads from one to the other.
  private func vertexFlow(
    _ split: SplitNetwork,
    from source: Vertex,
    to target: Vertex
  ) -> Int? {
    guard !arcs(from: source).contains(where: { $0.head == target }) else { return nil }
    // No other link than that through a vertex can be narrower, so that each may count 1 as well.
    return split.network.linkFlow(from: split.exit(of: source), to: split.entry(of: target))
  }

  /// Finds how many links the shortest circle has, the direction of links ignored.
  ///
  /// A loop is a circle of one link, and two links between the same two vertices are one of two. No
  /// link is walked twice.
  ///
  /// - Returns: The number, or `nil` if there is no circle.
  /// - Complexity: O(*n*·(*n* + *m*)) for *n* vertices and *m* links.
  public func girth() -> Int? {
    if sources.indices.contains(where: { sources[$0] == targets[$0] }) { return 1 }
    let network = ignoringDirection()
    var least = Int.max
    var depths = [Int](repeating: -1, count: vertexCount)
    var links = [Link](repeating: .max, count: vertexCount)
    for start in 0..<UInt32(vertexCount) {
      var found = [start]
      depths[Int(start)] = 0
      var next = 0
      while next < found.count {
        let vertex = found[next]
        next += 1
        guard 2 * depths[Int(vertex)] < least else { break }
        for arc in network.arcs(from: vertex) where arc.link != links[Int(vertex)] {
          let head = Int(arc.head)
          if depths[head] < 0 {
            depths[head] = depths[Int(vertex)] + 1
            links[head] = arc.link
            found.append(arc.head)
          } else {
            least = min(least, depths[Int(vertex)] + 1 + depths[head])
          }
        }
      }
      for vertex in found {
        depths[Int(vertex)] = -1
        links[Int(vertex)] = .max
      }
    }
    return least == .max ? nil : least
  }
}
