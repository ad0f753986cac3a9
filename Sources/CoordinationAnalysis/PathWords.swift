package import AssistanceModel
internal import GraphCore

/// Says in sentences what a question about paths asked, and why it has no answer.
package enum PathWords {
  /// A cost without a needless decimal.
  package static func number(_ cost: Double) -> String {
    cost == cost.rounded() && abs(cost) < 1e15 ? String(Int(cost)) : String(cost)
  }

  /// What makes a path good, and what was searched.
  package static func conventions(
    _ question: PathQuestion,
    in graph: AssistanceGraph
  ) -> [String] {
    var sentences = RouteWords.best(question)
    var scope: [String] = []
    if let pattern = question.pattern {
      scope.append("over what the pattern “\(pattern.text)” names, each way as it says")
      if let kinds = question.kinds {
        scope.append("of " + kinds.map(\.rawValue).sorted().joined(separator: ", "))
      }
    } else {
      scope = [
        question.kinds.map { "over " + $0.map(\.rawValue).sorted().joined(separator: ", ") }
          ?? "over every relation, and facts; over mere filing only at the ends",
        question.followsDirection ? "relations walked one way" : "relations walked both ways",
      ]
    }
    if question.evidence.count < EvidenceClass.allCases.count {
      let classes = EvidenceClass.allCases.filter { question.evidence.contains($0) }
      scope.append("evidence " + classes.map(\.rawValue).joined(separator: ", "))
    }
    if let period = question.period { scope.append("holding \(period)") }
    if !question.avoiding.isEmpty { scope.append("not over \(names(question.avoiding.sorted()))") }
    if !question.through.isEmpty { scope.append("over \(names(question.through))") }
    scope.append(
      question.passesClasses
        ? "classes of actors may be passed, placeholders not"
        : "never over a class of actors or a placeholder"
    )
    sentences.append("Searched: " + scope.joined(separator: "; ") + ".")
    return sentences

    func names(_ ids: [NodeID]) -> String {
      ids.map { graph.name(of: $0) }.joined(separator: ", ")
    }
  }

  /// Why there is no path; empty if there is one, or if the search was given up before it was sure.
  package static func noPath(_ answer: PathAnswer, in graph: AssistanceGraph) -> [String] {
    guard let reason = answer.noPath else { return [] }
    var sentences = [
      "No path was found among \(answer.searched.nodes) nodes and \(answer.searched.links) links."
    ]
    switch reason {
    case .cutOff(let restrictions):
      sentences.append(
        "There is a path "
          + restrictions.map { $0 == .length ? "with more steps" : "without " + words($0) }
          .joined(separator: "; or ") + "."
      )
    case .cutOffTogether(let restrictions):
      sentences.append(
        "There is a path only without all of these: "
          + restrictions.map(words).joined(separator: "; ") + "."
      )
    case .unconnected(let source, let target):
      let question = answer.question
      sentences.append(
        "Nothing links the two, unless over a placeholder, which paths never pass:"
          + " \(graph.name(of: question.source)) reaches \(others(source)),"
          + " \(graph.name(of: question.target)) \(others(target))."
      )
    }
    return sentences
  }

  private static func others(_ reached: Int) -> String {
    switch reached - 1 {
    case ...0: "no other node"
    case 1: "1 other node"
    case let count: "\(count) other nodes"
    }
  }

  private static func words(_ restriction: PathRestriction) -> String {
    switch restriction {
    case .kinds: "the restriction to kinds of relations"
    case .evidence: "the restriction to classes of evidence"
    case .time: "the restriction in time"
    case .avoiding: "the nodes to avoid"
    case .through: "the nodes to pass"
    case .direction: "following the direction of relations"
    case .unnamedActors: "leaving out classes of actors"
    case .pattern: "the pattern"
    case .length: "the limit on the number of steps"
    case .orderInTime: "the order of steps in time"
    }
  }
}
