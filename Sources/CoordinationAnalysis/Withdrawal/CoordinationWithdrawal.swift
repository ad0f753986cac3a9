public import AssistanceModel
public import GraphCore

/// Coordination with and without some actors and facts: which paths break, who is cut off.
///
///     let withdrawal = CoordinationWithdrawal(of: ["ocha"], from: collection.graph)
///     try withdrawal.paths(PathQuestion(from: "undp", to: "african-union")).outcome
public struct CoordinationWithdrawal: Sendable {
  /// Who leaves.
  public let actors: Set<NodeID>
  /// The graph with everybody.
  public let before: AssistanceGraph
  /// The graph in which nothing is tied to those who leave, and nothing rests on what falls.
  public let after: AssistanceGraph

  /// Takes actors and facts out of a graph.
  ///
  /// Facts all of whose providers leave fall with them. Nodes stay, without anything that ties them
  /// to others.
  ///
  /// - Parameters:
  ///   - actors: Who leaves.
  ///   - facts: Facts that no longer hold, whoever stays.
  ///   - graph: The graph.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public init(of actors: Set<NodeID>, facts: Set<NodeID> = [], from graph: AssistanceGraph) {
    self.actors = actors
    before = graph
    let gone = graph.assistance.filter { fact in
      facts.contains(fact.id)
        || !fact.providers.isEmpty && actors.isSuperset(of: fact.providers)
    }.map(\.id)
    var edges: Set<EdgeID> = []
    for node in actors.union(gone) where graph.graph[node] != nil {
      edges.formUnion(graph.incidence.edges(from: node).map(\.id))
      edges.formUnion(graph.incidence.edges(to: node).map(\.id))
    }
    var thinned = graph.graph
    thinned.remove(edges: edges)
    do {
      after = try AssistanceGraph(checking: thinned, against: graph.schema)
    } catch {
      preconditionFailure("a checked graph keeps its schema with fewer edges: \(error)")
    }
  }

  /// The best paths between two ends, with everybody and without those who leave.
  ///
  /// - Parameter question: The ends, and what paths may be made of.
  /// - Returns: Both answers.
  /// - Throws: ``PathError`` for an unknown node, or too many to pass.
  /// - Complexity: Twice that of ``AssistanceModel/AssistanceGraph/paths(_:)``.
  public func paths(_ question: PathQuestion) throws(PathError) -> PathChange {
    let endLeaves = actors.contains(question.source) || actors.contains(question.target)
    return PathChange(
      before: try before.paths(question),
      after: endLeaves ? nil : try after.paths(question)
    )
  }
}

/// The best paths between two ends before and after somebody leaves.
public struct PathChange: Hashable, Sendable {
  /// What becomes of the best path.
  public enum Outcome: String, CaseIterable, Hashable, Sendable, Codable {
    /// The best path holds.
    case holds
    /// Another path is as good.
    case asGood = "as-good"
    /// The best path that is left is worse.
    case worse
    /// No path is left.
    case broken
    /// An end leaves itself.
    case endLeaves = "end-leaves"
    /// There was no path before.
    case none
    /// The search was given up before it was sure.
    case unknown
  }

  /// The paths with everybody.
  public let before: PathAnswer
  /// The paths without those who leave; `nil` if one of the ends is among them.
  public let after: PathAnswer?

  /// What becomes of the best path.
  public var outcome: Outcome {
    guard let best = before.paths.first else { return before.stoppedEarly ? .unknown : .none }
    guard let after else { return .endLeaves }
    guard let left = after.paths.first else { return after.stoppedEarly ? .unknown : .broken }
    if left.steps.map(\.to) == best.steps.map(\.to), left.cost == best.cost { return .holds }
    return left.cost > best.cost ? .worse : .asGood
  }
}
