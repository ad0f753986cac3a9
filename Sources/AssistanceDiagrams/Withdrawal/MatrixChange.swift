internal import CoverageAnalysis
internal import GraphCore

/// What changes in a drawn matrix if somebody leaves.
struct MatrixChange {
  /// A cell in which somebody is reported no longer.
  struct Cell: Hashable {
    /// How many are reported, or a sign, with everybody.
    let before: String
    /// How many are left, or a sign.
    let after: String
    /// How the cell stands without those who leave.
    let state: CoverageState
    /// Whether it stood otherwise before.
    let isFallen: Bool
    /// What changes, in the words of the report.
    let change: Withdrawal.Change?
  }

  /// How each cell stands without those who leave.
  let states: [CoverageState]
  /// The cells in which somebody is reported no longer, by their places.
  let cells: [Int: Cell]

  init(_ withdrawal: Withdrawal, in report: CoverageReport) {
    let rows = Dictionary(uniqueKeysWithValues: zip(report.rows, report.rows.indices))
    let columns = Dictionary(uniqueKeysWithValues: zip(report.columns, report.columns.indices))
    var states = report.states
    var cells: [Int: Cell] = [:]
    for change in withdrawal.touched {
      guard let row = rows[change.row], let column = columns[change.column] else { continue }
      let place = report.index(row: row, column: column)
      states[place] = change.after
      let before = change.leaving + change.remaining
      // Of a provider less by name, the number says so; where only facts are fewer, nothing is drawn.
      let (old, new) = (
        Self.sign(change.before, change.supplyBefore, before),
        Self.sign(change.after, change.supplyAfter, change.remaining)
      )
      guard old != new else { continue }
      cells[place] = Cell(
        before: old,
        after: new,
        state: change.after,
        isFallen: change.before != change.after,
        change: change
      )
    }
    (self.states, self.cells) = (states, cells)
  }

  private static func sign(
    _ state: CoverageState,
    _ named: Int,
    _ providers: [CoverageProvider]
  ) -> String {
    switch state {
    case .nobody: "○"
    case .unnamedOnly: "(x)"
    case .one: "1"
    case .several: String(named) + (named < Set(providers.map(\.id)).count ? "+" : "")
    case .unobservable, .notNeeded: state.sign
    }
  }

  /// What some cells say as a whole, with the number of before if it was another.
  func total(_ rows: [Int], _ columns: [Int], in report: CoverageReport) -> MatrixOrder.Total {
    let places = rows.flatMap { row in columns.map { report.index(row: row, column: $0) } }
    let before = MatrixOrder.Total(places.map { report.states[$0] })
    var after = MatrixOrder.Total(places.map { states[$0] })
    if before.reported != after.reported { after.reportedBefore = before.reported }
    return after
  }

  /// A cell of each manner of change that is drawn, with its words.
  func samples(isCollapsed: Bool) -> [(sample: Cell, phrase: String)] {
    guard !isCollapsed else { return [] }
    func sample(_ before: String, _ after: String, _ state: CoverageState, _ isFallen: Bool) -> Cell
    {
      Cell(before: before, after: after, state: state, isFallen: isFallen, change: nil)
    }
    let drawn = cells.values
    return [
      (sample("1", "○", .nobody, true), "falls to nobody"),
      (sample("2+", "(x)", .unnamedOnly, true), "is left to unnamed providers"),
      (sample("2", "1", .one, true), "is left to one provider"),
      (sample("3", "2", .several, false), "has fewer providers"),
    ].filter { entry in
      drawn.contains { $0.state == entry.0.state && $0.isFallen == entry.0.isFallen }
    }
  }
}

extension CoverageWords {
  /// How a cell stood and stands, who leaves, and who is left by which facts.
  func cell(_ changed: MatrixChange.Cell, row: Int, column: Int) -> String {
    guard let change = changed.change else { return cell(row: row, column: column) }
    var text = "\(rowName(row)) × \(columnName(column)): \(change.before.phrase)"
    text +=
      change.before == change.after ? ", fewer than before." : ", then \(change.after.phrase)."
    func names(_ providers: [CoverageProvider]) -> String {
      listed(providers.map { name($0.id) }, limit: 8)
    }
    if !change.leaving.isEmpty { text += " Leaves: \(names(change.leaving))." }
    if !change.remaining.isEmpty { text += " Is left: \(names(change.remaining))." }
    return text.shortened(to: 1500)
  }
}
