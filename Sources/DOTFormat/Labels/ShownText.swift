/// Text that is to be seen, cut into lines and freed of what no picture can hold.
///
/// XML cannot hold most control characters, and an override of the direction of writing would turn
/// around whatever stands beside it: each becomes U+FFFD, so that something is seen to be missing.
/// Letters that are written from right to left stay, as do the marks U+200E, U+200F and U+061C, which
/// reach no further than their neighbours.
enum ShownText {
  /// The lines of a text; every way to end a line counts.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where afterReturn: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
        lines.append(line)
        line = ""
      case _ where isHarmful(scalar): line.unicodeScalars.append("\u{FFFD}")
      default: line.unicodeScalars.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    lines.append(line)
    return lines
  }

  /// A text on one line, for messages.
  static func onOneLine(_ text: some StringProtocol) -> String {
    String(text).replacing { isHarmful($0) ? "\u{FFFD}" : nil }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0: true  // control characters
    case 0x202A...0x202E, 0x2066...0x2069: true  // embeddings, overrides and isolates
    case 0xFFFE, 0xFFFF: true  // not characters
    default: false
    }
  }
}

extension String {
  /// The text with each scalar that a table names replaced.
  func replacing(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let other = replacement(scalar) {
        result += other
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The entities for what means something in markup; Graphviz decodes them in every label.
  static func entity(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    default: nil
    }
  }
}
