internal import Foundation

/// The names that a safe copy must not hold, and where they stand in texts.
///
/// Case, accents and signs do not count. A short name must stand as words of its own; a word of five
/// letters may also begin a longer one, as “Kenya” begins “Kenyan”; a long name, one of letters and
/// digits together, and one in a script that has no blanks may stand anywhere.
struct HiddenTerms {
  /// Short names as sequences of words, by the first word.
  private var sequences: [Substring: [[Substring]]] = [:]
  /// Long names without their blanks, by the first bytes.
  private var joined: [UInt64: [[UInt8]]] = [:]
  /// Words that may begin a longer one, by their first bytes.
  private var beginnings: [UInt64: [[UInt8]]] = [:]
  /// How many bytes are looked up in `joined` and `beginnings`.
  private static let prefix = 5

  init(_ texts: some Sequence<String>) {
    var seen: Set<String> = []
    for text in texts {
      let folded = Self.folded(text)
      let words = folded.split(separator: " ")
      let bytes = words.joined().utf8.map(\.self)
      guard bytes.count > 1, seen.insert(folded).inserted, Self.isTelling(bytes) else { continue }
      let hasDigit = bytes.contains { 48...57 ~= $0 }
      let hasLetter = bytes.contains { !(48...57 ~= $0) }
      let isOtherScript = folded.unicodeScalars.contains { $0.value >= 0x590 }
      if bytes.count >= 8 || bytes.count >= Self.prefix && (hasDigit && hasLetter || isOtherScript)
      {
        joined[Self.key(bytes[..<Self.prefix]), default: []].append(bytes)
      } else {
        sequences[words[0], default: []].append(words)
        if words.count == 1, bytes.count >= Self.prefix, hasLetter {
          beginnings[Self.key(bytes[..<Self.prefix]), default: []].append(bytes)
        }
      }
    }
  }

  /// Whether one of the names stands in a text.
  func occurs(in text: String) -> Bool {
    guard !sequences.isEmpty || !joined.isEmpty, !text.isEmpty else { return false }
    let words = Self.folded(text).split(separator: " ")
    for (place, word) in words.enumerated() {
      for sequence in sequences[word] ?? []
      where words[place...].prefix(sequence.count).elementsEqual(sequence) {
        return true
      }
      guard !beginnings.isEmpty, word.utf8.count > Self.prefix else { continue }
      for term in beginnings[Self.key(word.utf8.prefix(Self.prefix))] ?? []
      where word.utf8.starts(with: term) {
        return true
      }
    }
    guard !joined.isEmpty else { return false }
    let bytes = words.joined().utf8.map(\.self)
    guard bytes.count >= Self.prefix else { return false }
    for start in 0...(bytes.count - Self.prefix) {
      for term in joined[Self.key(bytes[start..<start + Self.prefix])] ?? []
      where bytes[start...].starts(with: term) {
        return true
      }
    }
    return false
  }

  /// A few digits are everywhere and name nobody.
  private static func isTelling(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 || !bytes.allSatisfy { 48...57 ~= $0 }
  }

  private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The words in lower case without accents and signs, with single blanks between them.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.utf8.count)
      for byte in text.utf8 {
        switch byte {
        case 65...90: bytes.append(byte + 32)
        case 97...122, 48...57: bytes.append(byte)
        default: if let last = bytes.last, last != 32 { bytes.append(32) }
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
        folded.append(scalar)
      default: if let last = folded.last, last != " " { folded.append(" ") }
      }
    }
    return String(folded)
  }
}
