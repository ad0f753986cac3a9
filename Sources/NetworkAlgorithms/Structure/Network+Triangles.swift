extension Network {
  /// Where neighbours are neighbours of each other.
  public struct Clustering: Sendable, Hashable {
    /// How many triangles each vertex is in.
    public let triangles: [Int]
    /// How many different neighbours each vertex has, itself left out.
    public let neighbourCounts: [Int]

    /// Which share of the pairs of its neighbours are linked; 0 with fewer than two.
    public var local: [Double] {
      zip(triangles, neighbourCounts).map { triangles, count in
        count < 2 ? 0 : Double(triangles) / (Double(count) * Double(count - 1) / 2)
      }
    }

    /// Which share of all paths of two links are sides of a triangle; 0 without such paths.
    public var transitivity: Double {
      let paths = neighbourCounts.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
      return paths == 0 ? 0 : Double(triangles.reduce(0, +)) / paths
    }
  }

  /// Counts triangles; direction, parallel links and loops do not matter.
  ///
  /// Every link is looked at from its end of lower degree, and neighbours are found in a set of bits
  /// (Norishige Chiba and Takao Nishizeki 1985).
  ///
  ///     network.clustering().triangles.reduce(0, +) / 3  // each triangle once
  ///
  /// - Returns: Triangles and neighbours of each vertex.
  /// - Complexity: O(*m*·√*m*) for *m* links; 12 bytes for a link and 17 for a vertex.
  public func clustering() -> Clustering {
    let rows = NeighbourRows(self, withWeights: false)
    let degrees = (0..<vertexCount).map { rows.row($0).count }
    return Clustering(
      triangles: TriangleCount(rows, degrees: degrees).triangles(),
      neighbourCounts: degrees
    )
  }
}

/// Counts triangles in rows of neighbours.
private struct TriangleCount {
  private let count: Int
  /// Vertices by degree, and for each vertex its place there.
  private let order: [UInt32]
  /// Neighbours that come later in the order, as places in it.
  private var starts: [UInt32]
  private var later: [UInt32]

  init(_ rows: NeighbourRows, degrees: [Int]) {
    count = degrees.count
    // A counting sort by degree; equals stay in their order.
    let most = degrees.max() ?? 0
    var next = [UInt32](repeating: 0, count: most + 2)
    for degree in degrees { next[degree + 1] += 1 }
    for degree in 0...most { next[degree + 1] += next[degree] }
    var order = [UInt32](repeating: 0, count: count)
    var places = order
    for vertex in degrees.indices {
      let place = next[degrees[vertex]]
      next[degrees[vertex]] += 1
      order[Int(place)] = UInt32(vertex)
      places[vertex] = place
    }
    var starts: [UInt32] = [0]
    var later: [UInt32] = []
    starts.reserveCapacity(count + 1)
    later.reserveCapacity(rows.neighbours.count / 2)
    for place in 0..<UInt32(count) {
      for neighbour in rows.row(Int(order[Int(place)])) {
        let other = places[Int(rows.neighbours[neighbour])]
        if other > place { later.append(other) }
      }
      starts.append(UInt32(later.count))
    }
    self.order = order
    self.starts = starts
    self.later = later
  }

  func triangles() -> [Int] {
    var found = [UInt64](repeating: 0, count: count)
    var marks = [UInt8](repeating: 0, count: count)
    unsafe found.withUnsafeMutableBufferPointer { found in
      unsafe marks.withUnsafeMutableBufferPointer { marks in
        unsafe starts.withUnsafeBufferPointer { starts in
          unsafe later.withUnsafeBufferPointer { later in
            for first in 0..<count {
              let row = unsafe Int(starts[first])..<Int(starts[first &+ 1])
              guard row.count > 1 else { continue }
              for place in row { unsafe marks[Int(later[place])] = 1 }
              var own: UInt64 = 0
              for place in row {
                let second = unsafe Int(later[place])
                var shared: UInt64 = 0
                var inner = unsafe Int(starts[second])
                let end = unsafe Int(starts[second &+ 1])
                while inner < end {
                  let third = unsafe Int(later[inner])
                  let hit = unsafe UInt64(marks[third])
                  unsafe found[third] &+= hit
                  shared &+= hit
                  inner &+= 1
                }
                unsafe found[second] &+= shared
                own &+= shared
              }
              unsafe found[first] &+= own
              for place in row { unsafe marks[Int(later[place])] = 0 }
            }
          }
        }
      }
    }
    var triangles = [Int](repeating: 0, count: count)
    for place in order.indices { triangles[Int(order[place])] = Int(found[place]) }
    return triangles
  }
}
