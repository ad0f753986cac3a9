public import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

extension CoverageReport {
  /// Draws the matrix before and after somebody leaves, as one: each cell that changes says how it
  /// stood and how it stands, and only those are loud.
  ///
  ///     let withdrawal = report.withdrawal(of: ["wfp"])
  ///     try report.withdrawalDiagram(withdrawal, DiagramOptions(collection.metadata))
  ///
  /// - Parameters:
  ///   - withdrawal: What changes in this report.
  ///   - options: How it is drawn.
  ///   - sorting: The order of rows and columns, by what is reported before.
  /// - Returns: The picture, with totals before and after and a legend of what is in it.
  /// - Complexity: O(*c* log *c* + *f*) for *c* cells and *f* facts in them, before the layout.
  /// - Throws: ``CoverageDiagramError/tooManyCells(rows:columns:)`` for a matrix too large to draw.
  public func withdrawalDiagram(
    _ withdrawal: Withdrawal,
    _ options: DiagramOptions = DiagramOptions(),
    sorting: CoverageSorting = .gaps
  ) throws(CoverageDiagramError) -> AssistanceDiagram {
    let isLarge = states.count > CoverageDiagramError.maximumCells
    let matrix = MatrixTable(
      self,
      sorting,
      options.theme,
      isCollapsed: options.detail == .families || options.detail == .automatic && isLarge,
      change: MatrixChange(withdrawal, in: self)
    )
    guard matrix.cellCount <= CoverageDiagramError.maximumCells else {
      throw .tooManyCells(rows: rows.count, columns: columns.count)
    }
    let words = matrix.words
    let leaving = listed(withdrawal.actors.map { words.name($0) }, limit: 4)
    let title =
      options.title ?? "Without \(leaving.isEmpty ? "what no longer holds" : leaving)"
    let sentences = words.change(withdrawal)
    var lines = words.lines(matrix.order, sorting, options)
    lines[0] = DiagramFrame.Line(
      text: sentences[0],
      role: withdrawal.opened.isEmpty ? .text : .gapText,
      isBold: true
    )
    lines.insert(contentsOf: sentences.dropFirst().map { .init(text: $0) }, at: 1)
    if matrix.isCollapsed {
      lines.insert(
        .init(text: "Drawn by family: a cell counts where activity is reported."),
        at: 1
      )
    }
    let frame = DiagramFrame(
      name: "withdrawal_matrix",
      title: title,
      lines: lines,
      legend: matrix.legend,
      theme: options.theme,
      width: matrix.width
    )
    return frame.diagram(
      of: matrix.table,
      id: "matrix",
      description: sentences.joined(separator: " ") + " "
        + words.description("A matrix with everybody", matrix.order),
      smallestText: min(matrix.smallestText, DiagramFont.legend)
    )
  }
}

extension CoverageWords {
  /// What changes, in sentences: what falls to nobody first.
  func change(_ withdrawal: Withdrawal) -> [String] {
    let (before, after) = (
      withdrawal.countsBefore[.nobody] ?? 0, withdrawal.counts[.nobody] ?? 0
    )
    let cells = counted(report.states.count, "cell")
    let first =
      before == after
      ? "No cell falls to nobody; no reported activity in \(before) of \(cells) as before."
      : "No reported activity in \(after) of \(cells), in \(before) with everybody."
    let parts = [
      (withdrawal.opened.count, "to nobody"), (withdrawal.unnamed.count, "to unnamed providers"),
      (withdrawal.thinned.count, "to one provider"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? "falls" : "fall") \($0.1)" }
    let touched = "Fewer are reported in \(counted(withdrawal.touched.count, "cell"))"
    guard !parts.isEmpty else { return [first, touched + "."] }
    return [first, touched + ", of which \(parts.joined(separator: ", "))."]
  }
}
