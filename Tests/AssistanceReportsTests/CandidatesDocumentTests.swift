import AssistanceModel
import AssistancePlanning
import AssistanceReports
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct CandidatesDocumentTests {
  private let collection: AssistanceCollection
  private let report: CoverageReport

  init() throws {
    collection = try Northland.collection()
    report = collection.graph.coverage(CoverageQuestion())
  }

  @Test func `candidates for all gaps, as JSON and as a page`() throws {
    let documents = collection.metadata.sources
    let gaps = report.gaps()
    let found = report.candidates(for: gaps, limit: 3)
    let document = CandidatesDocument(
      found,
      of: report,
      collection: "Northland",
      documents: documents
    )
    try Snapshot.expect(JSONText.of(document), named: "candidates.json")
    let page = report.page(
      candidates: found,
      gapCount: gaps.count,
      collection: "Northland",
      documents: documents
    )
    try Snapshot.expect(page.plain(width: 80), named: "candidates.txt")
    try Snapshot.expect(page.markdown(), named: "candidates.md")
  }

  @Test func `the candidates for one gap`() throws {
    let answer = try #require(report.candidates(row: "west", column: "mediation"))
    let page = report.page(candidates: answer, documents: collection.metadata.sources)
    try Snapshot.expect(page.plain(width: 80), named: "candidates-cell.txt")
  }

  @Test func `a spreadsheet has a line for each candidate, and one for a gap without any`() throws {
    let found = report.candidates(for: report.gaps())
    let table = report.candidateLines(found)
    #expect(table.rows.count == found.map { max(1, $0.candidates.count) }.reduce(0, +))
    #expect(table.rows.allSatisfy { $0.count == table.headings.count })
  }

  @Test func `every fact of a reason or a route is in the list of facts`() throws {
    let found = report.candidates(for: report.gaps())
    let document = CandidatesDocument(found, of: report, collection: "Northland")
    let known = Set(document.facts.map(\.id))
    for entry in document.gaps.flatMap(\.candidates) {
      let here = entry.here.flatMap(\.facts)
      let away = entry.elsewhere.flatMap(\.facts) + entry.relatives.flatMap(\.facts)
      let steps = entry.route?.steps.flatMap(\.facts) ?? []
      #expect(known.isSuperset(of: here + away + steps + (entry.general?.facts ?? [])))
    }
  }
}
