import GraphCore
import Testing

@Suite struct DiagnosticTests {
  @Test func `prints place, message and hint`() {
    let place = Diagnostic.Place(file: "nodes/actor.csv", line: 12, column: 3)
    #expect(
      Diagnostic(.error, at: place, "unknown actor “WFPP”", hint: "did you mean “WFP”?").description
        == "nodes/actor.csv:12:3: error: unknown actor “WFPP”\n  hint: did you mean “WFP”?"
    )
    #expect(
      Diagnostic(.warning, at: .init(file: "a"), "odd").description == "a: warning: odd"
    )
    #expect(
      Diagnostic(.warning, at: .init(file: "a", line: 2), "odd").description == "a:2: warning: odd"
    )
  }
}
