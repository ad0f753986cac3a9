import TabularText
import TestSupport
import Testing

@Suite struct CSVLawTests {
  private static let pieces = [
    "a", "é", "e\u{301}", "م", "😀", ",", "\"", "\n", "\r", "\r\n", " ", "\t", "|", "\u{FEFF}",
    "\u{A0}",
  ]

  private static func table(_ random: inout SeededGenerator) -> [[String]] {
    let columns = Int.random(in: 1...4, using: &random)
    return (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<columns).map { _ in
        (0..<Int.random(in: 0...4, using: &random))
          .compactMap { _ in pieces.randomElement(using: &random) }
          .joined()
      }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `reads back what the writer wrote`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = Self.table(&random)
    for lineEnd in ["\n", "\r\n", "\r"] {
      var writer = CSVWriter(lineEnd: lineEnd)
      for row in rows { writer.append(row) }
      let table = CSVTable(writer.bytes)
      #expect(table.faults == [])
      #expect(table.header == rows[0].map(\.trimmed))
      let read = (0..<table.recordCount).map { record in
        (0..<table.columnCount(ofRecord: record)).map { table.text(record: record, column: $0) }
      }
      // As bytes: the library takes some texts of different bytes for equal.
      #expect(
        read.map { $0.map { Array($0.utf8) } } == rows[1...].map { $0.map { Array($0.utf8) } }
      )
      #expect(table.lineEnd == lineEnd)
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `preamble, records and gaps are the bytes that were read`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      97, 98, 44, 34, 34, 10, 13, 10, 32, 0, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF, 0xFF,
    ]
    var bytes: [UInt8] = Bool.random(using: &random) ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      bytes.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
    }
    let table = CSVTable(bytes)
    var joined = Array(table.preamble)
    for record in 0..<table.recordCount {
      joined += table.bytes(ofRecord: record)
      joined += table.gap(afterRecord: record)
      for column in 0...table.columnCount(ofRecord: record) {
        let place = table.place(record: record, column: column)
        #expect(place.line >= table.line(ofRecord: record) && place.column >= 1)
      }
    }
    #expect(joined == bytes)
    let places = table.faults.map { [$0.line, $0.column] }
    #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test(arguments: [
    "a\n\n1\n\n\n2\n\n", "\n\na\n1", "\u{FEFF}\r\na\r\n\r\n1\r\n", "a\n", "a", "\n",
  ])
  func `blank lines stay where they are`(_ text: String) {
    let table = CSVTable(Array(text.utf8))
    var joined = Array(table.preamble)
    for record in 0..<table.recordCount {
      joined += table.bytes(ofRecord: record)
      joined += table.gap(afterRecord: record)
    }
    #expect(joined == Array(text.utf8))
  }
}
