public import AssistancePlanning
public import CoverageAnalysis

extension GapCandidates {
  /// Draws the gap, the best candidates in a box for each group of reasons, and the routes that lead
  /// from them to the place; at most ten nodes.
  ///
  ///     let answer = report.candidates(row: "case-drc", column: "inhibitor-5")
  ///     let diagram = answer?.diagram(in: report)
  ///
  /// Candidates are drawn from the first on as long as they and the stops of their routes fit; the
  /// picture says how many there are. A line from a candidate to the place is what it does there
  /// already; over others it is a route, with the class of evidence of each step.
  ///
  /// - Parameters:
  ///   - report: The report that was asked.
  ///   - options: How it is drawn.
  /// - Returns: The picture, with a legend of what is in it.
  /// - Complexity: O(1), as few are drawn, before the layout.
  public func diagram(
    in report: CoverageReport,
    _ options: DiagramOptions = DiagramOptions()
  ) -> AssistanceDiagram {
    CandidatesPicture(self, report, options).diagram
  }
}
