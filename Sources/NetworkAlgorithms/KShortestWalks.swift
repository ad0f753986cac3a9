/// The walks between two vertices, one after the other in order of cost.
///
/// A walk may pass the same vertex and the same link again and again; where no vertex may come twice,
/// ``KShortestPaths`` is the answer. The two differ as soon as there is a circle: then walks never end,
/// so take a `prefix`. Lower costs come first, then fewer links; costs are compared as exact sums.
/// Walks that tie in both come in an order that depends on the network alone.
public struct KShortestWalks: Sequence, Sendable {
  fileprivate let network: Network
  fileprivate let source: Network.Vertex
  fileprivate let target: Network.Vertex

  /// Starts the enumeration; this alone searches the whole network once, back from the target.
  ///
  /// - Complexity: O((*n* + *m*) log *n*) for *n* vertices and *m* links.
  public func makeIterator() -> Iterator {
    Iterator(self)
  }

  /// Gives walk after walk.
  ///
  /// A walk leaves the best way to the target at some links, and each of these costs something more.
  /// What can be left from a vertex on lies in a heap, which shares most of itself with the heap of the
  /// next vertex on the best way.
  public struct Iterator: IteratorProtocol, Sendable {
    private let network: Network
    private let source: Network.Vertex
    private let tree: TargetTree<Int128>
    private let grid: CostGrid
    private var detours: DetourHeaps
    private var waiting = QuaternaryHeap<Candidate>()
    private var given: [Candidate] = []
    private var isStarted = false

    fileprivate init(_ walks: KShortestWalks) {
      network = walks.network
      source = walks.source
      // Enough for walks of two thousand million links.
      grid = CostGrid(weights: walks.network.weights ?? [1], steps: 1 << 31)
      tree = TargetTree(to: walks.target, in: network, on: grid)
      detours = DetourHeaps(vertexCount: network.vertexCount)
    }

    /// Gives the next walk, or `nil` when there are no more.
    ///
    /// - Complexity: O(*l* + *d* log *m*) for a walk of *l* links past vertices of *d* links in all that
    ///   no walk before has passed.
    public mutating func next() -> NetworkPath? {
      if !isStarted {
        isStarted = true
        let cost = tree.costs[Int(source)]
        guard cost != .max else { return nil }
        let best = Candidate(cost: cost, detour: .none, previous: .none, order: 0)
        return take(best)
      }
      guard let candidate = waiting.removeFirst(by: Candidate.precedes) else { return nil }
      // The same walk up to this detour, with a worse one instead.
      for child in detours.children(of: candidate.detour) {
        let added = detours.cost(of: child) - detours.cost(of: candidate.detour)
        offer(cost: candidate.cost + added, detour: child, previous: candidate.previous)
      }
      return take(candidate)
    }

    private var offered: UInt64 = 0

    private mutating func offer(cost: Int128, detour: Int32, previous: Int32) {
      offered += 1
      waiting.insert(
        Candidate(cost: cost, detour: detour, previous: previous, order: offered),
        by: Candidate.precedes
      )
    }

    /// Gives a walk, and offers the best that leaves it after its last detour.
    private mutating func take(_ candidate: Candidate) -> NetworkPath {
      let place = Int32(given.count)
      given.append(candidate)
      let start =
        candidate.detour == .none ? source : detours.head(of: candidate.detour, in: network)
      let heap = detours.heap(of: start, tree, network, grid)
      if heap != .none {
        offer(cost: candidate.cost + detours.cost(of: heap), detour: heap, previous: place)
      }
      var links: [Network.Link] = []
      var taken: [Int32] = []
      var last = candidate
      while last.detour != .none {
        taken.append(last.detour)
        last = given[Int(last.previous)]
      }
      var vertex = source
      for detour in taken.reversed() {
        let tail = detours.tail(of: detour)
        vertex = follow(from: vertex, to: tail, &links)
        links.append(detours.link(of: detour))
        vertex = detours.head(of: detour, in: network)
      }
      _ = follow(from: vertex, to: tree.target, &links)
      return NetworkPath(
        from: source,
        along: links,
        cost: grid.weight(of: candidate.cost),
        in: network
      )
    }

    /// Walks the best way to a vertex that lies on it.
    private func follow(
      from start: Network.Vertex,
      to end: Network.Vertex,
      _ links: inout [Network.Link]
    ) -> Network.Vertex {
      var vertex = start
      while vertex != end {
        let link = tree.firstLinks[Int(vertex)]
        links.append(link)
        vertex = network.end(of: link, oppositeTo: vertex)
      }
      return vertex
    }
  }

  /// A walk that may be next: the walk it is made from, and where it leaves the best way from there.
  private struct Candidate: Sendable {
    var cost: Int128
    /// The last detour, a node of a heap.
    var detour: Int32
    /// The walk, of those given, that has all detours but the last.
    var previous: Int32
    /// When it was offered, which decides between equals.
    var order: UInt64

    static func precedes(_ first: Candidate, _ second: Candidate) -> Bool {
      first.cost < second.cost || (first.cost == second.cost && first.order < second.order)
    }
  }
}

extension Int32 {
  /// No node of a heap.
  fileprivate static let none: Int32 = -1
}

/// Where walks may leave the best way: for each vertex a heap of all links that do so from it on.
///
/// Heaps are leftist and never change once they are made, so that one may be a part of many
/// (David Eppstein 1998, with heaps made when they are needed: Víctor Jiménez and Andrés Marzal 2003).
private struct DetourHeaps: Sendable {
  private struct Node: Sendable {
    /// What the detour costs more than the best way.
    var cost: Int128
    var tail: Network.Vertex
    var link: Network.Link
    var left: Int32 = .none
    var right: Int32 = .none
    /// How far it is to a missing child.
    var rank: Int32 = 1
  }

  private var nodes: [Node] = []
  /// The heap of each vertex, where it is made.
  private var heaps: [Int32]
  private var isMade: [Bool]

  init(vertexCount: Int) {
    heaps = [Int32](repeating: .none, count: vertexCount)
    isMade = [Bool](repeating: false, count: vertexCount)
  }

  func cost(of node: Int32) -> Int128 { nodes[Int(node)].cost }
  func tail(of node: Int32) -> Network.Vertex { nodes[Int(node)].tail }
  func link(of node: Int32) -> Network.Link { nodes[Int(node)].link }

  func head(of node: Int32, in network: Network) -> Network.Vertex {
    network.end(of: nodes[Int(node)].link, oppositeTo: nodes[Int(node)].tail)
  }

  func children(of node: Int32) -> [Int32] {
    [nodes[Int(node)].left, nodes[Int(node)].right].filter { $0 != .none }
  }

  /// The heap of all detours from a vertex on, made now if it is not there.
  mutating func heap(
    of vertex: Network.Vertex,
    _ tree: TargetTree<Int128>,
    _ network: Network,
    _ grid: CostGrid
  ) -> Int32 {
    var way: [Network.Vertex] = []
    var last = vertex
    while !isMade[Int(last)] {
      way.append(last)
      if last == tree.target { break }
      last = network.end(of: tree.firstLinks[Int(last)], oppositeTo: last)
    }
    while let tail = way.popLast() {
      let isTarget = tail == tree.target
      let first = isTarget ? .max : tree.firstLinks[Int(tail)]
      var heap = isTarget ? .none : heaps[Int(network.end(of: first, oppositeTo: tail))]
      var previous = Network.Link.max
      for arc in network.arcs(from: tail) {
        // A two-way loop lies twice in its row and is one way on.
        let isAgain = arc.head == tail && arc.link == previous
        previous = arc.link
        guard arc.link != first, !isAgain, tree.costs[Int(arc.head)] != .max else { continue }
        let onwards: Int128 =
          grid.cost(of: network.weight(of: arc.link)) + tree.costs[Int(arc.head)]
        let cost = onwards - tree.costs[Int(tail)]
        nodes.append(Node(cost: cost, tail: tail, link: arc.link))
        heap = merged(heap, Int32(nodes.count - 1))
      }
      heaps[Int(tail)] = heap
      isMade[Int(tail)] = true
    }
    return heaps[Int(vertex)]
  }

  /// The heap of what is in two heaps, which stay as they are.
  private mutating func merged(_ first: Int32, _ second: Int32) -> Int32 {
    guard first != .none else { return second }
    guard second != .none else { return first }
    // The way down the right sides is as long as the logarithm of their size.
    let isLess = nodes[Int(first)].cost <= nodes[Int(second)].cost
    let (top, other) = isLess ? (first, second) : (second, first)
    let right = merged(nodes[Int(top)].right, other)
    var node = nodes[Int(top)]
    node.right = right
    if node.left == .none || nodes[Int(node.left)].rank < nodes[Int(right)].rank {
      swap(&node.left, &node.right)
    }
    node.rank = 1 + (node.right == .none ? 0 : nodes[Int(node.right)].rank)
    nodes.append(node)
    return Int32(nodes.count - 1)
  }
}

extension Network {
  /// Enumerates the walks between two vertices in order of cost; they may pass a vertex again.
  ///
  /// One-way links are walked one way, two-way links both ways, back and forth as well. Without weights
  /// every link costs 1. Two parallel links are two answers, and so is every round of a circle. If the
  /// source is the target, the first walk is empty.
  ///
  /// The algorithm is that of David Eppstein (1998).
  ///
  ///     network.kShortestWalks(from: 0, to: 2).prefix(3).map(\.cost)  // [2, 4, 6]
  ///
  /// - Parameters:
  ///   - source: The vertex where the walks start.
  ///   - target: The vertex where they end.
  /// - Returns: The walks, each found when it is asked for; without end if a circle is on the way.
  public func kShortestWalks(from source: Vertex, to target: Vertex) -> KShortestWalks {
    checkVertex(source)
    checkVertex(target)
    return KShortestWalks(network: self, source: source, target: target)
  }
}
