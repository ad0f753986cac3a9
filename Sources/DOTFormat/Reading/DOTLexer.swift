/// Cuts bytes into tokens, as the lexer of Graphviz 2.42 does.
struct DOTLexer {
  private let bytes: [UInt8]
  private var place: Int
  /// The line on which the last token ended.
  private(set) var line = 1
  private var lineStart = 0
  var notes: DOTNotes
  /// The line of the last comment that `#` began behind something else.
  private(set) var lineOfHash = 0
  /// Whether the text ends in a comment.
  private var isInComment = false

  init(_ bytes: [UInt8], isLatin1: Bool) {
    self.bytes = bytes
    notes = DOTNotes(bytes, isLatin1: isLatin1)
    place = 0
  }

  private func byte(at place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  // MARK: Tokens

  /// The next token.
  mutating func next() -> DOTToken {
    while skipBlanks() {}
    guard let first = byte(at: place) else {
      return token(isInComment ? .broken : .end, to: place)
    }
    switch first {
    case UInt8(ascii: "{"): return token(.leftBrace, to: place + 1)
    case UInt8(ascii: "}"): return token(.rightBrace, to: place + 1)
    case UInt8(ascii: "["): return token(.leftBracket, to: place + 1)
    case UInt8(ascii: "]"): return token(.rightBracket, to: place + 1)
    case UInt8(ascii: "="): return token(.equals, to: place + 1)
    case UInt8(ascii: ";"): return token(.semicolon, to: place + 1)
    case UInt8(ascii: ","): return token(.comma, to: place + 1)
    case UInt8(ascii: ":"): return token(.colon, to: place + 1)
    case UInt8(ascii: "+"): return token(.plus, to: place + 1)
    case UInt8(ascii: "\""): return quoted()
    case UInt8(ascii: "<"): return markup()
    case UInt8(ascii: "-") where byte(at: place + 1) == UInt8(ascii: ">"):
      return token(.arrow, to: place + 2)
    case UInt8(ascii: "-") where byte(at: place + 1) == UInt8(ascii: "-"):
      return token(.line, to: place + 2)
    case _ where Self.isLetter(first): return word()
    default: break
    }
    if let end = endOfNumber() { return number(to: end) }
    return token(.unknown, to: place + 1)
  }

  private mutating func token(_ kind: DOTToken.Kind, to end: Int) -> DOTToken {
    defer { place = end }
    return DOTToken(kind: kind, start: place, end: end, line: line, lineStart: lineStart)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: byte == UInt8(ascii: "_") || byte >= 0x80
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private mutating func word() -> DOTToken {
    var end = place + 1
    while let byte = byte(at: end), Self.isLetter(byte) || Self.isDigit(byte) { end += 1 }
    return token(Self.keyword(bytes[place..<end]) ?? .bare, to: end)
  }

  private static func keyword(_ word: ArraySlice<UInt8>) -> DOTToken.Kind? {
    guard (4...8).contains(word.count) else { return nil }
    switch String(decoding: word.lazy.map { $0 | 0x20 }, as: UTF8.self) {
    case "node": return .node
    case "edge": return .edge
    case "graph": return .graph
    case "digraph": return .digraph
    case "subgraph": return .subgraph
    case "strict": return .strict
    default: return nil
    }
  }

  // MARK: Numbers

  private func endOfNumber() -> Int? {
    var end = place
    if byte(at: end) == UInt8(ascii: "-") { end += 1 }
    let whole = endOfDigits(from: end)
    guard byte(at: whole) == UInt8(ascii: ".") else { return whole > end ? whole : nil }
    let part = endOfDigits(from: whole + 1)
    return whole > end || part > whole + 1 ? part : nil
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while let byte = byte(at: end), Self.isDigit(byte) { end += 1 }
    return end
  }

  private mutating func number(to end: Int) -> DOTToken {
    let token = token(.bare, to: end)
    if let next = byte(at: end), Self.isLetter(next) || next == UInt8(ascii: ".") {
      notes.warn(
        at: token,
        "a name begins right after the number \(notes.name(of: token)), so that these are two",
        hint: "write the whole name in quotes, or a blank after the number"
      )
    }
    return token
  }

  // MARK: Strings

  private mutating func quoted() -> DOTToken {
    var token = token(.quoted, to: place + 1)
    while let byte = byte(at: place) {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        token.end = place
        return token
      case UInt8(ascii: "\\"):
        guard let next = self.byte(at: place) else { break }
        if next == UInt8(ascii: "\n") { endLine() }
        if next != 0 { place += 1 }
      case UInt8(ascii: "\n"): startLine()
      case 0: noteNUL(at: place - 1)
      default: break
      }
    }
    return broken(token, "the string that begins here has no end", missing: "\"")
  }

  private mutating func markup() -> DOTToken {
    var token = token(.markup, to: place + 1)
    var depth = 1
    while let byte = byte(at: place) {
      place += 1
      switch byte {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"):
        depth -= 1
        guard depth == 0 else { continue }
        token.end = place
        return token
      case UInt8(ascii: "\n"): startLine()
      case 0: noteNUL(at: place - 1)
      default: break
      }
    }
    return broken(token, "the markup that begins here has no end", missing: ">")
  }

  private mutating func broken(
    _ start: DOTToken,
    _ message: String,
    missing: String
  ) -> DOTToken {
    notes.fault(at: start, message, hint: "add the “\(missing)” that is missing here or before")
    var token = start
    token.kind = .broken
    token.end = place
    return token
  }

  // MARK: Blanks

  /// Counts a line end that stands at the next byte, without passing it.
  private mutating func endLine() {
    line += 1
    lineStart = place + 1
  }

  /// Counts a line end that was just passed.
  private mutating func startLine() {
    line += 1
    lineStart = place
  }

  /// Skips a blank or a comment; `false` if there is none.
  private mutating func skipBlanks() -> Bool {
    guard let byte = byte(at: place) else { return false }
    switch byte {
    case UInt8(ascii: "\n"):
      place += 1
      startLine()
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
    case UInt8(ascii: "#"):
      if place > lineStart { lineOfHash = line }
      skipLine()
    case UInt8(ascii: "/") where self.byte(at: place + 1) == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "/") where self.byte(at: place + 1) == UInt8(ascii: "*"): skipComment()
    case 0xEF where place == lineStart && isByteOrderMark(): place += 3
    default: return false
    }
    return true
  }

  /// Whether a byte order mark stands here; files that were joined have it inside, too.
  private func isByteOrderMark() -> Bool {
    byte(at: place + 1) == 0xBB && byte(at: place + 2) == 0xBF
  }

  private mutating func skipLine() {
    while let byte = byte(at: place), byte != UInt8(ascii: "\n") { place += 1 }
  }

  private mutating func skipComment() {
    let start = token(.broken, to: place + 2)
    while let byte = byte(at: place) {
      place += 1
      if byte == UInt8(ascii: "\n") { startLine() }
      if byte == UInt8(ascii: "*"), self.byte(at: place) == UInt8(ascii: "/") {
        place += 1
        return
      }
    }
    isInComment = true
    notes.fault(at: start, "the comment that begins here has no end", hint: "add the missing “*/”")
  }

  private mutating func noteNUL(at start: Int) {
    notes.noteNUL(
      at: DOTToken(kind: .broken, start: start, end: start + 1, line: line, lineStart: lineStart)
    )
  }
}
