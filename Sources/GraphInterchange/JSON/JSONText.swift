internal import GraphCore

extension [UInt8] {
  private static let hexDigits: [UInt8] = Array("0123456789ABCDEF".utf8)

  /// Appends a JSON string.
  ///
  /// Besides what JSON demands, `<` and the line separators of JavaScript are escaped, so that
  /// the text may stand in a script element of a page, and the byte order mark, which Foundation
  /// drops at the start of a string.
  mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case ..<0x20, UInt8(ascii: "<"), 0x7F:
        append("\\u00")
        append(Self.hexDigits[Int(byte >> 4)])
        append(Self.hexDigits[Int(byte & 15)])
      case 0xA8 where ends(with: 0xE2, 0x80):
        removeLast(2)
        append("\\u2028")
      case 0xA9 where ends(with: 0xE2, 0x80):
        removeLast(2)
        append("\\u2029")
      case 0xBF where ends(with: 0xEF, 0xBB):
        removeLast(2)
        append("\\uFEFF")
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  mutating func append(json value: PropertyValue) {
    switch value {
    case .text(let text): append(quoted: text)
    case .texts(let texts):
      append("[")
      for (index, text) in texts.enumerated() {
        if index > 0 { append(",") }
        append(quoted: text)
      }
      append("]")
    case .integer(let number): append(String(number))
    case .decimal(let number):
      // JSON has no word for these; `types` tells them from texts.
      if number.isFinite { append(number.description) } else { append(quoted: number.plainText) }
    case .flag(let flag): if flag { append("true") } else { append("false") }
    case .date(let date): append(quoted: date.description)
    }
  }

  mutating func append(json source: SourceReference) {
    append("{\"document\":")
    append(quoted: source.document)
    switch source.locator {
    case nil: break
    case .lines(let range): append(range, as: ",\"lines\":")
    case .pages(let range): append(range, as: ",\"pages\":")
    case .rows(let range): append(range, as: ",\"rows\":")
    case .anchor(let name):
      append(",\"anchor\":")
      append(quoted: name)
    }
    if let section = source.section {
      append(",\"section\":")
      append(quoted: section)
    }
    append("}")
  }

  /// Whether the last two bytes are these: the start of a character of three.
  func ends(with first: UInt8, _ second: UInt8) -> Bool {
    count >= 2 && self[count - 2] == first && self[count - 1] == second
  }

  private mutating func append(_ range: ClosedRange<Int>, as name: String) {
    append(name)
    append("[")
    append(String(range.lowerBound))
    append(",")
    append(String(range.upperBound))
    append("]")
  }
}
