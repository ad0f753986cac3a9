import AssistanceImport
import AssistanceModel
import AssistanceReports
import ChangeAnalysis
import CoverageAnalysis
import Foundation
import GraphCore
import TestSupport
import Testing

/// What `diff` and `timeline` answer about one small collection, compared with `Snapshots/`.
@Suite struct ChangeDocumentTests {
  private let collection: AssistanceCollection

  init() throws {
    collection = try Northland.collection()
  }

  /// The collection a year later: Radio North is called otherwise, Border Council has left, and a
  /// fact has an end.
  private func later() throws -> AssistanceCollection {
    var graph = PropertyGraph()
    for node in collection.graph.graph.nodes where node.id != "border-council" {
      let id: NodeID = node.id == "radio-north" ? "north-radio" : node.id
      let ends = node.id == "f2" ? Validity(from: PartialDate("2024"), until: nil) : nil
      try graph.addNode(id, node.kind, valid: ends ?? node.validity, sources: node.sources)
      for (name, value) in node.properties {
        switch value {
        case .text(let text): try graph.set(PropertyKey<String>(name), to: text, of: id)
        case .texts(let texts): try graph.set(PropertyKey<[String]>(name), to: texts, of: id)
        default: continue
        }
      }
    }
    try graph.set(.name, to: "North Radio", of: "north-radio")
    for edge in collection.graph.graph.edges {
      guard edge.from.id != "border-council", edge.to.id != "border-council" else { continue }
      let ends = [edge.from.id, edge.to.id].map { $0 == "radio-north" ? "north-radio" : $0 }
      try graph.addEdge(from: ends[0], edge.kind, to: ends[1], sources: edge.sources)
    }
    return AssistanceCollection(
      try AssistanceGraph(checking: graph, against: collection.graph.schema),
      metadata: collection.metadata
    )
  }

  @Test func `a difference of two collections`() throws {
    let later = try later()
    let difference = try later.graph.coverage().difference(from: collection.graph.coverage())
    let (before, after) = (collection.metadata, later.metadata)
    try expect(DiffDocument(difference, before: before, after: after), named: "diff")
    let page = difference.page(before: before, after: after)
    try Snapshot.expect(page.plain(width: 80), named: "diff.txt")
    try Snapshot.expect(difference.lines.csv(), named: "diff.csv")
  }

  @Test func `a difference of two dates`() throws {
    let spans = try ["2024", "2026"].map { try #require(Validity(spanning: $0)) }
    let difference = collection.graph.coverageDifference(from: spans[0], to: spans[1])
    let page = difference.page(before: collection.metadata, after: collection.metadata)
    try Snapshot.expect(page.plain(width: 80), named: "diff-dates.txt")
  }

  @Test func `no difference is said in a sentence`() throws {
    let report = collection.graph.coverage()
    let page = try report.difference(from: report).page(
      before: collection.metadata,
      after: collection.metadata
    )
    #expect(page.parts.contains(.paragraph("Nothing changed in this scope.")))
  }

  @Test func `a series`() throws {
    let series = try collection.graph.coverageTimeline(by: .year)
    let documents = collection.metadata.sources
    try expect(
      TimelineDocument(series, collection: "Northland", documents: documents),
      named: "timeline"
    )
    let page = series.page(collection: "Northland", documents: documents)
    try Snapshot.expect(page.plain(width: 80), named: "timeline.txt")
    try Snapshot.expect(series.spanTable.csv(), named: "timeline.csv")
  }

  private func expect<Answer: Codable & Equatable>(_ answer: Answer, named name: String) throws {
    let text = JSONText.of(answer)
    try Snapshot.expect(text, named: "\(name).json")
    #expect(try JSONDecoder().decode(Answer.self, from: Data(text.utf8)) == answer)
  }
}
