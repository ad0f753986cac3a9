/// The neighbours of each vertex in ascending order, each once, with which ways links lead.
struct DyadRows {
  /// Ways between three vertices, each told from the first named of two: bit 0 there, bit 1 back.
  struct Codes {
    let firstSecond: UInt8
    let firstThird: UInt8
    let secondThird: UInt8
  }

  /// Where the row of each vertex starts, and at the end how many neighbours there are in all.
  let starts: [UInt32]
  let neighbours: [Network.Vertex]
  /// For each neighbour: bit 0 if a link leads there, bit 1 if one leads back.
  let codes: [UInt8]

  /// Collects neighbours.
  ///
  /// - Complexity: O(*n* + *m* + Σ *d* log *d*) for vertices of *d* links.
  init(_ network: Network) {
    let both = network.ignoringDirection()
    let isReversed = network.direction == .reversed
    var starts: [UInt32] = [0]
    var neighbours: [Network.Vertex] = []
    var codes: [UInt8] = []
    var row: [UInt64] = []
    for vertex in 0..<UInt32(network.vertexCount) {
      row.removeAll(keepingCapacity: true)
      for arc in both.arcs(from: vertex) where arc.head != vertex {
        let isAlong = (network.sources[Int(arc.link)] == vertex) != isReversed
        let code: UInt64 = network.isTwoWay(arc.link) ? 3 : isAlong ? 1 : 2
        row.append(UInt64(arc.head) << 2 | code)
      }
      row.sort()
      let first = neighbours.count
      for entry in row {
        let head = Network.Vertex(entry >> 2)
        if neighbours.count > first, neighbours[neighbours.count - 1] == head {
          codes[codes.count - 1] |= UInt8(entry & 3)
        } else {
          neighbours.append(head)
          codes.append(UInt8(entry & 3))
        }
      }
      starts.append(UInt32(neighbours.count))
    }
    self.starts = starts
    self.neighbours = neighbours
    self.codes = codes
  }

  /// Where the neighbours of a vertex lie.
  func row(_ vertex: Int) -> Range<Int> { Int(starts[vertex])..<Int(starts[vertex + 1]) }

  /// Calls a closure with every three vertices that are all neighbours, once.
  ///
  /// Every pair of neighbours is looked at from its end of lower degree.
  @inline(__always)
  func forEachTriangle(_ body: (Int, Int, Int, Codes) -> Void) {
    let count = starts.count - 1
    func isLater(_ second: Int, than first: Int) -> Bool {
      let (own, other) = (row(first).count, row(second).count)
      return own == other ? second > first : other > own
    }
    // The ways from the first vertex, and 0 to those that are no later neighbours of it.
    var marks = [UInt8](repeating: 0, count: count)
    var later: [(vertex: Int, code: UInt8)] = []
    for first in 0..<count {
      later.removeAll(keepingCapacity: true)
      for place in row(first) {
        let other = Int(neighbours[place])
        guard isLater(other, than: first) else { continue }
        marks[other] = codes[place]
        later.append((other, codes[place]))
      }
      for (second, code) in later {
        for place in row(second) {
          let third = Int(neighbours[place])
          guard marks[third] != 0, isLater(third, than: second) else { continue }
          body(
            first,
            second,
            third,
            Codes(firstSecond: code, firstThird: marks[third], secondThird: codes[place])
          )
        }
      }
      for (second, _) in later { marks[second] = 0 }
    }
  }
}
