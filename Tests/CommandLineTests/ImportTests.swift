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
    #expect(run.output.contains("2 rows became 2 facts"))
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
}
