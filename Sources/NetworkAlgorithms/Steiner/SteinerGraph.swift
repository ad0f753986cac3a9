/// An undirected network with costs that shrinks: edges go, vertices merge, and every edge knows the
/// links of the caller that it stands for.
///
/// Rows are doubly linked lists in flat arrays, so that an edge goes in O(1). Edge *e* is the two
/// arcs 2*e* and 2*e* + 1. There are no loops and no parallel edges: of parallel ones the cheaper
/// stays, and of equal ones the first.
struct SteinerGraph<Cost: GridCost>: Sendable {
  /// Where each arc ends.
  private(set) var heads: [UInt32] = []
  /// The cost of each edge; positive, except before ``contractFreeEdges()``.
  private(set) var costs: [Cost] = []
  /// What each edge stands for.
  private(set) var origins: [UInt32] = []
  /// The first arc of each row, and the number of arcs there.
  private(set) var first: [UInt32]
  private(set) var degrees: [Int32]
  private(set) var isTerminal: [Bool]
  private(set) var terminalCount = 0
  /// The arc after each arc of a row.
  private(set) var next: [UInt32] = []
  private var previous: [UInt32] = []

  /// What must be in the tree whatever else is, and what it costs.
  private(set) var fixed: [UInt32] = []
  private(set) var fixedCost: Cost = 0
  /// Origins that stand for two others; those below `leafCount` stand for themselves.
  private var pairs: [(UInt32, UInt32)] = []
  private var leafCount: UInt32

  init(vertexCount: Int, leafCount: Int) {
    first = [UInt32](repeating: .max, count: vertexCount)
    degrees = [Int32](repeating: 0, count: vertexCount)
    isTerminal = [Bool](repeating: false, count: vertexCount)
    self.leafCount = UInt32(truncatingIfNeeded: leafCount)
  }

  var vertexCount: Int { first.count }
  var edgeSlots: Int { costs.count }

  /// Whether an edge is still there.
  @inline(__always)
  func isPresent(_ edge: Int) -> Bool { previous[2 * edge] != .max - 1 }

  @inline(__always)
  func tail(_ arc: UInt32) -> UInt32 { heads[Int(arc ^ 1)] }

  @inline(__always)
  func cost(ofArc arc: UInt32) -> Cost { costs[Int(arc >> 1)] }

  /// How many edges there are.
  var edgeCount: Int { degrees.reduce(0) { $0 + Int($1) } / 2 }

  mutating func setTerminal(_ vertex: Int) {
    guard !isTerminal[vertex] else { return }
    isTerminal[vertex] = true
    terminalCount += 1
  }

  /// The arcs of a row, taken before it changes.
  func row(of vertex: Int) -> [UInt32] {
    var arcs: [UInt32] = []
    arcs.reserveCapacity(Int(degrees[vertex]))
    var arc = first[vertex]
    while arc != .max {
      arcs.append(arc)
      arc = next[Int(arc)]
    }
    return arcs
  }

  /// Finds the arc between two vertices.
  func arc(from tail: Int, to head: Int) -> UInt32? {
    if degrees[head] < degrees[tail] { return arcInRow(from: head, to: tail).map { $0 ^ 1 } }
    return arcInRow(from: tail, to: head)
  }

  private func arcInRow(from tail: Int, to head: Int) -> UInt32? {
    var arc = first[tail]
    while arc != .max {
      if heads[Int(arc)] == head { return arc }
      arc = next[Int(arc)]
    }
    return nil
  }

  // MARK: Changes

  /// Adds an edge, or makes the one that is there cheaper.
  mutating func add(_ one: Int, _ other: Int, cost: Cost, origin: UInt32) {
    guard one != other else { return }
    if let arc = arc(from: one, to: other) {
      let edge = Int(arc >> 1)
      if cost < costs[edge] {
        costs[edge] = cost
        origins[edge] = origin
      }
      return
    }
    append(one, other, cost: cost, origin: origin)
  }

  /// Adds an edge between vertices that have none yet.
  mutating func append(_ one: Int, _ other: Int, cost: Cost, origin: UInt32) {
    let arc = UInt32(truncatingIfNeeded: heads.count)
    heads.append(UInt32(truncatingIfNeeded: other))
    heads.append(UInt32(truncatingIfNeeded: one))
    costs.append(cost)
    origins.append(origin)
    for (arc, tail) in [(arc, one), (arc + 1, other)] {
      next.append(first[tail])
      previous.append(.max)
      if first[tail] != .max { previous[Int(first[tail])] = arc }
      first[tail] = arc
      degrees[tail] += 1
    }
  }

  mutating func remove(edge: Int) {
    for arc in [2 * edge, 2 * edge + 1] {
      let tail = Int(heads[arc ^ 1])
      let (before, after) = (previous[arc], next[arc])
      if before == .max { first[tail] = after } else { next[Int(before)] = after }
      if after != .max { previous[Int(after)] = before }
      degrees[tail] -= 1
      previous[arc] = .max - 1
    }
  }

  /// Takes out all edges of a vertex.
  mutating func isolate(_ vertex: Int) {
    while first[vertex] != .max { remove(edge: Int(first[vertex] >> 1)) }
  }

  /// An origin that stands for two others.
  mutating func origin(of one: UInt32, and other: UInt32) -> UInt32 {
    pairs.append((one, other))
    return leafCount + UInt32(truncatingIfNeeded: pairs.count - 1)
  }

  /// Takes an edge into the tree, and its second end into its first.
  mutating func contract(arc: UInt32) {
    let (kept, gone) = (Int(tail(arc)), Int(heads[Int(arc)]))
    let edge = Int(arc >> 1)
    fixed.append(origins[edge])
    fixedCost += costs[edge]
    remove(edge: edge)
    for other in row(of: gone) {
      let moved = Int(other >> 1)
      let head = Int(heads[Int(other)])
      remove(edge: moved)
      add(kept, head, cost: costs[moved], origin: origins[moved])
    }
    if isTerminal[gone] {
      isTerminal[gone] = false
      if isTerminal[kept] { terminalCount -= 1 } else { isTerminal[kept] = true }
    }
  }

  /// Replaces a vertex by edges between its neighbours, except those that are not needed.
  mutating func bypass(_ vertex: Int, unless isNeedless: (Int, Int) -> Bool = { _, _ in false }) {
    let arcs = row(of: vertex)
    isolate(vertex)
    for one in arcs.indices {
      for other in arcs.indices where other > one && !isNeedless(one, other) {
        let (near, far) = (Int(arcs[one] >> 1), Int(arcs[other] >> 1))
        let origin = origin(of: origins[near], and: origins[far])
        let (tail, head) = (Int(heads[Int(arcs[one])]), Int(heads[Int(arcs[other])]))
        add(tail, head, cost: costs[near] + costs[far], origin: origin)
      }
    }
  }

  /// The same graph without the places of edges that went and vertices that have none.
  func compacted() -> SteinerGraph {
    var copy = self
    copy.heads.removeAll(keepingCapacity: true)
    copy.costs.removeAll(keepingCapacity: true)
    copy.origins.removeAll(keepingCapacity: true)
    copy.next.removeAll(keepingCapacity: true)
    copy.previous.removeAll(keepingCapacity: true)
    copy.first.removeAll(keepingCapacity: true)
    copy.degrees.removeAll(keepingCapacity: true)
    copy.isTerminal.removeAll(keepingCapacity: true)
    var numbers = [Int](repeating: -1, count: vertexCount)
    for vertex in 0..<vertexCount where degrees[vertex] > 0 || isTerminal[vertex] {
      numbers[vertex] = copy.first.count
      copy.first.append(.max)
      copy.degrees.append(0)
      copy.isTerminal.append(isTerminal[vertex])
    }
    for edge in 0..<edgeSlots where isPresent(edge) {
      let (one, other) = (numbers[Int(heads[2 * edge + 1])], numbers[Int(heads[2 * edge])])
      copy.append(one, other, cost: costs[edge], origin: origins[edge])
    }
    return copy
  }

  // MARK: Simple reductions

  /// Merges the ends of edges that cost nothing; which of them a tree needs is seen at its end.
  mutating func contractFreeEdges() {
    for edge in 0..<edgeSlots where isPresent(edge) && costs[edge] == 0 {
      contract(arc: UInt32(truncatingIfNeeded: 2 * edge))
    }
  }

  /// Takes out ends that are no terminals, joins edges at passages, and takes in what every tree
  /// must have: the only edge of a terminal, and its cheapest edge if that leads to a terminal.
  mutating func reduceDegrees() {
    var waiting = Array((0..<vertexCount).reversed())
    while let vertex = waiting.popLast() {
      let degree = degrees[vertex]
      guard degree > 0 else { continue }
      if isTerminal[vertex] {
        guard terminalCount > 1 else { continue }
        var best = first[vertex]
        var arc = best
        while arc != .max {
          let (cost, least) = (cost(ofArc: arc), cost(ofArc: best))
          if cost < least || (cost == least && isTerminal[Int(heads[Int(arc)])]) { best = arc }
          arc = next[Int(arc)]
        }
        guard degree == 1 || isTerminal[Int(heads[Int(best)])] else { continue }
        waiting += row(of: Int(heads[Int(best)])).map { Int(heads[Int($0)]) }
        contract(arc: best)
        waiting.append(vertex)
      } else if degree == 1 {
        waiting.append(Int(heads[Int(first[vertex])]))
        isolate(vertex)
      } else if degree == 2 {
        let ends = row(of: vertex).map { Int(heads[Int($0)]) }
        bypass(vertex)
        waiting += ends
      }
    }
    if terminalCount <= 1 { for vertex in 0..<vertexCount { isolate(vertex) } }
  }

  // MARK: Origins

  /// The links that some origins stand for, each once, ascending.
  func leaves(of origins: [UInt32]) -> [UInt32] {
    var leaves: [UInt32] = []
    var seen = [Bool](repeating: false, count: pairs.count)
    var waiting = origins
    while let origin = waiting.popLast() {
      guard origin >= leafCount else {
        leaves.append(origin)
        continue
      }
      let pair = Int(origin - leafCount)
      if seen[pair] { continue }
      seen[pair] = true
      waiting.append(pairs[pair].0)
      waiting.append(pairs[pair].1)
    }
    leaves.sort()
    var last = UInt32.max
    leaves.removeAll { leaf in
      defer { last = leaf }
      return leaf == last
    }
    return leaves
  }
}
