extension StringProtocol {
  /// How wide the text is in Liberation Sans, which has the widths of Arial and Helvetica, in
  /// points; scripts that the font does not have are counted as most fonts have them.
  ///
  /// - Parameters:
  ///   - size: The size of the font, in points.
  ///   - isBold: Whether the text is bold.
  /// - Returns: The width, in points.
  func width(size: Double, isBold: Bool = false) -> Double {
    let thousandths = reduce(into: 0) { $0 += $1.advance(isBold: isBold) }
    return Double(thousandths) * size / 1000
  }
}

extension Character {
  /// The advance width in thousandths of the size; marks are as wide as what they stand on.
  func advance(isBold: Bool = false) -> Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    let value = Int(scalar.value)
    if (32..<127).contains(value) {
      return isBold ? Self.boldWidths[value - 32] : Self.widths[value - 32]
    }
    let extra = isBold ? 60 : 0
    switch value {
    case 0xB7, 0x2018, 0x2019, 0x201A, 0x2022, 0x2039, 0x203A: return 350 + extra
    case 0x2013, 0x201C, 0x201D, 0x201E: return 556 + extra
    case 0x00C6, 0x0152, 0x2014, 0x2015, 0x2026, 0x2030: return 1000 + extra
    case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: return 0
    case 0xA0: return 278
    case 0x00A1...0x00BF: return 600 + extra
    case 0x00C0...0x00DE: return 778 + extra
    case 0x00DF...0x00FF: return value == 0xE6 ? 889 + extra : 611 + extra
    case 0x0100...0x024F: return isUppercase ? 850 + extra : 611 + extra
    case 0x0370...0x052F: return isUppercase ? 850 + extra : 700 + extra
    // Other fonts stand in for these scripts: their usual widths, and a little.
    case 0x0590...0x05FF, 0x0E00...0x0E7F: return 600 + extra
    case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      return 520 + extra
    case 0x0900...0x0DFF: return 620 * letterCount + extra
    case 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60: return 1000 + extra
    default: break
    }
    guard scalar.properties.isEmoji || unicodeScalars.count > 3 else { return 1100 }
    // A font without the joined picture draws its parts side by side.
    return 1400 * unicodeScalars.count { $0.properties.isEmoji && !$0.isJoining }
  }

  /// How many letters are joined into one sign, without the marks on them.
  private var letterCount: Int {
    max(1, unicodeScalars.count { $0.properties.generalCategory == .otherLetter })
  }

  /// The widths of U+0020 to U+007E.
  private static let widths = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// The widths of U+0020 to U+007E in bold.
  private static let boldWidths = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}

extension Unicode.Scalar {
  /// Whether the scalar only joins or varies its neighbours.
  fileprivate var isJoining: Bool { value == 0x200D || (0xFE00...0xFE0F).contains(value) }
}
