/// Watches the bytes of a file for an element with very many attributes.
///
/// The parser compares each attribute with all before it, so that a few hundred thousand of them
/// keep it busy for minutes. Zero bytes are passed over, so that two-byte encodings are seen too.
struct AttributeWatch {
  private enum Place {
    case text, opened, element, quoted(UInt8), declared, comment, data, instruction
  }

  /// How many attributes one element may have.
  static let limit = 1024

  /// Whether an element has more.
  private(set) var isTooMany = false
  /// The line of the bytes that were looked at, counted from 1.
  private(set) var line = 1
  private var place = Place.text
  private var count = 0
  private var last: UInt8 = 0
  private var beforeLast: UInt8 = 0

  /// Looks at the next bytes.
  mutating func watch(_ bytes: some Sequence<UInt8>) {
    guard !isTooMany else { return }
    for byte in bytes where byte != 0 {
      if byte == 10 { line += 1 }
      step(byte)
      if isTooMany { return }
      (beforeLast, last) = (last, byte)
    }
  }

  private mutating func step(_ byte: UInt8) {
    switch place {
    case .text:
      if byte == UInt8(ascii: "<") { place = .opened }
    case .opened:
      count = 0
      switch byte {
      case UInt8(ascii: "!"): place = .declared
      case UInt8(ascii: "?"): place = .instruction
      default: place = .element
      }
    case .element:
      switch byte {
      case UInt8(ascii: ">"): place = .text
      case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(byte)
      case UInt8(ascii: "="):
        count += 1
        isTooMany = count > Self.limit
      default: break
      }
    case .quoted(let mark):
      if byte == mark { place = .element }
    case .declared:
      switch byte {
      case UInt8(ascii: "-"): place = .comment
      case UInt8(ascii: "["): place = .data
      default: place = .instruction
      }
      // The signs that open are none of those that close.
      last = 0
    case .comment: close(byte, after: UInt8(ascii: "-"))
    case .data: close(byte, after: UInt8(ascii: "]"))
    case .instruction:
      if byte == UInt8(ascii: ">") { place = .text }
    }
  }

  private mutating func close(_ byte: UInt8, after sign: UInt8) {
    if byte == UInt8(ascii: ">"), last == sign, beforeLast == sign { place = .text }
  }
}
