extension Network {
  /// How far each vertex stands between others that do not know each other.
  public struct StructuralHoles: Sendable, Hashable {
    /// How much its neighbours, taken together, know each other: low for who stands between them; `nil`
    /// where there are none.
    public let constraint: [Double?]
    /// How many neighbours are left if those who know each other count less; `nil` where there are
    /// none.
    public let effectiveSize: [Double?]
    /// How many different neighbours there are.
    public let degrees: [Int]

    /// ``effectiveSize`` as a share of all neighbours, up to 1.
    public var efficiency: [Double?] {
      effectiveSize.indices.map { place in
        effectiveSize[place].map { $0 / Double(degrees[place]) }
      }
    }
  }

  /// Finds constraint and effective size (Ronald Burt: Structural Holes, 1992).
  ///
  /// The tie of two vertices is the sum of the weights of all links between them, either way; loops
  /// are left out.
  ///
  /// - Returns: The measures of each vertex.
  /// - Complexity: O(Σ *d*²) over neighbours' degrees *d*.
  public func structuralHoles() -> StructuralHoles {
    let rows = NeighbourRows(self, withWeights: true)
    var sums = [Double](repeating: 0, count: vertexCount)
    var largest = sums
    for vertex in 0..<vertexCount {
      for place in rows.row(vertex) {
        sums[vertex] += rows.weights[place]
        largest[vertex] = max(largest[vertex], rows.weights[place])
      }
    }
    /// What part of the vertex's ties each of its neighbours has, and what leads there indirectly.
    var shares = [Double](repeating: 0, count: vertexCount)
    var indirect = shares
    var (constraint, effectiveSize): ([Double?], [Double?]) = ([], [])
    for vertex in 0..<vertexCount {
      let row = rows.row(vertex)
      guard sums[vertex] > 0 else {
        constraint.append(nil)
        effectiveSize.append(nil)
        continue
      }
      for place in row {
        shares[Int(rows.neighbours[place])] = rows.weights[place] / sums[vertex]
      }
      var size = 0.0
      for place in row {
        let other = Int(rows.neighbours[place])
        var redundancy = 0.0
        for inner in rows.row(other) {
          let third = Int(rows.neighbours[inner])
          guard third != vertex else { continue }
          indirect[third] +=
            shares[other] * rows.weights[inner] / max(sums[other], .leastNonzeroMagnitude)
          redundancy += shares[third] * rows.weights[inner] / largest[other]
        }
        size += 1 - redundancy
      }
      var total = 0.0
      for place in row {
        let other = Int(rows.neighbours[place])
        let tie = shares[other] + indirect[other]
        total += tie * tie
      }
      for place in row {
        let other = Int(rows.neighbours[place])
        shares[other] = 0
        for inner in rows.row(other) { indirect[Int(rows.neighbours[inner])] = 0 }
      }
      constraint.append(total)
      effectiveSize.append(size)
    }
    return StructuralHoles(
      constraint: constraint,
      effectiveSize: effectiveSize,
      degrees: (0..<vertexCount).map { rows.row($0).count }
    )
  }
}
