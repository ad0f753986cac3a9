public import AssistanceModel
public import GraphCore
public import NetworkAlgorithms

/// Groups of actors that have more links among themselves than chance would give them.
public struct CommunityReport: Sendable {
  /// A group.
  public struct Community: Hashable, Sendable {
    /// Its actors, those with the most links inside first; equals in the order of the graph.
    public let members: [NodeID]
    /// How many links there are among them, by their strongest evidence.
    public let linksInside: [EvidenceClass: Int]
    /// How many links lead to each other group with links to it, by its place.
    public let linksTo: [Int: Int]

    /// How many links lead out of the group.
    public var linksOut: Int { linksTo.values.reduce(0, +) }
  }

  /// An actor with links to groups other than its own.
  public struct Tie: Hashable, Sendable {
    /// The actor.
    public let actor: NodeID
    /// The place of its group.
    public let community: Int
    /// How many links it has inside its group.
    public let linksInside: Int
    /// How many links it has to each other group, by its place.
    public let linksTo: [Int: Int]
    /// The links that lead to other groups.
    public let links: [Network.Link]

    /// How many links lead out of its group.
    public var linksOut: Int { links.count }
  }

  /// The network of all actors.
  public let network: CoordinationNetwork
  /// The groups, the largest first; of equally large ones that with the first actor of the graph.
  public let communities: [Community]
  /// The actors that tie groups together: those with links to most other groups first, then those
  /// with most such links, then in the order of the graph.
  public let ties: [Tie]
  /// Actors without links.
  public let unlinked: [NodeID]
  /// How much more links lie inside groups than chance would have it; `nil` without links.
  public let modularity: Double?
  /// The lowest and the highest modularity of all runs; `nil` without links.
  public let runModularity: ClosedRange<Double>?
  /// How many links a group is expected to have, as a multiple of chance.
  public let resolution: Double
  /// The seed of the first run.
  public let seed: UInt64
  /// How many runs there were.
  public let runs: Int
  /// Whether the run that is told ended because nothing moved any more.
  public let isStable: Bool
}

/// How groups of actors are sought.
public struct CommunityOptions: Hashable, Sendable {
  /// How many links a group is expected to have, as a multiple of chance: more makes groups smaller.
  public var resolution = 1.0
  /// The seed of the first run; the others follow.
  public var seed: UInt64 = 0
  /// How many runs there are, of which the best is told.
  public var runs = 10

  /// Creates the usual options.
  public init() {}
}

extension CoordinationNetwork {
  /// Finds groups of actors with more links among themselves than chance would give them, by the
  /// algorithm of Leiden.
  ///
  /// Each linked pair counts once, however many statements link it and whatever they cost;
  /// direction is ignored. Equal networks and seeds give equal groups.
  ///
  ///     network.communities().communities.map(\.members.count)
  ///
  /// - Parameter options: How groups are sought.
  /// - Returns: The groups, and who ties them together.
  /// - Complexity: In practice linear in the number of links for each round of each run.
  public func communities(_ options: CommunityOptions = CommunityOptions()) -> CommunityReport {
    let ties = network.ignoringDirection().withoutWeights().withoutParallelLinks()
    var found: [Network.Communities] = []
    for run in 0..<max(1, options.runs) {
      found.append(
        ties.leidenCommunities(resolution: options.resolution, seed: options.seed &+ UInt64(run))
      )
    }
    let best = found.dropFirst().reduce(found[0]) {
      ($1.modularity ?? 0) > ($0.modularity ?? 0) ? $1 : $0
    }
    let all = found.compactMap(\.modularity)
    let linked = Set(network.sources + network.targets)
    let counts = CommunityCounts(self, best.communities, linked)
    return CommunityReport(
      network: self,
      communities: counts.communities,
      ties: counts.ties,
      unlinked: actors.indices.filter { !linked.contains(Network.Vertex($0)) }.map { actors[$0] },
      modularity: best.modularity,
      runModularity: all.min().flatMap { least in all.max().map { least...$0 } },
      resolution: options.resolution,
      seed: options.seed,
      runs: found.count,
      isStable: best.isStable
    )
  }
}

/// Counts links inside groups and between them.
private struct CommunityCounts {
  private(set) var communities: [CommunityReport.Community] = []
  private(set) var ties: [CommunityReport.Tie] = []

  init(_ network: CoordinationNetwork, _ labels: [UInt32], _ linked: Set<Network.Vertex>) {
    let actors = network.actors
    let places = Self.places(labels, linked)
    let count = (places.compactMap(\.self).max() ?? -1) + 1
    var inside = [[EvidenceClass: Int]](repeating: [:], count: count)
    var between = [[Int: Int]](repeating: [:], count: count)
    var own = [Int](repeating: 0, count: actors.count)
    var out = [[Network.Link]](repeating: [], count: actors.count)
    var outTo = [[Int: Int]](repeating: [:], count: actors.count)
    var seen: Set<SIMD2<UInt32>> = []
    let network = network
    for link in 0..<Network.Link(network.network.linkCount) {
      let (one, other) = (
        network.network.sources[Int(link)], network.network.targets[Int(link)]
      )
      guard one != other, seen.insert(SIMD2(min(one, other), max(one, other))).inserted,
        let first = places[Int(one)], let second = places[Int(other)]
      else { continue }
      if first == second {
        inside[first][network.evidence(of: link), default: 0] += 1
        own[Int(one)] += 1
        own[Int(other)] += 1
      } else {
        between[first][second, default: 0] += 1
        between[second][first, default: 0] += 1
        for (end, place) in [(one, second), (other, first)] {
          out[Int(end)].append(link)
          outTo[Int(end)][place, default: 0] += 1
        }
      }
    }
    let members = (0..<count).map { community in
      actors.indices.filter { places[$0] == community }
        .sorted { own[$0] == own[$1] ? $0 < $1 : own[$0] > own[$1] }
    }
    communities = (0..<count).map { community in
      CommunityReport.Community(
        members: members[community].map { actors[$0] },
        linksInside: inside[community],
        linksTo: between[community]
      )
    }
    ties = actors.indices.filter { !out[$0].isEmpty }
      .sorted { first, second in
        let keys = [first, second].map { [-outTo[$0].count, -out[$0].count, $0] }
        return keys[0].lexicographicallyPrecedes(keys[1])
      }
      .compactMap { actor in
        places[actor].map { community in
          CommunityReport.Tie(
            actor: actors[actor],
            community: community,
            linksInside: own[actor],
            linksTo: outTo[actor],
            links: out[actor]
          )
        }
      }
  }

  /// The place of each vertex's group, the largest first; `nil` for those without links.
  private static func places(_ labels: [UInt32], _ linked: Set<Network.Vertex>) -> [Int?] {
    var sizes: [UInt32: Int] = [:]
    for vertex in labels.indices where linked.contains(Network.Vertex(vertex)) {
      sizes[labels[vertex], default: 0] += 1
    }
    let order = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return labels.indices.map { vertex in
      linked.contains(Network.Vertex(vertex)) ? places[labels[vertex]] : nil
    }
  }
}
