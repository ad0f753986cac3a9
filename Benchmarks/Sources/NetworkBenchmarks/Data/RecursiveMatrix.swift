internal import BenchmarkSupport

/// Makes R-MAT graphs with the parameters of Graph500: few vertices have most of the links.
///
/// A graph of scale *s* has 2^*s* vertices; 16 links for each are drawn by choosing a quarter of the
/// matrix *s* times (Deepayan Chakrabarti, Yiping Zhan and Christos Faloutsos, 2004). Loops and what
/// is drawn twice are left out, vertices and links are shuffled, and each link gets one of its two
/// directions, so the graph is a simple one with direction and without. The same scale gives the same
/// graph.
struct RecursiveMatrix {
  let scale: Int

  func links() -> LinkTable {
    var random = SeededGenerator(seed: 0x7231 + UInt64(scale))
    let count = 1 << scale
    let names = (0..<UInt32(count)).shuffled(using: &random)
    var pairs: [UInt64] = []
    pairs.reserveCapacity(count * 16)
    for _ in 0..<count * 16 {
      let (row, column) = drawn(using: &random)
      let (one, other) = (names[row], names[column])
      if one != other { pairs.append(UInt64(min(one, other)) << 32 | UInt64(max(one, other))) }
    }
    pairs.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(pairs.count)
    for pair in pairs where pair != distinct.last { distinct.append(pair) }
    distinct.shuffle(using: &random)
    var table = LinkTable(name: "rmat\(scale)", vertexCount: count)
    for pair in distinct {
      let ends = (UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
      let isTurned = random.next() & 1 == 1
      table.sources.append(isTurned ? ends.1 : ends.0)
      table.targets.append(isTurned ? ends.0 : ends.1)
      table.units.append(UInt32(1 + random.below(6400)))
    }
    return table
  }

  /// One place in the matrix: the quarters are chosen with 57, 19, 19 and 5 of 100.
  private func drawn(using random: inout SeededGenerator) -> (Int, Int) {
    var (row, column) = (0, 0)
    for _ in 0..<scale {
      let hundredth = random.below(100)
      row = row << 1 | (hundredth >= 76 ? 1 : 0)
      column = column << 1 | (hundredth >= 95 || (57..<76).contains(hundredth) ? 1 : 0)
    }
    return (row, column)
  }
}
