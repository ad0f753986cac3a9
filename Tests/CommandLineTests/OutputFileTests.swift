import Foundation
import Testing

@Suite struct OutputFileTests {
  @Test func `-o writes the answer, makes folders and says nothing`() async throws {
    let pillar = try Tool()
    let printed = try await pillar("gaps", "Graphs/r2p", "--format", "json")
    let run = try await pillar("gaps", "Graphs/r2p", "--format", "json", "-o", "a/b/gaps.json")
    #expect((run.status, run.output, run.messages) == (0, "", ""))
    #expect(try pillar.folder.text("a/b/gaps.json") == printed.output)
    let names = try FileManager.default
      .contentsOfDirectory(atPath: pillar.folder.url.appending(path: "a/b").path)
    #expect(names == ["gaps.json"])
  }

  @Test(arguments: [
    ("x.json", "{"), ("x.md", "# "), ("x.csv", "what,kind"), ("x.txt", "Responsibility"),
    ("x", "Responsibility"),
  ])
  func `the name chooses the format`(name: String, start: String) async throws {
    let pillar = try Tool()
    #expect(try await pillar("info", "Graphs/r2p", "-o", name).status == 0)
    #expect(try pillar.folder.text(name).hasPrefix(start))
  }

  @Test func `a file is replaced by one of its kind, and by no other`() async throws {
    let pillar = try Tool()
    for (name, content, format, status) in [
      ("a.json", "{\"old\": 1}", "json", Int32(0)), ("a.json", "{}", "csv", 2),
      ("b", "{\"old\": 1}", "table", 2), ("b", "\u{0}\u{1}", "table", 2),
      ("c.csv", "# Notes\n", "csv", 2), ("d.md", "<html>", "markdown", 2),
      ("e.swift", "let x = 1\n", "table", 2), ("f.txt", "old", "table", 0),
      ("g.csv", "a,b\n", "csv", 0), ("h.md", "", "markdown", 0),
      ("i", "strict digraph \"x\" {}", "json", 2),
      ("j", "Graphs of {actors}, as planned", "table", 0),
      ("k", "%PDF-1.5\n", "table", 2), ("l", "<svg viewBox='0 0 1 1'/>", "csv", 2),
    ] {
      try pillar.folder.write(content, to: name)
      let run = try await pillar("info", "Graphs/r2p", "--format", format, "-o", name)
      #expect(run.status == status, "\(name) \(format)")
      #expect(run.output == "")
      #expect(run.messages.isEmpty == (status == 0))
      #expect((try pillar.folder.text(name) == content) == (status == 2))
    }
  }

  @Test func `what cannot be written is left as it was`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try pillar.folder.write("I am a file", to: "file")
    try pillar.folder.write("", to: "folder/x")
    let facts = try pillar.folder.text("north/assistance.csv")
    for path in ["file/gaps.csv", "folder", "north/assistance.csv", "north/nodes/actor.csv", ""] {
      let run = try await pillar("gaps", "north", "--format", "csv", "-o", path)
      #expect(run.status == 2, "\(path)")
      #expect(run.messages.hasPrefix("error: "))
      #expect(run.messages.contains("\n  hint: "))
    }
    #expect(try pillar.folder.text("file") == "I am a file")
    #expect(try pillar.folder.text("north/assistance.csv") == facts)
  }

  @Test func `a full disk keeps the file that was there`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("old\n", to: "gaps.txt")
    // A limit on the size of files stands for the full disk.
    let run = try await pillar.bash("ulimit -f 1; trap '' XFSZ; pillar gaps Graphs/r2p -o gaps.txt")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("error: gaps.txt cannot be written"))
    #expect(try pillar.folder.text("gaps.txt") == "old\n")
    #expect(try pillar.folder.names == ["Examples", "Graphs", "gaps.txt"])
  }

  @Test func `a link, a pipe and a device are written through`() async throws {
    let pillar = try Tool()
    let run = try await pillar.bash(
      """
      set -e
      echo old > real.txt; ln -s real.txt link.txt
      pillar info Graphs/r2p -o link.txt; test -L link.txt; head -1 real.txt
      mkfifo pipe; (timeout 20 head -1 < pipe > got) & pillar info Graphs/r2p -o pipe; wait
      test -p pipe; cat got
      pillar info Graphs/r2p -o /dev/null; test -c /dev/null
      pillar info Graphs/r2p -o - | head -1
      """
    )
    #expect(run.messages == "")
    #expect(run.lines == Array(repeating: "Responsibility to protect", count: 3))
  }

  @Test func `a reader that goes away is no failure`() async throws {
    let pillar = try Tool()
    for question in ["gaps Graphs/r2p", "export Graphs/r2p", "why Graphs/r2p 'United Nations'"] {
      let run = try await pillar.bash(
        "pillar \(question) --format json | head -1; echo ${PIPESTATUS[0]}"
      )
      #expect(run.lines == ["{", "0"])
      #expect(run.messages == "")
    }
  }

  @Test func `an answer that cannot be printed is a failure`() async throws {
    let pillar = try Tool()
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let full = try await pillar.bash("pillar gaps Graphs/r2p > /dev/full")
    #expect(full.status == 2)
    #expect(full.messages.hasPrefix("error: the answer cannot be printed"))
  }
}
