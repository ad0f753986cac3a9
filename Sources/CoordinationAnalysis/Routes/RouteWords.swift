package import AssistanceModel
package import GraphCore
internal import NetworkAlgorithms

/// Says in sentences what makes a route good, and which routes are weak.
package enum RouteWords {
  /// What makes a path good, and what else the way of asking means.
  package static func best(_ question: PathQuestion) -> [String] {
    if let goal = question.timing { return inTime(goal) }
    if question.weighsTradeOffs { return tradeOffs(question) }
    var sentences: [String] = []
    if let pattern = question.pattern {
      let length = question.maximumSteps.map { " of at most \(steps($0))" } ?? ""
      sentences.append("Routes\(length) that fit “\(pattern.text)”, as \(meaning(pattern.mode)).")
    } else if let length = question.maximumSteps {
      sentences.append(
        "All paths of at most \(steps(length)), those with fewer steps first, then in the order of"
          + " the graph; none passes a node twice."
      )
    }
    // All paths up to a length have an order of their own.
    let isOrdered = question.maximumSteps == nil || question.pattern != nil
    switch question.measure {
    case .steps:
      if isOrdered { sentences.append("Best: the fewest steps.") }
    case .cost(let costs):
      sentences.append((isOrdered ? "Best: the lowest cost; " : "Cost: ") + words(costs) + ".")
    case .weakestStep(let costs):
      sentences.append(
        "Best: the strongest weakest step, documented before declared before co-presence; then the"
          + " lowest cost; \(words(costs))."
      )
    }
    if question.pattern != nil {
      sentences.append(
        "In a pattern a fact is “assisted”, from a provider to its other ends and from the case to"
          + " recipients, and “assisted-with” between two providers; ^-1 is the other way."
      )
    }
    return sentences
  }

  /// What an answer's reader should beware of; empty if nothing.
  package static func warnings(_ answer: PathAnswer, in graph: AssistanceGraph) -> [String] {
    var sentences: [String] = []
    if let best = answer.paths.first, best.isWeak {
      let weak = best.steps.indices.filter { best.steps[$0].evidence == .coPresence }
      let between = best.steps.dropLast().indices
        .filter { weak.contains($0) && weak.contains($0 + 1) }
        .map { graph.name(of: best.steps[$0].to) }
      let place = between.isEmpty ? "" : " (over \(between.joined(separator: ", ")))"
      let question = answer.question
      let isFirstOfAll =
        question.weighsTradeOffs || (question.maximumSteps != nil && question.pattern == nil)
      sentences.append(
        "The \(isFirstOfAll ? "first" : "best") route is weak:"
          + " \(weak.count == 1 ? "1 step is" : "\(weak.count) steps are") co-presence\(place). That two are active on the same thing does not say that they"
          + " work together, or know of each other; ask them before relying on it."
      )
    }
    if let times = answer.paths.first?.times, times.undatedSteps > 0 {
      sentences.append(
        "\(times.undatedSteps) of \(steps(answer.paths.first?.steps.count ?? 0))"
          + " \(times.undatedSteps == 1 ? "has" : "have") no dates, so the order in time is not"
          + " known there."
      )
    }
    sentences += passedClasses(answer.paths.flatMap { $0.steps.dropLast().map(\.to) }, in: graph)
    if let sentence = undated(answer, in: graph) { sentences.append(sentence) }
    if answer.hasMore {
      sentences.append("There are more such paths than the \(answer.paths.count) told here.")
    }
    return sentences
  }

  /// That nodes on the way are classes of actors; empty if none is.
  package static func passedClasses(_ nodes: [NodeID], in graph: AssistanceGraph) -> [String] {
    var seen: Set<NodeID> = []
    let names = nodes.filter { seen.insert($0).inserted }
      .filter { graph.graph[$0]?.kind == .actor && graph.graph[$0]?[.designation] == .class }
      .map { graph.name(of: $0) }
    guard let last = names.last else { return [] }
    let told =
      names.count == 1
      ? "\(last) is a class of actors, a word for many"
      : "\(names.dropLast().joined(separator: ", ")) and \(last) are classes of actors, words for many"
    return ["\(told): nothing says that the same members are meant on both sides."]
  }

  /// How many steps count in a period only because nothing says when they hold; `nil` for none.
  private static func undated(_ answer: PathAnswer, in graph: AssistanceGraph) -> String? {
    // The order in time has words of its own.
    guard answer.question.period != nil, answer.question.timing == nil else { return nil }
    // Paths share steps, which are counted once.
    let told = Set(answer.paths.flatMap(\.steps))
    let undated = told.count { step in
      step.witnesses.allSatisfy { witness in
        switch witness {
        case .relation(let id): graph.graph[id]?.validity.isUnbounded ?? true
        case .fact(let id, _, _): graph.graph[id]?.validity.isUnbounded ?? true
        }
      }
    }
    guard undated > 0 else { return nil }
    return "\(undated) of \(steps(told.count))"
      + (answer.paths.count == 1 ? " " : " in these paths ")
      + (undated == 1 ? "has no dates and counts" : "have no dates and count") + " at any time."
  }

  private static func inTime(_ goal: TimedNetwork.Goal) -> [String] {
    let best =
      switch goal {
      case .earliest: "the earliest last step, then the fewest steps"
      case .latest: "the latest first step, then the earliest last one, then the fewest steps"
      case .fewest: "the fewest steps, then the earliest last one"
      case .fastest: "the shortest time between first and last step, then the latest first one"
      }
    return [
      "Best in time: \(best).",
      "Each step must hold at a moment that is not before the step before it. A step without dates"
        + " is taken to hold at any time, one without an end to go on; a date known to the year or"
        + " month stands for all of it, so that steps of one year may follow each other either way."
        + " Each statement counts by itself.",
    ]
  }

  private static func tradeOffs(_ question: PathQuestion) -> [String] {
    let cost = question.stepCosts.map { words($0) } ?? "each step costs 1"
    return [
      "Trade-offs: every route that no other beats in cost, weakest evidence and consents at once;"
        + " one route for each combination, which the order of the graph decides.",
      "Cost: \(cost). Consents: one for each actor in between, who has to agree; and one for each"
        + " case, measure or subject in between, and each step stated to be co-presence, as nothing"
        + " says that its two sides work together.",
    ]
  }

  private static func words(_ costs: StepCosts) -> String {
    "a documented step costs \(PathWords.number(costs.documented)), a declared one"
      + " \(PathWords.number(costs.declared)), two over a shared case, measure or subject"
      + " (co-presence, weak evidence) \(PathWords.number(costs.coPresence))"
  }

  private static func steps(_ count: Int) -> String { count == 1 ? "1 step" : "\(count) steps" }

  private static func meaning(_ mode: WalkMode) -> String {
    switch mode {
    case .walk: "walks, which may pass nodes and take links again"
    case .trail: "trails, which may pass nodes again but take no link twice"
    case .simple: "simple paths, which pass no node twice"
    }
  }
}
