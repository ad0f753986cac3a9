public import AssistanceModel
public import AssistancePlanning
public import CoverageAnalysis
internal import GraphCore

extension CoverageReport {
  /// A plan as people read it: what it costs, who takes up what and why, and what stays open.
  ///
  /// - Parameters:
  ///   - plan: A plan for this report.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told.
  /// - Returns: A page.
  public func page(
    plan: ClosurePlan,
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("A plan that closes gaps: \(collection)")
    page.parts.append(.paragraph(plan.summary.joined(separator: " ")))
    for sentence in plan.proofSentences { page.parts.append(.paragraph(sentence)) }
    page.parts += [rowless, needSentence].compactMap(\.self).map { .paragraph($0) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    page.parts += plan.conventions(question).map { .paragraph($0) }
    if !plan.engagements.isEmpty {
      page.parts += [.heading("What it asks of each actor"), .table(actorTable(plan, length))]
      appendCut(min(length.told, plan.actors.count), of: plan.actors.count, "actors", to: &page)
      let (table, shown) = engagementTable(plan, length)
      page.parts += [.heading("Who takes up what"), .table(table)]
      appendCut(shown, of: plan.engagements.count, "engagements", to: &page)
    }
    if !plan.open.isEmpty {
      page.parts += [
        .heading("What stays open: \(plan.open.count)"), .table(openTable(plan, length)),
      ]
    }
    if !plan.clashes.isEmpty {
      page.parts += [
        .heading("More than can be done together"), .entries(clashEntries(plan, length)),
      ]
    }
    if !plan.remarks.isEmpty {
      page.parts += [
        .heading("Lines that play no part"),
        .list(
          length.list(
            plan.remarks.map { ($0.place.map { $0.inLine + ": " } ?? "") + $0.text },
            "lines"
          )
        ),
      ]
    }
    let facts = plan.engagements.flatMap(\.ground.facts)
    if !facts.isEmpty {
      page.parts += [.heading("Evidence"), Evidence.part(facts, in: graph, length)]
    }
    page.append(
      documents: DocumentLabel.cited(Evidence.documents(facts, in: graph), in: documents)
    )
    page.parts += [
      .heading("How to read this"),
      .paragraph(
        "No plan says that somebody should go there: it says what would close these gaps at these"
          + " costs, if those named agreed and were able."
      ),
      .paragraph(
        "No reported activity means that the sources tell of none, not that there is none."
      ),
    ]
    return page
  }

  private func appendCut(_ shown: Int, of all: Int, _ noun: String, to page: inout ReportPage) {
    guard shown < all else { return }
    page.parts.append(
      .paragraph("\(shown) of \(all) \(noun) are shown; --full shows all, csv and json have them.")
    )
  }

  private func actorTable(_ plan: ClosurePlan, _ length: PageLength) -> ReportTable {
    let hasCapacity = plan.actors.contains { $0.capacity != nil }
    let hasCosts = plan.question.hasGivenCosts
    return ReportTable(
      ["actor", "engagements"] + (hasCapacity ? ["of at most"] : [])
        + (hasCosts ? ["cost", "fixed cost", "sum"] : []),
      alignments: [.left, .right, .right, .right, .right, .right],
      rows: plan.actors.prefix(length.told).map { share in
        [graph.name(of: share.actor), String(share.engagementCount)]
          + (hasCapacity ? [share.capacity.map(String.init) ?? "any"] : [])
          + (hasCosts
            ? [share.cost.description, share.fixedCost.description, share.total.description] : [])
      }
    )
  }

  private func engagementTable(_ plan: ClosurePlan, _ length: PageLength)
    -> (table: ReportTable, shown: Int)
  {
    let hasCosts = plan.question.hasGivenCosts
    let places = Dictionary(
      uniqueKeysWithValues: plan.actors.enumerated().map { ($1.actor, $0) }
    )
    let sorted = plan.engagements.enumerated().sorted {
      (places[$0.element.actor] ?? 0, $0.offset) < (places[$1.element.actor] ?? 0, $1.offset)
    }.map(\.element)
    // Engagements that differ in their row alone share a line.
    var lines: [(cells: [String], rows: [String])] = []
    var found: [[String]: Int] = [:]
    for engagement in sorted {
      let cells =
        [graph.name(of: engagement.actor), graph.name(of: engagement.column)]
        + (hasCosts ? [engagement.cost.description] : [])
        + [reason(engagement, length), instead(engagement)]
      let line = found[cells] ?? lines.count
      if line == lines.count {
        found[cells] = line
        lines.append((cells, []))
      }
      lines[line].rows.append(graph.name(of: engagement.row))
    }
    let table = ReportTable(
      ["actor", columnWord] + (hasCosts ? ["cost"] : []) + ["why possible", "or instead", rowWord],
      alignments: [.left, .left] + (hasCosts ? [.right] : []),
      rows: lines.prefix(length.told).map {
        $0.cells + [length.list($0.rows, "; ", most: length.lines)]
      }
    )
    let shown = lines.prefix(length.told).reduce(0) { $0 + $1.rows.count }
    return (table, shown)
  }

  /// Why an engagement is possible, and whether it must be, in words.
  func reason(_ engagement: ClosurePlan.Engagement, _ length: PageLength) -> String {
    var parts: [String] = []
    if engagement.standing == .required { parts.append("required") }
    if !engagement.closesGap { parts.append("closes no gap") }
    switch engagement.ground {
    case .table(let rule):
      if let place = engagement.ground.place?.split(separator: "/").last {
        parts.append(String(place))
      }
      if let note = rule.note { parts.append(note) }
    case .reported(let reported):
      let most = length == .full ? length.lines : 1
      if !reported.columns.isEmpty {
        let names = reported.columns.map { graph.name(of: $0) }
        parts.append("in this \(question.rows.noun(1)) for " + length.list(names, ", ", most: most))
      }
      if !reported.rows.isEmpty {
        let names = reported.rows.map { graph.name(of: $0) }
        parts.append(
          "for this \(question.columns.noun(1)) in " + length.list(names, ", ", most: most)
        )
      }
      let facts = reported.facts.map(\.rawValue)
      parts.append(
        length == .full || facts.count == 1
          ? facts.joined(separator: ", ") : "\(facts.count) facts"
      )
    }
    return parts.joined(separator: "; ")
  }

  private func instead(_ engagement: ClosurePlan.Engagement) -> String {
    if engagement.isOnlyWay { return "nobody" }
    guard let first = engagement.alternatives.first else {
      return engagement.closesGap && engagement.standing == .possible ? "no single exchange" : ""
    }
    let added = first.added > 0 ? ", +\(first.added)" : ", same cost"
    return graph.name(of: first.actor) + added
  }

  private func openTable(_ plan: ClosurePlan, _ length: PageLength) -> ReportTable {
    let hasMissing = plan.open.contains { $0.deficit > 1 }
    var lines: [(cells: [String], rows: [String])] = []
    var places: [[String]: Int] = [:]
    for gap in plan.open {
      var cells = [gap.openReason, graph.name(of: gap.column)]
      if hasMissing {
        if case .tooFewPossible(let missing) = gap.outcome {
          cells.append("\(gap.possibleCount) of \(gap.deficit); \(missing) more")
        } else {
          cells.append("\(gap.possibleCount) of \(gap.deficit)")
        }
      }
      let place = places[cells] ?? lines.count
      if place == lines.count {
        places[cells] = place
        lines.append((cells, []))
      }
      lines[place].rows.append(graph.name(of: gap.row))
    }
    return ReportTable(
      ["why", columnWord] + (hasMissing ? ["possible, of needed"] : []) + [rowWord],
      rows: lines.map { $0.cells + [length.list($0.rows, "; ", most: length.lines)] }
    )
  }

  private func clashEntries(_ plan: ClosurePlan, _ length: PageLength) -> [ReportPage.Entry] {
    plan.clashes.map { clash in
      let gaps = clash.gaps.count == 1 ? "1 gap needs" : "\(clash.gaps.count) gaps need"
      return ReportPage.Entry(
        "\(gaps) \(clash.needed) \(clash.needed == 1 ? "engagement" : "engagements");"
          + " at most \(clash.possible) \(clash.possible == 1 ? "is" : "are") possible together",
        length.list(
          clash.gaps.map {
            "\(graph.name(of: plan.gaps[$0].row)) × \(graph.name(of: plan.gaps[$0].column))"
          },
          "gaps"
        )
          + [
            "used up: "
              + length.list(clash.actors.map { graph.name(of: $0) }, ", ", most: length.lines)
          ]
      )
    }
  }

  /// A line for what the plan comes to, with the bound that no plan can better, for each engagement,
  /// and for each gap that stays open, for a spreadsheet.
  ///
  /// - Parameter plan: A plan for this report.
  /// - Returns: The table.
  public func closureLines(_ plan: ClosurePlan) -> ReportTable {
    var table = ReportTable([
      "what", "actor", rowWord, columnWord, "outcome", "cost", "fixed cost of the actor",
      "share of the fixed cost", "bound", "status", "why", "table", "only way", "instead",
      "required",
      "reported", "possible", "weight", "price", "facts", "sources", "actor id", "\(rowWord) id",
      "\(columnWord) id",
    ])
    let shares = Dictionary(uniqueKeysWithValues: plan.actors.map { ($0.actor, $0) })
    let gaps = Dictionary(
      uniqueKeysWithValues: plan.gaps.map { ([$0.row, $0.column], $0) }
    )
    let proofs = [plan.weightProof.map { ("weight", $0) }, ("cost", plan.costProof)]
    for (what, proof) in proofs.compactMap(\.self) {
      let outcome =
        proof.isOptimal ? "proved" : "not proved: \(ClosureDocument.Proof(proof, what).ending)"
      table.append(
        ["plan: \(what)", "", "", "", outcome, proof.objective.description, "", ""]
          + [proof.bound.description] + Array(repeating: "", count: 15)
      )
    }
    for engagement in plan.engagements {
      let share = shares[engagement.actor]
      let gap = gaps[[engagement.row, engagement.column]]
      let facts = engagement.ground.facts
      table.append(
        [
          "engagement", graph.name(of: engagement.actor), graph.name(of: engagement.row),
          graph.name(of: engagement.column), engagement.closesGap ? "closed" : "closes no gap",
          engagement.cost.description, share?.fixedCost.description ?? "",
          share.map { "\($0.fixedShare)" } ?? "", "", engagement.standing.rawValue,
          reason(engagement, .full), engagement.ground.place ?? "",
          engagement.isOnlyWay ? "yes" : "no",
          engagement.alternatives.map { "\(graph.name(of: $0.actor)) (+\($0.added))" }
            .joined(separator: " | "),
        ] + numbers(gap) + [
          facts.map(\.rawValue).joined(separator: " | "),
          facts.flatMap { graph.graph[$0]?.sources ?? [] }.map(\.description)
            .joined(separator: " | "),
          engagement.actor.rawValue, engagement.row.rawValue, engagement.column.rawValue,
        ]
      )
    }
    for gap in plan.open {
      table.append(
        [
          "open gap", "", graph.name(of: gap.row), graph.name(of: gap.column), gap.outcomeWord, "",
          "", "", "", "", gap.openReason, "", "", "",
        ] + numbers(gap) + ["", "", "", gap.row.rawValue, gap.column.rawValue]
      )
    }
    return table
  }

  private func numbers(_ gap: ClosurePlan.Gap?) -> [String] {
    guard let gap else { return ["", "", "", "", ""] }
    return [
      String(gap.required), String(gap.supply), String(gap.possibleCount), "\(gap.weight)",
      "\(gap.price)",
    ]
  }
}
