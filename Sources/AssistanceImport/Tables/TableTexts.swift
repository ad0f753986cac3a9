internal import TabularText

/// The different texts of each column of a table, and which of them stands in which cell.
///
/// The same texts come again and again: what is worked out of one is worked out once.
struct TableTexts {
  /// What stands in a column: each text once, counted.
  struct Column {
    fileprivate(set) var texts = DistinctBytes()
    fileprivate(set) var counts: [Int] = []
  }

  /// The columns, from left to right.
  private(set) var columns: [Column]
  private let rows: TableRows
  /// For each cell of the table the number of its text in its column counted from 1; zero for an
  /// empty cell.
  private var numbers: [UInt32]

  /// Numbers the texts of the rows behind the heading.
  ///
  /// - Complexity: One pass over the bytes, and four bytes of memory for each cell.
  init(_ rows: TableRows, _ layout: TableLayout) {
    self.rows = rows
    columns = [Column](repeating: Column(), count: layout.width)
    numbers = [UInt32](repeating: 0, count: rows.table.fieldCount)
    let bytes = rows.table.bytes.span
    for row in layout.firstRow..<max(layout.firstRow, rows.count) {
      for column in 0..<min(layout.width, rows.cellCount(row)) {
        let content = rows.table.content(record: row - 1, column: column)
        guard !content.bounds.isEmpty,
          let field = rows.table.field(record: row - 1, column: column)
        else { continue }
        let number = columns[column].texts.number(
          of: content.bounds,
          in: bytes,
          isMarked: content.isEscaped
        )
        if number == columns[column].counts.count {
          columns[column].counts.append(1)
        } else {
          columns[column].counts[number] += 1
        }
        numbers[field] = UInt32(number + 1)
      }
    }
  }

  /// The number of a cell's text in its column, counted from 1; zero for an empty or missing cell.
  func number(_ row: Int, _ column: Int) -> Int {
    rows.table.field(record: row - 1, column: column).map { Int(numbers[$0]) } ?? 0
  }

  /// The text with a number, as written; empty for zero.
  func text(_ number: Int, ofColumn column: Int) -> String {
    guard number > 0 else { return "" }
    let texts = columns[column].texts
    return rows.table.text(
      of: CellContent(bounds: texts[number - 1], isEscaped: texts.isMarked(number - 1))
    )
  }
}
