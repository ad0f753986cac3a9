public import AssistanceModel
public import GraphCore
internal import GraphProjection
public import NetworkAlgorithms

/// Actors and what links them, for questions about the whole: who stands between others, which
/// groups there are.
///
///     let network = try CoordinationNetwork(collection.graph) { $0.evidence = [.documented] }
///     network.network.articulationPoints().map { network.actors[Int($0)] }
///
/// Links are the relations and facts that tie two actors, those of the same two as one. Relations
/// that only file or cite are left out unless they are named. If co-presence counts, two actors who
/// are active in the same place are linked as well: that says where each works, and nothing of
/// whether they meet.
public struct CoordinationNetwork: Sendable {
  /// What links are made of; its ends, its number of paths and the nodes to pass say nothing.
  public let scope: PathQuestion
  /// The actors, in the order of the graph; vertices are their places.
  public let actors: [NodeID]
  /// The role of facts whose nodes are the places that make co-presence.
  public let sharing: EdgeKind
  /// What algorithms run on: a link's weight is what its step costs, and there are no weights where
  /// steps are counted.
  public let network: Network

  /// The graph that the network was made from.
  let graph: AssistanceGraph
  private let links: CoordinationLinks
  private let projected: ProjectedNetwork
  /// From which link on two actors only share a place.
  private let firstShared: Int
  /// Who is active in which place; `nil` where that links nobody.
  private let presence: ProjectedNetwork?

  /// The most pairs of actors that shared places may link.
  public static let maximumSharedPairs = 5_000_000

  /// Collects actors and links.
  ///
  /// Paths of fewest steps count, and documented and declared evidence, unless `change` says
  /// otherwise.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sharing: The role of facts whose nodes are the places that make co-presence.
  ///   - change: What links are made of, where it is not the usual.
  /// - Throws: ``CoordinationNetworkError`` if co-presence would link too many pairs.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges; where co-presence counts, also the
  ///   number of pairs in each place.
  public init(
    _ graph: AssistanceGraph,
    sharing: EdgeKind = .countryCase,
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws(CoordinationNetworkError) {
    var scope = PathQuestion(from: "", to: "")
    scope.measure = .steps
    scope.evidence = [.documented, .declared]
    change(&scope)
    (scope.count, scope.through, scope.keepsParallelLinks) = (1, [], false)
    scope.kinds = scope.kinds ?? Set(graph.schema.linkKinds + [.provider])
    let links = CoordinationLinks(graph, scope, ends: [])
    let grouped = links.grouped()
    let rows = graph.graph.nodes.indices.filter { links.isActor($0) }.map { UInt32($0) }
    var between = grouped.kept { links.isActor(Int($0)) && links.isActor(Int($1)) }
    firstShared = between.from.count
    var presence: ProjectedNetwork?
    if scope.evidence.contains(.coPresence) {
      let places = Self.presence(graph, sharing, links, grouped, actors: rows)
      for pair in try SharedPlaces(
        in: places.network,
        actorCount: rows.count,
        besides: between,
        rows
      )
      .pairs {
        between.append(
          from: rows[Int(pair.x)],
          to: rows[Int(pair.y)],
          weight: links.coPresenceCost,
          isTwoWay: true
        )
      }
      presence = places
    }
    projected = Self.projected(graph, rows, between, isDirected: scope.followsDirection)
    network = scope.measure == .steps ? projected.network.withoutWeights() : projected.network
    actors = rows.map { graph.graph.nodes[Int($0)].id }
    self.presence = presence
    self.sharing = sharing
    self.graph = graph
    self.links = links
    self.scope = scope
  }

  private static func projected(
    _ graph: AssistanceGraph,
    _ rows: [UInt32],
    _ links: ProjectedLinks,
    isDirected: Bool
  ) -> ProjectedNetwork {
    do {
      return try ProjectedNetwork(
        graph.graph,
        rows: rows,
        links: links,
        direction: isDirected ? .directed : .undirected
      )
    } catch {
      preconditionFailure("costs are checked: \(error)")
    }
  }

  /// Actors and, behind them, places; links between the two.
  private static func presence(
    _ graph: AssistanceGraph,
    _ sharing: EdgeKind,
    _ links: CoordinationLinks,
    _ grouped: ProjectedLinks,
    actors: [UInt32]
  ) -> ProjectedNetwork {
    let nodes = graph.graph.tables.nodes
    let kinds = (graph.schema.role(sharing)?.nodeKinds ?? [])
      .filter { $0 != .actor }.compactMap { nodes.kindTable.number(of: $0) }
    let isPlace = nodes.kinds.map { kinds.contains($0) }
    let places = isPlace.indices.filter { isPlace[$0] }.map { UInt32($0) }
    let between = grouped.kept {
      links.isActor(Int($0)) && isPlace[Int($1)] || isPlace[Int($0)] && links.isActor(Int($1))
    }
    return projected(graph, actors + places, between, isDirected: false)
  }

  // MARK: What there is

  /// The vertex of an actor, or `nil` if the scope left it out.
  public func vertex(of actor: NodeID) -> Network.Vertex? { projected.vertex(of: actor) }

  /// What was searched.
  public var searched: PathAnswer.Searched {
    PathAnswer.Searched(
      nodes: actors.count,
      links: network.linkCount,
      kinds: CoordinationLinks.kinds(graph, scope)
    )
  }

  /// Whether two actors share a place and nothing more is known to link them.
  public func isShared(_ link: Network.Link) -> Bool { Int(link) >= firstShared }

  /// How many pairs of actors are linked, by the strongest class of evidence of each.
  ///
  /// - Complexity: O(*m*) for *m* links.
  public func linkCounts() -> [EvidenceClass: Int] {
    linkedPairs().values.reduce(into: [:]) { $0[$1.evidence, default: 0] += 1 }
  }

  /// The pairs of different vertices that are linked, the lower one first, each with its strongest
  /// evidence and its first link: followed one way, a link that leads both ways is two.
  func linkedPairs() -> [SIMD2<UInt32>: (evidence: EvidenceClass, link: Network.Link)] {
    var pairs: [SIMD2<UInt32>: (evidence: EvidenceClass, link: Network.Link)] = [:]
    for link in 0..<Network.Link(network.linkCount) {
      let (source, target) = (network.sources[Int(link)], network.targets[Int(link)])
      guard source != target else { continue }
      let pair = SIMD2(min(source, target), max(source, target))
      let evidence = evidence(of: link)
      guard let known = pairs[pair] else {
        pairs[pair] = (evidence, link)
        continue
      }
      if evidence.order < known.evidence.order { pairs[pair]?.evidence = evidence }
    }
    return pairs
  }

  /// The share of all pairs of actors that are linked, from 0 to 1.
  public var density: Double {
    let count = Double(actors.count)
    let linked = Double(network.ignoringDirection().withoutParallelLinks().linkCount)
    return count > 1 ? min(1, linked / (count * (count - 1) / 2)) : 0
  }

  /// The strongest class of evidence of a link.
  public func evidence(of link: Network.Link) -> EvidenceClass {
    projected.strongestRank(of: link).map { EvidenceClass.ordered[Int($0)] } ?? .coPresence
  }

  /// A link as a step, with what says so; one over a shared place with what puts each there.
  ///
  /// - Parameters:
  ///   - link: The link.
  ///   - vertex: The end where the step starts.
  /// - Returns: The step.
  public func step(over link: Network.Link, from vertex: Network.Vertex) -> PathStep {
    let step = telling.step(vertex, link)
    guard isShared(link), let presence else { return step }
    let other = network.end(of: link, oppositeTo: vertex)
    let told = PathTelling(graph, links, presence)
    let places = Set(presence.network.arcs(from: other).map(\.head))
    // First what puts each of the two in the first place, then everything else.
    var (witnesses, others): ([PathStep.Witness], [PathStep.Witness]) = ([], [])
    for there in presence.network.arcs(from: vertex) where places.contains(there.head) {
      var sides = [told.step(vertex, there.head, there.link).witnesses]
      for back in presence.network.arcs(from: other) where back.head == there.head {
        sides.append(told.step(there.head, other, back.link).witnesses)
      }
      let isFirst = witnesses.isEmpty
      for side in sides {
        witnesses += side.prefix(isFirst ? 1 : 0)
        others += side.dropFirst(isFirst ? 1 : 0)
      }
    }
    witnesses += others
    return PathStep(
      from: step.from,
      to: step.to,
      evidence: .coPresence,
      cost: step.cost,
      witnesses: witnesses
    )
  }

  /// The places that both ends of a link share, where that is all that links them.
  public func sharedPlaces(of link: Network.Link) -> [NodeID] {
    guard isShared(link), let presence else { return [] }
    let places = Set(
      presence.network.arcs(from: network.targets[Int(link)]).map(\.head)
    )
    return presence.network.arcs(from: network.sources[Int(link)])
      .filter { places.contains($0.head) }
      .map { presence.node($0.head).id }
  }

  private var telling: PathTelling { PathTelling(graph, links, projected) }
}

/// Why actors could not be made a network.
public enum CoordinationNetworkError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Shared places would link more pairs of actors than can be held.
  case tooManySharedPairs(Int, maximum: Int)
  /// A class of evidence costs nothing, where paths of lowest cost are counted.
  case freeStep

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .tooManySharedPairs(let count, let maximum):
      "co-presence would link up to \(count) pairs of actors, more than \(maximum); leave it out,"
        + " or ask of a shorter time"
    case .freeStep:
      "steps that cost nothing make the number of shortest paths endless; give each class of"
        + " evidence a cost above 0"
    }
  }
}
