import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    [], ["check"], ["info"], ["why"], ["coverage"], ["gaps"], ["redundancy"], ["timeline"],
    ["diff"],
    ["sensitivity"], ["likelihood"], ["withdraw"], ["candidates"], ["close"], ["path"],
    ["support"], ["brokers"], ["cut"], ["group"],
    ["reliability"], ["draw"], ["render"], ["export"], ["actors"], ["import", "3w"],
    ["import", "csv"],
  ])
  func `every example in the help runs as it is printed`(verb: [String]) async throws {
    let pillar = try Tool()
    if verb.first == "import" { try Self.writeTables(in: pillar.folder) }
    let help = try await pillar.run(
      verb + ["--help"],
      environment: ["COLUMNS": "500", "PILLAR_COMMAND": Tool.path]
    )
    #expect(help.status == 0)
    let examples = try Self.examples(in: help.output)
    #expect(examples.count >= 2)
    for example in examples {
      let run = try await pillar.bash(example)
      #expect(run.status == 0, "\(example)\n\(run.messages)")
      #expect(run.messages == "", "\(example)")
    }
  }

  @Test func `help goes to standard output, for every way to ask`() async throws {
    let pillar = try Tool()
    for arguments in [["--help"], ["-h"], ["help"], ["help", "gaps"], ["gaps", "-h"], []] {
      let run = try await pillar.run(arguments)
      #expect(run.status == 0)
      #expect(run.output.contains("OVERVIEW: "))
      #expect(run.messages == "")
    }
    #expect(try await pillar("--version").output == "0.1.0\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are made for a shell`(shell: String) async throws {
    let pillar = try Tool()
    let script = try await pillar("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains("coverage"))
    guard shell == "bash" else { return }
    try pillar.folder.write(script.output, to: "pillar.bash")
    #expect(try await pillar.bash("source pillar.bash && complete -p pillar").status == 0)
  }

  /// The tables that examples of imports read; what they make must not land in the package's own
  /// folder of graphs.
  private static func writeTables(in folder: TemporaryFolder) throws {
    try folder.remove("Graphs")
    for name in ["3w", "january", "february"] {
      try folder.write("#org,#sector,#adm2+code\nIRC,Health,X1\n", to: "\(name).csv")
    }
    try folder.write("member,network,year\nA,N,2021\nB,N,2022\nA,M,2022\n", to: "members.csv")
  }

  /// The lines under EXAMPLES.
  private static func examples(in help: String) throws -> [String] {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = try #require(lines.firstIndex(of: "EXAMPLES"))
    return lines[(heading + 1)...].prefix { !$0.isEmpty }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
