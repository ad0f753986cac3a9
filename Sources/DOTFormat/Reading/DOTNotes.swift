/// Gathers the faults of a text, and shows parts of it.
struct DOTNotes {
  private let bytes: [UInt8]
  let isLatin1: Bool
  private(set) var faults: [DOTFault] = []
  private(set) var faultCount = 0
  private(set) var warnings: [DOTFault] = []
  /// The column that was counted last, since counting a long line anew for each fault takes long.
  private var counted = (lineStart: 0, place: 0, column: 1)

  init(_ bytes: [UInt8], isLatin1: Bool) {
    self.bytes = bytes
    self.isLatin1 = isLatin1
  }

  /// Bytes as text.
  func text(_ range: Range<Int>) -> String { Self.text(bytes[range], isLatin1: isLatin1) }

  private static func text(_ bytes: ArraySlice<UInt8>, isLatin1: Bool) -> String {
    guard isLatin1 else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }

  /// A token as it is written, for a message.
  func name(of token: DOTToken) -> String {
    if token.kind == .end { return "the end of the text" }
    let text = text(token.start..<min(token.end, token.start + 200))
    let start = text.prefix(40)
    let isWhole = start.endIndex == text.endIndex && token.end <= token.start + 200
    return "“\(ShownText.onOneLine(start))\(isWhole ? "" : "…")”"
  }

  /// What a name, a string or markup says.
  func content(of token: DOTToken) -> String {
    guard token.kind == .quoted || token.kind == .markup else {
      return text(token.start..<token.end)
    }
    let inside = token.start + 1..<token.end - 1
    guard token.kind == .quoted, bytes[inside].contains(UInt8(ascii: "\\")) else {
      return text(inside)
    }
    var content: [UInt8] = []
    content.reserveCapacity(inside.count)
    var place = inside.lowerBound
    while place < inside.upperBound {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\\"), place < inside.upperBound else {
        content.append(byte)
        continue
      }
      switch bytes[place] {
      case UInt8(ascii: "\n"): break
      case UInt8(ascii: "\""): content.append(UInt8(ascii: "\""))
      default: content += [byte, bytes[place]]
      }
      place += 1
    }
    return Self.text(content[...], isLatin1: isLatin1)
  }

  /// Notes that the text is wrong at a token.
  mutating func fault(at token: DOTToken, _ message: String, hint: String? = nil) {
    faultCount += 1
    guard faults.count < DOTError.limit else { return }
    faults.append(DOTFault(message, hint: hint, at: place(of: token)))
  }

  /// Notes a NUL.
  mutating func noteNUL(at token: DOTToken) {
    fault(at: token, "DOT cannot hold NUL", hint: "the text may be UTF-16; save it as UTF-8")
  }

  /// Notes a character that means nothing.
  mutating func noteUnknown(at token: DOTToken) {
    let scalar = Unicode.Scalar(bytes[token.start])
    switch scalar {
    case "\0": noteNUL(at: token)
    case "\u{1}"..<" ", "\u{7F}": fault(at: token, "a control character means nothing here")
    default:
      fault(at: token, "“\(scalar)” means nothing here", hint: "names that hold it need quotes")
    }
  }

  /// Notes that the text looks wrong at a token.
  mutating func warn(at token: DOTToken, _ message: String, hint: String? = nil) {
    guard warnings.count < DOTError.limit else { return }
    warnings.append(DOTFault(message, hint: hint, at: place(of: token), severity: .warning))
  }

  // MARK: Places

  private mutating func place(of token: DOTToken) -> DOTFault.Place {
    if counted.lineStart != token.lineStart || counted.place > token.start {
      counted = (token.lineStart, token.lineStart, 1)
    }
    counted.column += text(counted.place..<token.start).count
    counted.place = token.start

    var start = max(token.lineStart, token.start - 60)
    while start < token.start, isInsideCharacter(start) { start += 1 }
    var end = token.start
    while end < bytes.count, end < token.start + 60, !isLineEnd(bytes[end]) { end += 1 }
    while end > token.start, end < bytes.count, isInsideCharacter(end) { end -= 1 }
    let before = ShownText.onOneLine(text(start..<token.start))
    return DOTFault.Place(
      line: token.line,
      column: counted.column,
      excerpt: before + ShownText.onOneLine(text(token.start..<end)),
      caret: before.count
    )
  }

  private func isInsideCharacter(_ place: Int) -> Bool {
    !isLatin1 && bytes[place] & 0b1100_0000 == 0b1000_0000
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
