import AssistanceDiagrams
import AssistanceModel
import AssistancePlanning
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct ClosureDiagramTests {
  private func report(rows: Int = 2, columns: Int = 2) throws -> CoverageReport {
    try AssistanceGraph(
      checking: PropertyGraph {
        (0..<rows).map { node(NodeID("c\($0)"), .countryCase, ["name": .text("Case \($0)")]) }
        (0..<columns).map { node(NodeID("i\($0)"), .inhibitor, ["name": .text("Inhibitor \($0)")]) }
        node("a", .actor, ["name": .text("Aid & <Co>")])
        node("f", .assistance)
        edge("f", .provider, "a")
        edge("f", .inhibitor, "i0")
        edge("f", .countryCase, "c0")
      },
      against: .standard
    ).coverage()
  }

  @Test func `a plan shows who takes up a cell, what stays open, and what is covered`() throws {
    let report = try report()
    let diagram = try report.closureDiagram(try report.closure())
    let dot = diagram.graph.description
    #expect(dot.contains("Case 0 × Inhibitor 1: Aid &amp; &lt;Co&gt; at 1 (1 fact)"))
    #expect(dot.contains("Case 1 × Inhibitor 1: open: nobody may take it up"))
    #expect(dot.contains("a gap, closed by the actor of this number"))
    #expect(dot.contains("a gap that stays open: nobody, or too few, may take it up"))
    #expect(dot.contains("as many are reported as are needed"))
    #expect(diagram.description.contains("Aid & <Co>: Case 0 × Inhibitor 1, Case 1 × Inhibitor 0."))
    #expect(diagram.description.contains("Open: Case 1 × Inhibitor 1."))
    #expect(dot.contains("It does not say that anybody should"))
  }

  @Test func `a gap beyond capacity has another sign than one that nobody may take up`() throws {
    var question = ClosureQuestion()
    question.capacity = 1
    let report = try report()
    let plan = try report.closure(question)
    #expect(plan.open.contains { $0.outcome == .beyondCapacity })
    let dot = try report.closureDiagram(plan).graph.description
    #expect(dot.contains("×c") && dot.contains("those who may take it up cannot do so much"))
  }

  @Test func `rows without a gap are left out and counted`() throws {
    var question = ClosureQuestion()
    question.rules = []
    let report = try report(rows: 2, columns: 1)
    let dot = try report.closureDiagram(try report.closure(question)).graph.description
    #expect(dot.contains("1 case without a gap is not drawn."))
    #expect(!dot.contains("cell-0-0"))
    #expect(dot.contains("cell-1-0"))
  }

  @Test func `many columns have letters and a key`() throws {
    let report = try report(columns: 30)
    let dot = try report.closureDiagram(try report.closure()).graph.description
    #expect(dot.contains(">AD<"))
    #expect(dot.contains("Inhibitor 29 "))
  }

  @Test func `without gaps there is nothing to draw but words`() throws {
    let report = try report(rows: 1, columns: 1)
    let diagram = try report.closureDiagram(try report.closure())
    #expect(diagram.description == "There is no gap in this scope: nothing is to be closed.")
  }

  @Test func `a matrix that is too large is refused`() throws {
    let report = try report(rows: 400, columns: 101)
    var question = ClosureQuestion()
    question.rules = []
    let plan = try report.closure(question)
    #expect(throws: CoverageDiagramError.tooManyCells(rows: 400, columns: 101)) {
      try report.closureDiagram(plan)
    }
  }
}
