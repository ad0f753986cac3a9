internal import AssistanceModel
internal import CoordinationAnalysis
internal import GraphCore

/// Says in a picture's words what was searched, and why there is no path.
struct PathScopeWords {
  let question: PathQuestion
  let graph: AssistanceGraph

  /// What makes a path good, and what was searched.
  var sentences: [String] {
    RouteWords.best(question) + ["Searched: " + parts.joined(separator: "; ") + "."]
  }

  private var parts: [String] {
    var parts = [links]
    if question.pattern != nil {
      parts = ["what the pattern names, each way as it says"]
    } else if walksRelations {
      parts.append(
        question.followsDirection
          ? "relations walked one way, except mutual ones" : "relations walked both ways"
      )
    } else if question.followsDirection {
      parts.append("from providers to what they assist")
    }
    if question.evidence.count < EvidenceClass.allCases.count {
      let classes = EvidenceClass.allCases.filter { question.evidence.contains($0) }
      parts.append("only evidence that is " + classes.map(\.rawValue).joined(separator: " or "))
    }
    if let period = question.period { parts.append("only what holds \(words(period))") }
    if !question.avoiding.isEmpty {
      parts.append("not through \(names(question.avoiding.sorted()))")
    }
    if !question.through.isEmpty { parts.append("through \(names(question.through))") }
    parts.append(
      question.passesClasses
        ? "classes of actors may be passed, unnamed actors not"
        : "never through a class of actors or an unnamed one"
    )
    return parts
  }

  /// The kinds of relations that are walked; `nil` is every one.
  private var relations: [String]? {
    question.kinds.map { kinds in
      kinds.filter { $0 != .provider }.map(\.rawValue.plainWords).sorted()
    }
  }

  private var walksRelations: Bool { relations?.isEmpty != true }

  /// What is walked: facts, relations or both.
  private var links: String {
    guard let relations else {
      return
        "every relation and fact; those that only file or cite, as the first or last step alone"
    }
    let list = relations.joined(separator: ", ")
    guard question.kinds?.contains(.provider) == true else { return "only relations: " + list }
    return relations.isEmpty ? "only facts" : "only facts and relations: " + list
  }

  private func words(_ period: Validity) -> String {
    switch (period.from?.description, period.until?.description) {
    case (nil, nil): "at any time"
    case (let from?, nil): "in \(from) or later"
    case (nil, let until?): "in \(until) or earlier"
    case (let from?, let until?): from == until ? "in \(from)" : "in \(from) to \(until)"
    }
  }

  private func names(_ ids: [NodeID]) -> String {
    ids.map { graph.name(of: $0).visible }.joined(separator: ", ")
  }

  // MARK: No path

  /// Why there is no path; empty if there is one, or if the search was given up before it was sure.
  func noPath(_ answer: PathAnswer) -> [String] {
    switch answer.noPath {
    case nil: []
    case .cutOff(let restrictions):
      [searched(answer)] + restrictions.map { "There is a path if \(words($0))." }
    case .cutOffTogether(let restrictions):
      [
        searched(answer),
        "There is a path only if all of this holds: "
          + restrictions.map(words).joined(separator: "; ") + ".",
      ]
    case .unconnected:
      PathWords.noPath(answer, in: graph)
        .map { $0.replacing("over a placeholder", with: "through an unnamed actor") }
    }
  }

  private func searched(_ answer: PathAnswer) -> String {
    "No path was found among \(counted(answer.searched.nodes, "node")) and"
      + " \(counted(answer.searched.links, "link"))."
  }

  /// What would have to be allowed.
  private func words(_ restriction: PathRestriction) -> String {
    switch restriction {
    case .kinds: "every kind of relation, and facts, may be walked"
    case .evidence: "every class of evidence may count"
    case .time: "any time may count"
    case .avoiding: "no node has to be avoided"
    case .through: "no node has to be passed"
    case .direction: "relations may be walked both ways"
    case .unnamedActors: "classes of actors are allowed"
    case .pattern: "the route need not fit the pattern"
    case .length: "there may be more steps"
    case .orderInTime: "steps need not follow each other in time"
    }
  }
}
