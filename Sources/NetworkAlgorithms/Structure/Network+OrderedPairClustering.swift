extension Network {
  /// Finds for each vertex which share of the ordered pairs of its neighbours has a link from the
  /// first to the second.
  ///
  /// Neighbours are all vertices with a link to or from the vertex, itself left out, each once; so
  /// in an undirected network this is ``Clustering/local``. It is the local clustering coefficient of the
  /// benchmark LDBC Graphalytics, not that of Giorgio Fagiolo (2007), which counts the directed
  /// triangles that pass the vertex. Parallel links count once, loops not at all.
  ///
  /// - Returns: The share of each vertex, from 0 to 1; 0 with fewer than two neighbours.
  /// - Complexity: O(*m*·√*m*) for *m* links; 20 bytes for a link and 21 for a vertex.
  public func localClusteringLDBC() -> [Double] {
    guard !isUndirected else { return clustering().local }
    let rows = NeighbourRows(self, withWeights: false)
    let linked = OrderedPairCount(self, rows).linkedPairs()
    return (0..<vertexCount).map { vertex in
      let degree = Double(rows.row(vertex).count)
      return degree < 2 ? 0 : Double(linked[vertex]) / (degree * (degree - 1))
    }
  }
}

/// Counts, for each vertex, the ordered pairs of its neighbours that are linked.
private struct OrderedPairCount {
  /// Vertices by degree.
  private let order: [Int]
  /// Neighbours that come later in the order, as places in it, and how many ways there are between
  /// the two: 1 or 2.
  private var starts: [Int] = [0]
  private var later: [UInt32] = []
  private var ways: [UInt8] = []

  init(_ network: Network, _ rows: NeighbourRows) {
    let count = network.vertexCount
    // Whether there is a way from the vertex of a row to the neighbour at each place.
    var isWay = [UInt8](repeating: 0, count: rows.neighbours.count)
    var latest = [Int](repeating: -1, count: count)
    for vertex in 0..<count {
      for place in network.row(of: Network.Vertex(vertex)) {
        latest[Int(network.arcs[place].head)] = vertex
      }
      for place in rows.row(vertex) where latest[Int(rows.neighbours[place])] == vertex {
        isWay[place] = 1
      }
    }
    order = (0..<count).sorted {
      (rows.row($0).count, $0) < (rows.row($1).count, $1)
    }
    var places = [UInt32](repeating: 0, count: count)
    for place in order.indices { places[order[place]] = UInt32(place) }
    // Rows ascend, so the vertices that look back at a neighbour come in the order of its row.
    var next = (0..<count).map { rows.row($0).lowerBound }
    var both = isWay
    for vertex in 0..<count {
      for place in rows.row(vertex) {
        let other = Int(rows.neighbours[place])
        both[next[other]] += isWay[place]
        next[other] += 1
      }
    }
    for vertex in order {
      for place in rows.row(vertex) {
        let other = places[Int(rows.neighbours[place])]
        guard other > places[vertex] else { continue }
        later.append(other)
        ways.append(both[place])
      }
      starts.append(later.count)
    }
  }

  func linkedPairs() -> [Int] {
    var found = [Int](repeating: 0, count: order.count)
    var marks = [UInt8](repeating: 0, count: order.count)
    unsafe found.withUnsafeMutableBufferPointer { found in
      unsafe marks.withUnsafeMutableBufferPointer { marks in
        unsafe later.withUnsafeBufferPointer { later in
          unsafe ways.withUnsafeBufferPointer { ways in
            for first in order.indices {
              let row = starts[first]..<starts[first + 1]
              for place in row { unsafe marks[Int(later[place])] = ways[place] }
              for place in row {
                let second = unsafe Int(later[place])
                let between = unsafe Int(ways[place])
                for inner in starts[second]..<starts[second + 1] {
                  let third = unsafe Int(later[inner])
                  let mark = unsafe Int(marks[third])
                  guard mark > 0 else { continue }
                  unsafe found[third] &+= between
                  unsafe found[second] &+= mark
                  unsafe found[first] &+= Int(ways[inner])
                }
              }
              for place in row { unsafe marks[Int(later[place])] = 0 }
            }
          }
        }
      }
    }
    var pairs = found
    for place in order.indices { pairs[order[place]] = found[place] }
    return pairs
  }
}
