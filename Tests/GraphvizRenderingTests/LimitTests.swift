import Foundation
import GraphvizRendering
import Testing

/// Each limit alone, with the worker and with programs in its place that keep no promise.
@Suite struct LimitTests {
  /// Every pair of eighty nodes: far more than a minute's work for `dot`.
  private static let endless = """
    graph { \((0..<80).flatMap { a in (0..<a).map { "\(a) -- \($0)" } }.joined(separator: "\n")) }
    """

  private let small = "graph { a }"

  @Test func `ends by processor time`() async throws {
    await #expect(throws: GraphvizError.timedOut(.processor, seconds: 1)) {
      try await Worker.renderer.render(
        Self.endless,
        as: .svg,
        limits: RenderingLimits(processorSeconds: 1, wallSeconds: 600, memory: nil)
      )
    }
  }

  @Test func `ends by the clock on the wall, though the processor has nothing to do`() async throws
  {
    let folder = try TemporaryFolder()
    let sleeper = try Worker.script("exec sleep 1000", in: folder)
    await #expect(throws: GraphvizError.timedOut(.wall, seconds: 0.2)) {
      try await sleeper.render(small, as: .svg, limits: RenderingLimits(wallSeconds: 0.2))
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func `ends a program that leaves another one with its output open`() async throws {
    let folder = try TemporaryFolder()
    let id = folder.url.appending(path: "id").path
    let sleeper = try Worker.script("sleep 1000 & echo $! > \(id); exec sleep 1000", in: folder)
    defer {
      let text = try? String(contentsOfFile: id, encoding: .utf8)
      if let left = text.flatMap({ Int32($0.trimmingCharacters(in: .newlines)) }) {
        kill(left, SIGKILL)
      }
    }
    await #expect(throws: GraphvizError.timedOut(.wall, seconds: 0.2)) {
      try await sleeper.render(small, as: .svg, limits: RenderingLimits(wallSeconds: 0.2))
    }
  }

  @Test(.disabled(if: Worker.isSanitized, "a sanitizer needs all the address space there is"))
  func `ends by memory`() async throws {
    let table =
      "graph { a [label=<<TABLE><TR><TD ROWSPAN=\"60000\" COLSPAN=\"60000\">x</TD></TR></TABLE>>] }"
    await #expect(throws: GraphvizError.outOfMemory(limit: 256 << 20)) {
      try await Worker.renderer.render(
        table,
        as: .svg,
        limits: Worker.limits(memory: 256 << 20)
      )
    }
  }

  @Test func `ends by output`() async throws {
    let many = "graph { a [shape=polygon sides=1000000] }"
    await #expect(throws: GraphvizError.outputTooLarge(limit: 1 << 20)) {
      try await Worker.renderer.render(many, as: .svg, limits: Worker.limits(output: 1 << 20))
    }
  }

  @Test func `ends a program that writes without end`() async throws {
    let folder = try TemporaryFolder()
    let writer = try Worker.script("exec yes", in: folder)
    await #expect(throws: GraphvizError.outputTooLarge(limit: 1 << 20)) {
      try await writer.render(small, as: .svg, limits: Worker.limits(output: 1 << 20))
    }
  }

  @Test func `reads messages without end, keeps the first, and ends by the clock`() async throws {
    let folder = try TemporaryFolder()
    let writer = try Worker.script("exec yes >&2", in: folder)
    await #expect(throws: GraphvizError.timedOut(.wall, seconds: 0.3)) {
      try await writer.render(small, as: .svg, limits: RenderingLimits(wallSeconds: 0.3))
    }
  }

  @Test func `keeps the first messages of many`() async throws {
    let folder = try TemporaryFolder()
    let writer = try Worker.script("yes word | head -c 1000000 >&2; exit 2", in: folder)
    await #expect(
      performing: { try await writer.render(small, as: .svg, limits: Worker.limits()) },
      throws: { error in
        guard case GraphvizError.failed(let messages) = error else { return false }
        return messages.first == "word" && messages.last == "… and 934464 more bytes of messages"
      }
    )
  }

  @Test func `takes a text of any length, though nobody reads it`() async throws {
    let folder = try TemporaryFolder()
    let comment = "/*" + String(repeating: "x", count: 100 << 20) + "*/ graph { a }"
    let deaf = try Worker.script("exec 0<&-\nexec sleep 1000", in: folder)
    await #expect(throws: GraphvizError.timedOut(.wall, seconds: 0.2)) {
      try await deaf.render(comment, as: .svg, limits: RenderingLimits(wallSeconds: 0.2))
    }
    let gone = try Worker.script("exit 2", in: folder)
    await #expect(throws: GraphvizError.failed([])) {
      try await gone.render(comment, as: .svg, limits: Worker.limits())
    }
  }

  @Test func `stops when the task is cancelled`() async throws {
    let folder = try TemporaryFolder()
    let started = folder.url.appending(path: "started").path
    let sleeper = try Worker.script("echo $$ > \(started)\nexec sleep 1000", in: folder)
    let limits = try Worker.limits()
    let task = Task { () -> GraphvizError? in
      do throws(GraphvizError) {
        _ = try await sleeper.render("graph { a }", as: .svg, limits: limits)
        return nil
      } catch {
        return error
      }
    }
    var process: Int32?
    while process == nil {
      try await Task.sleep(for: .milliseconds(5))
      process = (try? String(contentsOfFile: started, encoding: .utf8))
        .flatMap { Int32($0.trimmingCharacters(in: .newlines)) }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
    // It is gone, and nobody has to wait for it any more.
    #expect(kill(try #require(process), 0) == -1)
  }

  @Test func `does not start in a task that is cancelled already`() async throws {
    let task = Task { () -> GraphvizError? in
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      do throws(GraphvizError) {
        _ = try await Worker.renderer.render("graph { a }", as: .svg)
        return nil
      } catch {
        return error
      }
    }
    #expect(await task.value == .cancelled)
  }

  @Test func `are refused where nothing could keep them`() {
    let attempts: [() throws -> RenderingLimits] = [
      { try RenderingLimits(processorSeconds: 0) },
      { try RenderingLimits(processorSeconds: .nan) },
      { try RenderingLimits(wallSeconds: 0) },
      { try RenderingLimits(wallSeconds: .infinity) },
      { try RenderingLimits(memory: 1 << 20) },
      { try RenderingLimits(output: 0) },
      { try RenderingLimits(output: 1 << 40) },
      { try RenderingLimits(pixels: 0) },
    ]
    for attempt in attempts {
      #expect(throws: GraphvizError.self) { try attempt() }
    }
  }
}
