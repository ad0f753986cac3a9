/// Which terminal is nearest to each vertex, and how far apart terminals are in steps from one
/// terminal to the next.
///
/// The regions are those of Georgy Voronoi, found by one search from all terminals at once; the
/// least tree that joins them is that of Kurt Mehlhorn (1988).
struct TerminalRegions<Cost: GridCost>: Sendable {
  /// The distance to the nearest terminal, or `Cost.max`.
  private(set) var distances: [Cost]
  /// The nearest terminal, or `UInt32.max`.
  private(set) var bases: [UInt32]

  /// In the tree of joins: where each terminal was joined to, and at what cost.
  private var parents: [UInt32]
  private var joins: [Cost]

  init(_ graph: SteinerGraph<Cost>) {
    distances = [Cost](repeating: .max, count: graph.vertexCount)
    bases = [UInt32](repeating: .max, count: graph.vertexCount)
    parents = [UInt32](0..<UInt32(truncatingIfNeeded: graph.vertexCount))
    joins = [Cost](repeating: .max, count: graph.vertexCount)
    settle(in: graph)
    join(in: graph)
  }

  private mutating func settle(in graph: SteinerGraph<Cost>) {
    var queue = VertexQueue<Cost>(vertexCount: graph.vertexCount)
    for vertex in 0..<graph.vertexCount where graph.isTerminal[vertex] {
      distances[vertex] = 0
      bases[vertex] = UInt32(truncatingIfNeeded: vertex)
      queue.insert(.init(key: 0, vertex: bases[vertex]), by: { $0.key < $1.key })
    }
    while let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      let base = bases[Int(entry.vertex)]
      var arc = graph.first[Int(entry.vertex)]
      while arc != .max {
        let head = graph.heads[Int(arc)]
        let distance = entry.key &+ graph.cost(ofArc: arc)
        arc = graph.next[Int(arc)]
        let known = distances[Int(head)]
        guard distance < known else { continue }
        distances[Int(head)] = distance
        bases[Int(head)] = base
        if known == .max {
          queue.insert(.init(key: distance, vertex: head), by: { $0.key < $1.key })
        } else {
          queue.moveForward(.init(key: distance, vertex: head), by: { $0.key < $1.key })
        }
      }
    }
  }

  /// Joins terminals in order of distance (Kruskal), smaller sets under larger ones.
  private mutating func join(in graph: SteinerGraph<Cost>) {
    var bridges: [(cost: Cost, edge: Int)] = []
    for edge in 0..<graph.edgeSlots where graph.isPresent(edge) {
      let (one, other) = (Int(graph.heads[2 * edge]), Int(graph.heads[2 * edge + 1]))
      guard bases[one] != bases[other], bases[one] != .max, bases[other] != .max else { continue }
      bridges.append((distances[one] + graph.costs[edge] + distances[other], edge))
    }
    bridges.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.edge < $1.edge }
    var sizes = [Int32](repeating: 1, count: graph.vertexCount)
    for bridge in bridges {
      var one = bases[Int(graph.heads[2 * bridge.edge])]
      var other = bases[Int(graph.heads[2 * bridge.edge + 1])]
      while parents[Int(one)] != one { one = parents[Int(one)] }
      while parents[Int(other)] != other { other = parents[Int(other)] }
      if one == other { continue }
      if sizes[Int(one)] < sizes[Int(other)] { swap(&one, &other) }
      sizes[Int(one)] += sizes[Int(other)]
      parents[Int(other)] = one
      joins[Int(other)] = bridge.cost
    }
  }

  /// The longest step of the best way from one terminal to another, from terminal to terminal.
  func bottleneck(_ one: UInt32, _ other: UInt32) -> Cost {
    var (one, other) = (one, other)
    var longest: Cost = 0
    while one != other {
      // Joins grow on the way to the root, so the lesser one is climbed first.
      if joins[Int(one)] <= joins[Int(other)] {
        longest = max(longest, joins[Int(one)])
        if longest == .max { return .max }
        one = parents[Int(one)]
      } else {
        longest = max(longest, joins[Int(other)])
        other = parents[Int(other)]
      }
    }
    return longest
  }
}
