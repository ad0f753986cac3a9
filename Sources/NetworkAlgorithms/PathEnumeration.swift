/// Enumerates the simple paths between two vertices in order.
///
/// All paths not yet given are divided among subspaces: those that share the first links of some
/// path up to its deviation and go on by none of the banned links. Giving the best path of a
/// subspace divides the rest of it (Eugene Lawler, 1972), so no path is ever found twice.
///
/// A subspace waits with a lower bound and is searched only when it comes first, and only as far as
/// the next one needs; then it waits again with a better bound.
struct PathEnumeration<Cost: GridCost>: Sendable {
  /// A subspace, and its best path where that is known.
  private struct Subspace: Sendable {
    /// The links of the best path, or until that is known of the path that was divided.
    var links: [Network.Link]
    /// The cost of the best path, or a lower bound of it.
    var cost: Cost
    /// How many first links all paths of the subspace share.
    var deviation: Int
    /// The cost of those links.
    var rootCost: Cost
    /// The links by which the next step is not taken, in ascending order.
    var banned: [Network.Link]
    /// Whether the best path is known.
    var isSolved: Bool
    /// How many arcs the last search of the subspace walked.
    var work = 0

    static func precedes(_ first: Subspace, _ second: Subspace) -> Bool {
      if first.cost != second.cost { return first.cost < second.cost }
      if first.isSolved != second.isSolved { return !first.isSolved }
      return first.links.lexicographicallyPrecedes(second.links)
    }
  }

  private(set) var stoppedEarly = false
  private(set) var spurSearchCount = 0

  private let source: Network.Vertex
  private let limit: Int
  private var search: SpurSearch<Cost>
  private var subspaces = QuaternaryHeap<Subspace>()
  private var undivided: Subspace?

  init(
    from source: Network.Vertex,
    to target: Network.Vertex,
    in network: Network,
    on grid: CostGrid,
    limit: Int
  ) {
    self.source = source
    self.limit = limit
    search = SpurSearch(to: target, in: network, on: grid)
    guard let best = search.bestPath(from: source) else { return }
    subspaces.insert(
      Subspace(
        links: best.links,
        cost: best.cost,
        deviation: 0,
        rootCost: 0,
        banned: [],
        isSolved: true
      ),
      by: Subspace.precedes
    )
  }

  /// Gives the next path; `nil` where there is none, or none that the budget allows to find.
  mutating func next() -> NetworkPath? {
    if stoppedEarly { return nil }
    if let last = undivided {
      undivided = nil
      divide(last)
    }
    while let best = subspaces.removeFirst(by: Subspace.precedes) {
      if best.isSolved {
        undivided = best
        return NetworkPath(
          from: source,
          along: best.links,
          cost: weight(of: best),
          in: search.network
        )
      }
      guard spurSearchCount < limit else {
        stoppedEarly = true
        return nil
      }
      spurSearchCount += 1
      if let better = solve(best) { subspaces.insert(better, by: Subspace.precedes) }
    }
    return nil
  }

  private func weight(of path: Subspace) -> Double {
    if search.grid.isExact { return search.grid.weight(of: path.cost) }
    return path.links.reduce(0) { $0 + search.network.weight(of: $1) }
  }

  /// Divides what remains of the subspace of a path by the vertex where other paths leave it.
  private mutating func divide(_ path: Subspace) {
    let vertices = NetworkPath(from: source, along: path.links, cost: 0, in: search.network)
      .vertices
    search.setBlocked(true, vertices.prefix(path.deviation))
    var rootCost = path.rootCost
    for place in path.deviation..<path.links.count {
      let link = path.links[place]
      let spur = vertices[place]
      search.setBlocked(true, CollectionOfOne(spur))
      var banned = place == path.deviation ? path.banned : []
      banned.insert(link, at: banned.firstIndex { $0 > link } ?? banned.count)
      if let bound = search.lowerBound(from: spur, without: banned) {
        let rest = Subspace(
          links: path.links,
          cost: rootCost + bound,
          deviation: place,
          rootCost: rootCost,
          banned: banned,
          isSolved: false
        )
        subspaces.insert(rest, by: Subspace.precedes)
      }
      rootCost += search.cost(of: link)
    }
    search.setBlocked(false, vertices)
  }

  /// Searches a subspace until its best path is known or another subspace comes before it.
  ///
  /// A search goes at least twice as far as the one before it, so beginning again costs no more
  /// than going on would have.
  private mutating func solve(_ subspace: Subspace) -> Subspace? {
    let root = Array(subspace.links.prefix(subspace.deviation))
    let vertices = NetworkPath(from: source, along: root, cost: 0, in: search.network).vertices
    search.setBlocked(true, vertices)
    defer { search.setBlocked(false, vertices) }
    let outcome = search.bestCompletion(
      from: vertices[vertices.count - 1],
      without: subspace.banned,
      upTo: subspaces.first.map { $0.cost - subspace.rootCost } ?? .max,
      leastWork: max(64, 2 * subspace.work)
    )
    var better = subspace
    switch outcome {
    case .none:
      return nil
    case .suspended(let bound, let work):
      better.cost = subspace.rootCost + bound
      better.work = work
    case .found(let completion):
      better.links = root + completion.links
      better.cost = subspace.rootCost + completion.cost
      better.isSolved = true
    }
    return better
  }
}
