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

  private static let table =
    "#org,#sector,#adm1+code\nOIM,Protection,TD01\nOther,Santé,TD02\nOther,Santé,TD02\n"
  private static let activities = """
    <iati-activities version="2.03"><iati-activity>
      <iati-identifier>X-1</iati-identifier>
      <title><narrative>Dialogue</narrative></title>
      <participating-org role="4"><narrative>Dialogue House</narrative></participating-org>
      <activity-status code="2"/>
      <recipient-country code="TD" percentage="100"/>
      <sector vocabulary="1" code="15220" percentage="100"/>
    </iati-activity></iati-activities>
    """

  @Test func `tables and activities of one country become one collection`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.table, to: "3w.csv")
    try pillar.folder.write(Self.activities, to: "aid.xml")
    let run = try await pillar("import", "3w.csv", "aid.xml", "-o", "chad")
    #expect(run.status == 0, "\(run.messages)")
    #expect(try pillar.folder.text("chad/nodes/country-case.csv").contains("case-td"))
    let facts = try pillar.folder.text("chad/assistance.csv")
    #expect(facts.contains("aid.xml #X-1"))
    #expect(facts.contains("3w.csv r.2"))
    let gaps = try await pillar("gaps", "chad")
    #expect(gaps.output.contains("1 of 7 cells"))
    #expect(gaps.output.contains("cannot be seen in the sources"))
    // The order of files and a second run change no byte.
    #expect(try await pillar("import", "aid.xml", "3w.csv", "-o", "again").status == 0)
    for file in ["assistance.csv", "nodes/actor.csv", "nodes/sector.csv", "relations/part-of.csv"] {
      #expect(try pillar.folder.text("chad/\(file)") == pillar.folder.text("again/\(file)"))
    }
  }

  @Test func `a wider concordance shows what the strict one does not`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.table, to: "3w.csv")
    for (reading, cells) in [("strict", "0 of 7"), ("wide", "1 of 7")] {
      let run = try await pillar("import", "3w.csv", "-o", reading, "--concordance", reading)
      #expect(run.status == 0, "\(run.messages)")
      let coverage = try await pillar("coverage", reading, "--rows-by", "case")
      #expect(coverage.output.contains("Activity is reported in \(cells) cells"))
    }
  }

  @Test func `a file that is not what the verb says is refused by name`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.table, to: "3w.csv")
    try pillar.folder.write(Self.activities, to: "aid.xml")
    let iati = try await pillar("import", "iati", "3w.csv", "-o", "x")
    #expect(iati.status == 2)
    #expect(iati.messages.contains("3w.csv: error: this is no XML"))
    let tables = try await pillar("import", "3w", "aid.xml", "-o", "x")
    #expect(tables.status == 2)
    #expect(tables.messages.contains("aid.xml: error: this is XML, not a table"))
  }

  @Test func `no path runs through a word that names nobody`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(
      "#org+funder,#org+impl,#sector,#adm1\nA,Other,Health,P\nB,Other,Health,P\n",
      to: "3w.csv"
    )
    #expect(try await pillar("import", "3w.csv", "-o", "x").status == 0)
    let path = try await pillar("path", "x", "A", "B", "--evidence", "documented")
    #expect(!path.output.contains("Other"))
  }

  @Test func `a row without organizations says that somebody did it`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("#org,#sector,#adm1\n,Health,P\nA,WASH,P\n,Health,Q\n", to: "3w.csv")
    #expect(try await pillar("import", "3w.csv", "-o", "x").status == 0)
    let gaps = try await pillar("gaps", "x")
    #expect(gaps.output.contains("unnamed ones only in 2"))
    #expect(gaps.output.contains("not stated (unnamed)"))
  }
}
