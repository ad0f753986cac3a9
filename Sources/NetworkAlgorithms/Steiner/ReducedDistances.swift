/// Distances by what a dual ascent left of the costs: from the root, and to the nearest terminals.
///
/// A tree that passes a vertex costs at least the bound, the way from the root to the vertex and the
/// way from there to a terminal; with an upper bound, what cannot be in a better tree is known.
struct ReducedDistances<Cost: GridCost>: Sendable {
  /// The distance from the root to each vertex.
  private(set) var fromRoot: [Cost]
  /// The distance from each vertex to the nearest terminal but the root.
  private(set) var toTerminal: [Cost]
  /// Which terminal that is.
  private(set) var nearest: [UInt32]
  let bound: Cost

  init(_ rows: SteinerRows<Cost>, _ ascent: DualAscent<Cost>) {
    bound = ascent.bound
    let farthest = Cost.max / 4
    fromRoot = [Cost](repeating: farthest, count: rows.vertexCount)
    toTerminal = fromRoot
    nearest = [UInt32](repeating: .max, count: rows.vertexCount)
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
    for terminal in rows.terminals where terminal != ascent.root {
      toTerminal[Int(terminal)] = 0
      nearest[Int(terminal)] = terminal
      queue.insert(.init(key: 0, vertex: terminal), by: { $0.key < $1.key })
    }
    while let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      for place in rows.row(Int(entry.vertex)) {
        let tail = rows.heads[place]
        let distance = entry.key &+ ascent.left[place]
        let known = toTerminal[Int(tail)]
        guard distance < known else { continue }
        toTerminal[Int(tail)] = distance
        nearest[Int(tail)] = nearest[Int(entry.vertex)]
        if known == farthest {
          queue.insert(.init(key: distance, vertex: tail), by: { $0.key < $1.key })
        } else {
          queue.moveForward(.init(key: distance, vertex: tail), by: { $0.key < $1.key })
        }
      }
    }
  }
}
