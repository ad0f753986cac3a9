public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension WithdrawLosses {
  /// The losses as people read them: whose leaving leaves most cells with nobody.
  ///
  /// - Parameters:
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - limit: How many are listed; `nil` is as many as the length allows.
  ///   - length: How much is told.
  /// - Returns: A page with the ranking.
  public func page(
    collection: String,
    documents: [SourceDocument] = [],
    limit: Int? = nil,
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("On whom most cells rest: \(collection)")
    page.parts.append(.paragraph(lead))
    if let shortSentence { page.parts.append(.paragraph(shortSentence)) }
    page.parts += rules.map { .paragraph($0) }
    if let sentence = report.needSentence { page.parts.append(.paragraph(sentence)) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(report.question).sentence)."))
    page.parts.append(.paragraph("Ranked: \(ActorLoss.rankingRule)."))
    let shown =
      limit.map { min($0, losses.count) }
      ?? (losses.count > length.told + 1 ? length.told : losses.count)
    if !losses.isEmpty {
      page.parts.append(
        .paragraph("Which cells these are, by which facts: pillar withdraw with the actor's name.")
      )
      if shown < losses.count {
        page.parts.append(
          .paragraph(
            "\(shown) of \(losses.count) actors are shown; --full tells all, --top how many."
          )
        )
      }
      page.parts.append(.table(table(shown)))
    }
    let facts = losses.prefix(shown).flatMap(\.opened).distinct
      .flatMap { WithdrawLossesDocument.Cell($0, of: report).facts }.distinct
    let keys = Evidence.documents(facts.map { NodeID($0) }, in: report.graph)
    page.append(documents: DocumentLabel.cited(keys, in: documents))
    WithdrawWords.end(&page)
    return page
  }

  /// Whose leaving costs most cells the last name that they need; `nil` if nobody's does.
  ///
  /// It is what ``CoverageAnalysis/CoverageReport/criticalSets(opening:limits:)`` counts, of one
  /// actor each.
  private var shortSentence: String? {
    let short = losses.indices.filter { losses[$0].shortCount > 0 }
      .sorted { (losses[$1].shortCount, $0) < (losses[$0].shortCount, $1) }.map { losses[$0] }
    guard !short.isEmpty else { return nil }
    let told = short.prefix(5).map { "\(report.graph.name(of: $0.actor)) \($0.shortCount)" }
    let more = short.count - told.count
    let need = report.hasNeeds ? "the named providers that they need" : "a provider by name"
    return "Cells that would fall short of \(need), where unnamed ones may be left:"
      + " \(told.joined(separator: ", "))" + (more > 0 ? "; and \(more) more actors." : ".")
      + (by == .provider ? " These are the gaps that --opens counts." : "")
  }

  /// Who is first and who is next, in a sentence.
  private var lead: String {
    let opening = losses.filter { $0.openedCount > 0 }
    let nobody = report.count(.nobody)
    guard let first = opening.first else {
      return losses.isEmpty
        ? (by == .provider
          ? "Nobody is reported by name." : "Nobody is said to fund, pass on or run anything.")
        : "No single actor's leaving leaves a cell with no reported activity; there is none in \(nobody)"
          + " of \(report.states.count) now."
    }
    let name = report.graph.name(of: first.actor)
    let cells = PlainList.count(first.openedCount, "cell")
    let start =
      by == .provider
      ? "\(name) is the only provider in \(cells); its leaving would raise"
      : "\(cells) \(first.openedCount == 1 ? "rests" : "rest") wholly on what is funded,"
        + " passed on or run through \(name); its leaving would raise"
    let next = opening.dropFirst().prefix(5)
      .map { "\(report.graph.name(of: $0.actor)) \($0.openedCount)" }
    let more = opening.count - 1 - next.count
    return "\(start) cells without reported activity from \(nobody) to"
      + " \(nobody + first.openedCount) of \(report.states.count)."
      + (next.isEmpty
        ? " Nobody else's leaving adds any."
        : " Next: \(next.joined(separator: ", "))"
          + (more > 0 ? "; and \(more) more." : "; nobody else's leaving adds any."))
  }

  private func table(_ shown: Int) -> ReportTable {
    ReportTable(
      ["rank", "actor", "to nobody", "unnamed only", "to one", "fall short", "cells"]
        + (by == .provider ? ["exclusivity"] : []),
      alignments: [.right, .left, .right, .right, .right, .right, .right, .right],
      rows: zip(ranks, losses).prefix(shown).map { rank, loss in
        [
          String(rank), report.graph.name(of: loss.actor), String(loss.openedCount),
          String(loss.unnamedCount), String(loss.thinnedCount), String(loss.shortCount),
          String(loss.cellCount),
        ] + (by == .provider ? [loss.exclusivity.twoPlaces] : [])
      }
    )
  }

  /// A line for each actor, with the cells that would fall to nobody and their facts.
  public var lines: ReportTable {
    var table = ReportTable([
      "rank", "actor", "to nobody", "unnamed only", "to one", "fall short", "cells",
      "exclusivity", "cells that fall to nobody", "their facts", "actor id",
    ])
    for (rank, loss) in zip(ranks, losses) {
      let cells = loss.opened.map { WithdrawLossesDocument.Cell($0, of: report) }
      table.append([
        String(rank), report.graph.name(of: loss.actor), String(loss.openedCount),
        String(loss.unnamedCount), String(loss.thinnedCount), String(loss.shortCount),
        String(loss.cellCount), loss.exclusivity.twoPlaces,
        cells.map { "\($0.row.name) × \($0.column.name)" }.joined(separator: " | "),
        cells.flatMap(\.facts).distinct.joined(separator: " | "),
        loss.actor.rawValue,
      ])
    }
    return table
  }
}

extension CoverageReport {
  /// The smallest sets of actors whose leaving opens gaps, as people read them.
  ///
  /// - Parameters:
  ///   - sets: What ``criticalSets(opening:limits:)`` found.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told.
  /// - Returns: A page with the sets.
  public func page(
    sets: CriticalSets,
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    let gaps = sets.gapCount == 1 ? "a gap" : "\(sets.gapCount) gaps"
    var page = ReportPage("Smallest sets whose leaving opens \(gaps): \(collection)")
    page.parts.append(.paragraph(sentence(of: sets, gaps)))
    if let needSentence { page.parts.append(.paragraph(needSentence)) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(question).sentence)."))
    page.parts.append(
      .paragraph(
        "A gap opens where a cell has as many named providers as it needs"
          + (hasNeeds ? "" : " (one)") + ", and fewer without the set; unnamed ones may be left."
      )
    )
    if !sets.sets.isEmpty {
      page.parts.append(
        .paragraph("On which facts these cells rest: pillar withdraw with the actors' names.")
      )
      page.parts.append(
        .table(
          ReportTable(
            ["set", "who leaves", "gaps", "which cells"],
            alignments: [.right, .left, .right],
            rows: sets.sets.enumerated().map { place, set in
              [
                String(place + 1),
                set.actors.map { graph.name(of: $0) }.joined(separator: ", "),
                String(set.opened.count),
                length.list(set.opened.map { cellName($0) }, "; ", most: length.keys),
              ]
            }
          )
        )
      )
    }
    let facts = sets.sets.flatMap(\.opened).distinct
      .flatMap { WithdrawLossesDocument.Cell($0, of: self).facts }.distinct
    let keys = Evidence.documents(facts.map { NodeID($0) }, in: graph)
    page.append(documents: DocumentLabel.cited(keys, in: documents))
    WithdrawWords.end(&page)
    return page
  }

  private func cellName(_ place: Int) -> String {
    graph.name(of: rows[place / columns.count]) + " × "
      + graph.name(of: columns[place % columns.count])
  }

  private func sentence(of sets: CriticalSets, _ gaps: String) -> String {
    guard let size = sets.size else {
      return "No set of actors opens \(gaps): even everybody's leaving opens"
        + " \(sets.openableCount)."
    }
    let actors = PlainList.count(size, "actor")
    guard sets.isProved else {
      return "The best set found has \(actors) and opens \(gaps) or more; that no set of fewer than"
        + " \(sets.bound) does is proved. The search was given up after \(sets.steps) steps."
    }
    let start = "The fewest actors whose leaving opens \(gaps): \(size), proved."
    guard let count = sets.count else {
      return "\(start) There are more such sets than were counted; \(sets.sets.count) are listed."
    }
    let listed = sets.sets.count < count ? ", of which \(sets.sets.count) are listed" : ""
    return "\(start) There \(count == 1 ? "is 1 such set" : "are \(count) such sets")\(listed)."
  }

  /// A line for each set.
  public func lines(of sets: CriticalSets) -> ReportTable {
    var table = ReportTable([
      "set", "actors", "who leaves", "gaps", "which cells", "their facts", "proved", "actor ids",
    ])
    for (place, set) in sets.sets.enumerated() {
      let cells = set.opened.map { WithdrawLossesDocument.Cell($0, of: self) }
      table.append([
        String(place + 1), String(set.actors.count),
        set.actors.map { graph.name(of: $0) }.joined(separator: " | "),
        String(set.opened.count),
        cells.map { "\($0.row.name) × \($0.column.name)" }.joined(separator: " | "),
        cells.flatMap(\.facts).distinct.joined(separator: " | "),
        sets.isProved ? "yes" : "no", set.actors.map(\.rawValue).joined(separator: " | "),
      ])
    }
    return table
  }
}

extension Double {
  /// The number with two places after the point.
  fileprivate var twoPlaces: String {
    let hundredths = Int((self * 100).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.count == 1 ? "0" : "") + digits
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
