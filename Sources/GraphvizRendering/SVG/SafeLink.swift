internal import DOTFormat

/// A link that may stand in a picture: to a web page, to write a letter, or within the document.
struct SafeLink: Hashable {
  /// The address, in ASCII, without blanks, quotes or angle brackets.
  let address: String

  /// Judges an address; `nil` for one that may run a program or read a file.
  ///
  /// Browsers skip control characters and blanks when they look for the scheme, so they are taken
  /// out before it is judged.
  ///
  /// - Parameters:
  ///   - text: The address, its references resolved.
  ///   - keepsEscapes: Whether `\N` and its like stay, for Graphviz to put a name there.
  init?(_ text: String, keepsEscapes: Bool = false) {
    var characters = text.unicodeScalars.filter { !Self.isSkipped($0) }[...]
    while characters.first == " " { characters = characters.dropFirst() }
    while characters.last == " " { characters = characters.dropLast() }
    let judged = String(String.UnicodeScalarView(characters.filter { $0 != " " }))
    guard DOTIdentifier.isSafeLink(judged) else { return nil }
    address = Self.encoded(String(String.UnicodeScalarView(characters)), keepsEscapes: keepsEscapes)
  }

  /// Whether every character of an address stands for itself, save for escapes of Graphviz.
  static func isPlain(_ text: String) -> Bool {
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if isPlain(byte) { continue }
      guard byte == UInt8(ascii: "\\"), let next = rest.first, isEscape(next) else { return false }
    }
    return true
  }

  /// Whether a character is not seen: a control, a mark of direction, a space without width.
  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar == "\u{FFFD}"
    }
  }

  private static func encoded(_ text: String, keepsEscapes: Bool) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if isPlain(byte) {
        bytes.append(byte)
      } else if keepsEscapes, byte == UInt8(ascii: "\\"), let next = rest.first, isEscape(next) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a backslash before a letter stands for the name of something in the drawing.
  private static func isEscape(_ letter: UInt8) -> Bool { "NGTHEL".utf8.contains(letter) }

  /// Whether a byte of an address stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x41 + value - 10
  }
}
