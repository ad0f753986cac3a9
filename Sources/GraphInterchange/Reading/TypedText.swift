internal import GraphCore

/// Reads values from text, by the words that formats have for their types.
enum TypedText {
  /// The type that a word of GraphML, GEXF or Neo4j names; `nil` for an unknown word.
  static func type(named word: String) -> PropertyType? {
    switch word.lowercased() {
    case "string", "char", "anyuri", "text": .text
    case "int", "integer", "long", "short", "byte", "biginteger": .integer
    case "float", "double", "bigdecimal": .decimal
    case "boolean", "bool": .flag
    case "date": .date
    case let word where word.hasPrefix("list") || word.hasSuffix("[]"): .texts
    default: nil
    }
  }

  /// The value that a text stands for; `nil` if it stands for none of this type.
  static func value(_ text: String, as type: PropertyType) -> PropertyValue? {
    switch type {
    case .text: .text(text)
    case .integer: integer(text.trimmingSpaces()).map { .integer($0) }
    case .decimal: decimal(text.trimmingSpaces()).map { .decimal($0) }
    case .flag: flag(text.trimmingSpaces().lowercased()).map { .flag($0) }
    case .date: PartialDate(text.trimmingSpaces()).map { .date($0) }
    case .texts: .texts(list(text))
    }
  }

  /// The value that reads back as exactly this text, a number or a date rather than a text.
  static func inferred(_ text: String) -> PropertyValue {
    guard let first = text.utf8.first, text.utf8.count <= 32 else { return .text(text) }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      if let number = Int(text), String(number) == text { return .integer(number) }
      if let number = decimal(text), number.plainText == text { return .decimal(number) }
      if let date = PartialDate(text), date.description == text { return .date(date) }
      return .text(text)
    case UInt8(ascii: "t") where text == "true": return .flag(true)
    case UInt8(ascii: "f") where text == "false": return .flag(false)
    case UInt8(ascii: "N") where text == "NaN": return .decimal(.nan)
    case UInt8(ascii: "I") where text == "Infinity": return .decimal(.infinity)
    default: return .text(text)
    }
  }

  /// The parts of a list: `[a, b]` as Gephi writes it, or separated by bars, semicolons or commas.
  static func list(_ text: String) -> [String] {
    let text = text.trimmingSpaces()
    guard !text.isEmpty else { return [] }
    if text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count >= 2 {
      let inside = String(text.dropFirst().dropLast())
      return inside.trimmingSpaces().isEmpty ? [] : parts(inside, ",")
    }
    for separator in ["|", ";", ","] as [Unicode.Scalar]
    where text.unicodeScalars.contains(separator) {
      return parts(text, separator)
    }
    return [text]
  }

  /// The parts between separators outside quotes, trimmed and without their quotes.
  static func parts(_ text: String, _ separator: Unicode.Scalar) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    func close() {
      var text = String(part).trimmingSpaces()
      for mark in ["\"", "'"]
      where text.utf8.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
        text = String(text.dropFirst().dropLast())
      }
      parts.append(text)
      part = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        quote = quote == nil ? scalar : nil
        part.append(scalar)
      } else if scalar == separator, quote == nil {
        close()
      } else {
        part.append(scalar)
      }
    }
    close()
    return parts
  }

  private static func integer(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    // Some tools write whole numbers with a fraction.
    return decimal(text).flatMap { Int(exactly: $0) }
  }

  private static func decimal(_ text: String) -> Double? {
    switch text.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan": return .nan
    default:
      // The library also reads hexadecimal numbers and other words.
      let marks = "+-.eE".utf8
      guard text.utf8.allSatisfy({ (48...57).contains($0) || marks.contains($0) }) else {
        return nil
      }
      return Double(text)
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}
