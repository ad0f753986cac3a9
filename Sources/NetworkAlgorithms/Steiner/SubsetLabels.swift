/// Trees that join a vertex with a set of terminals, the cheapest found for each pair.
///
/// A label is a vertex, a set of terminals as bits, and a cost; labels are found by vertex and set
/// through a table of open addresses. Columns lie apart, so that a look touches little memory.
struct SubsetLabels<Cost: GridCost>: Sendable {
  private(set) var sets: [UInt64] = []
  private(set) var vertices: [UInt32] = []
  var costs: [Cost] = []
  /// From which labels each one was made; the second is `UInt32.max` where it went on over an arc.
  var parents: [(UInt32, UInt32)] = []
  /// What is left of the costs of the tree by each dual ascent, label after label.
  var left: [Cost] = []
  var isSettled: [Bool] = []

  private var table: [UInt32]
  private var mask: Int
  /// How many values of `left` each label has.
  let width: Int

  init(width: Int) {
    self.width = width
    table = [UInt32](repeating: .max, count: 1 << 12)
    mask = table.count - 1
  }

  var count: Int { sets.count }

  @inline(__always)
  private func start(_ vertex: UInt32, _ set: UInt64) -> Int {
    var mixed = set &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(vertex) &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= mixed >> 29
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 20) & mask
  }

  /// The label of a pair, if there is one.
  @inline(__always)
  func index(of vertex: UInt32, _ set: UInt64) -> UInt32? {
    var place = start(vertex, set)
    while true {
      let label = table[place]
      if label == .max { return nil }
      if sets[Int(label)] == set, vertices[Int(label)] == vertex { return label }
      place = (place + 1) & mask
    }
  }

  /// Adds a pair that has no label yet; its values are to be set.
  mutating func add(_ vertex: UInt32, _ set: UInt64, cost: Cost) -> UInt32 {
    if sets.count * 2 >= table.count { grow() }
    let label = UInt32(truncatingIfNeeded: sets.count)
    sets.append(set)
    vertices.append(vertex)
    costs.append(cost)
    parents.append((.max, .max))
    isSettled.append(false)
    for _ in 0..<width { left.append(0) }
    put(label)
    return label
  }

  private mutating func put(_ label: UInt32) {
    var place = start(vertices[Int(label)], sets[Int(label)])
    while table[place] != .max { place = (place + 1) & mask }
    table[place] = label
  }

  private mutating func grow() {
    table = [UInt32](repeating: .max, count: table.count * 2)
    mask = table.count - 1
    for label in sets.indices { put(UInt32(truncatingIfNeeded: label)) }
  }
}
