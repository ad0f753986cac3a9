/// Finds the best way on from a vertex of a path, where the path so far may not be touched again.
///
/// An A* search (Peter Hart, Nils Nilsson and Bertram Raphael, 1968) whose estimate is the cost in
/// the whole network, exact until something is blocked. Labels leave the queue in order of
/// estimated total, then in lexicographic order of the links that lead to them. So the first label
/// from which the way of the target tree is clear gives the best answer, by cost, number of links
/// and lexicographic order of links.
struct SpurSearch<Cost: GridCost>: Sendable {
  /// What is known of a vertex; out of date unless `search` is the number of the current search.
  private struct Label: Sendable {
    var cost: Cost = 0
    var search: UInt32 = 0
    var steps: UInt32 = 0
    var parent: Network.Vertex = 0
    var link: Network.Link = 0
    /// Where the vertex waits in the queue, or `done`.
    var place: UInt32 = 0
  }

  /// A vertex that waits, and the least total of a path through it.
  private struct Entry: Sendable {
    var total: Cost
    var vertex: Network.Vertex
  }

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

  private static var done: UInt32 { .max }
  /// The cost of every link, where there are no weights.
  private let unitCost: Cost
  private var labels: [Label]
  private var queue: [Entry] = []
  private var blocked: [Bool]
  private var search: UInt32 = 0

  init(to target: Network.Vertex, in network: Network, on grid: CostGrid) {
    self.network = network
    self.grid = grid
    tree = TargetTree(to: target, in: network, on: grid)
    unitCost = network.weights == nil ? grid.cost(of: 1) : 0
    labels = [Label](repeating: Label(), count: network.vertexCount)
    blocked = [Bool](repeating: false, count: network.vertexCount)
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
    queue.removeAll(keepingCapacity: true)
    labels[Int(spur)] = Label(search: search, place: Self.done)
    expand(spur, without: banned)
    // The arcs of the spur are not counted: they are walked for the bound as well.
    var work = 0
    while let entry = removeFirst() {
      if entry.total > limit, work >= leastWork {
        return .suspended(bound: entry.total, work: work)
      }
      if isTreePathClear(from: entry.vertex) {
        var links: [Network.Link] = []
        var vertex = entry.vertex
        while vertex != spur {
          links.append(labels[Int(vertex)].link)
          vertex = labels[Int(vertex)].parent
        }
        links.reverse()
        appendTreePath(from: entry.vertex, to: &links)
        return .found(Completion(links: links, cost: entry.total))
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
    let (base, steps) = (labels[Int(vertex)].cost, labels[Int(vertex)].steps + 1)
    var nextBanned = 0
    for place in network.row(of: vertex) {
      let arc = network.arcs[place]
      while nextBanned < banned.count, banned[nextBanned] < arc.link { nextBanned += 1 }
      if nextBanned < banned.count, banned[nextBanned] == arc.link { continue }
      let remaining = tree.costs[Int(arc.head)]
      if blocked[Int(arc.head)] || remaining == .max { continue }
      let known = labels[Int(arc.head)]
      let isKnown = known.search == search
      if isKnown, known.place == Self.done { continue }
      let cost = base + cost(at: place)
      if isKnown, cost > known.cost { continue }
      if isKnown, cost == known.cost, !leads(vertex, arc.link, before: known) { continue }
      let queued = isKnown ? Int(known.place) : queue.count
      let entry = Entry(total: cost + remaining, vertex: arc.head)
      labels[Int(arc.head)] = Label(
        cost: cost,
        search: search,
        steps: steps,
        parent: vertex,
        link: arc.link
      )
      if isKnown { queue[queued] = entry } else { queue.append(entry) }
      moveUp(entry, from: queued)
    }
  }
}

// MARK: - Order

extension SpurSearch {
  /// Tells whether a way over `link` from `parent` is before an equally dear one in the order of
  /// links; both have the same number of links.
  private func leads(
    _ parent: Network.Vertex,
    _ link: Network.Link,
    before other: Label
  ) -> Bool {
    if parent == other.parent { return link < other.link }
    return linksPrecede(parent, other.parent)
  }

  /// Compares the ways to two labelled vertices by the order of their links; of two ways of which
  /// one goes on from the other, the shorter is first.
  private func linksPrecede(_ first: Network.Vertex, _ second: Network.Vertex) -> Bool {
    let steps = (labels[Int(first)].steps, labels[Int(second)].steps)
    var (first, second) = (first, second)
    for _ in 0..<max(0, Int(steps.0) - Int(steps.1)) { first = labels[Int(first)].parent }
    for _ in 0..<max(0, Int(steps.1) - Int(steps.0)) { second = labels[Int(second)].parent }
    if first == second { return steps.0 < steps.1 }
    while labels[Int(first)].parent != labels[Int(second)].parent {
      first = labels[Int(first)].parent
      second = labels[Int(second)].parent
    }
    return labels[Int(first)].link < labels[Int(second)].link
  }

  private func precedes(_ first: Entry, _ second: Entry) -> Bool {
    if first.total != second.total { return first.total < second.total }
    return linksPrecede(first.vertex, second.vertex)
  }
}

// MARK: - Queue

extension SpurSearch {
  /// Takes out the first entry; its vertex is done then.
  ///
  /// The queue is a heap with four children to a node, which knows where every vertex waits: an
  /// outdated entry must not stay, as its order would change under it.
  private mutating func removeFirst() -> Entry? {
    guard let first = queue.first, let last = queue.popLast() else { return nil }
    labels[Int(first.vertex)].place = Self.done
    if queue.isEmpty { return first }
    var place = 0
    while true {
      let start = place * 4 + 1
      guard start < queue.count else { break }
      var least = start
      for child in start + 1..<max(start + 1, min(start + 4, queue.count))
      where precedes(queue[child], queue[least]) {
        least = child
      }
      guard precedes(queue[least], last) else { break }
      put(queue[least], at: place)
      place = least
    }
    put(last, at: place)
    return first
  }

  /// Moves an entry towards the head of the queue as far as it belongs.
  private mutating func moveUp(_ entry: Entry, from start: Int) {
    var place = start
    while place > 0 {
      let parent = (place - 1) / 4
      guard precedes(entry, queue[parent]) else { break }
      put(queue[parent], at: place)
      place = parent
    }
    put(entry, at: place)
  }

  private mutating func put(_ entry: Entry, at place: Int) {
    queue[place] = entry
    labels[Int(entry.vertex)].place = UInt32(truncatingIfNeeded: place)
  }
}
