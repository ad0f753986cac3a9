/// What Graphviz reads as one name, and how a text must be written to be read as itself.
enum DOTLexicon {
  /// The longest stretch of a string that is written in one piece, in bytes.
  ///
  /// Graphviz 2.42 takes 16,381 from a file.
  static let longestPiece = 8_000

  /// The longest stretch of markup without an angle bracket or a line end, in bytes.
  static let longestStretch = 16_000

  /// The words that are no names without quotes, in any case.
  static let keywords = ["node", "edge", "graph", "digraph", "subgraph", "strict"]

  /// Whether a text may stand without quotes.
  static func isBare(_ text: String) -> Bool {
    let length = text.utf8.count
    guard length > 0, length <= 1_000 else { return false }
    if isNumeral(text.utf8) { return true }
    guard let first = text.utf8.first, !isDigit(first) else { return false }
    guard text.utf8.allSatisfy({ isLetter($0) || isDigit($0) }) else { return false }
    return length > 8 || !keywords.contains(text.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: byte == UInt8(ascii: "_")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// Whether a text is `-?(\.[0-9]+|[0-9]+(\.[0-9]*)?)`.
  private static func isNumeral(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest[whole.endIndex...]
    guard rest.first == UInt8(ascii: ".") else { return rest.isEmpty && !whole.isEmpty }
    rest.removeFirst()
    return rest.allSatisfy(isDigit) && !(whole.isEmpty && rest.isEmpty)
  }

  /// Writes a text between quotes, in several pieces if it is long.
  ///
  /// Any text can be written but one with NUL, which becomes U+FFFD.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - margin: What begins the line of a further piece.
  /// - Returns: What is written, and what could not be written as it is.
  static func quoted(_ text: String, margin: String) -> (written: String, trouble: Trouble?) {
    var quoter = DOTQuoter(margin: margin)
    quoter.write(Array(text.utf8))
    return (quoter.result, quoter.hasNUL ? .nul : nil)
  }

  /// Why a text is not read back as it is.
  enum Trouble {
    case nul, unbalanced, longMarkup, emptyMarkup, bothKinds

    /// The fault, for a text.
    func fault(in text: String) -> DOTFault {
      let start = text.prefix(40)
      let ellipsis = start.endIndex == text.endIndex ? "" : "…"
      let name = "“\(ShownText.onOneLine(start))\(ellipsis)”"
      return switch self {
      case .nul: DOTFault("DOT cannot hold \(name): it contains NUL")
      case .unbalanced:
        DOTFault(
          "DOT cannot hold the markup \(name): its angle brackets do not match",
          hint: "write &lt; and &gt; in text"
        )
      case .longMarkup:
        DOTFault(
          "Graphviz cannot read the markup \(name): over 16,000 bytes without a tag or a line end",
          hint: "break the text into lines"
        )
      case .emptyMarkup: DOTFault("Graphviz mixes up empty markup with an empty text")
      case .bothKinds:
        DOTFault(
          "Graphviz mixes up the markup \(name) with the same plain text in this graph",
          hint: "markup should contain a tag, and plain text &lt; for <"
        )
      }
    }
  }

  // MARK: Markup

  /// Writes markup between angle brackets.
  ///
  /// Where brackets do not match, each becomes an entity; empty markup becomes an empty line; NUL
  /// becomes U+FFFD; a stretch that is too long is broken into lines; markup that is a plain text
  /// elsewhere gets an empty comment.
  ///
  /// - Parameters:
  ///   - text: The markup.
  ///   - plain: The plain texts of the graph.
  /// - Returns: What is written, and what could not be written as it is.
  static func markup(
    _ text: String,
    beside plain: Set<DOTName>
  ) -> (written: String, trouble: Trouble?) {
    guard !text.isEmpty else { return ("<<BR/>>", .emptyMarkup) }
    var depth = 0
    var length = 0
    var (isBalanced, isShort, hasNUL) = (true, true, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): (depth, length) = (depth + 1, 0)
      case UInt8(ascii: ">"): (depth, length) = (depth - 1, 0)
      case UInt8(ascii: "\n"): length = 0
      default:
        length += 1
        if byte == 0 { hasNUL = true }
      }
      if depth < 0 { isBalanced = false }
      if length > longestStretch { isShort = false }
    }
    if depth != 0 { isBalanced = false }
    if isBalanced, isShort, !hasNUL {
      return plain.contains(DOTName(text)) ? ("<\(text)<!---->>", .bothKinds) : ("<\(text)>", nil)
    }
    length = 0
    let written = text.replacing { scalar in
      let isBracket = scalar == "<" || scalar == ">"
      let replacement: String? =
        switch scalar {
        case "\0": "\u{FFFD}"
        default: isBracket && !isBalanced ? String.entity(for: scalar) : nil
        }
      let endsStretch = scalar == "\n" || (isBracket && isBalanced)
      length = endsStretch ? 0 : length + (replacement?.utf8.count ?? UTF8.width(scalar))
      guard length > longestPiece else { return replacement }
      length = 0
      return "\n" + (replacement ?? String(scalar))
    }
    let trouble: Trouble = hasNUL ? .nul : isBalanced ? .longMarkup : .unbalanced
    return (plain.contains(DOTName(written)) ? "<\(written)<!---->>" : "<\(written)>", trouble)
  }
}
