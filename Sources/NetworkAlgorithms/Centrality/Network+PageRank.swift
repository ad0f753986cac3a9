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
  /// - Complexity: O(*m*) for each round of *m* links; 40 bytes for a vertex and 4 for an arc, 12
  ///   with weights, and what ``reversed()`` takes unless it is given.
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
    var walk = RandomWalk(along: self, incoming: incoming, damping: damping)
    var (rounds, change) = (0, Double.infinity)
    while rounds < maximumRounds, change >= tolerance {
      change = walk.step()
      rounds += 1
    }
    return PageRank(
      shares: walk.shares(),
      rounds: rounds,
      change: change,
      isSettled: change < tolerance
    )
  }
}

/// The shares of vertices, round after round.
///
/// Vertices are known by their places in the order of how many arcs lead to them, the most first: so
/// rows of a length come one after the other, which processors foresee, and what is read most lies
/// together.
private struct RandomWalk {
  private let damping: Double
  /// The vertex of each place.
  private let order: [UInt32]
  /// Where the row of each place starts, and the places from which its arcs come.
  private let starts: [UInt32]
  private let tails: [UInt32]
  /// The weights of arcs in the order of `tails`; empty where there are none.
  private var weights: [Double] = []
  /// What an arc from each place gives of its share.
  private let factors: [Double]
  /// The places without arcs.
  private let ends: [UInt32]
  private var places: [Double]
  /// What an arc from each place gives.
  private var given: [Double]

  init(along network: Network, incoming: Network, damping: Double) {
    let count = network.vertexCount
    let order = Self.byRowLength(incoming)
    var placeOf = [UInt32](repeating: 0, count: count)
    for place in order.indices { placeOf[Int(order[place])] = UInt32(place) }
    var starts = [UInt32](repeating: 0, count: count + 1)
    let tails = unsafe [UInt32](unsafeUninitializedCapacity: incoming.arcCount) { tails, length in
      unsafe incoming.withUnsafeRows { rows, arcs in
        unsafe placeOf.withUnsafeBufferPointer { placeOf in
          for place in 0..<count {
            let vertex = Int(order[place])
            for arc in unsafe Int(rows[vertex])..<Int(rows[vertex &+ 1]) {
              unsafe tails[length] = unsafe placeOf[Int(arcs[arc].head)]
              length &+= 1
            }
            starts[place + 1] = UInt32(truncatingIfNeeded: length)
          }
        }
      }
    }
    self.damping = damping
    if network.weights != nil {
      weights.reserveCapacity(tails.count)
      for vertex in order { weights += incoming.arcWeights[incoming.row(of: vertex)] }
    }
    let factors = order.map { vertex in
      let row = network.row(of: vertex)
      let sum =
        network.weights == nil
        ? Double(row.count) : row.reduce(0) { $0 + network.arcWeights[$1] }
      return sum > 0 ? damping / sum : 0
    }
    ends = factors.indices.filter { factors[$0] == 0 }.map(UInt32.init)
    places = [Double](repeating: 1 / Double(count), count: count)
    given = places
    (self.order, self.starts, self.tails, self.factors) = (order, starts, tails, factors)
  }

  /// The vertices by the lengths of their rows, the longest first: a counting sort.
  private static func byRowLength(_ network: Network) -> [UInt32] {
    let lengths = (0..<network.vertexCount).map { network.row(of: UInt32($0)).count }
    var next = [Int](repeating: 0, count: (lengths.max() ?? 0) + 1)
    for length in lengths { next[length] += 1 }
    var sum = 0
    for length in next.indices.reversed() {
      (next[length], sum) = (sum, sum + next[length])
    }
    var order = [UInt32](repeating: 0, count: lengths.count)
    for vertex in lengths.indices {
      order[next[lengths[vertex]]] = UInt32(vertex)
      next[lengths[vertex]] += 1
    }
    return order
  }

  /// The shares of the vertices.
  func shares() -> [Double] {
    var shares = places
    for place in order.indices { shares[Int(order[place])] = places[place] }
    return shares
  }

  /// Sets each share to what comes in; gives the sum of changes.
  mutating func step() -> Double {
    let count = Double(places.count)
    let jumping = ends.reduce(0.0) { $0 + places[Int($1)] }
    let base = (1 - damping + damping * jumping) / count
    for place in places.indices { given[place] = places[place] * factors[place] }
    return weights.isEmpty ? gather(base) : gatherWeighted(base)
  }

  private mutating func gather(_ base: Double) -> Double {
    unsafe places.withUnsafeMutableBufferPointer { places in
      unsafe given.withUnsafeBufferPointer { given in
        unsafe starts.withUnsafeBufferPointer { starts in
          unsafe tails.withUnsafeBufferPointer { tails in
            var change = 0.0
            var arc = 0
            for place in 0..<places.count {
              let end = unsafe Int(starts[place &+ 1])
              // Four sums at once, as each addition waits for the one before it.
              var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
              while arc &+ 4 <= end {
                unsafe first += given[Int(tails[arc])]
                unsafe second += given[Int(tails[arc &+ 1])]
                unsafe third += given[Int(tails[arc &+ 2])]
                unsafe fourth += given[Int(tails[arc &+ 3])]
                arc &+= 4
              }
              while arc < end {
                unsafe first += given[Int(tails[arc])]
                arc &+= 1
              }
              let share = base + ((first + third) + (second + fourth))
              change += unsafe abs(share - places[place])
              unsafe places[place] = share
            }
            return change
          }
        }
      }
    }
  }

  private mutating func gatherWeighted(_ base: Double) -> Double {
    var change = 0.0
    for place in places.indices {
      var share = base
      for arc in Int(starts[place])..<Int(starts[place + 1]) {
        share += given[Int(tails[arc])] * weights[arc]
      }
      change += abs(share - places[place])
      places[place] = share
    }
    return change
  }
}
