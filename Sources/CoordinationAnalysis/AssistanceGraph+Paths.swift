public import AssistanceModel
public import GraphCore
internal import GraphProjection
public import NetworkAlgorithms

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
  /// By pattern, by length, in time, by the weakest step and as trade-offs, paths are searched as
  /// ``PathQuestion`` says; each of these decides alone what is good.
  ///
  /// - Parameter question: The ends, and what paths may be made of.
  /// - Returns: Up to ``PathQuestion/count`` paths, or all trade-offs; or the reason why there is none.
  /// - Throws: ``PathError`` for an unknown node, too many to pass, a pattern that is none, or
  ///   things that cannot be asked together.
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
    if let (first, second) = question.conflict { throw .cannotCombine(first, second) }
    if let steps = question.maximumSteps, steps < 0 { throw .negativeLength(steps) }
    do throws(PatternError) {
      _ = try question.pattern?.read(in: schema)
    } catch {
      throw .badPattern(error)
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
  /// Two things that cannot be asked together.
  case cannotCombine(String, String)
  /// A path cannot have so many steps.
  case negativeLength(Int)
  /// The pattern is none.
  case badPattern(PatternError)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .unknownNode(let id): "there is no node “\(id)”"
    case .factAsEnd(let id): "“\(id)” is a fact; ask for a path between the nodes at its ends"
    case .tooManyToPass(let count, let maximum):
      "a path can be asked to pass at most \(maximum) nodes, not \(count)"
    case .cannotCombine(let first, let second): "\(first) and \(second) cannot be asked together"
    case .negativeLength(let steps): "a path cannot have \(steps) steps"
    case .badPattern(let error): "pattern, \(error)"
    }
  }
}

extension PathQuestion {
  /// The first two things that exclude each other.
  var conflict: (String, String)? {
    let isByWeakest = if case .weakestStep = measure { true } else { false }
    let pattern = ("a pattern", self.pattern != nil)
    let through = ("nodes to pass", !self.through.isEmpty)
    let direction = ("following direction", followsDirection)
    let timing = ("an order in time", self.timing != nil)
    let tradeOffs = ("trade-offs", weighsTradeOffs)
    let weakest = ("the weakest step", isByWeakest)
    let length = ("a number of steps", maximumSteps != nil)
    let excluding = [
      (pattern, [through, direction, timing, tradeOffs, weakest]),
      (length, [through, timing, tradeOffs, weakest]),
      (timing, [through, tradeOffs, weakest]), (tradeOffs, [through, weakest]),
    ]
    for (first, others) in excluding where first.1 {
      if let second = others.first(where: \.1) { return (first.0, second.0) }
    }
    return nil
  }
}
