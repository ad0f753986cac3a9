import GraphCore
import GraphInterchange
import Testing

@Suite struct GEXFReadingTests {
  private func read(_ graph: String, _ version: String = "1.3") throws -> GraphReading {
    try GraphReading(
      GraphFile(
        """
        <gexf xmlns="http://gexf.net/\(version)" xmlns:viz="http://gexf.net/\(version)/viz" \
        version="\(version)">\(graph)</gexf>
        """
      )
    )
  }

  @Test func `gives values their declared types, and defaults`() throws {
    let reading = try read(
      """
      <graph defaultedgetype="directed"><attributes class="node">
      <attribute id="0" title="url" type="anyURI"/><attribute id="1" title="n" type="integer"/>
      <attribute id="2" title="ok" type="boolean"><default>true</default></attribute>
      <attribute id="3" title="tags" type="liststring"/>
      <attribute id="4" title="share" type="float"/></attributes>
      <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="x"/>
      <attvalue for="1" value="5"/><attvalue for="3" value="[one, two]"/>
      <attvalue for="4" value="0.5"/></attvalues></node>
      <node id="b" label="b"><attvalues><attvalue for="2" value="false"/>
      <attvalue for="3" value="one|two"/></attvalues></node></nodes></graph>
      """
    )
    let graph = reading.graph
    #expect(reading.notes.isEmpty)
    #expect(graph["a"]?.property("name") == .text("A"))
    #expect(graph["a"]?.property("url") == .text("x"))
    #expect(graph["a"]?.property("n") == .integer(5))
    #expect(graph["a"]?.property("ok") == .flag(true))
    #expect(graph["a"]?.property("tags") == .texts(["one", "two"]))
    #expect(graph["a"]?.property("share") == .decimal(0.5))
    #expect(graph["b"]?.property("ok") == .flag(false))
    #expect(graph["b"]?.property("tags") == .texts(["one", "two"]))
    #expect(graph["b"]?.property("name") == nil)
  }

  @Test func `reads weight, kind, label and direction of edges`() throws {
    let reading = try read(
      """
      <graph defaultedgetype="undirected"><nodes><node id="a"/><node id="b"/></nodes><edges>
      <edge id="0" source="a" target="b" weight="2.5" kind="funds" label="L" type="directed"/>
      <edge id="1" source="a" target="b"/><edge id="2" source="b" target="b" type="mutual"/>
      </edges></graph>
      """
    )
    let edges = Array(reading.graph.edges)
    #expect(edges[0].property("weight") == .decimal(2.5))
    #expect(edges[0].kind == "funds")
    #expect(edges[0].property("label") == .text("L"))
    #expect(
      edges.map { $0.property("direction") } == [nil, .text("undirected"), .text("mutual")]
    )
    #expect(reading.notes.count == 1)
  }

  @Test func `makes spans of spells, and says what is lost`() throws {
    let reading = try read(
      """
      <graph mode="dynamic" timeformat="date" defaultedgetype="directed"><nodes>
      <node id="a" start="2004" end="2006-05-01T10:00:00"/>
      <node id="b"><spells><spell start="2001-01-01" end="2002-01-01"/><spell start="2005"/></spells>
      </node><node id="c" start="12.5"/><node id="d" timestamp="2010.0"/></nodes><edges>
      <edge source="a" target="b" startopen="2009"/></edges></graph>
      """
    )
    let graph = reading.graph
    #expect(graph["a"]?.validity.description == "2004 to 2006-05-01")
    #expect(graph["b"]?.validity.description == "since 2001-01-01")
    #expect(graph["c"]?.validity == .always)
    #expect(graph["c"]?.property("start") == .text("12.5"))
    #expect(graph["d"]?.validity.description == "2010")
    #expect(graph.edges.first?.validity.description == "since 2009")
    #expect(reading.notes.count == 3)
  }

  @Test func `keeps nodes in nodes, and drops the drawing with a word`() throws {
    let reading = try read(
      """
      <meta><creator>me</creator><title>T</title></meta><graph defaultedgetype="directed">
      <nodes><node id="a"><viz:color r="1"/><nodes><node id="b"/></nodes></node>
      <node id="c" pid="a"/></nodes></graph>
      """,
      "1.2draft"
    )
    #expect(reading.title == "T")
    #expect(reading.graph["b"]?.property("parent") == .text("a"))
    #expect(reading.graph["c"]?.property("parent") == .text("a"))
    #expect(reading.notes.contains { $0.message.contains("“viz:color”") })
  }

  @Test func `says so where an attribute has several values or is not declared`() throws {
    let reading = try read(
      """
      <graph defaultedgetype="directed"><attributes class="node" mode="dynamic">
      <attribute id="p" title="price" type="integer"/><attribute id="q" title="price" type="odd"/>
      </attributes><nodes><node id="a"><attvalues><attvalue for="p" value="1" start="2001"/>
      <attvalue for="p" value="2" start="2002"/><attvalue for="q" value="x"/>
      <attvalue for="z" value="y"/></attvalues></node></nodes></graph>
      """
    )
    #expect(reading.graph["a"]?.property("price") == .integer(2))
    #expect(reading.graph["a"]?.property("q") == .text("x"))
    #expect(reading.graph["a"]?.property("z") == .text("y"))
    #expect(reading.notes.count == 5)
  }
}
