internal import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension WithdrawLosses {
  /// The losses as people read them: whose leaving opens most, and how many cells.
  ///
  /// - Parameters:
  ///   - collection: The collection's title.
  ///   - limit: How many are listed; `nil` is as many as the length allows.
  ///   - length: How much is told.
  /// - Returns: A page with the ranking.
  public func page(
    collection: String,
    limit: Int? = nil,
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("Whose leaving opens most: \(collection)")
    page.parts.append(.paragraph(lead))
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
    WithdrawWords.end(&page)
    return page
  }

  /// Who is first and who is next, in a sentence.
  private var lead: String {
    let opening = losses.filter { $0.openedCount > 0 }
    let nobody = report.count(.nobody)
    guard let first = opening.first else {
      return losses.isEmpty
        ? (by == .provider ? "Nobody is reported by name." : "Nobody is said to fund anything.")
        : "No single actor's leaving opens a cell; \(nobody) of \(report.states.count) are open now."
    }
    let name = report.graph.name(of: first.actor)
    let cells = PlainList.count(first.openedCount, "cell")
    let start =
      by == .provider
      ? "\(name) is the only provider in \(cells); its leaving would raise"
      : "\(cells) \(first.openedCount == 1 ? "rests" : "rest") wholly on what is funded through"
        + " \(name); its leaving would raise"
    let next = opening.dropFirst().prefix(5)
      .map { "\(report.graph.name(of: $0.actor)) \($0.openedCount)" }
    let more = opening.count - 1 - next.count
    return "\(start) cells without reported activity from \(nobody) to"
      + " \(nobody + first.openedCount) of \(report.states.count)."
      + (next.isEmpty
        ? " Nobody else's leaving opens any."
        : " Next: \(next.joined(separator: ", "))"
          + (more > 0 ? "; and \(more) more." : "; nobody else's opens any."))
  }

  private func table(_ shown: Int) -> ReportTable {
    let hasNeeds = report.hasNeeds
    return ReportTable(
      ["rank", "actor", "to nobody", "unnamed only", "to one"] + (hasNeeds ? ["fall short"] : [])
        + ["cells"] + (by == .provider ? ["exclusivity"] : []),
      alignments: [.right, .left, .right, .right, .right] + (hasNeeds ? [.right] : [])
        + [.right, .right],
      rows: zip(ranks, losses).prefix(shown).map { rank, loss in
        [
          String(rank), report.graph.name(of: loss.actor), String(loss.openedCount),
          String(loss.unnamedCount), String(loss.thinnedCount),
        ] + (hasNeeds ? [String(loss.shortCount)] : []) + [
          String(loss.cellCount)
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
  ///   - length: How much is told.
  /// - Returns: A page with the sets.
  public func page(
    sets: CriticalSets,
    collection: String,
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
          + (hasNeeds ? "" : " (one)") + ", and fewer without the set."
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

extension [String] {
  /// The texts in order, each once.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
