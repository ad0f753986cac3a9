import GraphCore
import GraphInterchange
import Testing

@Suite struct GraphMLExportTests {
  private let header = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
        http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

    """

  @Test func `writes an empty graph`() throws {
    let content = try GraphMLContent(PropertyGraph().graphML(title: "Nothing"))
    #expect(content.nodes.isEmpty && content.edges.isEmpty)
    #expect(content.title == "Nothing")
  }

  @Test func `declares keys first, then writes nodes and edges`() throws {
    let since = try #require(Validity(from: PartialDate("2004"), until: nil))
    let source = SourceReference(document: "000", section: "IV", locator: .lines(91...91))
    let graph = try PropertyGraph {
      node("wfp", "actor", ["name": .text("WFP"), "staff": .integer(20_000)], from: [source])
      node("alone", "actor", ["aliases": .texts(["A", "B|C"]), "active": .flag(true)])
      edge("wfp", "funds", "wfp", ["share": .decimal(0.5)], valid: since)
    }
    let body = """
        <key id="node.kind" for="node" attr.name="kind" attr.type="string"/>
        <key id="node.label" for="node" attr.name="label" attr.type="string"/>
        <key id="node.from" for="node" attr.name="from" attr.type="string"/>
        <key id="node.until" for="node" attr.name="until" attr.type="string"/>
        <key id="node.sources" for="node" attr.name="sources" attr.type="string"/>
        <key id="node.name" for="node" attr.name="name" attr.type="string"/>
        <key id="node.staff" for="node" attr.name="staff" attr.type="long"/>
        <key id="node.aliases" for="node" attr.name="aliases" attr.type="string"/>
        <key id="node.active" for="node" attr.name="active" attr.type="boolean"/>
        <key id="edge.kind" for="edge" attr.name="kind" attr.type="string"/>
        <key id="edge.from" for="edge" attr.name="from" attr.type="string"/>
        <key id="edge.until" for="edge" attr.name="until" attr.type="string"/>
        <key id="edge.sources" for="edge" attr.name="sources" attr.type="string"/>
        <key id="edge.share" for="edge" attr.name="share" attr.type="double"/>
        <graph id="G" edgedefault="directed">
          <node id="wfp"><data key="node.kind">actor</data><data key="node.label">WFP</data>\
      <data key="node.sources">000 l.91 § IV</data><data key="node.name">WFP</data>\
      <data key="node.staff">20000</data></node>
          <node id="alone"><data key="node.kind">actor</data><data key="node.label">alone</data>\
      <data key="node.aliases">A | B\\|C</data><data key="node.active">true</data></node>
          <edge id="e0" source="wfp" target="wfp"><data key="edge.kind">funds</data>\
      <data key="edge.from">2004</data><data key="edge.share">0.5</data></edge>
        </graph>
      </graphml>

      """
    #expect(String(decoding: graph.graphML(), as: UTF8.self) == header + body)
  }

  @Test func `keeps parallel edges and the numbers of edges`() throws {
    var graph = try PropertyGraph {
      node("a", "actor")
      node("b", "actor")
      edge("a", "funds", "b")
      edge("a", "funds", "b")
      edge("a", "funds", "b")
    }
    graph.remove(edges: [EdgeID(rawValue: 1)])
    let edges = try GraphMLContent(graph.graphML()).edges
    #expect(edges.map { $0.attributes["id"] } == ["e0", "e2"])
  }

  @Test func `replaces characters that XML cannot hold, and keeps such keys apart`() throws {
    let graph = try PropertyGraph {
      node("a\u{0}", "actor", ["name": .text("nul\u{0} \u{FFFE}\u{FFFF} \u{1F}")])
      node("a\u{1}", "actor")
    }
    let nodes = try GraphMLContent(graph.graphML()).nodes
    #expect(nodes.map { $0.attributes["id"] } == ["a_x0000_", "a_x0001_"])
    #expect(nodes.map { $0.values["key"] } == ["a\u{FFFD}", "a\u{FFFD}"])
    #expect(nodes[0].values["name"] == "nul\u{FFFD} \u{FFFD}\u{FFFD} \u{FFFD}")
  }

  @Test func `makes one key of a property about whose type kinds disagree`() throws {
    let graph = try PropertyGraph {
      node("a", "actor", ["size": .integer(1)])
      node("b", "case", ["size": .text("large")])
    }
    let content = try GraphMLContent(graph.graphML())
    let keys = content.keys.values.filter { $0.name == "size" }
    #expect(keys == [GraphMLContent.Key(domain: "node", name: "size", type: "string")])
    #expect(content.nodes.map { $0.values["size"] } == ["1", "large"])
  }

  @Test func `renames a property that is named like an attribute of the format`() throws {
    let graph = try PropertyGraph {
      node("a", "actor", ["kind": .text("x"), "property.kind": .text("y"), "Label": .text("z")])
    }
    let values = try #require(GraphMLContent(graph.graphML()).nodes.first).values
    #expect(values["kind"] == "actor")
    #expect(values["label"] == "a")
    #expect(values["property.kind"] == "x")
    #expect(values["property.property.kind"] == "y")
    #expect(values["property.Label"] == "z")
  }

  @Test func `writes infinite numbers in words that readers share`() throws {
    let graph = try PropertyGraph {
      node(
        "a",
        "actor",
        ["x": .decimal(.infinity), "y": .decimal(-.infinity), "z": .decimal(.nan)]
      )
    }
    let values = try #require(GraphMLContent(graph.graphML()).nodes.first).values
    #expect([values["x"], values["y"], values["z"]] == ["Infinity", "-Infinity", "NaN"])
  }

  @Test(arguments: UInt64(0)..<100)
  func `gives nodes, edges and attributes back`(seed: UInt64) throws {
    let graph = try seededGraph(seed)
    let content = try GraphMLContent(graph.graphML(title: "]]> & \"<\u{1}"))
    #expect(content.title == "]]> & \"<\u{FFFD}")
    try #require(content.nodes.count == graph.nodeCount)
    try #require(content.edges.count == graph.edgeCount)
    for (read, node) in zip(content.nodes, graph.nodes) {
      let id = read.attributes["id"] ?? ""
      #expect(Array(decodedToken(id).utf8) == Array(node.id.rawValue.utf8))
      var expected = ["kind": node.kind.rawValue, "label": node.id.rawValue]
      if case .text(let name) = node.property("name"), !name.isEmpty { expected["label"] = name }
      if id != node.id.rawValue { expected["key"] = node.id.rawValue }
      add(node.properties, node.validity, node.sources, to: &expected)
      #expect(decoded(read.values) == expected.mapValues { Array(heldByXML($0).utf8) })
    }
    for (read, edge) in zip(content.edges, graph.edges) {
      #expect(read.attributes["id"] == "e\(edge.id.rawValue)")
      #expect(decodedToken(read.attributes["source"] ?? "") == edge.from.id.rawValue)
      #expect(decodedToken(read.attributes["target"] ?? "") == edge.to.id.rawValue)
      var expected = ["kind": edge.kind.rawValue]
      add(edge.properties, edge.validity, edge.sources, to: &expected)
      #expect(decoded(read.values) == expected.mapValues { Array(heldByXML($0).utf8) })
    }
  }

  private func decoded(_ values: [String: String]) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: values.map { (decodedToken($0.key), Array($0.value.utf8)) })
  }

  private func add(
    _ properties: [(name: String, value: PropertyValue)],
    _ validity: Validity,
    _ sources: [SourceReference],
    to expected: inout [String: String]
  ) {
    expected["from"] = validity.from?.description
    expected["until"] = validity.until?.description
    if !sources.isEmpty { expected["sources"] = joined(sources.map(\.description)) }
    for (name, value) in properties { expected[columnName(name)] = plainText(value) }
  }
}
