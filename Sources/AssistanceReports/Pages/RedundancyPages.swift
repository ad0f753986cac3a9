public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension CoverageReport {
  /// How firmly the matrix is covered, as people read it: by row, column and actor, and what rests
  /// on one provider.
  ///
  /// - Parameters:
  ///   - redundancy: The redundancy of this report.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How many lines the tables have.
  /// - Returns: A page with tables, the cells that rest on one provider, and how to read them.
  public func page(
    redundancy: Redundancy,
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    let sole = redundancy.cells.filter { $0.soleProvider != nil }
    var page = ReportPage("Redundancy: \(collection)")
    page.parts += [
      .paragraph(summary), .paragraph(supplySentence(redundancy)),
      .paragraph(fitSentence(redundancy)),
    ]
    page.parts += [rowless, needSentence, weightSentence(redundancy)].compactMap(\.self)
      .map { .paragraph($0) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    func add(_ heading: String, _ table: ReportTable, _ noun: String) {
      page.parts += [.heading(heading), .table(table.prefix(length.told))]
      if table.rows.count > length.told {
        page.parts.append(
          .paragraph(
            "\(length.told) of \(table.rows.count) \(noun) are shown; --full shows all, csv and json"
              + " have them too."
          )
        )
      }
    }
    add("By \(rowWord)", lineTable(redundancy.rows, rowWord), question.rows.noun(2))
    add("By \(columnWord)", lineTable(redundancy.columns, columnWord), question.columns.noun(2))
    if !redundancy.providers.isEmpty {
      add("By actor", providerTable(redundancy.providers), "actors")
    }
    if !sole.isEmpty {
      add(
        "Cells that rest on one provider: \(sole.count)",
        ReportTable(
          [rowWord, columnWord, "provider", "facts"],
          rows: sole.map { cell in
            [
              graph.name(of: cell.row), graph.name(of: cell.column),
              cell.soleProvider.map { graph.name(of: $0) } ?? "",
              length.list(cell.facts.map(\.rawValue), ", ", most: 3),
            ]
          }
        ),
        "cells"
      )
      page.append(
        documents: DocumentLabel.cited(
          Evidence.documents(sole.flatMap(\.facts), in: graph),
          in: documents
        )
      )
    }
    page.parts += [.heading("How to read this"), .list(Self.readingRedundancy)]
    return page
  }

  private static var readingRedundancy: [String] {
    [
      "Met: has as many named providers as required. Spare: how many a cell could lose before it has"
        + " none, on average. Effective number: as how many providers with equal shares they count;"
        + " one that does most makes it small.",
      "Exclusivity: 1 for each cell that an actor holds alone, 0.37 for each that it shares with one"
        + " other, 0.14 with two. Single access: stands alone somewhere, and one documented partner at"
        + " most leads to it.",
      "Under-supply, over-supply (waste), congruence, negotiation and exclusivity are the names that"
        + " ORA gives these measures; here they count facts, not pairs.",
      "The numbers describe and do not judge: one provider is efficient and fragile, many are robust"
        + " and take more coordination.",
      "Whoever stands alone can be harmed by being named: share safe copies (pillar export --safe).",
      "pillar why ROW COLUMN tells the facts of a cell, pillar why ACTOR those of an actor.",
    ]
  }

  private func supplySentence(_ redundancy: Redundancy) -> String {
    let total = redundancy.total
    let needed = "\(total.needed) needed \(total.needed == 1 ? "cell" : "cells")"
    guard total.needed > 0 else { return "No cell is needed." }
    let counts = redundancy.neededWithAtLeast.prefix(4).enumerated().map { place, count in
      "\(count) \(count == 1 ? "has" : "have") at least \(place + 1)"
    }
    let met = "\(total.met) of \(needed) \(total.met == 1 ? "has" : "have") as many named providers"
    let lacking = total.deficit == 1 ? "1 provider is" : "\(total.deficit) providers are"
    let missing = total.deficit == 0 ? "" : ", \(lacking) missing in all"
    return "\(met) as required\(missing)"
      + (counts.isEmpty ? "" : "; \(counts.joined(separator: ", "))")
      + ". \(total.sole) \(total.sole == 1 ? "cell rests" : "cells rest") on one provider."
  }

  private func fitSentence(_ redundancy: Redundancy) -> String {
    "Under-supply \(redundancy.underSupply.percent) (needed cells with nobody by name), over-supply"
      + " \(redundancy.overSupply.percent) (provided but not needed), congruence"
      + " \(redundancy.congruence.percent) (somebody where needed, nobody where not), negotiation"
      + " \(redundancy.negotiation.percent) (\(question.rows.noun(2)) that lack what another one has)."
  }

  private func weightSentence(_ redundancy: Redundancy) -> String? {
    guard case .amount(let name) = redundancy.factWeight else { return nil }
    let count = redundancy.factsWithoutAmount
    return
      "Shares are of \(name); a fact with several providers counts for each with an equal part."
      + (count == 0
        ? "" : " \(count) \(count == 1 ? "fact states" : "facts state") none and count nothing.")
  }

  private func lineTable(_ lines: [Redundancy.Line], _ word: String) -> ReportTable {
    let hasDeficit = hasNeeds
    let heading =
      [word, "needed", "met", "nobody", "rest on one"] + (hasDeficit ? ["missing"] : [])
      + ["spare", "actors", "effective", "largest share"]
    return ReportTable(
      heading,
      alignments: [.left] + heading.dropFirst().dropLast().map { _ in .right } + [.left],
      rows: lines.map { line in
        let tally = line.tally
        return [
          graph.name(of: line.node), String(tally.needed), String(tally.met), String(tally.bare),
          String(tally.sole),
        ] + (hasDeficit ? [String(tally.deficit)] : []) + [
          tally.meanRedundancy.tenths, String(line.providerCount),
          line.concentration?.effectiveNumber.tenths ?? "–",
          line.concentration.map { share($0, line.providerCount) } ?? "–",
        ]
      }
    )
  }

  private func share(_ concentration: Concentration, _ providerCount: Int) -> String {
    let name = graph.name(of: concentration.top)
    return providerCount == 1 ? name : "\(concentration.topShare.percent) \(name)"
  }

  private func providerTable(_ providers: [Redundancy.Provider]) -> ReportTable {
    ReportTable(
      ["actor", "cells", "alone in", "exclusivity", "partners", "single access"],
      alignments: [.left, .right, .right, .right, .right, .left],
      rows: providers.map { provider in
        [
          graph.name(of: provider.loss.actor), String(provider.loss.cellCount),
          String(provider.loss.openedCount), provider.loss.exclusivity.tenths,
          String(provider.partnerCount), provider.isSingleAccess ? "yes" : "",
        ]
      }
    )
  }

  /// A line for each cell with everything in words and keys, for a spreadsheet.
  public func cellLines(_ redundancy: Redundancy) -> ReportTable {
    ReportTable(
      [
        rowWord, columnWord, "state", "supply", "required", "deficit", "weight", "redundancy",
        "sole provider", "effective number", "herfindahl", "largest share", "largest", "facts",
        "\(rowWord) id", "\(columnWord) id",
      ],
      rows: redundancy.cells.map { cell in
        [
          graph.name(of: cell.row), graph.name(of: cell.column), cell.state.rawValue,
          String(cell.supply), String(cell.required), String(cell.deficit), cell.weight.plain,
          String(cell.redundancy), cell.soleProvider.map { graph.name(of: $0) } ?? "",
          cell.concentration.map { "\($0.effectiveNumber)" } ?? "",
          cell.concentration.map { "\($0.herfindahl)" } ?? "",
          cell.concentration.map { "\($0.topShare)" } ?? "",
          cell.concentration.map { graph.name(of: $0.top) } ?? "",
          cell.facts.map(\.rawValue).joined(separator: " | "), cell.row.rawValue,
          cell.column.rawValue,
        ]
      }
    )
  }
}

extension ReportTable {
  /// The table with its first rows alone.
  func prefix(_ count: Int) -> ReportTable {
    rows.count <= count
      ? self : ReportTable(headings, alignments: alignments, rows: Array(rows.prefix(count)))
  }
}
