import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct RenderTests {
  static let engines = ["dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage"]

  @Test(arguments: engines)
  func `every engine draws every format`(engine: String) async throws {
    let pillar = try Tool()
    try pillar.folder.write("graph g { a -- b -- c; a -- c }", to: "g.dot")
    for (format, start) in [
      ("svg", "<svg"), ("png", "\u{FFFD}PNG"), ("pdf", "%PDF-"), ("plain", "graph "),
      ("json", "{"), ("dot", "graph g {"),
    ] {
      let run = try await pillar("render", "g.dot", "--engine", engine, "--format", format)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix(start), "\(format)")
    }
  }

  @Test func `standard input is read, and the name chooses the format`() async throws {
    let pillar = try Tool()
    let run = try await pillar.bash(
      "echo 'digraph { a -> b }' | pillar render - -o x.pdf && head -c 5 x.pdf"
    )
    #expect((run.status, run.output) == (0, "%PDF-"))
  }

  @Test func `every fault is told with its place`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("digraph {\n  a -- b\n  c [color=]\n}\n", to: "bad.dot")
    let run = try await pillar("render", "bad.dot")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.contains("bad.dot:2:"))
    #expect(run.messages.contains("bad.dot:3:"))
    #expect(run.messages.contains("^"))
  }

  @Test func `of several graphs one is chosen`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("graph one { a } graph two { b }", to: "two.gv")
    let all = try await pillar("render", "two.gv")
    #expect(all.status == 2)
    #expect(all.messages.contains("--graph 1 to 2"))
    let second = try await pillar("render", "two.gv", "--graph", "2", "--format", "dot")
    #expect(second.output.hasPrefix("graph two {"))
    #expect(try await pillar("render", "two.gv", "--graph", "3").status == 2)
    try pillar.folder.write("/* nothing */", to: "none.gv")
    #expect(try await pillar("render", "none.gv").messages.contains("holds no graph"))
  }

  @Test func `what reads files or runs scripts is left out and told`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(
      #"digraph { a [image="/etc/passwd", URL="javascript:alert(1)", label="<script>"] }"#,
      to: "evil.dot"
    )
    let run = try await pillar("render", "evil.dot")
    #expect(run.status == 0)
    #expect(run.messages.contains("note: left out “image” once"))
    #expect(run.messages.contains("URL"))
    #expect(!run.output.contains("javascript"))
    #expect(!run.output.contains("passwd"))
    #expect(!run.output.contains("<script"))
    #expect(run.output.contains("&lt;script&gt;"))
    #expect(XMLParser(data: Data(run.output.utf8)).parse())
  }

  @Test func `a graph that crashes or takes too long ends in a message`() async throws {
    let pillar = try Tool()
    let edges = (0..<120).map { from in
      (0..<120).map { "n\(from) -> m\($0);" }.joined()
    }.joined(separator: "\n")
    try pillar.folder.write("digraph {\n\(edges)\n}", to: "dense.dot")
    let long = try await pillar(
      "render",
      "dense.dot",
      "--processor-seconds",
      "1",
      "--wall-seconds",
      "300"
    )
    #expect(long.status == 2)
    #expect(long.messages.contains("more than 1 second of processor time"))
    #expect(long.messages.contains("\n  hint: "))
    let memory = try await pillar("render", "dense.dot", "--memory", "64")
    #expect(memory.status == 2)
    #expect(memory.messages.hasPrefix("error: drawing needed more than 64 MiB of memory"))
  }

  @Test func `a folder, or a file that is not there, is told`() async throws {
    let pillar = try Tool()
    let folder = try await pillar("render", "Graphs")
    #expect(folder.status == 2)
    #expect(
      folder.messages == "error: Graphs is a folder\n  hint: pillar draw draws a collection\n"
    )
    #expect(try await pillar("render", "none.dot").messages.contains("none.dot cannot be read"))
  }
}
