/// Where a statement comes from: a document, its section, and the lines, pages or rows.
///
/// Written as text, `000 l.91 § Capacity building` names document `000`, line 91 and a section.
public struct SourceReference: Hashable, Sendable {
  /// A place inside a document.
  public enum Locator: Hashable, Sendable {
    /// Lines of a text, counted from 1.
    case lines(ClosedRange<Int>)
    /// Pages, counted from 1.
    case pages(ClosedRange<Int>)
    /// Rows of a table, counted from 1.
    case rows(ClosedRange<Int>)
    /// A name inside the document, such as an activity's identifier.
    case anchor(String)
  }

  /// The key of the document.
  public let document: String
  /// The section's title, if known.
  public let section: String?
  /// The place in the document, if known.
  public let locator: Locator?

  /// Creates a reference.
  public init(document: String, section: String? = nil, locator: Locator? = nil) {
    self.document = document
    self.section = section
    self.locator = locator
  }

  /// Reads the written form, or gives `nil` if the document or the locator is malformed.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "§", maxSplits: 1, omittingEmptySubsequences: false)
    let words = halves[0].split(separator: " ", omittingEmptySubsequences: true)
    guard let document = words.first, words.count <= 2 else { return nil }
    self.document = String(document)
    if words.count == 2 {
      guard let locator = Locator(words[1]) else { return nil }
      self.locator = locator
    } else {
      locator = nil
    }
    if halves.count == 2 {
      let section = String(halves[1]).trimmingSpaces()
      guard !section.isEmpty else { return nil }
      self.section = section
    } else {
      section = nil
    }
  }
}

extension SourceReference: CustomStringConvertible {
  /// The reference in its written form, which reads back to an equal one.
  public var description: String {
    var text = document
    if let locator { text += " \(locator)" }
    if let section { text += " § \(section)" }
    return text
  }
}

extension SourceReference.Locator: CustomStringConvertible {
  /// The place in its written form: `l.3-7`, `p.12`, `r.5` or `#name`.
  public var description: String {
    switch self {
    case .lines(let range): "l.\(Self.text(range))"
    case .pages(let range): "p.\(Self.text(range))"
    case .rows(let range): "r.\(Self.text(range))"
    case .anchor(let name): "#\(name)"
    }
  }

  /// Reads `l.3`, `l.3-7`, `p.12`, `r.5` or `#name`.
  init?(_ text: some StringProtocol) {
    if text.hasPrefix("#") {
      guard text.utf8.count > 1 else { return nil }
      self = .anchor(String(text.dropFirst()))
      return
    }
    guard let range = Self.range(text.dropFirst(2)) else { return nil }
    switch text.prefix(2) {
    case "l.": self = .lines(range)
    case "p.": self = .pages(range)
    case "r.": self = .rows(range)
    default: return nil
    }
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  private static func range(_ text: some StringProtocol) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let first = Int32(ends[0]), let last = Int32(ends[ends.count - 1]), first >= 1, first <= last
    else { return nil }
    return Int(first)...Int(last)
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at either end.
  package func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }) else { return "" }
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[first...last])
  }
}
