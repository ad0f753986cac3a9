import TabularText
import Testing

@Suite struct CSVFaultTests {
  @Test(
    arguments: [
      ("a\n\"x", ["2:1 openQuote"]),
      ("a,b\n1,\"x\n2,3\n", ["2:3 openQuote"]),
      ("a\n\"x\"y\n", ["2:4 textAfterQuote"]),
      ("a\n\"x\" \n", ["2:4 textAfterQuote"]),
      ("a\nx\"y\n", ["2:2 strayQuote"]),
      ("a\nx\"y\"\"z\n", ["2:2 strayQuote"]),
      ("a,b\né\"x,\"é\"y\n", ["2:2 strayQuote", "2:8 textAfterQuote"]),
      ("a\n\"1\n2\"x\n", ["3:3 textAfterQuote"]),
      ("a\nx\0y\n", ["2:2 zeroByte"]),
      ("a\"\r\nb\"\r\nc\"", ["1:2 strayQuote", "2:2 strayQuote", "3:2 strayQuote"]),
      ("\u{FEFF}a\"b\n", ["1:2 strayQuote"]),
    ]
  )
  func `has line and column`(_ text: String, _ expected: [String]) {
    #expect(faults(text) == expected)
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]]
  )
  func `names the first bytes of a line that are no UTF-8`(_ bad: [UInt8]) {
    let bytes = Array("é,b\né,x".utf8) + bad + Array("y\n".utf8) + [0x31] + bad
    #expect(faults(bytes) == ["2:4 notUTF8", "3:2 notUTF8"])
  }

  @Test(arguments: ["é", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "\u{D7FF}"])
  func `takes every kind of UTF-8 character`(_ text: String) {
    #expect(faults("a\n\(text)\n") == [])
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x62, 0], [0, 0x61, 0, 0x62],
      [0xFF, 0xFE],
    ] as [[UInt8]]
  )
  func `is one for a whole file of UTF-16`(_ bytes: [UInt8]) {
    #expect(faults(bytes) == ["1:1 utf16"])
    let table = CSVTable(bytes)
    #expect(table.recordCount == 0 && table.header.isEmpty)
    #expect(Array(table.preamble) == bytes)
  }

  @Test func `leaves the rest of the table readable`() {
    #expect(cells("a,b\n\"x\"y,1\nz\"\",2\n") == [["a", "b"], ["x", "1"], ["z\"\"", "2"]])
    #expect(cells("a,b\n\"1,2\n3") == [["a", "b"], ["1,2\n3"]])
  }

  @Test func `says what is wrong and how to mend it`() throws {
    let fault = try #require(CSVTable(Array("a\n\"x".utf8)).faults.first)
    #expect(fault.message == "the quote that opens here is never closed")
    #expect(fault.hint == "close it, or write a quote inside a quoted cell twice")
  }

  @Test func `stays fast when there are many`() {
    let text = String(repeating: "a\"b,\"c\"d\n", count: 20_000)
    let found = CSVTable(Array(text.utf8)).faults
    #expect(found.count == 40_000)
    #expect(found.last?.line == 20_000)
    #expect(found.last?.column == 8)
  }
}
