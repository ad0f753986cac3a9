import AssistanceImport
import AssistanceModel
import GraphCore
import Testing

/// Tables whose shape or size is not that of an honest one.
@Suite struct HostileTableTests {
  private static let start = HostileTable.start

  @Test func `an unclosed quote in a long file is told where it opened`() throws {
    let rows = (0..<5000).map { "Org \($0 % 50),Health,X\($0 % 9)\n" }.joined()
    let faults = HostileTable.faults(Self.start + rows + "B,\"Health,X1\n" + rows)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.place == Diagnostic.Place(file: "3w.csv", line: 5003, column: 3))
    #expect(fault.message == "the quote that opens here is never closed")
    #expect(fault.hint != nil)
  }

  @Test func `a million columns are refused with the row, wherever they stand`() throws {
    let wide = String(repeating: ",z", count: 1_000_000)
    for text in ["a" + wide + "\n1\n", Self.start + "A,Health,X1\nB,Health,X1" + wide + "\n"] {
      let fault = try #require(HostileTable.faults(text).first)
      #expect(fault.place.line == (text.hasPrefix("a") ? 1 : 4))
      #expect(fault.message.contains("cells; no spreadsheet has more than 16384"))
    }
  }

  @Test func `many short rows under a wide heading cost no cells that are not there`() throws {
    let heading = (0..<16_000).map { "c\($0)" }.joined(separator: ",")
    let rows = String(repeating: "A,Health\n", count: 20_000)
    let imported = try HostileTable.imported(heading + "\n#org,#sector\n" + rows)
    #expect(imported.report.rowsRead == 20_000)
    #expect(HostileTable.factRows(imported) == 20_000)
  }

  @Test func `a row with a cell that no spreadsheet could hold is refused, the others are read`()
    throws
  {
    let long = String(repeating: "a", count: 2_000_000)
    let imported = try HostileTable.imported(
      Self.start + "A,Health,X1\n\"\(long)\",Health,X1\n\"\(long)\",Health,X1\nB,Health,X1\n"
    )
    #expect(HostileTable.actors(imported) == ["A", "B"])
    #expect(imported.report.refusals.map(\.place.line) == [4, 5])
    #expect(imported.report.refusals.first?.message.hasPrefix("a cell has 2000000 bytes") == true)
    let fault = try #require(HostileTable.faults("\"\(long)\",#sector\nA,Health\n").first)
    #expect(fault.place.line == 1)
  }

  @Test func `quotes without end are one cell, not one fault each`() throws {
    let imported = try HostileTable.imported(
      Self.start + "A,Health,X1\n" + String(repeating: "\"", count: 400_000) + "\n"
    )
    #expect(imported.report.refusals.map(\.place.line) == [4])
  }

  @Test func `zero bytes are told with their places, but not each of thousands`() throws {
    let few = HostileTable.faults(Self.start + "A\0B,Health,X1\nC,Health\0,X1\n")
    #expect(few.map(\.place.line) == [3, 4])
    #expect(few.map(\.place.column) == [2, 9])
    let many = HostileTable.faults(
      Self.start + String(repeating: "A\0B,Health,X1\n", count: 5000)
    )
    #expect(many.count == 101)
    #expect(many.last?.message == "4900 more faults of the text, the last one here")
    #expect(many.last?.place.line == 5002)
  }

  @Test func `text behind closing quotes refuses each row in its own line`() throws {
    let bad = String(repeating: "\"A\"x,Health,X1\n", count: 3000)
    let imported = try HostileTable.imported(Self.start + bad + "B,Health,X1\n")
    #expect(imported.report.refusedRows == 3000)
    #expect(imported.report.rowsRead == 3001)
    #expect(imported.report.refusals.first?.place.line == 3)
    #expect(imported.report.refusals.count == ImportReport.refusalLimit)
  }

  @Test func `lines are counted in files with line ends of every kind`() throws {
    let text = Self.start + "A,Health,X1\n\nB,Health,X1,more\nC,Health,X1\n"
    for end in ["\n", "\r", "\r\n"] {
      let imported = try HostileTable.imported(text.replacing("\n", with: end))
      #expect(imported.report.refusals.map(\.place.line) == [5], "\(end.utf8.count)")
      #expect(imported.report.rowsRead == 3)
    }
    let mixed = "Organization,Sector,Adm2\r#org,#sector,#adm2+code\r\nA,Health,X1\n\r\nB,H,X,more\r"
    #expect(try HostileTable.imported(mixed).report.refusals.map(\.place.line) == [5])
    let open = HostileTable.faults((Self.start + "A,\"Health,X1\n").replacing("\n", with: "\r"))
    #expect(open.first?.place == Diagnostic.Place(file: "3w.csv", line: 3, column: 3))
  }

  @Test func `tags below the first 25 rows are not found`() {
    let titles = String(repeating: "t,u,v\n", count: 25)
    let fault = HostileTable.faults(titles + "#org,#sector,#adm2+code\nA,Health,X1\n").first
    #expect(fault?.message.contains("in the first 25 rows") == true)
    #expect(fault?.hint != nil)
    #expect(
      HostileTable.faults(titles.dropFirst(6) + "#org,#sector,#adm2+code\nA,Health,X1\n") == []
    )
  }

  @Test(arguments: ["", "\n\n\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func `a file without text is an empty table`(_ text: String) {
    #expect(HostileTable.faults(text).map(\.message) == ["the table is empty"])
  }

  @Test func `a heading without rows is refused at the heading`() {
    for text in [Self.start, Self.start + "\n\n\n"] {
      let fault = HostileTable.faults(text).first
      #expect(fault?.message == "no rows stand below the heading")
      #expect(fault?.place.line == 2)
      #expect(fault?.hint != nil)
    }
  }

  @Test func `a hundred thousand organizations are read`() throws {
    let rows = (0..<100_000).map { "Organization \($0),Health,X\($0 % 90)\n" }.joined()
    var draft = CollectionDraft()
    try draft.addTable(Array((Self.start + rows).utf8), document: "3w.csv")
    #expect(draft.report.rowsRead == 100_000)
    #expect(draft.report.refusedRows == 0)
  }
}
