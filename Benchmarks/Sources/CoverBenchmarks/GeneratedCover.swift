internal import CoverOptimization

/// A made-up cover: cells are districts by needs, and each actor works around its home district.
///
/// Every cell is covered by at least two actors. The same numbers give the same cover.
struct GeneratedCover {
  /// The cells of each actor, ascending.
  let sets: [[Int]]
  private let elements: Int
  private var state: UInt64

  init(sets setCount: Int, elements: Int, seed: UInt64) {
    self.elements = elements
    state = seed
    var generator = SplitMix(state: seed)
    let needs = max(1, min(50, elements / 4))
    let districts = elements / needs
    var sets: [Set<Int>] = []
    for _ in 0..<setCount {
      // Sizes from 10 to 300 (or what there is), each doubling as likely as the one before.
      var size = 10
      while size < elements / 4, size < 300, generator.next(below: 3) > 0 { size += size / 2 }
      let home = generator.next(below: districts)
      var cells: Set<Int> = []
      for _ in 0..<size {
        var distance = 0
        while generator.next(below: 1 + districts / 12) > 0, distance < districts { distance += 1 }
        if generator.next(below: 2) == 0 { distance = -distance }
        let district = (home + distance + districts) % districts
        cells.insert(district * needs + generator.next(below: needs))
      }
      sets.append(cells)
    }
    var counts = [Int](repeating: 0, count: elements)
    for set in sets { for cell in set { counts[cell] += 1 } }
    for cell in counts.indices {
      while counts[cell] < 2 {
        if sets[generator.next(below: setCount)].insert(cell).inserted { counts[cell] += 1 }
      }
    }
    self.sets = sets.map { $0.sorted() }
  }

  /// The cover as a question.
  func instance() throws -> CoverInstance {
    try CoverInstance(
      demands: [Int](repeating: 1, count: elements),
      columns: sets.map { CoverColumn(cost: 1, rows: $0) }
    )
  }

  /// The cover as a table for other solvers.
  var table: String {
    var text = "actor,cell\n"
    for (actor, cells) in sets.enumerated() {
      for cell in cells { text += "\(actor),\(cell)\n" }
    }
    return text
  }
}

/// SplitMix64 by Sebastiano Vigna, in the public domain.
struct SplitMix {
  var state: UInt64

  /// The next number from 0 up to a bound.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(bound))
  }
}
