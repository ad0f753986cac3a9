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
  /// - Parameter width: The width to keep, in columns; `nil` breaks no line.
  /// - Returns: Lines that end with a line feed.
  public func plain(width: Int? = nil) -> String {
    func wrapped(_ text: String, indent: String = "", first: String = "") -> String {
      let text = text.printable
      guard let width else { return first + text + "\n" }
      let lines = text.wrapped(to: max(20, width - indent.count))
      return lines.enumerated().map { ($0 == 0 ? first : indent) + $1 + "\n" }.joined()
    }
    var text = wrapped(title)
    for part in parts {
      switch part {
      case .heading(let heading): text += "\n" + wrapped(heading)
      case .paragraph(let paragraph): text += wrapped(paragraph)
      case .list(let items):
        for item in items { text += wrapped(item, indent: "    ", first: "  - ") }
      case .table(let table): text += "\n" + table.plain(width: width)
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
      case .paragraph(let paragraph): text += "\n\(paragraph.escapedForMarkdown)\n"
      case .list(let items): text += "\n" + items.map { "- \($0.escapedForMarkdown)\n" }.joined()
      case .table(let table): text += "\n" + table.markdown()
      }
    }
    return text
  }
}
