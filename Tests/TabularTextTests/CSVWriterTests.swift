import TabularText
import Testing

@Suite struct CSVWriterTests {
  @Test(
    arguments: [
      (["a", "b c"], "a,b c\n"), (["a,b"], "\"a,b\"\n"), (["say \"x\""], "\"say \"\"x\"\"\"\n"),
      ([" a", "b\t"], "\" a\",\"b\t\"\n"), (["1\n2", "\r"], "\"1\n2\",\"\r\"\n"),
      (["", ""], ",\n"), ([""], "\"\"\n"), (["a|b", "'x'"], "a|b,'x'\n"), ([], "\n"),
    ]
  )
  func `quotes only where it must`(_ cells: [String], _ expected: String) {
    var writer = CSVWriter()
    writer.append(cells)
    #expect(writer.text == expected)
  }

  @Test func `appends records that are bytes already`() {
    var writer = CSVWriter(lineEnd: "\r\n")
    writer.append(raw: Array("'x' , y".utf8))
    writer.append(["a"])
    #expect(writer.text == "'x' , ya\r\n")
  }
}
