internal import GraphCore

/// Reads the dates of other tools.
enum DateText {
  /// A date, a date with a time of day, or a year written as a number: `2004`, `2004.0`.
  static func date(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    if let time = text.utf8.firstIndex(where: { $0 == UInt8(ascii: "T") || $0 == 0x20 }) {
      return PartialDate(String(text[..<time]))
    }
    guard text.hasSuffix(".0") else { return nil }
    return PartialDate(String(text.dropLast(2)))
  }

  /// The span of the first interval of Gephi's `<[2004.0, 2006.0]>`; `nil` if it is none.
  static func span(_ text: String) -> (from: PartialDate?, until: PartialDate?)? {
    let marks = "<>[]() \t"
    let parts = text.split(separator: ";").first.map {
      $0.split(separator: ",").map { part in String(part.filter { !marks.contains($0) }) }
    }
    guard let parts, let first = parts.first, !first.isEmpty else { return nil }
    let from = date(first)
    let until = parts.count > 1 ? date(parts[1]) : from
    guard from != nil || until != nil else { return nil }
    return (from, until)
  }
}
