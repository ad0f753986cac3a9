public import AssistanceModel
public import GraphCore

/// What the routes between two ends depend on: whose loss cuts all of them, who is on every one, and
/// how many there are that share nothing.
public struct RouteCuts: Hashable, Sendable {
  /// What was asked.
  public let question: PathQuestion
  /// What was searched.
  public let searched: PathAnswer.Searched
  /// The best route, or why there is none.
  public let best: PathAnswer
  /// The smallest sets of actors whose loss cuts every route; `nil` where no loss of actors does.
  public let actorCuts: CutSets<NodeID>?
  /// A route on which nobody is between the ends, so that no loss of actors cuts it.
  public let direct: CoordinationPath?
  /// The smallest sets of links whose loss cuts every route; `nil` if both ends are the same.
  public let linkCuts: CutSets<PathStep>?
  /// Who, or what, is on every route between the ends, in the order in which each passes them.
  public let onEveryRoute: [NodeID]
  /// As many routes as there can be that share nothing between the ends.
  public let apart: SeparateRoutes
  /// As many routes as there can be of which no two take the same link.
  public let sharingNoLink: SeparateRoutes
  /// The cheapest two routes that share nothing between the ends; `nil` where there are no two.
  public let cheapestPair: SeparateRoutes?
  /// The best route without each actor on it in turn, in its order.
  public let without: [RouteWithout]
}

/// The smallest sets whose loss cuts every route.
public struct CutSets<Member: Hashable & Sendable>: Hashable, Sendable {
  /// How many members each set has; 0 where there is no route.
  public let size: Int
  /// The sets, as many as were asked for; all are equally small.
  public let sets: [[Member]]
  /// How many sets there are.
  public let count: Int
  /// Whether the count is all; else there are more.
  public let isCounted: Bool
}

/// Routes that share nothing of a kind: as many as possible, and of all such sets a cheapest one.
public struct SeparateRoutes: Hashable, Sendable {
  /// The routes, the cheapest first.
  public let routes: [CoordinationPath]
  /// What they cost together.
  public let cost: Double
}

/// The best route when somebody is out.
public struct RouteWithout: Hashable, Sendable {
  /// Who is out, with what nobody else provides.
  public let actor: NodeID
  /// What becomes of the best route.
  public let outcome: PathChange.Outcome
  /// What the best route costs with everybody.
  public let before: Double
  /// The next best route; `nil` if there is none.
  public let after: CoordinationPath?
}

extension AssistanceGraph {
  /// Finds what the routes between two ends depend on.
  ///
  /// Routes are the paths that ``paths(_:)`` searches, over the same links; how many are asked for, the
  /// nodes to pass, a pattern, a length, an order in time and trade-offs say nothing here, and the
  /// best route is that of least cost or fewest steps. An actor is lost when no route may pass it. A tie of two
  /// others stays, even if a fact of the lost actor is what tells of it; the routes in
  /// ``RouteCuts/without`` do without such facts as well.
  ///
  ///     var question = PathQuestion(from: "ecowas", to: "african-union")
  ///     question.evidence = [.documented, .declared]
  ///     try graph.routeCuts(question).actorCuts?.size  // how many must be lost
  ///
  /// Sets of least size are found from a maximum flow (Jean-Claude Picard and Maurice Queyranne 1980),
  /// routes that share nothing as a flow of least cost (John Suurballe 1974).
  ///
  /// - Parameters:
  ///   - question: The ends, and what routes may be made of.
  ///   - listing: How many sets of each kind are given.
  ///   - counting: How many are counted; there may be very many.
  /// - Returns: The sets, the routes, and who is on all of them.
  /// - Throws: ``PathError`` for an unknown node, or a fact as an end.
  /// - Complexity: O(*k*·*m* log *n* + *c*·*m*) for *k* routes that share nothing, *c* sets that are
  ///   counted and *m* links between *n* nodes, and that of a path for each actor on the best route.
  public func routeCuts(
    _ question: PathQuestion,
    listing: Int = 20,
    counting: Int = 10_000
  ) throws(PathError) -> RouteCuts {
    precondition(listing >= 0 && counting >= listing, "no more can be listed than counted")
    var question = question
    (question.count, question.through) = (1, [])
    (question.pattern, question.maximumSteps, question.timing) = (nil, nil, nil)
    question.weighsTradeOffs = false
    if case .weakestStep(let costs) = question.measure { question.measure = .cost(costs) }
    for id in [question.source, question.target] {
      guard let node = graph[id] else { throw .unknownNode(id) }
      guard node.kind != .assistance else { throw .factAsEnd(id) }
    }
    return RouteCutSearch(self, question, listing: listing, counting: counting).cuts()
  }
}
