internal import NetworkAlgorithms

/// Enumerates the simple paths between two vertices that pass others, in any order.
///
/// A best-first search (Peter Hart, Nils Nilsson and Bertram Raphael, 1968) over the beginnings of
/// simple paths. A beginning is estimated by the cheapest walk from its end over the stops that
/// are left to the target. To find a simple path over given stops is hard in general, so the
/// number of beginnings is limited. The order is that of ``KShortestPaths``: cost, number of links,
/// links in lexicographic order.
struct ThroughSearch {
  /// The beginning of a path.
  private struct Beginning {
    var vertex: Network.Vertex
    var parent: UInt32
    var link: Network.Link
    var depth: UInt32
    var passed: UInt32
    var cost: Int128
  }

  private struct Entry {
    var estimate: Int128
    var beginning: UInt32
  }

  /// Whether the budget ended while there may have been more paths.
  private(set) var stoppedEarly = false

  private let network: Network
  private let grid: StepGrid
  private let rest: WalkTable
  private let limit: Int
  private var beginnings: [Beginning] = []
  private var queue = MinimumHeap<Entry>()
  private var isOnPath: [Bool]

  /// Starts a search.
  ///
  /// - Parameters:
  ///   - source: The vertex where the paths start.
  ///   - target: The vertex where they end.
  ///   - stops: The vertices to pass: not the ends, each once, fewer than 32.
  ///   - network: The network.
  ///   - limit: How many beginnings of paths may be looked at.
  init(
    from source: Network.Vertex,
    to target: Network.Vertex,
    passing stops: [Network.Vertex],
    in network: Network,
    limit: Int
  ) {
    self.network = network
    self.limit = limit
    grid = StepGrid(network)
    isOnPath = [Bool](repeating: false, count: network.vertexCount)
    let isUseful = verticesOnSimplePaths(between: source, and: target, in: network)
    let canPass = source != target && stops.allSatisfy { isUseful[Int($0)] }
    rest = WalkTable(
      from: source,
      to: target,
      passing: stops,
      among: canPass ? isUseful : [],
      in: network,
      costs: grid.costs
    )
    append(
      Beginning(vertex: source, parent: .max, link: 0, depth: 0, passed: 0, cost: 0)
    )
  }

  /// Gives the next path; `nil` where there is none, or none that the budget allows to find.
  mutating func next() -> NetworkPath? {
    while !stoppedEarly, let index = removeFirst() {
      if rest.isEnd(beginnings[index].vertex, passed: beginnings[index].passed) {
        return path(to: index)
      }
      extend(index)
    }
    return nil
  }

  private mutating func removeFirst() -> Int? {
    let known = beginnings
    return queue.removeFirst { Self.precedes($0, $1, known) }.map { Int($0.beginning) }
  }

  private mutating func extend(_ index: Int) {
    let last = beginnings[index]
    let vertices = path(to: index).vertices
    for vertex in vertices { isOnPath[Int(vertex)] = true }
    for arc in network.arcs(from: last.vertex) where !isOnPath[Int(arc.head)] {
      append(
        Beginning(
          vertex: arc.head,
          parent: UInt32(index),
          link: arc.link,
          depth: last.depth + 1,
          passed: last.passed | rest.bit(of: arc.head),
          cost: last.cost + grid.costs[Int(arc.link)]
        )
      )
    }
    for vertex in vertices { isOnPath[Int(vertex)] = false }
  }

  private mutating func append(_ beginning: Beginning) {
    guard let left = rest.cost(from: beginning.vertex, passed: beginning.passed) else { return }
    guard beginnings.count < limit else {
      stoppedEarly = true
      return
    }
    beginnings.append(beginning)
    let entry = Entry(
      estimate: beginning.cost + left,
      beginning: UInt32(beginnings.count - 1)
    )
    let known = beginnings
    queue.insert(entry) { Self.precedes($0, $1, known) }
  }

  private func path(to index: Int) -> NetworkPath {
    var links: [Network.Link] = []
    var vertices: [Network.Vertex] = []
    var place = UInt32(index)
    while place != .max {
      let beginning = beginnings[Int(place)]
      vertices.append(beginning.vertex)
      if beginning.parent != .max { links.append(beginning.link) }
      place = beginning.parent
    }
    return NetworkPath(
      vertices: vertices.reversed(),
      links: links.reversed(),
      cost: grid.weight(of: beginnings[index].cost)
    )
  }

  /// Compares by estimate, then by the order of links; a beginning is before what goes on from it.
  private static func precedes(_ first: Entry, _ second: Entry, _ known: [Beginning]) -> Bool {
    if first.estimate != second.estimate { return first.estimate < second.estimate }
    var (left, right) = (first.beginning, second.beginning)
    let depths = (known[Int(left)].depth, known[Int(right)].depth)
    while known[Int(left)].depth > known[Int(right)].depth { left = known[Int(left)].parent }
    while known[Int(right)].depth > known[Int(left)].depth { right = known[Int(right)].parent }
    if left == right { return depths.0 < depths.1 }
    while known[Int(left)].parent != known[Int(right)].parent {
      left = known[Int(left)].parent
      right = known[Int(right)].parent
    }
    return known[Int(left)].link < known[Int(right)].link
  }
}
