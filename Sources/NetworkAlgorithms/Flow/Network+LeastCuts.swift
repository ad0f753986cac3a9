extension Network {
  /// Finds every least set of links without which one vertex cannot be reached from another.
  ///
  /// Links that carry nothing belong to no cut. Of two parallel links a cut takes both or neither;
  /// loops are never taken.
  ///
  ///     let cuts = try network.leastLinkCuts(from: 0, to: 4).cuts
  ///     cuts?.capacity             // 2: the loss of two links is enough
  ///     cuts.map { Array($0.prefix(100)) }  // [[0, 1], [0, 3]]
  ///
  /// - Parameters:
  ///   - source: The vertex from which.
  ///   - target: The vertex that is not to be reached.
  ///   - capacities: How much each link counts, infinite if it cannot be lost, or `nil` if each counts 1.
  /// - Returns: The cuts, lazily, and what each takes; or a path that nothing cuts.
  /// - Throws: ``NetworkError`` for capacities that are none.
  /// - Complexity: That of ``maximumFlow(from:to:capacities:)`` and O(*m* log *m*) for *m* links; then
  ///   O(*n* + *m*) for each cut.
  public func leastLinkCuts(
    from source: Vertex,
    to target: Vertex,
    capacities: [Double]? = nil
  ) throws(NetworkError) -> LeastCutsOutcome {
    checkVertex(source)
    checkVertex(target)
    if let capacities {
      try check(capacities: capacities, count: linkCount, column: "capacities")
    }
    if let path = unlimitedPath(from: source, to: target, capacities: capacities) {
      return .inseparable(along: path)
    }
    return .cuts(
      leastCuts(
        from: source,
        to: target,
        capacities: capacities,
        names: (0..<linkCount).map { UInt32($0) }
      )
    )
  }

  /// Finds every least set of vertices without which one vertex cannot be reached from another.
  ///
  /// The ends themselves are never taken. Where a link leads from one to the other no set of other
  /// vertices parts them, which the answer says.
  ///
  /// - Parameters:
  ///   - source: The vertex from which.
  ///   - target: The vertex that is not to be reached.
  ///   - capacities: How much each vertex counts, infinite if it cannot be lost, or `nil` if each
  ///     counts 1; the ends have no say.
  /// - Returns: The cuts, lazily, and what each takes; or a path that nothing cuts.
  /// - Throws: ``NetworkError`` for capacities that are none.
  /// - Complexity: That of ``leastLinkCuts(from:to:capacities:)`` in a network of 2·*n* vertices.
  public func leastVertexCuts(
    from source: Vertex,
    to target: Vertex,
    capacities: [Double]? = nil
  ) throws(NetworkError) -> LeastCutsOutcome {
    checkVertex(source)
    checkVertex(target)
    if let capacities {
      try check(capacities: capacities, count: vertexCount, column: "capacities")
    }
    let split = SplitNetwork(self)
    var limits = [Double](repeating: .infinity, count: split.network.linkCount)
    for vertex in 0..<vertexCount where vertex != Int(source) && vertex != Int(target) {
      limits[vertex] = capacities?[vertex] ?? 1
    }
    if source == target {
      return .inseparable(along: NetworkPath(vertices: [source], links: [], cost: 0))
    }
    let (start, end) = (split.exit(of: source), split.entry(of: target))
    if let path = split.network.unlimitedPath(from: start, to: end, capacities: limits) {
      return .inseparable(along: split.path(path, in: self))
    }
    return .cuts(
      split.network.leastCuts(
        from: start,
        to: end,
        capacities: limits,
        names: split.names
      )
    )
  }

  /// Finds all cuts where there is no unlimited path.
  private func leastCuts(
    from source: Vertex,
    to target: Vertex,
    capacities: [Double]?,
    names: [UInt32]
  ) -> LeastCuts {
    let grid = capacities.map { CapacityGrid($0) } ?? CapacityGrid(unitsOf: linkCount)
    return switch grid.width {
    case .narrow: leastCuts(from: source, to: target, capacities, grid, names, Int32.self)
    case .middle: leastCuts(from: source, to: target, capacities, grid, names, Int64.self)
    case .wide: leastCuts(from: source, to: target, capacities, grid, names, Int128.self)
    }
  }

  private func leastCuts<Amount: FlowAmount>(
    from source: Vertex,
    to target: Vertex,
    _ capacities: [Double]?,
    _ grid: CapacityGrid,
    _ names: [UInt32],
    _: Amount.Type
  ) -> LeastCuts {
    var search = FlowSearch<Amount>(self, capacities: capacities, grid: grid)
    search.run(from: source, to: target)
    var signs = [Int8](repeating: 0, count: linkCount)
    var value = Int128(0)
    for link in 0..<linkCount {
      let capacity: Amount = capacities.map { grid.units(of: $0[link]) } ?? 1
      let flow = search.flow(over: link, capacity: capacity)
      signs[link] = flow > 0 ? 1 : flow < 0 ? -1 : 0
      if sources[link] == source { value += Int128(flow) }
      if targets[link] == source { value -= Int128(flow) }
    }
    return LeastCuts(
      capacity: grid.amount(of: value),
      parts: CutParts(search, signs: signs, from: source, to: target),
      names: names
    )
  }
}

/// A network in which every vertex is a link, from where it is entered to where it is left.
struct SplitNetwork {
  /// Link *v* leads through vertex *v*; the links after that are the arcs of the original.
  let network: Network
  /// What each link stands for: the index of its vertex, or of the original link.
  let names: [UInt32]

  private let vertexCount: Int

  init(_ original: Network) {
    vertexCount = original.vertexCount
    var sources = (0..<UInt32(vertexCount)).map { 2 * $0 }
    var targets = sources.map { $0 + 1 }
    var names = Array(0..<UInt32(vertexCount))
    for tail in 0..<UInt32(vertexCount) {
      for arc in original.arcs(from: tail) where arc.head != tail {
        sources.append(2 * tail + 1)
        targets.append(2 * arc.head)
        names.append(arc.link)
      }
    }
    self.names = names
    network = Network(
      checked: NetworkLinks(vertexCount: 2 * vertexCount, sources: sources, targets: targets)
    )
  }

  /// Where a vertex is entered.
  func entry(of vertex: Network.Vertex) -> Network.Vertex { 2 * vertex }

  /// Where a vertex is left.
  func exit(of vertex: Network.Vertex) -> Network.Vertex { 2 * vertex + 1 }

  /// Gives the path of the original network for one that starts at an exit and ends at an entry.
  func path(_ path: NetworkPath, in original: Network) -> NetworkPath {
    let links = path.links.filter { $0 >= vertexCount }.map { names[Int($0)] }
    return NetworkPath(
      from: path.vertices[0] / 2,
      along: links,
      cost: Double(links.count),
      in: original
    )
  }
}
