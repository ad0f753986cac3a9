/// How cheaply a set of terminals can be joined to some other terminal.
///
/// A tree for the set and a vertex that costs more is in no least tree: the terminals could hang on
/// another terminal instead (Hougardy, Silvanus and Vygen 2017).
struct SubsetUnions<Cost: GridCost>: Sendable {
  private var sets: [UInt64]
  private var limits: [Cost]
  private var mask: Int
  private var count = 0

  /// The terminals by distance from each vertex, the root last in number.
  private let order: [UInt8]
  private let distances: [Cost]
  private let goalPlaces: [UInt32]
  private let width: Int

  init(_ rows: SteinerRows<Cost>, goals: [UInt32], root: UInt32) {
    sets = [UInt64](repeating: 0, count: 1 << 10)
    limits = [Cost](repeating: .max, count: 1 << 10)
    mask = sets.count - 1
    let terminals = goals + [root]
    goalPlaces = goals
    let width = terminals.count
    self.width = width
    var table = [Cost](repeating: .max, count: rows.vertexCount * width)
    var queue = VertexQueue<Cost>(vertexCount: rows.vertexCount)
    for (column, terminal) in terminals.enumerated() {
      table[Int(terminal) * width + column] = 0
      queue.insert(.init(key: 0, vertex: terminal), by: { $0.key < $1.key })
      while let entry = queue.removeFirst(by: { $0.key < $1.key }) {
        for place in rows.row(Int(entry.vertex)) {
          let head = rows.heads[place]
          let distance = entry.key &+ rows.costs[place]
          let known = table[Int(head) * width + column]
          guard distance < known else { continue }
          table[Int(head) * width + column] = distance
          let better = VertexQueue<Cost>.Entry(key: distance, vertex: head)
          if known == .max {
            queue.insert(better, by: { $0.key < $1.key })
          } else {
            queue.moveForward(better, by: { $0.key < $1.key })
          }
        }
      }
    }
    var order = [UInt8](repeating: 0, count: rows.vertexCount * width)
    for vertex in 0..<rows.vertexCount {
      let columns = (0..<width).sorted {
        let (one, other) = (table[vertex * width + $0], table[vertex * width + $1])
        return one != other ? one < other : $0 < $1
      }
      for (place, column) in columns.enumerated() {
        order[vertex * width + place] = UInt8(truncatingIfNeeded: column)
      }
    }
    self.order = order
    distances = table
  }

  /// The distance from a vertex to the nearest terminal that a set does not have.
  private func distance(from vertex: Int, outOf set: UInt64) -> Cost {
    for place in 0..<width {
      let column = Int(order[vertex * width + place])
      if column == width - 1 || set >> UInt64(column) & 1 == 0 {
        return distances[vertex * width + column]
      }
    }
    return .max
  }

  private func start(_ set: UInt64) -> Int {
    var mixed = set &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 31
    return Int(truncatingIfNeeded: mixed) & mask
  }

  /// What is known so far.
  @inline(__always)
  func known(_ set: UInt64) -> Cost {
    var place = start(set)
    while sets[place] != 0 {
      if sets[place] == set { return limits[place] }
      place = (place + 1) & mask
    }
    return .max
  }

  /// What is known, given a tree that joins the set and a vertex at some cost.
  mutating func limit(of set: UInt64, vertex: Int, cost: Cost) -> Cost {
    var place = start(set)
    while sets[place] != 0, sets[place] != set { place = (place + 1) & mask }
    var limit = cost &+ distance(from: vertex, outOf: set)
    if sets[place] == set {
      if limit < limits[place] { limits[place] = limit }
      return limits[place]
    }
    var rest = set
    while rest != 0 {
      let column = rest.trailingZeroBitCount
      rest &= rest &- 1
      limit = min(limit, cost &+ distance(from: Int(goalPlaces[column]), outOf: set))
    }
    sets[place] = set
    limits[place] = limit
    count += 1
    if count * 2 > sets.count { grow() }
    return limit
  }

  private mutating func grow() {
    let (oldSets, oldLimits) = (sets, limits)
    sets = [UInt64](repeating: 0, count: oldSets.count * 2)
    limits = [Cost](repeating: .max, count: sets.count)
    mask = sets.count - 1
    for index in oldSets.indices where oldSets[index] != 0 {
      var place = start(oldSets[index])
      while sets[place] != 0 { place = (place + 1) & mask }
      sets[place] = oldSets[index]
      limits[place] = oldLimits[index]
    }
  }
}
