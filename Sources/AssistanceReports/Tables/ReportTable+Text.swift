internal import TabularText

extension ReportTable {
  /// The table as comma-separated text (RFC 4180), for a spreadsheet.
  public func csv() -> String {
    var writer = CSVWriter()
    writer.append(headings)
    for row in rows { writer.append(row) }
    return writer.text
  }

  /// The table in Markdown, for a report.
  public func markdown() -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map(Self.escaped).joined(separator: " | ") + " |\n"
    }
    let rule = alignments.map { alignment in
      switch alignment {
      case .left: "---"
      case .right: "--:"
      case .centre: ":-:"
      }
    }
    return line(headings) + "| " + rule.joined(separator: " | ") + " |\n"
      + rows.map(line).joined()
  }

  /// The cell with everything that Markdown or HTML would read as markup made plain.
  private static func escaped(_ cell: String) -> String {
    var text = ""
    for character in cell.printable {
      if "\\|`*_[]<>".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }
}
