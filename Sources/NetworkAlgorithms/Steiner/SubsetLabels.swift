/// Trees that join a vertex with a set of terminals, the cheapest found for each pair.
///
/// A label is a vertex, a set of terminals as bits, and a cost; labels are found by vertex and set
/// through a table of open addresses, in which half of a hash saves most looks at other labels.
struct SubsetLabels<Cost: GridCost>: Sendable {
  struct Label: Sendable {
    let set: UInt64
    var cost: Cost
    let vertex: UInt32
    var isSettled = false
    /// From which labels it was made; the second is `UInt32.max` where it went on over an arc.
    var parents: (UInt32, UInt32) = (.max, .max)
  }

  private var labels: [Label] = []
  /// What is left of the costs of the tree by each dual ascent, label after label.
  var left: [Cost] = []

  /// The upper half is that of a hash, the lower a label.
  private var table: [UInt64]
  private var mask: Int
  /// How many values of `left` each label has.
  let width: Int

  init(width: Int) {
    self.width = width
    table = [UInt64](repeating: .max, count: 1 << 12)
    mask = table.count - 1
  }

  var count: Int { labels.count }

  @inline(__always)
  subscript(label: UInt32) -> Label {
    get { labels[Int(label)] }
    _modify { yield &labels[Int(label)] }
  }

  @inline(__always)
  private static func hash(_ vertex: UInt32, _ set: UInt64) -> UInt64 {
    var mixed = set &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(vertex) &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= mixed >> 29
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }

  /// The label of a pair, if there is one.
  @inline(__always)
  func index(of vertex: UInt32, _ set: UInt64) -> UInt32? {
    let hash = Self.hash(vertex, set)
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = table[place]
      if entry == .max { return nil }
      if (entry ^ hash) >> 32 == 0 {
        let label = UInt32(truncatingIfNeeded: entry)
        if labels[Int(label)].set == set, labels[Int(label)].vertex == vertex { return label }
      }
      place = (place &+ 1) & mask
    }
  }

  /// Adds a pair that has no label yet; what is left of its costs is to be set.
  mutating func add(_ vertex: UInt32, _ set: UInt64, cost: Cost) -> UInt32 {
    if labels.count * 2 >= table.count { grow() }
    let label = UInt32(truncatingIfNeeded: labels.count)
    labels.append(Label(set: set, cost: cost, vertex: vertex))
    for _ in 0..<width { left.append(0) }
    put(label)
    return label
  }

  private mutating func put(_ label: UInt32) {
    let hash = Self.hash(labels[Int(label)].vertex, labels[Int(label)].set)
    var place = Int(truncatingIfNeeded: hash) & mask
    while table[place] != .max { place = (place &+ 1) & mask }
    table[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(label)
  }

  private mutating func grow() {
    table = [UInt64](repeating: .max, count: table.count * 2)
    mask = table.count - 1
    for label in labels.indices { put(UInt32(truncatingIfNeeded: label)) }
  }
}
