/// Writes comma-separated text (RFC 4180); a cell is quoted only where it must be.
///
/// That is where it holds a comma, a quote or a line end, begins or ends with a blank, or is
/// empty and alone on its line. ``CSVTable`` reads the same cells back.
///
///     var writer = CSVWriter()
///     writer.append(["undp", "Development, United Nations"])
///     writer.text  // undp,"Development, United Nations"
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let lineEnd: String
  private let guardsFormulas: Bool

  /// Creates a writer without text.
  ///
  /// - Parameters:
  ///   - lineEnd: What ends each record: LF unless told otherwise.
  ///   - guardsFormulas: Whether cells that a spreadsheet would run begin with an apostrophe;
  ///     ``FormulaGuard/unguarded(_:)`` gives their text back.
  public init(lineEnd: String = "\n", guardsFormulas: Bool = false) {
    self.lineEnd = lineEnd
    self.guardsFormulas = guardsFormulas
  }

  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a record.
  ///
  /// - Parameter cells: What its cells hold; a record without cells is a blank line, which is
  ///   read as no record.
  public mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(44) }
      append(
        cell: guardsFormulas ? FormulaGuard.guarded(cell) : cell,
        isAlone: cells.count == 1
      )
    }
    bytes.append(contentsOf: lineEnd.utf8)
  }

  /// Appends bytes that are records already, as they are.
  public mutating func append(raw: some Sequence<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  private mutating func append(cell: String, isAlone: Bool) {
    let text = cell.utf8
    let mustQuote =
      text.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
      || text.first == 32 || text.last == 32 || text.first == 9 || text.last == 9
      || (isAlone && text.isEmpty)
      // Bare at the start of a file it would be taken for a byte order mark.
      || (bytes.isEmpty && cell.unicodeScalars.first == "\u{FEFF}")
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
