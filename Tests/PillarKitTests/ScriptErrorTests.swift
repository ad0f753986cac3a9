internal import PillarKit
internal import Testing

@Suite struct ScriptErrorTests {
  @Test func `says what is wrong, then how to mend it`() {
    #expect(ScriptError("no survey").description == "no survey")
    #expect(ScriptError("no survey", hint: "ask").description == "no survey\n  hint: ask")
  }
}
