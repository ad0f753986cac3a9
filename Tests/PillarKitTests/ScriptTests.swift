internal import PillarKit
internal import Testing

@Suite struct ScriptTests {
  @Test func `goes on after a script that did its work`() {
    var answers = 0
    script { answers += 1 }
    #expect(answers == 1)
  }

  @Test func `tells an error and how to mend it, and ends with status 2`() async throws {
    let outcome = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent])
    {
      script { throw ScriptError("no survey", hint: "ask for it") }
    }
    let message = String(decoding: try #require(outcome).standardErrorContent, as: UTF8.self)
    #expect(message.contains("error: no survey\n  hint: ask for it\n"))
  }

  @Test func `tells the faults of a collection as they are`() async throws {
    let outcome = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent])
    {
      script { _ = try AssistanceCollection(readingFrom: "/dev/null") }
    }
    let message = String(decoding: try #require(outcome).standardErrorContent, as: UTF8.self)
    #expect(message.contains("/dev/null: error: this is a file, not a collection\n"))
    #expect(!message.contains("error: /dev/null"))
  }
}
