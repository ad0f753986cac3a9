internal import Foundation

/// Text of foreign files as nodes may carry it.
enum CleanText {
  /// The text in composed form, with single blanks inside and none at the ends.
  ///
  /// Control characters go, and so do signs without width that turn or join what they stand in.
  static func name(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    let words = text.unicodeScalars.lazy.filter { !isInvisible($0) }
      .split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String(String.UnicodeScalarView($0)) }
    return words.joined(separator: " ").precomposedStringWithCanonicalMapping
  }

  /// Whether a character is not seen but makes equal names differ, or turns what follows around.
  ///
  /// The joiners of Persian and Indic scripts are letters to those who write them, and stay.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x2060, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether nothing has to be cleaned, for sure: most texts are such.
  ///
  /// Characters below U+0300 neither join nor change places, so that a text of them is in composed
  /// form.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 32
    for byte in text.utf8 {
      switch byte {
      case 32 where last != 32: break
      case 33...126, 0xC2...0xCB: break
      // A blank or a control character begins with 0xC2.
      case 0x80...0xA0 where last != 0xC2: break
      case 0xA1...0xBF: break
      default: return false
      }
      last = byte
    }
    return last != 32 || text.isEmpty
  }

  /// Whether a spreadsheet would take the text for a formula.
  ///
  /// A sign before a number or a lone sign is none.
  static func isFormula(_ text: String) -> Bool {
    if let first = text.utf8.first, 48...57 ~= first || 65...122 ~= first { return false }
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return false
    }
    switch first {
    // Some spreadsheets take the wide forms of East Asia for the same signs.
    case "=", "@", "\u{FF1D}", "\u{FF20}": return text.unicodeScalars.count > 1
    case "+", "-", "\u{FF0B}", "\u{FF0D}":
      return text.unicodeScalars.contains { "(|!".unicodeScalars.contains($0) }
    default: return false
    }
  }

  /// A key out of a text: its folded words with hyphens, shortened with a checksum.
  ///
  /// The same text gives the same key in every file.
  static func key(_ text: String, limit: Int = 60) -> String {
    let folded = FoldedName(text).text.split(separator: " ").joined(separator: "-")
    guard folded.count > limit else { return folded }
    let sum = String(checksum(folded), radix: 36)
    return "\(folded.prefix(limit - sum.count - 1))-\(sum)"
  }

  /// The 64-bit checksum of Fowler, Noll and Vo (FNV-1a), which is the same on every machine.
  private static func checksum(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
