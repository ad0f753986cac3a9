public import CoverageAnalysis
internal import DOTFormat

extension CoverageReport {
  /// Draws the matrix: a cell for every row and column, each state told apart without colour.
  ///
  ///     let diagram = try report.matrixDiagram(DiagramOptions(collection.metadata))
  ///     diagram.graph.description  // DOT, for the engine dot
  ///
  /// - Parameters:
  ///   - options: How it is drawn.
  ///   - sorting: The order of rows and columns.
  /// - Returns: The picture, with totals, general offers and a legend of the states in it.
  /// - Throws: ``CoverageDiagramError/tooManyCells(rows:columns:)`` for a matrix too large to draw.
  public func matrixDiagram(
    _ options: DiagramOptions = DiagramOptions(),
    sorting: CoverageSorting = .gaps
  ) throws(CoverageDiagramError) -> AssistanceDiagram {
    guard states.count <= CoverageDiagramError.maximumCells else {
      throw .tooManyCells(rows: rows.count, columns: columns.count)
    }
    let matrix = MatrixTable(self, sorting, options.theme)
    let words = matrix.words
    let title = options.title ?? words.title
    let frame = DiagramFrame(
      name: "coverage_matrix",
      title: title,
      lines: words.lines(matrix.order, sorting, options),
      legend: matrix.legend,
      theme: options.theme,
      width: matrix.width
    )
    let node = DOTNode(
      "matrix",
      [
        "id": "matrix", "shape": "plain", "style": "solid", "fixedsize": "false",
        "label": .label(HTMLLabel([.table(matrix.table)])),
        "tooltip": .tooltip(title.visible),
      ]
    )
    return AssistanceDiagram(
      frame.graph([.node(node)]),
      title: title,
      description: words.description("A matrix", matrix.order),
      smallestText: min(matrix.smallestText, DiagramFont.legend),
      theme: options.theme
    )
  }
}
