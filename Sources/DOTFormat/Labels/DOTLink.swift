extension DOTIdentifier {
  /// Makes a link that is safe to follow from a drawing.
  ///
  /// Only `http`, `https`, `mailto` and a `#fragment` are links; a script, a file or data is none.
  /// What a URL cannot hold is percent-encoded; what is percent-encoded already stays so. Graphviz 2.42
  /// copies a link to SVG as it is, therefore `&` is written as `&amp;`.
  ///
  ///     DOTIdentifier.url("https://example.org/?a=1&b=2")  // https://example.org/?a=1&amp;b=2
  ///     DOTIdentifier.url("javascript:alert(1)")  // nil
  ///
  /// A cell of an ``HTMLTable`` takes the link itself as `HREF`, without this.
  ///
  /// - Parameter text: The link.
  /// - Returns: The value for `URL` or `href`, or `nil` if the text is no such link.
  public static func url(_ text: String) -> DOTIdentifier? {
    guard isSafeLink(text) else { return nil }
    var result = ""
    var hasFragment = false
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "#") where !hasFragment:
        hasFragment = true
        result += "#"
      case UInt8(ascii: "%") where isEscape(bytes, at: place): result += "%"
      case _ where staysInLink(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return .text(result)
  }

  /// Whether a text is a link to the web, to a mail address, or within the drawing.
  package static func isSafeLink(_ text: String) -> Bool {
    if text.utf8.first == UInt8(ascii: "#") { return text.utf8.count > 1 }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = text.utf8[text.utf8.index(after: colon)...]
    switch text[..<colon].lowercased() {
    case "mailto": return !rest.isEmpty
    case "http", "https":
      guard rest.starts(with: "//".utf8) else { return false }
      guard let first = rest.dropFirst(2).first else { return false }
      return !"/?#:\\".utf8.contains(first)
    default: return false
    }
  }

  private static func isEscape(_ bytes: [UInt8], at place: Int) -> Bool {
    guard place + 2 < bytes.count else { return false }
    return bytes[(place + 1)...(place + 2)].allSatisfy {
      Character(Unicode.Scalar($0)).isHexDigit
    }
  }

  private static func staysInLink(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~:/?[]@!$()*+,;=".utf8.contains(byte)
    }
  }
}
