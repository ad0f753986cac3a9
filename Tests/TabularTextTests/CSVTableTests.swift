import TabularText
import Testing

/// The cells of every record, the header first.
func cells(_ text: String) -> [[String]] {
  let table = CSVTable(Array(text.utf8))
  let records = (0..<table.recordCount).map { record in
    (0..<table.columnCount(ofRecord: record)).map { table.text(record: record, column: $0) }
  }
  return table.header.isEmpty && records.isEmpty ? [] : [table.header] + records
}

/// Every fault as `line:column problem`.
func faults(_ bytes: [UInt8]) -> [String] {
  CSVTable(bytes).faults.map { "\($0.line):\($0.column) \($0.problem)" }
}

func faults(_ text: String) -> [String] { faults(Array(text.utf8)) }

@Suite struct CSVTableTests {
  @Test(
    arguments: [
      ("", []),
      ("\n\n", []),
      ("a", [["a"]]),
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("a\n\n\n1\n\n", [["a"], ["1"]]),
      ("a,b\n,\n", [["a", "b"], ["", ""]]),
      ("a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
      ("a\n\"\"\n", [["a"], [""]]),
      ("a\n\"x, y\"\n", [["a"], ["x, y"]]),
      ("a\n\"say \"\"hello\"\"\"\n", [["a"], ["say \"hello\""]]),
      ("a\n\"\"\"\"\n", [["a"], ["\""]]),
      ("a,b\n\"1\r\n2\n3\",x\n", [["a", "b"], ["1\r\n2\n3", "x"]]),
      ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}", []),
      (" a , b\n 1 , 2\n", [["a", "b"], [" 1 ", " 2"]]),
      ("a\nمنظمة\n", [["a"], ["منظمة"]]),
    ] as [(String, [[String]])]
  )
  func `reads cells as RFC 4180 has them`(_ text: String, _ expected: [[String]]) {
    #expect(cells(text) == expected)
    #expect(faults(text) == [])
  }

  @Test func `gives empty text for a cell that the record lacks`() {
    let table = CSVTable(Array("a,b\n1\n".utf8))
    #expect(table.text(record: 0, column: 1) == "")
  }

  @Test func `knows where records and cells are`() {
    let table = CSVTable(Array("a,bé,c\n\n\"1\n2\",é,\"x\"\n3,4,5\n".utf8))
    #expect(table.recordCount == 2)
    #expect(table.line(ofRecord: 0) == 3)
    #expect(table.line(ofRecord: 1) == 5)
    #expect(table.place(record: 0, column: 0) == (3, 2))
    #expect(table.place(record: 0, column: 1) == (4, 4))
    #expect(table.place(record: 0, column: 2) == (4, 7))
    #expect(table.place(record: 1, column: 2) == (5, 5))
    #expect(table.place(record: 1, column: 9) == (5, 5))
    #expect(table.place(headerColumn: 2) == (1, 6))
    #expect(table.place(headerColumn: 7) == (1, 1))
  }

  @Test func `counts columns behind a byte order mark`() {
    let table = CSVTable(Array("\u{FEFF}a,b\n1,2\n".utf8))
    #expect(table.place(headerColumn: 1) == (1, 3))
    #expect(table.place(record: 0, column: 1) == (2, 3))
  }

  @Test(arguments: [("a\n1", "\n"), ("a\r\n1\n", "\r\n"), ("a\r1", "\r"), ("a", "\n"), ("", "\n")])
  func `takes the header's line end`(_ text: String, _ expected: String) {
    #expect(CSVTable(Array(text.utf8)).lineEnd == expected)
  }

  @Test func `must be asked for a record that it has`() async {
    await #expect(processExitsWith: .failure) {
      _ = CSVTable(Array("a\n1\n".utf8)).text(record: 1, column: 0)
    }
  }

  @Test func `reads many columns and many lines`() {
    let wide = Array(repeating: "x", count: 5_000).joined(separator: ",")
    let table = CSVTable(Array("\(wide)\n\(wide)\n".utf8))
    #expect(table.header.count == 5_000)
    #expect(table.place(record: 0, column: 4_999) == (2, 9_999))
    let long = CSVTable(Array(String(repeating: "1,2\n", count: 20_000).utf8))
    #expect(long.recordCount == 19_999)
    #expect(long.line(ofRecord: 19_998) == 20_000)
  }
}

@Suite struct CSVSeparatorTests {
  @Test(arguments: [";", "\t", "|"] as [Unicode.Scalar])
  func `another character may stand between cells`(separator: Unicode.Scalar) {
    let mark = String(Character(separator))
    let text = "a,b\(mark)c\n\"1\(mark)2\"\(mark)3\n"
    let table = CSVTable(Array(text.utf8), separator: separator)
    #expect(table.header == ["a,b", "c"])
    #expect(table.text(record: 0, column: 0) == "1\(mark)2")
    #expect(table.text(record: 0, column: 1) == "3")
    #expect(table.faults.isEmpty)
  }
}
