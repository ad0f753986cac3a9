internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// Everything that a plan may be made of: gaps, who may take them up, and on which terms.
struct ClosureField {
  /// Somebody who may, or must, take up a cell.
  struct Candidate {
    /// The place of the actor in ``ClosureField/actors``.
    let actor: Int
    /// The place of the gap in ``ClosureField/needs``; `nil` for a required one in a cell that is
    /// none.
    let need: Int?
    let row: NodeID
    let column: NodeID
    let cost: ClosureAmount
    let isRequired: Bool
    /// The place of the rule that allows it; `nil` if it is made from the collection.
    let rule: Int?
    /// How firmly what is reported speaks for it; `nil` where a rule does.
    let strength: ReportedActors.Strength?
  }

  /// The most engagements that a plan is searched among.
  static let mostCandidates = 2_000_000

  let needs: [ClosureNeed]
  let reported: ReportedActors
  let rules: EngagementRules
  /// Who has a candidate, in the order of the graph.
  private(set) var actors: [NodeID] = []
  /// The terms of each actor.
  private(set) var terms: [ActorTerms] = []
  /// What may be, gap by gap, of one gap in the order of actors; required ones without a gap last.
  private(set) var candidates: [Candidate] = []
  private(set) var remarks: [ClosurePlan.Remark] = []

  init(_ report: CoverageReport, _ question: ClosureQuestion) throws(ClosureError) {
    needs = report.closureNeeds()
    reported = ReportedActors(report)
    rules = EngagementRules(question.rules ?? []) { report.counted(as: $0) }
    var found: [Found] = []
    for place in needs.indices {
      found += candidates(of: place, question)
      guard found.count <= Self.mostCandidates else {
        throw .tooMany(engagements: found.count)
      }
    }
    let used = Set(found.compactMap(\.rule))
    let forbidding = rulesThatForbid(question) { report.counted(as: $0) }
    found += addRequiredElsewhere(report, used: used, forbidding: forbidding)
    let graph = report.graph.graph
    actors = Set(found.map(\.actor)).sorted {
      (graph.row(of: $0) ?? .max) < (graph.row(of: $1) ?? .max)
    }
    let places = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
    setTerms(question, places) { report.counted(as: $0) }
    candidates = found.map { found in
      let rule = found.rule.map { rules.rules[$0] }
      return Candidate(
        actor: places[found.actor] ?? 0,
        need: found.need,
        row: found.row,
        column: found.column,
        cost: rule?.cost ?? question.unitCost,
        isRequired: rule?.standing == .required,
        rule: found.rule,
        strength: found.rule == nil
          ? reported.strength(found.actor, row: found.row, column: found.column) : nil
      )
    }
    candidates.sort {
      ($0.need ?? .max, $0.actor, $0.row, $0.column)
        < ($1.need ?? .max, $1.actor, $1.row, $1.column)
    }
    try checkCapacities()
  }

  /// A candidate before its actor has a place.
  private struct Found {
    let actor: NodeID
    let need: Int?
    let row: NodeID
    let column: NodeID
    let rule: Int?
  }

  private func candidates(of place: Int, _ question: ClosureQuestion) -> [Found] {
    let need = needs[place]
    // Somebody whom rules name for other cells alone is here only if the collection says so.
    let made =
      question.rules == nil || question.addsReported
      ? reported.actors(row: need.row, column: need.column) : []
    var found: [Found] = []
    for actor in rules.named.union(made).subtracting(need.providers) {
      let rule = rules.rule(of: actor, row: need.row, column: need.column)
      if let rule {
        if rules.rules[rule].standing == .forbidden { continue }
      } else {
        guard made.contains(actor) else { continue }
      }
      found.append(
        Found(actor: actor, need: place, row: need.row, column: need.column, rule: rule)
      )
    }
    return found
  }

  /// Required engagements in cells that are no gaps; what plays no part is remarked.
  private mutating func addRequiredElsewhere(
    _ report: CoverageReport,
    used: Set<Int>,
    forbidding: Set<Int>
  ) -> [Found] {
    var found: [Found] = []
    let gaps = Set(needs.map { [$0.row, $0.column] })
    let (rows, columns) = (Set(report.rows), Set(report.columns))
    for (index, rule) in rules.rules.enumerated() where !used.contains(index) {
      let actor = report.counted(as: rule.actor)
      var text: String?
      if rule.row.map({ !rows.contains($0) }) ?? false
        || rule.column.map({ !columns.contains($0) }) ?? false
      {
        text = "it names a cell that is not asked of"
      } else if let row = rule.row, let column = rule.column {
        let isReported =
          report.cell(row, column)?.providers.contains { $0.id == actor } ?? false
        if rules.rule(of: actor, row: row, column: column) != index {
          text = "a later line speaks of the same"
        } else if isReported {
          text = "\(report.graph.name(of: actor)) is reported there already"
        } else if rule.standing == .required, !gaps.contains([row, column]) {
          found.append(Found(actor: actor, need: nil, row: row, column: column, rule: index))
        } else if !gaps.contains([row, column]) {
          text = "the cell is no gap"
        } else if !forbidding.contains(index) {
          text = "nothing else allows it"
        }
      } else if rule.standing == .possible {
        text = "it concerns no gap, or other lines hold there"
      } else if !forbidding.contains(index) {
        text = "it concerns no gap that anything else allows"
      }
      if let text { remarks.append(ClosurePlan.Remark(place: rule.place, text: text)) }
    }
    return found
  }

  /// The rules that keep somebody from a gap that another rule, or the collection, would allow.
  private func rulesThatForbid(
    _ question: ClosureQuestion,
    countedAs: (NodeID) -> NodeID
  ) -> Set<Int> {
    guard rules.rules.contains(where: { $0.standing == .forbidden }) else { return [] }
    let allowing = EngagementRules(
      rules.rules.filter { $0.standing != .forbidden },
      countedAs: countedAs
    )
    var found: Set<Int> = []
    for need in needs {
      let made =
        question.addsReported ? reported.actors(row: need.row, column: need.column) : []
      for actor in rules.named.subtracting(need.providers) {
        guard let rule = rules.rule(of: actor, row: need.row, column: need.column),
          rules.rules[rule].standing == .forbidden
        else { continue }
        if made.contains(actor)
          || allowing.rule(of: actor, row: need.row, column: need.column) != nil
        {
          found.insert(rule)
        }
      }
    }
    return found
  }

  private mutating func setTerms(
    _ question: ClosureQuestion,
    _ places: [NodeID: Int],
    countedAs: (NodeID) -> NodeID
  ) {
    terms = actors.map {
      ActorTerms($0, fixedCost: question.fixedCost, capacity: question.capacity)
    }
    for given in question.actors {
      guard let place = places[countedAs(given.actor)] else {
        remarks.append(
          ClosurePlan.Remark(place: given.place, text: "the actor may take up no gap")
        )
        continue
      }
      terms[place].fixedCost = given.fixedCost ?? question.fixedCost
      terms[place].capacity = given.capacity ?? question.capacity
      terms[place].note = given.note
      terms[place].place = given.place
    }
  }

  /// How many required engagements each actor has.
  var requiredCounts: [Int] {
    var counts = [Int](repeating: 0, count: actors.count)
    for candidate in candidates where candidate.isRequired { counts[candidate.actor] += 1 }
    return counts
  }

  private func checkCapacities() throws(ClosureError) {
    for (actor, count) in requiredCounts.enumerated() {
      guard let capacity = terms[actor].capacity, count > capacity else { continue }
      throw .requiredBeyondCapacity(
        actor: actors[actor],
        required: count,
        capacity: capacity,
        place: terms[actor].place
      )
    }
  }
}
