/// Distances by what a dual ascent left of the costs: from the root, and to the nearest terminals.
///
/// A tree that passes a vertex costs at least the bound, the way from the root to the vertex and the
/// way from there to a terminal; with an upper bound, what cannot be in a better tree is known.
struct ReducedDistances<Cost: GridCost>: Sendable {
  /// The distance from the root to each vertex.
  private(set) var fromRoot: [Cost]
  /// The distance from each vertex to the nearest terminal but the root.
  private(set) var toTerminal: [Cost]
  /// The distance to the nearest terminal besides that and the root.
  private(set) var toSecond: [Cost]
  let bound: Cost

  init(_ rows: SteinerRows<Cost>, _ ascent: DualAscent<Cost>) {
    bound = ascent.bound
    let farthest = Cost.max / 4
    fromRoot = [Cost](repeating: farthest, count: rows.vertexCount)
    toTerminal = fromRoot
    toSecond = fromRoot
    var queue = VertexQueue<Cost>(vertexCount: rows.vertexCount)
    fromRoot[Int(ascent.root)] = 0
    queue.insert(.init(key: 0, vertex: ascent.root), by: { $0.key < $1.key })
    while let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      for place in rows.row(Int(entry.vertex)) {
        let head = rows.heads[place]
        let distance = entry.key &+ ascent.left[Int(rows.twins[place])]
        let known = fromRoot[Int(head)]
        guard distance < known else { continue }
        fromRoot[Int(head)] = distance
        if known == farthest {
          queue.insert(.init(key: distance, vertex: head), by: { $0.key < $1.key })
        } else {
          queue.moveForward(.init(key: distance, vertex: head), by: { $0.key < $1.key })
        }
      }
    }
    settleTerminals(rows, ascent)
  }

  /// What waits to be settled: a vertex, and the terminal from which it was reached.
  private struct Entry {
    var distance: Cost
    var vertex: UInt32
    var terminal: UInt32
  }

  /// Settles every vertex twice, from two terminals.
  private mutating func settleTerminals(_ rows: SteinerRows<Cost>, _ ascent: DualAscent<Cost>) {
    let farthest = Cost.max / 4
    var nearest = [UInt32](repeating: .max, count: rows.vertexCount)
    var queue = QuaternaryHeap<Entry>()
    for terminal in rows.terminals where terminal != ascent.root {
      queue.insert(
        Entry(distance: 0, vertex: terminal, terminal: terminal),
        by: { $0.distance < $1.distance }
      )
    }
    while let entry = queue.removeFirst(by: { $0.distance < $1.distance }) {
      let vertex = Int(entry.vertex)
      if nearest[vertex] == .max {
        nearest[vertex] = entry.terminal
        toTerminal[vertex] = entry.distance
      } else if nearest[vertex] != entry.terminal, toSecond[vertex] == farthest {
        toSecond[vertex] = entry.distance
      } else {
        continue
      }
      for place in rows.row(vertex) {
        let tail = Int(rows.heads[place])
        if toSecond[tail] != farthest || nearest[tail] == entry.terminal { continue }
        let distance = entry.distance &+ ascent.left[place]
        queue.insert(
          Entry(distance: distance, vertex: UInt32(tail), terminal: entry.terminal),
          by: { $0.distance < $1.distance }
        )
      }
    }
  }
}
