public import CoverageAnalysis
internal import DOTFormat

extension CoverageReport {
  /// Draws the matrix: a cell for every row and column, each state told apart without colour.
  ///
  ///     let diagram = try report.matrixDiagram(DiagramOptions(collection.metadata))
  ///     diagram.graph.description  // DOT, for the engine dot
  ///
  /// By family, a cell says in how many of its cells activity is reported; a matrix too large to be
  /// drawn one by one is drawn so, and says it.
  ///
  /// - Parameters:
  ///   - options: How it is drawn.
  ///   - sorting: The order of rows and columns.
  /// - Returns: The picture, with totals, general offers and a legend of the states in it.
  /// - Complexity: O(*c* log *c* + *f*) for *c* cells and *f* facts in them, before the layout.
  /// - Throws: ``CoverageDiagramError/tooManyCells(rows:columns:)`` for a matrix too large to draw.
  public func matrixDiagram(
    _ options: DiagramOptions = DiagramOptions(),
    sorting: CoverageSorting = .gaps
  ) throws(CoverageDiagramError) -> AssistanceDiagram {
    let isLarge = states.count > CoverageDiagramError.maximumCells
    let isCollapsed = options.detail == .families || options.detail == .automatic && isLarge
    let matrix = MatrixTable(self, sorting, options.theme, isCollapsed: isCollapsed)
    guard matrix.cellCount <= CoverageDiagramError.maximumCells else {
      throw .tooManyCells(rows: rows.count, columns: columns.count)
    }
    let words = matrix.words
    let title = options.title ?? words.title
    var lines = words.lines(matrix.order, sorting, options)
    if matrix.isCollapsed {
      lines.insert(
        .init(text: "Drawn by family: a cell counts where activity is reported."),
        at: 1
      )
    }
    let frame = DiagramFrame(
      name: "coverage_matrix",
      title: title,
      lines: lines,
      legend: matrix.legend,
      theme: options.theme,
      width: matrix.width
    )
    return frame.diagram(
      of: matrix.table,
      id: "matrix",
      description: words.description("A matrix", matrix.order),
      smallestText: min(matrix.smallestText, DiagramFont.legend)
    )
  }
}
