import Testing

/// The verb `actors`, and decisions when files are imported.
@Suite struct ActorsTests {
  private static let table = """
    #org,#sector,#adm2+code
    PAM,Food,X1
    WFP,Food,X1
    OIM,Shelter,X2
    IOM,Shelter,X1
    Nile Works,WASH,X2
    Other,WASH,X1

    """

  private func imported() async throws -> Tool {
    let pillar = try Tool()
    try pillar.folder.write(Self.table, to: "3w.csv")
    #expect(try await pillar("import", "3w", "3w.csv", "-o", "country").status == 0)
    return pillar
  }

  private func files(_ pillar: Tool) throws -> [String] {
    try ["country/assistance.csv", "country/nodes/actor.csv", "country/collection.yaml"].map {
      try pillar.folder.text($0)
    }
  }

  @Test func `decisions are written, applied on import and undone`() async throws {
    let pillar = try await imported()
    let before = try files(pillar)
    let list = try await pillar("actors", "country")
    #expect(list.status == 0)
    #expect(list.output.contains("2 proposals that some of 5 actors are one (2 high)"))
    #expect(list.output.contains("both are known names of World Food Programme"))
    #expect(list.output.contains("Other (placeholder): 1 fact"))
    let accepted = try await pillar("actors", "country", "--accept", "high")
    #expect(accepted.output.contains("country/actors.csv: 2 lines added."))
    #expect(accepted.output.contains("imported into country again"))
    #expect(try await pillar("actors", "country").output.contains("none of 5 actors"))
    #expect(try await pillar("check", "country", "--strict").status == 0)
    let again = try await pillar("import", "3w", "3w.csv", "-o", "country")
    #expect(again.output.contains("2 of 2 decisions made a difference"))
    #expect(again.output.contains("6 rows of 1 file became 5 facts"))
    #expect(try await pillar("actors", "country").output.contains("none of 3 actors"))
    let undone = try await pillar("actors", "country", "--undo", "pam", "OIM")
    #expect(undone.output.contains("2 lines removed."))
    #expect(try await pillar("import", "3w", "3w.csv", "-o", "country").status == 0)
    #expect(try files(pillar) == before)
  }

  @Test func `a number is taken only with the key of its list`() async throws {
    let pillar = try await imported()
    let bare = try await pillar("actors", "country", "--accept", "1")
    #expect(bare.status == 2)
    #expect(bare.messages.contains("--list does not say of which"))
    let output = try await pillar("actors", "country").output
    let key = try #require(output.split(separator: "belong to list ").last?.prefix(5))
    let wrong = try await pillar("actors", "country", "--accept", "1", "--list", "aaaaa")
    #expect(wrong.messages.contains("the list is another one now"))
    #expect(!pillar.folder.exists("country/actors.csv"))
    let right = try await pillar(
      "actors",
      "country",
      "--accept",
      "1-2",
      "--list",
      String(key),
      "--reason",
      "by hand"
    )
    #expect(right.status == 0)
    let lines = try pillar.folder.text("country/actors.csv").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.dropFirst().allSatisfy { $0.contains("by hand") })
  }

  @Test func `names may be decided that nobody proposed, in a file anywhere`() async throws {
    let pillar = try await imported()
    let run = try await pillar(
      "actors",
      "country",
      "--same",
      "Nile Works",
      "PAM",
      "--different",
      "WFP",
      "OIM",
      "--decisions",
      "names.csv"
    )
    #expect(run.status == 0)
    #expect(!pillar.folder.exists("country/actors.csv"))
    let again = try await pillar(
      "import",
      "3w",
      "3w.csv",
      "-o",
      "country",
      "--decisions",
      "names.csv"
    )
    #expect(again.output.contains("1 of 2 decisions made a difference; 1 say what the rules say"))
    #expect(try pillar.folder.text("country/nodes/actor.csv").contains("Nile Works,PAM"))
    let contrary = try await pillar(
      "actors",
      "country",
      "--different",
      "PAM",
      "nile works",
      "--decisions",
      "names.csv"
    )
    #expect(contrary.status == 2)
    #expect(contrary.messages.contains("cannot be both same and different (line 2)"))
  }

  @Test func `a faulty file of decisions stops the import with every fault`() async throws {
    let pillar = try await imported()
    try pillar.folder.write(
      "decision,name,other\nmerge,PAM,WFP\nsame,OIM,\n",
      to: "country/actors.csv"
    )
    for arguments in [["import", "3w", "3w.csv", "-o", "country"], ["actors", "country"]] {
      let run = try await pillar.run(arguments)
      #expect(run.status == 2)
      #expect(run.messages.contains("country/actors.csv:2:1: error: “merge” is no decision"))
      #expect(run.messages.contains("country/actors.csv:3:"))
    }
    let missing = try await pillar("actors", "country", "--decisions", "none.csv")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("there is no file none.csv"))
  }

  @Test func `answers do not overwrite the decisions`() async throws {
    let pillar = try await imported()
    let run = try await pillar("actors", "country", "--format", "csv", "-o", "country/actors.csv")
    #expect(run.status == 2)
    #expect(run.messages.contains("country/actors.csv is a file of a collection"))
  }

  @Test func `only the classes that are asked for are listed`() async throws {
    let pillar = try await imported()
    let low = try await pillar("actors", "country", "--confidence", "low", "--format", "csv")
    #expect(low.lines.count == 1)
    let unnamed = try await pillar("actors", "country", "--unnamed", "--format", "csv")
    #expect(unnamed.lines.last?.hasSuffix("Other,placeholder,1") == true)
    #expect(try await pillar("actors", "country", "--confidence", "hihg").status == 64)
    #expect(try await pillar("actors", "country", "--same", "PAM").status == 64)
    #expect(try await pillar("actors", "country", "--undo", "PAM", "--accept", "high").status == 64)
    let nobody = try await pillar("actors", "country", "--reject", "zzzzz,high")
    #expect(nobody.status == 2)
    #expect(nobody.messages.contains("“zzzzz” is no open proposal"))
    #expect(nobody.messages.contains("“high” is no open proposal"))
  }
}
