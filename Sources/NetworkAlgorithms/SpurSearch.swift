/// Finds the best way on from a vertex of a path, where the path so far may not be touched again.
///
/// An A* search (Peter Hart, Nils Nilsson and Bertram Raphael, 1968) whose estimate is the cost in
/// the whole network, exact until something is blocked. Labels leave the queue in order of
/// estimated total, then in lexicographic order of the links that lead to them. So the first label
/// from which the way of the target tree is clear gives the best answer, by cost, number of links
/// and lexicographic order of links.
struct SpurSearch<Cost: GridCost>: Sendable {
  /// The rest of a path.
  struct Completion {
    var links: [Network.Link]
    var cost: Cost
  }

  /// What a search found out.
  enum Outcome {
    /// All ways are blocked.
    case none
    /// The best way costs at least the bound; to know this, so many arcs were walked.
    case suspended(bound: Cost, work: Int)
    case found(Completion)
  }

  let network: Network
  let grid: CostGrid
  let tree: TargetTree<Cost>

  /// The cost of every link, where there are no weights.
  private let unitCost: Cost
  private var labels: SpurLabels<Cost>
  /// The vertices that wait, by the least total of a path through them.
  private var queue: VertexQueue<Cost>
  private var blocked: [Bool]
  private var search: UInt32 = 0

  init(to target: Network.Vertex, in network: Network, on grid: CostGrid) {
    self.network = network
    self.grid = grid
    tree = TargetTree(to: target, in: network, on: grid)
    unitCost = network.weights == nil ? grid.cost(of: 1) : 0
    labels = SpurLabels(vertexCount: network.vertexCount)
    blocked = [Bool](repeating: false, count: network.vertexCount)
    queue = VertexQueue(vertexCount: network.vertexCount)
  }

  /// Forbids vertices, or allows them again.
  mutating func setBlocked(_ isBlocked: Bool, _ vertices: some Sequence<Network.Vertex>) {
    for vertex in vertices { blocked[Int(vertex)] = isBlocked }
  }

  /// Gives the cost of a link on the grid.
  func cost(of link: Network.Link) -> Cost {
    network.weights.map { grid.cost(of: $0[Int(link)]) } ?? unitCost
  }

  /// Gives the cost of the arc at a place in the rows.
  @inline(__always)
  private func cost(at place: Int) -> Cost {
    network.arcWeights.isEmpty ? unitCost : grid.cost(of: network.arcWeights[place])
  }

  /// Gives the links of the best path in the whole network, if there is a path.
  func bestPath(from source: Network.Vertex) -> Completion? {
    let cost = tree.costs[Int(source)]
    guard cost != .max else { return nil }
    var links: [Network.Link] = []
    appendTreePath(from: source, to: &links)
    return Completion(links: links, cost: cost)
  }

  /// Gives a lower bound for the best way from a spur to the target, or `nil` where there is none.
  ///
  /// - Complexity: O(*d*) for *d* arcs from the spur.
  func lowerBound(from spur: Network.Vertex, without banned: [Network.Link]) -> Cost? {
    var least: Cost?
    var nextBanned = 0
    for place in network.row(of: spur) {
      let arc = network.arcs[place]
      while nextBanned < banned.count, banned[nextBanned] < arc.link { nextBanned += 1 }
      if nextBanned < banned.count, banned[nextBanned] == arc.link { continue }
      let remaining = tree.costs[Int(arc.head)]
      if blocked[Int(arc.head)] || remaining == .max { continue }
      let total = cost(at: place) + remaining
      if least.map({ total < $0 }) ?? true { least = total }
    }
    return least
  }

  /// Finds the best way from a spur to the target, past all that is blocked.
  ///
  /// - Parameters:
  ///   - spur: Where the way starts; it must be blocked too.
  ///   - banned: Links by which it may not start, in ascending order.
  ///   - limit: How much the way may cost for the search to go on after the least work.
  ///   - leastWork: How many arcs are walked before the search may be suspended.
  /// - Returns: The way, or a bound above the limit, or that there is none.
  mutating func bestCompletion(
    from spur: Network.Vertex,
    without banned: [Network.Link],
    upTo limit: Cost,
    leastWork: Int
  ) -> Outcome {
    search += 1
    queue.removeAll()
    labels[spur] = SpurLabels.Label(search: search, isDone: true)
    expand(spur, without: banned)
    // The arcs of the spur are not counted: they are walked for the bound as well.
    var work = 0
    while let entry = removeFirst() {
      if entry.key > limit, work >= leastWork {
        return .suspended(bound: entry.key, work: work)
      }
      if isTreePathClear(from: entry.vertex) {
        var links: [Network.Link] = []
        var vertex = entry.vertex
        while vertex != spur {
          links.append(labels[vertex].link)
          vertex = labels[vertex].parent
        }
        links.reverse()
        appendTreePath(from: entry.vertex, to: &links)
        return .found(Completion(links: links, cost: entry.key))
      }
      expand(entry.vertex, without: [])
      work += network.row(of: entry.vertex).count
    }
    return .none
  }

  private func appendTreePath(from source: Network.Vertex, to links: inout [Network.Link]) {
    var vertex = source
    while vertex != tree.target {
      let link = tree.firstLinks[Int(vertex)]
      links.append(link)
      vertex = network.end(of: link, oppositeTo: vertex)
    }
  }

  private func isTreePathClear(from start: Network.Vertex) -> Bool {
    var vertex = start
    while vertex != tree.target {
      vertex = network.end(of: tree.firstLinks[Int(vertex)], oppositeTo: vertex)
      if blocked[Int(vertex)] { return false }
    }
    return true
  }

  /// Walks the arcs from a vertex and puts what they lead to in the queue.
  private mutating func expand(_ vertex: Network.Vertex, without banned: [Network.Link]) {
    let (base, steps) = (labels[vertex].cost, labels[vertex].steps + 1)
    var nextBanned = 0
    for place in network.row(of: vertex) {
      let arc = network.arcs[place]
      while nextBanned < banned.count, banned[nextBanned] < arc.link { nextBanned += 1 }
      if nextBanned < banned.count, banned[nextBanned] == arc.link { continue }
      let remaining = tree.costs[Int(arc.head)]
      if blocked[Int(arc.head)] || remaining == .max { continue }
      let known = labels[arc.head]
      let isKnown = known.search == search
      if isKnown, known.isDone { continue }
      let cost = base + cost(at: place)
      if isKnown, cost > known.cost { continue }
      if isKnown, cost == known.cost, !labels.leads(vertex, arc.link, before: known) { continue }
      labels[arc.head] = SpurLabels.Label(
        cost: cost,
        search: search,
        steps: steps,
        parent: vertex,
        link: arc.link
      )
      let entry = VertexQueue.Entry(key: cost + remaining, vertex: arc.head)
      if isKnown {
        queue.moveForward(entry) { labels.precedes($0, $1) }
      } else {
        queue.insert(entry) { labels.precedes($0, $1) }
      }
    }
  }

  /// Takes out the first vertex; its label is final then.
  private mutating func removeFirst() -> VertexQueue<Cost>.Entry? {
    guard let first = queue.removeFirst(by: { labels.precedes($0, $1) }) else { return nil }
    labels[first.vertex].isDone = true
    return first
  }
}
