import AssistanceModel
import AssistanceReports
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct R2PEvidenceTests {
  private let record: R2PRecord

  init() throws {
    record = try R2PRecord()
  }

  @Test func `every node and every fact says where it is stated`() {
    for node in record.graph.nodes {
      let why = WhyDocument(of: node.id, in: record.collection)
      let statement = why.statements.first
      #expect(statement?.id == node.id.rawValue)
      #expect(statement?.what == (node.kind == .assistance ? "fact" : "node"))
      #expect(statement?.place != nil)
      expectEvidence(why)
    }
    #expect(record.graph.nodeCount == 684 + 26)
  }

  @Test func `every relation says where it is stated`() {
    let question = record.report().question
    let relations = record.graph.edges.filter { !record.collection.graph.schema.isRole($0.kind) }
    for relation in relations {
      let why = WhyDocument(
        between: relation.from.id,
        and: relation.to.id,
        kind: relation.kind,
        question: question,
        in: record.collection
      )
      let place = record.collection.place(of: relation.id)
      let written = place.map { "\($0.file):\($0.line ?? 0)" }
      #expect(why.statements.count { $0.place == written } == 1, "\(written ?? "no place")")
      expectEvidence(why)
    }
    #expect(relations.count == 1443)
  }

  @Test func `every document that is cited is declared, and every one declared is cited`() {
    let cited = Set(
      record.graph.nodes.flatMap(\.sources).map(\.document)
        + record.graph.edges.flatMap(\.sources).map(\.document)
    )
    let declared = record.collection.metadata.sources
    #expect(declared.map(\.key) == ["000", "001", "002", "003", "004"])
    #expect(cited == Set(declared.map(\.key)))
    for document in declared { #expect(!document.title.isEmpty && document.author != nil) }
  }

  @Test func `every cited document stands in the record as a node`() {
    for source in record.collection.metadata.sources {
      #expect(source.node.flatMap { record.graph[$0] }?.kind == .document, "\(source.key)")
    }
  }

  /// Expects that every statement names a declared document, a section and lines.
  private func expectEvidence(_ why: WhyDocument) {
    let declared = Set(why.documents.map(\.key))
    for statement in why.statements {
      #expect(!statement.sources.isEmpty, "\(statement.text)")
      for source in statement.sources {
        #expect(declared.contains(source.document), "\(source.text)")
        #expect(source.section?.isEmpty == false, "\(source.text)")
        #expect(source.lines?.count == 2, "\(source.text)")
      }
    }
  }
}
