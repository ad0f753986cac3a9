/// How much a page tells.
public enum PageLength: String, CaseIterable, Hashable, Sendable, Codable {
  /// Long lists are cut, and say how many are left out.
  case brief
  /// Everything, however long.
  case full

  /// How many facts or cells are told one by one.
  var told: Int { self == .full ? Self.everything : 40 }
  /// How many lines there are about one thing.
  var lines: Int { self == .full ? Self.everything : 12 }
  /// How many keys of facts stand in one line.
  var keys: Int { self == .full ? Self.everything : 6 }

  /// More than there can be, and one more than that is still a number.
  private static let everything = Int.max / 2

  /// The texts with separators between them; where there are too many, the first ones and how many
  /// more there are.
  func list(_ texts: [String], _ separator: String, most limit: Int, _ noun: String = "") -> String
  {
    guard texts.count > limit + 1 else { return texts.joined(separator: separator) }
    let more = "\(texts.count - limit) more" + (noun.isEmpty ? "" : " \(noun)")
    return texts.prefix(limit).joined(separator: separator) + " and " + more
  }

  /// The lines; where there are too many, the first ones and a line that says how many more.
  func list(_ lines: [String], _ noun: String) -> [String] {
    guard lines.count > self.lines + 1 else { return lines }
    return lines.prefix(self.lines) + ["and \(lines.count - self.lines) more \(noun)"]
  }
}
