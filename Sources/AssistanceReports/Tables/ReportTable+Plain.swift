extension ReportTable {
  /// The table for a terminal: columns in line, long cells broken so that the width is kept.
  ///
  /// - Parameter width: The width to keep, in columns; `nil` never breaks a cell. Below what
  ///   the columns need at the least, the table is wider than asked.
  /// - Returns: Lines that end with a line feed, without blanks at their ends.
  public func plain(width: Int? = nil) -> String {
    let cells = rows.map { $0.map(\.printable) }
    let widths = columnWidths(cells, width)
    var text = line(headings, widths)
    text += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    for row in cells {
      let parts = zip(row, widths).map { $0.wrapped(to: $1) }
      for index in 0..<(parts.map(\.count).max() ?? 0) {
        text += line(parts.map { index < $0.count ? $0[index] : "" }, widths)
      }
    }
    return text
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

  /// Natural widths; if they are too wide, the widest columns are cut down step by step, but no
  /// column below its longest piece of a word as long as there is another way.
  private func columnWidths(_ cells: [[String]], _ limit: Int?) -> [Int] {
    var widths = headings.map(\.displayWidth)
    var least = widths
    for row in cells {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], cell.displayWidth)
        let longest = cell.pieces.map(\.text.displayWidth).max() ?? 0
        least[index] = max(least[index], min(longest, 24))
      }
    }
    guard let limit else { return widths }
    let gaps = 2 * max(0, widths.count - 1)
    for floor in [least, headings.map { max(8, $0.displayWidth) }] {
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
}
