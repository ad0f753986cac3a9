internal import AssistanceModel

/// How many named providers each cell needs.
struct CellRequirements {
  private let report: CoverageReport

  init(_ report: CoverageReport) {
    self.report = report
  }

  /// One unless needs say otherwise; none where nothing is needed.
  func required(of cell: Int) -> Int {
    report.states[cell] == .notNeeded ? 0 : 1
  }
}
