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

  @Test func `an amount that no fact states is refused with those that there are`() async throws {
    let run = try await Tool().run(["redundancy", "Graphs/r2p", "--weigh-by", "usd"])
    #expect(run.status == 2)
    #expect(run.messages.contains("facts state no amount called “usd”"))
  }
}
