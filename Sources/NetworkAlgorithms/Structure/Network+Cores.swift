extension Network {
  /// Finds for each vertex the largest *k* such that it belongs to a part of the network in which
  /// every vertex has at least *k* links.
  ///
  /// Direction does not matter; parallel links count each, loops not at all. Vertices are taken away in
  /// the order of what is left of their degrees (Vladimir Batagelj and Matjaž Zaveršnik 2003).
  ///
  /// - Returns: The core number of each vertex.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func coreNumbers() -> [Int] {
    let network = ignoringDirection()
    var degrees = (0..<vertexCount).map { vertex in
      network.row(of: Vertex(vertex)).count { network.arcs[$0].head != Vertex(vertex) }
    }
    let most = degrees.max() ?? 0
    // Where the vertices of each degree start in the order.
    var starts = [Int](repeating: 0, count: most + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for degree in 0...most { starts[degree + 1] += starts[degree] }
    var order = [Int](repeating: 0, count: vertexCount)
    var places = order
    var next = starts
    for vertex in degrees.indices {
      places[vertex] = next[degrees[vertex]]
      order[places[vertex]] = vertex
      next[degrees[vertex]] += 1
    }
    for place in order.indices {
      let vertex = order[place]
      for arc in network.row(of: Vertex(vertex)) {
        let other = Int(network.arcs[arc].head)
        guard degrees[other] > degrees[vertex] else { continue }
        // Moves to the front of those of its degree, and then counts among those of one less.
        let degree = degrees[other]
        let front = starts[degree]
        let first = order[front]
        order.swapAt(front, places[other])
        places.swapAt(first, other)
        starts[degree] += 1
        degrees[other] -= 1
      }
    }
    return degrees
  }
}
