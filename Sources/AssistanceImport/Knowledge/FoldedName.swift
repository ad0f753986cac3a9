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
    var folded = String.UnicodeScalarView()
    var isBetweenWords = false
    func append(_ scalars: some Sequence<Unicode.Scalar>) {
      if isBetweenWords, !folded.isEmpty { folded.append(" ") }
      isBetweenWords = false
      folded.append(contentsOf: scalars)
    }
    for scalar in name.lowercased().unicodeScalars {
      if scalar == "&" {
        isBetweenWords = true
        append("and".unicodeScalars)
        isBetweenWords = true
      } else if scalar.isASCII {
        if "a"..."z" ~= scalar || "0"..."9" ~= scalar {
          append(CollectionOfOne(scalar))
        } else {
          isBetweenWords = true
        }
      } else if let plain = Self.plain[scalar] {
        append(plain.unicodeScalars)
      } else if Self.isPassedOver(scalar) {
        continue
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        append(CollectionOfOne(scalar))
      } else {
        isBetweenWords = true
      }
    }
    text = String(folded)
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
