import GraphCore
import GraphInterchange
import Testing

@Suite struct GraphMLReadingTests {
  private func read(_ body: String, _ root: String = "graphml") throws -> GraphReading {
    try GraphReading(GraphFile("<\(root)>\(body)</\(root)>"))
  }

  @Test func `gives values their declared types, and defaults where there is none`() throws {
    let reading = try read(
      """
      <key id="a" for="node" attr.name="active" attr.type="boolean"/>
      <key id="b" for="node" attr.name="staff" attr.type="int"><default>7</default></key>
      <key id="c" for="edge" attr.name="share" attr.type="float"/>
      <key id="d" for="all" attr.name="note" attr.type="string"/>
      <graph edgedefault="directed">
        <node id="n"><data key="a">1</data><data key="d"> x &amp; y </data></node>
        <node id="m"><data key="b">-3</data></node>
        <edge source="n" target="m"><data key="c">INF</data><data key="d">z</data></edge>
      </graph>
      """
    )
    let graph = reading.graph
    #expect(reading.notes.isEmpty)
    #expect(graph["n"]?.property("active") == .flag(true))
    #expect(graph["n"]?.property("staff") == .integer(7))
    #expect(graph["n"]?.property("note") == .text(" x & y "))
    #expect(graph["m"]?.property("staff") == .integer(-3))
    #expect(graph["m"]?.property("active") == nil)
    #expect(graph.edges.first?.property("share") == .decimal(.infinity))
    #expect(graph.edges.first?.property("note") == .text("z"))
    #expect(graph.nodeKinds == ["node"])
    #expect(graph.edgeKinds == ["edge"])
  }

  @Test func `takes the kind from an attribute of texts named kind or type`() throws {
    let reading = try read(
      """
      <key id="t" for="node" attr.name="type" attr.type="string"/>
      <key id="t" for="edge" attr.name="type" attr.type="string"/>
      <key id="n" for="node" attr.name="Kind" attr.type="int"/>
      <graph edgedefault="directed">
        <node id="a"><data key="t">NGO</data><data key="n">3</data></node><node id="b"/>
        <edge source="a" target="b"><data key="t">funds</data></edge>
      </graph>
      """
    )
    #expect(reading.graph.nodes.map(\.kind) == ["NGO", "node"])
    #expect(reading.graph["a"]?.property("Kind") == .integer(3))
    #expect(reading.graph["a"]?.property("type") == nil)
    #expect(reading.graph.edgeKinds == ["funds"])
  }

  @Test func `says of an edge without a direction that it has none`() throws {
    let reading = try read(
      """
      <graph edgedefault="undirected"><node id="a"/><node id="b"/>
      <edge source="a" target="b"/><edge source="a" target="b" directed="true"/></graph>
      """
    )
    #expect(reading.graph.edges.map { $0.property("direction") } == [.text("undirected"), nil])
    #expect(reading.notes.map(\.place.line) == [2])
  }

  @Test func `keeps loops and parallel edges, and names that are no numbers`() throws {
    let reading = try read(
      """
      <graph edgedefault="directed"><node id="a"/>
      <edge id="x" source="a" target="a"/><edge source="a" target="a"/></graph>
      """
    )
    #expect(reading.graph.edges.map { $0.property("id") } == [.text("x"), nil])
  }

  @Test func `adds nodes that only edges name, and joins records of one node`() throws {
    let reading = try read(
      """
      <key id="k" for="node" attr.name="size" attr.type="long"/><graph edgedefault="directed">
      <node id="a"><data key="k">1</data></node><node id="a"><data key="k">2</data></node>
      <edge source="a" target="ghost"/></graph>
      """
    )
    #expect(reading.graph.nodes.map(\.id) == ["a", "ghost"])
    #expect(reading.graph["a"]?.property("size") == .integer(1))
    #expect(
      reading.notes.map(\.message) == [
        "“a”: the id is used twice; both records became one node",
        "“a”: a later record of the node says something else; the first one holds",
        "“ghost”: only edges name this node; it was added",
      ]
    )
    #expect(reading.notes.map(\.place.line) == [2, 2, 3])
    #expect(reading.notes[0].place.column == 43)
  }

  @Test func `keeps a value that is not of its type as a text`() throws {
    let reading = try read(
      """
      <key id="k" for="node" attr.name="size" attr.type="long"/><graph edgedefault="directed">
      <node id="a"><data key="k">1</data></node><node id="b"><data key="k">many</data></node>
      <node id="c"><data key="k"/><data key="u">?</data></node></graph>
      """
    )
    #expect(reading.graph["a"]?.property("size") == .text("1"))
    #expect(reading.graph["b"]?.property("size") == .text("many"))
    #expect(reading.graph["c"]?.property("size") == nil)
    #expect(reading.graph["c"]?.property("u") == .text("?"))
    #expect(reading.notes.count == 3)
  }

  @Test func `reads what Neo4j exports, with labels as kinds`() throws {
    let reading = try read(
      """
      <key id="labels" for="node" attr.name="labels"/><key id="born" for="node" attr.name="born" \
      attr.type="long"/><graph edgedefault="directed"><node id="n0" labels=":Person:Actor">\
      <data key="labels">:Person:Actor</data><data key="born">1964</data></node>
      <edge id="e0" source="n0" target="n0" label="KNOWS"/></graph>
      """
    )
    #expect(reading.graph["n0"]?.kind == "Person")
    #expect(reading.graph["n0"]?.property("born") == .integer(1964))
    #expect(reading.graph.edgeKinds == ["KNOWS"])
  }

  @Test func `reads elements with a prefix, and leaves out those of other formats`() throws {
    let reading = try GraphReading(
      GraphFile(
        """
        <!DOCTYPE g:graphml SYSTEM "graphml.dtd">
        <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns" xmlns:y="y">
        <g:graph edgedefault="directed"><g:desc>T</g:desc><g:node id="a"><g:data key="d">
        <y:ShapeNode><y:node id="no"/></y:ShapeNode></g:data></g:node></g:graph></g:graphml>
        """
      )
    )
    #expect(reading.title == "T")
    #expect(reading.graph.nodes.map(\.id) == ["a"])
    #expect(reading.notes.contains { $0.message.contains("“y:ShapeNode”: elements of another") })
  }

  @Test func `says what of ports, edges of many ends and nested graphs is lost`() throws {
    let reading = try read(
      """
      <graph edgedefault="directed"><node id="a"><port name="p"/><graph edgedefault="directed">
      <node id="a.b"/></graph></node><hyperedge><endpoint node="a"/></hyperedge>
      <edge source="a" target="a.b" sourceport="p"/></graph>
      """
    )
    #expect(reading.graph["a.b"]?.property("parent") == .text("a"))
    #expect(reading.graph.edges.first?.property("sourceport") == .text("p"))
    #expect(reading.notes.contains { $0.message.contains("“port”") })
  }

  @Test(arguments: ["ISO-8859-1", "windows-1252"])
  func `reads the encoding that the first line names`(encoding: String) throws {
    var bytes = Array(
      "<?xml version='1.0' encoding='\(encoding)'?><graphml><graph edgedefault='directed'><node id='"
        .utf8
    )
    bytes += [0x93, 0xE9, 0x94]
    bytes += Array("'/></graph></graphml>".utf8)
    let reading = try GraphReading(GraphFile(name: "f", bytes: bytes))
    #expect(reading.graph.nodes.map(\.id) == ["“é”"])
  }

  @Test(arguments: [true, false])
  func `reads UTF-16 with a mark`(isBigEndian: Bool) throws {
    let text =
      "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><graphml><graph edgedefault='directed'><node id='é😀'/></graph></graphml>"
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
      return isBigEndian ? pair : pair.reversed()
    }
    let reading = try GraphReading(GraphFile(name: "f", bytes: bytes))
    #expect(reading.graph.nodes.map(\.id) == ["é😀"])
  }

  @Test func `keeps a graph's numbers of edges only where they are numbers that ascend`() throws {
    let reading = try read(
      """
      <graph edgedefault="directed"><node id="a"/><edge id="4" source="a" target="a"/>
      <edge id="9" source="a" target="a"/></graph>
      """
    )
    #expect(reading.graph.edges.map(\.id.rawValue) == [4, 9])
    let far = try read(
      """
      <graph edgedefault="directed"><node id="a"/><edge id="4000000000" source="a" target="a"/></graph>
      """
    )
    #expect(far.graph.edges.map(\.id.rawValue) == [0])
    #expect(far.notes.map(\.message) == ["the edges were numbered anew"])
  }
}
