/// An answer as people read it: a title, sentences and tables.
public struct ReportPage: Hashable, Sendable {
  /// A part of a page.
  public enum Part: Hashable, Sendable {
    /// A heading.
    case heading(String)
    /// A paragraph.
    case paragraph(String)
    /// A list.
    case list([String])
    /// A table.
    case table(ReportTable)
    /// Things told one by one, each with its details.
    case entries([Entry])
  }

  /// A thing told in a line, with details below it.
  public struct Entry: Hashable, Sendable {
    /// The line.
    public let title: String
    /// What is told of it; empty details are left out.
    public let details: [String]

    /// Creates an entry.
    public init(_ title: String, _ details: [String]) {
      self.title = title
      self.details = details.filter { !$0.isEmpty }
    }
  }

  /// The title.
  public let title: String
  /// The parts, in order.
  public var parts: [Part]

  /// Creates a page.
  public init(_ title: String, _ parts: [Part] = []) {
    self.title = title
    self.parts = parts
  }

  /// The page for a terminal.
  ///
  /// - Parameters:
  ///   - width: The width to keep, in columns; `nil` breaks no line.
  ///   - emphasis: Whether the title and headings are bold, by the codes of terminals.
  /// - Returns: Lines that end with a line feed.
  public func plain(width: Int? = nil, emphasis: Bool = false) -> String {
    func wrapped(_ text: String, first: String = "", indent: String = "") -> String {
      let text = text.printable
      guard let width else { return first + text + "\n" }
      let lines = text.wrapped(to: max(20, width - indent.count))
      return lines.enumerated().map { ($0 == 0 ? first : indent) + $1 + "\n" }.joined()
    }
    func bold(_ text: String) -> String {
      guard emphasis else { return wrapped(text) }
      return wrapped(text).split(separator: "\n").map { "\u{1B}[1m\($0)\u{1B}[0m\n" }.joined()
    }
    var text = bold(title)
    for part in parts {
      switch part {
      case .heading(let heading): text += "\n" + bold(heading)
      case .paragraph(let paragraph): text += wrapped(paragraph)
      case .list(let items):
        for item in items { text += wrapped(item, first: "  - ", indent: "    ") }
      case .table(let table): text += "\n" + table.plain(width: width)
      case .entries(let entries):
        text += "\n"
        for entry in entries {
          // A number keeps its two blanks; what follows it is wrapped beside it.
          let number = entry.title.leadingNumber
          let blanks = String(repeating: " ", count: number.count)
          text += wrapped(
            String(entry.title.dropFirst(number.count)),
            first: number,
            indent: number.isEmpty ? "  " : blanks
          )
          for detail in entry.details { text += wrapped(detail, first: "    ", indent: "      ") }
        }
      }
    }
    return text
  }

  /// The page in Markdown.
  public func markdown() -> String {
    var text = "# \(title.escapedForMarkdown)\n"
    for part in parts {
      switch part {
      case .heading(let heading): text += "\n## \(heading.escapedForMarkdown)\n"
      case .paragraph(let paragraph): text += "\n\(paragraph.escapedAsMarkdownLine)\n"
      case .list(let items): text += "\n" + items.map { "- \($0.escapedAsMarkdownLine)\n" }.joined()
      case .table(let table): text += "\n" + table.markdown()
      case .entries(let entries):
        text += "\n"
        for entry in entries {
          text += "- **\(entry.title.escapedForMarkdown)**\n"
          text += entry.details.map { "  - \($0.escapedAsMarkdownLine)\n" }.joined()
        }
      }
    }
    return text
  }
}

extension String {
  /// The digits and the two blanks that a numbered line begins with; empty for another line.
  fileprivate var leadingNumber: String {
    let digits = prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, dropFirst(digits.count).hasPrefix("  ") else { return "" }
    return digits + "  "
  }
}
