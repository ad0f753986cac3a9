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
    let sole = redundancy.cells.filter { $0.isNeeded && $0.soleProvider != nil }
    var page = ReportPage("Redundancy: \(collection)")
    page.parts += [
      .paragraph(summary), .paragraph(supplySentence(redundancy)),
      .paragraph(fitSentence(redundancy)),
    ]
    page.parts += [rowless, needSentence, weightSentence(redundancy)].compactMap(\.self)
      .map { .paragraph($0) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    page.parts.append(
      .paragraph("Ordered: first where most rests on one provider, then where most have no name.")
    )
    func add(_ heading: String, _ table: ReportTable, _ noun: String) {
      page.parts += [.heading(heading), .table(table.prefix(length.told))]
      if table.rows.count > length.told {
        page.parts.append(
          .paragraph(
            "\(length.told) of \(table.rows.count) \(noun) are shown; --full shows all, json has them"
              + " too."
          )
        )
      }
    }
    add("By \(rowWord)", lineTable(redundancy.rows, rowWord), question.rows.noun(2))
    add("By \(columnWord)", lineTable(redundancy.columns, columnWord), question.columns.noun(2))
    if !redundancy.providers.isEmpty {
      add("By actor", providerTable(redundancy.providers), "actors")
      if redundancy.providers.allSatisfy({ $0.partnerCount == nil }) {
        page.parts.append(
          .paragraph("The collection documents of no two actors that they work together.")
        )
      }
    }
    if !sole.isEmpty {
      add(
        "Cells that rest on one provider: \(sole.count)",
        soleTable(sole, redundancy.providers, length),
        "lines"
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
      "Met: has as many named providers as required. No name: has no named provider. Spare: how many a cell could lose before it has"
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
      [word, "needed", "met", "no name", "rest on one"] + (hasDeficit ? ["missing"] : [])
      + ["spare", "actors", "effective", "largest share"]
    return ReportTable(
      heading,
      alignments: [.left] + heading.dropFirst().dropLast().map { _ in .right } + [.left],
      rows: lines.restingFirst.map { line in
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

  /// The cells that rest on one provider; those of one provider and column share a line.
  private func soleTable(
    _ cells: [Redundancy.Cell],
    _ providers: [Redundancy.Provider],
    _ length: PageLength
  ) -> ReportTable {
    var ranks: [NodeID: Int] = [:]
    for (rank, provider) in providers.enumerated() { ranks[provider.loss.actor] = rank }
    var lines: [(provider: NodeID, column: NodeID, rows: [String])] = []
    var places: [[NodeID]: Int] = [:]
    for cell in cells {
      guard let provider = cell.soleProvider else { continue }
      let place = places[[provider, cell.column]] ?? lines.count
      if place == lines.count {
        places[[provider, cell.column]] = place
        lines.append((provider, cell.column, []))
      }
      lines[place].rows.append(graph.name(of: cell.row))
    }
    let order = lines.indices.sorted {
      let (left, right) = (ranks[lines[$0].provider] ?? .max, ranks[lines[$1].provider] ?? .max)
      return (left, -lines[$0].rows.count, $0) < (right, -lines[$1].rows.count, $1)
    }
    return ReportTable(
      ["provider", columnWord, "cells", rowWord],
      alignments: [.left, .left, .right, .left],
      rows: order.map { place in
        let line = lines[place]
        return [
          graph.name(of: line.provider), graph.name(of: line.column), String(line.rows.count),
          length.list(line.rows, "; ", most: length.lines),
        ]
      }
    )
  }

  private func share(_ concentration: Concentration, _ providerCount: Int) -> String {
    let name = graph.name(of: concentration.top)
    let unnamed = concentration.unnamedShare
    return (providerCount == 1 ? name : "\(concentration.topShare.percent) \(name)")
      + (unnamed > 0 ? "; \(unnamed.percent) of all unnamed" : "")
  }

  private func providerTable(_ providers: [Redundancy.Provider]) -> ReportTable {
    ReportTable(
      ["actor", "cells", "alone in", "exclusivity", "partners", "single access"],
      alignments: [.left, .right, .right, .right, .right, .left],
      rows: providers.map { provider in
        [
          graph.name(of: provider.loss.actor), String(provider.loss.cellCount),
          String(provider.loss.openedCount), provider.loss.exclusivity.tenths,
          provider.partnerCount.map { String($0) } ?? "–", provider.isSingleAccess ? "yes" : "",
        ]
      }
    )
  }

  /// A line for each cell with everything in words and keys, for a spreadsheet.
  public func cellLines(_ redundancy: Redundancy) -> ReportTable {
    ReportTable(
      [
        rowWord, columnWord, "state", "supply", "required", "deficit", "weight", "redundancy",
        "sole provider", "effective number", "herfindahl", "largest share", "largest",
        "unnamed share", "facts",
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
          cell.concentration.map { "\($0.unnamedShare)" } ?? "",
          cell.facts.map(\.rawValue).joined(separator: " | "), cell.row.rawValue,
          cell.column.rawValue,
        ]
      }
    )
  }
}

extension [Redundancy.Line] {
  /// Those of which most cells rest on one provider first, then those with most that have no named
  /// one; equals in their order.
  fileprivate var restingFirst: [Redundancy.Line] {
    indices.sorted {
      let (left, right) = (self[$0].tally, self[$1].tally)
      return (-left.sole, -left.bare, $0) < (-right.sole, -right.bare, $1)
    }.map { self[$0] }
  }
}

extension ReportTable {
  /// The table with its first rows alone.
  func prefix(_ count: Int) -> ReportTable {
    rows.count <= count
      ? self : ReportTable(headings, alignments: alignments, rows: Array(rows.prefix(count)))
  }
}
