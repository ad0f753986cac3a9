import Foundation
import Testing

@Suite struct BadInputTests {
  @Test(arguments: [
    ("assistance.csv", "radio-north,media,east", "2:19: error: the line has 3 cells", "comma"),
    ("assistance.csv", "radio-nort,media,east,,survey", "2:1: error: unknown actor", "radio-north"),
    (
      "assistance.csv", "radio-north,east,east,,survey", "2:13: error: “east” is a country", "check"
    ),
    ("assistance.csv", "radio-north,media,east,20x4,survey", "2:24: error: “20x4” is no", "2013"),
    ("nodes/country-case.csv", "east,A,survey\neast,B,survey", "3:1: error: ", "first"),
    ("nodes/country-case.csv", "east,A,surveys p.1", "2:8: error: ", "survey"),
  ])
  func `a fault is told with its place and a hint`(
    file: String,
    line: String,
    expected: String,
    hint: String
  ) async throws {
    let pillar = try Tool()
    let heading = (SmallCollection.files[file] ?? "").prefix { !$0.isNewline }
    try SmallCollection.write(to: pillar.folder, changing: [file: "\(heading)\n\(line)\n"])
    let check = try await pillar("check", "north")
    #expect(check.status == 2)
    #expect(check.messages == "")
    let lines = check.output.split(separator: "\n").map(String.init)
    let place = try #require(
      lines.firstIndex { $0.hasPrefix("north/\(file):\(expected)") },
      "\(check.output)"
    )
    #expect(lines[place + 1].hasPrefix("  hint: ") && lines[place + 1].contains(hint))

    let gaps = try await pillar("gaps", "north")
    #expect(gaps.status == 2)
    #expect(gaps.output == "")
    #expect(gaps.messages.contains("north/\(file):\(expected)"))
  }

  @Test func `every fault is told, not only the first`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(
      to: pillar.folder,
      changing: [
        "assistance.csv": """
        providers,inhibitor,case,from,sources
        nobody-here,media,east,2024,survey
        radio-north,media,east,yesterday,survey
        radio-north,media
        """
      ]
    )
    let run = try await pillar("check", "north", "--format", "json")
    let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let findings = answer?["findings"] as? [[String: Any]]
    #expect(findings?.compactMap { $0["line"] as? Int } == [2, 3, 4])
    #expect(answer?["errors"] as? Int == 3)
    #expect(run.status == 2)
  }

  @Test(
    arguments: [
      ("assistance.csv", []), ("assistance.csv", [0xFF, 0xFE, 0x00]), ("nodes/actor.csv", []),
      ("nodes/actor.csv", Array("id,name\nx,\u{0}\n".utf8)), ("collection.yaml", []),
      ("nodes/actor.csv", Array("id,name,sources\nx,".utf8) + [0xC3, 0x28, 0x0A]),
      ("collection.yaml", Array("title: [\n".utf8)), ("collection.yaml", [0x00, 0xFF]),
      ("nodes/actor.csv", Array("id,name\n\"open".utf8)), ("collection.yaml", Array("- a\n".utf8)),
    ] as [(String, [UInt8])]
  )
  func `broken bytes are faults, never a crash`(file: String, bytes: [UInt8]) async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try pillar.folder.write(bytes, to: "north/\(file)")
    let run = try await pillar("gaps", "north")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.contains("north/\(file)"))
    #expect(run.messages.contains("\n  hint: "))
  }

  @Test func `what is no collection is told as that`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try pillar.folder.write("", to: "empty/x")
    for path in ["nowhere", "north/assistance.csv", "empty", "", "/dev/null", "north/nodes"] {
      let run = try await pillar("gaps", path)
      #expect(run.status == 2, "\(path)")
      #expect(run.output == "")
      #expect(run.messages.contains("error: "))
      #expect(run.messages.contains("\n  hint: "))
    }
  }

  @Test(arguments: ["collection.yaml", "assistance.csv", "nodes/actor.csv"])
  func `a missing file, or a folder in its place, is a fault`(file: String) async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try pillar.folder.remove("north/\(file)")
    #expect(try await pillar("gaps", "north").status == 2)
    try pillar.folder.write("", to: "north/\(file)/inside")
    let run = try await pillar("gaps", "north")
    #expect(run.status == 2)
    #expect(run.messages.contains("north/\(file)"))
  }

  @Test func `an escape sequence in data or arguments never reaches the terminal`() async throws {
    let pillar = try Tool()
    let escape = "\u{1B}[31m"
    try SmallCollection.write(
      to: pillar.folder,
      changing: [
        "collection.yaml": "title: \"N\\e[31mred\"\nsources:\n  survey: \"S\\e]0;x\\a\"\n",
        "nodes/actor.csv": """
        id,name,sources
        border-council,Border \(escape)Council,survey § x\(escape)
        radio-north,Radio,survey
        relief-works,Relief,survey
        """,
      ]
    )
    for question in [
      ["gaps", "north"], ["coverage", "north"], ["info", "north"], ["check", "north"],
      ["info", "north", "--kind", "actor"], ["why", "north", "border-council"],
      ["path", "north", "border-council", "relief-works"], ["why", "north", "x\(escape)"],
      ["gaps", "nowhere\(escape)"],
    ] {
      for format in ["table", "markdown", "json"] {
        let run = try await pillar.run(question + ["--format", format])
        #expect(!(run.output + run.messages).contains("\u{1B}"), "\(question) \(format)")
      }
    }
  }
}
