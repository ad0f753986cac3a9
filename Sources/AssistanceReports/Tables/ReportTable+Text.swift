internal import TabularText

extension ReportTable {
  /// The table as comma-separated text (RFC 4180), for a spreadsheet.
  public func csv() -> String {
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(headings)
    for row in rows { writer.append(row) }
    return writer.text
  }

  /// The table in Markdown, for a report.
  public func markdown() -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map(\.escapedForMarkdown).joined(separator: " | ") + " |\n"
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
}

extension String {
  /// The text with everything that Markdown or HTML would read as markup made plain.
  var escapedForMarkdown: String {
    var text = ""
    for character in printable {
      if "\\|`*_[]<>".contains(character) { text.append("\\") }
      text.append(character == "&" ? "&amp;" : String(character))
    }
    return text
  }

  /// The text for the beginning of a line, where Markdown would also read headings and lists.
  var escapedAsMarkdownLine: String {
    let text = escapedForMarkdown
    let digits = text.prefix { $0.isWholeNumber }
    let rest = text.dropFirst(digits.count)
    if !digits.isEmpty, digits.count < 10, rest.hasPrefix(".") || rest.hasPrefix(")") {
      return digits + "\\" + rest
    }
    return "#-+=~".contains(text.prefix(1)) && !text.isEmpty ? "\\" + text : text
  }
}
