import GraphCore
import Testing

@Suite struct GraphBuilderTests {
  @Test func `takes loops, branches and nodes after their edges`() throws {
    let (extra, few) = (true, false)
    let graph = try PropertyGraph {
      edge("a0", "funds", "z", ["since": .integer(2004)])
      for number in 0..<3 { node(NodeID("a\(number)"), "actor") }
      if extra { node("b", "actor") }
      if few { node("c", "actor") } else { node("d", "actor") }
      [node("y", "actor"), node("z", "actor")]
    }
    #expect(graph.nodes.map(\.id) == ["a0", "a1", "a2", "b", "d", "y", "z"])
    #expect(graph.edges[0].property("since") == .integer(2004))
  }

  @Test func `throws for a key used twice and an unknown end`() {
    #expect(throws: GraphError.duplicateNode("a")) {
      try PropertyGraph {
        node("a", "actor")
        node("a", "actor")
      }
    }
    #expect(throws: GraphError.unknownNode("b")) {
      try PropertyGraph {
        node("a", "actor")
        edge("a", "funds", "b")
      }
    }
  }
}
