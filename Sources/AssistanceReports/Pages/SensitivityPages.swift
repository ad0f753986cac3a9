public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension SensitivityReport {
  /// What depends on the reading as people read it: how much, on what, and by which facts.
  ///
  /// - Parameters:
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told.
  /// - Returns: A page with a line for each reading and a sentence for each dependency.
  public func page(
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("Sensitivity: \(collection)")
    page.parts.append(.paragraph(summary))
    if let sentence = report.needSentence { page.parts.append(.paragraph(sentence)) }
    page.parts.append(.paragraph("Asked: \(ScopeDocument(report.question).sentence)."))
    page.parts.append(.paragraph(effort))
    if let importHint { page.parts.append(.paragraph(importHint)) }
    page.parts.append(.table(readingTable))
    let wholly = columnSummaries.filter { !$0.restsWhollyOn.isEmpty }
    if !wholly.isEmpty {
      page.parts += [
        .heading("What rests wholly on one choice"), .list(wholly.map { sentence($0) }),
      ]
    }
    let groups: [(String, (Cell) -> Bool)] = [
      ("Gaps that one choice closes", { $0.isGap && $0.verdict == .oneChoice }),
      (
        "Gaps that only several choices close together",
        { $0.isGap && $0.verdict == .severalChoices }
      ),
      ("No gaps as asked, but by one choice", { !$0.isGap && $0.verdict == .oneChoice }),
      (
        "No gaps as asked, but by several choices together",
        { !$0.isGap && $0.verdict == .severalChoices }
      ),
    ]
    for (heading, isMeant) in groups {
      let some = cells.filter(isMeant)
      guard !some.isEmpty else { continue }
      page.parts += [
        .heading("\(heading): \(some.count)"),
        .list(cut(some.map { sentence($0, length) }, length)),
      ]
    }
    let firm = cells(.firmGap)
    if !firm.isEmpty {
      page.parts += [
        .heading("Gaps under every reading: \(firm.count)"), .table(firmTable(firm, length)),
      ]
    }
    let facts = cells.flatMap { $0.turns.flatMap(\.facts) }
    if !facts.isEmpty {
      page.parts += [.heading("Evidence"), Evidence.part(facts, in: report.graph, length)]
    }
    page.append(documents: DocumentLabel.cited(citedDocuments, in: documents))
    page.parts += [.heading("How to read this"), .paragraph(Self.explanation)]
    return page
  }

  private static let explanation =
    "A gap is a cell with fewer named providers than it needs. No reported activity means that the"
    + " sources tell of none, not that there is none. Of imported codes, basis implied is a code that"
    + " names the capacity among others, basis thematic one that covers it only by inference. Facts"
    + " that repeat another change nothing: a provider counts once in a cell. pillar why ROW COLUMN tells the facts"
    + " of a cell."

  /// The readings in a line each: how many cells stand in each state, and how many are gaps.
  public var readingTable: ReportTable {
    let states = CoverageState.allCases.filter { state in
      readings.contains { $0.counts[state] ?? 0 > 0 }
    }
    return ReportTable(
      ["reading"] + states.map(\.shortPhrase) + ["gaps", "closed", "opened"],
      alignments: [.left] + states.map { _ in .right } + [.right, .right, .right],
      rows: readings.map { result in
        [label(of: result)]
          + states.map { String(result.counts[$0] ?? 0) }
          + [
            String(result.gapCount), result.closedCount == 0 ? "" : String(result.closedCount),
            result.openedCount == 0 ? "" : String(result.openedCount),
          ]
      }
    )
  }

  /// A line for each cell where something is needed, for a spreadsheet.
  public var cellLines: ReportTable {
    let graph = report.graph
    let (row, column) = (report.question.rows.rawValue, report.question.columns.rawValue)
    return ReportTable(
      [
        row, column, "state", "gap", "verdict", "gap in readings", "readings", "turned by",
        "facts", "through", "\(row) id", "\(column) id",
      ],
      alignments: [.left, .left, .left, .left, .left, .right, .right],
      rows: cells.map { cell in
        [
          graph.name(of: cell.row), graph.name(of: cell.column), cell.state.rawValue,
          cell.isGap ? "yes" : "no", cell.verdict.rawValue, String(cell.gapReadingCount),
          String(readingCount),
          cell.turns.map { condition(of: $0.reading) }.joined(separator: " | "),
          cell.turns.map { $0.facts.map(\.rawValue).joined(separator: ", ") }
            .joined(separator: " | "),
          cell.turns.map { Evidence.names($0.through, in: graph) }.joined(separator: " | "),
          cell.row.rawValue, cell.column.rawValue,
        ]
      }
    )
  }

  // MARK: Sentences

  private var summary: String {
    let gaps = cells.count(where: \.isGap)
    let firm = cells(.firmGap).count
    let one = cells.count { $0.isGap && $0.verdict == .oneChoice }
    let several = cells.count { $0.isGap && $0.verdict == .severalChoices }
    let opened = cells.count { !$0.isGap && $0.verdict != .firmCover }
    let unseen = cells.count { $0.state == .unobservable }
    let seen = cells.count - unseen
    guard !cells.isEmpty else { return "There is nothing to cover in this question." }
    let hidden = unseen == 0 ? "" : " (\(unseen)\(seen == 0 ? "" : " more") cannot be seen)"
    let share =
      switch seen {
      case 0: "no cell could be seen"
      case 1:
        "the only cell\(unseen == 0 ? "" : " that can be seen") is \(gaps == 1 ? "a" : "no") gap"
      default: "\(gaps) of \(seen) cells \(gaps == 1 ? "is a gap" : "are gaps")"
      }
    var parts = ["As asked, \(share)\(hidden)"]
    if readingCount == 1 { return parts[0] + "; what is reported leaves no other reading." }
    if gaps == 1 {
      parts.append(firm == 1 ? "it is one under every reading" : "it is none under some reading")
    } else if gaps > 0 {
      parts.append(
        firm == gaps ? "all of them under every reading" : "\(firm) of them under every reading"
      )
    }
    if one > 0 { parts.append("\(one) \(one == 1 ? "closes" : "close") by one other choice") }
    if several > 0 { parts.append("\(several) only by several together") }
    if opened > 0 {
      parts.append("\(opened) more would open by other choices")
    }
    let told = parts.joined(separator: "; ") + "."
    if firm == gaps, opened == 0 {
      return gaps == 0 ? told + " No reading has a gap." : told
    }
    return told
      + (gapRange.lowerBound == gapRange.upperBound
        ? " Every reading has \(Self.count(gapRange.lowerBound, "gap"))."
        : " Readings have from \(gapRange.lowerBound) to \(Self.count(gapRange.upperBound, "gap")).")
  }

  private var effort: String {
    let subjects = choices.map(\.subject.words).joined(separator: ", ")
    guard !choices.isEmpty else { return "No choice could be made otherwise." }
    let tried = Self.count(readingCount, "reading")
    let repeated =
      repeatedFactCount == 0
      ? ""
      : " \(Self.count(repeatedFactCount, "fact")) repeat\(repeatedFactCount == 1 ? "s" : "") another."
    if isComplete { return "Varied: \(subjects); all \(tried) were tried.\(repeated)" }
    return "Varied: \(subjects); \(tried) of \(possibleReadingCount) were tried: all with up to"
      + " \(Self.count(departureCount, "other choice")), the narrowest and the widest.\(repeated)"
  }

  /// What turns a cell, in a sentence with the facts.
  private func sentence(_ cell: Cell, _ length: PageLength) -> String {
    let graph = report.graph
    let place = "\(graph.name(of: cell.row)) × \(graph.name(of: cell.column))"
    let turns = cell.turns.map { turn in
      let keys = length.list(turn.facts.map(\.rawValue), ", ", most: length.keys, "facts")
      let through =
        turn.through.isEmpty
        ? "" : ", through \(length.list(turn.through.map { graph.name(of: $0) }, ", ", most: 3))"
      let facts =
        turn.facts.isEmpty ? "" : " (\(Self.count(turn.facts.count, "fact")): \(keys)\(through))"
      return condition(of: turn.reading) + facts
    }
    guard cell.isGap else {
      return "\(place): \(cell.state.phrase), but a gap if \(turns.joined(separator: ", or if "))."
    }
    return "\(place): \(shortage(cell)), unless \(turns.joined(separator: ", or "))."
  }

  /// What a gap lacks, which is what a choice that closes it adds: names, not just activity.
  private func shortage(_ cell: Cell) -> String {
    let required =
      report.rows.firstIndex(of: cell.row).flatMap { row in
        report.columns.firstIndex(of: cell.column).map { report.index(row: row, column: $0) }
      }.map { report.required(of: $0) } ?? 1
    return required > 1
      ? "fewer than \(required) named providers reported" : "no named provider reported"
  }

  /// What no reading here can vary, as it was settled before: how firmly codes show inhibitors.
  private var importHint: String? {
    let question = report.question
    guard question.columns == .inhibitor, question.unobservable.allSatisfy({ $0.unless.isEmpty })
    else { return nil }
    let ofCodes = report.graph.assistance.filter { $0.node.property("activity-key") != nil }
    guard Set(ofCodes.map(\.basis)).count == 1 else { return nil }
    return
      "How firmly codes show inhibitors was decided when the activities were imported; an import"
      + " with --concordance wide --strength-as-basis keeps it, and it is varied here too."
  }

  private func sentence(_ column: SensitivityDocument.Column) -> String {
    let conditions = column.restsWhollyOn.joined(separator: ", or if ")
    guard column.cells > 1 else {
      let (own, other) = column.gaps == 0 ? ("no gap", "one") : ("a gap", "none")
      return "\(column.column.name): \(own) as asked, \(other) if \(conditions)."
    }
    let rows = "\(column.cells) \(report.question.rows.noun(column.cells))"
    return "\(column.column.name): a gap in \(column.gaps) of \(rows) as asked, in"
      + " \(column.gaps == 0 ? column.cells : 0) of \(column.cells) if \(conditions)."
  }

  private func label(of result: CoverageReading.Result) -> String {
    let departures = result.reading.departures
    guard departures.count > 1 else { return name(of: result.reading) }
    let effects = Set(departures.map { choices[$0.choice].options[$0.option].effect })
    let word = effects == [.wider] ? "widest" : effects == [.narrower] ? "narrowest" : "together"
    return "\(word): \(name(of: result.reading))"
  }

  private func firmTable(_ firm: [Cell], _ length: PageLength) -> ReportTable {
    let graph = report.graph
    return ReportTable(
      [report.question.columns.rawValue, "gaps", report.question.rows.noun(2)],
      alignments: [.left, .right],
      rows: report.columns.compactMap { column in
        let rows = firm.filter { $0.column == column }.map { graph.name(of: $0.row) }
        guard !rows.isEmpty else { return nil }
        return [
          graph.name(of: column), String(rows.count),
          length.list(rows, "; ", most: length.lines),
        ]
      }
    )
  }

  private func cut(_ lines: [String], _ length: PageLength) -> [String] {
    guard lines.count > length.told + 1 else { return lines }
    return lines.prefix(length.told) + [
      "and \(lines.count - length.told) more; --full tells them, csv and json too"
    ]
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(number == 1 ? noun : noun + "s")"
  }
}

extension ReadingChoice.Subject {
  /// The subject in a sentence.
  fileprivate var words: String {
    switch self {
    case .basis: "basis"
    case .modality: "modality"
    case .evidence: "evidence"
    case .time: "time"
    case .derivations: "ways to columns"
    case .rollUp: "parts and wholes"
    case .duplicates: "probable duplicates"
    }
  }
}

extension CoverageState {
  /// The state as a heading of a narrow column.
  fileprivate var shortPhrase: String {
    switch self {
    case .notNeeded: "not needed"
    case .unobservable: "unseen"
    case .nobody: "nobody"
    case .unnamedOnly: "unnamed"
    case .one: "one"
    case .several: "several"
    }
  }
}
