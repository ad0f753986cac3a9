import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

/// Two cases by two inhibitors; somebody is active for `i` in `c`.
@Suite struct CoverageMarkTests {
  private func report(
    notNeeded: [QuestionDefaults.Mark] = [],
    unobservable: [QuestionDefaults.Mark] = []
  ) throws -> CoverageReport {
    var question = CoverageQuestion()
    question.notNeeded = notNeeded
    question.unobservable = unobservable
    return try assistance {
      nodes(["c", "d"], .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
    }.coverage(question)
  }

  private func mark(_ row: NodeID?, _ column: NodeID?, _ reason: String = "so")
    -> QuestionDefaults.Mark
  {
    QuestionDefaults.Mark(row: row, column: column, reason: reason)
  }

  @Test func `a mark on a cell marks the cell alone`() throws {
    let report = try report(notNeeded: [mark("d", "j", "at peace")])
    #expect(report.states == [.one, .nobody, .nobody, .notNeeded])
    #expect(report.cell("d", "j")?.reason == "at peace")
    #expect(report.cell("d", "i")?.reason == nil)
  }

  @Test func `a mark without a column marks the row`() throws {
    #expect(
      try report(notNeeded: [mark("d", nil)]).states == [.one, .nobody, .notNeeded, .notNeeded]
    )
  }

  @Test func `a mark without a row marks the column`() throws {
    let report = try report(unobservable: [mark(nil, "j")])
    #expect(report.states == [.one, .unobservable, .nobody, .unobservable])
  }

  @Test func `a mark does not hold where a basis counts that lifts it`() throws {
    let lifted = QuestionDefaults.Mark(row: nil, column: "j", reason: "so", unless: [.explicit])
    #expect(try report(unobservable: [lifted]).states == [.one, .nobody, .nobody, .nobody])
    let kept = QuestionDefaults.Mark(row: nil, column: "j", reason: "so", unless: [.implied])
    #expect(
      try report(unobservable: [kept]).states == [.one, .unobservable, .nobody, .unobservable]
    )
  }

  @Test func `what is needed depends on no basis`() throws {
    let mark = QuestionDefaults.Mark(row: "d", column: "j", reason: "so", unless: [.explicit])
    #expect(try report(notNeeded: [mark]).states == [.one, .nobody, .nobody, .notNeeded])
  }

  @Test func `a mark without row and column marks everything`() throws {
    #expect(try report(notNeeded: [mark(nil, nil)]).count(.notNeeded) == 4)
  }

  @Test func `nothing needed wins over somebody reported, who stays visible`() throws {
    let report = try report(notNeeded: [mark("c", "i")])
    #expect(report.states.first == .notNeeded)
    #expect(report.cell("c", "i")?.providers.map(\.id) == ["a"])
  }

  @Test func `unobservable is said only where nobody is reported`() throws {
    let report = try report(unobservable: [mark("c", nil, "no survey")])
    #expect(report.states == [.one, .unobservable, .nobody, .nobody])
    #expect(report.cell("c", "i")?.reason == nil)
    #expect(report.cell("c", "j")?.reason == "no survey")
  }

  @Test func `nothing needed wins over unobservable`() throws {
    let report = try report(
      notNeeded: [mark("d", nil, "at peace")],
      unobservable: [mark("d", "i", "no survey")]
    )
    #expect(report.states == [.one, .nobody, .notNeeded, .notNeeded])
    #expect(report.cell("d", "i")?.reason == "at peace")
  }

  @Test func `of several marks the first gives the reason`() throws {
    let report = try report(
      notNeeded: [mark("d", "j", "first"), mark(nil, "j", "second"), mark("d", nil, "third")]
    )
    #expect(report.cells.map(\.reason) == [nil, "second", "third", "first"])
  }

  @Test(arguments: [("nobody", nil), ("a", nil), ("i", nil), (nil, "c")] as [(NodeID?, NodeID?)])
  func `a mark that names no row or column of the matrix marks nothing`(
    _ row: NodeID?,
    _ column: NodeID?
  ) throws {
    #expect(try report(notNeeded: [mark(row, column)]).count(.notNeeded) == 0)
  }

  @Test func `a fact without a provider is seen, so its cell is not unobservable`() throws {
    var question = CoverageQuestion()
    question.unobservable = [mark(nil, nil)]
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      fact("f", for: ["i"], in: "c")
    }.coverage(question)
    #expect(report.states == [.unnamedOnly])
  }
}
