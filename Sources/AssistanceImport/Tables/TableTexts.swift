internal import TabularText

/// The different texts of each column of a table, and which of them stands in which cell.
///
/// The same texts come again and again: what is worked out of one is worked out once.
///
/// A class, so that a look at one cell copies nothing; it never changes.
final class TableTexts: Sendable {
  /// What stands in a column: each text once, counted.
  struct Column: Sendable {
    fileprivate(set) var texts = DistinctBytes()
    fileprivate(set) var counts: [Int] = []
  }

  /// The columns, from left to right.
  let columns: [Column]
  private let table: CSVTable
  /// For each cell of the table the number of its text in its column counted from 1; zero for an
  /// empty cell.
  private let numbers: [UInt32]

  /// Numbers the texts of the rows behind the heading.
  ///
  /// - Complexity: One pass over the bytes, and four bytes of memory for each cell.
  init(_ rows: TableRows, _ layout: TableLayout) {
    let table = rows.table
    var columns = [Column](repeating: Column(), count: layout.width)
    var numbers = [UInt32](repeating: 0, count: table.fieldCount)
    let bytes = table.bytes.span
    for record in layout.firstRow - 1..<max(layout.firstRow - 1, table.recordCount) {
      for column in 0..<min(layout.width, table.columnCount(ofRecord: record)) {
        let content = table.content(record: record, column: column)
        guard !content.bounds.isEmpty, let field = table.field(record: record, column: column)
        else { continue }
        numbers[field] = columns[column].count(content, in: bytes)
      }
    }
    self.table = table
    self.columns = columns
    self.numbers = numbers
  }

  /// The number of a cell's text in its column, counted from 1; zero for an empty or missing cell.
  func number(_ row: Int, _ column: Int) -> Int {
    table.field(record: row - 1, column: column).map { Int(numbers[$0]) } ?? 0
  }

  /// No cell of a spreadsheet holds more bytes: 32,767 characters of four bytes.
  static let longest = 131_068

  /// How many bytes the text with a number has.
  func length(_ number: Int, ofColumn column: Int) -> Int {
    number > 0 ? columns[column].texts[number - 1].count : 0
  }

  /// The text with a number, as written; empty for zero.
  func text(_ number: Int, ofColumn column: Int) -> String {
    guard number > 0 else { return "" }
    let texts = columns[column].texts
    return table.text(
      of: CellContent(bounds: texts[number - 1], isEscaped: texts.isMarked(number - 1))
    )
  }
}

extension TableTexts.Column {
  /// Counts a text and gives its number, counted from 1.
  fileprivate mutating func count(_ content: CellContent, in bytes: Span<UInt8>) -> UInt32 {
    let number = texts.number(of: content.bounds, in: bytes, isMarked: content.isEscaped)
    if number == counts.count {
      counts.append(1)
    } else {
      counts[number] += 1
    }
    return UInt32(number + 1)
  }
}
