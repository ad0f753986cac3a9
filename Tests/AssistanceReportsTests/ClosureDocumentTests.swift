import AssistanceModel
import AssistancePlanning
import AssistanceReports
import CoverageAnalysis
import GraphCore
import Testing

/// A plan for a small collection, compared with `Snapshots/`.
@Suite struct ClosureDocumentTests {
  private let collection: AssistanceCollection
  private let report: CoverageReport

  init() throws {
    collection = try Northland.collection()
    report = collection.graph.coverage(CoverageQuestion())
  }

  private func expect(_ plan: ClosurePlan, named name: String) throws {
    let documents = collection.metadata.sources
    let document = ClosureDocument(
      plan,
      of: report,
      collection: "Northland",
      documents: documents
    )
    try Snapshot.expect(JSONText.of(document), named: "\(name).json")
    let page = report.page(plan: plan, collection: "Northland", documents: documents)
    try Snapshot.expect(page.plain(width: 80), named: "\(name).txt")
    try Snapshot.expect(report.closureLines(plan).csv(), named: "\(name).csv")
  }

  @Test func `a plan from what is reported`() throws {
    try expect(try report.closure(), named: "closure")
  }

  @Test func `a plan from tables, with gaps that clash`() throws {
    var question = ClosureQuestion()
    question.rules = try EngagementRule.reading(
      Array(
        """
        actor,case,inhibitor,cost,status,note
        BC,west,,12.50,possible,
        Radio North,west,media,20,possible,
        Relief Works,west,mediation,5,required,agreed
        loner,east,mediation,5,possible,
        """.utf8
      ),
      file: "engagements.csv",
      for: report.question,
      in: report.graph
    )
    question.actors = [ActorTerms("border-council", fixedCost: 3, capacity: 1)]
    try expect(try report.closure(question), named: "closure-tables")
  }

  @Test func `a plan within a budget`() throws {
    var question = ClosureQuestion()
    question.fixedCost = 2
    question.budget = 4
    let plan = try report.closure(question)
    let page = report.page(plan: plan, collection: "Northland")
    try Snapshot.expect(page.markdown(), named: "closure-budget.md")
  }

  @Test func `the lines have every engagement and every open gap`() throws {
    let plan = try report.closure()
    let table = report.closureLines(plan)
    let proofs = plan.weightProof == nil ? 1 : 2
    #expect(table.rows.count == plan.engagements.count + plan.open.count + proofs)
    let cost = try #require(table.rows.first { $0[0] == "plan: cost" })
    #expect(cost[5] == plan.costProof.objective.description)
    #expect(cost[8] == plan.costProof.bound.description)
    #expect(table.rows.allSatisfy { $0.count == table.headings.count })
  }
}
