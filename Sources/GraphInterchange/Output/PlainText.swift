internal import GraphCore

extension PropertyValue {
  /// The value as the text of one cell or attribute.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joinedWithBars()
    case .integer(let number): String(number)
    case .decimal(let number): number.plainText
    case .flag(let flag): flag ? "true" : "false"
    case .date(let date): date.description
    }
  }
}

extension Double {
  /// The shortest text that reads back as the same number, in the words that XML, JSON readers,
  /// C, Java and Python share for what is no finite number.
  var plainText: String {
    if isFinite { return description }
    if isNaN { return "NaN" }
    return self < 0 ? "-Infinity" : "Infinity"
  }
}

extension [SourceReference] {
  /// The references in their written form, separated by bars.
  var plainText: String { map(\.description).joinedWithBars() }
}

extension [String] {
  /// The texts separated by ` | `, a bar inside a text as `\|`: the form of a collection's cells.
  func joinedWithBars() -> String {
    map {
      $0.utf8.contains(UInt8(ascii: "|"))
        ? $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : $0
    }
    .joined(separator: " | ")
  }
}

extension Node {
  /// What people call the node: its name, or its key if it has none.
  var label: String {
    guard case .text(let name) = property("name"), !name.isEmpty else { return id.rawValue }
    return name
  }
}

extension [UInt8] {
  mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }
}
