/// The bytes of a foreign text as UTF-8, and what was done to them.
///
/// A byte order mark is believed only if the bytes behind it bear it out. Bytes that are no UTF-8
/// are read as Windows-1252, and so are the control characters that are left where somebody read
/// Windows-1252 as Latin-1.
package struct FieldText {
  /// The text.
  package private(set) var bytes: [UInt8]
  /// What was done, in sentences.
  package private(set) var notes: [String] = []

  /// Makes UTF-8 of the bytes of a file, whatever they are.
  ///
  /// - Parameter raw: The bytes.
  package init(_ raw: [UInt8]) {
    self.init(unmarking: raw)
    if !bytes.isValidUTF8 {
      bytes = Self.decodingWindows1252(bytes)
      notes.append("the bytes are no UTF-8; they were read as Windows-1252")
    } else {
      repairControls()
    }
  }

  /// Takes away a byte order mark and turns UTF-16 into UTF-8; the rest stays as it is.
  ///
  /// - Parameter raw: The bytes.
  package init(unmarking raw: [UInt8]) {
    bytes = raw
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(raw.dropFirst(3))
      if let utf16 = Self.utf16(bytes, &notes) {
        bytes = utf16
        notes.append("its byte order mark says UTF-8; it was not believed")
      } else {
        notes.append("a byte order mark was passed over")
      }
    } else if let utf16 = Self.utf16(raw, &notes) {
      bytes = utf16
    } else if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      bytes = Array(raw.dropFirst(2))
      notes.append("the byte order mark says UTF-16, but the text is not; it was passed over")
    }
  }

  // MARK: UTF-16

  /// The text as UTF-8, if the bytes are UTF-16 with or without a mark.
  private static func utf16(_ raw: [UInt8], _ notes: inout [String]) -> [UInt8]? {
    guard raw.count >= 4 else { return nil }
    let marked: Bool? =
      raw.starts(with: [0xFF, 0xFE]) ? true : raw.starts(with: [0xFE, 0xFF]) ? false : nil
    // In text of Latin letters, every second byte is zero.
    let sample = raw.prefix(4096).dropFirst(marked == nil ? 0 : 2)
    var zeros = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
    let half = sample.count / 2
    let isLittle = zeros[1] > zeros[0]
    let looks = Swift.max(zeros[0], zeros[1]) * 4 > half
    let hasLineEnds = sample.contains(0)
    guard looks || (marked != nil && hasLineEnds) else { return nil }
    let little = looks ? isLittle : marked ?? true
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    var index = marked == nil ? 0 : 2
    while index + 1 < raw.count {
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      units.append(little ? first | second << 8 : first << 8 | second)
      index += 2
    }
    notes.append("the text was UTF-16 (\(little ? "little" : "big")-endian)")
    if let marked, marked != little {
      notes.append("its byte order mark says the opposite order; it was not believed")
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  // MARK: Windows-1252

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Windows-1252 as UTF-8, which Latin-1 is part of but for control characters.
  ///
  /// - Parameter raw: The bytes.
  /// - Returns: The text.
  package static func decodingWindows1252(_ raw: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 8)
    for byte in raw {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
      text.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? .init())
    }
    return text
  }

  /// Turns the characters U+0080 to U+009F into what Windows-1252 has in their places.
  package mutating func repairControls() {
    // Without such a character the text is not copied.
    let isHurt = bytes.indices.contains { index in
      bytes[index] == 0xC2 && index + 1 < bytes.count && 0x80...0x9F ~= bytes[index + 1]
    }
    guard isHurt else { return }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    var count = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0xC2, index + 1 < bytes.count, 0x80...0x9F ~= bytes[index + 1],
        let scalar = Unicode.Scalar(Self.windows1252[Int(bytes[index + 1]) - 0x80]),
        let encoded = UTF8.encode(scalar)
      else {
        repaired.append(bytes[index])
        index += 1
        continue
      }
      repaired.append(contentsOf: encoded)
      count += 1
      index += 2
    }
    guard count > 0 else { return }
    bytes = repaired
    notes.append("\(count) characters of Windows-1252 that had been read as Latin-1 were repaired")
  }
}
