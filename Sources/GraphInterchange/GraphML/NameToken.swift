/// The words that GraphML allows as identities and as names of attributes (`xs:NMTOKEN`).
enum NameToken {
  /// A token for a text: the text itself where it is one already.
  ///
  /// A character that a token cannot hold becomes `_x` with its number in hexadecimal and `_`, as
  /// do the underscore of `_x` in the text, and `_x_` stands for the empty text: different texts
  /// have different tokens.
  static func encoding(_ text: String) -> String {
    guard !text.isEmpty else { return "_x_" }
    // Most texts are tokens, and a look at the bytes shows it.
    if text.utf8.allSatisfy({ isPlain($0) }) { return text }
    var token = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if isAllowed(scalar), !(scalar == "_" && scalars.first == "x") {
        token.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        token += "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
      }
    }
    return token
  }

  /// Whether the byte stands for itself wherever it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Whether a token may hold the character, under every edition of XML 1.0.
  ///
  /// The fifth edition allows far more, but validators of XML Schema keep the tables of the
  /// fourth. These are its ASCII characters and its long runs of letters and digits: Latin, Greek,
  /// Cyrillic, Hebrew, Arabic, Devanagari, Thai, kana, Han and Hangul.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6,
      0xF8...0x131, 0x14A...0x17E, 0x300...0x345, 0x38E...0x3A1, 0x3A3...0x3CE, 0x401...0x40C,
      0x40E...0x44F, 0x451...0x45C, 0x45E...0x481, 0x490...0x4C4, 0x5D0...0x5EA, 0x621...0x63A,
      0x640...0x652, 0x660...0x669, 0x670...0x6B7, 0x6BA...0x6BE, 0x6C0...0x6CE, 0x6F0...0x6F9,
      0x905...0x939, 0x93C...0x94D, 0x966...0x96F, 0xE01...0xE2E, 0x1E00...0x1E9B,
      0x1EA0...0x1EF9, 0x3041...0x3094, 0x30A1...0x30FA, 0x4E00...0x9FA5, 0xAC00...0xD7A3:
      true
    default: false
    }
  }
}
