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
  ///   - reversed: What ``reversed()`` gives for this network, kept by a caller who asks often.
  /// - Returns: The shares.
  /// - Complexity: O(*m*) for each round of *m* links; 28 bytes for a vertex and 4 for an arc, and
  ///   what ``reversed()`` takes unless it is given.
  public func pageRank(
    damping: Double = 0.85,
    tolerance: Double = 1e-10,
    maximumRounds: Int = 1000,
    reversed: Network? = nil
  ) -> PageRank {
    precondition(damping >= 0 && damping < 1, "a damping factor is from 0 to below 1")
    let incoming = isUndirected ? self : reversed ?? self.reversed()
    precondition(
      incoming.vertexCount == vertexCount && incoming.arcCount == arcCount,
      "the reversed network belongs to another network"
    )
    guard vertexCount > 0 else {
      return PageRank(shares: [], rounds: 0, change: 0, isSettled: true)
    }
    let outgoing = (0..<vertexCount).map { vertex in
      let row = row(of: Vertex(vertex))
      return weights == nil ? Double(row.count) : row.reduce(0) { $0 + arcWeights[$1] }
    }
    var walk = RandomWalk(incoming, factors: outgoing.map { $0 > 0 ? damping / $0 : 0 }, from: self)
    let count = Double(vertexCount)
    let dangling = outgoing.indices.filter { outgoing[$0] == 0 }
    var (rounds, change) = (0, Double.infinity)
    while rounds < maximumRounds, change >= tolerance {
      let jumping = dangling.reduce(0.0) { $0 + walk.shares[$1] }
      change = walk.step(base: (1 - damping + damping * jumping) / count)
      rounds += 1
    }
    return PageRank(
      shares: walk.shares,
      rounds: rounds,
      change: change,
      isSettled: change < tolerance
    )
  }
}

/// The shares of vertices, round after round.
///
/// What vertices give is kept in the order of their degrees, so that those which are read most lie
/// together in the nearest memory. Sums are made in the order of rows all the same.
private struct RandomWalk {
  private(set) var shares: [Double]
  /// What an arc from each vertex gives of its share.
  private let factors: [Double]
  /// What an arc from each vertex gives, by the vertices' places.
  private var given: [Double]
  private let places: [UInt32]
  /// Where the row of each vertex starts, and the places of the vertices from which its arcs come.
  private let starts: [UInt32]
  private let tails: [UInt32]
  private let weights: [Double]

  init(_ incoming: Network, factors: [Double], from outgoing: Network) {
    let count = factors.count
    self.factors = factors
    shares = [Double](repeating: 1 / Double(count), count: count)
    given = [Double](repeating: 0, count: count)
    starts = incoming.rowStarts
    weights = incoming.arcWeights
    let places = outgoing.placesByDegree()
    self.places = places
    tails = unsafe [UInt32](unsafeUninitializedCapacity: incoming.arcCount) { tails, count in
      count = incoming.arcCount
      unsafe places.withUnsafeBufferPointer { places in
        unsafe incoming.withUnsafeRows { _, arcs in
          for arc in 0..<arcs.count {
            unsafe tails[arc] = unsafe places[Int(arcs[arc].head)]
          }
        }
      }
    }
  }

  /// Sets each share to a base and what comes in; gives the sum of changes.
  mutating func step(base: Double) -> Double {
    let isWeighted = !weights.isEmpty
    unsafe given.withUnsafeMutableBufferPointer { given in
      unsafe places.withUnsafeBufferPointer { places in
        for vertex in 0..<shares.count {
          unsafe given[Int(places[vertex])] = shares[vertex] * factors[vertex]
        }
      }
    }
    return unsafe shares.withUnsafeMutableBufferPointer { shares in
      unsafe given.withUnsafeBufferPointer { given in
        unsafe starts.withUnsafeBufferPointer { starts in
          unsafe tails.withUnsafeBufferPointer { tails in
            var change = 0.0
            var place = 0
            for vertex in 0..<shares.count {
              let end = unsafe Int(starts[vertex &+ 1])
              var sum: Double
              if isWeighted {
                sum = 0
                while place < end {
                  unsafe sum += given[Int(tails[place])] * weights[place]
                  place &+= 1
                }
              } else {
                sum = unsafe Self.sum(of: given, at: tails, from: &place, to: end)
              }
              let share = base + sum
              change += unsafe abs(share - shares[vertex])
              unsafe shares[vertex] = share
            }
            return change
          }
        }
      }
    }
  }

  /// Four sums at once, as each addition waits for the one before it.
  @inline(__always)
  private static func sum(
    of given: UnsafeBufferPointer<Double>,
    at tails: UnsafeBufferPointer<UInt32>,
    from place: inout Int,
    to end: Int
  ) -> Double {
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    while place &+ 4 <= end {
      unsafe first += given[Int(tails[place])]
      unsafe second += given[Int(tails[place &+ 1])]
      unsafe third += given[Int(tails[place &+ 2])]
      unsafe fourth += given[Int(tails[place &+ 3])]
      place &+= 4
    }
    while place < end {
      unsafe first += given[Int(tails[place])]
      place &+= 1
    }
    return (first + third) + (second + fourth)
  }
}

extension Network {
  /// The place of each vertex among all by how many arcs leave it, the most first: a counting sort.
  fileprivate func placesByDegree() -> [UInt32] {
    let degrees = (0..<vertexCount).map { row(of: Vertex($0)).count }
    var next = [UInt32](repeating: 0, count: (degrees.max() ?? 0) + 1)
    for degree in degrees { next[degree] += 1 }
    var sum: UInt32 = 0
    for degree in next.indices.reversed() {
      (next[degree], sum) = (sum, sum + next[degree])
    }
    return degrees.map { degree in
      defer { next[degree] += 1 }
      return next[degree]
    }
  }
}
