/// Watches the bytes before the root element for a document type.
///
/// A document type can declare entities, which grow without bound or reach for other files; files
/// of this field need none. Zero bytes are passed over, so that two-byte encodings are seen too.
struct XMLPrologue {
  /// What was found so far.
  enum Verdict: Hashable {
    /// The root has not begun.
    case open
    /// The root began, and no document type came before it.
    case clean
    /// A document type.
    case documentType
    /// Text that no markup precedes.
    case noMarkup
  }

  private enum Place {
    case outside, opened, declared, instruction, commentStart, comment
  }

  /// What was found so far.
  private(set) var verdict = Verdict.open
  private var place = Place.outside
  private var last: UInt8 = 0
  private var beforeLast: UInt8 = 0

  /// Looks at the next bytes.
  mutating func watch(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where byte != 0 {
      guard verdict == .open else { return }
      step(byte)
      (beforeLast, last) = (last, byte)
    }
  }

  private mutating func step(_ byte: UInt8) {
    switch place {
    case .outside:
      switch byte {
      case UInt8(ascii: "<"): place = .opened
      case 9, 10, 13, 32, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: break
      default: verdict = .noMarkup
      }
    case .opened:
      switch byte {
      case UInt8(ascii: "?"): place = .instruction
      case UInt8(ascii: "!"): place = .declared
      default: verdict = .clean
      }
    case .declared:
      if byte == UInt8(ascii: "-") { place = .commentStart } else { verdict = .documentType }
    case .commentStart:
      // The second hyphen; without it the parser complains.
      place = .comment
      last = 0
    case .instruction:
      if byte == UInt8(ascii: ">"), last == UInt8(ascii: "?") { place = .outside }
    case .comment:
      let hyphen = UInt8(ascii: "-")
      if byte == UInt8(ascii: ">"), last == hyphen, beforeLast == hyphen { place = .outside }
    }
  }
}
