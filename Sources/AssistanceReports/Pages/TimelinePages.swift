public import AssistanceModel
public import ChangeAnalysis
internal import CoverageAnalysis
internal import GraphCore

extension CoverageTimeline {
  /// The series as people read it: counts for each step, a line for each row, and the gaps that
  /// opened and closed.
  ///
  /// - Parameters:
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told.
  /// - Returns: A page with the series, its gaps and the evidence.
  public func page(
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    let gaps = gaps()
    let never = gaps.filter { $0.steps.count == steps.count }
    let (opened, closed) = (gaps.filter(\.isOpened), gaps.filter(\.isClosed))
    var page = ReportPage("Coverage over time: \(collection)")
    page.parts.append(.paragraph(summary(opened: opened, closed: closed, never: never)))
    if let rowless = report.rowless { page.parts.append(.paragraph(rowless)) }
    if let needs = report.knownNeeds {
      let rule = " A cell with fewer named providers than required is a gap, as in pillar gaps."
      page.parts.append(.paragraph(needs + (report.hasNeeds ? rule : "")))
    }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    page.parts.append(.paragraph(dateSentence))
    guard !states.isEmpty, let stepLength = steps.first?.length else { return page }
    page.parts += [.heading("Each \(stepLength.rawValue)")] + stepParts(gaps, length)
    page.parts += stripParts(length)
    let facts = opened.flatMap(\.ended).map(\.fact) + closed.flatMap(\.began).map(\.fact)
    let showsKeys = Set(facts).count <= length.told
    func who(_ facts: [NodeID]) -> String {
      let graph = report.graph
      guard !showsKeys else {
        return length.list(facts.map(\.rawValue), ", ", most: length.keys, "facts")
      }
      let providers = Self.once(facts.compactMap { graph.fact($0) }.flatMap(\.providers))
      return length.list(providers.map { graph.name(of: $0) }, "; ", most: length.keys)
    }
    if !opened.isEmpty {
      page.parts.append(.heading("Gaps that opened: \(opened.count)"))
      page.parts += length.table(
        moveTable(opened, showsKeys ? "facts that ended" : "who was reported before") {
          who($0.ended.facts)
        },
        "gaps"
      )
    }
    if !closed.isEmpty {
      page.parts.append(.heading("Gaps that closed: \(closed.count)"))
      page.parts += length.table(
        moveTable(closed, showsKeys ? "facts that began" : "who is reported after") {
          who($0.began.facts)
        },
        "gaps"
      )
    }
    page.parts += longestParts(gaps, length)
    page.parts += neverParts(never, length)
    if !facts.isEmpty {
      page.parts += [.heading("Evidence"), Evidence.part(facts, in: report.graph, length)]
    }
    page.append(
      documents: DocumentLabel.cited(Evidence.documents(facts, in: report.graph), in: documents)
    )
    page.parts.append(.heading("How to read this"))
    page.parts.append(
      .paragraph(
        "A gap is a span in which \(lacks.clause); the sources may tell of no more, and"
          + " a fact without an end may have ended. pillar why ROW COLUMN --in STEP tells who stands"
          + " behind a cell at a time; csv has every span of every cell."
      )
    )
    return page
  }

  /// A line for each span of each cell, for a spreadsheet.
  public var spanTable: ReportTable {
    let (rowWord, columnWord) = (report.rowWord, report.columnWord)
    var table = ReportTable([
      rowWord, columnWord, "state", "first", "last", "steps", "providers", "facts",
      "facts that ended before it", "facts that begin with it", "sources", "required",
      "fewer than required", "\(rowWord) id", "\(columnWord) id",
    ])
    let graph = report.graph
    for row in rows.indices {
      for column in columns.indices {
        let statements = statements(row: row, column: column)
        for span in spans(row: row, column: column) {
          let held = statements.filter { $0.steps.overlaps(span.steps) }
          let facts = held.map(\.witness).facts
          let providers = facts.compactMap { graph.fact($0) }.flatMap(\.providers)
          func keys(_ isWanted: (Range<Int>) -> Bool) -> String {
            statements.filter { isWanted($0.steps) }.map(\.witness).facts.map(\.rawValue)
              .joined(separator: " | ")
          }
          table.append([
            graph.name(of: rows[row]), graph.name(of: columns[column]), span.state.rawValue,
            steps[span.steps.lowerBound].description,
            steps[span.steps.upperBound - 1].description, String(span.steps.count),
            Self.once(providers).map { graph.name(of: $0) }.joined(separator: " | "),
            facts.map(\.rawValue).joined(separator: " | "),
            keys { $0.upperBound == span.steps.lowerBound },
            keys { $0.lowerBound == span.steps.lowerBound && $0.lowerBound > 0 },
            Self.once(facts.compactMap { graph.fact($0) }.flatMap(\.sources)).map(\.description)
              .joined(separator: " | "),
            String(report.required(of: report.index(row: row, column: column))),
            span.isShort || span.state == .nobody || span.state == .unnamedOnly ? "yes" : "no",
            rows[row].rawValue, columns[column].rawValue,
          ])
        }
      }
    }
    return table
  }

  private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
    var told: Set<Value> = []
    return values.filter { told.insert($0).inserted }
  }
}

extension [CoverageWitness] {
  /// The keys of the facts, each once.
  var facts: [NodeID] {
    var told: Set<NodeID> = []
    return map(\.fact).filter { told.insert($0).inserted }
  }
}

extension CoverageTimeline {
  fileprivate func summary(
    opened: [TimelineGap],
    closed: [TimelineGap],
    never: [TimelineGap]
  ) -> String {
    guard let first = steps.first, let last = steps.last, !report.states.isEmpty else {
      return report.summary
    }
    let counts = steps.indices.map { coveredCount(in: $0) }
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let span =
      steps.count == 1
      ? "In \(first)" : "From \(first) to \(last) (\(first.length.counted(steps.count)))"
    let range = least == most ? "\(most)" : "\(least) to \(most)"
    let cells = numbered(report.states.count, "cell")
    return "\(span) activity is reported in \(range) of \(cells)"
      + " (\(rows.count) × \(columns.count)). \(numbered(opened.count, "gap")) opened and"
      + " \(closed.count) closed; \(numbered(never.count, "cell")) \(never.count == 1 ? "has" : "have")"
      + " \(lacks.every) \(first.length.rawValue)."
  }

  /// What a gap is a gap of, in words for a clause, a heading and a whole series.
  fileprivate var lacks: (clause: String, heading: String, every: String) {
    report.hasNeeds
      ? (
        "fewer are reported by name than are required (one where needs say nothing)",
        "with fewer providers by name than required",
        "fewer providers by name than required in every"
      )
      : (
        "nobody is reported by name", "without a provider by name", "no provider by name in any"
      )
  }

  /// Which dates the facts carry, and what is made of those they lack.
  fileprivate var dateSentence: String {
    func part(_ count: Int, _ one: String, _ several: String) -> String? {
      count == 0 ? nil : "\(count) \(count == 1 ? one : several)"
    }
    let parts = [
      part(
        dates.undated,
        "carries no dates and holds in every step",
        "carry no dates and hold in every step"
      ),
      part(
        dates.openEnded,
        "has no end and holds to the last step",
        "have no end and hold to the last step"
      ),
      part(
        dates.openStarted,
        "has no beginning and holds from the first step",
        "have no beginning and hold from the first step"
      ), part(dates.closed, "has a first and a last date", "have a first and a last date"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return "No fact counts in any cell." }
    return
      "Of \(numbered(dates.total, "fact")) that \(dates.total == 1 ? "counts" : "count") in some"
      + " cell, \(parts.joined(separator: "; ")). A fact counts in every step that it overlaps."
  }

  // MARK: Steps

  fileprivate func stepParts(_ gaps: [TimelineGap], _ length: PageLength) -> [ReportPage.Part] {
    let moves = TimelineMoves(gaps, stepCount: steps.count)
    let shown: [CoverageState] = [
      .several, .one, .unnamedOnly, .nobody, .unobservable, .notNeeded,
    ].filter { state in steps.indices.contains { count(state, in: $0) > 0 } }
    let told = toldSteps(moves, length)
    let short = report.hasNeeds ? ["named, fewer than required"] : []
    var table = ReportTable(
      [steps[0].length.rawValue] + shown.map(\.phrase) + short + ["gaps opened", "gaps closed"],
      alignments: [.left] + ((shown.map { _ in .right }) + short.map { _ in .right })
        + [.right, .right]
    )
    for step in told {
      table.append(
        [steps[step].description] + shown.map { String(count($0, in: step)) }
          + short.map { _ in String(shortCount(in: step)) }
          + [moves.opened[step], moves.closed[step]].map { $0 == 0 ? "" : String($0) }
      )
    }
    guard told.count < steps.count else { return [.table(table)] }
    return [
      .table(table),
      .paragraph(
        "\(told.count) of \(steps.count) steps are shown: the first, the last, and the latest of those"
          + " in which the counts changed; --full shows all."
      ),
    ]
  }

  /// The steps that are told: of many those in which something changed.
  private func toldSteps(_ moves: TimelineMoves, _ length: PageLength) -> [Int] {
    let most = 24
    guard length == .brief, steps.count > most else { return Array(steps.indices) }
    func counts(_ step: Int) -> [Int] {
      CoverageState.allCases.map { count($0, in: step) }
        + [shortCount(in: step)]
    }
    let changed = steps.indices.dropFirst().dropLast().filter { step in
      moves.opened[step] + moves.closed[step] > 0 || counts(step) != counts(step - 1)
    }
    return [0] + changed.suffix(most - 2) + [steps.count - 1]
  }

  // MARK: Lines

  /// Up to how many cells have a line each.
  private static var fewCells: Int { 40 }

  fileprivate func stripParts(_ length: PageLength) -> [ReportPage.Part] {
    guard steps.count > 1 else { return [] }
    let strip = TimelineStrip(self, length)
    let graph = report.graph
    var parts: [ReportPage.Part] = []
    if report.states.count <= Self.fewCells || columns.count == 1 {
      var table = ReportTable([report.rowWord, report.columnWord, strip.heading])
      for row in rows.indices {
        for column in columns.indices {
          table.append([
            graph.name(of: rows[row]), graph.name(of: columns[column]),
            strip.cell(row: row, column: column),
          ])
        }
      }
      parts = [
        .heading("Each cell over time"), .paragraph(TimelineStrip.cellLegend + "."),
      ]
      parts += length.table(table, "cells")
    } else {
      var table = ReportTable([report.rowWord, strip.heading])
      var silent: [String] = []
      for row in rows.indices {
        let line = strip.row(row)
        let name = graph.name(of: rows[row])
        if line.allSatisfy({ $0 == "." || $0 == "–" }) {
          silent.append(name)
        } else {
          table.append([name, line])
        }
      }
      parts = [
        .heading("Each \(report.question.rows.noun(1)) over time"), .paragraph(strip.rowLegend),
      ]
      if !table.rows.isEmpty { parts += length.table(table, report.question.rows.noun(2)) }
      if !silent.isEmpty {
        parts.append(
          .paragraph(
            "Without a provider by name at any time:"
              + " \(length.list(silent, "; ", most: length.lines))."
          )
        )
      }
    }
    if let omission = strip.omission { parts.append(.paragraph(omission)) }
    return parts
  }

  // MARK: Gaps

  private func span(_ gap: TimelineGap) -> String {
    let (first, last) = (steps[gap.steps.lowerBound], steps[gap.steps.upperBound - 1])
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  private func names(_ gap: TimelineGap) -> [String] {
    [report.graph.name(of: gap.row), report.graph.name(of: gap.column)]
  }

  fileprivate func moveTable(
    _ gaps: [TimelineGap],
    _ heading: String,
    _ facts: (TimelineGap) -> String
  ) -> ReportTable {
    ReportTable(
      [report.rowWord, report.columnWord, "gap", heading],
      rows: gaps.map { names($0) + [span($0), facts($0)] }
    )
  }

  /// Up to how many of the longest gaps are told.
  private static var fewGaps: Int { 12 }

  fileprivate func longestParts(_ gaps: [TimelineGap], _ length: PageLength) -> [ReportPage.Part] {
    let some = gaps.filter { $0.steps.count < steps.count }
    guard !some.isEmpty, let unit = steps.first?.length else { return [] }
    let sorted = some.indices.sorted {
      (some[$1].steps.count, $0) < (some[$0].steps.count, $1)
    }.map { some[$0] }
    let shown = length == .full ? sorted : Array(sorted.prefix(Self.fewGaps))
    let table = ReportTable(
      [report.rowWord, report.columnWord, "gap", "\(unit.rawValue)s", "still open"],
      alignments: [.left, .left, .left, .right],
      rows: shown.map {
        names($0) + [
          span($0), String($0.steps.count), $0.steps.upperBound == steps.count ? "yes" : "",
        ]
      }
    )
    let count = shown.count < sorted.count ? "\(shown.count) of \(sorted.count)" : "\(sorted.count)"
    return [.heading("Longest spans \(lacks.heading): \(count)"), .table(table)]
  }

  fileprivate func neverParts(_ never: [TimelineGap], _ length: PageLength) -> [ReportPage.Part] {
    guard !never.isEmpty else { return [] }
    let graph = report.graph
    let entries = columns.compactMap { column -> ReportPage.Entry? in
      let rows = never.filter { $0.column == column }
      guard !rows.isEmpty else { return nil }
      let names = rows.map { graph.name(of: $0.row) + ($0.hasUnnamed ? " (unnamed)" : "") }
      return ReportPage.Entry(
        "\(graph.name(of: column)): \(report.countedRows(rows.count))",
        [length.list(names, "; ", most: length.lines)]
      )
    }
    let heading = lacks.heading.prefix(1).uppercased() + lacks.heading.dropFirst()
    return [.heading("\(heading) all the time: \(never.count)"), .entries(entries)]
  }
}
