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
    page.parts.append(.paragraph("Asked: \(ScopeDocument(report.question).sentence)."))
    page.parts.append(.paragraph(effort))
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
    page.append(
      documents: DocumentLabel.cited(Evidence.documents(facts, in: report.graph), in: documents)
    )
    page.parts += [.heading("How to read this"), .paragraph(Self.explanation)]
    return page
  }

  private static let explanation =
    "A gap is a cell with fewer named providers than it needs. No reported activity means that the"
    + " sources tell of none, not that there is none. Of imported codes, basis implied is a code that"
    + " names the capacity among others, basis thematic one that covers it only by inference. Facts"
    + " that repeat another change nothing: a provider counts once in a cell."

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
    guard !cells.isEmpty else { return "There is nothing to cover in this question." }
    var parts = [
      "As asked, \(gaps) of \(Self.count(cells.count, "cell")) \(gaps == 1 ? "is a gap" : "are gaps")"
    ]
    if readingCount == 1 { return parts[0] + "; what is reported leaves no other reading." }
    if gaps > 0 {
      let all = gaps == 1 ? "it holds" : "all of them hold"
      parts.append(
        firm == gaps ? "\(all) under every reading" : "\(firm) of them under every reading"
      )
    }
    if one > 0 { parts.append("\(one) \(one == 1 ? "closes" : "close") by one other choice") }
    if several > 0 { parts.append("\(several) only by several together") }
    if opened > 0 {
      parts.append("\(opened) more would open by other choices")
    }
    return parts.joined(separator: "; ") + ". "
      + (gapRange.lowerBound == gapRange.upperBound
        ? "Every reading has \(Self.count(gapRange.lowerBound, "gap"))."
        : "Readings have from \(gapRange.lowerBound) to \(Self.count(gapRange.upperBound, "gap")).")
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
    let state = cell.state.phrase
    guard cell.isGap else {
      return "\(place): \(state), but a gap if \(turns.joined(separator: ", or if "))."
    }
    return "\(place): \(state), unless \(turns.joined(separator: ", or "))."
  }

  private func sentence(_ column: SensitivityDocument.Column) -> String {
    let conditions = column.restsWhollyOn.joined(separator: ", or if ")
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
