internal import AssistanceModel
internal import GraphCore
internal import NetworkAlgorithms

/// How brokers are sought.
public struct BrokerOptions: Hashable, Sendable {
  /// By what actors are ranked.
  public var measure = BrokerMeasure.betweenness
  /// The property whose values are the groups of roles.
  public var groupedBy = PropertyKey<String>.subkind.name
  /// How many pairs of an actor and a link are looked at, at most; above, betweenness is sampled.
  public var effort = 4_000_000_000
  /// How far off a sampled betweenness may be.
  public var error = 0.01
  /// Where samples come from.
  public var seed: UInt64 = 0
  /// How many threads share the work; it does not change the answer.
  public var threads = 1

  /// Creates options.
  public init() {}
}

extension CoordinationNetwork {
  /// Finds who stands between others.
  ///
  /// Betweenness, closeness and harmonic closeness are over shortest paths, by the scope's measure and
  /// direction. Everything else counts each pair of linked actors once and, but for roles, without
  /// direction. Actors for whom no group is stated are a group of their own.
  ///
  ///     let report = try CoordinationNetwork(graph).brokers()
  ///     report.brokers.first?.actor
  ///
  /// - Parameter options: How they are sought.
  /// - Returns: All actors with links, ranked.
  /// - Throws: ``CoordinationNetworkError/freeStep`` if a step costs nothing, as that makes the number
  ///   of shortest paths endless.
  /// - Complexity: O(*n*·*m*) for *n* actors and *m* links, or as much as ``BrokerOptions/effort``.
  public func brokers(
    _ options: BrokerOptions = BrokerOptions()
  ) throws(CoordinationNetworkError) -> BrokerReport {
    let ways = network.withoutParallelLinks()
    let ties = network.withoutWeights().ignoringDirection().withoutParallelLinks()
    let groups = actors.map { graph.graph[$0].flatMap { Self.group($0, options.groupedBy) } }
    let (betweenness, method) = try betweenness(of: ways, options)
    let closeness = ways.closeness(threads: options.threads)
    let scaled = closeness.scaledByReach
    let parts = ties.connectedComponents()
    let eigenvector = Self.eigenvector(of: ties, in: parts)
    let holes = ties.structuralHoles()
    let ranks = ties.pageRank().shares
    let cores = ties.coreNumbers()
    let cutOff = ties.cutOffCounts()
    let roles = ways.brokerage(groups: Self.numbers(groups))
    let linkCounts = linkCountsOfActors()
    let others = Double(max(1, actors.count - 1))
    let all = actors.indices.map { place in
      Broker(
        actor: actors[place],
        group: groups[place],
        linkCounts: linkCounts[place],
        betweenness: betweenness[place],
        closeness: scaled[place],
        harmonic: closeness.harmonic[place] / others,
        pageRank: ranks[place],
        eigenvector: eigenvector[place],
        constraint: holes.constraint[place],
        effectiveSize: holes.effectiveSize[place],
        core: cores[place],
        cutsOff: cutOff[place],
        roles: Broker.Roles(
          coordinator: roles.coordinator[place],
          gatekeeper: roles.gatekeeper[place],
          representative: roles.representative[place],
          consultant: roles.consultant[place],
          liaison: roles.liaison[place]
        )
      )
    }
    let linked = all.filter { $0.linkCount > 0 }
    let ranked = linked.indices.sorted { first, second in
      if options.measure.precedes(linked[first], linked[second]) { return true }
      if options.measure.precedes(linked[second], linked[first]) { return false }
      return first < second
    }
    return BrokerReport(
      network: self,
      groupedBy: options.groupedBy,
      measure: options.measure,
      brokers: ranked.map { linked[$0] },
      unlinked: all.filter { $0.linkCount == 0 }.map(\.actor),
      partCount: parts.sizes.count { $0 > 1 },
      largestPart: parts.sizes.max() ?? 0,
      bridges: bridges(of: ties),
      method: method,
      linkCounts: self.linkCounts()
    )
  }

  private func betweenness(
    of ways: Network,
    _ options: BrokerOptions
  ) throws(CoordinationNetworkError) -> ([Double], BrokerReport.Method) {
    let effort = (ways.vertexCount + ways.arcCount).multipliedReportingOverflow(
      by: ways.vertexCount
    )
    do {
      if !effort.overflow, effort.partialValue <= options.effort {
        let sums = try ways.betweenness(threads: options.threads)
        return (sums.normalized(isUndirected: ways.isUndirected), .exact)
      }
      var random = SplitMix64(seed: options.seed)
      let found = try ways.sampledBetweenness(
        error: options.error,
        using: &random,
        threads: options.threads
      )
      guard found.error > 0 else { return (found.normalized, .exact) }
      return (
        found.normalized,
        .sampled(starts: found.sampleCount, error: found.error, confidence: found.confidence)
      )
    } catch {
      throw .freeStep
    }
  }

  /// The value of a property that a group is told by.
  private static func group(_ node: Node, _ name: String) -> String? {
    switch node.property(name) {
    case .text(let text): text
    default: nil
    }
  }

  private static func numbers(_ groups: [String?]) -> [UInt32] {
    var numbers: [String?: UInt32] = [:]
    return groups.map { group in
      if let number = numbers[group] { return number }
      let number = UInt32(numbers.count)
      numbers[group] = number
      return number
    }
  }

  /// Eigenvector centrality in the largest part, of equally large ones in the first.
  private static func eigenvector(
    of ties: Network,
    in parts: ConnectedComponents
  ) -> [Double?] {
    var values = [Double?](repeating: nil, count: ties.vertexCount)
    guard let most = parts.sizes.max(), let part = parts.sizes.firstIndex(of: most) else {
      return values
    }
    let members = parts.vertices()[part]
    var places = [UInt32](repeating: .max, count: ties.vertexCount)
    for (place, member) in members.enumerated() { places[Int(member)] = UInt32(place) }
    let kept = ties.sources.indices.filter { places[Int(ties.sources[$0])] != .max }
    let inside = try? Network(
      vertexCount: members.count,
      sources: kept.map { places[Int(ties.sources[$0])] },
      targets: kept.map { places[Int(ties.targets[$0])] },
      direction: .undirected
    )
    guard let found = inside?.eigenvectorCentrality() else { return values }
    for (place, member) in members.enumerated() { values[Int(member)] = found[place] }
    return values
  }

  /// The links without which two parts have no contact, in the order of links.
  private func bridges(of ties: Network) -> [Network.Link] {
    let pairs = linkedPairs()
    return ties.bridges().compactMap { bridge in
      let (source, target) = (ties.sources[Int(bridge)], ties.targets[Int(bridge)])
      return pairs[SIMD2(min(source, target), max(source, target))]?.link
    }.sorted()
  }

  /// How many others each actor is linked with, by the strongest evidence of each pair.
  private func linkCountsOfActors() -> [[EvidenceClass: Int]] {
    var counts = [[EvidenceClass: Int]](repeating: [:], count: actors.count)
    for (pair, linked) in linkedPairs() {
      counts[Int(pair.x)][linked.evidence, default: 0] += 1
      counts[Int(pair.y)][linked.evidence, default: 0] += 1
    }
    return counts
  }
}
