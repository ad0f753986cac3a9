import AssistanceModel
import AssistanceReports
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct NetworkDocumentTests {
  private let collection: AssistanceCollection

  init() throws { collection = try Northland.collection() }

  private func document(
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> BrokersDocument {
    BrokersDocument(
      try CoordinationNetwork(collection.graph, change).brokers(),
      in: collection.graph,
      collection: "Northland",
      documents: collection.metadata.sources
    )
  }

  @Test func `brokers`() throws {
    let document = try document()
    try Snapshot.expect(JSONText.of(document), named: "brokers.json")
    try Snapshot.expect(document.page().plain(width: 80), named: "brokers.txt")
    try Snapshot.expect(document.page().markdown(), named: "brokers.md")
    try Snapshot.expect(document.table.csv(), named: "brokers.csv")
  }

  @Test func `co-presence is warned of, with the reason`() throws {
    let page = try document { $0.evidence = [.documented, .declared, .coPresence] }.page()
      .plain(width: 900)
    #expect(page.contains("Weak: "))
    #expect(page.contains("need not know of each other"))
    // Of four actors a third of all pairs is one link.
    #expect(!page.contains("Dense: "))
  }

  @Test func `a network without links says so, and ranks nobody`() throws {
    let page = try document { $0.kinds = [] }.page()
    #expect(page.plain(width: 900).contains("Nothing links any two actors in this scope."))
  }
}
