internal import AssistanceModel
internal import CoordinationAnalysis
package import CoverageAnalysis
package import GraphCore

/// Says in words why somebody is a candidate.
package struct CandidateWords {
  private let report: CoverageReport
  private var graph: AssistanceGraph { report.graph }

  /// Creates words for the candidates of a report.
  package init(_ report: CoverageReport) {
    self.report = report
  }

  /// What routes are made of, in a sentence.
  package static func routes(_ options: CandidateOptions) -> String {
    guard options.findsRoutes else { return "Routes were not searched." }
    let classes = EvidenceClass.allCases.filter { options.routeEvidence.contains($0) }
    let costs = options.stepCosts
    let words = classes.map { evidence in
      switch evidence {
      case .documented: "documented steps (cost \(PathWords.number(costs.documented)))"
      case .declared: "declared ones (\(PathWords.number(costs.declared)))"
      case .coPresence: "co-presence, which is weak (\(PathWords.number(costs.coPresence)))"
      }
    }
    return "Routes: \(words.joined(separator: ", "));"
      + (options.routeEvidence.contains(.coPresence)
        ? "" : " sharing a place or a subject is no step;")
      + (options.passesClasses
        ? " never over a placeholder." : " never over a class of actors or a placeholder.")
  }

  /// The name of a node.
  package func name(_ id: NodeID) -> String { graph.name(of: id) }

  /// What somebody does in the row.
  package func what(_ activity: Candidate.Activity) -> String {
    activity.column.map(name) ?? "no \(report.question.columns.rawValue) of the matrix"
  }

  /// What somebody does in the row already, such as “Shelter and WASH”; empty if nothing.
  package func here(_ candidate: Candidate) -> String {
    candidate.here.map { what($0) }.joined(separator: ", ")
  }

  /// The nearest places in words, such as “5 in Ouham-Pendé”; empty if it is done nowhere.
  package func nearest(_ candidate: Candidate) -> String {
    guard let nearness = candidate.nearest else { return "" }
    let count = candidate.nearestPlaces.count
    switch nearness.tie {
    case .adjacent: return "\(count) bordering"
    case .sharedWhole, .sharedOrganization:
      let wholes = candidate.nearestPlaces.compactMap(\.nearness.shared).once.map(name)
      return "\(count) in \(wholes.joined(separator: ", "))"
    case .unrelated: return "\(count) elsewhere"
    }
  }

  /// The places beyond the nearest ones; empty if there are none.
  package func further(_ candidate: Candidate) -> String {
    let count = candidate.elsewhere.count - candidate.nearestPlaces.count
    return count == 0 ? "" : String(count)
  }

  /// The route in a few words: whether it is here, or over whom, the weakest evidence and the cost.
  package func route(_ candidate: Candidate) -> String {
    guard let route = candidate.route else { return "none documented" }
    let between = route.steps.dropLast().map { name($0.to) }
    let evidence = route.weakestEvidence.map {
      $0 == .coPresence ? "co-presence, weak" : $0.rawValue
    }
    let over = between.isEmpty ? "direct" : "over \(between.joined(separator: ", "))"
    return "\(over) (\(evidence ?? ""), \(PathWords.number(route.cost)))"
  }

  /// Everything that makes somebody a candidate, in a line.
  package func line(_ candidate: Candidate) -> String {
    var parts: [String] = []
    if !candidate.here.isEmpty { parts.append("here for \(here(candidate))") }
    if candidate.nearest != nil {
      let further = further(candidate)
      parts.append(
        "does it in \(places(candidate))" + (further.isEmpty ? "" : " and \(further) further")
      )
    }
    if candidate.general != nil { parts.append("offers it in general") }
    for relative in candidate.relatives { parts.append(self.relative(relative)) }
    if candidate.here.isEmpty, candidate.route != nil { parts.append("route \(route(candidate))") }
    return parts.joined(separator: "; ")
  }

  private func places(_ candidate: Candidate) -> String {
    guard let nearness = candidate.nearest else { return "" }
    let count = candidate.nearestPlaces.count
    let noun = report.question.rows.noun(count)
    switch nearness.tie {
    case .adjacent: return "\(count) bordering \(noun)"
    case .sharedWhole, .sharedOrganization:
      let wholes = candidate.nearestPlaces.compactMap(\.nearness.shared).once.map(name)
      return "\(count) other \(noun) of \(wholes.joined(separator: ", "))"
    case .unrelated: return "\(count) other \(noun)"
    }
  }

  /// What a relative does, in a few words.
  package func relative(_ relative: Candidate.Relative) -> String {
    let kind = graph.graph[relative.relation]?.kind
    let tie =
      switch (kind == .memberOf, relative.isWhole) {
      case (true, true): "is a member of"
      case (true, false): "has as a member"
      case (false, true): "is a part of"
      case (false, false): "has as a part"
      }
    let count = relative.rows.count
    let what =
      count == 0
      ? "offers it in general" : "does it in \(count) \(report.question.rows.noun(count))"
    return "\(tie) \(name(relative.actor)), which \(what)"
  }

  /// What is asked of the cell: of one that is no gap, nobody fills any.
  package func heading(of answer: GapCandidates) -> String {
    switch answer.state {
    case .unobservable: "Who could work where activity cannot be seen"
    case .notNeeded: "Who could work where nothing is needed"
    case .nobody, .unnamedOnly: "Who could fill a gap"
    case .one, .several:
      answer.providers.count < answer.required
        ? "Who could fill a gap" : "Who could come beside others"
    }
  }

  /// How the cell stands, and who is there, in sentences.
  ///
  /// - Parameters:
  ///   - answer: The candidates.
  ///   - limit: How many of those who are there for something else are named.
  /// - Returns: The sentences.
  package func standing(_ answer: GapCandidates, naming limit: Int = .max) -> String {
    let state = answer.state.phrase.prefix(1).uppercased() + answer.state.phrase.dropFirst()
    var text = "\(state): \(name(answer.column)) in \(name(answer.row))"
    if !answer.providers.isEmpty {
      text += ", by \(answer.providers.map(name).joined(separator: ", "))"
    }
    if answer.required > 1 { text += "; \(answer.required) providers are needed" }
    if !answer.providers.isEmpty, answer.providers.count >= answer.required, answer.state.isCovered
    {
      text += ". That is no gap; these could come beside"
    }
    switch answer.state {
    case .unobservable: text += ". That is no gap: the sources could not show activity here"
    case .notNeeded: text += ". That is no gap"
    case .nobody, .unnamedOnly, .one, .several: break
    }
    let present = answer.present.filter { !answer.providers.contains($0) }
    switch present.count {
    case 0: text += ". Nobody is reported there by name for anything else"
    case 1: text += ". 1 actor is reported there for something else"
    default: text += ". \(present.count) actors are reported there for something else"
    }
    let more = present.count > limit ? " and \(present.count - limit) more" : ""
    let names = present.prefix(limit).map(name).joined(separator: ", ")
    return text + (present.isEmpty ? "." : ": \(names)\(more).")
  }

  /// Those without a name of their own, in a sentence; `nil` if there are none.
  package func unnamed(_ answer: GapCandidates) -> String? {
    let unnamed = answer.unnamed
    guard unnamed.total > 0 else { return nil }
    let found = [
      (unnamed.elsewhere, "elsewhere"), (unnamed.general, "in general"),
      (unnamed.here, "here for something else"),
    ].filter { $0.0 > 0 }
    let noun =
      unnamed.total == 1 ? "1 unnamed provider is" : "\(unnamed.total) unnamed providers are"
    // One place needs no number of its own.
    let reported =
      found.count == 1
      ? found[0].1 : "(\(found.map { "\($0.0) \($0.1)" }.joined(separator: ", ")))"
    return "\(noun) reported \(reported): classes of actors and placeholders are never candidates."
  }

  /// Whom statements out of scope would add, a line for each.
  package func hint(_ hint: GapCandidates.Hint) -> String {
    var needs: [String] = []
    if hint.reasons.contains(.basis) { needs.append("basis \(hint.witness.basis)") }
    if hint.reasons.contains(.modality) {
      needs.append("modality \(hint.witness.modality.rawValue)")
    }
    if hint.reasons.contains(.evidence) { needs.append("other evidence") }
    if hint.reasons.contains(.time) { needs.append("another time") }
    return "\(name(hint.actor)), in \(name(hint.row)), only with"
      + " \(needs.joined(separator: " and ")): \(hint.witness.fact)"
  }
}

extension Candidate {
  /// The places that are as near as the nearest one.
  package var nearestPlaces: [Place] {
    guard let nearest else { return [] }
    return elsewhere.filter { $0.nearness.isAsNear(as: nearest) }
  }
}
