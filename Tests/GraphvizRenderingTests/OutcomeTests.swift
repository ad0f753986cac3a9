import Foundation
import GraphvizRendering
import Testing

/// What the end of the worker means, tried with scripts that end as it may end.
@Suite struct OutcomeTests {
  private static func outcome(of script: String) async throws -> GraphvizError? {
    let folder = try TemporaryFolder()
    let renderer = try Worker.script(script, in: folder)
    do throws(GraphvizError) {
      _ = try await renderer.render("graph { a }", as: .svg, limits: .init())
      return nil
    } catch {
      return error
    }
  }

  private static let cases: [(String, GraphvizError)] = [
    ("echo words >&2; exit 2", .failed(["words"])),
    ("exit 3", .outOfMemory(limit: 1 << 30)),
    ("echo no fonts >&2; exit 4", .surroundings(["no fonts"])),
    ("exit 5", .outputTooLarge(limit: 64 << 20)),
    ("echo usage >&2; exit 64", .invalid("usage")),
    ("exit 17", .workerUnusable("it ended with status 17")),
    ("kill -SEGV $$", .crashed(signal: 11, messages: [])),
    ("kill -ABRT $$", .crashed(signal: 6, messages: [])),
    ("echo out of memory >&2; kill -SEGV $$", .outOfMemory(limit: 1 << 30)),
    ("echo \"  what():  std::bad_alloc\" >&2; kill -ABRT $$", .outOfMemory(limit: 1 << 30)),
    ("kill -KILL $$", .outOfMemory(limit: 1 << 30)),
    ("kill -XCPU $$", .timedOut(.processor, seconds: 10)),
  ]

  @Test(arguments: cases)
  func `is told by how the worker ends`(script: String, error: GraphvizError) async throws {
    #expect(try await Self.outcome(of: script) == error)
  }

  @Test(arguments: [
    "exit 0", "cat", "echo hello", "echo pillar-graphviz-1 1 1 1 100; echo too short",
    "echo pillar-graphviz-1 1 1; echo x", "echo pillar-graphviz-2 1 1 1 2; echo x",
    "head -c 100000 /dev/zero",
  ])
  func `is no picture where another program answers`(script: String) async throws {
    let error = try await Self.outcome(of: script)
    #expect(error == .workerUnusable("it does not answer as the worker of this version does"))
  }

  @Test func `is a picture where the report is true`() async throws {
    #expect(try await Self.outcome(of: "echo pillar-graphviz-1 1 1 1 2; echo x") == nil)
  }

  @Test func `is a typed error where the worker cannot be run`() async throws {
    let folder = try TemporaryFolder()
    let plain = try Worker.script("exit 0", in: folder, isExecutable: false)
    await #expect(
      throws: GraphvizError.workerUnusable("\(plain.workerPath) is not a program that may be run")
    ) {
      try await plain.render("graph { a }", as: .svg)
    }
    let file = folder.url.appending(path: "worker")
    try Data("no program".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    await #expect(
      performing: { try await plain.render("graph { a }", as: .svg) },
      throws: { if case GraphvizError.workerUnusable = $0 { true } else { false } }
    )
    let missing = GraphvizRenderer(workerPath: "/nowhere/pillar-graphviz")
    await #expect(
      throws: GraphvizError.workerMissing(searched: ["/nowhere/pillar-graphviz"])
    ) {
      try await missing.render("graph { a }", as: .svg)
    }
  }

  @Test(
    arguments: cases.map(\.1) + [
      .workerMissing(searched: []), .crashed(signal: 11, messages: ["a", "b"]),
      .outOfMemory(limit: nil), .unreadableLayout("x"), .cancelled, .timedOut(.wall, seconds: 0.5),
      .failed([]),
    ]
  )
  func `says something for people`(error: GraphvizError) {
    #expect(!error.description.isEmpty)
    #expect(!error.description.contains("Optional"))
  }

  @Test func `says how to get the worker`() {
    let words = GraphvizError.workerMissing(searched: ["/usr/bin", "PATH"]).description
    #expect(words.contains("not in /usr/bin, PATH"))
    #expect(words.contains("apt-get install libgraphviz-dev"))
    #expect(words.contains("Scripts/pillar"))
    #expect(words.contains("PILLAR_GRAPHVIZ"))
  }
}
