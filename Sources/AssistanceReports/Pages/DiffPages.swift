public import AssistanceModel
public import ChangeAnalysis
internal import CoverageAnalysis
internal import GraphCore

extension CoverageDifference {
  /// What changed, as people read it: cells, actors, then facts, with the evidence of both sides.
  ///
  /// - Parameters:
  ///   - before: What the first side's collection says of itself.
  ///   - after: What the second's says.
  ///   - folders: Where the two collections are; `nil` where that says nothing.
  ///   - length: How much is told.
  /// - Returns: A page.
  public func page(
    before: CollectionMetadata,
    after: CollectionMetadata,
    folders: (before: String, after: String)? = nil,
    length: PageLength = .brief
  ) -> ReportPage {
    let words = DiffWords(self, before: before.title, after: after.title, folders)
    var page = ReportPage("What changed: \(words.title)")
    if let folders, !isOfDates {
      page.parts.append(
        .paragraph(
          "Before: \(before.title), in \(folders.before). After: \(after.title), in \(folders.after)."
        )
      )
    }
    guard !isEmpty else {
      page.parts.append(.paragraph("Nothing changed in this scope."))
      page.parts.append(.paragraph("Counted: \(words.scope)."))
      return page
    }
    page.parts += words.summary.map { .paragraph($0) }
    page.parts.append(.paragraph("Counted: \(words.scope)."))
    if let matching = words.matching { page.parts.append(.paragraph(matching)) }
    page.parts += [.table(words.stateTable)]
    if let note = words.axisNote { page.parts.append(.paragraph(note)) }
    page.parts += DiffCellPart(self).parts(length)
    page.parts += DiffActorPart(self).parts(length)
    page.parts += axisParts(length)
    page.parts += DiffFactPart(self).parts(length)
    let (left, right) = (
      (cells(.lost) + cells(.thinned)).flatMap(\.before.countedFacts),
      (cells(.gained) + cells(.thickened)).flatMap(\.after.countedFacts)
    )
    for (ids, graph, heading) in [
      (left, self.before.graph, "Evidence of what was lost or thinned, before"),
      (right, self.after.graph, "Evidence of what was gained or thickened, after"),
    ] where !ids.isEmpty {
      page.parts += [.heading(heading), Evidence.part(ids, in: graph, length)]
    }
    page.append(
      documents: documents((left, right), before: before.sources, after: after.sources)
    )
    page.parts.append(.heading("How to read this"))
    page.parts.append(
      .paragraph(
        "Lost means that the second side reports nobody by name, not that nobody is there: sources"
          + " may tell of less. csv and json have everything, with the facts of both sides."
      )
    )
    return page
  }

  private func axisParts(_ length: PageLength) -> [ReportPage.Part] {
    let (left, right) = (before.graph, after.graph)
    let parts: [(String, [String])] = [
      ("\(before.question.rows.noun(2)) only before", rowsGone.map { left.name(of: $0) }),
      ("\(before.question.rows.noun(2)) only after", rowsNew.map { right.name(of: $0) }),
      ("\(before.question.columns.noun(2)) only before", columnsGone.map { left.name(of: $0) }),
      ("\(before.question.columns.noun(2)) only after", columnsNew.map { right.name(of: $0) }),
    ]
    let told = parts.filter { !$0.1.isEmpty }
    guard !told.isEmpty else { return [] }
    return [
      .heading("On one side only"),
      .entries(
        told.map { title, names in
          ReportPage.Entry(
            "\(title): \(names.count)",
            [length.list(names, "; ", most: length.lines)]
          )
        }
      ),
    ]
  }
}

/// Sentences about a difference.
struct DiffWords {
  let difference: CoverageDifference
  let title: String
  /// The two sides in the headings of tables.
  let sides: (before: String, after: String)

  init(
    _ difference: CoverageDifference,
    before: String,
    after: String,
    _ folders: (before: String, after: String)?
  ) {
    self.difference = difference
    if difference.isOfDates {
      func span(_ report: CoverageReport) -> String {
        report.question.period?.description ?? Validity.always.description
      }
      sides = (span(difference.before), span(difference.after))
      title = "\(before), \(sides.before) → \(sides.after)"
    } else {
      sides = ("before", "after")
      if before == after {
        title = before + (folders.map { ", \($0.before) → \($0.after)" } ?? "")
      } else {
        title = "\(before) → \(after)"
      }
    }
  }

  private var left: CoverageReport { difference.before }
  private var right: CoverageReport { difference.after }

  /// What counted on both sides.
  var scope: String {
    guard difference.isOfDates else { return ScopeDocument(right.question).sentence }
    var question = right.question
    question.period = nil
    let scope = ScopeDocument(question).sentence
    return scope.replacing("any time", with: "\(sides.before) and \(sides.after)")
  }

  var summary: [String] {
    func count(_ kind: CellChange.Kind) -> Int { difference.cells(kind).count }
    func verb(_ number: Int) -> String { number == 1 ? "has" : "have" }
    let compared = numbered(difference.comparedCount, "cell")
    var cells: [String] = []
    if count(.lost) > 0 {
      cells.append("\(count(.lost)) \(verb(count(.lost))) no provider by name any more")
    }
    if count(.gained) > 0 {
      cells.append("\(count(.gained)) \(verb(count(.gained))) one where there was none")
    }
    if count(.thinned) > 0 { cells.append("\(count(.thinned)) went from several to one") }
    if count(.thickened) > 0 { cells.append("\(count(.thickened)) from one to several") }
    if count(.other) > 0 { cells.append("\(count(.other)) changed otherwise") }
    if count(.turnover) > 0 {
      let word = count(.turnover) == 1 ? "stands" : "stand"
      cells.append("\(count(.turnover)) \(word) as before with other providers")
    }
    let actors = difference.actors
    var sentences = [
      cells.isEmpty
        ? "None of \(compared) that both sides have changed."
        : "Of \(compared) that both sides have, \(cells.joined(separator: "; "))."
    ]
    let alone = difference.cells.count { $0.isRenamingAlone }
    if alone > 0 {
      sentences[0] +=
        " \(alone) of these changes \(alone == 1 ? "is one" : "are changes") of names alone if"
        + " probable renamings are true."
    }
    sentences.append(
      "\(numbered(actors.gone.count, "actor")) \(actors.gone.count == 1 ? "is" : "are") reported only"
        + " \(difference.isOfDates ? "in \(sides.before)" : "before"), \(actors.new.count) only"
        + " \(difference.isOfDates ? "in \(sides.after)" : "after"), and \(actors.renamed.count)"
        + " \(actors.renamed.count == 1 ? "is" : "are") probably called otherwise now."
    )
    sentences.append(facts)
    return sentences
  }

  private var facts: String {
    let kinds: [(FactChange.Kind, String)] = [
      (.added, "added"), (.removed, "removed"), (.ended, "ended"), (.began, "began"),
      (.reopened, "without an end any more"), (.changed, "changed"),
      (.redated, "of another time alone"),
      (.restated, "with other sources alone"),
    ]
    let told = kinds.compactMap { kind, word -> String? in
      let count = difference.facts(kind).count
      let renamed = difference.facts(kind).count { $0.isRenaming }
      let names = renamed == 0 ? "" : " (\(renamed) with ends under another name)"
      return count == 0 ? nil : "\(count) \(word)\(names)"
    }
    let same = "\(difference.unchangedFactCount) the same"
    return "Facts: \((told + [same]).joined(separator: ", "))."
  }

  /// How nodes and facts of two collections are one.
  var matching: String? {
    guard !difference.isOfDates else { return nil }
    let counts = difference.matching
    return "Matched: \(CoverageDifference.matchingRule)"
      + " (\(numbered(counts.byKey, "node")) by key, \(counts.byIdentifier) by identifier,"
      + " \(counts.byName) by name)."
  }

  /// How many cells stand in each state on both sides.
  var stateTable: ReportTable {
    var table = ReportTable(
      ["state", sides.before, sides.after, "change"],
      alignments: [.left, .right, .right, .right]
    )
    for state in CoverageState.allCases.reversed() {
      let (old, new) = (left.count(state), right.count(state))
      guard old > 0 || new > 0 else { continue }
      let change = new - old
      table.append([
        state.phrase, String(old), String(new),
        change == 0 ? "" : change > 0 ? "+\(change)" : "−\(-change)",
      ])
    }
    table.append(["cells", String(left.states.count), String(right.states.count), ""])
    return table
  }

  /// Why the totals of the sides do not compare, if so.
  var axisNote: String? {
    guard difference.comparedCount < max(left.states.count, right.states.count) else { return nil }
    return "The sides do not have the same \(left.question.rows.noun(2)) and"
      + " \(left.question.columns.noun(2)): only the \(difference.comparedCount) cells of both are"
      + " compared below."
  }
}
