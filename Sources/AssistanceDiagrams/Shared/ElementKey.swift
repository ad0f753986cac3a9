/// Keys as identifiers that are safe in every format.
enum ElementKey {
  /// How many bytes of a key are written out.
  private static let limit = 500

  /// A prefix and the key, with every byte but letters, digits and hyphens as `_` and two digits.
  ///
  /// Keys of up to 500 bytes each have an identifier of their own; of longer ones the beginning is
  /// written out, and 64 bits of a hash of the whole tell them apart.
  static func identifier(_ prefix: String, _ key: String) -> String {
    var text = prefix + "-"
    for byte in key.utf8.prefix(limit) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "_" + padded(String(byte, radix: 16), to: 2)
      }
    }
    guard key.utf8.count > limit else { return text }
    // No byte is written as two low lines, so no shorter key ends like this.
    return text + "__" + padded(String(hash(key), radix: 16), to: 16)
  }

  /// The hash of Fowler, Noll and Vo (FNV-1a), which is the same on every run.
  private static func hash(_ key: String) -> UInt64 {
    key.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func padded(_ digits: String, to count: Int) -> String {
    String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
