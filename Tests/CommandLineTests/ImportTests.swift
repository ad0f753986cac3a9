import Testing

@Suite struct ImportTests {
  @Test func `a table becomes a collection, and its gaps are the next command`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(
      "#org,#sector,#adm2+code,#contact\nIRC,Health,X1,Jane\nMSF,WASH,X2,Joe\n",
      to: "3w.csv"
    )
    let run = try await pillar("import", "3w", "3w.csv", "-o", "country")
    #expect(run.status == 0)
    #expect(run.output.contains("2 rows of 1 file became 2 facts. None was refused."))
    #expect(run.output.contains("people's details are never kept"))
    let first = try pillar.folder.text("country/assistance.csv")
    #expect(try await pillar("import", "3w", "3w.csv", "-o", "country").status == 0)
    #expect(try pillar.folder.text("country/assistance.csv") == first)
    #expect(try await pillar("gaps", "country").output.contains("2 of 4 cells"))
  }

  @Test func `files that cannot be read are all named, and nothing is written`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("a,b\n1,2\n", to: "plain.csv")
    let run = try await pillar("import", "3w", "plain.csv", "none.csv", "-o", "country")
    #expect(run.status == 2)
    #expect(run.messages.contains("plain.csv: error: no row of hashtags"))
    #expect(run.messages.contains("none.csv: error: the file cannot be read"))
    #expect(!pillar.folder.exists("country"))
  }

  @Test func `the report is written as the name of its file says, whole`() async throws {
    let pillar = try Tool()
    let rows = (0..<30).map { "Group \($0),Health,X1" }.joined(separator: "\n")
    try pillar.folder.write("#org,#sector,#adm2+code\n\(rows)\n", to: "3w.csv")
    for (name, start, marks) in [
      ("report.md", "# Import: country\n", "## Second-level places (adm2): 1"),
      ("report.json", "{\n", "\"format\" : \"pillar-import\""),
      ("report.csv", "what,file,", "Group 29"), ("report.txt", "Import: country\n", "Group 29"),
    ] {
      let run = try await pillar("import", "3w", "3w.csv", "-o", "country", "--report", name)
      #expect(run.status == 0)
      #expect(run.output.contains("12 of 30 are shown; --report FILE writes all of them."))
      #expect(run.width <= 100)
      let text = try pillar.folder.text(name)
      #expect(text.hasPrefix(start) && text.contains(marks) && text.contains("Group 29"))
    }
    let run = try await pillar("import", "3w", "3w.csv", "-o", "country", "--format", "json")
    #expect(try pillar.folder.text("report.json") == run.output)
  }
}
