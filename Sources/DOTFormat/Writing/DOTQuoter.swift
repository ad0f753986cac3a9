/// Writes a text between quotes so that Graphviz reads it back as it is.
///
/// In quotes a backslash means itself, except before a quote, a line end or another backslash. What
/// quotes cannot hold is put between angle brackets, where nothing is an escape; joined to a string in
/// quotes it is plain text again: `"a" + <\>`. That goes for a backslash at the end, or before a quote or
/// line end, and for a line end that stands alone between escapes, which Graphviz 2.42 drops.
struct DOTQuoter {
  private let margin: String
  private var written: [UInt8] = []
  private var isOpen = false
  private var pieceStart = 0
  /// Whether a backslash was written last that is not the second of a pair; a quote must not follow.
  private var isOdd = false
  /// Whether there was a NUL, for which U+FFFD was written.
  private(set) var hasNUL = false

  init(margin: String) { self.margin = margin }

  /// What was written.
  var result: String {
    if written.isEmpty { return "\"\"" }
    return String(decoding: written, as: UTF8.self) + (isOpen ? "\"" : "")
  }

  mutating func write(_ bytes: [UInt8]) {
    written.reserveCapacity(bytes.count + 2)
    var place = 0
    while place < bytes.count {
      let start = place
      switch bytes[place] {
      case UInt8(ascii: "\\"):
        while place < bytes.count, bytes[place] == UInt8(ascii: "\\") { place += 1 }
        let isOdd = (place - start) % 2 == 1
        if isOdd, place == bytes.count || Self.takesBackslash(bytes, at: place) {
          backslashes(place - start - 1)
          markup(UInt8(ascii: "\\"))
        } else {
          backslashes(place - start)
        }
      case UInt8(ascii: "\""):
        place += 1
        open()
        written += "\\\"".utf8
      case 0:
        place += 1
        hasNUL = true
        open()
        written += "\u{FFFD}".utf8
      default:
        while place < bytes.count, !Self.isSpecial(bytes[place]) { place += 1 }
        plain(bytes[start..<place])
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") || byte == 0
  }

  /// Whether a backslash before a byte would not be read as itself.
  private static func takesBackslash(_ bytes: [UInt8], at place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "\""), UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
    default: false
    }
  }

  // MARK: Pieces

  /// Begins a piece between quotes, unless one is open that is not too long.
  private mutating func open() {
    if isOpen {
      guard written.count - pieceStart >= DOTLexicon.longestPiece, !isOdd else { return }
      written += "\" +\n\(margin)\"".utf8
    } else {
      written += (written.isEmpty ? "\"" : " + \"").utf8
      isOpen = true
    }
    pieceStart = written.count
  }

  /// Writes a byte in a piece between angle brackets.
  private mutating func markup(_ byte: UInt8) {
    if isOpen || written.isEmpty { written += (isOpen ? "\"" : "\"\"").utf8 }
    isOpen = false
    written += " + <".utf8
    written.append(byte)
    written.append(UInt8(ascii: ">"))
  }

  private mutating func backslashes(_ count: Int) {
    var left = count
    while left > 0 {
      open()
      let part = min(left, DOTLexicon.longestPiece)
      written += repeatElement(UInt8(ascii: "\\"), count: part)
      left -= part
      isOdd = part % 2 == 1
    }
  }

  /// Writes bytes without a quote or backslash.
  private mutating func plain(_ bytes: ArraySlice<UInt8>) {
    if bytes.elementsEqual(CollectionOfOne(UInt8(ascii: "\n"))) {
      markup(UInt8(ascii: "\n"))
      return
    }
    var rest = bytes
    while !rest.isEmpty {
      open()
      // A line end must not be left alone at the end of a piece or for the next one.
      var end = rest.startIndex + max(2, DOTLexicon.longestPiece + pieceStart - written.count)
      if end >= rest.endIndex - 1 { end = rest.endIndex }
      while end < rest.endIndex, rest[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
      written += rest[..<end]
      isOdd = false
      rest = rest[end...]
    }
  }
}
