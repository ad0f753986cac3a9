/// Writes comma-separated text (RFC 4180); a cell is quoted only where it must be.
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let lineEnd: String

  /// Creates a writer without text.
  public init(lineEnd: String = "\n") {
    self.lineEnd = lineEnd
  }

  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a record of one line.
  public mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(44) }
      append(cell: cell, isAlone: cells.count == 1)
    }
    bytes.append(contentsOf: lineEnd.utf8)
  }

  /// Appends bytes that are records already.
  public mutating func append(raw: some Sequence<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  private mutating func append(cell: String, isAlone: Bool) {
    let text = cell.utf8
    let mustQuote =
      text.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
      || text.first == 32 || text.last == 32 || text.first == 9 || text.last == 9
      || (isAlone && text.isEmpty)
    guard mustQuote else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(34)
    for byte in text {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }
}
