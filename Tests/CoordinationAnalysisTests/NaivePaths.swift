import AssistanceModel
import CoordinationAnalysis
import GraphCore

/// Coordination paths by enumeration of everything, written without a look at the search.
struct NaivePaths {
  /// A way of walking from one node to another.
  struct Step: Hashable {
    var from: NodeID
    var to: NodeID
    var evidence: EvidenceClass
    /// In thousandths, so that sums are exact.
    var cost: Int
    var witnesses: Set<PathStep.Witness>
  }

  let graph: AssistanceGraph
  let question: PathQuestion

  /// Every path as its cost in thousandths and its steps, the best first; ties in any order.
  func paths() -> [(cost: Int, steps: [Step])] {
    let steps = self.steps()
    var found: [(cost: Int, steps: [Step])] = []
    func extend(_ path: [Step], _ node: NodeID, _ seen: Set<NodeID>) {
      if node == question.target {
        if seen.isSuperset(of: question.through) {
          found.append((path.reduce(0) { $0 + $1.cost }, path))
        }
        return
      }
      for step in steps where step.from == node && !seen.contains(step.to) {
        extend(path + [step], step.to, seen.union([step.to]))
      }
    }
    extend([], question.source, [question.source])
    return found.sorted { ($0.cost, $0.steps.count) < ($1.cost, $1.steps.count) }
  }

  private func isPassable(_ id: NodeID) -> Bool {
    if id == question.source || id == question.target { return true }
    switch graph.graph[id]?[.designation] ?? .named {
    case .placeholder: return false
    case .class where !question.passesClasses && !question.through.contains(id): return false
    default: return !question.avoiding.contains(id)
    }
  }

  private func isBetween(_ id: NodeID) -> Bool {
    graph.graph[id]?.kind != .actor && id != question.source && id != question.target
  }

  /// Every step that can be walked.
  var allSteps: [Step] { steps() }

  private func steps() -> [Step] {
    let links = (relations() + pairs()).filter {
      isPassable($0.from) && isPassable($0.to) && $0.from != $0.to
        && question.evidence.contains($0.evidence)
    }
    guard !question.keepsParallelLinks else { return links }
    // Walks from one node to another are one.
    var merged: [[NodeID]: Step] = [:]
    for link in links {
      guard var step = merged[[link.from, link.to]] else {
        merged[[link.from, link.to]] = link
        continue
      }
      step.cost = min(step.cost, link.cost)
      step.evidence = [step.evidence, link.evidence].min { order($0) < order($1) } ?? .declared
      step.witnesses.formUnion(link.witnesses)
      merged[[link.from, link.to]] = step
    }
    return Array(merged.values)
  }

  private func order(_ evidence: EvidenceClass) -> Int {
    [.documented, .declared, .coPresence].firstIndex(of: evidence) ?? 3
  }

  private func isTwoWay(_ link: Step) -> Bool {
    link.witnesses.contains { witness in
      switch witness {
      case .relation(let id): graph.graph[id]?.kind == "partners-with"
      case .fact(_, let from, let to): from == .provider && to == .provider
      }
    }
  }

  /// A link as a step, and as the step back where it may be walked so.
  private func walks(
    _ from: NodeID,
    _ to: NodeID,
    _ stated: EvidenceClass,
    _ there: PathStep.Witness,
    back: PathStep.Witness
  ) -> [Step] {
    let isWeak = isBetween(from) || isBetween(to)
    let evidence = isWeak ? .coPresence : stated
    let cost: Int =
      switch question.measure {
      case .steps: 1_000
      case .cost(let costs), .weakestStep(let costs):
        switch evidence {
        case .documented: Int((costs.documented * 1_000).rounded())
        case .declared: Int((costs.declared * 1_000).rounded())
        case .coPresence: Int((costs.coPresence * (isWeak ? 500 : 1_000)).rounded())
        }
      }
    let step = Step(from: from, to: to, evidence: evidence, cost: cost, witnesses: [there])
    let other = Step(from: to, to: from, evidence: evidence, cost: cost, witnesses: [back])
    return question.followsDirection && !isTwoWay(step) ? [step] : [step, other]
  }

  private func holds(_ validity: Validity) -> Bool {
    question.period.map { validity.overlaps($0) } ?? true
  }

  private func relations() -> [Step] {
    graph.graph.edges.flatMap { edge -> [Step] in
      guard edge.from.kind != .assistance, question.kinds?.contains(edge.kind) ?? true,
        holds(edge.validity)
      else { return [] }
      let stated =
        edge[.evidence] ?? EvidenceClass(edge[.basis] ?? .explicit, edge[.modality] ?? .does)
      let witness = PathStep.Witness.relation(edge.id)
      return walks(edge.from.id, edge.to.id, stated, witness, back: witness)
    }
  }

  private func pairs() -> [Step] {
    guard question.kinds?.contains(.provider) ?? true else { return [] }
    var steps: [Step] = []
    for fact in graph.assistance where holds(fact.validity) {
      let stated = fact.node[.evidence] ?? EvidenceClass(fact.basis, fact.modality)
      func tie(_ from: NodeID, _ first: EdgeKind, _ to: NodeID, _ second: EdgeKind) {
        let there = PathStep.Witness.fact(fact.id, from: first, to: second)
        steps += walks(from, to, stated, there, back: .fact(fact.id, from: second, to: first))
      }
      let providers = Set(fact.providers).sorted()
      let recipients = Set(fact.recipients)
      for (place, provider) in providers.enumerated() {
        for other in providers[(place + 1)...] { tie(provider, .provider, other, .provider) }
        for recipient in recipients { tie(provider, .provider, recipient, .recipient) }
        if let place = fact.countryCase { tie(provider, .provider, place, .countryCase) }
      }
      if let place = fact.countryCase {
        for recipient in recipients { tie(place, .countryCase, recipient, .recipient) }
      }
    }
    return steps
  }
}
