import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import GraphInterchange
import Testing

@Suite(.enabled(if: FieldData.isPresent)) struct GraphFieldTests {
  private func imported(
    _ names: String...,
    change: (inout GraphMapping) -> Void = { _ in }
  ) throws -> ImportedCollection {
    let folder = try #require(FieldData.folder)
    var mapping = GraphMapping()
    change(&mapping)
    let files = try names.map { name in
      GraphFile(
        name: name,
        bytes: Array(try Data(contentsOf: folder.appending(path: "networks/\(name)")))
      )
    }
    return try ImportedCollection(graphs: files, mapping: mapping)
  }

  @Test func `a network of Somalia keeps its organizations that have no link`() throws {
    let read = try imported("somalia_iati3w_network.json")
    #expect(read.graph.nodes(of: .actor).count == 635)
    #expect(read.graph.edges(of: .linkedTo).count == 746)
    let linked = Set(read.graph.edges.flatMap { [$0.from.id, $0.to.id] })
    #expect(635 - linked.count == 57)
    #expect(read.notes.contains("57 nodes have no link"))
    #expect(read.graph["ocha"]?[.aliases] == ["OCHA"])
    #expect(read.graph.edges.allSatisfy { $0[.basis] == .implied })
    #expect(read.report.placeholders.count == 4)
  }

  @Test func `a GEXF of Gephi keeps years as dates and weights as numbers`() throws {
    let read = try imported("globalhealth.gexf")
    #expect(read.graph.nodeCount == 1_027)
    #expect(read.graph.edgeCount == 2_038)
    #expect(read.graph.edges.allSatisfy { !$0.validity.isUnbounded })
    #expect(read.graph.edges.first?.property("weight")?.type == .decimal)
    let kinds = try imported("globalhealth.gexf") {
      $0.nodeKindAttribute = "Node Color Multimode"
      $0.nodeKinds = ["red": .actor]
    }
    #expect(kinds.graph.nodes(of: .actor).count == 8)
  }

  @Test func `GraphML under another name keeps what its links say`() throws {
    let read = try imported("peace_ngo_networks_graphml_contacts-removed.gml")
    #expect(read.report.files[0].format == "GraphML")
    #expect(read.graph.nodeCount == 24)
    #expect(read.report.selfRelations == 4)
    #expect(
      ["knows", "collaborates-with", "is-part-of"].map { read.graph.edges(of: $0).count }
        == [23, 15, 5]
    )
    #expect(read.graph["0"]?[.name] == "European Network Against Arms Trade")
    #expect(read.graph["0"]?[.subkind] == "network-group")
    #expect(read.column("nodes: nid")?.use == .ignored)
  }

  @Test func `signatures of agreements are read where their columns are told, or refused`() throws {
    let error = try #require(throws: ImportError.self) {
      try imported("pax_nodes.csv", "pax_links.csv")
    }
    #expect(error.description.contains("pax_links.csv:1:1: error: the headings name neither"))
    let read = try imported("pax_nodes.csv", "pax_links.csv") {
      $0.columns = TableColumns(id: "node_id", source: "from_node_id", target: "to_node_id")
      $0.nodeKindAttribute = "overall_node_type"
      $0.linkKindAttribute = "signatory_type"
    }
    #expect(read.graph.nodes(of: .actor).count == 1_099)
    #expect(read.graph.nodes(of: "agreement").count == 1_642)
    #expect(read.report.mergedCount + read.graph.edgeCount == 7_121)
    #expect(read.doubts.contains { $0.contains("an edge without a source or a target") })
    // Agreements have days.
    #expect(read.graph.edges.first?.validity.from?.precision == .day)
  }
}
