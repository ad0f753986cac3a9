/// Characters between XML and text.
enum SVGCharacters {
  /// The text of bytes in which references stand for characters.
  ///
  /// An ampersand that begins no known reference is an ampersand.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return valid(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "&"), let reference = reference(bytes[place...]) {
        text.append(contentsOf: Array(String(reference.character).utf8))
        place = reference.end
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    return valid(text[...])
  }

  /// The text of bytes; what XML cannot hold becomes U+FFFD.
  static func valid(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let suspect = bytes.contains { $0 < 0x20 || $0 == 0xEF || $0 == 0x7F }
    return suspect ? valid(text) : text
  }

  /// A text in which what XML cannot hold is U+FFFD.
  static func valid(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isValid) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isValid(scalar) ? scalar : "\u{FFFD}") }
    return String(result)
  }

  /// Whether XML 1.0 can hold a character.
  static func isValid(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static let longestReference = 12

  private static func reference(
    _ bytes: ArraySlice<UInt8>
  ) -> (character: Unicode.Scalar, end: Int)? {
    let window = bytes.dropFirst().prefix(longestReference)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: window[..<end], as: UTF8.self)
    guard let character = scalar(named: name) else { return nil }
    return (character, end + 1)
  }

  /// The character that a reference names, without its ampersand and semicolon.
  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    guard let number else { return nil }
    guard let scalar = Unicode.Scalar(number), isValid(scalar) else { return "\u{FFFD}" }
    return scalar
  }
}

extension String {
  /// The text with each run of blanks as one space, and none at the ends.
  var squeezed: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}
