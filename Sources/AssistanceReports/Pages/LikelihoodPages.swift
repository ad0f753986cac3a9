public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension CoverageLikelihood {
  /// How likely cells are covered as people read it, the least likely of those reported first.
  ///
  /// - Parameters:
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told.
  /// - Returns: A page with what is expected, the cells that are not certain, and the evidence.
  public func page(
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    var page = ReportPage("Likelihood of coverage: \(collection)")
    page.parts.append(.paragraph(summary))
    if let sentence = report.needSentence { page.parts.append(.paragraph(sentence)) }
    page.parts.append(.paragraph("Counted: \(ScopeDocument(report.question).sentence)."))
    page.parts.append(.paragraph("How likely a statement holds: \(rules.sentence)."))
    let doubtful = doubtfulCells
    if !doubtful.isEmpty {
      let shown = doubtful.count > length.told + 1 ? Array(doubtful.prefix(length.told)) : doubtful
      page.parts += [
        .heading("Cells that are not certain, the least likely first: \(doubtful.count)"),
        .table(table(shown, length)),
      ]
      if shown.count < doubtful.count {
        page.parts.append(
          .paragraph(
            "\(shown.count) of \(doubtful.count) cells are shown; --full tells all, csv and json too."
          )
        )
      }
    }
    page.parts.append(.list(others))
    let facts = doubtful.flatMap(\.facts)
    if !facts.isEmpty {
      page.parts += [.heading("Evidence"), Evidence.part(facts, in: report.graph, length)]
    }
    page.append(
      documents: DocumentLabel.cited(Evidence.documents(facts, in: report.graph), in: documents)
    )
    page.parts += [.heading("How to read this"), .paragraph(explanation)]
    return page
  }

  /// A line for each cell where something is needed, for a spreadsheet.
  public var cellLines: ReportTable {
    let graph = report.graph
    let (row, column) = (report.question.rows.rawValue, report.question.columns.rawValue)
    return ReportTable(
      [
        row, column, "state", "required", "providers", "probability low", "probability high",
        "low however dependent", "high however dependent", "method", "facts", "\(row) id",
        "\(column) id",
      ],
      alignments: [.left, .left, .left, .right, .left, .right, .right, .right, .right],
      rows: cells.map { cell in
        let (own, bounds) = (
          ProbabilityLabel(cell.probability), ProbabilityLabel(cell.anyDependence)
        )
        return [
          graph.name(of: cell.row), graph.name(of: cell.column), cell.state.rawValue,
          String(cell.required),
          cell.providers.map { graph.name(of: $0) }.joined(separator: " | "),
          String(own.low), String(own.high), String(bounds.low), String(bounds.high),
          cell.method.rawValue, cell.facts.map(\.rawValue).joined(separator: " | "),
          cell.row.rawValue, cell.column.rawValue,
        ]
      }
    )
  }

  /// Cells that have enough named providers if all statements hold, and may have fewer.
  private var doubtfulCells: [Cell] {
    let some = cells.filter { $0.probability != .certain && $0.probability.high > 0 }
    return some.indices.sorted {
      (some[$0].probability.middle, $0) < (some[$1].probability.middle, $1)
    }.map { some[$0] }
  }

  private func table(_ cells: [Cell], _ length: PageLength) -> ReportTable {
    let graph = report.graph
    let needsMore = cells.contains { $0.required > 1 }
    let isSampled = cells.contains { $0.method == .sampled }
    return ReportTable(
      [report.question.rows.rawValue, report.question.columns.rawValue]
        + (needsMore ? ["needs"] : []) + ["probability", "however dependent"]
        + (isSampled ? ["found"] : []) + ["facts", "providers"],
      rows: cells.map { cell in
        [graph.name(of: cell.row), graph.name(of: cell.column)]
          + (needsMore ? [String(cell.required)] : [])
          + [cell.probability.told, cell.anyDependence.told]
          + (isSampled ? [cell.method == .sampled ? "in samples" : "exactly"] : [])
          + [
            String(cell.facts.count),
            length.list(cell.providers.map { graph.name(of: $0) }, ", ", most: length.keys),
          ]
      }
    )
  }

  // MARK: Sentences

  private var summary: String {
    guard !cells.isEmpty else { return "There is nothing to cover in this question." }
    let statements = "\(statementCount) \(statementCount == 1 ? "statement" : "statements")"
    let have = "\(reportedCount == 1 ? "has" : "have") the providers that"
    let covered =
      cells.count == 1
      ? "the only cell \(reportedCount == 1 ? "has" : "does not have") the providers that it needs"
      : "\(reportedCount) of \(cells.count) cells \(have) \(reportedCount == 1 ? "it needs" : "they need")"
    let gaps = expectedGaps.told
    let said =
      uncertainCount == 0
      ? "none of \(statements) is said to be less than certain, so this is the coverage itself;"
        + " --confidence gives probabilities to bases, probability and confidence are columns"
      : "\(uncertainCount) of \(statements) \(uncertainCount == 1 ? "is" : "are") not certain"
    return "If every statement holds, \(covered); expected are \(expectedCovered.told), and"
      + " \(gaps) \(gaps == "1" ? "gap" : "gaps") (\(said))."
  }

  private var others: [String] {
    let certain = cells.count { $0.probability == .certain }
    let never = cells.count { $0.probability.high == 0 }
    let sampled = cells.count { $0.method == .sampled }
    func told(_ count: Int) -> String { "\(count) \(count == 1 ? "cell" : "cells")" }
    var lines = [
      "\(told(certain)) certain to have what \(certain == 1 ? "it needs" : "they need")",
      "\(told(never)) without enough named providers even if every statement holds:"
        + " pillar gaps lists \(never == 1 ? "it" : "them"), asked with \(sameOptions)",
    ]
    if sampled > 0 {
      lines.append(
        "\(told(sampled)) counted in \(sampleCount) random samples; the range holds Hoeffding's"
          + " interval at \(Self.percent(level))"
      )
    }
    return lines
  }

  /// The options with which the gaps of this matrix are asked for; bases may count that only
  /// `--confidence` named.
  private var sameOptions: String {
    let bases = Basis.allCases.filter { report.question.bases.contains($0) }
    guard bases != [.explicit] else { return "the same options" }
    return "the same options and --basis \(bases.map(\.rawValue).joined(separator: ","))"
  }

  private var explanation: String {
    "Statements are taken to hold or fail each by itself; a fact with several providers puts all of"
      + " them there or none. “However dependent” are bounds that hold without that assumption. Expected"
      + " numbers are sums of probabilities and need none. A range is as exact as what was put in."
  }

  /// A level as people write it: `95 %`.
  static func percent(_ level: Double) -> String {
    let tenths = Int((level * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}

extension CoverageLikelihood.Expectation {
  /// The number for people, in tenths.
  fileprivate var told: String {
    func tenths(_ number: Double) -> String {
      let tenths = Int((number * 10).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    let (first, last) = (tenths(low), tenths(high))
    return first == last ? first : "\(first) to \(last)"
  }
}
