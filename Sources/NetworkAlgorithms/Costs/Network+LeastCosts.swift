extension Network {
  /// The least costs from some vertices to others.
  public struct CostTable: Sendable, Hashable {
    /// Where the paths start, one for each row.
    public let sources: [Vertex]
    /// Where the paths end, one for each column.
    public let targets: [Vertex]
    /// The costs, row after row; infinite where there is no path.
    public let costs: [Double]

    /// Gives the least cost between the vertices of a row and a column, or `nil` where there is no
    /// path.
    ///
    /// - Complexity: O(1).
    public func cost(row: Int, column: Int) -> Double? {
      precondition(
        sources.indices.contains(row) && targets.indices.contains(column),
        "the table has no such row or column"
      )
      let cost = costs[row * targets.count + column]
      return cost == .infinity ? nil : cost
    }
  }

  /// Finds the least costs among some vertices.
  ///
  /// It is ``leastCosts(from:to:)`` with the same vertices at both ends; each costs 0 from itself.
  public func leastCosts(among vertices: [Vertex]) -> CostTable {
    leastCosts(from: vertices, to: vertices)
  }

  /// Finds the least costs from some vertices to others, in much less time than one search after
  /// another.
  ///
  /// Each cost is the one that ``shortestPaths(from:)-(Vertex)`` gives, to the last digit. Without
  /// weights every link costs 1, and 64 vertices are searched from at once, a bit for each (Manuel
  /// Then and others: The more the merrier, 2014). With weights, Dijkstra's algorithm stops when it
  /// has settled all targets. In an undirected network it walks only links that may be on a shortest
  /// path: not those that are dearer than the way by the vertex with the most links, nor those that
  /// lead only to a dead end.
  ///
  ///     network.leastCosts(among: [0, 4, 7]).cost(row: 0, column: 1)  // 2.5
  ///
  /// - Parameters:
  ///   - sources: The vertices where paths start; one may be given twice.
  ///   - targets: The vertices where paths end; one may be given twice.
  /// - Returns: The costs, a row for each source and a column for each target.
  /// - Complexity: With weights O(*k*(*n* + *m*) log *n*) for *k* sources, *n* vertices and *m* links,
  ///   and 20 bytes for a vertex, in an undirected network 40 and 32 for a link. Without, at worst
  ///   O(*k*(*n* + *m*)), mostly O(*n* + *m*) for each 64 sources, and 24 bytes for a vertex.
  public func leastCosts(from sources: [Vertex], to targets: [Vertex]) -> CostTable {
    sources.forEach(checkVertex)
    targets.forEach(checkVertex)
    var costs: [Double] = []
    if weights == nil {
      var search = StepSearch(self, to: targets)
      costs = search.steps(from: sources)
    } else if isUndirected, sources.count >= 8 {
      // Making the network thinner takes about as long as two searches.
      let thinned = ThinnedNetwork(self, keeping: sources + targets)
      var search = CostSearch(thinned.network, to: targets.map { thinned.vertices[Int($0)] })
      costs = sources.flatMap { search.costs(from: thinned.vertices[Int($0)]) }
    } else {
      var search = CostSearch(self, to: targets)
      costs = sources.flatMap { search.costs(from: $0) }
    }
    return CostTable(sources: sources, targets: targets, costs: costs)
  }
}
