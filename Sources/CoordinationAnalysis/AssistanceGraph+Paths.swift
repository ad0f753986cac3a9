public import AssistanceModel
public import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

extension AssistanceGraph {
  /// Finds the best coordination paths between two nodes.
  ///
  /// A path visits no node twice and never leads through a placeholder. Of equally good paths the
  /// one with fewer steps comes first, then the one whose links come first in the graph, relations
  /// before facts.
  ///
  ///     let answer = try graph.paths(PathQuestion(from: "undp", to: "african-union"))
  ///     answer.paths.first?.steps.count
  ///
  /// Relations are walked both ways unless the question follows direction. Facts are walked as
  /// pairs of the nodes at their ends, which is a projection of them.
  ///
  /// - Parameter question: The ends, and what paths may be made of.
  /// - Returns: Up to ``PathQuestion/count`` paths, or the reason why there is none.
  /// - Throws: ``PathError`` for an unknown node, or too many to pass.
  /// - Complexity: O(*k*·*n*·(*m* + *n* log *n*)) at worst for *k* paths, *n* nodes and *m* links
  ///   (Yen's algorithm with Lawler's refinement). Through given nodes the search may have to look
  ///   at every simple path; it gives up after a million beginnings and says so.
  public func paths(_ question: PathQuestion) throws(PathError) -> PathAnswer {
    for id in [question.source, question.target] + question.through {
      guard let node = graph[id] else { throw .unknownNode(id) }
      guard node.kind != .assistance else { throw .factAsEnd(id) }
    }
    let stops = Set(question.through).subtracting([question.source, question.target])
    guard stops.count <= PathQuestion.maximumThrough else {
      throw .tooManyToPass(stops.count, maximum: PathQuestion.maximumThrough)
    }
    return PathSearch(self, question).answer()
  }
}

/// Why a question about paths could not be asked.
public enum PathError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No node has this key.
  case unknownNode(NodeID)
  /// The node is a fact, which lies on steps, not at their ends.
  case factAsEnd(NodeID)
  /// More nodes are to be passed than can be searched for.
  case tooManyToPass(Int, maximum: Int)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .unknownNode(let id): "there is no node “\(id)”"
    case .factAsEnd(let id): "“\(id)” is a fact; ask for a path between the nodes at its ends"
    case .tooManyToPass(let count, let maximum):
      "a path can be asked to pass at most \(maximum) nodes, not \(count)"
    }
  }
}
