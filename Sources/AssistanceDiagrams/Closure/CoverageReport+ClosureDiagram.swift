internal import AssistanceModel
public import AssistancePlanning
public import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

extension CoverageReport {
  /// Draws a plan that closes gaps: the matrix with the number of whoever takes up a cell, and a cross
  /// where it stays open.
  ///
  ///     let plan = try report.closure()
  ///     let diagram = try report.closureDiagram(plan)
  ///
  /// Rows without a gap are left out. The key below says who the numbers are, and how much each takes
  /// up.
  ///
  /// - Parameters:
  ///   - plan: A plan for this report.
  ///   - options: How it is drawn.
  /// - Returns: The picture, with a legend of what is in it.
  /// - Throws: ``CoverageDiagramError/tooManyCells(rows:columns:)`` for a matrix too large to draw.
  /// - Complexity: O(*c*) for *c* cells, before the layout.
  public func closureDiagram(
    _ plan: ClosurePlan,
    _ options: DiagramOptions = DiagramOptions()
  ) throws(CoverageDiagramError) -> AssistanceDiagram {
    let picture = ClosurePicture(self, plan, options)
    guard picture.rows.count * columns.count <= CoverageDiagramError.maximumCells else {
      throw .tooManyCells(rows: picture.rows.count, columns: columns.count)
    }
    return picture.diagram
  }
}
