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
  /// Vertices are ordered by degree, and each link is looked at once: what comes after both its ends
  /// is sought among the later neighbours of the first, of which there are few, by marks on those of
  /// the second (Norishige Chiba and Takao Nishizeki 1985).
  ///
  ///     network.clustering().triangles.reduce(0, +) / 3  // each triangle once
  ///
  /// - Returns: Triangles and neighbours of each vertex.
  /// - Complexity: O(*m*·√*m*) for *m* links; 8 bytes for a link and 40 for a vertex, and where the
  ///   network is not undirected what ``ignoringDirection()`` takes.
  public func clustering() -> Clustering {
    let rows = DegreeOrderedRows(ignoringDirection())
    return Clustering(triangles: rows.triangles(), neighbourCounts: rows.neighbourCounts())
  }
}

/// The neighbours of each vertex that come before and after it in the order of degrees, each once.
///
/// Vertices are known by their places in that order: those with the fewest arcs come first, equals in
/// their own order.
private struct DegreeOrderedRows {
  /// The vertex of each place.
  private let order: [UInt32]
  private let earlierStarts: [UInt32]
  private let earlier: [UInt32]
  private let laterStarts: [UInt32]
  /// In each row in ascending order.
  private let later: [UInt32]

  init(_ network: Network) {
    order = Self.byDegree(network)
    (earlierStarts, earlier) = Self.earlierRows(of: network, in: order)
    (laterStarts, later) = Self.turned(earlierStarts, earlier)
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

  private static func earlierRows(
    of network: Network,
    in order: [UInt32]
  ) -> (starts: [UInt32], rows: [UInt32]) {
    let count = order.count
    var starts = [UInt32](repeating: 0, count: count + 1)
    var places = [UInt32](repeating: 0, count: count)
    for place in order.indices { places[Int(order[place])] = UInt32(place) }
    // The last place in whose row each neighbour was seen.
    var seen = [UInt32](repeating: .max, count: count)
    // One more, as each neighbour is written before it is known whether it counts.
    let capacity = network.linkCount + 1
    let rows = unsafe [UInt32](unsafeUninitializedCapacity: capacity) { rows, length in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe seen.withUnsafeMutableBufferPointer { seen in
          unsafe network.withUnsafeRows { arcStarts, arcs in
            for own in 0..<UInt32(truncatingIfNeeded: count) {
              let vertex = Int(order[Int(own)])
              let start = length
              let end = unsafe Int(arcStarts[vertex &+ 1])
              var arc = unsafe Int(arcStarts[vertex])
              while arc < end {
                let other = unsafe places[Int(arcs[arc].head)]
                unsafe rows[length] = other
                length &+= other < own ? 1 : 0
                arc &+= 1
              }
              var kept = start
              for place in start..<length {
                let other = unsafe rows[place]
                let isNew = unsafe seen[Int(other)] != own
                unsafe seen[Int(other)] = own
                unsafe rows[kept] = other
                kept &+= isNew ? 1 : 0
              }
              length = kept
              starts[Int(own) &+ 1] = UInt32(truncatingIfNeeded: kept)
            }
          }
        }
      }
    }
    return (starts, rows)
  }

  /// Rows the other way round: for each neighbour, in ascending order, in whose rows it is.
  private static func turned(
    _ starts: [UInt32],
    _ rows: [UInt32]
  ) -> (starts: [UInt32], rows: [UInt32]) {
    let count = starts.count - 1
    // Counts are two places to the right, as in the rows of a network.
    var turnedStarts = [UInt32](repeating: 0, count: count + 2)
    let turned = unsafe [UInt32](unsafeUninitializedCapacity: rows.count) { turned, length in
      length = rows.count
      unsafe turnedStarts.withUnsafeMutableBufferPointer { next in
        for other in rows { unsafe next[Int(other) &+ 2] &+= 1 }
        for place in 0..<count { unsafe next[place &+ 2] &+= next[place &+ 1] }
        unsafe rows.withUnsafeBufferPointer { rows in
          var row = 0
          for own in 0..<count {
            let end = Int(starts[own &+ 1])
            while row < end {
              let other = unsafe Int(rows[row])
              unsafe turned[Int(next[other &+ 1])] = UInt32(truncatingIfNeeded: own)
              unsafe next[other &+ 1] &+= 1
              row &+= 1
            }
          }
        }
      }
    }
    turnedStarts.removeLast()
    return (turnedStarts, turned)
  }

  /// How many neighbours each vertex has.
  func neighbourCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: order.count)
    for place in order.indices {
      let before = earlierStarts[place + 1] - earlierStarts[place]
      counts[Int(order[place])] = Int(before + laterStarts[place + 1] - laterStarts[place])
    }
    return counts
  }

  /// How many triangles each vertex is in.
  func triangles() -> [Int] {
    let count = order.count
    let mark: UInt32 = 1 << 31
    // By place; the vertices of a triangle are its first, second and third place.
    var found = [Int](repeating: 0, count: count)
    // The uppermost bit marks later neighbours of the second, the others count those triangles of it
    // whose third place is the marked one.
    var marks = [UInt32](repeating: 0, count: count)
    // Where each first's later neighbours after the second begin.
    var next = laterStarts
    unsafe found.withUnsafeMutableBufferPointer { found in
      unsafe marks.withUnsafeMutableBufferPointer { marks in
        unsafe next.withUnsafeMutableBufferPointer { next in
          unsafe earlier.withUnsafeBufferPointer { earlier in
            unsafe laterStarts.withUnsafeBufferPointer { starts in
              unsafe later.withUnsafeBufferPointer { later in
                for second in 0..<count {
                  let row = unsafe Int(starts[second])..<Int(starts[second &+ 1])
                  for place in row { unsafe marks[Int(later[place])] = mark }
                  var own = 0
                  for place in Int(earlierStarts[second])..<Int(earlierStarts[second &+ 1]) {
                    let first = unsafe Int(earlier[place])
                    var inner = unsafe Int(next[first]) &+ 1
                    unsafe next[first] = UInt32(truncatingIfNeeded: inner)
                    let end = unsafe Int(starts[first &+ 1])
                    var shared: UInt32 = 0
                    while inner < end {
                      let third = unsafe Int(later[inner])
                      let known = unsafe marks[third]
                      let hit = known &>> 31
                      unsafe marks[third] = known &+ hit
                      shared &+= hit
                      inner &+= 1
                    }
                    unsafe found[first] &+= Int(shared)
                    own &+= Int(shared)
                  }
                  unsafe found[second] &+= own
                  for place in row {
                    let third = unsafe Int(later[place])
                    unsafe found[third] &+= Int(marks[third] ^ mark)
                    unsafe marks[third] = 0
                  }
                }
              }
            }
          }
        }
      }
    }
    var triangles = [Int](repeating: 0, count: count)
    for place in order.indices { triangles[Int(order[place])] = found[place] }
    return triangles
  }
}
