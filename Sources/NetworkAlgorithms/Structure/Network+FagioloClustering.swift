extension Network {
  /// Finds which share of the directed triangles that could be around each vertex there are.
  ///
  /// Each pair of links at a vertex, whichever way, counts once for each way to close it; a link and
  /// its return to the same neighbour are no pair. This is the clustering coefficient of Giorgio
  /// Fagiolo (2007) without weights, which differs from ``localClusteringLDBC()`` wherever links are
  /// returned. A two-way link counts as two one-way links; parallel links of one direction count once,
  /// loops not at all.
  ///
  /// - Returns: The share of each vertex, from 0 to 1; 0 where there is no pair.
  /// - Complexity: O(*m*·√*m*) for *m* links.
  public func localClusteringFagiolo() -> [Double] {
    let dyads = DyadRows(self)
    var closed = [Int](repeating: 0, count: vertexCount)
    dyads.forEachTriangle { first, second, third, codes in
      let product =
        codes.firstSecond.nonzeroBitCount * codes.secondThird.nonzeroBitCount
        * codes.firstThird.nonzeroBitCount
      closed[first] += product
      closed[second] += product
      closed[third] += product
    }
    return (0..<vertexCount).map { vertex in
      let codes = dyads.codes[dyads.row(vertex)]
      let links = codes.reduce(0.0) { $0 + Double($1.nonzeroBitCount) }
      let returned = Double(codes.count { $0 == 3 })
      let possible = links * (links - 1) - 2 * returned
      return possible > 0 ? Double(closed[vertex]) / possible : 0
    }
  }
}
