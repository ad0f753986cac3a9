internal import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension CoverageGap {
  /// Why the gap has its rank, in words, gravest first.
  public func reasons(in report: CoverageReport) -> [String] {
    let row = report.rowWord
    var reasons: [String] = []
    if let riskLevel { reasons.append("risk \(riskLevel)") }
    switch coveredElsewhere {
    case 0: reasons.append("reported in no \(row) at all")
    case 1: reasons.append("reported in 1 other \(row)")
    default: reasons.append("reported in \(coveredElsewhere) other \(row)s")
    }
    reasons.append("\(openInRow) of \(columnCount) open here")
    return reasons
  }

  /// What is reported in the row but does not count here, in words.
  public func doubts(in report: CoverageReport) -> [String] {
    let graph = report.graph
    return cell.leftOut.map { omission in
      let who = omission.providers.map { graph.name(of: $0) }.joined(separator: " and ")
      var needs: [String] = []
      if omission.reasons.contains(.basis) { needs.append("basis \(omission.witness.basis)") }
      if omission.reasons.contains(.modality) {
        needs.append("modality \(omission.witness.modality.rawValue)")
      }
      if omission.reasons.contains(.evidence) { needs.append("other evidence") }
      if omission.reasons.contains(.time) { needs.append("another time") }
      return "\(who) only with \(needs.joined(separator: " and "))"
    }
  }
}

extension CoverageReport {
  /// The gaps as people read them: ranked, with the reasons, and who does it elsewhere.
  ///
  /// - Parameters:
  ///   - gaps: Gaps of this report.
  ///   - collection: The collection's title.
  ///   - limit: How many gaps to print; `nil` prints all.
  /// - Returns: A page with the list, who provides elsewhere, and the evidence.
  public func page(gaps: [CoverageGap], collection: String, limit: Int? = nil) -> ReportPage {
    var page = ReportPage("Capacity gaps: \(collection)")
    page.parts.append(.paragraph(summary))
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
    let columnIDs = columns.filter { column in shown.contains { $0.cell.column == column } }
    page.parts.append(.heading("Who provides it elsewhere"))
    page.parts.append(.table(elsewhereTable(columnIDs, shown)))
    let facts = shown.flatMap { gap in
      gap.elsewhere.flatMap(\.facts) + gap.cell.namedFacts + gap.unfiledFacts
    }
    if !facts.isEmpty {
      page.parts.append(.heading("Evidence"))
      page.parts.append(.table(Evidence.table(facts, in: graph)))
    }
    page.parts.append(
      .paragraph(
        "No reported activity means that the sources tell of none, not that there is none."
      )
    )
    return page
  }

  /// A line for each gap, in words.
  public func gapTable(_ gaps: [CoverageGap]) -> ReportTable {
    let hasRisk = gaps.contains { $0.riskLevel != nil }
    let hasProviders = gaps.contains { !$0.cell.providers.isEmpty }
    var table = ReportTable(
      ["rank", rowWord, columnWord] + (hasProviders ? ["provider"] : [])
        + (hasRisk ? ["risk"] : []) + ["elsewhere", "open here", "reported here, not counted"],
      alignments: [.right]
    )
    for gap in gaps {
      var others = gap.doubts(in: self)
      let count = gap.unfiledFacts.count
      if count > 0 {
        others.append("\(count) \(count == 1 ? "fact" : "facts") for no \(columnWord)")
      }
      let providers = gap.cell.providers.map { $0.label(in: graph) }.joined(separator: ", ")
      table.append(
        [String(gap.rank), graph.name(of: gap.cell.row), graph.name(of: gap.cell.column)]
          + (hasProviders ? [providers] : []) + (hasRisk ? [gap.riskLevel ?? ""] : [])
          + [
            gap.coveredElsewhere == 0
              ? "nowhere"
              : "\(gap.coveredElsewhere) \(rowWord)\(gap.coveredElsewhere == 1 ? "" : "s")",
            "\(gap.openInRow) of \(gap.columnCount)", others.joined(separator: "; "),
          ]
      )
    }
    return table
  }

  /// A line for each gap with everything in words and keys, for a spreadsheet.
  public func gapLines(_ gaps: [CoverageGap]) -> ReportTable {
    var table = ReportTable([
      "rank", rowWord, columnWord, "state", "why", "provided elsewhere by", "offered in general by",
      "not counted here", "facts elsewhere", "sources elsewhere", "\(rowWord) id",
      "\(columnWord) id",
    ])
    for gap in gaps {
      let facts = Set(gap.elsewhere.flatMap(\.facts)).sorted()
      table.append([
        String(gap.rank), graph.name(of: gap.cell.row), graph.name(of: gap.cell.column),
        gap.cell.state.rawValue, gap.reasons(in: self).joined(separator: "; "),
        gap.elsewhere.map { other in
          "\(graph.name(of: other.provider))"
            + " (\(other.rows.map { graph.name(of: $0) }.joined(separator: ", ")))"
        }.joined(separator: " | "),
        gap.general.map { graph.name(of: $0.id) }.joined(separator: " | "),
        gap.doubts(in: self).joined(separator: " | "),
        facts.map(\.rawValue).joined(separator: " | "),
        facts.flatMap { graph.graph[$0]?.sources ?? [] }.map(\.description)
          .joined(separator: " | "),
        gap.cell.row.rawValue, gap.cell.column.rawValue,
      ])
    }
    return table
  }

  private func elsewhereTable(_ columnIDs: [NodeID], _ gaps: [CoverageGap]) -> ReportTable {
    var table = ReportTable([columnWord, "provider", "where", "facts"])
    for column in columnIDs {
      guard let place = columns.firstIndex(of: column) else { continue }
      let name = graph.name(of: column)
      let before = table.rows.count
      for row in rows.indices where states[index(row: row, column: place)].isCovered {
        for provider in cell(row: row, column: place).providers {
          table.append([
            name, provider.label(in: graph), graph.name(of: rows[row]),
            provider.witnesses.map(\.fact.rawValue).joined(separator: ", "),
          ])
        }
      }
      for provider in general[place].providers {
        table.append([
          name, graph.name(of: provider.id), "in general",
          provider.facts.map(\.rawValue).joined(separator: ", "),
        ])
      }
      if table.rows.count == before { table.append([name, "nobody", "nowhere", ""]) }
    }
    return table
  }
}
