import Foundation
import GraphvizRendering
import Testing

@Suite struct SideBySideTests {
  @Test func `are drawn in order, and one that fails harms no other`() async throws {
    let texts = (0..<12).map { $0 % 4 == 1 ? "graph {" : "graph { n\($0) }" }
    let outcomes = await Worker.renderer.renderAll(texts, as: .svg, limits: try Worker.limits())
    #expect(outcomes.count == 12)
    for (index, outcome) in outcomes.enumerated() {
      if index % 4 == 1 {
        #expect(throws: GraphvizError.self) { try outcome.get() }
      } else {
        #expect(try outcome.get().text.contains("<title>n\(index)</title>"))
      }
    }
  }

  @Test(.timeLimit(.minutes(5))) func `are no more than asked for at once`() async throws {
    let folder = try TemporaryFolder()
    let log = folder.url.appending(path: "log").path
    let counter = try Worker.script(
      // Each waits until three have begun, so that one after the other would never end.
      """
      echo + >> \(log)
      while [ $(grep -c + \(log)) -lt 3 ]; do sleep 0.01; done
      echo - >> \(log); exit 2
      """,
      in: folder
    )
    let outcomes = await counter.renderAll(
      Array(repeating: "graph { a }", count: 9),
      as: .svg,
      limits: try Worker.limits(),
      atOnce: 3
    )
    #expect(outcomes.allSatisfy { $0 == .failure(.failed([])) })
    var (running, most) = (0, 0)
    for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
      running += line == "+" ? 1 : -1
      most = max(most, running)
    }
    #expect(most == 3)
    #expect(running == 0)
  }

  @Test func `are none for no text`() async {
    #expect(await Worker.renderer.renderAll([], as: .svg) == [])
  }

  @Test func `leave no descriptor and no dead process behind`() async {
    await #expect(processExitsWith: .success) {
      func open() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count
      }
      let texts = (0..<20).map { $0 % 5 == 0 ? "graph {" : "graph { a }" }
      // What is set up once stays.
      _ = await Worker.renderer.renderAll(texts, as: .svg, limits: try Worker.limits())
      let before = try open()
      _ = await Worker.renderer.renderAll(texts, as: .svg, limits: try Worker.limits())
      let late = try RenderingLimits(wallSeconds: 0.001)
      _ = await Worker.renderer.renderAll(texts, as: .svg, limits: late)
      let after = try open()
      precondition(after == before)
      let child = waitpid(-1, nil, WNOHANG)
      precondition(child == -1 && errno == ECHILD)
    }
  }
}
