extension Network {
  /// Finds how much can flow between two vertices, and where the network is narrowest.
  ///
  /// A one-way link carries its capacity one way. A two-way link carries it either way, and what flows
  /// both ways cancels out. Parallel links add up, loops carry nothing. Amounts are whole numbers of a
  /// unit that is a power of two, so nothing rounds: with whole capacities flows are whole, and the
  /// value is the capacity of the cut to the last bit, in any order of links. Only where capacities
  /// differ by a factor of more than 2⁹⁰ may the smallest be rounded.
  ///
  /// The algorithm is that of Yefim Dinitz (1970): flow is pushed along all shortest paths at once,
  /// found by searching from both ends until the searches meet.
  ///
  ///     let outcome = try network.maximumFlow(from: 0, to: 4, capacities: [3, 2, 2, 1])
  ///     outcome.value       // 3
  ///     outcome.flow?.cut.links  // [1, 3]
  ///
  /// - Parameters:
  ///   - source: The vertex where the flow starts.
  ///   - target: The vertex where it ends; if it is the source, nothing limits the flow.
  ///   - capacities: What each link can carry, infinite where nothing limits it, or `nil` where every
  ///     link carries 1. Weights do not matter.
  /// - Returns: The flow; or that it has no limit, and the path that shows it.
  /// - Throws: ``NetworkError/invalidCapacity(place:capacity:)`` for a capacity below 0 or not a
  ///   number, ``NetworkError/countsDiffer(column:count:linkCount:)`` if not every link has one.
  /// - Complexity: O(*n*²·*m*) at worst for *n* vertices and *m* links, O(*m*·√*m*) where all
  ///   capacities are 1, and mostly a few searches; 8 to 32 bytes for each link, 16 for each vertex,
  ///   and unless all links are two-way 16 more for each link.
  public func maximumFlow(
    from source: Vertex,
    to target: Vertex,
    capacities: [Double]? = nil
  ) throws(NetworkError) -> MaximumFlowOutcome {
    checkVertex(source)
    checkVertex(target)
    if let capacities {
      try check(capacities: capacities, count: linkCount, column: "capacities")
    }
    if let path = unlimitedPath(from: source, to: target, capacities: capacities) {
      return .unlimited(along: path)
    }
    let grid = capacities.map { CapacityGrid($0) } ?? CapacityGrid(unitsOf: linkCount)
    return switch grid.width {
    case .narrow: .limited(flow(from: source, to: target, capacities, grid, Int32.self))
    case .middle: .limited(flow(from: source, to: target, capacities, grid, Int64.self))
    case .wide: .limited(flow(from: source, to: target, capacities, grid, Int128.self))
    }
  }

  /// Finds a path over links of infinite capacity.
  func unlimitedPath(
    from source: Vertex,
    to target: Vertex,
    capacities: [Double]?
  ) -> NetworkPath? {
    if source == target { return NetworkPath(vertices: [source], links: [], cost: 0) }
    guard let capacities, capacities.contains(.infinity) else { return nil }
    let links = capacities.indices.filter { capacities[$0] == .infinity }
    let unlimited = Network(checked: NetworkLinks(keeping: links, of: self))
    return unlimited.breadthFirst(from: source).path(to: target).map { path in
      NetworkPath(
        vertices: path.vertices,
        links: path.links.map { Link(links[Int($0)]) },
        cost: path.cost
      )
    }
  }

  private func flow<Amount: FlowAmount>(
    from source: Vertex,
    to target: Vertex,
    _ capacities: [Double]?,
    _ grid: CapacityGrid,
    _: Amount.Type
  ) -> MaximumFlow {
    var search = FlowSearch<Amount>(self, capacities: capacities, grid: grid)
    search.run(from: source, to: target)
    let flows = unsafe [Double](unsafeUninitializedCapacity: linkCount) { flows, count in
      for link in 0..<linkCount {
        let capacity = capacities.map { grid.units(of: $0[link]) } ?? Amount(1)
        unsafe flows[link] = grid.amount(of: search.flow(over: link, capacity: capacity))
      }
      count = linkCount
    }
    var isInside = [Bool](repeating: false, count: vertexCount)
    for vertex in search.sourceSide { isInside[Int(vertex)] = true }
    var links: [Link] = []
    var total = Int128(0)
    for vertex in search.sourceSide {
      for arc in arcs(from: vertex) where !isInside[Int(arc.head)] {
        let capacity: Amount = capacities.map { grid.units(of: $0[Int(arc.link)]) } ?? 1
        guard capacity > 0 else { continue }
        links.append(arc.link)
        total += Int128(capacity)
      }
    }
    let capacity = grid.amount(of: total)
    let cut = MinimumCut(
      sourceSide: search.sourceSide,
      links: links.sorted(),
      capacity: capacity
    )
    return MaximumFlow(value: capacity, flows: flows, cut: cut)
  }
}
