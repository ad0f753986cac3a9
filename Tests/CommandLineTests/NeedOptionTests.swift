import Testing

@Suite struct NeedOptionTests {
  @Test func `needs of a table decide what is a gap, in every verb that asks of a matrix`()
    async throws
  {
    let pillar = try Tool()
    let folder = pillar.folder
    try SmallCollection.write(to: folder)
    try folder.write("case,inhibitor,required,note\nEastern district,media,2,\n", to: "more.csv")
    let bare = try await pillar("gaps", "north", "--format", "csv")
    let needy = try await pillar("gaps", "north", "--needs", "more.csv", "--format", "csv")
    #expect(needy.lines.count == bare.lines.count + 1)
    let why = try await pillar("why", "north", "east", "media", "--needs", "more.csv")
    #expect(why.output.contains("1 of 2 required providers are reported by name."))
    try folder.write("case,inhibitor,required\nwest,mediation,no\n", to: "north/needs.csv")
    let own = try await pillar("coverage", "north")
    #expect(own.output.contains("1 not needed"))
    #expect(own.output.contains("1 need is known. 0 cells have fewer named providers"))
  }

  @Test func `every fault of a table of needs is told, with exit status 2`() async throws {
    let pillar = try Tool()
    let folder = pillar.folder
    try SmallCollection.write(to: folder)
    try folder.write("case,inhibitor,required\nnorth,media,2\neast,media,-1\n", to: "bad.csv")
    let run = try await pillar("redundancy", "north", "--needs", "bad.csv")
    #expect(run.status == 2)
    #expect(run.messages.contains("bad.csv:2:1: error: no country-case is called “north”"))
    #expect(run.messages.contains("bad.csv:3:12: error: “-1” is no number of providers"))
    let absent = try await pillar("gaps", "north", "--needs", "none.csv")
    #expect(absent.status == 2)
    #expect(absent.messages.contains("none.csv: error: there is no such file"))
  }

  @Test func `needs about another matrix, or not separated by commas, are refused`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try pillar.folder.write("case,form,required\neast,,2\n", to: "form.csv")
    let other = try await pillar("gaps", "north", "--needs", "form.csv")
    #expect(other.status == 2)
    #expect(other.messages.contains("are about case and form, the matrix about case and inhibitor"))
    try pillar.folder.write("case;inhibitor;required\neast;;2\n", to: "semicolon.csv")
    let semicolon = try await pillar("gaps", "north", "--needs", "semicolon.csv")
    #expect(semicolon.status == 2)
    #expect(semicolon.messages.contains("semicolon.csv:1:1: error: the cells are not separated"))
    try pillar.folder.write("case,inhibitor,weight\n,,1e308\n", to: "huge.csv")
    let huge = try await pillar("redundancy", "north", "--needs", "huge.csv", "--format", "json")
    #expect(huge.status == 2)
    #expect(huge.messages.contains("huge.csv:2:3: error: “1e308” is no weight"))
  }

  @Test func `an import tells of needs whose places are there no longer`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("#org,#sector,#adm2+code\nIRC,Health,X1\nWFP,Food,X2\n", to: "a.csv")
    try pillar.folder.write("#org,#sector,#adm2+code\nIRC,Health,X1\n", to: "b.csv")
    #expect(try await pillar("import", "a.csv", "-o", "x").status == 0)
    try pillar.folder.write("adm2,sector,required\nX2,,2\n", to: "x/needs.csv")
    #expect(try await pillar("import", "a.csv", "-o", "x").messages == "")
    let later = try await pillar("import", "b.csv", "-o", "x")
    #expect(later.status == 0)
    #expect(later.messages.contains("needs.csv:2:1: error: no adm2 is called “X2”"))
    #expect(try pillar.folder.text("x/needs.csv") == "adm2,sector,required\nX2,,2\n")
  }

  @Test func `a word of confidence that nobody knows is refused, and one that stands twice`()
    async throws
  {
    let pillar = try Tool()
    for (given, expected) in [
      ("explict=0.5", "“explict” is no basis and no word of confidence of the collection"),
      ("explicit=0.5,explicit=0.6", "“explicit” stands twice"), (",", "says no probability"),
    ] {
      let run = try await pillar("likelihood", "Graphs/r2p", "--confidence", given)
      #expect(run.status == 64)
      #expect(run.messages.contains(expected), "\(run.messages)")
    }
  }

  @Test func `an amount that no fact states is refused with those that there are`() async throws {
    let run = try await Tool().run(["redundancy", "Graphs/r2p", "--weigh-by", "usd"])
    #expect(run.status == 2)
    #expect(run.messages.contains("facts state no amount called “usd”"))
  }
}
