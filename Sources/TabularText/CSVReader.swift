/// Finds the cells and records of comma-separated text in one pass.
struct CSVReader {
  private(set) var cells: [SIMD2<UInt32>] = []
  private(set) var hasEscapes: [Bool] = []
  private(set) var recordCells: [UInt32] = [0]
  private(set) var recordStarts: [UInt32] = []
  private(set) var recordEnds: [UInt32] = []
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
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line: UInt32 = 1
    while index < bytes.count {
      // A blank line holds no record.
      if bytes[index] == 10 || bytes[index] == 13 {
        Self.skipLineEnd(bytes, &index)
        line += 1
        continue
      }
      let start = index
      let startLine = line
      readRecord(bytes, &index, &line)
      recordStarts.append(UInt32(start))
      recordEnds.append(UInt32(index))
      recordLines.append(startLine)
      recordCells.append(UInt32(cells.count))
    }
    findBadText(bytes)
    placeFaults(bytes)
  }

  /// Reads up to and over the line end that closes the record.
  private mutating func readRecord(_ bytes: [UInt8], _ index: inout Int, _ line: inout UInt32) {
    while true {
      if index < bytes.count, bytes[index] == 34 {
        readQuoted(bytes, &index, &line)
      } else {
        readPlain(bytes, &index)
      }
      guard index < bytes.count else { return }
      if bytes[index] == separator {
        index += 1
        continue
      }
      Self.skipLineEnd(bytes, &index)
      line += 1
      return
    }
  }

  private mutating func readPlain(_ bytes: [UInt8], _ index: inout Int) {
    let start = index
    var quote: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator || byte == 10 || byte == 13 { break }
      if byte == 34, quote == nil { quote = index }
      index += 1
    }
    if let quote { faultOffsets.append((.strayQuote, quote)) }
    append(start, index, escaped: false)
  }

  private mutating func readQuoted(
    _ bytes: [UInt8],
    _ index: inout Int,
    _ line: inout UInt32
  ) {
    let quote = index
    index += 1
    let start = index
    var escaped = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 34 {
        if index + 1 < bytes.count, bytes[index + 1] == 34 {
          escaped = true
          index += 2
          continue
        }
        append(start, index, escaped: escaped)
        index += 1
        skipTextAfterQuote(bytes, &index)
        return
      }
      if byte == 10 || byte == 13 {
        Self.skipLineEnd(bytes, &index)
        line += 1
      } else {
        index += 1
      }
    }
    faultOffsets.append((.openQuote, quote))
    append(start, index, escaped: escaped)
  }

  private mutating func skipTextAfterQuote(_ bytes: [UInt8], _ index: inout Int) {
    let start = index
    while index < bytes.count, bytes[index] != separator, bytes[index] != 10, bytes[index] != 13 {
      index += 1
    }
    if index > start { faultOffsets.append((.textAfterQuote, start)) }
  }

  private mutating func append(_ start: Int, _ end: Int, escaped: Bool) {
    cells.append(SIMD2(UInt32(start), UInt32(end)))
    hasEscapes.append(escaped)
  }

  /// Whether the text begins with UTF-16's byte order mark, or with two of its ASCII letters.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let zeros = bytes.prefix(4).map { $0 == 0 }
    return zeros == [false, true, false, true] || zeros == [true, false, true, false]
  }

  private static func skipLineEnd(_ bytes: [UInt8], _ index: inout Int) {
    if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
    index += 1
  }

  /// Reports the first run of bytes in each line that is no UTF-8, and zero bytes.
  private mutating func findBadText(_ bytes: [UInt8]) {
    guard !bytes.isValidUTF8 || bytes.contains(0) else { return }
    var lineStart = 0
    while lineStart < bytes.count {
      var end = lineStart
      while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      let text = bytes[lineStart..<end]
      if let zero = text.firstIndex(of: 0) { faultOffsets.append((.zeroByte, zero)) }
      if let bad = text.firstInvalidUTF8 { faultOffsets.append((.notUTF8, bad)) }
      lineStart = end
      if lineStart < bytes.count { Self.skipLineEnd(bytes, &lineStart) }
    }
  }

  /// Finds line and column of every fault in one pass.
  private mutating func placeFaults(_ bytes: [UInt8]) {
    var (line, column) = (1, 1)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (problem, offset) in faultOffsets.sorted(by: { $0.offset < $1.offset }) {
      while index < offset {
        if bytes[index] == 10 || bytes[index] == 13 {
          Self.skipLineEnd(bytes, &index)
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
        skipLineEnd(bytes, &index)
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
  package var isValidUTF8: Bool { self[...].firstInvalidUTF8 == nil }
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
