/// What the rest of a tree costs at least, by one dual ascent, once a part of it is known.
///
/// A tree directed away from the root costs at least the bound and what is left of the costs of all
/// its arcs. Of a part that joins a vertex with some terminals the direction is known: away from
/// the vertex, or, where it has the root, away from the root.
struct SubsetBounds<Cost: GridCost>: Sendable {
  let ascent: DualAscent<Cost>
  /// The bit of the root, or 0 where it is the one that no set has.
  let rootBit: UInt64
  private let fromRoot: [Cost]
  /// The distance from each vertex to each terminal, vertex after vertex; empty for the main root.
  private var toTerminals: [Cost] = []
  private let count: Int

  init(_ rows: SteinerRows<Cost>, _ ascent: DualAscent<Cost>, rootBit: UInt64, goals: [UInt32]) {
    self.ascent = ascent
    self.rootBit = rootBit
    count = goals.count
    fromRoot = Self.distances(rows, ascent, from: ascent.root, isForward: true)
    guard rootBit != 0 else { return }
    toTerminals = [Cost](repeating: 0, count: rows.vertexCount * goals.count)
    for (place, goal) in goals.enumerated() {
      let distances = Self.distances(rows, ascent, from: goal, isForward: false)
      for vertex in 0..<rows.vertexCount {
        toTerminals[vertex * count + place] = distances[vertex]
      }
    }
  }

  private static func distances(
    _ rows: SteinerRows<Cost>,
    _ ascent: DualAscent<Cost>,
    from source: UInt32,
    isForward: Bool
  ) -> [Cost] {
    var distances = [Cost](repeating: Cost.max / 4, count: rows.vertexCount)
    var queue = VertexQueue<Cost>(vertexCount: rows.vertexCount)
    distances[Int(source)] = 0
    queue.insert(.init(key: 0, vertex: source), by: { $0.key < $1.key })
    while let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      for place in rows.row(Int(entry.vertex)) {
        let head = rows.heads[place]
        let arc = isForward ? Int(rows.twins[place]) : place
        let distance = entry.key &+ ascent.left[arc]
        let known = distances[Int(head)]
        guard distance < known else { continue }
        distances[Int(head)] = distance
        let better = VertexQueue<Cost>.Entry(key: distance, vertex: head)
        if known == Cost.max / 4 {
          queue.insert(better, by: { $0.key < $1.key })
        } else {
          queue.moveForward(better, by: { $0.key < $1.key })
        }
      }
    }
    return distances
  }

  /// What is left of the cost of going on from the vertex of a row over the arc at a place there.
  @inline(__always)
  func step(_ place: Int, twin: Int, set: UInt64) -> Cost {
    // Away from the root: towards the new vertex if the part has the root, else from there.
    ascent.left[set & rootBit != 0 ? twin : place]
  }

  /// What a whole tree costs at least that has a part with so much left.
  @inline(__always)
  func bound(_ vertex: Int, _ set: UInt64, left: Cost, missing: UInt64) -> Cost {
    if set & rootBit == 0 { return ascent.bound &+ left &+ fromRoot[vertex] }
    var farthest: Cost = 0
    var missing = missing
    while missing != 0 {
      let bit = missing.trailingZeroBitCount
      missing &= missing &- 1
      farthest = max(farthest, toTerminals[vertex &* count &+ bit])
    }
    return ascent.bound &+ left &+ farthest
  }
}
