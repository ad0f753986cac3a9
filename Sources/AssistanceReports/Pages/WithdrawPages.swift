public import AssistanceModel
internal import CoordinationAnalysis
internal import CoverageAnalysis
internal import GraphCore

/// Sentences that every page about withdrawal ends with.
enum WithdrawWords {
  static let reading =
    "No reported activity means that the sources tell of none, not that there is none; who would"
    + " step in is not known."
  static let safety =
    "A list of whom cells rest on is a list of targets to the wrong reader: before you share this,"
    + " make a safe copy with pillar export --safe."

  static func end(_ page: inout ReportPage) {
    page.parts += [.heading("How to read this"), .paragraph(reading), .paragraph(safety)]
  }
}

extension WithdrawalAnswer {
  /// The answer as people read it: what falls, who is left, which paths break.
  ///
  /// - Parameters:
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told.
  /// - Returns: A page with the cells that change, the states before and after, and the evidence.
  public func page(
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("Without \(departing): \(collection)")
    page.parts.append(.paragraph(lead))
    page.parts.append(.paragraph(extent))
    page.parts += rules.map { .paragraph($0) }
    if let sentence = report.needSentence { page.parts.append(.paragraph(sentence)) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(report.question).sentence)."))
    page.parts.append(.table(stateTable))
    for (title, changes, hasRemaining) in sections where !changes.isEmpty {
      page.parts.append(.heading("\(title): \(changes.count)"))
      page.parts.append(.table(table(changes, hasRemaining: hasRemaining, length)))
    }
    let (pathParts, cited) = pathParts(documents, length)
    page.parts += pathParts
    if let cutOff { page.parts += cutOffParts(cutOff, length) }
    let facts = namedFacts
    if !facts.isEmpty {
      page.parts += [.heading("Evidence"), Evidence.part(facts, in: report.graph, length)]
    }
    let keys = Evidence.documents(facts, in: report.graph) + cited
    page.append(documents: DocumentLabel.cited(keys, in: documents))
    WithdrawWords.end(&page)
    return page
  }

  // MARK: Sentences

  /// What falls to nobody, first of all.
  private var lead: String {
    let opened = withdrawal.opened.count
    let (before, after) = (
      withdrawal.countsBefore[.nobody] ?? 0, withdrawal.counts[.nobody] ?? 0
    )
    let raise =
      "raise cells without reported activity from \(before) to \(after)"
      + " of \(report.states.count)."
    if withdrawal.actors.count == 1, withdrawal.departure.facts.isEmpty {
      return opened == 0
        ? "\(departing) is the only provider in no cell; its leaving would open none."
        : "\(departing) is the only provider in \(PlainList.count(opened, "cell")); its leaving"
          + " would \(raise)"
    }
    return opened == 0
      ? "Without \(departing), no cell falls to nobody."
      : "Without \(departing), \(PlainList.count(opened, "cell"))"
        + " \(opened == 1 ? "falls" : "fall") to nobody; that would \(raise)"
  }

  /// How far those who leave reach.
  private var extent: String {
    let (touched, facts) = (withdrawal.touched.count, withdrawal.facts.count)
    guard touched > 0 else { return "Nothing that counts is touched." }
    let parts = [
      (withdrawal.opened.count, "to nobody"),
      (withdrawal.unnamed.count, "to unnamed providers only"),
      (withdrawal.thinned.count, "to one provider"),
    ].filter { $0.0 > 0 }.enumerated().map { place, part in
      "\(part.0) \(place > 0 ? "" : part.0 == 1 ? "falls " : "fall ")\(part.1)"
    }
    let falls = parts.isEmpty ? "none of them falls so far" : parts.joined(separator: ", ")
    let kept = touched - withdrawal.changes.count
    return "Touched: \(PlainList.count(touched, "cell")); \(falls)."
      + (kept == 0
        ? ""
        : " \(kept) of them \(kept == 1 ? "keeps its state; it is" : "keep their state; they are")"
          + " in csv and json alone.")
      + " Of \(PlainList.count(report.countedFactCount, "counted fact")),"
      + " \(facts == 0 ? "none falls" : "\(facts) \(facts == 1 ? "falls" : "fall")")."
  }

  // MARK: Tables

  /// How many cells stand in each state, before and after.
  private var stateTable: ReportTable {
    var table = ReportTable(
      ["cells", "before", "after", "change"],
      alignments: [.left, .right, .right, .right]
    )
    func add(_ phrase: String, _ before: Int, _ after: Int) {
      let change = after - before
      table.append([
        phrase, String(before), String(after),
        change == 0 ? "" : change > 0 ? "+\(change)" : "−\(-change)",
      ])
    }
    let order: [CoverageState] = [
      .nobody, .unnamedOnly, .one, .several, .unobservable, .notNeeded,
    ]
    for state in order {
      let (before, after) = (withdrawal.countsBefore[state] ?? 0, withdrawal.counts[state] ?? 0)
      if before + after > 0 { add(state.phrase, before, after) }
    }
    if report.hasNeeds {
      let before = report.states.indices.count { report.deficit(of: $0) > 0 }
      add("short of what is needed", before, before + withdrawal.shortened.count)
    }
    return table
  }

  private var sections: [(String, [Withdrawal.Change], Bool)] {
    let fallen = withdrawal.opened + withdrawal.unnamed + withdrawal.thinned
    let told = Set(fallen.map { [$0.row, $0.column] })
    let short = withdrawal.shortened.filter { !told.contains([$0.row, $0.column]) }
    return [
      ("Fall to nobody", withdrawal.opened, false),
      ("Left to unnamed providers only", withdrawal.unnamed, true),
      ("Left to one provider", withdrawal.thinned, true),
      ("Fall short of what is needed", report.hasNeeds ? short : [], true),
    ]
  }

  /// The cells that change; those of one column from whom and to whom the same changes share a line.
  private func table(
    _ changes: [Withdrawal.Change],
    hasRemaining: Bool,
    _ length: PageLength
  ) -> ReportTable {
    let graph = report.graph
    var lines: [(cells: [String], rows: [String])] = []
    var places: [[String]: Int] = [:]
    for change in changes {
      func labels(_ providers: [CoverageProvider]) -> String {
        length.list(providers.labels(in: graph), ", ", most: length.lines)
      }
      var remaining = labels(change.remaining)
      if !change.unattributed.isEmpty { remaining += (remaining.isEmpty ? "" : ", ") + "not told" }
      let cells =
        [graph.name(of: change.column), labels(change.leaving)]
        + (hasRemaining ? [remaining] : [])
        + (report.hasNeeds
          ? ["\(change.supplyBefore) → \(change.supplyAfter) of \(change.required)"] : [])
      let row = graph.name(of: change.row)
      if let place = places[cells] {
        lines[place].rows.append(row)
      } else {
        places[cells] = lines.count
        lines.append((cells, [row]))
      }
    }
    let shown = lines.prefix(length.told)
    var table = ReportTable(
      [report.columnWord, "leaves"] + (hasRemaining ? ["is left"] : [])
        + (report.hasNeeds ? ["needed"] : []) + ["cells", report.rowWord],
      alignments: [.left, .left] + (hasRemaining ? [.left] : [])
        + (report.hasNeeds ? [.left] : []) + [.right],
      rows: shown.map {
        $0.cells + [
          String($0.rows.count), length.list($0.rows, "; ", most: length.told),
        ]
      }
    )
    if shown.count < lines.count {
      let rest = lines.dropFirst(shown.count).reduce(0) { $0 + $1.rows.count }
      table.append(["and \(rest) more cells; --full tells them"])
    }
    return table
  }

  /// A line for each cell that is touched, also where its state is kept, with the facts that fall and
  /// those that hold.
  public var lines: ReportTable {
    let graph = report.graph
    var table = ReportTable([
      report.rowWord, report.columnWord, "before", "after", "supply before", "supply after",
      "required", "leaving", "facts that fall", "sources of these", "remaining",
      "facts that hold", "sources of those", "\(report.rowWord) id", "\(report.columnWord) id",
    ])
    for change in withdrawal.touched {
      let held = Set(
        change.remaining.flatMap { $0.witnesses.map(\.fact) } + change.unattributed.map(\.fact)
      )
      let fallen = Set(
        change.leaving.flatMap { $0.witnesses.map(\.fact) }
          + change.unattributedLeaving.map(\.fact)
      ).subtracting(held)
      func names(_ providers: [CoverageProvider]) -> String {
        providers.map { graph.name(of: $0.id) }.joined(separator: " | ")
      }
      func keys(_ facts: Set<NodeID>) -> String {
        facts.sorted().map(\.rawValue).joined(separator: " | ")
      }
      func sources(_ facts: Set<NodeID>) -> String {
        facts.sorted().flatMap { graph.graph[$0]?.sources ?? [] }.map(\.description)
          .joined(separator: " | ")
      }
      table.append([
        graph.name(of: change.row), graph.name(of: change.column), change.before.rawValue,
        change.after.rawValue, String(change.supplyBefore), String(change.supplyAfter),
        String(change.required), names(change.leaving), keys(fallen), sources(fallen),
        names(change.remaining), keys(held), sources(held), change.row.rawValue,
        change.column.rawValue,
      ])
    }
    return table
  }
}
