/// A name as it is compared: without case, accents, punctuation and extra spaces.
///
/// `&` is read as “and”, a ligature as its letters; Arabic short vowels and stretching go, and the
/// forms of alef, yeh and teh marbuta that people interchange become one.
///
///     FoldedName("Médecins Sans Frontières ") == FoldedName("MEDECINS SANS FRONTIERES")  // true
///     FoldedName("MSF-B") == FoldedName("MSF B")  // true
public struct FoldedName: Hashable, Sendable {
  /// The words that are left, with single spaces between them; empty if the name had none.
  public let text: String

  /// Folds a name.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public init(_ name: String) {
    var folding = Folding()
    folding.text.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      if scalar.value < 0x80 {
        folding.append(ascii: UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar.value < 0x180 {
        folding.append(Self.latin[Int(scalar.value) - 0x80])
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          folding.append(Self.part(lower))
        }
      }
    }
    text = String(decoding: folding.text, as: UTF8.self)
  }

  /// What becomes of a character.
  private enum Part {
    case letters([UInt8])
    case passedOver
    case boundary
  }

  /// A name while it is folded.
  private struct Folding {
    var text: [UInt8] = []
    var isBetweenWords = false

    mutating func append(ascii byte: UInt8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        separate()
        text.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        separate()
        text.append(byte | 0x20)
      case UInt8(ascii: "&"):
        isBetweenWords = true
        separate()
        text.append(contentsOf: "and".utf8)
        isBetweenWords = true
      default: isBetweenWords = true
      }
    }

    mutating func append(_ part: Part) {
      switch part {
      case .letters(let letters):
        separate()
        text.append(contentsOf: letters)
      case .passedOver: break
      case .boundary: isBetweenWords = true
      }
    }

    private mutating func separate() {
      if isBetweenWords, !text.isEmpty { text.append(32) }
      isBetweenWords = false
    }
  }

  /// What becomes of a character in lower case.
  private static func part(_ scalar: Unicode.Scalar) -> Part {
    if let plain = plain[scalar] { return .letters(Array(plain.utf8)) }
    if scalar.isASCII {
      return "a"..."z" ~= scalar || "0"..."9" ~= scalar
        ? .letters([UInt8(scalar.value)]) : .boundary
    }
    if isPassedOver(scalar) { return .passedOver }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      ? .letters(Array(String(scalar).utf8)) : .boundary
  }

  /// The same for the letters of Western languages, in either case, from U+0080.
  private static let latin: [Part] = (UInt32(0x80)..<0x180).map { value in
    guard let scalar = Unicode.Scalar(value) else { return .boundary }
    // The dotted capital I alone becomes two characters, of which the second is passed over.
    return scalar.properties.lowercaseMapping.unicodeScalars.first.map { part($0) } ?? .boundary
  }

  /// Whether nothing is left: the name had neither letters nor digits.
  public var isEmpty: Bool { text.isEmpty }

  /// The words in their order.
  public var words: [Substring] { text.split(separator: " ") }

  /// Marks on letters, invisible signs, and the sign that stretches an Arabic word.
  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{640}" { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// Letters with a mark, ligatures and interchanged forms, as plain letters.
  private static let plain: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
      ("o", "òóôõöøōŏőǒ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔ"),
      ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳ"), ("z", "źżž"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß"),
      ("th", "þ"), ("\u{627}", "\u{622}\u{623}\u{625}\u{671}"), ("\u{648}", "\u{624}"),
      ("\u{64A}", "\u{626}\u{649}\u{6CC}"), ("\u{647}", "\u{629}"), ("\u{643}", "\u{6A9}"),
    ]
    var plain: [Unicode.Scalar: String] = [:]
    for (letters, forms) in groups {
      for form in forms.unicodeScalars { plain[form] = letters }
    }
    return plain
  }()
}
