public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension CoverageGap {
  /// Why the gap has its rank, in words, gravest first.
  public func reasons(in report: CoverageReport) -> [String] {
    let rows = report.question.rows
    var reasons: [String] = []
    if let riskLevel { reasons.append("risk \(riskLevel)") }
    if report.hasNeeds, cell.required != 1 {
      reasons.append("\(cell.supply) of \(cell.required) required")
    }
    if cell.weight != 1 { reasons.append("weight \(cell.weight.plain)") }
    switch coveredElsewhere {
    case 0: reasons.append("reported in no \(rows.noun(1)) at all")
    case 1: reasons.append("reported in 1 other \(rows.noun(1))")
    default:
      reasons.append(
        "reported in \(coveredElsewhere) other \(rows.noun(coveredElsewhere))"
      )
    }
    reasons.append("\(openInRow) of \(columnCount) open here")
    return reasons
  }
}

extension CoverageCell {
  /// What is reported but does not count in the cell, in words, each with its fact.
  func doubts(in graph: AssistanceGraph) -> [String] {
    leftOut.map { omission in
      let who = Evidence.names(omission.providers, " and ", in: graph)
      var needs: [String] = []
      if omission.reasons.contains(.basis) { needs.append("basis \(omission.witness.basis)") }
      if omission.reasons.contains(.modality) {
        needs.append("modality \(omission.witness.modality.rawValue)")
      }
      if omission.reasons.contains(.evidence) { needs.append("other evidence") }
      if omission.reasons.contains(.time) { needs.append("another time") }
      return "\(who), only with \(needs.joined(separator: " and ")): \(omission.witness.fact)"
    }
  }
}

extension [CoverageGap] {
  /// The first gap of each column; gaps of a column share what is reported anywhere.
  private var firstOfColumns: [CoverageGap] {
    var seen: Set<NodeID> = []
    return filter { seen.insert($0.cell.column).inserted }
  }

  /// Every fact that an answer about the gaps names; some come twice.
  var namedFacts: [NodeID] {
    // A gap's cell names the facts of its own row anyway.
    firstOfColumns.flatMap { $0.anywhere.flatMap(\.facts) + $0.general.flatMap(\.facts) }
      + flatMap { $0.cell.namedFacts + $0.unfiledFacts }
  }

  /// The documents of what is offered in general; some come twice.
  func offeredDocuments(in graph: AssistanceGraph) -> [String] {
    firstOfColumns.flatMap(\.general).flatMap { $0.sources(in: graph) }.map(\.document)
  }

  /// Tells for each gap who does elsewhere what is missing, once for all gaps that share it.
  func elsewhere<Telling>(_ tell: ([CoverageGap.Elsewhere]) -> Telling) -> [Telling] {
    var told: [NodeID: Telling] = [:]
    return map { gap in
      guard gap.sharesElsewhere else { return tell(gap.elsewhere) }
      if let known = told[gap.cell.column] { return known }
      let telling = tell(gap.elsewhere)
      told[gap.cell.column] = telling
      return telling
    }
  }

  /// Tells for each column of the gaps what is offered in general.
  func general<Telling>(_ tell: ([GeneralCoverage.Provider]) -> Telling) -> [NodeID: Telling] {
    Dictionary(
      uniqueKeysWithValues: firstOfColumns.map { ($0.cell.column, tell($0.general)) }
    )
  }
}

extension CoverageReport {
  /// The gaps as people read them: ranked, with the reasons, and who does it elsewhere.
  ///
  /// - Parameters:
  ///   - gaps: Gaps of this report.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - limit: How many gaps to print; `nil` prints all.
  ///   - length: How much is told about them.
  /// - Returns: A page with the list, who provides elsewhere, and the evidence.
  public func page(
    gaps: [CoverageGap],
    collection: String,
    documents: [SourceDocument] = [],
    limit: Int? = nil,
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("Capacity gaps: \(collection)")
    page.parts.append(.paragraph(summary))
    if let rowless { page.parts.append(.paragraph(rowless)) }
    if let needSentence { page.parts.append(.paragraph(needSentence)) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    page.parts.append(.paragraph("Ranked: \(Self.rankingRule)."))
    let shown = Array(gaps.prefix(limit ?? gaps.count))
    guard !shown.isEmpty else {
      page.parts.append(.paragraph("No gap was found in this scope."))
      return page
    }
    for state in CoverageState.allCases {
      let some = shown.filter { $0.cell.state == state }
      guard !some.isEmpty else { continue }
      let all = gaps.count { $0.cell.state == state }
      let phrase = state.phrase.prefix(1).uppercased() + state.phrase.dropFirst()
      page.parts.append(
        .heading("\(phrase): \(some.count == all ? "" : "\(some.count) of ")\(all)")
      )
      page.parts.append(.table(gapTable(some)))
    }
    if shown.count < gaps.count {
      page.parts.append(
        .paragraph("\(shown.count) of \(gaps.count) gaps are shown; --top says how many.")
      )
    }
    let doubts = doubtEntries(shown, length)
    if !doubts.isEmpty {
      page.parts += [.heading("Reported there, but not counted"), .entries(doubts)]
    }
    let facts = shown.namedFacts
    let showsKeys = Set(facts).count <= length.told
    page.parts += [
      .heading("Who provides it, and where"),
      .entries(elsewhereEntries(shown, length, showsKeys: showsKeys)),
    ]
    if !facts.isEmpty {
      page.parts += [.heading("Evidence"), Evidence.part(facts, in: graph, length)]
    }
    let cited = Evidence.documents(facts, in: graph) + shown.offeredDocuments(in: graph)
    page.append(documents: DocumentLabel.cited(cited, in: documents))
    page.parts.append(.heading("How to read this"))
    page.parts.append(
      .paragraph(
        "No reported activity means that the sources tell of none, not that there is none."
      )
    )
    return page
  }

  /// The gaps in words; those that share rank and column, and whom they rest on, share a line.
  public func gapTable(_ gaps: [CoverageGap]) -> ReportTable {
    let hasRisk = gaps.contains { $0.riskLevel != nil }
    let hasProviders = gaps.contains { !$0.cell.providers.isEmpty }
    let hasWeights = gaps.contains { $0.cell.weight != 1 }
    let heading =
      ["rank", columnWord] + (hasProviders ? ["provider"] : []) + (hasNeeds ? ["required"] : [])
      + (hasWeights ? ["weight"] : []) + (hasRisk ? ["risk"] : [])
    var lines: [(cells: [String], rows: [String])] = []
    var places: [[String]: Int] = [:]
    for gap in gaps {
      let providers = gap.cell.providers.labels(in: graph).joined(separator: ", ")
      let cells =
        [String(gap.rank), graph.name(of: gap.cell.column)] + (hasProviders ? [providers] : [])
        + (hasNeeds ? ["\(gap.cell.supply) of \(gap.cell.required)"] : [])
        + (hasWeights ? [gap.cell.weight.plain] : []) + (hasRisk ? [gap.riskLevel ?? ""] : [])
        + [elsewhere(gap), "\(gap.openInRow) of \(gap.columnCount)"]
      let row = graph.name(of: gap.cell.row)
      if let place = places[cells] {
        lines[place].rows.append(row)
      } else {
        places[cells] = lines.count
        lines.append((cells, [row]))
      }
    }
    return ReportTable(
      heading + ["elsewhere", "open there", rowWord],
      alignments: [.right],
      rows: lines.map { $0.cells + [$0.rows.joined(separator: "; ")] }
    )
  }

  private func elsewhere(_ gap: CoverageGap) -> String {
    switch gap.coveredElsewhere {
    case 0: "nowhere"
    case 1: "1 \(question.rows.noun(1))"
    default: "\(gap.coveredElsewhere) \(question.rows.noun(gap.coveredElsewhere))"
    }
  }

  /// What is reported in the rows of gaps and does not count: by cell, then by row where a fact
  /// names no column.
  private func doubtEntries(_ gaps: [CoverageGap], _ length: PageLength) -> [ReportPage.Entry] {
    var entries: [ReportPage.Entry] = []
    for gap in gaps where !gap.cell.leftOut.isEmpty {
      let cell = gap.cell
      entries.append(
        ReportPage.Entry(
          "\(graph.name(of: cell.row)) × \(graph.name(of: cell.column))",
          length.list(cell.doubts(in: graph), "statements")
        )
      )
    }
    let firstOfRows = Dictionary(gaps.map { ($0.cell.row, $0) }) { first, _ in first }
    for (index, row) in rows.enumerated() {
      guard let gap = firstOfRows[row], !gap.unfiledFacts.isEmpty else { continue }
      // A fact that another cell of the row leaves out has a column.
      let filed = Set(
        columns.indices.flatMap { cell(row: index, column: $0).leftOut.map(\.witness.fact) }
      )
      let unfiled = gap.unfiledFacts.filter { !filed.contains($0) }
      guard !unfiled.isEmpty else { continue }
      entries.append(
        ReportPage.Entry(
          "\(graph.name(of: row)), for no \(columnWord) of the matrix",
          [length.list(unfiled.map(\.rawValue), ", ", most: length.keys, "facts")]
        )
      )
    }
    return entries
  }

  /// A line for each gap with everything in words and keys, for a spreadsheet.
  public func gapLines(_ gaps: [CoverageGap]) -> ReportTable {
    var table = ReportTable([
      "rank", rowWord, columnWord, "state", "providers", "why", "provided elsewhere by",
      "offered in general by", "not counted here", "facts here for no \(columnWord)",
      "facts elsewhere", "sources elsewhere", "supply", "required", "weight", "\(rowWord) id",
      "\(columnWord) id",
    ])
    let elsewhere = gaps.elsewhere { elsewhereTexts($0) }
    let general = gaps.general { offers in
      offers.map { graph.name(of: $0.id) }.joined(separator: " | ")
    }
    for (gap, elsewhere) in zip(gaps, elsewhere) {
      table.append([
        String(gap.rank), graph.name(of: gap.cell.row), graph.name(of: gap.cell.column),
        gap.cell.state.rawValue,
        gap.cell.providers.map { graph.name(of: $0.id) }.joined(separator: " | "),
        gap.reasons(in: self).joined(separator: "; "),
        elsewhere.providers,
        general[gap.cell.column] ?? "",
        gap.cell.doubts(in: graph).joined(separator: " | "),
        gap.unfiledFacts.map(\.rawValue).joined(separator: " | "),
        elsewhere.facts, elsewhere.sources, String(gap.cell.supply), String(gap.cell.required),
        gap.cell.weight.plain,
        gap.cell.row.rawValue, gap.cell.column.rawValue,
      ])
    }
    return table
  }

  /// Who provides it elsewhere, in which rows, and by which facts and sources, a text for each.
  private func elsewhereTexts(
    _ others: [CoverageGap.Elsewhere]
  ) -> (providers: String, facts: String, sources: String) {
    let providers = others.map { other in
      "\(graph.name(of: other.provider))"
        + " (\(other.rows.map { graph.name(of: $0) }.joined(separator: ", ")))"
    }
    let facts = Set(others.flatMap(\.facts)).sorted()
    let sources = facts.flatMap { graph.graph[$0]?.sources ?? [] }.map(\.description)
    return (
      providers.joined(separator: " | "),
      facts.map(\.rawValue).joined(separator: " | "),
      sources.joined(separator: " | ")
    )
  }

  /// Who provides each column of gaps, and where; in words where nobody does.
  private func elsewhereEntries(
    _ gaps: [CoverageGap],
    _ length: PageLength,
    showsKeys: Bool
  ) -> [ReportPage.Entry] {
    let wanted = Set(gaps.map(\.cell.column))
    // Of one case alone, what others have is still told.
    let whole = whole
    return whole.columns.indices.compactMap { place in
      guard wanted.contains(whole.columns[place]) else { return nil }
      var lines: [(label: String, rows: [String], facts: Set<NodeID>)] = []
      var places: [String: Int] = [:]
      for row in whole.rows.indices
      where whole.states[whole.index(row: row, column: place)].isCovered {
        let name = graph.name(of: whole.rows[row])
        for provider in whole.cell(row: row, column: place).providers {
          // Those who are not named share a line under their word.
          let label = provider.label(in: graph)
          let key = provider.designation == .named ? provider.id.rawValue : label
          let line = places[key] ?? lines.count
          if line == lines.count {
            places[key] = line
            lines.append((label, [], []))
          }
          if lines[line].rows.last != name { lines[line].rows.append(name) }
          lines[line].facts.formUnion(provider.witnesses.map(\.fact))
        }
      }
      if lines.count > length.lines + 1 { lines = lines.sortedByRows() }
      var details = length.list(
        lines.map { line in
          let rows = length.list(line.rows, "; ", most: showsKeys ? length.lines : length.keys)
          guard showsKeys else { return "\(line.label), in \(rows)" }
          let facts = line.facts.sorted().map(\.rawValue)
          return
            "\(line.label), in \(rows): \(length.list(facts, ", ", most: length.keys, "facts"))"
        },
        "providers"
      )
      details += offerLines(whole.general[place]).map { "in general: \($0)" }
      return ReportPage.Entry(
        graph.name(of: whole.columns[place]),
        details.isEmpty ? ["no reported activity anywhere"] : details
      )
    }
  }
}

extension [(label: String, rows: [String], facts: Set<NodeID>)] {
  /// Those with the most rows first; equals stay in their order.
  fileprivate func sortedByRows() -> Self {
    enumerated().sorted {
      ($1.element.rows.count, $0.offset) < ($0.element.rows.count, $1.offset)
    }.map(\.element)
  }
}
