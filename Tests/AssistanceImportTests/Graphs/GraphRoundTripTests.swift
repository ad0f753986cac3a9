import AssistanceImport
import AssistanceModel
import CoverageAnalysis
import Foundation
import GraphCore
import GraphInterchange
import TestSupport
import Testing

@Suite struct GraphRoundTripTests {
  @Test(arguments: GraphFormat.allCases)
  func `the record comes back with the same tables, coverage and gaps`(
    format: GraphFormat
  ) throws {
    let path = Oracles.packageFolder.appending(path: "Graphs/r2p").path
    let record = try AssistanceCollection(readingFrom: path)
    try check(AssistanceCollection(record.graph, metadata: record.metadata), format)
  }

  @Test(.enabled(if: FieldData.isPresent), arguments: GraphFormat.allCases)
  func `field data come back with the same tables, coverage and gaps`(
    format: GraphFormat
  ) throws {
    guard let folder = FieldData.folder else { return }
    var draft = CollectionDraft()
    let bytes = try Data(contentsOf: folder.appending(path: "3w/ssd_3w_2022q1.csv"))
    try draft.addTable(Array(bytes), document: "ssd.csv")
    let collection = try draft.finish(title: "South Sudan").collection
    let back = try check(collection, format)
    // What is asked by default fits the facts.
    #expect(back.collection.metadata.question == collection.metadata.question)
  }

  @discardableResult
  private func check(
    _ collection: AssistanceCollection,
    _ format: GraphFormat
  ) throws -> ImportedCollection {
    let files = collection.graph.graph.files(as: format, title: collection.metadata.title)
    let back = try ImportedCollection(graphs: files)
    let question = CoverageQuestion(collection.metadata.question)
    let expected = collection.graph.coverage(question)
    let found = back.collection.graph.coverage(question)
    #expect(found.states == expected.states)
    #expect([found.rows, found.columns] == [expected.rows, expected.columns])
    #expect(
      found.gaps().map { [$0.cell.row, $0.cell.column] }
        == expected.gaps().map {
          [$0.cell.row, $0.cell.column]
        }
    )
    #expect(expected.coveredCount > 0)
    let tables = collection.files().filter { $0.path.hasSuffix(".csv") }
    let foundTables = back.collection.files().filter { $0.path.hasSuffix(".csv") }
    #expect(foundTables.map(\.path) == tables.map(\.path))
    for (one, other) in zip(tables, foundTables) {
      #expect(one.bytes == other.bytes, "\(one.path)")
    }
    #expect(back.notes.filter { $0.contains("not hold") }.count >= 4)
    return back
  }

  @Test func `a fact without a provider is refused, with its ends`() throws {
    let read = try imported(
      """
      digraph { f [kind=assistance]; g [kind=assistance]; c [kind="country-case"]; a
        f -> c [kind=case]; f -> a [kind=provider]; g -> c [kind=case] }
      """
    )
    #expect(read.report.factCount == 1)
    #expect(read.graph["g"] == nil)
    #expect(read.report.refusals.count == 1)
    #expect(read.collection.graph.facts.nodeRows.count == 1)
  }

  @Test func `kinds and ends of one's own are declared by where they stand`() throws {
    var graph = PropertyGraph()
    try graph.addNode("f", .assistance)
    try graph.addNode("a", .actor)
    try graph.addNode("d", "district")
    try graph.set("size", to: .integer(3), of: "d")
    try graph.addEdge(from: "f", .provider, to: "a")
    try graph.addEdge(from: "f", "district", to: "d")
    try graph.addEdge(from: "d", .partOf, to: "d")
    let back = try ImportedCollection(graphs: graph.files(as: .json))
    let yaml = back.text("collection.yaml")
    #expect(yaml.contains("role: district"))
    #expect(yaml.contains("{name: size, type: integer}"))
    #expect(back.graph.edges.map(\.kind) == [.provider, "district", .partOf])
    #expect(back.collection.graph.schema.role("district")?.nodeKinds == ["district"])
  }
}
