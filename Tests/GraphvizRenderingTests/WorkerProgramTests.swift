import Foundation
import GraphvizRendering
import Testing

/// The worker, run by hand.
@Suite struct WorkerProgramTests {
  @Test func `draws what comes in`() async throws {
    let run = try await Worker.run(["--memory", "0"], input: "graph { a }")
    #expect(run.status == 0)
    #expect(String(decoding: run.output.prefix(5), as: UTF8.self) == "<?xml")
    #expect(run.messages == "")
  }

  @Test func `says what it is and which Graphviz it has`() async throws {
    let help = try await Worker.run(["--help"])
    #expect(help.status == 0)
    #expect(String(decoding: help.output, as: UTF8.self).contains("pillar-graphviz --format svg"))
    let version = try await Worker.run(["--version"])
    #expect(version.status == 0)
    #expect(String(decoding: version.output, as: UTF8.self).contains(#/^Graphviz \d+\.\d+/#))
  }

  @Test(arguments: [
    ["--frobnicate"], ["graph.dot"], ["--engine"], ["--engine", "patchwork"], ["--format", "vml"],
    ["--page", "100"], ["--page", "100x"], ["--page", "1x1"], ["--page", "100x100x100"],
    ["--dpi", "0"], ["--dpi", "nan"], ["--dpi", "1e9"], ["--margin", "-1"], ["--cpu", "-1"],
    ["--cpu", "1.5"], ["--memory", "99999999999999999999"], ["--pixels", "0"], ["--output", "0"],
    ["--parent", "0"], ["--parent", "x"], ["--help", "--version"], [""],
  ])
  func `refuses arguments that it does not know`(arguments: [String]) async throws {
    let run = try await Worker.run(arguments, input: "graph { a }")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.messages.isEmpty)
  }

  @Test func `does nothing once its parent is gone`() async throws {
    // No process has this number, so that it cannot be the parent.
    let run = try await Worker.run(
      ["--memory", "0", "--parent", "4194305"],
      input: "graph { a }"
    )
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func `ends with its parent`() async throws {
    let folder = try TemporaryFolder()
    let pairs = (0..<80).flatMap { a in (0..<a).map { "\(a) -- \($0)" } }
    _ = try folder.file("endless.dot", holding: "graph { \(pairs.joined(separator: "\n")) }")
    let parent = Process()
    parent.executableURL = URL(filePath: "/bin/sh")
    parent.currentDirectoryURL = folder.url
    parent.arguments = [
      "-c",
      "'\(Worker.path)' --memory 0 --cpu 900 --parent $$ < endless.dot > picture & echo $! > id.new; mv id.new id; wait",
    ]
    try parent.run()
    let id = folder.url.appending(path: "id").path
    while !FileManager.default.fileExists(atPath: id) {
      try await Task.sleep(for: .milliseconds(5))
    }
    let text = try String(contentsOfFile: id, encoding: .utf8)
    let worker = try #require(Int32(text.trimmingCharacters(in: .newlines)))
    #expect(kill(worker, 0) == 0)
    #expect(kill(parent.processIdentifier, SIGKILL) == 0)
    // Whoever takes orphans in decides when the dead one leaves the list of processes.
    func isRunning() -> Bool {
      let status = try? String(contentsOfFile: "/proc/\(worker)/stat", encoding: .utf8)
      return kill(worker, 0) == 0 && status?.contains(") Z ") != true
    }
    while isRunning() { try await Task.sleep(for: .milliseconds(5)) }
    #expect(try Data(contentsOf: folder.url.appending(path: "picture")).isEmpty)
  }

  @Test func `keeps what a library prints apart from the picture`() async throws {
    let run = try await Worker.run(["--memory", "0"], input: "digraph { a [shape=nonsense] }")
    #expect(run.status == 0)
    #expect(run.messages == "Warning: using box for unknown shape nonsense\n")
    #expect(String(decoding: run.output.prefix(5), as: UTF8.self) == "<?xml")
  }

  @Test func `knows the engines and formats of the library`() async throws {
    let help = try await Worker.run(["--help"])
    let words = String(decoding: help.output, as: UTF8.self)
    let engines = GraphvizEngine.allCases.map(\.rawValue).joined(separator: ", ")
    #expect(words.contains("--engine NAME     \(engines) "))
    for format in GraphvizFormat.allCases { #expect(words.contains(format.rawValue)) }
  }
}
