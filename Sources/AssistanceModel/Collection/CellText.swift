internal import GraphCore

/// How values are written in the cells of a collection.
enum CellText {
  /// Several values in a cell: separated by a bar, a bar inside a value as `\|`.
  static func split(_ cell: String) -> [String] {
    // By scalars: a bar before a combining mark is a bar.
    guard cell.utf8.contains(UInt8(ascii: "|")) else {
      // Most cells begin and end with a letter, a digit or a sign of ASCII.
      if let first = cell.utf8.first, let last = cell.utf8.last, 33..<127 ~= first,
        33..<127 ~= last
      {
        return [cell]
      }
      let value = cell.trimmingSpaces()
      return value.isEmpty ? [] : [value]
    }
    guard cell.utf8.contains(UInt8(ascii: "\\")) else {
      return cell.utf8.split(separator: UInt8(ascii: "|")).compactMap { piece in
        var piece = piece.drop { $0 == 32 }
        while piece.last == 32 { piece.removeLast() }
        let value = String(Substring(piece)).trimmingSpaces()
        return value.isEmpty ? nil : value
      }
    }
    var values: [String] = []
    var value = String.UnicodeScalarView()
    var afterBackslash = false
    for scalar in cell.unicodeScalars {
      if scalar == "|", !afterBackslash {
        values.append(String(value).trimmingSpaces())
        value = .init()
      } else {
        if scalar == "|" { value.removeLast() }
        value.append(scalar)
      }
      afterBackslash = scalar == "\\"
    }
    values.append(String(value).trimmingSpaces())
    return values.filter { !$0.isEmpty }
  }

  static func joined(_ values: [String]) -> String {
    values.map { value in
      guard value.utf8.contains(UInt8(ascii: "|")) else { return value }
      var text = String.UnicodeScalarView()
      for scalar in value.unicodeScalars {
        if scalar == "|" { text.append("\\") }
        text.append(scalar)
      }
      return String(text)
    }
    .joined(separator: " | ")
  }

  /// A number for a sentence, a whole one without a fraction.
  static func number(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }

  static func text(of value: PropertyValue) -> String {
    switch value {
    case .text(let text): text
    case .texts(let texts): joined(texts)
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    }
  }

  /// Reads a cell as a type; `nil` if it is none.
  static func value(_ cell: String, as type: PropertyType) -> PropertyValue? {
    switch type {
    case .text: .text(cell)
    case .texts: .texts(split(cell))
    case .integer: Int(cell).map { .integer($0) }
    case .decimal: Double(cell).flatMap { $0.isFinite ? .decimal($0) : nil }
    case .flag:
      switch cell.lowercased() {
      case "yes", "true", "1": .flag(true)
      case "no", "false", "0": .flag(false)
      default: nil
      }
    case .date: PartialDate(cell).map { .date($0) }
    }
  }
}
