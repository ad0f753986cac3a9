/// Writes XML, each element on a line of its own.
struct SVGWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes text in which nothing is special.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes the content of an element.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case 0x0D: raw("&#13;")
      default: bytes.append(byte)
      }
    }
  }

  /// Writes an attribute.
  mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case 0x09, 0x0A, 0x0D: raw("&#\(byte);")
      default: bytes.append(byte)
      }
    }
    raw("\"")
  }

  /// Writes an element that holds only text.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    raw("<\(name)")
    for (name, value) in attributes { attribute(name, value) }
    raw(">")
    self.text(text)
    raw("</\(name)>\n")
  }
}
