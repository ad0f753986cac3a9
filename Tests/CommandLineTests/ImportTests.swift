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

  @Test func `what direct codes cannot show is no gap, also where the strength is kept`()
    async throws
  {
    let pillar = try Tool()
    try pillar.folder.write(Self.activities, to: "aid.xml")
    let strict = try await pillar("import", "aid.xml", "-o", "strict")
    let graded = try await pillar(
      "import",
      "aid.xml",
      "--concordance",
      "wide",
      "--strength-as-basis",
      "-o",
      "graded"
    )
    #expect((strict.status, graded.status) == (0, 0))
    for folder in ["strict", "graded"] {
      let gaps = try await pillar("gaps", folder)
      #expect(gaps.output.contains("none in 3, one provider in 1, 3 cannot be seen"))
    }
    let wide = try await pillar("gaps", "graded", "--basis", "explicit,implied,thematic")
    #expect(!wide.output.contains("cannot be seen"))
    let hint = "--strength-as-basis keeps it"
    #expect(try await pillar("sensitivity", "strict", "--format", "markdown").output.contains(hint))
    let varied = try await pillar("sensitivity", "graded", "--format", "markdown")
    #expect(!varied.output.contains(hint))
    #expect(varied.output.contains("cannot be seen in the sources, but a gap if"))
    let readings = try await pillar("sensitivity", "graded", "--by-reading", "--format", "csv")
    #expect(readings.lines.first?.hasPrefix("reading,unseen,nobody") == true)
    #expect(readings.lines.dropFirst().first?.hasPrefix("as asked,3,3,") == true)
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

  @Test func `no file that was read is written over, nor a table of somebody else`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.table, to: "a.csv")
    let report = try await pillar("import", "a.csv", "-o", "c", "--report", "a.csv")
    #expect(report.status == 2)
    #expect(try pillar.folder.text("a.csv") == Self.table)
    #expect(!pillar.folder.exists("c"))
    try pillar.folder.write(Self.table, to: "z/assistance.csv")
    let own = try await pillar("import", "z/assistance.csv", "-o", "z")
    #expect(own.status == 2)
    #expect(own.messages.contains("stands where the collection would be written"))
    #expect(try pillar.folder.text("z/assistance.csv") == Self.table)
    let foreign = try await pillar("import", "a.csv", "-o", "z")
    #expect(foreign.status == 2)
    #expect(foreign.messages.contains("is no collection"))
  }

  @Test func `the next file may have fewer kinds of tables`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(
      "#org+funder,#org+impl,#sector,#adm1,#activity\nA,B,Health,X,Care\n",
      to: "q1.csv"
    )
    try pillar.folder.write("#org,#sector,#adm1\nB,Health,X\n", to: "q2.csv")
    #expect(try await pillar("import", "q1.csv", "-o", "g").status == 0)
    #expect(pillar.folder.exists("g/relations/funds.csv"))
    let next = try await pillar("import", "q2.csv", "-o", "g")
    #expect(next.status == 0, "\(next.messages)")
    #expect(!pillar.folder.exists("g/relations/funds.csv"))
    #expect(try await pillar("check", "g", "--strict").status == 0)
    // A table that somebody added stays, and is told.
    try pillar.folder.write("id,name\nx,X\n", to: "g/nodes/network.csv")
    #expect(try await pillar("import", "q2.csv", "-o", "g").status == 2)
    #expect(pillar.folder.exists("g/nodes/network.csv"))
  }

  @Test func `marks that an import would write over are not lost`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("#org,#sector,#adm1\nA,Health,X\n", to: "a.csv")
    #expect(try await pillar("import", "a.csv", "-o", "g").status == 0)
    try pillar.folder.write("id,name,sensitive,sources\na,A,yes,a.csv\n", to: "g/nodes/actor.csv")
    let run = try await pillar("import", "a.csv", "-o", "g")
    #expect(run.status == 2)
    #expect(run.messages.contains("sensitive.csv"))
    #expect(try pillar.folder.text("g/nodes/actor.csv").contains("yes"))
  }

  @Test func `of a file whose rows are all refused no collection is made`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("#org,#sector,#status\nA,Health,Cancelled\n", to: "a.csv")
    let run = try await pillar("import", "a.csv", "-o", "g")
    #expect(run.status == 2)
    #expect(run.messages.contains("nothing is left of the files"))
    #expect(!pillar.folder.exists("g"))
  }

  @Test func `an address in a text of an activity is not kept`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(
      Self.activities.replacing("Dialogue House", with: "Dialogue House (jane@ngo.example)"),
      to: "aid.xml"
    )
    let run = try await pillar("import", "aid.xml", "-o", "g")
    #expect(run.status == 0)
    #expect(!run.output.contains("jane@"))
    let actors = try pillar.folder.text("g/nodes/actor.csv")
    #expect(actors.contains("Dialogue House"))
    #expect(!actors.contains("jane"))
  }

  @Test func `an activity of very many countries and sectors is refused, not multiplied`()
    async throws
  {
    let pillar = try Tool()
    let letters = (0..<26).map { String(Character(Unicode.Scalar(UInt8(65 + $0)))) }
    let countries = (0..<150).map {
      "<recipient-country code=\"\(letters[$0 / 26])\(letters[$0 % 26])\"/>"
    }
    let sectors = (0..<150).map { "<sector code=\"\(11000 + $0)\"/>" }
    try pillar.folder.write(
      "<iati-activities version=\"2.03\"><iati-activity><iati-identifier>z</iati-identifier>"
        + "<participating-org role=\"4\"><narrative>O</narrative></participating-org>"
        + countries.joined() + sectors.joined() + "</iati-activity></iati-activities>",
      to: "aid.xml"
    )
    let run = try await pillar("import", "aid.xml", "-o", "g")
    #expect(run.status == 2)
    #expect(run.messages.contains("more pairs of places and sectors than are read"))
    #expect(run.messages.contains("nothing is left of the files"))
    #expect(!pillar.folder.exists("g"))
  }
}
