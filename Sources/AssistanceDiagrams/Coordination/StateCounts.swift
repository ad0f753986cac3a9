internal import CoverageAnalysis

/// How many cells of a row, a column or a family stand in each state.
struct StateCounts {
  private(set) var total = 0
  private var counts: [CoverageState: Int] = [:]

  /// Counts one cell.
  mutating func add(_ state: CoverageState) {
    total += 1
    counts[state, default: 0] += 1
  }

  subscript(state: CoverageState) -> Int { counts[state] ?? 0 }

  /// Cells where nobody is reported.
  var gaps: Int { self[.nobody] }

  /// Cells where somebody could be reported: something is needed, and the sources could show it.
  var countable: Int { total - self[.notNeeded] - self[.unobservable] }

  /// Whether there is something to cover and nobody is reported for any of it.
  var isSilent: Bool { gaps > 0 && gaps == countable }

  /// Whether nobody is reported for at least half of what there is to cover, but not for all of it.
  var isMostlySilent: Bool { gaps * 2 >= countable && gaps > 0 && !isSilent }
}
