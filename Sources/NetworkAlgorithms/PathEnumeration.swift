/// Enumerates the simple paths between two vertices in order.
///
/// All paths not yet given are divided among subspaces: those that share the first links of some
/// path up to its deviation and go on by none of the banned links. Of each subspace the best path
/// is a candidate. Giving a candidate divides the rest of its subspace (Eugene Lawler, 1972), so
/// no path is ever found twice.
struct PathEnumeration<Cost: GridCost>: Sendable {
  /// The best path of a subspace.
  private struct Candidate: Sendable {
    var links: [Network.Link]
    var cost: Cost
    /// How many first links all paths of the subspace share.
    var deviation: Int
    /// The links by which the next step is not taken, in ascending order.
    var banned: [Network.Link]

    static func precedes(_ first: Candidate, _ second: Candidate) -> Bool {
      if first.cost != second.cost { return first.cost < second.cost }
      return first.links.lexicographicallyPrecedes(second.links)
    }
  }

  private(set) var stoppedEarly = false
  private(set) var spurSearchCount = 0

  private let source: Network.Vertex
  private let limit: Int
  private var search: SpurSearch<Cost>
  private var candidates = QuaternaryHeap<Candidate>()
  private var undivided: Candidate?

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
    if let best = search.bestPath(from: source) {
      insert(Candidate(links: best.links, cost: best.cost, deviation: 0, banned: []))
    }
  }

  /// Gives the next path; `nil` where there is none, or none that the budget allows to find.
  mutating func next() -> NetworkPath? {
    if let last = undivided {
      undivided = nil
      divide(last)
    }
    guard !stoppedEarly, let best = candidates.removeFirst(by: Candidate.precedes) else {
      return nil
    }
    undivided = best
    let cost =
      search.grid.isExact
      ? search.grid.weight(of: best.cost)
      : best.links.reduce(0) { $0 + search.network.weight(of: $1) }
    return NetworkPath(from: source, along: best.links, cost: cost, in: search.network)
  }

  private mutating func insert(_ candidate: Candidate) {
    candidates.insert(candidate, by: Candidate.precedes)
  }

  /// Divides what remains of the subspace of a path by the vertex where other paths leave it.
  private mutating func divide(_ path: Candidate) {
    let walk = NetworkPath(from: source, along: path.links, cost: 0, in: search.network)
    var rootCost: Cost = 0
    for place in 0..<path.links.count {
      let link = path.links[place]
      let spur = walk.vertices[place]
      search.setBlocked(true, CollectionOfOne(spur))
      if place >= path.deviation {
        guard spurSearchCount < limit else {
          stoppedEarly = true
          break
        }
        spurSearchCount += 1
        var banned = place == path.deviation ? path.banned : []
        banned.insert(link, at: banned.firstIndex { $0 > link } ?? banned.count)
        if let completion = search.bestCompletion(from: spur, without: banned) {
          insert(
            Candidate(
              links: path.links[..<place] + completion.links,
              cost: rootCost + completion.cost,
              deviation: place,
              banned: banned
            )
          )
        }
      }
      rootCost += search.cost(of: link)
    }
    search.setBlocked(false, walk.vertices)
  }
}
