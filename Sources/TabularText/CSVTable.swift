/// A table read from comma-separated text (RFC 4180), with the place of every cell.
///
/// The bytes are kept as they were, so that a record that nobody changed is written back byte for
/// byte. Line ends may be LF, CR LF or CR; a byte order mark is passed over; blank lines are kept
/// but hold no record. The first record is the header; records and columns count from 0 behind
/// it. The preamble, then each record with its gap, are the bytes that were read.
///
///     let table = CSVTable(Array("id,name\nwfp,World Food Programme\n".utf8))
///     table.text(record: 0, column: 1)  // "World Food Programme"
///
/// - Complexity: Reading is one pass over the bytes.
public struct CSVTable: Sendable {
  /// What the table was read from.
  public let bytes: [UInt8]
  /// The cells of the first record, trimmed.
  public let header: [String]
  /// What is wrong with the text, in the order of places.
  public let faults: [CSVFault]

  /// Where each field begins, its quote included, and behind the last one of each record where a
  /// next one would: four bytes for a cell, so that large tables can be held.
  private let fieldStarts: [UInt32]
  /// The first field of each record, header included; one more entry than records.
  private let recordFields: [UInt32]
  private let recordLines: [UInt32]

  /// Reads a table; its faults say what could not be read.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text of less than 4 GiB.
  ///   - separator: The ASCII character between cells; a comma unless told otherwise.
  public init(_ bytes: [UInt8], separator: Unicode.Scalar = ",") {
    precondition(bytes.count < Int(UInt32.max), "a table is smaller than 4 GiB")
    precondition(
      separator.isASCII && !"\"\r\n".unicodeScalars.contains(separator),
      "an ASCII character other than a quote or a line end stands between cells"
    )
    var reader = CSVReader(separator: UInt8(ascii: separator))
    reader.read(bytes)
    self.bytes = bytes
    fieldStarts = reader.fieldStarts
    recordFields = reader.recordFields
    recordLines = reader.recordLines
    faults = reader.faults
    var header: [String] = []
    if recordLines.count > 0 {
      for field in 0..<Int(recordFields[1]) - 1 {
        header.append(Self.text(of: Self.content(fieldStarts, field, in: bytes), in: bytes).trimmed)
      }
    }
    self.header = header
  }

  /// How many records follow the header.
  public var recordCount: Int { max(0, recordLines.count - 1) }

  /// How many cells a record has.
  public func columnCount(ofRecord record: Int) -> Int {
    precondition(record >= 0 && record < recordCount, "there is no record \(record)")
    return Int(recordFields[record + 2] - recordFields[record + 1]) - 1
  }

  /// The content of a cell, without quotes; empty if the record is too short.
  ///
  /// Bytes that are no UTF-8 read as U+FFFD; ``faults`` has named them.
  public func text(record: Int, column: Int) -> String {
    Self.text(of: content(record: record, column: column), in: bytes)
  }

  /// Where the content of a cell lies in the bytes; empty if the record is too short.
  package func content(record: Int, column: Int) -> CellContent {
    precondition(column >= 0, "columns count from 0")
    guard column < columnCount(ofRecord: record) else { return CellContent(bounds: 0..<0) }
    return Self.content(fieldStarts, Int(recordFields[record + 1]) + column, in: bytes)
  }

  /// How many cells the table has, and one for each record.
  package var fieldCount: Int { fieldStarts.count }

  /// The number of a cell among all cells of the table; `nil` if the record is too short.
  package func field(record: Int, column: Int) -> Int? {
    let field = Int(recordFields[record + 1]) + column
    return field < Int(recordFields[record + 2]) - 1 ? field : nil
  }

  /// The text of a cell, without quotes.
  package func text(of content: CellContent) -> String { Self.text(of: content, in: bytes) }

  /// The line where a record starts, counted from 1.
  public func line(ofRecord record: Int) -> Int { Int(recordLines[record + 1]) }

  /// The bytes of a record with its line end.
  public func bytes(ofRecord record: Int) -> ArraySlice<UInt8> {
    bytes[start(ofRecord: record + 1)..<end(ofRecord: record + 1)]
  }

  /// Everything before the first record: byte order mark, header and blank lines.
  public var preamble: ArraySlice<UInt8> {
    bytes[0..<(recordCount > 0 ? start(ofRecord: 1) : bytes.count)]
  }

  /// The bytes between the end of a record and the start of the next one: blank lines.
  public func gap(afterRecord record: Int) -> ArraySlice<UInt8> {
    let end = end(ofRecord: record + 1)
    let next = record + 1 < recordCount ? start(ofRecord: record + 2) : bytes.count
    return bytes[end..<next]
  }

  /// The line and column of a cell, counted from 1, the column in characters.
  ///
  /// A cell that the record lacks is placed at the record's last cell.
  ///
  /// - Complexity: O(*l*) for a line of *l* bytes before the cell.
  public func place(record: Int, column: Int) -> (line: Int, column: Int) {
    let last = columnCount(ofRecord: record) - 1
    let (lines, column) = CSVReader.position(
      of: content(record: record, column: max(0, min(column, last))).bounds.lowerBound,
      from: start(ofRecord: record + 1),
      in: bytes
    )
    return (Int(recordLines[record + 1]) + lines, column)
  }

  /// The line and column of a header cell, counted from 1.
  public func place(headerColumn column: Int) -> (line: Int, column: Int) {
    guard column < header.count else { return (1, 1) }
    let (lines, column) = CSVReader.position(
      of: Self.content(fieldStarts, column, in: bytes).bounds.lowerBound,
      from: start(ofRecord: 0),
      in: bytes
    )
    return (Int(recordLines[0]) + lines, column)
  }

  /// The line end that most of the file uses: that of the header.
  public var lineEnd: String {
    guard recordLines.count > 0 else { return "\n" }
    let end = bytes[start(ofRecord: 0)..<end(ofRecord: 0)].suffix(2)
    if end.elementsEqual([13, 10]) { return "\r\n" }
    return end.last == 13 ? "\r" : "\n"
  }

  // MARK: Places in the bytes, the header being record 0

  private func start(ofRecord record: Int) -> Int { Int(fieldStarts[Int(recordFields[record])]) }

  /// Where a record ends, its line end included.
  private func end(ofRecord record: Int) -> Int {
    var end = Int(fieldStarts[Int(recordFields[record + 1]) - 1]) - 1
    guard end < bytes.count else { return end }
    if bytes[end] == 13, end + 1 < bytes.count, bytes[end + 1] == 10 { end += 1 }
    return end + 1
  }

  /// The content of a field: what stands between its quotes, or all of it.
  private static func content(
    _ starts: [UInt32],
    _ field: Int,
    in bytes: [UInt8]
  ) -> CellContent {
    let (start, end) = (Int(starts[field]), Int(starts[field + 1]) - 1)
    guard start < end, bytes[start] == 34 else { return CellContent(bounds: start..<end) }
    var isEscaped = false
    var place = start + 1
    while place < end {
      if bytes[place] != 34 {
        place += 1
      } else if place + 1 < end, bytes[place + 1] == 34 {
        isEscaped = true
        place += 2
      } else {
        break
      }
    }
    return CellContent(bounds: start + 1..<place, isEscaped: isEscaped)
  }

  private static func text(of cell: CellContent, in bytes: [UInt8]) -> String {
    let content = bytes[cell.bounds]
    guard cell.isEscaped else { return String(decoding: content, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(content.count)
    var skipsQuote = false
    for byte in content {
      if byte == 34, skipsQuote {
        skipsQuote = false
        continue
      }
      skipsQuote = byte == 34
      unescaped.append(byte)
    }
    return String(decoding: unescaped, as: UTF8.self)
  }
}

/// Where the content of a cell lies, without its quotes.
package struct CellContent: Sendable {
  /// The bytes.
  package let bounds: Range<Int>
  /// Whether quotes are doubled in them.
  package let isEscaped: Bool

  package init(bounds: Range<Int>, isEscaped: Bool = false) {
    self.bounds = bounds
    self.isEscaped = isEscaped
  }
}

extension String {
  /// The text without white space at either end.
  package var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Most cells need no trimming; a byte test spares the walk over characters.
    guard first <= 32 || last <= 32 || first >= 0x80 || last >= 0x80 else { return self }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[start...end]))
  }
}
