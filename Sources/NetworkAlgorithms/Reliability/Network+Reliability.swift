extension Network {
  /// About how many looks at links or states an exact calculation of reliability may cost unless the
  /// caller says otherwise: about a second of work.
  public static let usualReliabilityEffort = 2_000_000

  /// Calculates how likely a vertex can be reached from another where links fail independently.
  ///
  /// A two-way link holds both ways or not at all; parallel links fail each by itself. Links that
  /// no path from source to target needs do not matter.
  ///
  ///     let network = try Network(vertexCount: 3, sources: [0, 1, 0], targets: [1, 2, 2])
  ///     network.reliability(from: 0, to: 2, probabilities: [0.9, 0.8, 0.5])  // 0.86
  ///
  /// The method is factoring: a link that leaves what is reached already either holds, and its end
  /// is reached as well, or fails. Before each choice what cannot matter is taken out, parallel and
  /// serial links are joined, and the network is cut where every path must pass (Moskowitz 1958;
  /// Satyanarayana and Chang 1983). A two-way link is taken as two links that fail apart, which
  /// changes nothing between two vertices (Ball, Colbourn and Provan 1995).
  ///
  /// - Parameters:
  ///   - source: Where paths start.
  ///   - target: Where they end.
  ///   - probabilities: How likely each link holds, from 0 to 1.
  ///   - effort: About how many looks at links it may cost.
  /// - Returns: The probability, or `nil` where it would cost more than that; estimate it then.
  /// - Complexity: O(2^*m*·*n*·*m*) at worst for *n* vertices and *m* links that matter.
  public func reliability(
    from source: Vertex,
    to target: Vertex,
    probabilities: [Double],
    effort: Int = usualReliabilityEffort
  ) -> Double? {
    checkVertex(source)
    checkVertex(target)
    checkProbabilities(probabilities)
    var factoring = ReliabilityFactoring(effort: effort)
    return factoring.reliability(UncertainArcs(self, probabilities), Int(source), Int(target))
  }

  /// Calculates how likely all vertices hang together, whatever the direction of links.
  ///
  /// Links are taken one after the other; what is remembered is which of the vertices between done
  /// and undone links hang together, so that narrow networks may be long. The method is that of
  /// Jacques Carlier and Corinne Lucet (1996).
  ///
  ///     let ring = try Network(
  ///       vertexCount: 3, sources: [0, 1, 2], targets: [1, 2, 0], direction: .undirected)
  ///     ring.allTerminalReliability(probabilities: [0.5, 0.5, 0.5])  // 0.5
  ///
  /// - Parameters:
  ///   - probabilities: How likely each link holds, from 0 to 1.
  ///   - effort: About how many vertices of states may be looked at.
  /// - Returns: The probability, 1 for a network of at most one vertex; `nil` where it would cost
  ///   more than that.
  /// - Complexity: O(*m*·*B*·*w*) for *m* links and the number *B* of ways in which the *w* vertices
  ///   at a cut of the order may hang together.
  public func allTerminalReliability(
    probabilities: [Double],
    effort: Int = usualReliabilityEffort
  ) -> Double? {
    terminalReliability(
      among: (0..<vertexCount).map { Vertex($0) },
      probabilities: probabilities,
      effort: effort
    )
  }

  /// Calculates how likely some vertices hang together, whatever the direction of links.
  ///
  /// As ``allTerminalReliability(probabilities:effort:)``; other vertices need not.
  ///
  /// - Parameters:
  ///   - terminals: The vertices that must hang together.
  ///   - probabilities: How likely each link holds, from 0 to 1.
  ///   - effort: About how many vertices of states may be looked at.
  /// - Returns: The probability, or `nil` where it would cost more.
  public func terminalReliability(
    among terminals: [Vertex],
    probabilities: [Double],
    effort: Int = usualReliabilityEffort
  ) -> Double? {
    terminals.forEach(checkVertex)
    checkProbabilities(probabilities)
    return TerminalReliability(self, Set(terminals), probabilities, effort: effort).probability()
  }

  /// Calculates how many links the shortest path has, where links fail independently.
  ///
  /// Layer after layer: which vertices the next one has depends on this one and on what was reached
  /// before, and on links that nothing was asked of yet.
  ///
  /// - Parameters:
  ///   - source: Where paths start.
  ///   - target: Where they end.
  ///   - probabilities: How likely each link holds, from 0 to 1.
  ///   - effort: How many layers may be looked at.
  /// - Returns: How likely each length is, or `nil` where it would cost more.
  /// - Complexity: O(3^*n*·*n*) at worst for *n* vertices that matter; at most 64 of them.
  public func hopDistribution(
    from source: Vertex,
    to target: Vertex,
    probabilities: [Double],
    effort: Int = usualReliabilityEffort
  ) -> HopDistribution? {
    checkVertex(source)
    checkVertex(target)
    checkProbabilities(probabilities)
    let arcs = UncertainArcs(self, probabilities)
    return HopLayers(arcs, Int(source), Int(target), effort: effort)?.distribution()
  }

  /// Finds the path that most likely holds: the one with the greatest product of probabilities.
  ///
  /// Of equally likely paths it is the one that ``shortestPath(from:to:)`` would give. Its cost is
  /// the probability.
  ///
  /// - Parameters:
  ///   - source: Where the path starts.
  ///   - target: Where it ends.
  ///   - probabilities: How likely each link holds, from 0 to 1.
  /// - Returns: The path, or `nil` where no path can hold.
  /// - Complexity: O((*n* + *m*) log *m*) for *n* vertices and *m* links (Dijkstra's algorithm on
  ///   logarithms).
  public func mostReliablePath(
    from source: Vertex,
    to target: Vertex,
    probabilities: [Double]
  ) -> NetworkPath? {
    checkVertex(source)
    checkVertex(target)
    checkProbabilities(probabilities)
    let likely = likely(probabilities)
    guard let path = likely.network.shortestPath(from: source, to: target) else { return nil }
    let links = path.links.map { likely.links[Int($0)] }
    return NetworkPath(
      vertices: path.vertices,
      links: links,
      cost: links.reduce(1) { $0 * probabilities[Int($1)] }
    )
  }

  /// Finds the paths that most likely hold, each without visiting a vertex twice.
  ///
  /// As ``mostReliablePath(from:to:probabilities:)``, with Yen's algorithm.
  ///
  /// - Parameters:
  ///   - source: Where paths start.
  ///   - target: Where they end.
  ///   - probabilities: How likely each link holds, from 0 to 1.
  ///   - count: How many paths are asked for.
  ///   - maximumSpurSearches: How many searches for a detour they may cost.
  /// - Returns: Up to so many paths, the likeliest first.
  /// - Complexity: O(*k*·*n*·(*m* + *n* log *n*)) for *k* paths, *n* vertices and *m* links.
  public func mostReliablePaths(
    from source: Vertex,
    to target: Vertex,
    probabilities: [Double],
    count: Int,
    maximumSpurSearches: Int
  ) -> [NetworkPath] {
    checkProbabilities(probabilities)
    let likely = likely(probabilities)
    var paths = likely.network
      .kShortestPaths(from: source, to: target, maximumSpurSearches: maximumSpurSearches)
      .makeIterator()
    var found: [NetworkPath] = []
    while found.count < count, let path = paths.next() {
      let links = path.links.map { likely.links[Int($0)] }
      found.append(
        NetworkPath(
          vertices: path.vertices,
          links: links,
          cost: links.reduce(1) { $0 * probabilities[Int($1)] }
        )
      )
    }
    return found
  }

  /// The network of the links that can hold, each weighing the logarithm of its probability, and
  /// which links they are.
  private func likely(_ probabilities: [Double]) -> (network: Network, links: [Link]) {
    let links = sources.indices.filter { probabilities[$0] > 0 }
    do {
      let network = try Network(
        vertexCount: vertexCount,
        sources: links.map { sources[$0] },
        targets: links.map { targets[$0] },
        weights: links.map { abs(naturalLogarithm(probabilities[$0])) },
        direction: direction,
        twoWay: twoWay.map { twoWay in links.map { twoWay[$0] } }
      )
      return (network, links.map { Link($0) })
    } catch {
      preconditionFailure("links of a network and their logarithms make one: \(error)")
    }
  }

  /// Stops at probabilities that are none, or that are not one for each link: a bug of the caller.
  func checkProbabilities(_ probabilities: [Double]) {
    precondition(
      probabilities.count == linkCount,
      "\(probabilities.count) probabilities for \(linkCount) links"
    )
    precondition(
      probabilities.allSatisfy { $0 >= 0 && $0 <= 1 },
      "probabilities are numbers from 0 to 1"
    )
  }
}

/// How many links the shortest path between two vertices has where links fail.
public struct HopDistribution: Sendable, Hashable {
  /// How likely the shortest path has so many links, from 0.
  public let probabilities: [Double]

  /// How likely there is a path.
  public var reliability: Double { probabilities.reduce(0, +) }

  /// How many links the shortest path has on average where there is one; `nil` if there never is.
  public var meanWhereConnected: Double? {
    let reliability = reliability
    guard reliability > 0 else { return nil }
    return probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
      / reliability
  }
}
