internal import AssistanceModel
public import ChangeAnalysis
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

extension CoverageTimeline {
  /// Draws the series: a line for each row with a cell for each step, which says in how many columns
  /// a provider is reported by name; where there are few cells, a line for each of them.
  ///
  ///     try timeline.diagram(DiagramOptions(collection.metadata))
  ///
  /// Of a long series the last 60 steps are drawn. Rows without a provider by name at any time stand
  /// together in one sentence where there are many.
  ///
  /// - Parameter options: How it is drawn; the detail plays no part.
  /// - Returns: The picture, with what opened and closed below the lines, and a legend.
  /// - Complexity: O(*k*·*s* + *e*) for *k* cells, *s* steps and *e* statements, before the layout.
  /// - Throws: ``CoverageDiagramError/tooManyCells(rows:columns:)`` for a series too large to draw.
  public func diagram(
    _ options: DiagramOptions = DiagramOptions()
  ) throws(CoverageDiagramError) -> AssistanceDiagram {
    let table = TimelineTable(self, options.theme)
    guard table.cellCount <= CoverageDiagramError.maximumCells else {
      throw .tooManyCells(rows: table.lines.count, columns: table.steps.count)
    }
    let words = CoverageWords(report: report)
    let title = options.title ?? words.title.replacing("Coverage:", with: "Coverage over time:")
    var lines = [DiagramFrame.Line(text: "Counted: \(question.scopeSentence).")]
    if dates.undated + dates.openEnded + dates.openStarted > 0 {
      lines.append(.init(text: dateSentence))
    }
    if report.hasNeeds {
      let text = "Needs are known: a gap is where fewer are reported by name than are required."
      lines.append(.init(text: text))
    }
    if let silent = table.silent { lines.append(.init(text: silent)) }
    if table.steps.lowerBound > 0, let length = steps.first?.length {
      let count = length.counted(table.steps.count)
      lines.append(.init(text: "The last \(count) of \(steps.count) are drawn."))
    }
    if let source = options.sourceLine(citing: words.documents) {
      lines.append(.init(text: source))
    }
    let frame = DiagramFrame(
      name: "coverage_over_time",
      title: title,
      lines: lines,
      legend: table.legend,
      theme: options.theme,
      width: table.width
    )
    return frame.diagram(
      of: table.table,
      id: "timeline",
      description: description(table),
      smallestText: min(TimelineTable.cellText, DiagramFont.legend)
    )
  }

  /// What is made of facts that lack a date.
  private var dateSentence: String {
    let parts = [
      (dates.undated, "no date, and counted in every step"),
      (dates.openEnded, "no end, and counted to the last"),
      (dates.openStarted, "no beginning, and counted from the first"),
    ].filter { $0.0 > 0 }.map { "\($0.0) with \($0.1)" }
    return "Of \(counted(dates.total, "fact")): \(parts.joined(separator: "; "))."
  }

  /// The series in sentences.
  private func description(_ table: TimelineTable) -> String {
    guard let first = steps.first, let last = steps.last, !report.states.isEmpty else {
      return "A series without cells."
    }
    let cells = counted(report.states.count, "cell")
    func held(_ step: Int) -> Int { count(.one, in: step) + count(.several, in: step) }
    return "A series from \(first) to \(last) of \(cells):"
      + " \(counted(report.rows.count, "row")) and \(counted(report.columns.count, "column")). A"
      + " provider is reported by name in \(held(0)) of them in \(first) and in"
      + " \(held(steps.count - 1)) in \(last); \(counted(table.opened, "gap")) opened and"
      + " \(table.closed) closed."
  }
}
