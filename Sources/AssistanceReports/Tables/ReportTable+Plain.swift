extension ReportTable {
  /// The table for a terminal: columns in line, long cells broken so that the width is kept.
  ///
  /// - Parameter width: The width to keep, in columns; `nil` never breaks a cell. Below what
  ///   the columns need at the least, the table is wider than asked.
  /// - Returns: Lines that end with a line feed, without blanks at their ends.
  public func plain(width: Int? = nil) -> String {
    let cells = rows.map { $0.map(\.printable) }
    let headings = headings.map(\.printable)
    let widths = columnWidths(headings, cells, width)
    var text = lines(headings, widths)
    text += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    for row in cells { text += lines(row, widths) }
    return text
  }

  private func lines(_ cells: [String], _ widths: [Int]) -> String {
    let parts = zip(cells, widths).map { $0.wrapped(to: $1) }
    return (0..<(parts.map(\.count).max() ?? 0)).map { index in
      line(parts.map { index < $0.count ? $0[index] : "" }, widths)
    }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let room = max(0, widths[index] - cell.displayWidth)
      let left =
        switch alignments[index] {
        case .left: 0
        case .right: room
        case .centre: room / 2
        }
      text += String(repeating: " ", count: left) + cell
      text += String(repeating: " ", count: room - left) + "  "
    }
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }

  /// Natural widths; if they are too wide, the widest columns are cut down step by step: first no
  /// column below its longest piece of a word, then, where that is not enough, below nothing.
  private func columnWidths(_ headings: [String], _ cells: [[String]], _ limit: Int?) -> [Int] {
    var widths = headings.map { max(1, $0.displayWidth) }
    var least = headings.map { min(max(1, $0.longestPiece), Self.longestWord) }
    for row in cells {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], cell.displayWidth)
        least[index] = max(least[index], min(cell.longestPiece, Self.longestWord))
      }
    }
    guard let limit else { return widths }
    let gaps = 2 * max(0, widths.count - 1)
    for floor in [least, widths.map { min($0, 8) }, widths.map { _ in 1 }] {
      while widths.reduce(gaps, +) > limit {
        let shrinkable = widths.indices.filter { widths[$0] > floor[$0] }
        guard let widest = shrinkable.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else {
          break
        }
        widths[widest] -= 1
      }
    }
    return widths
  }

  /// A longer piece of a word may be cut, so that one long key does not starve other columns.
  private static let longestWord = 24
}
