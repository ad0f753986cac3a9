import Testing

@Suite struct ImportMappingTests {
  private static let links =
    "state,igo,status,year\nChad,AU,full,2013\nChad,AU,full,2014\nMali,AU,full,2014\n"
  private static let mapping =
    "relations: {kind: member-of, from: state, to: igo, role: status, year: year}\n"

  @Test func `any table becomes a collection with a mapping, and is sound`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.links, to: "links.csv")
    try pillar.folder.write(Self.mapping, to: "links.yaml")
    let run = try await pillar("import", "csv", "links.csv", "--mapping", "links.yaml", "-o", "g")
    #expect(run.status == 0)
    #expect(run.output.contains("3 rows of 1 file became 2 relations."))
    #expect(run.output.contains("1 row says what another one says"))
    #expect(try await pillar("check", "g", "--strict").status == 0)
    #expect(try await pillar("info", "g").output.contains("member-of"))
    #expect(try await pillar("path", "g", "Chad", "Mali").output.contains("Chad → AU → Mali"))
  }

  @Test func `a suggestion is printed, or written, and read unchanged`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("Org,Cluster,Contact\nIRC,Health,Jane\n", to: "3w.csv")
    let printed = try await pillar("import", "3w", "3w.csv", "--suggest-mapping")
    #expect(printed.status == 0)
    #expect(printed.output.contains("Org: organization"))
    #expect(!printed.output.contains("Jane"))
    let written = try await pillar("import", "3w", "3w.csv", "--suggest-mapping", "-o", "m.yaml")
    #expect(written.output == "")
    #expect(try pillar.folder.text("m.yaml") == printed.output)
    #expect(try await pillar("import", "3w", "3w.csv", "-o", "a").status == 0)
    let mapped = try await pillar(
      "import",
      "3w",
      "3w.csv",
      "--mapping",
      "m.yaml",
      "-o",
      "b",
      "--title",
      "a"
    )
    #expect(mapped.status == 0)
    for file in ["assistance.csv", "collection.yaml", "nodes/actor.csv"] {
      #expect(try pillar.folder.text("a/\(file)") == pillar.folder.text("b/\(file)"))
    }
    // A suggestion may be asked for again.
    let again = try await pillar("import", "3w", "3w.csv", "--suggest-mapping", "-o", "m.yaml")
    #expect(again.status == 0)
  }

  @Test func `every fault of the mapping is told with its line, and nothing is written`()
    async throws
  {
    let pillar = try Tool()
    try pillar.folder.write(Self.links, to: "links.csv")
    try pillar.folder.write("relations: {kind: member-of, from: stat, to: ig}\n", to: "m.yaml")
    let run = try await pillar("import", "csv", "links.csv", "--mapping", "m.yaml", "-o", "g")
    #expect(run.status == 2)
    #expect(run.messages.contains("m.yaml:1:36: error: links.csv has no column “stat”"))
    #expect(run.messages.contains("hint: did you mean “igo”?"))
    #expect(!pillar.folder.exists("g"))
    let missing = try await pillar(
      "import",
      "csv",
      "links.csv",
      "--mapping",
      "none.yaml",
      "-o",
      "g"
    )
    #expect(missing.status == 2)
    #expect(missing.messages.contains("none.yaml: error: the file cannot be read"))
  }

  @Test(arguments: [
    ["links.csv", "-o", "g"], ["links.csv", "--mapping", "m.yaml"],
    ["links.csv", "--mapping", "m.yaml", "--suggest-mapping"],
    ["links.csv", "--mapping", "m.yaml", "-o", "g", "--concordance", "loose"],
  ])
  func `what is missing is bad usage`(arguments: [String]) async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.links, to: "links.csv")
    try pillar.folder.write(Self.mapping, to: "m.yaml")
    #expect(try await pillar.run(["import", "csv"] + arguments).status == 64)
  }
}
