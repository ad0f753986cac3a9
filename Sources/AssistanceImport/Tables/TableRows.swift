internal import GraphCore
internal import TabularText

/// The rows of a foreign table as a spreadsheet counts them, the heading included.
struct TableRows {
  let table: CSVTable
  /// The character between cells.
  let separator: Unicode.Scalar

  /// Cells beyond this many are in no spreadsheet.
  static let columnLimit = 16_384

  init(_ bytes: [UInt8]) {
    separator = Self.separator(of: bytes)
    table = CSVTable(bytes, separator: separator)
  }

  /// How many rows there are; blank lines are none.
  var count: Int { table.header.isEmpty ? 0 : table.recordCount + 1 }

  func cellCount(_ row: Int) -> Int {
    row == 0 ? table.header.count : table.columnCount(ofRecord: row - 1)
  }

  /// A cell without white space at its ends.
  func text(_ row: Int, _ column: Int) -> String {
    guard row > 0 else { return column < table.header.count ? table.header[column] : "" }
    return table.text(record: row - 1, column: column).trimmed
  }

  /// The cells of a row, trimmed.
  func cells(_ row: Int) -> [String] { (0..<cellCount(row)).map { text(row, $0) } }

  /// How many bytes the longest cell of a row has.
  func longestCell(_ row: Int) -> Int {
    if row == 0 { return table.header.map(\.utf8.count).max() ?? 0 }
    return (0..<cellCount(row))
      .map { table.content(record: row - 1, column: $0).bounds.count }.max() ?? 0
  }

  /// Whether something stands in a cell of a row from a column on.
  func hasText(_ row: Int, from first: Int = 0) -> Bool {
    let columns = first..<max(first, cellCount(row))
    guard row > 0 else { return columns.contains { !text(row, $0).isEmpty } }
    return columns.contains { column in
      let content = table.bytes[table.content(record: row - 1, column: column).bounds]
      return content.contains { 33...126 ~= $0 } || !text(row, column).isEmpty
    }
  }

  /// The line of a row in the file.
  func line(_ row: Int) -> Int { row == 0 ? headLine : table.line(ofRecord: row - 1) }

  private var headLine: Int { table.header.isEmpty ? 1 : table.place(headerColumn: 0).line }

  /// The line and column of a cell.
  func place(_ row: Int, _ column: Int) -> (line: Int, column: Int) {
    row == 0
      ? table.place(headerColumn: column) : table.place(record: row - 1, column: column)
  }

  /// Where a row lies without its line end, for telling repeated rows.
  func place(ofRow row: Int) -> Range<Int> {
    let bytes = row > 0 ? table.bytes(ofRecord: row - 1) : table.preamble
    let end = bytes.lastIndex { $0 != 10 && $0 != 13 }.map { $0 + 1 } ?? bytes.startIndex
    return bytes.startIndex..<end
  }

  /// For each row its number in a spreadsheet, counted from 1: blank lines are rows there, and a
  /// cell of several lines is one.
  func numbers() -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    var number = 1 + blankLines(table.bytes[0..<leadingEnd])
    for row in 0..<count {
      numbers.append(number)
      number += 1
      if row > 0 { number += blankLines(table.gap(afterRecord: row - 1)) }
      if row == 0, count > 1 { number += table.preamble.isEmpty ? 0 : trailingBlankLines }
    }
    return numbers
  }

  /// Where the first line with text begins.
  private var leadingEnd: Int {
    table.bytes.firstIndex { $0 != 10 && $0 != 13 } ?? table.bytes.count
  }

  /// The blank lines between the first row and the second one.
  private var trailingBlankLines: Int {
    var tail: [UInt8] = []
    for byte in table.preamble.reversed() {
      guard byte == 10 || byte == 13 else { break }
      tail.append(byte)
    }
    return max(0, blankLines(tail.reversed()[...]) - 1)
  }

  private func blankLines(_ bytes: ArraySlice<UInt8>) -> Int {
    var (count, last): (Int, UInt8) = (0, 0)
    for byte in bytes where byte == 10 || byte == 13 {
      if !(byte == 10 && last == 13) { count += 1 }
      last = byte
    }
    return count
  }

  // MARK: Separators

  /// The character that divides most rows into most cells: a comma, a semicolon, a tab or a bar.
  private static func separator(of bytes: [UInt8]) -> Unicode.Scalar {
    var sample = Array(bytes.prefix(65_536))
    if sample.count < bytes.count, let end = sample.lastIndex(where: { $0 == 10 || $0 == 13 }) {
      sample.removeSubrange(end...)
    }
    var best: (separator: Unicode.Scalar, cells: Int) = (",", 1)
    let hasCommas = CSVTable(sample, separator: ",").header.count > 1
    for separator in [",", ";", "\t", "|"] as [Unicode.Scalar] {
      let table = CSVTable(sample, separator: separator)
      // What cuts through quoted cells, or does not divide the heading, stands inside cells.
      let isTorn = table.faults.contains {
        $0.problem == .textAfterQuote || $0.problem == .strayQuote
      }
      if separator != ",", isTorn || hasCommas && table.header.count == 1 { continue }
      var counts = (0..<min(table.recordCount, 200)).map { table.columnCount(ofRecord: $0) }
      counts.append(table.header.count)
      counts.sort()
      let middle = counts[counts.count / 2]
      if middle > best.cells { best = (separator, middle) }
    }
    return best.separator
  }
}
