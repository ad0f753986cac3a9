internal import AssistanceModel
internal import GraphCore

/// The marks of a question by place, so that a cell finds its first one in constant time.
struct CoverageMarks {
  private var everywhere: Int?
  private var rows: [Int: Int] = [:]
  private var columns: [Int: Int] = [:]
  private var cells: [SIMD2<Int>: Int] = [:]
  private let marks: [QuestionDefaults.Mark]

  /// Places marks; one that names a node outside the matrix, or that a basis lifts, matches nothing.
  init(
    _ marks: [QuestionDefaults.Mark],
    counting bases: Set<Basis>,
    rows rowAxis: CoverageAxis,
    columns columnAxis: CoverageAxis,
    in graph: AssistanceGraph
  ) {
    self.marks = marks
    for (index, mark) in marks.enumerated() where mark.unless.isDisjoint(with: bases) {
      let row = mark.row.map { rowAxis.place(of: $0, in: graph) }
      let column = mark.column.map { columnAxis.place(of: $0, in: graph) }
      switch (row, column) {
      case (nil, nil): everywhere = everywhere ?? index
      case (let row??, nil): rows[row] = rows[row] ?? index
      case (nil, let column??): columns[column] = columns[column] ?? index
      case (let row??, let column??):
        let cell = SIMD2(row, column)
        cells[cell] = cells[cell] ?? index
      case (.some(nil), _), (_, .some(nil)): continue
      }
    }
  }

  /// The reason of the first mark on a cell, or `nil` if it is not marked.
  func reason(row: Int, column: Int) -> String? {
    guard !marks.isEmpty else { return nil }
    let found = [everywhere, rows[row], columns[column], cells[SIMD2(row, column)]]
    return found.compactMap(\.self).min().map { marks[$0].reason }
  }
}
