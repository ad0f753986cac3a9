import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DrawTests {
  /// Every picture that can be asked for.
  static let pictures: [[String]] = [
    [], ["--matrix"], ["--cards"], ["--ego", "Radio North"], ["--ego", "east"],
    ["--cut", "Radio North", "Relief Works"], ["--cut", "Border Council", "Relief Works"],
    ["--path", "Border Council", "Relief Works"], ["--path", "Border Council", "Radio North"],
    ["--case", "west"], ["--case", "west", "--inhibitor", "mediation", "--theme", "dark"],
    ["--detail", "families"], ["--matrix", "--detail", "full", "--title", "A & <B>"],
    ["--connect", "Radio North", "Relief Works"], ["--communities"], ["--reach-all"],
    ["--timeline"], ["--timeline", "--case", "west", "--steps", "quarter"],
  ]

  @Test(arguments: pictures)
  func `every picture comes in every format, and the same twice`(picture: [String]) async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    for (name, start) in [("p.svg", "<svg"), ("p.png", "\u{89}PNG"), ("p.pdf", "%PDF-")] {
      for file in [name, "again-\(name)"] {
        let run = try await pillar.run(["draw", "north"] + picture + ["-o", file])
        #expect((run.status, run.output, run.messages) == (0, "", ""))
      }
      let bytes = try Data(contentsOf: pillar.folder.url.appending(path: name))
      #expect(bytes.starts(with: Data(start.unicodeScalars.map { UInt8($0.value) })))
      let again = try Data(contentsOf: pillar.folder.url.appending(path: "again-\(name)"))
      #expect(
        again == bytes,
        "\(name): \(zip(bytes, again).enumerated().first { $1.0 != $1.1 }?.offset ?? -1)"
      )
    }
    let svg = Data(try pillar.folder.text("p.svg").utf8)
    #expect(XMLParser(data: svg).parse())
    let dot = try await pillar.run(["draw", "north"] + picture + ["--format", "dot"])
    #expect(dot.output.hasPrefix("digraph "))
  }

  @Test func `an svg goes to standard output, and says what it shows`() async throws {
    let pillar = try Tool()
    let run = try await pillar("draw", "Graphs/r2p", "--matrix")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<svg"))
    #expect(run.output.contains("137 of 147"))
    #expect(run.output.contains("<desc"))
    #expect(run.output.contains("prefers-color-scheme"))
    let dark = try await pillar("draw", "Graphs/r2p", "--matrix", "--theme", "dark")
    #expect(!dark.output.contains("prefers-color-scheme"))
  }

  @Test func `a path in time says when its steps are taken`() async throws {
    let run = try await Tool()("draw", "Graphs/r2p", "--path", "AU", "EU", "--in-time", "fewest")
    #expect(run.status == 0)
    #expect(run.output.contains("1 step · at any time"))
    #expect(run.output.contains("1 of 1 step has no dates"))
  }

  @Test func `a picture that could not be read on the page is refused with advice`() async throws {
    let pillar = try Tool()
    let full = ["draw", "Graphs/r2p", "--ego", "United Nations", "--detail", "full"]
    let small = try await pillar.run(full + ["--page", "a4", "-o", "un.pdf"])
    #expect(small.status == 2)
    #expect(small.messages.hasPrefix("error: on A4 the smallest text would be "))
    #expect(small.messages.contains("\n  hint: "))
    #expect(!pillar.folder.exists("un.pdf"))
    let whole = try await pillar.run(full + ["-o", "un.pdf"])
    #expect(whole.status == 0)
    let matrix = try await pillar("draw", "Graphs/r2p", "--matrix", "--page", "a4", "-o", "m.pdf")
    #expect(matrix.status == 0)
  }

  @Test func `the export as DOT is the text behind the picture`() async throws {
    let pillar = try Tool()
    let drawn = try await pillar("draw", "Graphs/r2p", "--format", "dot")
    let exported = try await pillar("export", "Graphs/r2p", "--format", "dot")
    #expect(drawn.output == exported.output)
    #expect(drawn.output.hasPrefix("digraph "))
  }

  @Test(arguments: [
    ["--matrix", "--cards"], ["--matrix", "--ego", "east"], ["--path", "east"], ["--cut", "east"],
    ["--connect", "UNDP"], ["--communities", "--reach-all"],
    ["--reach-all", "--group-resolution", "2"],
    ["--communities", "--count", "5"], ["--page", "a4", "-o", "x.svg"], ["--format", "gif"],
    ["--resolution", "0"],
    ["--processor-seconds", "0"], ["--memory", "1"], ["--theme", "blue"],
    ["--path", "UNDP", "AU", "--pareto", "--through", "EU"], ["--ego", "AU", "--up-to", "2"],
  ])
  func `what makes no sense is bad usage`(options: [String]) async throws {
    let run = try await Tool().run(["draw", "Graphs/r2p"] + options)
    #expect(run.status == 64)
    #expect(run.messages.hasPrefix("Error: "))
  }

  @Test func `a name that is not there, or another kind of file, is told`() async throws {
    let pillar = try Tool()
    let nobody = try await pillar("draw", "Graphs/r2p", "--ego", "UNPD", "-o", "x.svg")
    #expect(nobody.status == 2)
    #expect(nobody.messages.contains("undp"))
    try pillar.folder.write("{}", to: "x.svg")
    let taken = try await pillar("draw", "Graphs/r2p", "-o", "x.svg")
    #expect(taken.status == 2)
    #expect(try pillar.folder.text("x.svg") == "{}")
  }

  @Test func `without the worker everything else works, and drawing says what to do`() async throws
  {
    let pillar = try Tool()
    // A copy of the tool beside which no worker stands. Another process makes it: what this one has
    // open for writing, programs that other tests start at the same time would keep busy.
    let copy = try await pillar.bash(#"cp "$TOOL" alone"#, environment: ["TOOL": Tool.path])
    #expect(copy.status == 0)
    let ask = { (words: String) in
      try await pillar.bash("PATH=/usr/bin:/bin ./alone \(words)")
    }
    let drawing = try await ask("draw Graphs/r2p -o x.svg")
    #expect(drawing.status == 2)
    #expect(drawing.messages.hasPrefix("error: drawing needs the program pillar-graphviz"))
    #expect(drawing.messages.contains("libgraphviz-dev"))
    #expect(!pillar.folder.exists("x.svg"))
    #expect(try await ask("draw Graphs/r2p --format dot").status == 0)
    #expect(try await ask("gaps Graphs/r2p").status == 0)
    let named = try await ask(
      "draw Graphs/r2p -o x.svg; PILLAR_GRAPHVIZ=/bin/true ./alone info Graphs/r2p"
    )
    #expect(named.status == 0)
  }

  @Test(arguments: ["/nowhere/at/all", "/bin/true", "/bin/cat", "/etc/passwd", "/"])
  func `a worker that is none is told`(path: String) async throws {
    let run = try await Tool()("draw", "Graphs/r2p", environment: ["PILLAR_GRAPHVIZ": path])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.hasPrefix("error: "))
    #expect(run.messages.contains("PILLAR_GRAPHVIZ"))
  }
}
