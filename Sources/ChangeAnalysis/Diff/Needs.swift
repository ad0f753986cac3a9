internal import CoverageAnalysis

/// What needs say of a cell on two sides.
enum Needs {
  /// Whether a cell fell short of what is required, or came to meet it; `nil` if neither.
  static func sufficiency(
    _ before: CoverageReport,
    _ cell: Int,
    _ after: CoverageReport,
    _ other: Int
  ) -> CellChange.Sufficiency? {
    nil
  }
}
