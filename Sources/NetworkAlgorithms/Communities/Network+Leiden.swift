internal import Dispatch
internal import Synchronization

extension Network {
  /// Groups of vertices that are tied to each other more than chance would have it.
  public struct Communities: Sendable, Hashable {
    /// The community of each vertex; communities are numbered in the order of their lowest
    /// vertices.
    public let communities: [UInt32]
    /// The number of vertices in each community.
    public let sizes: [Int]
    /// What ``Network/modularity(of:resolution:)`` gives for them in the network as it is; `nil`
    /// where no link has weight.
    public let modularity: Double?
    /// The seed of the run that found them.
    public let seed: UInt64
    /// How many rounds that run made.
    public let rounds: Int
    /// Whether its last round moved nothing.
    public let isStable: Bool

    /// The number of communities.
    public var count: Int { sizes.count }

    /// Gives the vertices of each community, in ascending order.
    ///
    /// - Complexity: O(*n*).
    public func vertices() -> [[Vertex]] {
      ConnectedComponents(components: communities, sizes: sizes).vertices()
    }
  }

  /// Finds communities by the algorithm of Leiden, for modularity.
  ///
  /// Vertices move one by one to where modularity grows most; what they make is split into parts
  /// that hold together, the parts become the vertices of a smaller network, and so on; rounds are
  /// repeated from what was found until one moves nothing (Vincent Traag, Ludo Waltman and Nees Jan
  /// van Eck: From Louvain to Leiden, 2019). Where the original draws a part at random, weighted by
  /// gain, the best one is taken. Every community is connected.
  ///
  /// Direction is ignored. Parallel links add up; a loop counts as a link inside its
  /// community and twice in the strength of its vertex; links of weight 0 tie nobody, so a vertex
  /// without others is a community of its own. To find the best communities of all is hard in
  /// general: these are good, not proven best, and another seed may give others. Equal networks and seeds give the
  /// same communities for any number of threads.
  ///
  ///     let groups = network.leidenCommunities()
  ///     groups.sizes       // [3, 3] for two triangles with a link between them
  ///     groups.modularity  // 0.357…
  ///
  /// - Parameters:
  ///   - resolution: How much is expected between two vertices, as a multiple of what chance gives;
  ///     more makes communities smaller.
  ///   - seed: Decides in which order vertices are looked at.
  ///   - maximumRounds: How many rounds a run makes at most, 1 or more.
  ///   - runs: How many runs there are, from this seed and those that follow it; the one with the
  ///     highest modularity is kept, of equals the first.
  ///   - threads: How many threads share the runs.
  /// - Returns: The communities, and their modularity counted anew in this network.
  /// - Complexity: In practice O(*m*) for each round of *m* links; a run holds about 80 bytes for a
  ///   vertex and up to 56 for a link, 16 more with weights.
  public func leidenCommunities(
    resolution: Double = 1,
    seed: UInt64 = 1,
    maximumRounds: Int = 100,
    runs: Int = 1,
    threads: Int = 1
  ) -> Communities {
    precondition(resolution >= 0 && resolution.isFinite, "a resolution is finite, from 0")
    precondition(maximumRounds > 0 && runs > 0, "there is at least one run of one round")
    let rows = CommunityRows(self)
    @Sendable func run(_ index: Int) -> Communities {
      communities(rows, resolution, seed: seed &+ UInt64(index), maximumRounds)
    }
    guard runs > 1, threads > 1 else {
      return (1..<runs).reduce(run(0)) { best, index in best.better(of: run(index)) }
    }
    // Runs are compared in their order, whichever thread made which.
    let found = Mutex([Communities?](repeating: nil, count: runs))
    DispatchQueue.concurrentPerform(iterations: min(threads, runs)) { thread in
      for index in stride(from: thread, to: runs, by: threads) {
        let own = run(index)
        found.withLock { $0[index] = own }
      }
    }
    let all = found.withLock { $0.compactMap(\.self) }
    return all.dropFirst().reduce(all[0]) { $0.better(of: $1) }
  }

  private func communities(
    _ rows: CommunityRows,
    _ resolution: Double,
    seed: UInt64,
    _ maximumRounds: Int
  ) -> Communities {
    var communities = [UInt32](0..<UInt32(truncatingIfNeeded: vertexCount))
    var search = LeidenSearch(rows, resolution: resolution, seed: seed)
    var (rounds, isStable) = (0, false)
    while rounds < maximumRounds, !isStable {
      rounds += 1
      isStable = !search.improve(&communities)
    }
    // The algorithm leaves all connected but where it ends while a level cannot shrink.
    let parts = rows.connectedParts(of: communities)
    var sizes = [Int](repeating: 0, count: parts.max().map { Int($0) + 1 } ?? 0)
    for part in parts { sizes[Int(part)] += 1 }
    return Communities(
      communities: parts,
      sizes: sizes,
      modularity: modularity(of: parts, resolution: resolution),
      seed: seed,
      rounds: rounds,
      isStable: isStable
    )
  }

  /// Counts how much more weight lies inside communities than chance would put there (Mark Newman
  /// and Michelle Girvan 2004; with a resolution, Jörg Reichardt and Stefan Bornholdt 2006).
  ///
  /// The share of weight that lies inside, less the resolution times the sum over communities of
  /// the squared share of ends of links. Direction is ignored; a loop lies inside and counts
  /// twice among ends.
  ///
  /// - Parameters:
  ///   - communities: The community of each vertex, a number below that of vertices.
  ///   - resolution: How much is expected, as a multiple of what chance gives.
  /// - Returns: The modularity, at most 1; `nil` where no link has weight.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func modularity(of communities: [UInt32], resolution: Double = 1) -> Double? {
    precondition(communities.count == vertexCount, "every vertex has a community")
    let unit = weightUnit
    var ends = [Double](repeating: 0, count: vertexCount)
    var (inside, total) = (0.0, 0.0)
    for link in sources.indices {
      let weight = weights.map { $0[link] / unit } ?? 1
      let (one, other) = (communities[Int(sources[link])], communities[Int(targets[link])])
      ends[Int(one)] += weight
      ends[Int(other)] += weight
      total += weight
      if one == other { inside += weight }
    }
    guard total > 0 else { return nil }
    let expected = ends.reduce(0) { $0 + ($1 / (2 * total)) * ($1 / (2 * total)) }
    return inside / total - resolution * expected
  }
}

extension Network.Communities {
  /// The one of higher modularity; of equals this one.
  fileprivate func better(of other: Self) -> Self {
    (other.modularity ?? 0) > (modularity ?? 0) ? other : self
  }
}
