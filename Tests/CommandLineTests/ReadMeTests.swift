import Foundation
import GraphvizRendering
import TestSupport
import Testing

@Suite struct ReadMeTests {
  @Test func `the first collection answers what the text says`() async throws {
    let pillar = try Tool()
    let block = try #require(try Self.blocks().first { $0.contains("mkdir -p Northland") })
    let run = try await pillar.bash("set -e\n" + Self.withTool(block))
    #expect(run.status == 0)
    #expect(run.messages == "")

    let gaps = try await pillar("gaps", "Northland", "--format", "csv")
    #expect(gaps.lines.count == 2)
    #expect(gaps.lines.last?.hasPrefix("1,Western district,Local capacity to resolve") == true)
    #expect(gaps.output.contains("Border Council (Eastern district)"))
    #expect(gaps.output.contains("Relief Works (Eastern district)"))
    #expect(run.output.contains("Western district"))
    #expect(run.output.contains("Border Council, in Eastern district"))

    let single = try await pillar("gaps", "Northland", "--with-single", "--format", "csv")
    let media = single.lines.filter { $0.contains("Media capacity") }
    #expect(media.count == 2)
    #expect(media.allSatisfy { $0.contains(",one,") })
    #expect(try await pillar("gaps", "Northland", "--with-single").output.contains("Radio North"))
  }

  @Test func `a typing error is found and told as the text says`() async throws {
    let pillar = try Tool()
    let block = try #require(try Self.blocks().first { $0.contains("mkdir -p Northland") })
    #expect(try await pillar.bash(Self.withTool(block)).status == 0)
    let facts = try pillar.folder.text("Northland/assistance.csv")
    try pillar.folder.write(
      facts.replacing("border-council", with: "border-counsil"),
      to: "Northland/assistance.csv"
    )
    let run = try await pillar("check", "Northland")
    #expect(run.status == 2)
    let told = try #require(try Self.blocks(anyLanguage: true).first { $0.contains("counsil") })
    #expect(run.output.hasPrefix(told))
  }

  @Test func `every other command runs`() async throws {
    let pillar = try Tool()
    let blocks = try Self.blocks().filter { !$0.contains("mkdir") }
    let commands = blocks.flatMap { $0.split(separator: "\n").map(String.init) }
      .filter { $0.hasPrefix("Scripts/pillar ") }
    #expect(commands.count >= 5)
    for command in commands {
      let run = try await pillar.bash(Self.withTool(command))
      #expect(run.status == 0, "\(command)\n\(run.messages)")
      let words = command.split(separator: " ")
      let arrow = words.firstIndex { $0 == "-o" || $0 == ">" }
      let written = try arrow.map { place in
        let path = String(words[place + 1])
        let collection = "\(path)/collection.yaml"
        return try pillar.folder.text(pillar.folder.exists(collection) ? collection : path)
      }
      #expect((written ?? run.output) != "")
    }
  }

  @Test func `the picture is what is drawn`() async throws {
    let shown = try Data(
      contentsOf: Oracles.packageFolder.appending(path: "Documentation/Pictures/coordination.svg")
    )
    let drawn = try await Tool()("draw", "Graphs/r2p")
    // Where things stand depends on the version of Graphviz; what is said does not.
    let texts = try [Array(shown), Array(drawn.output.utf8)].map { try SVGText($0) }
    #expect(texts[0].description == texts[1].description)
    #expect(texts[0].lines.sorted() == texts[1].lines.sorted())
  }

  /// The fenced blocks of README.md: those of the shell, or all.
  private static func blocks(anyLanguage: Bool = false) throws -> [String] {
    let text = try String(
      contentsOf: Oracles.packageFolder.appending(path: "README.md"),
      encoding: .utf8
    )
    let parts = text.components(separatedBy: "```")
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
      .filter { anyLanguage || $0.hasPrefix("sh\n") }
      .map { String($0.drop { !$0.isNewline }.dropFirst()) }
  }

  private static func withTool(_ script: String) -> String {
    script.replacing("Scripts/pillar", with: "pillar")
  }
}
