internal import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension CoverageReport {
  /// The matrix as people read it: signs, their meaning, who stands behind them, and why.
  ///
  /// - Parameter collection: The collection's title.
  /// - Returns: A page with the matrix, the reported cells and their evidence.
  public func page(collection: String) -> ReportPage {
    var page = ReportPage("Coverage: \(collection)")
    page.parts.append(.paragraph(summary))
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    page.parts.append(.table(matrix))
    let shown = CoverageState.allCases.filter { count($0) > 0 }
    page.parts.append(
      .paragraph(shown.map { "\($0.sign) \($0.phrase) (\(count($0)))" }.joined(separator: "   "))
    )
    page.parts.append(
      .list(columns.enumerated().map { "\($0 + 1)  \(graph.name(of: $1))" })
    )
    let reported = cells.filter { !$0.providers.isEmpty }
    if !reported.isEmpty {
      page.parts.append(.heading("Who is reported"))
      page.parts.append(.table(providerTable(reported)))
    }
    let marked = cells.filter { $0.reason != nil }
    if !marked.isEmpty {
      page.parts.append(.heading("Cells that are marked"))
      page.parts.append(.table(markTable(marked)))
    }
    let offers = general.filter { !$0.providers.isEmpty }
    if !offers.isEmpty {
      page.parts.append(.heading("General statements, which name no \(rowWord)"))
      page.parts.append(.table(generalTable(offers)))
    }
    if !reported.isEmpty {
      page.parts.append(.heading("Evidence"))
      let facts = reported.flatMap { $0.providers.flatMap { $0.witnesses.map(\.fact) } }
      page.parts.append(.table(Evidence.table(facts, in: graph)))
    }
    return page
  }

  /// The matrix in signs, columns by number.
  public var matrix: ReportTable {
    var table = ReportTable(
      [rowWord] + columns.indices.map { String($0 + 1) },
      alignments: [.left] + columns.map { _ in .centre }
    )
    for row in rows.indices {
      table.append(
        [graph.name(of: rows[row])]
          + columns.indices.map { states[index(row: row, column: $0)].sign }
      )
    }
    return table
  }

  /// A line for each cell, for a spreadsheet.
  public var cellTable: ReportTable {
    var table = ReportTable([
      rowWord, columnWord, "state", "providers", "facts", "sources", "\(rowWord) id",
      "\(columnWord) id",
    ])
    for cell in cells {
      let facts = Set(cell.providers.flatMap { $0.witnesses.map(\.fact) }).sorted()
      table.append([
        graph.name(of: cell.row), graph.name(of: cell.column), cell.state.rawValue,
        cell.providers.map { graph.name(of: $0.id) }.joined(separator: " | "),
        facts.map(\.rawValue).joined(separator: " | "),
        facts.flatMap { graph.graph[$0]?.sources ?? [] }.map(\.description)
          .joined(separator: " | "),
        cell.row.rawValue, cell.column.rawValue,
      ])
    }
    return table
  }

  /// What the matrix says, in a sentence.
  public var summary: String {
    let total = states.count
    guard total > 0 else {
      return "There is nothing to cover: the question has \(rows.count) rows and"
        + " \(columns.count) columns."
    }
    var parts = ["Activity is reported in \(coveredCount) of \(total) cells"]
    parts.append("none in \(count(.nobody))")
    parts.append("one provider in \(count(.one))")
    if count(.unnamedOnly) > 0 { parts.append("unnamed ones only in \(count(.unnamedOnly))") }
    if count(.unobservable) > 0 {
      parts.append("\(count(.unobservable)) cannot be seen in the sources")
    }
    if count(.notNeeded) > 0 { parts.append("\(count(.notNeeded)) not needed") }
    return parts.joined(separator: ", ") + " (\(rows.count) × \(columns.count);"
      + " \(countedFactCount) of \(factCount) facts counted)."
  }

  var rowWord: String { question.rows.rawValue }
  var columnWord: String { question.columns.rawValue }

  private func providerTable(_ cells: [CoverageCell]) -> ReportTable {
    var table = ReportTable([rowWord, columnWord, "state", "providers", "facts"])
    for cell in cells {
      table.append([
        graph.name(of: cell.row), graph.name(of: cell.column), cell.state.phrase,
        cell.providers.map { $0.label(in: graph) }.joined(separator: ", "),
        Set(cell.providers.flatMap { $0.witnesses.map(\.fact) }).sorted().map(\.rawValue)
          .joined(separator: ", "),
      ])
    }
    return table
  }

  private func markTable(_ cells: [CoverageCell]) -> ReportTable {
    ReportTable(
      [rowWord, columnWord, "state", "reason"],
      rows: cells.map {
        [graph.name(of: $0.row), graph.name(of: $0.column), $0.state.phrase, $0.reason ?? ""]
      }
    )
  }

  private func generalTable(_ offers: [GeneralCoverage]) -> ReportTable {
    ReportTable(
      [columnWord, "offered by", "sources"],
      rows: offers.flatMap { offer in
        offer.providers.map { provider in
          let edges = provider.edges.compactMap { graph.graph[$0] }.flatMap(\.sources)
          let facts = provider.facts.compactMap { graph.graph[$0] }.flatMap(\.sources)
          var seen: Set<SourceReference> = []
          return [
            graph.name(of: offer.column), graph.name(of: provider.id),
            Evidence.sources((edges + facts).filter { seen.insert($0).inserted }),
          ]
        }
      }
    )
  }
}

extension CoverageProvider {
  /// The provider's name, and whether it stands for one actor.
  func label(in graph: AssistanceGraph) -> String {
    let name = graph.name(of: id)
    switch designation {
    case .named: return name
    case .class: return "\(name) (class)"
    case .placeholder: return "\(name) (unnamed)"
    }
  }
}
