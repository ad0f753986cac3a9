extension [UInt8] {
  /// Appends text for the content of an element.
  ///
  /// Characters that XML 1.0 cannot hold become U+FFFD. A carriage return becomes a reference, or
  /// a reader would change it; LF and tab do not, since Gephi drops white space written so.
  mutating func append(xml text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case 0x09, 0x0A: append(byte)
      case 0x0D: append("&#13;")
      case ..<0x20: append("\u{FFFD}")
      // U+FFFE and U+FFFF differ from U+FFFD in the last byte only.
      case 0xBE, 0xBF: append(ends(with: 0xEF, 0xBF) ? 0xBD : byte)
      default: append(byte)
      }
    }
  }
}
