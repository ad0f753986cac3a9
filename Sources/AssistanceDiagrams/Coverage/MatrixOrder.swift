internal import CoverageAnalysis

/// The order of the rows and columns of a report, and what is counted in each.
struct MatrixOrder {
  /// What a row or a column says as a whole.
  struct Total: Hashable {
    /// In how many cells somebody is reported.
    let reported: Int
    /// In how many somebody could be: those where something is needed and could be seen.
    let possible: Int
    /// In how many nobody is reported.
    let gaps: Int
    /// In how many nothing is needed.
    let notNeeded: Int
    /// In how many the sources could not show anything.
    let unobservable: Int
    /// In how many somebody was reported before somebody left, if that was another number.
    var reportedBefore: Int?

    init(_ states: [CoverageState]) {
      reported = states.count { $0.isCovered }
      gaps = states.count { $0 == .nobody }
      notNeeded = states.count { $0 == .notNeeded }
      unobservable = states.count { $0 == .unobservable }
      possible = reported + gaps
    }

    /// Whether there is something to cover and nobody is reported anywhere.
    var isEmpty: Bool { reported == 0 && possible > 0 }
  }

  /// Rows under a heading.
  struct Section: Hashable {
    /// The family; `nil` where rows are not sorted by family.
    let name: String?
    /// The places of the rows in the report.
    let rows: [Int]
  }

  /// The rows in the order of the picture.
  let sections: [Section]
  /// The places of the rows in the report, in the order of the picture.
  var rows: [Int] { sections.flatMap(\.rows) }
  /// The places of the columns in the report, in the order of the picture.
  let columns: [Int]
  /// What each row says, by its place in the report.
  let rowTotals: [Total]
  /// What each column says, by its place in the report.
  let columnTotals: [Total]

  init(_ report: CoverageReport, _ sorting: CoverageSorting) {
    let (rowCount, columnCount) = (report.rows.count, report.columns.count)
    func states(row: Int) -> [CoverageState] {
      (0..<columnCount).map { report.states[report.index(row: row, column: $0)] }
    }
    func states(column: Int) -> [CoverageState] {
      (0..<rowCount).map { report.states[report.index(row: $0, column: column)] }
    }
    rowTotals = (0..<rowCount).map { Total(states(row: $0)) }
    columnTotals = (0..<columnCount).map { Total(states(column: $0)) }
    guard sorting != .graph else {
      columns = Array(0..<columnCount)
      sections = [Section(name: nil, rows: Array(0..<rowCount))]
      return
    }
    let byGaps = Self.sorted(columnTotals, patterns: columnTotals.map { _ in [] })
    columns = byGaps
    let rows = Self.sorted(
      rowTotals,
      patterns: (0..<rowCount).map { row in
        byGaps.map { Self.weight(report.states[report.index(row: row, column: $0)]) }
      }
    )
    let (totals, all) = (rowTotals, [Section(name: nil, rows: rows)])
    guard sorting == .families else {
      sections = all
      return
    }
    let families = CardGroup.families(report.rows, order: rows, in: report)
      .map { family in
        (family: family, gaps: family.members.map { totals[$0].gaps }.reduce(0, +))
      }
    let ranked = families.indices.sorted {
      families[$0].gaps == families[$1].gaps
        ? $0 < $1 : families[$0].gaps > families[$1].gaps
    }
    sections =
      families.count > 1
      ? ranked.map { Section(name: families[$0].family.name, rows: families[$0].family.members) }
      : all
  }

  /// Places by gaps, the most first, then by pattern, then as they were.
  private static func sorted(_ totals: [Total], patterns: [[Int]]) -> [Int] {
    totals.indices.sorted { left, right in
      let (first, second) = (totals[left], totals[right])
      if first.gaps != second.gaps { return first.gaps > second.gaps }
      if first.reported != second.reported { return first.reported < second.reported }
      if patterns[left] != patterns[right] {
        return patterns[right].lexicographicallyPrecedes(patterns[left])
      }
      return left < right
    }
  }

  private static func weight(_ state: CoverageState) -> Int {
    switch state {
    case .nobody: 0
    case .notNeeded: 1
    case .unobservable: 2
    case .unnamedOnly: 3
    case .one: 4
    case .several: 5
    }
  }
}
