public import AssistanceModel
public import CoordinationAnalysis
internal import GraphCore

/// The answer of `cut`, as its JSON has it.
public struct CutsDocument: Codable, Hashable, Sendable {
  /// The smallest sets of actors whose loss cuts every route.
  public struct ActorSets: Codable, Hashable, Sendable {
    /// How many actors each set has.
    public let size: Int
    /// How many sets there are.
    public let count: Int
    /// Whether all are counted; else there are more.
    public let isCounted: Bool
    /// The sets, as many as are listed.
    public let sets: [[NodeLabel]]
  }

  /// The smallest sets of links whose loss cuts every route.
  public struct LinkSets: Codable, Hashable, Sendable {
    /// How many links each set has.
    public let size: Int
    /// How many sets there are.
    public let count: Int
    /// Whether all are counted; else there are more.
    public let isCounted: Bool
    /// The sets, as many as are listed.
    public let sets: [[PathDocument.Step]]
  }

  /// Routes that share nothing of a kind.
  public struct Routes: Codable, Hashable, Sendable {
    /// What they cost together.
    public let cost: Double
    /// The routes, the cheapest first.
    public let paths: [PathDocument.Path]
  }

  /// The best route when somebody is out.
  public struct Without: Codable, Hashable, Sendable {
    /// Who is out.
    public let actor: NodeLabel
    /// What becomes of the best route.
    public let outcome: PathChange.Outcome
    /// What the best route costs with everybody.
    public let before: Double
    /// The next best route; absent if there is none.
    public let after: PathDocument.Path?
  }

  /// What kind of answer this is.
  public let format = "pillar-cuts"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Where routes start.
  public let source: NodeLabel
  /// Where routes end.
  public let target: NodeLabel
  /// What was asked and how, in sentences.
  public let conventions: [String]
  /// What makes the answer weak, in sentences.
  public let warnings: [String]
  /// How many nodes and links were searched.
  public let searched: [String: Int]
  /// The kinds of relations that were walked, facts as provider.
  public let kinds: [String]
  /// The best route; absent if there is none.
  public let best: PathDocument.Path?
  /// Who, or what, is on every route, in the order in which each passes them.
  public let onEveryRoute: [NodeLabel]
  /// The smallest sets of actors; absent where no loss of actors cuts every route.
  public let actorCuts: ActorSets?
  /// A route on which nobody is between the ends; absent where there is none.
  public let direct: PathDocument.Path?
  /// The smallest sets of links; absent if both ends are the same.
  public let linkCuts: LinkSets?
  /// The best route without each actor on it.
  public let without: [Without]
  /// As many routes as there can be that share nothing between the ends.
  public let apart: Routes
  /// As many routes as there can be of which no two take the same link.
  public let sharingNoLink: Routes
  /// The cheapest two routes that share nothing between the ends; absent where there are no two.
  public let cheapestPair: Routes?
  /// Why there is no route, in sentences; empty if there is one.
  public let noPath: [String]
  /// The documents that the routes cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, source, target, conventions, warnings, searched, kinds, best
    case onEveryRoute, actorCuts, direct, linkCuts, without, apart, sharingNoLink, cheapestPair
    case noPath, documents
  }

  /// Tells an answer.
  ///
  /// - Parameters:
  ///   - cuts: The answer.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ cuts: RouteCuts,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let question = cuts.question
    func label(_ id: NodeID) -> NodeLabel { NodeLabel(id, in: graph) }
    func told(_ path: CoordinationPath, _ rank: Int = 1) -> PathDocument.Path {
      PathDocument.Path(path, rank: rank, in: graph)
    }
    func told(_ routes: SeparateRoutes) -> Routes {
      Routes(
        cost: routes.cost,
        paths: routes.routes.enumerated().map { told($1, $0 + 1) }
      )
    }
    self.collection = collection
    source = label(question.source)
    target = label(question.target)
    conventions = PathWords.conventions(question, in: graph) + [Self.lossConvention]
    searched = ["nodes": cuts.searched.nodes, "links": cuts.searched.links]
    kinds = cuts.searched.kinds.map(\.rawValue)
    best = cuts.best.paths.first.map { told($0) }
    onEveryRoute = cuts.onEveryRoute.map { label($0) }
    actorCuts = cuts.actorCuts.map { found in
      ActorSets(
        size: found.size,
        count: found.count,
        isCounted: found.isCounted,
        sets: found.sets.map { $0.map { label($0) } }
      )
    }
    direct = cuts.direct.map { told($0) }
    linkCuts = cuts.linkCuts.map { found in
      LinkSets(
        size: found.size,
        count: found.count,
        isCounted: found.isCounted,
        sets: found.sets.map { $0.map { PathDocument.Step($0, in: graph) } }
      )
    }
    without = cuts.without.map { without in
      Without(
        actor: label(without.actor),
        outcome: without.outcome,
        before: without.before,
        after: without.after.map { told($0) }
      )
    }
    apart = told(cuts.apart)
    sharingNoLink = told(cuts.sharingNoLink)
    cheapestPair = cuts.cheapestPair.map { told($0) }
    noPath = PathWords.noPath(cuts.best, in: graph)
    let paths =
      [best, direct].compactMap(\.self) + apart.paths + sharingNoLink.paths
      + (cheapestPair?.paths ?? []) + without.compactMap(\.after)
    let steps = paths.flatMap(\.steps) + (linkCuts?.sets.joined().map(\.self) ?? [])
    warnings = steps.contains { $0.evidence == .coPresence } ? [Self.coPresenceWarning] : []
    self.documents = DocumentLabel.cited(
      steps.flatMap(\.witnesses).flatMap(\.sources).map(\.document),
      in: documents
    )
  }

  private static let lossConvention =
    "Lost: no route may pass the actor, or take the link. All statements that tie two nodes are one"
    + " link, unless links are counted each; a tie of two others stays, whoever told of it."

  private static let coPresenceWarning =
    "Weak: some routes lead over a shared case, measure or subject (co-presence). Two actors who are"
    + " active there need not know of each other, so what looks like another way round may be none."
    + " Evidence documented and declared leaves these routes out."
}
