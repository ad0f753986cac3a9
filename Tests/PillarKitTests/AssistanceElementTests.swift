internal import Foundation
internal import PillarKit
internal import Testing

@Suite struct AssistanceElementTests {
  private let page = [SourceReference(document: "survey", locator: .pages(3...3))]

  private func actors() -> [GraphElement] {
    [
      node("undp", .actor, named: "UNDP", alsoCalled: ["PNUD"], from: page),
      node("oas", .actor, named: "OAS"), node("guyana", .countryCase, named: "Guyana"),
      node("media", .inhibitor, named: "Media capacity"),
      node("police", .inhibitor, named: "Police"),
      node("training", .measure, named: "Training"), node("building", .form, named: "Building"),
    ]
  }

  @Test func `a fact is a node with an edge to each end`() throws {
    let year = Validity(in: try #require(PartialDate("2013")))
    let graph = try AssistanceGraph(
      checking: try PropertyGraph {
        actors()
        assistance(
          "fact",
          by: ["undp", "oas"],
          of: "training",
          under: "building",
          for: ["media", "police"],
          in: "guyana",
          to: ["oas"],
          basis: .implied,
          modality: .pledged,
          valid: year,
          note: "a promise",
          from: page
        )
      }
    )
    let fact = try #require(graph.fact("fact"))
    #expect(fact.providers == ["undp", "oas"])
    #expect(fact.measure == "training")
    #expect(fact.form == "building")
    #expect(fact.inhibitors == ["media", "police"])
    #expect(fact.countryCase == "guyana")
    #expect(fact.recipients == ["oas"])
    #expect(fact.basis == .implied)
    #expect(fact.modality == .pledged)
    #expect(fact.validity.description == "2013")
    #expect(fact.node[.note] == "a promise")
    #expect(fact.sources == page)
    #expect(graph.graph.edgeCount == 8)
    #expect(graph.graph["undp"]?[.aliases] == ["PNUD"])
    #expect(graph.graph["oas"]?[.aliases] == nil)
  }

  @Test func `a fact is explicit and done unless it says otherwise`() throws {
    let graph = try AssistanceGraph(
      checking: try PropertyGraph {
        actors()
        assistance("fact", by: ["undp"])
      }
    )
    let fact = try #require(graph.fact("fact"))
    #expect(fact.basis == .explicit)
    #expect(fact.modality == .does)
    #expect(fact.measure == nil)
    #expect(fact.countryCase == nil)
  }

  @Test func `an unknown end is named`() {
    #expect(throws: GraphError.unknownNode("undp")) {
      try PropertyGraph { assistance("fact", by: ["undp"]) }
    }
  }

  @Test func `an end of the wrong kind is a fault of the graph`() throws {
    let graph = try PropertyGraph {
      actors()
      assistance("fact", by: ["guyana"], for: ["media"])
    }
    let error = #expect(throws: AssistanceGraphError.self) {
      try AssistanceGraph(checking: graph)
    }
    #expect(error?.faults.count == 1)
  }

  @Test func `facts written out are the facts read back`() throws {
    let year = Validity(in: try #require(PartialDate("2013")))
    let made = AssistanceCollection(
      try AssistanceGraph(
        checking: try PropertyGraph {
          actors()
          assistance(
            "fact",
            by: ["undp", "oas"],
            of: "training",
            for: ["media"],
            in: "guyana",
            valid: year,
            note: "n",
            from: page
          )
        }
      ),
      metadata: CollectionMetadata(
        title: "Written",
        sources: [SourceDocument(key: "survey", title: "Survey")]
      )
    )
    let folder = URL.temporaryDirectory.appending(path: "pillar-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try made.write(to: folder)
    let read = try AssistanceCollection(readingFrom: folder)
    func told(_ collection: AssistanceCollection) -> [String] {
      let graph = collection.graph.graph
      return graph.nodes(of: .assistance).flatMap { node in
        ["\(node.id) \(node.validity) \(node.sources) \(node.properties)"]
          + collection.graph.incidence.edges(from: node.id).map {
            "\($0.kind) \($0.to.id) \($0.validity) \($0.sources)"
          }
      }
    }
    #expect(told(read) == told(made))
  }
}
