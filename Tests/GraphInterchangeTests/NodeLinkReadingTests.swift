import GraphCore
import GraphInterchange
import Testing

@Suite struct NodeLinkReadingTests {
  private func read(_ text: String) throws -> GraphReading { try GraphReading(GraphFile(text)) }

  @Test(arguments: ["links", "edges"])
  func `reads what networkx writes, under the old name and the new`(name: String) throws {
    let reading = try read(
      """
      {"directed": false, "multigraph": true, "graph": {"name": "T", "year": 2013},
       "nodes": [{"kind": "actor", "size": 1, "id": "a"}, {"size": 0.5, "id": 7}],
       "\(name)": [{"w": NaN, "source": "a", "target": 7, "key": 0},
                   {"source": "a", "target": 7, "key": 1}]}
      """
    )
    #expect(reading.format == .nodeLink)
    #expect(reading.title == "T")
    #expect(reading.graph.nodes.map(\.id) == ["a", "7"])
    #expect(reading.graph.nodes.map(\.kind) == ["actor", "node"])
    #expect(reading.graph["a"]?.property("size") == .integer(1))
    #expect(reading.graph["7"]?.property("size") == .decimal(0.5))
    #expect(reading.graph.edgeCount == 2)
    #expect(reading.graph.edges.allSatisfy { $0.property("direction") == .text("undirected") })
    #expect(reading.notes.contains { $0.message.contains("“year”") })
  }

  @Test func `gives a property of a kind one type, and says so`() throws {
    let reading = try read(
      """
      {"directed": true, "nodes": [{"id": "a", "n": 1, "t": "x", "m": 1},
      {"id": "b", "n": 0.5, "t": ["y"], "m": "z"}], "links": []}
      """
    )
    #expect(reading.graph["a"]?.property("n") == .decimal(1))
    #expect(reading.graph["a"]?.property("t") == .texts(["x"]))
    #expect(reading.graph["a"]?.property("m") == .text("1"))
    #expect(
      reading.notes.map(\.message) == ["“m”: its values are of several types; they became texts"]
    )
    #expect(reading.notes.map(\.place.line) == [2])
  }

  @Test func `reads links that count nodes`() throws {
    let reading = try read(
      """
      {"nodes": [{"name": "x", "group": 1}, {"name": "y", "group": 1}],
       "links": [{"source": 1, "target": 0, "value": 3}]}
      """
    )
    #expect(reading.graph.nodes.map(\.id) == ["0", "1"])
    #expect(reading.graph.edges.map(\.from.id) == ["1"])
    #expect(reading.graph["1"]?.property("name") == .text("y"))
  }

  @Test func `keeps what is nested as far as properties can`() throws {
    let reading = try read(
      """
      {"directed": true, "nodes": [{"id": "a", "s": {"dac": ["1", 2], "deep": {"x": true}},
      "n": null, "l": [[1], "k"]}], "links": [{"source": {"id": "a"}, "target": "a"}]}
      """
    )
    #expect(reading.graph["a"]?.property("s.dac") == .texts(["1", "2"]))
    #expect(reading.graph["a"]?.property("s.deep.x") == .flag(true))
    #expect(reading.graph["a"]?.property("n") == nil)
    #expect(reading.graph["a"]?.property("l") == .texts(["k"]))
    #expect(reading.graph.edges.map(\.from.id) == ["a"])
    #expect(reading.notes.count == 3)
  }

  @Test func `reports every fault at once, each with its place`() throws {
    let error = try #require(throws: GraphReadingError.self) {
      try read(
        """
        {"nodes": [{"id": "a"}, {"name": 1}, {}],
         "links": [{"source": "a"}, {"source": "a", "target": "a"}, {"target": "a"}]}
        """
      )
    }
    #expect(error.count == 4)
    #expect(error.faults.map(\.place.line) == [1, 1, 2, 2])
    #expect(error.faults.map(\.place.column) == [25, 38, 12, 61])
  }

  @Test(arguments: [
    ("{", 2), ("{\"nodes\": [}", 12), ("{\"a\": 01x}", 9), ("{\"a\": \"x}", 7), ("{\"a\" 1}", 6),
    ("{\"a\": tru}", 7), ("{\"a\": \"\\q\"}", 8), ("{\"a\": [1,]}", 10), ("{} {}", 4),
    ("{\"é\": \"\u{1}\"}", 8),
  ])
  func `names the place where text is no JSON`(text: String, column: Int) throws {
    let error = try #require(throws: GraphReadingError.self) { try read(text) }
    #expect(error.faults.map(\.place.column) == [column])
  }

  @Test func `refuses its own JSON where something is missing or contradicts`() throws {
    let error = try #require(throws: GraphReadingError.self) {
      try read(
        """
        {"format": "pillar-graph", "version": 1, "types": {"nodes": {"k": {"p": "date", "q": "odd"}}},
        "nodes": [{"id": "a", "kind": "k", "properties": {"p": "never", "r": 1}},
        {"id": "a", "kind": "k"}, {"kind": "k"}],
        "edges": [{"id": 0, "source": "a", "target": "b", "kind": "e"}]}
        """
      )
    }
    #expect(error.count == 4)
    let newer = try #require(throws: GraphReadingError.self) {
      try read("{\"format\": \"pillar-graph\", \"version\": 2, \"nodes\": [], \"edges\": []}")
    }
    #expect(newer.faults.map(\.hint) == ["read the file with a newer Pillar"])
  }
}
