/// Finds the cells and records of comma-separated text in one pass.
struct CSVReader {
  /// Where each field begins, its quote included; behind the last field of a record stands where
  /// a next one would begin.
  private(set) var fieldStarts: [UInt32] = []
  /// The first field of each record; one more entry than records.
  private(set) var recordFields: [UInt32] = [0]
  private(set) var recordLines: [UInt32] = []
  private(set) var faults: [CSVFault] = []
  private var faultOffsets: [(problem: CSVFault.Problem, offset: Int)] = []
  private let separator: UInt8

  init(separator: UInt8 = 44) {
    self.separator = separator
  }

  mutating func read(_ bytes: [UInt8]) {
    guard !Self.isUTF16(bytes) else {
      faults.append(CSVFault(problem: .utf16, line: 1, column: 1))
      return
    }
    readRecords(bytes.span, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    findBadText(bytes)
    placeFaults(bytes)
  }

  private mutating func readRecords(_ bytes: Span<UInt8>, from start: Int) {
    var index = start
    var line: UInt32 = 1
    while index < bytes.count {
      // A blank line holds no record.
      if bytes[index] == 10 || bytes[index] == 13 {
        Self.skipLineEnd(bytes, &index)
        line += 1
        continue
      }
      recordLines.append(line)
      readRecord(bytes, &index, &line)
      recordFields.append(UInt32(fieldStarts.count))
    }
  }

  /// Reads up to and over the line end that closes the record.
  private mutating func readRecord(
    _ bytes: Span<UInt8>,
    _ index: inout Int,
    _ line: inout UInt32
  ) {
    while true {
      fieldStarts.append(UInt32(index))
      if index < bytes.count, bytes[index] == 34 {
        readQuoted(bytes, &index, &line)
      } else {
        readPlain(bytes, &index)
      }
      if index < bytes.count, bytes[index] == separator {
        index += 1
        continue
      }
      fieldStarts.append(UInt32(index + 1))
      guard index < bytes.count else { return }
      Self.skipLineEnd(bytes, &index)
      line += 1
      return
    }
  }

  private mutating func readPlain(_ bytes: Span<UInt8>, _ index: inout Int) {
    var place = index
    while place < bytes.count {
      let byte = bytes[place]
      if byte == separator || byte == 10 || byte == 13 { break }
      if byte == 34 { return readStrayQuote(bytes, place, &index) }
      place += 1
    }
    index = place
  }

  private mutating func readStrayQuote(
    _ bytes: Span<UInt8>,
    _ quote: Int,
    _ index: inout Int
  ) {
    faultOffsets.append((.strayQuote, quote))
    index = quote
    skipField(bytes, &index)
  }

  private mutating func readQuoted(
    _ bytes: Span<UInt8>,
    _ index: inout Int,
    _ line: inout UInt32
  ) {
    let quote = index
    var place = index + 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 34 {
        if place + 1 < bytes.count, bytes[place + 1] == 34 {
          place += 2
          continue
        }
        index = place + 1
        let end = index
        skipField(bytes, &index)
        if index > end { faultOffsets.append((.textAfterQuote, end)) }
        return
      }
      if byte == 10 || byte == 13 {
        Self.skipLineEnd(bytes, &place)
        line += 1
      } else {
        place += 1
      }
    }
    index = place
    faultOffsets.append((.openQuote, quote))
  }

  /// Goes on to the separator or the line end.
  private func skipField(_ bytes: Span<UInt8>, _ index: inout Int) {
    while index < bytes.count, bytes[index] != separator, bytes[index] != 10, bytes[index] != 13 {
      index += 1
    }
  }

  /// Whether the text begins with UTF-16's byte order mark, or with two of its ASCII letters.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let zeros = bytes.prefix(4).map { $0 == 0 }
    return zeros == [false, true, false, true] || zeros == [true, false, true, false]
  }

  private static func skipLineEnd(_ bytes: Span<UInt8>, _ index: inout Int) {
    if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
    index += 1
  }

  /// Reports the first run of bytes in each line that is no UTF-8, and zero bytes.
  private mutating func findBadText(_ bytes: [UInt8]) {
    guard !bytes.isValidUTF8 || bytes.contains(0) else { return }
    let span = bytes.span
    var lineStart = 0
    while lineStart < bytes.count {
      var end = lineStart
      while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      let text = bytes[lineStart..<end]
      if let zero = text.firstIndex(of: 0) { faultOffsets.append((.zeroByte, zero)) }
      if let bad = text.firstInvalidUTF8 { faultOffsets.append((.notUTF8, bad)) }
      lineStart = end
      if lineStart < bytes.count { Self.skipLineEnd(span, &lineStart) }
    }
  }

  /// Finds line and column of every fault in one pass.
  private mutating func placeFaults(_ bytes: [UInt8]) {
    var (line, column) = (1, 1)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (problem, offset) in faultOffsets.sorted(by: { $0.offset < $1.offset }) {
      while index < offset {
        if bytes[index] == 10 || bytes[index] == 13 {
          Self.skipLineEnd(bytes.span, &index)
          (line, column) = (line + 1, 1)
        } else {
          // A byte that belongs to no character counts as one.
          index += bytes[index] < 0x80 ? 1 : bytes[...].validWidth(at: index) ?? 1
          column += 1
        }
      }
      faults.append(CSVFault(problem: problem, line: line, column: column))
    }
  }

  /// How many line ends lie before an offset, and its column in characters, counted from 1.
  static func position(of offset: Int, from start: Int, in bytes: [UInt8])
    -> (lines: Int, column: Int)
  {
    var (lines, lineStart, index) = (0, start, start)
    while index < offset {
      if bytes[index] == 10 || bytes[index] == 13 {
        skipLineEnd(bytes.span, &index)
        lines += 1
        lineStart = index
      } else {
        index += 1
      }
    }
    // A character is counted where it begins: at every byte that does not continue one.
    let column = bytes[min(lineStart, offset)..<offset].count { $0 & 0xC0 != 0x80 }
    return (lines, column + 1)
  }
}

extension [UInt8] {
  /// Whether the bytes are UTF-8 text.
  package var isValidUTF8: Bool { (try? UTF8Span(validating: span)) != nil }
}

extension ArraySlice<UInt8> {
  /// The first byte that belongs to no UTF-8 character.
  package var firstInvalidUTF8: Int? {
    var index = startIndex
    while index < endIndex {
      let byte = self[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      guard let width = validWidth(at: index) else { return index }
      index += width
    }
    return nil
  }

  /// How many bytes the character has that starts here, by table 3-7 of the Unicode standard.
  fileprivate func validWidth(at index: Int) -> Int? {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < endIndex && range.contains(self[index + offset])
    }
    switch self[index] {
    case 0xC2...0xDF: return continues(1) ? 2 : nil
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : nil
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : nil
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : nil
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : nil
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
    default: return nil
    }
  }
}
