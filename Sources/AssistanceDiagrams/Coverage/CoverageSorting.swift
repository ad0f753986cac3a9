/// How the rows and columns of a coverage diagram are ordered.
public enum CoverageSorting: String, Hashable, Sendable, CaseIterable {
  /// Those with the most gaps first; equals that are covered alike stand together.
  case gaps
  /// As the graph has them.
  case graph
  /// Rows of a family together under its name, the family with the most gaps first.
  case families
}
