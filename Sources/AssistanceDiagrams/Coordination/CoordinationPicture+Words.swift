internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

extension CoordinationPicture {
  /// The title that was asked for, or one made from what is drawn.
  var title: String {
    if let title = options.title { return title.visible }
    switch (report.columns.count, report.rows.count) {
    case (1, 1): return "\(name(report.columns[0])) in \(name(report.rows[0]))"
    case (1, _): return "Who is reported for: \(name(report.columns[0]))"
    case (_, 1): return "Who is reported in \(name(report.rows[0]))"
    default:
      return "Who is reported to assist"
        + (report.count(.nobody) > 0 ? ", and where nobody is" : "")
    }
  }

  private func name(_ id: NodeID) -> String { graph.name(of: id).visible }

  /// The lines below the title.
  func subtitle() -> [DiagramFrame.Line] {
    var lines: [DiagramFrame.Line] = []
    lines.append(
      report.count(.nobody) > 0
        ? .init(text: gapSentence, role: .gapText, isBold: true) : .init(text: gapSentence)
    )
    lines.append(.init(text: "Counted: \(report.question.scopeSentence)."))
    lines.append(.init(text: factSentence))
    if let collapsed = collapsedSentence { lines.append(.init(text: collapsed)) }
    if ties.facts.count > 1 {
      lines.append(
        .init(
          text: "A line joins two ends of the same facts; a path from left to right need not be one"
            + " fact."
        )
      )
    }
    if let source = options.sourceLine(citing: citedDocuments) { lines.append(.init(text: source)) }
    return lines
  }

  /// The keys of the documents in which the drawn facts are stated.
  private var citedDocuments: Set<String> {
    Set(ties.facts.flatMap { graph.graph[$0]?.sources ?? [] }.map(\.document))
  }

  /// What is missing, in a sentence.
  private var gapSentence: String {
    let total = report.states.count
    guard total > 0 else {
      return "There is nothing to cover: \(report.rows.count) \(nouns(3)), \(report.columns.count)"
        + " \(nouns(2))."
    }
    var parts: [String] = []
    if total == 1 {
      let words =
        switch report.states[0] {
        case .one: "one provider is reported"
        case .several: "several providers are reported"
        case .unnamedOnly: "only unnamed providers are reported"
        default: report.states[0].phrase
        }
      parts.append(words.withCapital)
    } else {
      parts.append(
        report.count(.nobody) > 0
          ? "No reported activity \(among(report.count(.nobody), of: total))"
          : "Activity is reported \(among(report.coveredCount, of: total))"
      )
      for (state, words) in [
        (CoverageState.unnamedOnly, "unnamed providers only"),
        (.unobservable, "cannot be seen in the sources"), (.notNeeded, "not needed"),
      ] where report.count(state) > 0 {
        parts.append("\(words): \(report.count(state))")
      }
    }
    return parts.joined(separator: "; ") + "."
  }

  /// So many cells of all, in words for what is asked.
  private func among(_ count: Int, of total: Int) -> String {
    if report.rows.count == 1 { return "for \(count) of \(total) \(nouns(2))" }
    if report.columns.count == 1 { return "in \(count) of \(total) \(nouns(3))" }
    return "in \(count) of \(total) pairs of \(noun(2)) and \(noun(3))"
  }

  /// How many facts are drawn, and why the others are not.
  private var factSentence: String {
    let drawn = Set(ties.facts)
    let all = report.factCount
    guard all > 0 else { return "There are no facts." }
    guard drawn.count < all else {
      return (all == 1 ? "The only fact is drawn" : "All \(all) facts are drawn") + undatedWords
        + "."
    }
    var reasons: [String] = []
    let counts = undrawnFacts(drawn)
    if counts.outOfScope > 0 { reasons.append("\(counts.outOfScope) by the scope above") }
    if counts.unfiled > 0 {
      reasons.append("\(counts.unfiled) that name\(counts.unfiled == 1 ? "s" : "") no \(noun(2))")
    }
    if counts.elsewhere > 0 { reasons.append("\(counts.elsewhere) outside what is asked") }
    let left = reasons.isEmpty ? "" : "; left out: " + reasons.joined(separator: ", ")
    guard !drawn.isEmpty else {
      return (all == 1 ? "The only fact is not drawn" : "None of \(all) facts is drawn") + left
        + "."
    }
    return "\(drawn.count) of \(all) facts \(drawn.count == 1 ? "is" : "are") drawn"
      + "\(undatedWords)\(left)."
  }

  /// How many of the drawn facts carry no date, where a time is asked for.
  private var undatedWords: String {
    guard report.question.period != nil else { return "" }
    let undated = ties.facts.count { graph.fact($0)?.validity == .always }
    switch undated {
    case 0: return ", each with a date"
    case ties.facts.count: return ", none with a date"
    default: return ", \(undated) of them without a date"
    }
  }

  /// The facts that are not drawn: those the scope leaves out in a cell that is asked of, those that
  /// reach no column whatever is asked of, and the others.
  func undrawnFacts(_ drawn: Set<NodeID>) -> (outOfScope: Int, unfiled: Int, elsewhere: Int) {
    var left: Set<NodeID> = []
    for row in report.rows.indices {
      for column in report.columns.indices {
        for omission in report.cell(row: row, column: column).leftOut
        where !drawn.contains(omission.witness.fact) {
          left.insert(omission.witness.fact)
        }
      }
    }
    var filed: Set<NodeID> = []
    let whole = report.whole
    for cell in whole.cells {
      filed.formUnion(cell.providers.flatMap { $0.witnesses.map(\.fact) })
      filed.formUnion(cell.unattributed.map(\.fact))
      filed.formUnion(cell.leftOut.map(\.witness.fact))
    }
    var unfiled = 0
    var elsewhere = 0
    for fact in graph.assistance where !drawn.contains(fact.id) && !left.contains(fact.id) {
      if !filed.contains(fact.id), fact.ends(report.question.columns).isEmpty {
        unfiled += 1
      } else {
        elsewhere += 1
      }
    }
    return (left.count, unfiled, elsewhere)
  }

  /// How many gaps no line stands for.
  private var undrawnGaps: Int {
    let onCard = gaps.silentColumns.isEmpty ? 0 : gaps.silentRows.count * report.columns.count
    return report.count(.nobody) - onCard - gaps.lines.reduce(0) { $0 + $1.gaps }
  }

  /// What is drawn by family, and gaps that are counted but have no line.
  private var collapsedSentence: String? {
    var parts: [String] = []
    let collapsed = columns.filter(\.isCollapsed)
    if !collapsed.isEmpty {
      let kinds = columns.indices.filter { columns[$0].isCollapsed }.map { index in
        let column = columns[index]
        let count =
          index == 1 && measureCount > 0
          ? counted(measureCount, "measure") : "\(column.count) \(column.noun.several)"
        return "\(count) as \(column.groups.count)"
      }
      parts.append("Drawn together: " + kinds.joined(separator: ", "))
    }
    if !gaps.areAllDrawn, report.count(.nobody) > 0 {
      let least = Int((gaps.leastShare * 100).rounded())
      parts.append(
        gaps.leastShare == 0
          ? "\(counted(undrawnGaps, "gap")) without a line \(undrawnGaps == 1 ? "is" : "are") counted in"
            + " red on both of \(undrawnGaps == 1 ? "its" : "their") ends"
          : "a red line where \(least == 100 ? "all" : "at least \(least) %") of the pairs are gaps;"
            + " every gap is counted in red on both of its ends"
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ").withCapital + "."
  }

  /// How many ends a column has, and in how many families where nodes stand for those.
  func countText(_ index: Int) -> String {
    let column = columns[index]
    if index == 1, measureCount > 0 {
      return counted(measureCount, "measure") + ", " + counted(formCount, "form")
    }
    return column.isCollapsed
      ? "\(column.count) in \(column.groups.count) groups" : "\(column.count)"
  }

  /// How many measures are drawn, each under its form.
  var measureCount: Int { ties.assistance.count { $0.measure != nil } }

  /// How many forms are drawn, as nodes or around their measures.
  private var formCount: Int { Set(ties.assistance.compactMap(\.form)).count }

  // MARK: Legend

  func legend(_ cards: [[DiagramCard]], _ lines: [CoordinationLine]) -> DiagramLegend {
    var legend = DiagramLegend()
    let kinds = Set(lines.map(\.kind))
    if kinds.contains(.gap) {
      legend.add(
        .dashes(.gapLine, hasRing: true),
        gaps.lines.contains { $0.cells > 1 }
          ? "includes gaps: no reported activity (wider: more of the pairs)"
          : "gap: no reported activity"
      )
    }
    if !gaps.silentRows.isEmpty || cards.joined().contains(where: \.isGap) {
      legend.add(
        .node(line: .gapLine, fill: .ground, isRounded: false, isDashed: true),
        "no reported activity at all" + (hasUncountedGapNode ? ", where any counts" : "")
      )
    }
    if let card = cards.joined().first(where: \.isMostlyGap) {
      legend.add(
        .node(line: .gapLine, fill: card.part.fill, isRounded: false, isDashed: true),
        "gaps in half of the pairs or more"
      )
    }
    if kinds.contains(.unnamed) {
      legend.add(.dots(.formLine, hasRing: false), "unnamed providers only")
    }
    for (index, column) in cards.enumerated() where !column.isEmpty || index == 3 {
      let words =
        switch index {
        case 1: columns[1].isCollapsed ? "form of assistance" : assistanceWords
        case 2 where report.question.columns == .inhibitor:
          "inhibitor: a capacity that inhibits atrocity crimes"
        default: noun(index)
        }
      let isPlain = { (card: DiagramCard) in !card.isUnnamed && !card.isGap }
      for part in DiagramPart.allCases {
        let alike = column.filter { $0.part == part }
        if alike.contains(where: isPlain) { legend.add(.node(part), words) }
        if alike.contains(where: \.isUnnamed) {
          legend.add(
            .node(part, isUnnamed: true),
            index == 0 ? "class of actors, or unnamed" : "not stated"
          )
        }
      }
    }
    let facts = lines.contains { $0.facts.count > 1 } ? " (wider: more facts)" : ""
    if kinds.contains(.provides) { legend.add(.line(.actorLine), "provides" + facts) }
    if kinds.contains(.strengthens) {
      let words = report.question.columns == .inhibitor ? "strengthens" : "for this \(noun(2))"
      legend.add(.line(.formLine), words)
    }
    if kinds.contains(.reported) { legend.add(.line(.observedLine), "reported in") }
    return legend
  }

  /// Whether nobody is reported for a node some of whose pairs do not count.
  private var hasUncountedGapNode: Bool {
    (states.columns + states.rows).contains { $0.isSilent && $0.countable < $0.total }
  }

  /// What the nodes of the second column are.
  private var assistanceWords: String {
    measureCount > 0 ? "measure, under its form of assistance" : "form of assistance"
  }

  // MARK: Description

  /// What the picture shows, for people who cannot see it.
  func description() -> String {
    let kinds = columns.indices.filter { columns[$0].count > 0 }.map { index in
      index == 1 && measureCount > 0
        ? "\(counted(measureCount, "measure")) under \(counted(formCount, "form")) of assistance"
        : counted(columns[index].count, noun(index), plural: nouns(index))
    }
    var sentences = [
      "Diagram in columns: " + kinds.joined(separator: ", ")
        + ", joined by \(counted(ties.facts.count, "fact")).",
      gapSentence,
    ]
    let silentColumns = silent(columns[2], states.columns)
    if !silentColumns.isEmpty {
      sentences.append("No reported activity anywhere for: \(listed(silentColumns)).")
    }
    let silentRows = silent(columns[3], states.rows)
    if !silentRows.isEmpty, report.rows.count > 1 {
      sentences.append("No reported activity at all in: \(listed(silentRows)).")
    }
    if let collapsedSentence { sentences.append(collapsedSentence) }
    return sentences.joined(separator: " ")
  }

  private func silent(_ column: CoordinationColumn, _ counts: [StateCounts]) -> [String] {
    column.groups.indices.filter { counts[$0].isSilent }.map { column.groups[$0].name }
  }
}
