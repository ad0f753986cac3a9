import Foundation
import GraphCore
import GraphInterchange
import Testing

@Suite struct JSONExportTests {
  private func text(_ graph: PropertyGraph, title: String? = nil) -> String {
    String(decoding: graph.json(title: title), as: UTF8.self)
  }

  @Test func `writes an empty graph`() {
    #expect(
      text(PropertyGraph()) == """
        {
        "format": "pillar-graph",
        "version": 1,
        "directed": true,
        "multigraph": true,
        "types": {
        "nodes": {},
        "edges": {}
        },
        "nodes": [
        ],
        "edges": [
        ]
        }

        """
    )
  }

  @Test func `writes a line for each node and edge`() throws {
    let lines = SourceReference(document: "000", section: "IV", locator: .lines(91...93))
    let anchor = SourceReference(document: "iati", locator: .anchor("XM-1"))
    let since = try #require(Validity(from: PartialDate("2004"), until: nil))
    let founded = try #require(PartialDate("1961"))
    let graph = try PropertyGraph {
      node("wfp", "actor", ["name": .text("WFP"), "founded": .date(founded)])
      node("guyana", "country-case", valid: since, from: [lines, anchor])
      edge("wfp", "works-in", "guyana", ["share": .decimal(1), "count": .integer(1)])
    }
    #expect(
      text(graph, title: "A \"title\"") == """
        {
        "format": "pillar-graph",
        "version": 1,
        "directed": true,
        "multigraph": true,
        "title": "A \\"title\\"",
        "types": {
        "nodes": {
        "actor":{"name":"text","founded":"date"}},
        "edges": {
        "works-in":{"share":"decimal","count":"integer"}}
        },
        "nodes": [
        {"id":"wfp","kind":"actor","properties":{"name":"WFP","founded":"1961"},"sources":[]},
        {"id":"guyana","kind":"country-case","properties":{},"from":"2004","sources":[\
        {"document":"000","lines":[91,93],"section":"IV"},{"document":"iati","anchor":"XM-1"}]}
        ],
        "edges": [
        {"id":0,"source":"wfp","target":"guyana","kind":"works-in",\
        "properties":{"share":1.0,"count":1},"sources":[]}
        ]
        }

        """
    )
  }

  @Test func `keeps loops, parallel edges and the numbers of edges`() throws {
    var graph = try PropertyGraph {
      node("a", "actor")
      edge("a", "funds", "a")
      edge("a", "funds", "a")
      edge("a", "funds", "a")
    }
    graph.remove(edges: [EdgeID(rawValue: 1)])
    let edges = try JSONContent(graph.json()).edges
    #expect(edges.map { $0["id"] as? Int } == [0, 2])
    #expect(edges.allSatisfy { $0["source"] as? String == "a" && $0["target"] as? String == "a" })
  }

  @Test func `escapes what would end a string or a script element`() throws {
    let graph = try PropertyGraph {
      node("a", "actor", ["name": .text("\"\\</script>\u{0}\u{1F}\u{7F}\n\u{2028}é😀")])
    }
    #expect(
      text(graph).contains(
        #""name":"\"\\\u003C/script>\u0000\u001F\u007F\n\u2028é😀""#
      )
    )
  }

  @Test(arguments: hostileTexts)
  func `gives every text back, byte for byte`(hostile: String) throws {
    let graph = try PropertyGraph {
      node(NodeID(hostile), NodeKind(rawValue: hostile), [hostile: .text(hostile)])
    }
    let content = try JSONContent(graph.json(title: hostile))
    let read = try #require(content.nodes.first)
    #expect(content.title.map { Array($0.utf8) } == Array(hostile.utf8))
    #expect((read["id"] as? String).map { Array($0.utf8) } == Array(hostile.utf8))
    let properties = try #require(read["properties"] as? [String: String])
    #expect(properties.count == 1)
    #expect(properties.keys.first.map { Array($0.utf8) } == Array(hostile.utf8))
    #expect(properties.values.first.map { Array($0.utf8) } == Array(hostile.utf8))
  }

  @Test(arguments: UInt64(0)..<100)
  func `gives a graph back as it was`(seed: UInt64) throws {
    let graph = try seededGraph(seed)
    let content = try JSONContent(graph.json())
    try #require(content.nodes.count == graph.nodeCount)
    try #require(content.edges.count == graph.edgeCount)
    for (read, node) in zip(content.nodes, graph.nodes) {
      #expect(read["id"] as? String == node.id.rawValue)
      #expect(read["kind"] as? String == node.kind.rawValue)
      let types = content.nodeTypes[node.kind.rawValue] ?? [:]
      try expectSame(read, node.properties, types, node.validity, node.sources)
    }
    for (read, edge) in zip(content.edges, graph.edges) {
      #expect(read["id"] as? Int == Int(edge.id.rawValue))
      #expect(read["source"] as? String == edge.from.id.rawValue)
      #expect(read["target"] as? String == edge.to.id.rawValue)
      #expect(read["kind"] as? String == edge.kind.rawValue)
      let types = content.edgeTypes[edge.kind.rawValue] ?? [:]
      try expectSame(read, edge.properties, types, edge.validity, edge.sources)
    }
  }

  private func expectSame(
    _ read: [String: Any],
    _ properties: [(name: String, value: PropertyValue)],
    _ types: [String: String],
    _ validity: Validity,
    _ sources: [SourceReference]
  ) throws {
    let values = try #require(read["properties"] as? [String: Any])
    #expect(values.count == properties.count)
    for (name, value) in properties {
      let type = try #require(types[name].flatMap { PropertyType(rawValue: $0) })
      let back = try #require(JSONContent.value(values[name], as: type))
      // By their words, since no NaN equals another.
      #expect("\(back)" == "\(value)", "\(name)")
    }
    #expect(read["from"] as? String == validity.from?.description)
    #expect(read["until"] as? String == validity.until?.description)
    let references = try #require(read["sources"] as? [[String: Any]])
    #expect(references.map { JSONContent.source($0) } == sources)
  }
}

/// What JSONSerialization reads from an exported graph.
private struct JSONContent {
  let title: String?
  let nodes: [[String: Any]]
  let edges: [[String: Any]]
  let nodeTypes: [String: [String: String]]
  let edgeTypes: [String: [String: String]]

  init(_ bytes: [UInt8]) throws {
    let read = try JSONSerialization.jsonObject(with: Data(bytes))
    let root = try #require(read as? [String: Any])
    #expect(root["format"] as? String == "pillar-graph")
    #expect(root["version"] as? Int == 1)
    let types = try #require(root["types"] as? [String: [String: [String: String]]])
    title = root["title"] as? String
    nodes = try #require(root["nodes"] as? [[String: Any]])
    edges = try #require(root["edges"] as? [[String: Any]])
    nodeTypes = try #require(types["nodes"])
    edgeTypes = try #require(types["edges"])
  }

  static func value(_ read: Any?, as type: PropertyType) -> PropertyValue? {
    switch type {
    case .text: (read as? String).map { .text($0) }
    case .texts: (read as? [String]).map { .texts($0) }
    case .integer: (read as? Int).map { .integer($0) }
    case .flag: (read as? Bool).map { .flag($0) }
    case .date: (read as? String).flatMap { PartialDate($0) }.map { .date($0) }
    case .decimal:
      (read as? Double ?? (read as? String).flatMap { Double($0) }).map { .decimal($0) }
    }
  }

  static func source(_ read: [String: Any]) -> SourceReference? {
    func range(_ name: String) -> ClosedRange<Int>? {
      (read[name] as? [Int]).flatMap { $0.count == 2 ? $0[0]...$0[1] : nil }
    }
    let locator: SourceReference.Locator? =
      if let lines = range("lines") {
        .lines(lines)
      } else if let pages = range("pages") {
        .pages(pages)
      } else if let rows = range("rows") {
        .rows(rows)
      } else {
        (read["anchor"] as? String).map { .anchor($0) }
      }
    return (read["document"] as? String).map {
      SourceReference(document: $0, section: read["section"] as? String, locator: locator)
    }
  }
}
