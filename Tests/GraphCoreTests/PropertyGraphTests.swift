import GraphCore
import Testing

@Suite struct PropertyGraphTests {
  @Test func `starts empty`() {
    let graph = PropertyGraph()
    #expect(graph.nodeCount == 0)
    #expect(graph.edgeCount == 0)
    #expect(graph.nodes.isEmpty && graph.edges.isEmpty)
    #expect(graph["wfp"] == nil)
    #expect(graph[EdgeID(rawValue: 0)] == nil)
  }

  @Test func `keeps nodes and edges in the order of adding`() throws {
    let graph = try PropertyGraph {
      node("c", "actor")
      node("a", "actor")
      node("b", "case")
      edge("c", "in", "b")
      edge("a", "in", "b")
    }
    #expect(graph.nodes.map(\.id) == ["c", "a", "b"])
    #expect(graph.edges.map(\.from.id) == ["c", "a"])
    #expect(graph.nodes(of: "actor").map(\.id) == ["c", "a"])
    #expect(graph.edges(of: "in").map(\.id.rawValue) == [0, 1])
    #expect(graph.nodes(of: "none").isEmpty && graph.edges(of: "none").isEmpty)
    #expect(graph.nodeKinds == ["actor", "case"])
  }

  @Test func `refuses a key that is used already`() throws {
    var graph = PropertyGraph()
    try graph.addNode("wfp", "actor")
    #expect(throws: GraphError.duplicateNode("wfp")) { try graph.addNode("wfp", "case") }
    #expect(graph.nodeCount == 1)
    #expect(graph["wfp"]?.kind == "actor")
  }

  @Test func `takes two keys for two nodes if their bytes differ`() throws {
    let (composed, decomposed): (NodeID, NodeID) = ("caf\u{E9}", "cafe\u{301}")
    let graph = try PropertyGraph {
      node(composed, "actor")
      node(decomposed, "actor")
    }
    #expect(composed != decomposed)
    #expect(Set(graph.nodes.map(\.id)).count == 2)
    #expect(graph[decomposed]?.id == decomposed)
  }

  @Test func `refuses an edge with an unknown end`() throws {
    var graph = PropertyGraph()
    try graph.addNode("wfp", "actor")
    #expect(throws: GraphError.unknownNode("wfpp")) {
      try graph.addEdge(from: "wfpp", "in", to: "wfp")
    }
    #expect(throws: GraphError.unknownNode("kenya")) {
      try graph.addEdge(from: "wfp", "in", to: "kenya")
    }
    #expect(graph.edgeCount == 0)
  }

  @Test func `takes a property's name or kind for no node`() throws {
    var graph = PropertyGraph()
    try graph.addNode("wfp", "actor")
    try graph.set("name", to: .text("World Food Programme"), of: "wfp")
    #expect(graph["World Food Programme"] == nil)
  }

  @Test func `keeps loops and parallel edges`() throws {
    let graph = try PropertyGraph {
      node("a", "actor")
      node("b", "actor")
      edge("a", "funds", "a")
      edge("a", "funds", "b")
      edge("a", "funds", "b")
    }
    #expect(graph.edges.map(\.to.id) == ["a", "b", "b"])
    #expect(graph.edges.map(\.id.rawValue) == [0, 1, 2])
  }

  @Test func `says in words what it refused`() {
    #expect(
      GraphError.duplicateNode("a").description
        == "there is a node “a” already; keys are used once"
    )
    #expect(
      GraphError.unknownNode("a").description == "there is no node “a”; add it before its edges"
    )
    #expect(GraphError.unknownEdge(EdgeID(rawValue: 7)).description == "there is no edge 7")
    #expect(
      GraphError.propertyType(name: "year", expected: .date, found: .text).description
        == "property “year” holds date values, not text"
    )
  }

  @Test func `copies keep what they held when the original changes`() throws {
    var graph = try PropertyGraph {
      node("a", "actor", ["name": .text("A")])
      node("b", "actor")
      edge("a", "funds", "b")
    }
    let copy = graph
    let view = try #require(graph["a"])
    try graph.set("name", to: .text("changed"), of: "a")
    try graph.addNode("c", "actor")
    graph.remove(nodes: ["b"])
    #expect(copy.nodes.map(\.id) == ["a", "b"])
    #expect(copy.edgeCount == 1)
    #expect(copy["a"]?.property("name") == .text("A"))
    #expect(view.property("name") == .text("A"))
    #expect(graph.nodes.map(\.id) == ["a", "c"])
    #expect(graph.edgeCount == 0)
  }

  @Test func `keeps validity and sources of nodes and edges`() throws {
    let span = try #require(Validity(from: PartialDate("2004"), until: nil))
    let source = SourceReference(document: "000", section: "IV", locator: .lines(91...93))
    let graph = try PropertyGraph {
      node("a", "actor", valid: span, from: [source])
      node("b", "actor")
      edge("a", "funds", "b", valid: span, from: [source, source])
    }
    #expect(graph["a"]?.validity == span)
    #expect(graph["a"]?.sources == [source])
    #expect(graph["b"]?.validity == .always)
    #expect(graph["b"]?.sources == [])
    #expect(graph.edges[0].validity == span)
    #expect(graph.edges[0].sources == [source, source])
  }
}
