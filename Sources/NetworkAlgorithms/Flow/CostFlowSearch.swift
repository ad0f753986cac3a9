/// Pushes flow along cheapest paths, one after the other.
///
/// Arcs come in pairs: `2 * i` is arc *i* as it was added, `2 * i + 1` takes its flow back. Every
/// vertex has a potential, which makes all costs of what is still open 0 or more, so that each
/// cheapest path is found by the algorithm of Dijkstra (Jack Edmonds and Richard Karp 1972, and
/// Nobuaki Tomizawa 1971).
struct CostFlowSearch<Amount: FlowAmount, Cost: GridCost> {
  /// Arcs before they are laid out in rows.
  struct Arcs {
    var tails: [Network.Vertex] = []
    var heads: [Network.Vertex] = []
    var capacities: [Amount] = []
    var costs: [Cost] = []

    mutating func add(
      from tail: Network.Vertex,
      to head: Network.Vertex,
      capacity: Amount,
      cost: Cost
    ) {
      tails.append(tail)
      heads.append(head)
      capacities.append(capacity)
      costs.append(cost)
    }
  }

  private let vertexCount: Int
  private let starts: [UInt32]
  private let rows: [UInt32]
  private let heads: [Network.Vertex]
  private let costs: [Cost]
  private var residual: [Amount]
  private var potentials: [Cost]
  private var distances: [Cost]
  private var parents: [UInt32]
  private var queue: VertexQueue<Cost>

  /// Lays out arcs.
  init(vertexCount: Int, _ arcs: Arcs) {
    self.vertexCount = vertexCount
    var starts = [UInt32](repeating: 0, count: vertexCount + 2)
    for place in arcs.tails.indices {
      starts[Int(arcs.tails[place]) + 2] += 1
      starts[Int(arcs.heads[place]) + 2] += 1
    }
    for vertex in 0..<vertexCount { starts[vertex + 2] += starts[vertex + 1] }
    var rows = [UInt32](repeating: 0, count: 2 * arcs.tails.count)
    var heads = [Network.Vertex](repeating: 0, count: rows.count)
    var costs = [Cost](repeating: 0, count: rows.count)
    var residual = [Amount](repeating: 0, count: rows.count)
    for place in arcs.tails.indices {
      let (tail, head) = (arcs.tails[place], arcs.heads[place])
      for (arc, from, to) in [(2 * place, tail, head), (2 * place + 1, head, tail)] {
        rows[Int(starts[Int(from) + 1])] = UInt32(arc)
        starts[Int(from) + 1] += 1
        heads[arc] = to
      }
      costs[2 * place] = arcs.costs[place]
      costs[2 * place + 1] = -arcs.costs[place]
      residual[2 * place] = arcs.capacities[place]
    }
    starts.removeLast()
    self.starts = starts
    self.rows = rows
    self.heads = heads
    self.costs = costs
    self.residual = residual
    potentials = [Cost](repeating: 0, count: vertexCount)
    distances = potentials
    parents = [UInt32](repeating: .max, count: vertexCount)
    queue = VertexQueue(vertexCount: vertexCount)
  }

  /// How much flows along an arc.
  func flow(along arc: Int) -> Amount { residual[2 * arc + 1] }

  /// Pushes flow until the target takes no more, or as much as asked for.
  ///
  /// - Returns: How much was pushed.
  mutating func run(
    from source: Network.Vertex,
    to target: Network.Vertex,
    atMost limit: Amount
  ) -> Amount {
    var pushed: Amount = 0
    while pushed < limit, findPath(from: source, to: target) {
      var amount = limit - pushed
      var vertex = target
      while vertex != source {
        let arc = Int(parents[Int(vertex)])
        amount = min(amount, residual[arc])
        vertex = heads[arc ^ 1]
      }
      vertex = target
      while vertex != source {
        let arc = Int(parents[Int(vertex)])
        residual[arc] -= amount
        residual[arc ^ 1] += amount
        vertex = heads[arc ^ 1]
      }
      pushed += amount
    }
    return pushed
  }

  /// Whether more could be pushed.
  mutating func findsMore(from source: Network.Vertex, to target: Network.Vertex) -> Bool {
    findPath(from: source, to: target)
  }

  /// Finds the cheapest path that is open, and makes its arcs cost nothing.
  ///
  /// Of paths with equal cost the one with lower arcs from vertex to vertex is taken.
  private mutating func findPath(from source: Network.Vertex, to target: Network.Vertex) -> Bool {
    for vertex in 0..<vertexCount { distances[vertex] = .max }
    distances[Int(source)] = 0
    parents[Int(source)] = .max
    queue.removeAll()
    queue.insert(VertexQueue.Entry(key: 0, vertex: source), by: Self.precedes)
    var length: Cost?
    unsafe distances.withUnsafeMutableBufferPointer { distances in
      unsafe parents.withUnsafeMutableBufferPointer { parents in
        unsafe potentials.withUnsafeMutableBufferPointer { potentials in
          while let entry = queue.removeFirst(by: Self.precedes) {
            if entry.vertex == target {
              length = entry.key
              break
            }
            let base = unsafe entry.key &+ potentials[Int(entry.vertex)]
            var place = Int(starts[Int(entry.vertex)])
            let end = Int(starts[Int(entry.vertex) &+ 1])
            while place < end {
              let arc = Int(rows[place])
              place &+= 1
              guard residual[arc] > 0 else { continue }
              let head = Int(heads[arc])
              let distance = unsafe base &+ costs[arc] &- potentials[head]
              let known = unsafe distances[head]
              guard distance < known else { continue }
              unsafe distances[head] = distance
              unsafe parents[head] = UInt32(truncatingIfNeeded: arc)
              let better = VertexQueue.Entry(key: distance, vertex: heads[arc])
              if known == .max {
                queue.insert(better, by: Self.precedes)
              } else {
                queue.moveForward(better, by: Self.precedes)
              }
            }
          }
          guard let length else { return }
          for vertex in 0..<vertexCount {
            unsafe potentials[vertex] &+= min(length, distances[vertex])
          }
        }
      }
    }
    return length != nil
  }

  @inline(__always)
  private static func precedes(
    _ first: VertexQueue<Cost>.Entry,
    _ second: VertexQueue<Cost>.Entry
  ) -> Bool {
    first.key < second.key || (first.key == second.key && first.vertex < second.vertex)
  }
}
