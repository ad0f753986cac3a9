internal import PillarKit
internal import Testing

@Suite struct CollectionCoverageTests {
  private func record() throws -> AssistanceCollection {
    var about = CollectionMetadata(title: "Small")
    about.question.columnSubkind = "core"
    let graph = try PropertyGraph {
      node("undp", .actor, named: "UNDP")
      node("guyana", .countryCase, named: "Guyana")
      node("media", .inhibitor, ["subkind": .text("core")])
      node("other", .inhibitor)
      assistance("fact", by: ["undp"], for: ["media"], in: "guyana", basis: .thematic)
    }
    return AssistanceCollection(try AssistanceGraph(checking: graph), metadata: about)
  }

  @Test func `asks what the collection asks`() throws {
    let record = try record()
    #expect(record.coverage().columns == ["media"])
    #expect(record.graph.coverage().columns == ["media", "other"])
  }

  @Test func `asks otherwise if told so`() throws {
    let record = try record()
    #expect(record.coverage().states == [.nobody])
    #expect(record.coverage { $0.bases.insert(.thematic) }.states == [.one])
  }
}
