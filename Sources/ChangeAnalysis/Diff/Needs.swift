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
    // Without needs one provider is enough everywhere, which the states say already.
    guard before.hasNeeds || after.hasNeeds else { return nil }
    switch (before.deficit(of: cell), after.deficit(of: other)) {
    case (0, 1...): return .fellShort
    case (1..., 0): return .becameSufficient
    default: return nil
    }
  }
}
