import GraphCore
import GraphInterchange
import Testing

@Suite struct DOTReadingTests {
  @Test func `reads what statements make, without the drawing`() throws {
    let reading = try GraphReading(
      GraphFile(
        """
        // made by hand
        digraph "T" { node [shape=box, kind=actor] a [label="World\\nBank \\N", staff=12]
          subgraph cluster_x { b c } a -> { b c } [weight=0.5, color=red, type=funds] }
        """
      )
    )
    let graph = reading.graph
    #expect(reading.format == .dot)
    #expect(reading.title == "T")
    #expect(graph.nodes.map(\.id) == ["a", "b", "c"])
    #expect(graph.nodeKinds == ["actor"])
    #expect(graph["a"]?.property("name") == .text("World\nBank a"))
    #expect(graph["a"]?.property("staff") == .integer(12))
    #expect(graph["b"]?.property("subgraph") == .text("cluster_x"))
    #expect(graph.edges.map(\.kind) == ["funds", "funds"])
    #expect(graph.edges.map { $0.property("weight") } == [.decimal(0.5), .decimal(0.5)])
    #expect(graph["a"]?.property("shape") == nil)
    #expect(reading.notes.contains { $0.message.contains("“shape”: attributes of the drawing") })
  }

  @Test func `reads edges without a direction, keys and markup`() throws {
    let reading = try GraphReading(
      GraphFile("graph { a [label=<<b>A</b> &amp; B>] a -- a [key=k] a -- a } graph { z }")
    )
    #expect(reading.graph["a"]?.property("name") == .text("A & B"))
    #expect(
      reading.graph.edges.map { $0.property("direction") } == [
        .text("undirected"), .text("undirected"),
      ]
    )
    #expect(reading.graph.edges.map { $0.property("id") } == [.text("k"), nil])
    #expect(reading.notes.contains { $0.message.contains("graphs after the first") })
  }

  @Test func `hands on the faults of the parser with their places`() throws {
    let error = try #require(throws: GraphReadingError.self) {
      try GraphReading(GraphFile("digraph {\n a -> -> b\n}", name: "x.dot"))
    }
    #expect(error.faults.first?.place.file == "x.dot")
    #expect(error.faults.first?.place.line == 2)
  }
}
