import Foundation
import GraphCore
import GraphInterchange
import TestSupport
import Testing

/// Files as analysts hold them, with the counts that their owners or other libraries give.
@Suite(.enabled(if: NetworkFiles.arePresent)) struct NetworkFilesOracleTests {
  @Test func `reads GraphML by its content, whatever its name and its keys`() throws {
    let name = "peace_ngo_networks_graphml_contacts-removed.gml"
    let reading = try GraphReading(NetworkFiles.file(name))
    #expect(reading.format == .graphml)
    #expect(reading.graph.nodeCount == 24)
    #expect(reading.graph.edgeCount == 47)
    let kinds = Set(reading.graph.edges.map(\.kind.rawValue))
    #expect(kinds == ["Knows", "Collaborates with", "Is part of"])
    #expect(reading.graph["0"]?.property("acronym") == .text("ENAAT"))
    #expect(reading.graph["0"]?.property("nid") == .integer(0))
    #expect(reading.graph["0"]?.kind == "Network Group")
    #expect(reading.notes.contains { $0.message.contains("inside the graph") })
    #expect(reading.notes.contains { $0.message.contains("“integer”: this type is not one") })
  }

  @Test func `reads GEXF of Gephi with all values, and says that the drawing is gone`() throws {
    let reading = try GraphReading(NetworkFiles.file("globalhealth.gexf"))
    #expect(reading.format == .gexf)
    #expect(reading.graph.nodeCount == 1_027)
    #expect(reading.graph.edgeCount == 2_038)
    #expect(reading.graph["GAVI"]?.property("Degré pondéré") == .decimal(894))
    #expect(reading.graph["GAVI"]?.property("name") == nil)
    let first = try #require(reading.graph.edges.first)
    #expect(first.property("weight") == .decimal(2))
    #expect(first.property("year") == .integer(2001))
    #expect(reading.notes.contains { $0.message.contains("“viz:size”") })
  }

  @Test func `finds the field by which links name nodes`() throws {
    let reading = try GraphReading(NetworkFiles.file("somalia_iati3w_network.json"))
    #expect(reading.format == .nodeLink)
    #expect(reading.graph.nodeCount == 635)
    #expect(reading.graph.edgeCount == 746)
    let ends = Set(reading.graph.edges.flatMap { [$0.from.id, $0.to.id] })
    #expect(reading.graph.nodeCount - ends.count == 57)
    #expect(reading.graph["ocha"]?.property("shortname") == .text("OCHA"))
    #expect(
      reading.graph["ocha"]?.property("admin1")
        == .texts(["bay", "gedo", "nugaal", "woqooyi-galbeed"])
    )
    #expect(reading.graph.edges.allSatisfy { $0.property("value")?.type == .integer })
    #expect(
      reading.notes.contains { $0.message.contains("“stub”: links name nodes by this field") }
    )
  }

  @Test func `reads tables by the headings that it is told`() throws {
    let columns = TableColumns(
      id: "node_id",
      label: "node_name",
      nodeKind: "overall_node_type",
      source: "from_node_id",
      target: "to_node_id",
      edgeKind: "signatory_type"
    )
    let files = try [NetworkFiles.file("pax_links.csv"), NetworkFiles.file("pax_nodes.csv")]
    let reading = try GraphReading(files, columns: columns)
    #expect(reading.format == .csv)
    // Of 7,122 records one names nobody who signed.
    #expect(reading.graph.edgeCount == 7_121)
    #expect(
      reading.notes.contains { $0.message == "an edge without a source or a target was left out" }
    )
    #expect(reading.graph.nodes(of: "Agreement").count == 1_642)
    #expect(reading.graph.nodes(of: "Actor").count == 1_099)
    #expect(reading.graph.nodeKinds.count == 2)
    #expect(reading.graph.edges(of: "third party").count == 2_393)
    #expect(reading.graph.edges(of: "party").count == 4_728)
  }

  @Test func `reads a table of memberships as a graph of two kinds of nodes`() throws {
    let columns = TableColumns(source: "state", target: "ioname", edgeKind: "status")
    let file = try NetworkFiles.file("cow_igo_v3_memberships_2014_long.csv")
    let reading = try GraphReading([file], columns: columns)
    #expect(reading.graph.edgeCount == 12_568)
    #expect(reading.graph.nodeCount == 195 + 309)
    #expect(reading.graph.edges(of: "full").count == 12_295)
  }

  @Test func `refuses a table of missions, which names no edges`() throws {
    #expect(throws: GraphReadingError.self) {
      try GraphReading(NetworkFiles.file("geopko_FrontMap_v2.3.csv"))
    }
  }

  @Test(
    .enabled(if: Oracles.arePresent),
    arguments: ["1.1draft", "1.2draft", "1.3"]
  )
  func `reads the smallest file of each version of GEXF`(version: String) throws {
    let folder = try #require(Oracles.folder)
    let url = folder.appending(path: "gexf-samples/\(version)/simple.gexf")
    let reading = try GraphReading(
      GraphFile(name: "simple.gexf", bytes: Array(Data(contentsOf: url)))
    )
    #expect(reading.graph.nodes.map { $0.property("name") } == [.text("Hello"), .text("Word")])
    #expect(reading.graph.edges.map(\.from.id) == ["0"])
    #expect(reading.graph.edges.map(\.to.id) == ["1"])
    #expect(reading.title == "A hello world! file")
  }
}
