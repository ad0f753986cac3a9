import GraphCore
import GraphInterchange
import Testing

@Suite struct GMLReadingTests {
  private func read(_ text: String) throws -> GraphReading {
    try GraphReading(GraphFile(name: "f.gml", bytes: Array(text.utf8)))
  }

  @Test func `reads what networkx, igraph and Gephi write`() throws {
    let reading = try read(
      """
      # a comment
      Creator "igraph version 0.10"
      Version 1
      graph
      [
        directed 1
        name "Partners"
        node [ id 0 label "M&#233;decins &amp; co" size 1.5 graphics [ x 1 y -2.0E1 ] ]
        node [ id 10 label "b" tags "x" tags "y" more [ kept 1 ] ]
        edge [ source 0 target 10 weight -2 kind "funds" ]
      ]
      """
    )
    #expect(reading.format == .gml)
    #expect(reading.title == "Partners")
    #expect(reading.graph.nodes.map(\.id) == ["0", "10"])
    #expect(reading.graph["0"]?.property("name") == .text("Médecins & co"))
    #expect(reading.graph["0"]?.property("size") == .decimal(1.5))
    #expect(reading.graph["10"]?.property("tags") == .texts(["x", "y"]))
    #expect(reading.graph["10"]?.property("more.kept") == .integer(1))
    let edge = try #require(reading.graph.edges.first)
    #expect(edge.kind == "funds")
    #expect(edge.property("weight") == .integer(-2))
    #expect(edge.property("direction") == nil)
    #expect(reading.notes.contains { $0.message.contains("attributes of the drawing") })
  }

  @Test func `a graph that does not say otherwise has edges without a direction`() throws {
    let reading = try read("graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]")
    #expect(reading.graph.edges.first?.property("direction") == .text("undirected"))
  }

  @Test func `an end that no node has is an id, not a place in the list`() throws {
    let reading = try read("graph [ node [ id 5 ] node [ id 6 ] edge [ source 5 target 0 ] ]")
    #expect(reading.graph.nodes.map(\.id) == ["5", "6", "0"])
  }

  @Test(arguments: ["Id,graph [x]\n1,2\n", "graph { a -- b }", "graph,Id\n1,2\n"])
  func `is not taken for another format`(text: String) throws {
    #expect(try read(text).format != .gml)
  }

  @Test func `names the place of a fault`() throws {
    let error = try #require(throws: GraphReadingError.self) {
      try read("graph [\n  node [ id x ]\n]")
    }
    #expect(error.description.hasPrefix("f.gml:2:13: error: this is no value"))
  }

  @Test func `refuses what is nested too deep`() throws {
    let error = try #require(throws: GraphReadingError.self) {
      try read("graph " + String(repeating: "[ a ", count: 100_000))
    }
    #expect(error.description.contains("over 200 deep"))
  }
}
