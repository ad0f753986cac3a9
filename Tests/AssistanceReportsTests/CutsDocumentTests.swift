import AssistanceModel
import AssistanceReports
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct CutsDocumentTests {
  private let collection: AssistanceCollection

  init() throws { collection = try Northland.collection() }

  private func document(
    from source: NodeID = "relief-works",
    to target: NodeID = "radio-north",
    evidence: Set<EvidenceClass> = [.documented, .declared]
  ) throws -> CutsDocument {
    var question = PathQuestion(from: source, to: target)
    question.evidence = evidence
    return CutsDocument(
      try collection.graph.routeCuts(question),
      in: collection.graph,
      collection: "Northland",
      documents: collection.metadata.sources
    )
  }

  @Test func `cuts`() throws {
    let document = try document()
    try Snapshot.expect(JSONText.of(document), named: "cuts.json")
    try Snapshot.expect(document.page().plain(width: 80), named: "cuts.txt")
    try Snapshot.expect(document.page().markdown(), named: "cuts.md")
    try Snapshot.expect(document.table.csv(), named: "cuts.csv")
  }

  @Test func `routes over a shared case are marked weak, and warned of`() throws {
    let document = try document(evidence: Set(EvidenceClass.allCases))
    let page = document.page().plain(width: 900)
    #expect(document.warnings.count == 1)
    #expect(page.contains("Weak: some routes lead over"))
    #expect(page.contains("weak: over co-presence"))
    #expect(page.contains("No loss of actors does: on the route"))
  }

  @Test func `no route and no way at all are said in sentences`() throws {
    let none = try document(to: "loner")
    #expect(none.page().plain(width: 900).contains("No path was found"))
    #expect(none.table.rows.isEmpty)
    let same = try document(to: "relief-works")
    #expect(same.page().plain(width: 900).contains("Both ends are the same."))
  }
}
