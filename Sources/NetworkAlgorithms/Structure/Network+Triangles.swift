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
  /// Every link is looked at from its end of lower degree, and neighbours are found by marks
  /// (Norishige Chiba and Takao Nishizeki 1985).
  ///
  ///     network.clustering().triangles.reduce(0, +) / 3  // each triangle once
  ///
  /// - Returns: Triangles and neighbours of each vertex.
  /// - Complexity: O(*m*·√*m*) for *m* links; 4 bytes for a link and 32 for a vertex, and where the
  ///   network is not undirected what ``ignoringDirection()`` takes.
  public func clustering() -> Clustering {
    let rows = DegreeOrderedRows(ignoringDirection())
    return Clustering(triangles: rows.triangles(), neighbourCounts: rows.neighbourCounts())
  }
}

/// The neighbours of each vertex that come after it in the order of degrees, each once.
///
/// Vertices are known by their places in that order: those with the fewest arcs come first, equals in
/// their own order.
private struct DegreeOrderedRows {
  /// The vertex of each place.
  private let order: [UInt32]
  private let starts: [UInt32]
  private let later: [UInt32]

  init(_ network: Network) {
    let count = network.vertexCount
    let order = Self.byDegree(network)
    var starts = [UInt32](repeating: 0, count: count + 1)
    var places = [UInt32](repeating: 0, count: count)
    for place in order.indices { places[Int(order[place])] = UInt32(place) }
    // The last place in whose row each neighbour was seen.
    var seen = [UInt32](repeating: .max, count: count)
    // One more, as each neighbour is written before it is known whether it counts.
    let capacity = network.linkCount + 1
    let later = unsafe [UInt32](unsafeUninitializedCapacity: capacity) { later, length in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe seen.withUnsafeMutableBufferPointer { seen in
          unsafe network.withUnsafeRows { rows, arcs in
            for own in 0..<UInt32(truncatingIfNeeded: count) {
              let vertex = Int(order[Int(own)])
              let start = length
              let end = unsafe Int(rows[vertex &+ 1])
              var arc = unsafe Int(rows[vertex])
              while arc < end {
                let other = unsafe places[Int(arcs[arc].head)]
                unsafe later[length] = other
                length &+= other > own ? 1 : 0
                arc &+= 1
              }
              var kept = start
              for place in start..<length {
                let other = unsafe later[place]
                let isNew = unsafe seen[Int(other)] != own
                unsafe seen[Int(other)] = own
                unsafe later[kept] = other
                kept &+= isNew ? 1 : 0
              }
              length = kept
              starts[Int(own) &+ 1] = UInt32(truncatingIfNeeded: kept)
            }
          }
        }
      }
    }
    (self.order, self.starts, self.later) = (order, starts, later)
  }

  /// The vertices by how many arcs they have: a counting sort.
  private static func byDegree(_ network: Network) -> [UInt32] {
    let starts = network.rowStarts
    var next: [Int] = [0]
    for vertex in 0..<network.vertexCount {
      let degree = Int(starts[vertex + 1] - starts[vertex])
      while next.count < degree + 2 { next.append(0) }
      next[degree + 1] += 1
    }
    for degree in 1..<next.count { next[degree] += next[degree - 1] }
    var order = [UInt32](repeating: 0, count: network.vertexCount)
    for vertex in 0..<network.vertexCount {
      let degree = Int(starts[vertex + 1] - starts[vertex])
      order[next[degree]] = UInt32(vertex)
      next[degree] += 1
    }
    return order
  }

  /// How many neighbours each vertex has.
  func neighbourCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: order.count)
    for other in later { counts[Int(order[Int(other)])] += 1 }
    for place in order.indices {
      counts[Int(order[place])] += Int(starts[place + 1] - starts[place])
    }
    return counts
  }

  /// How many triangles each vertex is in.
  func triangles() -> [Int] {
    let count = order.count
    let mark: UInt32 = 1 << 31
    var triangles = [Int](repeating: 0, count: count)
    // The uppermost bit marks neighbours of the first vertex of a triangle, the others count those
    // triangles of it that the marked vertex is in.
    var marks = [UInt32](repeating: 0, count: count)
    unsafe triangles.withUnsafeMutableBufferPointer { triangles in
      unsafe order.withUnsafeBufferPointer { order in
        unsafe marks.withUnsafeMutableBufferPointer { marks in
          unsafe starts.withUnsafeBufferPointer { starts in
            unsafe later.withUnsafeBufferPointer { later in
              for first in 0..<count {
                let row = unsafe Int(starts[first])..<Int(starts[first &+ 1])
                guard row.count > 1 else { continue }
                for place in row { unsafe marks[Int(later[place])] = mark }
                var own = 0
                for place in row {
                  let second = unsafe Int(later[place])
                  var shared: UInt32 = 0
                  var inner = unsafe Int(starts[second])
                  let end = unsafe Int(starts[second &+ 1])
                  while inner < end {
                    let third = unsafe Int(later[inner])
                    let known = unsafe marks[third]
                    let hit = known &>> 31
                    unsafe marks[third] = known &+ hit
                    shared &+= hit
                    inner &+= 1
                  }
                  unsafe marks[second] &+= shared
                  own &+= Int(shared)
                }
                unsafe triangles[Int(order[first])] &+= own
                for place in row {
                  let other = unsafe Int(later[place])
                  let found = unsafe marks[other] ^ mark
                  unsafe triangles[Int(order[other])] &+= Int(found)
                  unsafe marks[other] = 0
                }
              }
            }
          }
        }
      }
    }
    return triangles
  }
}
