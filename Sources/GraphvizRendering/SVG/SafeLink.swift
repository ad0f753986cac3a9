/// A link that may stand in a picture: to a web page, to write a letter, or within the document.
struct SafeLink: Hashable {
  /// The address, in ASCII, without blanks, quotes or angle brackets.
  let address: String

  /// Judges an address; `nil` for one that may run a program or read a file.
  ///
  /// Browsers skip control characters and blanks when they look for the scheme, so they are taken
  /// out before it is judged.
  init?(_ text: String) {
    var characters = text.unicodeScalars.filter { !Self.isSkipped($0) }[...]
    while characters.first == " " { characters = characters.dropFirst() }
    while characters.last == " " { characters = characters.dropLast() }
    guard Self.isAllowed(String(String.UnicodeScalarView(characters.filter { $0 != " " }))) else {
      return nil
    }
    address = Self.encoded(String(String.UnicodeScalarView(characters)))
  }

  private static let schemes: Set<String> = ["http", "https", "mailto"]

  private static func isAllowed(_ text: String) -> Bool {
    if text.hasPrefix("#") { return text.utf8.count > 1 }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return schemes.contains(text[..<colon].lowercased())
  }

  /// Whether a character is not seen: a control, a mark of direction, a space without width.
  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar == "\u{FFFD}"
    }
  }

  private static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte of an address stands for itself.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x41 + value - 10
  }
}
