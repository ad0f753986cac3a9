internal import CoverOptimization
public import CoverageAnalysis
internal import GraphCore

extension ClosurePlan {
  /// What the plan does, in a sentence or two.
  public var summary: [String] {
    guard !gaps.isEmpty else { return ["There is no gap in this scope: nothing is to be closed."] }
    let open = gaps.count - closed.count
    var sentences: [String] = []
    if engagements.isEmpty {
      sentences.append("\(Self.counted(gaps.count, "gap")), and none of them is closed.")
    } else {
      let who = Self.counted(actors.count, "actor")
      let what = Self.counted(engagements.count, "engagement")
      let those =
        closed.count == gaps.count ? gaps.count == 1 ? "it" : "all" : "\(closed.count)"
      sentences.append(
        "\(Self.counted(gaps.count, "gap")): \(what) of \(who), at a cost of \(cost),"
          + " \(engagements.count == 1 ? "closes" : "close") \(those)."
      )
    }
    guard open > 0 else { return sentences }
    var reasons: [String] = []
    for (reason, count) in openCounts { reasons.append("\(count) \(reason)") }
    sentences.append(
      "\(open) \(open == 1 ? "stays" : "stay") open: \(reasons.joined(separator: "; "))."
    )
    if question.budget != nil, !clashes.isEmpty {
      let (needed, possible) = clashes.reduce((0, 0)) { ($0.0 + $1.needed, $0.1 + $1.possible) }
      sentences.append(
        "Also without a budget, of \(needed) engagements that some gaps need only \(possible)"
          + " \(possible == 1 ? "is" : "are") possible together."
      )
    }
    return sentences
  }

  /// Why gaps stay open, and how many for each reason.
  private var openCounts: [(reason: String, count: Int)] {
    var counts: [(reason: String, count: Int)] = []
    for gap in open {
      let reason = gap.openPhrase
      if let place = counts.firstIndex(where: { $0.reason == reason }) {
        counts[place].count += 1
      } else {
        counts.append((reason, 1))
      }
    }
    return counts
  }

  /// What is proved about the plan, a sentence for each part.
  public var proofSentences: [String] {
    guard gaps.contains(where: { $0.outcome != .closed }) || !engagements.isEmpty else { return [] }
    var sentences: [String] = []
    if let weightProof {
      let limits = question.budget == nil ? "with these capacities" : "within the budget"
      let nodes = Self.counted(weightProof.nodes, "node")
      if weightProof.isOptimal {
        sentences.append(
          "Proved: no plan \(limits) closes gaps of more weight than \(weightProof.objective)"
            + " (\(nodes) searched)."
        )
      } else {
        sentences.append(
          "Not proved: the gaps that are closed weigh \(weightProof.objective); no plan \(limits)"
            + " closes more than \(weightProof.bound). \(Self.stopped(weightProof))"
        )
      }
    }
    guard !engagements.isEmpty else { return sentences }
    let nodes = Self.counted(costProof.nodes, "node")
    let what =
      open.isEmpty
      ? "all gaps"
      : weightProof != nil && isCheapestOfAll ? "gaps of as much weight" : "the same gaps"
    if costProof.isOptimal {
      sentences.append("Proved: no plan closes \(what) for less than \(cost) (\(nodes) searched).")
    } else {
      sentences.append(
        "Not proved to be the cheapest: no plan closes \(what) for less than \(costProof.bound),"
          + " so at most \(Self.percent(costProof.gap)) could be spared."
          + " \(Self.stopped(costProof))"
      )
    }
    if weightProof != nil, !open.isEmpty {
      sentences.append(
        isCheapestOfAll
          ? "Other plans may weigh and cost as much."
          : "Other gaps may weigh as much together, and may be closed for less."
      )
    }
    return sentences
  }

  /// What the plan was made of and by which rules, a sentence for each.
  ///
  /// - Parameter coverage: The question of the matrix, which names its rows and columns.
  /// - Returns: Sentences.
  public func conventions(_ coverage: CoverageQuestion) -> [String] {
    let (row, column) = (coverage.rows.noun(1), coverage.columns.noun(1))
    let reported =
      "whoever is reported by name in the \(row) for another \(column), or for the \(column) in"
      + " another \(row)"
    var sentences: [String] = []
    if question.rules == nil {
      sentences.append("Possible: \(reported).")
    } else {
      sentences.append(
        "Possible: what the table of engagements says"
          + (question.addsReported ? "; where it says nothing, \(reported)" : "")
          + ". The line that names more of \(row) and \(column) holds, of equals the later one."
      )
    }
    if !question.hasGivenCosts {
      sentences.append(
        "Costs: 1 for each engagement, as none are given; the sum counts engagements and estimates"
          + " nothing."
      )
    } else {
      let fixed = question.fixedCost == 0 ? "" : " and \(question.fixedCost) once for each actor"
      sentences.append(
        "Costs: as the analyst gives them; where nothing else is said, \(question.unitCost) for each"
          + " engagement\(fixed)."
      )
    }
    if let capacity = question.capacity {
      sentences.append(
        "Capacity: \(Self.counted(capacity, "engagement")) for each actor, where nothing else is said."
      )
    } else if !question.actors.contains(where: { $0.capacity != nil }) {
      sentences.append("Capacity: none is given, so an actor may take up any number.")
    }
    if let budget = question.budget { sentences.append("Budget: \(budget).") }
    if question.rules == nil || question.addsReported {
      sentences.append(
        "Of actors at the same cost, one is taken that is reported for both, before the \(column)"
          + " alone, before the \(row) alone."
      )
    }
    return sentences
  }

  private static func stopped(_ proof: Proof) -> String {
    switch proof.ending {
    case .processorTimeLimit:
      "The search was stopped by its limit of time, after \(counted(proof.nodes, "node"))."
    case .nodeLimit: "The search was stopped after \(counted(proof.nodes, "node"))."
    case .optimal, .infeasible: ""
    }
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.up))
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(number == 1 ? noun : noun + "s")"
  }
}

extension ClosurePlan.Gap {
  /// Why the gap stays open, in words; empty if it does not.
  public var openReason: String {
    switch outcome {
    case .closed: ""
    case .tooFewPossible: possibleCount == 0 ? "nobody may take it up" : "too few may take it up"
    case .beyondCapacity: "those who may take it up cannot do so much"
    case .beyondBudget: "beyond the budget"
    }
  }

  /// The same of several gaps, behind their number.
  fileprivate var openPhrase: String {
    switch outcome {
    case .closed: ""
    case .tooFewPossible:
      possibleCount == 0 ? "that nobody may take up" : "that too few may take up"
    case .beyondCapacity: "beyond what those who may take them up can do together"
    case .beyondBudget: "beyond the budget"
    }
  }
}

extension EngagementGround {
  /// The place of the table's line, as `file:line`; `nil` if no table says so.
  public var place: String? {
    guard case .table(let rule) = self, let place = rule.place else { return nil }
    return place.file + (place.line.map { ":\($0)" } ?? "")
  }

  /// What the table's line says besides.
  public var note: String? {
    guard case .table(let rule) = self else { return nil }
    return rule.note
  }
}
