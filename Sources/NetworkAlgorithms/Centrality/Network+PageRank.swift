extension Network {
  /// How often a walk is at each vertex that follows links at random, and now and then jumps.
  public struct PageRank: Sendable, Hashable {
    /// The share of each vertex; together 1, or none without vertices.
    public let shares: [Double]
    /// How many rounds were made.
    public let rounds: Int
    /// By how much all shares together changed in the last round.
    public let change: Double
    /// Whether that is less than was asked for.
    public let isSettled: Bool
  }

  /// Finds how often a walk along links is at each vertex (Sergey Brin and Lawrence Page 1998).
  ///
  /// From a vertex the walk follows one of its arcs, each as likely as its weight, with probability
  /// `damping`, and else jumps to any vertex; from a vertex without arcs it always jumps. Parallel
  /// links count each.
  ///
  /// - Parameters:
  ///   - damping: How likely an arc is followed, from 0 to below 1.
  ///   - tolerance: By how much all shares together may still change; 0 makes every round.
  ///   - maximumRounds: How many rounds are made at most.
  /// - Returns: The shares.
  /// - Complexity: O(*m*) for each round of *m* links; 24 bytes for a vertex, 16 for an arc.
  public func pageRank(
    damping: Double = 0.85,
    tolerance: Double = 1e-10,
    maximumRounds: Int = 1000
  ) -> PageRank {
    precondition(damping >= 0 && damping < 1, "a damping factor is from 0 to below 1")
    guard vertexCount > 0 else {
      return PageRank(shares: [], rounds: 0, change: 0, isSettled: true)
    }
    let incoming = isUndirected ? self : reversed()
    var outgoing = [Double](repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount {
      let row = row(of: Vertex(vertex))
      outgoing[vertex] =
        weights == nil ? Double(row.count) : row.reduce(0) { $0 + arcWeights[$1] }
    }
    let count = Double(vertexCount)
    let dangling = outgoing.indices.filter { outgoing[$0] == 0 }
    let factors = outgoing.map { $0 > 0 ? damping / $0 : 0 }
    var shares = [Double](repeating: 1 / count, count: vertexCount)
    var given = shares
    var (rounds, change) = (0, Double.infinity)
    while rounds < maximumRounds, change >= tolerance {
      for vertex in shares.indices { given[vertex] = shares[vertex] * factors[vertex] }
      let jumping = dangling.reduce(0.0) { $0 + shares[$1] }
      let base = (1 - damping + damping * jumping) / count
      change = incoming.gather(given, base: base, into: &shares)
      rounds += 1
    }
    return PageRank(shares: shares, rounds: rounds, change: change, isSettled: change < tolerance)
  }

  /// Sets each vertex to a base and what its arcs lead to; gives the sum of changes.
  private func gather(_ given: [Double], base: Double, into shares: inout [Double]) -> Double {
    let isWeighted = weights != nil
    return unsafe shares.withUnsafeMutableBufferPointer { shares in
      unsafe given.withUnsafeBufferPointer { given in
        unsafe arcWeights.withUnsafeBufferPointer { weights in
          unsafe withUnsafeRows { rows, arcs in
            var change = 0.0
            var place = 0
            for vertex in 0..<shares.count {
              let end = unsafe Int(rows[vertex &+ 1])
              // Four sums at once, as each addition waits for the one before it.
              var sums = SIMD4<Double>(repeating: 0)
              if isWeighted {
                while place < end {
                  unsafe sums[0] += given[Int(arcs[place].head)] * weights[place]
                  place &+= 1
                }
              } else {
                while place &+ 4 <= end {
                  unsafe sums += SIMD4(
                    given[Int(arcs[place].head)],
                    given[Int(arcs[place &+ 1].head)],
                    given[Int(arcs[place &+ 2].head)],
                    given[Int(arcs[place &+ 3].head)]
                  )
                  place &+= 4
                }
                while place < end {
                  unsafe sums[0] += given[Int(arcs[place].head)]
                  place &+= 1
                }
              }
              let share = base + sums.sum()
              change += unsafe abs(share - shares[vertex])
              unsafe shares[vertex] = share
            }
            return change
          }
        }
      }
    }
  }
}
