extension Network {
  /// Finds how well each vertex is tied to well-tied ones (Phillip Bonacich 1972): the largest
  /// eigenvector of the matrix of links, of length 1, without direction.
  ///
  /// Parallel links and weights add up. In a network of several parts the vector is not unique, so
  /// there is none.
  ///
  /// - Parameters:
  ///   - tolerance: By how much the numbers together may change in the last round.
  ///   - maximumRounds: How many rounds are made at most.
  /// - Returns: The numbers, none negative; `nil` if the network has no links, several parts, or if it
  ///   does not settle in time.
  /// - Complexity: O(*m*) for each round of *m* links.
  public func eigenvectorCentrality(
    tolerance: Double = 1e-12,
    maximumRounds: Int = 10_000
  ) -> [Double]? {
    let network = ignoringDirection()
    guard linkCount > 0, network.connectedComponents().count == 1 else { return nil }
    let isWeighted = weights != nil
    var vector = [Double](repeating: 1 / Double(vertexCount).squareRoot(), count: vertexCount)
    var next = vector
    for _ in 0..<maximumRounds {
      for vertex in 0..<vertexCount {
        // The vertex itself is added, so that two sides of a network cannot take turns.
        var sum = vector[vertex]
        for place in network.row(of: Vertex(vertex)) {
          let weight = isWeighted ? network.arcWeights[place] : 1
          sum += vector[Int(network.arcs[place].head)] * weight
        }
        next[vertex] = sum
      }
      let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      var change = 0.0
      for vertex in next.indices {
        next[vertex] /= length
        change += abs(next[vertex] - vector[vertex])
      }
      swap(&vector, &next)
      if change < tolerance { return vector }
    }
    return nil
  }
}
