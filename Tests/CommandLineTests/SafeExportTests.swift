import Foundation
import Testing

@Suite struct SafeExportTests {
  private func tool(_ list: String? = nil) throws -> Tool {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    if let list { try pillar.folder.write(list, to: "north/sensitive.csv") }
    return pillar
  }

  @Test(arguments: ["json", "graphml", "dot"])
  func `a marked actor is in no format, and counts are told`(format: String) async throws {
    let pillar = try tool("node\nRadio North\n")
    let run = try await pillar("export", "north", "--safe", "--format", format, "--threshold", "1")
    #expect(run.status == 0)
    #expect(!run.output.lowercased().contains("radio"))
    #expect(run.output.contains("Actor 1"))
    #expect(run.messages.contains("actor: 1 goes by a number."))
    #expect(!run.messages.lowercased().contains("radio"))
  }

  @Test func `the safe folder is a collection with the same coverage`() async throws {
    let pillar = try tool("node,kind\n,actor\n")
    let arguments = ["export", "north", "--safe", "--threshold", "1", "--format", "collection"]
    let run = try await pillar.run(arguments + ["-o", "shared", "--hidden", "names.csv"])
    #expect(run.status == 0)
    #expect(run.output.contains("actor: 3 go by numbers."))
    #expect(run.messages.contains("keep it apart"))
    #expect(try pillar.folder.text("names.csv").contains("radio-north,Radio North,actor,withheld-"))
    let before = try await pillar("coverage", "north", "--format", "csv").lines.count
    let after = try await pillar("coverage", "shared", "--format", "csv").lines
    #expect(after.count == before)
    #expect(try await pillar("check", "shared").status == 0)
    #expect(try await pillar.run(arguments + ["-o", "shared"]).status == 0)
  }

  @Test func `the private names are for their owner alone, and never in the copy`() async throws {
    let pillar = try tool("node\nRadio North\n")
    let safe = ["export", "north", "--safe", "--format", "csv", "-o", "shared"]
    let beside = try await pillar.run(safe + ["--hidden", "shared/names.csv"])
    #expect(beside.status == 2)
    #expect(!pillar.folder.exists("shared"))
    #expect(try await pillar.run(safe + ["--hidden", "names.csv"]).status == 0)
    let path = pillar.folder.url.appending(path: "names.csv").path
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `nothing is written unless everybody on the list is found`() async throws {
    let pillar = try tool("node\nRadio Nort\n")
    let run = try await pillar("export", "north", "--safe", "-o", "shared.json")
    #expect(run.status == 2)
    #expect(run.messages.contains("“Radio Nort” is nobody in this collection"))
    #expect(run.messages.contains("did you mean “radio north”? mend the line"))
    #expect(!pillar.folder.exists("shared.json"))
    let allowed = try await pillar(
      "export",
      "north",
      "--safe",
      "--allow-absent",
      "--hide",
      "Relief Works",
      "-o",
      "shared.json"
    )
    #expect(allowed.status == 0)
    #expect(try !pillar.folder.text("shared.json").contains("Relief"))
  }

  @Test func `a collection without marks, a short secret and its own folder are refused`()
    async throws
  {
    let pillar = try tool()
    #expect(try await pillar("export", "north", "--safe").messages.contains("nobody is marked"))
    try pillar.folder.write("short", to: "key")
    let short = try await pillar(
      "export",
      "north",
      "--safe",
      "--hide",
      "Radio North",
      "--key-file",
      "key"
    )
    #expect(short.status == 2 && short.messages.contains("can be guessed"))
    let own = try await pillar(
      "export",
      "north",
      "--safe",
      "--hide",
      "Radio North",
      "--format",
      "collection",
      "-o",
      "north"
    )
    #expect(own.status == 2 && own.messages.contains("is the collection itself"))
    #expect(try await pillar("export", "north", "--hide", "Radio North").status == 64)
    #expect(try await pillar("export", "north", "--format", "collection").status == 64)
  }

  @Test func `a secret of one's own changes who has which number`() async throws {
    let pillar = try tool("node,kind\n,actor\n")
    var outputs: Set<String> = []
    for secret in 0..<8 {
      try pillar.folder.write("a long secret, number \(secret)", to: "key")
      let run = try await pillar(
        "export",
        "north",
        "--safe",
        "--threshold",
        "1",
        "--key-file",
        "key"
      )
      let again = try await pillar(
        "export",
        "north",
        "--safe",
        "--threshold",
        "1",
        "--key-file",
        "key"
      )
      #expect(run.output == again.output)
      outputs.insert(run.output)
    }
    #expect(outputs.count > 1)
  }
}
