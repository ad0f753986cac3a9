public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension CoverageReport {
  /// The matrix as people read it: signs, their meaning, who stands behind them, and why.
  ///
  /// - Parameters:
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told about the cells.
  /// - Returns: A page with the matrix, the reported cells and their evidence.
  public func page(
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("Coverage: \(collection)")
    page.parts.append(.paragraph(summary))
    if let rowless { page.parts.append(.paragraph(rowless)) }
    if let needSentence { page.parts.append(.paragraph(needSentence)) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    page.parts.append(.table(matrix))
    let shown = CoverageState.allCases.filter { count($0) > 0 }
    page.parts.append(
      .list(shown.map { "\($0.sign)  \($0.phrase) (\(count($0)))" })
    )
    page.parts.append(
      .paragraph("The columns:")
    )
    page.parts.append(
      .list(columns.enumerated().map { "\($0 + 1)  \(graph.name(of: $1))" })
    )
    let reported = cells.filter { !$0.providers.isEmpty }
    if !reported.isEmpty {
      page.parts.append(.heading("Who is reported"))
      page.parts.append(providerPart(reported, length))
    }
    let marked = cells.filter { $0.reason != nil }
    if !marked.isEmpty {
      page.parts.append(.heading("Cells that are marked"))
      page.parts.append(.table(markTable(marked)))
    }
    let offers = general.filter { !$0.providers.isEmpty }
    if !offers.isEmpty {
      page.parts.append(.heading("General statements, which name no \(question.rows.noun(1))"))
      page.parts.append(generalEntries(offers))
    }
    let facts = reported.flatMap { $0.providers.flatMap { $0.witnesses.map(\.fact) } }
    if !facts.isEmpty {
      page.parts.append(.heading("Evidence"))
      page.parts.append(Evidence.part(facts, in: graph, length))
    }
    let offered = offers.flatMap { $0.providers.flatMap { $0.sources(in: graph) } }.map(\.document)
    page.append(
      documents: DocumentLabel.cited(Evidence.documents(facts, in: graph) + offered, in: documents)
    )
    return page
  }

  /// What needs say of the matrix, in a sentence; `nil` if none are known.
  var needSentence: String? {
    guard let knownNeeds, hasNeeds else { return knownNeeds }
    let short = states.indices.count { deficit(of: $0) > 0 }
    return "\(knownNeeds) \(short) \(short == 1 ? "cell has" : "cells have") fewer named"
      + " providers than required."
  }

  /// How many needs are known, and about what, in a sentence; `nil` if none are.
  var knownNeeds: String? {
    guard !question.needs.isEmpty else { return nil }
    let (count, other) = (question.needs.count, otherNeedCount)
    let total = count == 1 ? "1 need is known" : "\(count) needs are known"
    guard hasNeeds else {
      return
        "\(total), but none of a \(rowWord) and a \(columnWord) of this matrix: one provider is"
        + " required in every cell."
    }
    let unused =
      other == 0 ? "" : "; \(other) of them \(other == 1 ? "is" : "are") about other cells"
    return "\(total)\(unused)."
  }

  /// How many facts name no row at all, in a sentence; `nil` if rows are cases, or every fact has one.
  ///
  /// What is reported for a whole country fills no cell of a district, and is no gap there.
  var rowless: String? {
    guard question.rows != .countryCase else { return nil }
    let count = graph.assistance.count { $0.ends(question.rows).isEmpty }
    guard count > 0 else { return nil }
    let hasCases = !graph.facts.ends(.countryCase).rows.isEmpty
    return "\(count) of \(factCount) facts \(count == 1 ? "names" : "name") no \(rowWord), and"
      + " \(count == 1 ? "fills" : "fill") no cell here: a gap may be none."
      + (hasCases ? " --rows-by case asks for what is reported of a whole country." : "")
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
      rowWord, columnWord, "state", "providers", "facts", "sources", "not counted", "reason",
      "offered in general by", "supply", "required", "weight", "\(rowWord) id",
      "\(columnWord) id",
    ])
    let offers = Dictionary(
      uniqueKeysWithValues: general.map { offer in
        (offer.column, offer.providers.map { graph.name(of: $0.id) }.joined(separator: " | "))
      }
    )
    for cell in cells {
      let facts = Set(cell.providers.flatMap { $0.witnesses.map(\.fact) }).sorted()
      table.append([
        graph.name(of: cell.row), graph.name(of: cell.column), cell.state.rawValue,
        cell.providers.map { graph.name(of: $0.id) }.joined(separator: " | "),
        facts.map(\.rawValue).joined(separator: " | "),
        facts.flatMap { graph.graph[$0]?.sources ?? [] }.map(\.description)
          .joined(separator: " | "),
        cell.doubts(in: graph).joined(separator: " | "), cell.reason ?? "",
        offers[cell.column] ?? "", String(cell.supply), String(cell.required),
        cell.weight.plain, cell.row.rawValue, cell.column.rawValue,
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
    let cells = "\(total) \(total == 1 ? "cell" : "cells")"
    var parts = ["Activity is reported in \(coveredCount) of \(cells)"]
    if count(.nobody) > 0 { parts.append("none in \(count(.nobody))") }
    if count(.one) > 0 { parts.append("one provider in \(count(.one))") }
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

  private func providerPart(_ cells: [CoverageCell], _ length: PageLength) -> ReportPage.Part {
    guard cells.count <= length.told else {
      return .paragraph(
        "Activity is reported in \(cells.count) cells: pillar why tells who stands behind one,"
          + " --full behind all of them here; csv and json have them too."
      )
    }
    return .entries(
      cells.map { cell in
        ReportPage.Entry(
          "\(graph.name(of: cell.row)) × \(graph.name(of: cell.column)): \(cell.state.phrase)",
          length.list(
            cell.providers.map { provider in
              let facts = Set(provider.witnesses.map(\.fact)).sorted().map(\.rawValue)
              return "\(provider.label(in: graph)): \(length.list(facts, ", ", most: length.keys))"
            },
            "providers"
          )
        )
      }
    )
  }

  private func markTable(_ cells: [CoverageCell]) -> ReportTable {
    ReportTable(
      [rowWord, columnWord, "state", "reason"],
      rows: cells.map {
        [graph.name(of: $0.row), graph.name(of: $0.column), $0.state.phrase, $0.reason ?? ""]
      }
    )
  }

  private func generalEntries(_ offers: [GeneralCoverage]) -> ReportPage.Part {
    .entries(offers.map { ReportPage.Entry(graph.name(of: $0.column), offerLines($0)) })
  }

  /// Who offers a column in general, and where that is stated; who shares sources shares a line.
  func offerLines(_ offer: GeneralCoverage) -> [String] {
    var lines: [(sources: String, names: [String])] = []
    for provider in offer.providers {
      let sources = Evidence.sources(provider.sources(in: graph))
      let name = graph.name(of: provider.id)
      if let place = lines.firstIndex(where: { $0.sources == sources }) {
        lines[place].names.append(name)
      } else {
        lines.append((sources, [name]))
      }
    }
    return lines.map { "\($0.names.joined(separator: "; ")): \($0.sources)" }
  }
}

extension GeneralCoverage.Provider {
  /// Where the offer is stated, each source once.
  func sources(in graph: AssistanceGraph) -> [SourceReference] {
    let stated =
      edges.compactMap { graph.graph[$0] }.flatMap(\.sources)
      + facts.compactMap { graph.graph[$0] }.flatMap(\.sources)
    var seen: Set<SourceReference> = []
    return stated.filter { seen.insert($0).inserted }
  }
}

extension [CoverageProvider] {
  /// The labels in order; those who are not named share one for each word, with their number.
  func labels(in graph: AssistanceGraph) -> [String] {
    var counts: [String: Int] = [:]
    for provider in self where provider.designation != .named {
      counts[provider.label(in: graph), default: 0] += 1
    }
    return compactMap { provider in
      let label = provider.label(in: graph)
      guard provider.designation != .named else { return label }
      guard let count = counts.removeValue(forKey: label) else { return nil }
      return count == 1 ? label : "\(label) × \(count)"
    }
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
