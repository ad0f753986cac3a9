/// Paths between two vertices that share nothing but their ends.
public struct DisjointPaths: Sendable, Hashable {
  /// What paths may not share.
  public enum Separation: String, Sendable, Hashable, CaseIterable {
    /// No two use the same link, whichever way; they may meet at a vertex.
    case links
    /// No two pass the same vertex between the ends. Parallel links from one end to the other are
    /// paths that share nothing.
    case vertices
  }

  /// The paths by cost, then by number of links, then in the lexicographic order of links.
  public let paths: [NetworkPath]
  /// What the paths cost together, which no other set of as many paths is below; added exactly and
  /// rounded once.
  public let cost: Double
  /// Whether there is no set of more paths.
  public let isLargest: Bool
}

extension Network {
  /// Finds the cheapest set of paths between two vertices that share no link, or no vertex.
  ///
  /// It is the cheapest set of that many paths as a whole; the cheapest path alone need not be in it.
  /// Paths are simple. One-way links are walked one way, two-way links by one path in one direction.
  /// Without weights every link costs 1. Of sets with equal cost one with the fewest links is taken.
  ///
  /// The algorithm is that of John Suurballe (1974) and Suurballe and Robert Tarjan (1984) for any
  /// number of paths: one path after the other is added at least cost, and may take back parts of
  /// those before.
  ///
  ///     let pair = network.disjointPaths(from: 0, to: 4, sharingNo: .vertices, count: 2)
  ///     pair.paths.count  // 1 if some vertex is on every path
  ///
  /// - Parameters:
  ///   - source: The vertex where the paths start.
  ///   - target: The vertex where they end; if it is the source, the one path is empty.
  ///   - separation: What paths may not share.
  ///   - count: How many paths at most, or `nil` for as many as there can be.
  /// - Returns: As many paths as asked for, or fewer if there are no more.
  /// - Complexity: O(*k*·(*n* + *m*)·log *n*) for *k* paths, *n* vertices and *m* links.
  public func disjointPaths(
    from source: Vertex,
    to target: Vertex,
    sharingNo separation: DisjointPaths.Separation,
    count: Int? = nil
  ) -> DisjointPaths {
    checkVertex(source)
    checkVertex(target)
    precondition(count.map { $0 >= 0 } ?? true, "there are no sets of fewer than 0 paths")
    if source == target {
      let path = NetworkPath(vertices: [source], links: [], cost: 0)
      return DisjointPaths(paths: count == 0 ? [] : [path], cost: 0, isLargest: count != 0)
    }
    let grid = CostGrid(weights: weights ?? [1], steps: linkCount)
    return grid.sumBits <= Int64.sumBits
      ? disjointPaths(from: source, to: target, separation, count, on: grid, Int64.self)
      : disjointPaths(from: source, to: target, separation, count, on: grid, Int128.self)
  }

  private func disjointPaths<Cost: GridCost>(
    from source: Vertex,
    to target: Vertex,
    _ separation: DisjointPaths.Separation,
    _ count: Int?,
    on grid: CostGrid,
    _: Cost.Type
  ) -> DisjointPaths {
    let isSplit = separation == .vertices
    // Split vertices are entered at 2·v and left at 2·v + 1; otherwise both are v.
    func entry(_ vertex: Vertex) -> Vertex { isSplit ? 2 * vertex : vertex }
    func exit(_ vertex: Vertex) -> Vertex { isSplit ? 2 * vertex + 1 : vertex }
    var arcs = CostFlowSearch<Int32, Cost>.Arcs()
    var links: [Link] = []
    for tail in 0..<UInt32(vertexCount) {
      for arc in self.arcs(from: tail) where arc.head != tail {
        links.append(arc.link)
        let cost: Cost = grid.cost(of: weight(of: arc.link))
        arcs.add(from: exit(tail), to: entry(arc.head), capacity: 1, cost: cost)
      }
    }
    if isSplit {
      for vertex in 0..<UInt32(vertexCount) where vertex != source && vertex != target {
        arcs.add(from: entry(vertex), to: exit(vertex), capacity: 1, cost: 0)
      }
    }
    var search = CostFlowSearch(vertexCount: isSplit ? 2 * vertexCount : vertexCount, arcs)
    let limit = Int32(truncatingIfNeeded: min(count ?? linkCount, linkCount))
    let found = search.run(from: exit(source), to: entry(target), atMost: limit)
    var rows = [[(link: Link, head: Vertex)]](repeating: [], count: vertexCount)
    for place in links.indices.reversed() where search.flow(along: place) > 0 {
      let tail = isSplit ? arcs.tails[place] / 2 : arcs.tails[place]
      rows[Int(tail)].append((links[place], isSplit ? arcs.heads[place] / 2 : arcs.heads[place]))
    }
    var paths: [(path: NetworkPath, cost: Cost)] = []
    for _ in 0..<found {
      var (vertex, walked, cost) = (source, [Link](), Cost(0))
      // The flow has no circles, since each link costs something: this comes to the target.
      while vertex != target, let step = rows[Int(vertex)].popLast() {
        walked.append(step.link)
        cost += grid.cost(of: weight(of: step.link))
        vertex = step.head
      }
      let path = NetworkPath(from: source, along: walked, cost: grid.weight(of: cost), in: self)
      paths.append((path, cost))
    }
    paths.sort { first, second in
      first.cost == second.cost
        ? first.path.links.lexicographicallyPrecedes(second.path.links) : first.cost < second.cost
    }
    let units = paths.reduce(Int128(0)) { $0 + Int128($1.cost >> Cost(grid.stepBits)) }
    return DisjointPaths(
      paths: paths.map(\.path),
      cost: grid.weight(of: units << Int128(grid.stepBits)),
      isLargest: !search.findsMore(from: exit(source), to: entry(target))
    )
  }
}
