import AssistanceImport
import AssistanceModel
import GraphCore
import GraphInterchange
import Testing

@Suite struct GraphImportTests {
  @Test func `nodes become actors and links relations, with their places`() throws {
    let read = try imported(
      """
      {"directed": true,
       "nodes": [{"id": "a", "name": "Ann's Fund"}, {"id": "b"}, {"id": "lonely"}],
       "links": [{"source": "a", "target": "b", "weight": 2.5}]}
      """
    )
    #expect(read.graph.nodes.map(\.kind) == [.actor, .actor, .actor])
    #expect(read.graph["a"]?[.name] == "Ann's Fund")
    #expect(read.graph["a"]?.sources.map(\.description) == ["a.file #a"])
    let link = try #require(read.graph.edges.first)
    #expect(link.kind == .linkedTo)
    #expect(link.property("weight") == .decimal(2.5))
    #expect(link.sources.map(\.description) == ["a.file l.3"])
    #expect(read.notes.contains("1 node has no link"))
    #expect(read.report.summary?.contains("3 actor") == true)
  }

  @Test func `a link that nobody explains is not documented`() throws {
    let text = "graph { a -- b; b -- c [type=funds] }"
    let read = try imported(text)
    let links = read.graph.edges.map { ($0.kind, EvidenceClass($0[.basis] ?? .explicit, .does)) }
    #expect(links.map(\.0) == [.linkedTo, .funds])
    #expect(links.map(\.1) == [.declared, .documented])
    let weak = try imported(text) { $0.evidence = .coPresence }
    #expect(weak.graph.edges.map { $0[.evidence] } == [.coPresence, .coPresence])
    let told = try imported(text) { $0.linkKind = "partners-with" }
    #expect(told.graph.edges.map(\.kind) == ["partners-with", .funds])
    #expect(told.graph.edges.first?[.basis] == .implied)
  }

  @Test func `what the file says of evidence holds`() throws {
    let read = try imported("digraph { a -> b [evidence=declared, basis=thematic, type=leads] }") {
      $0.evidence = .coPresence
    }
    #expect(read.graph.edges.first?[.evidence] == .declared)
    #expect(read.graph.edges.first?[.basis] == .thematic)
    let other = try imported("digraph { a -> b [evidence=strong, type=leads] }")
    #expect(other.graph.edges.first?.property("attribute-evidence") == .text("strong"))
  }

  @Test func `types that nobody knows are subkinds, and kinds where told`() throws {
    let text = """
      digraph { a [type="Network Group"]; b [type="country-case"]; a -> b [type="Is part of"] }
      """
    let read = try imported(text)
    #expect(read.graph["a"]?.kind == .actor)
    #expect(read.graph["a"]?[.subkind] == "network-group")
    #expect(read.graph["b"]?.kind == .countryCase)
    #expect(read.graph.edges.map(\.kind) == ["is-part-of"])
    let kinds = try imported(text) {
      $0.nodeKindAttribute = "type"
      $0.linkKinds = ["is PART of": .partOf]
    }
    #expect(kinds.graph["a"]?.kind == "network-group")
    #expect(kinds.graph.edges.map(\.kind) == [.partOf])
    #expect(kinds.text("collection.yaml").contains("kind: network-group"))
    let mapped = try imported(text) { $0.nodeKinds = ["network group": .population] }
    #expect(mapped.graph["a"]?.kind == .population)
  }

  @Test func `few labels of links are their kinds, many are not`() throws {
    let few = try imported(
      "Id,Label\na,A\nb,B\n",
      "Source,Target,Label\na,b,Funds\n",
      named: ["nodes.csv", "edges.csv"]
    )
    #expect(few.graph.edges.map(\.kind) == [.funds])
    #expect(few.graph.edges.first?.property("label") == nil)
    var rows = "Source,Target,Label\n"
    for number in 0..<21 { rows += "a,b,grant \(number)\n" }
    let many = try imported("Id\na\nb\n", rows, named: ["nodes.csv", "edges.csv"])
    #expect(Set(many.graph.edges.map(\.kind)) == [.linkedTo])
    #expect(many.graph.edges.first?.property("label") == .text("grant 0"))
  }

  @Test func `an end of facts is no kind of relation between others`() throws {
    let read = try imported("digraph { a -> b [type=provider] }")
    #expect(read.graph.edges.map(\.kind) == ["linked-provider"])
  }

  @Test func `too many kinds are refused`() throws {
    var text = "digraph {"
    for number in 0...100 { text += " n\(number) [role=\"role \(number)\"];" }
    let error = try #require(throws: ImportError.self) {
      try imported(text + " }") { $0.nodeKindAttribute = "role" }
    }
    #expect(error.description.contains("“role” gives the nodes 101 different kinds"))
  }

  @Test func `loops are left out, and links that say the same are one`() throws {
    let read = try imported(
      "Id\na\nb\n",
      "Source,Target,Type,w,link id\na,a,,1,1\na,b,,1,2\na,b,,1,3\na,b,,2,4\nb,a,Undirected,1,5\n"
        + "a,b,Undirected,1,6\n",
      named: ["nodes.csv", "edges.csv"]
    )
    #expect(read.graph.edgeCount == 3)
    #expect(read.report.selfRelations == 1)
    #expect(read.report.mergedCount == 2)
    #expect(read.graph.edges.first?.sources.map(\.description) == ["edges.csv r.3-4"])
    #expect(
      read.doubts.contains { $0.hasPrefix("edges.csv:2: warning: “a” is linked with itself") }
    )
    #expect(read.column("links: link id")?.use == .ignored)
  }

  @Test func `a node that only links name is added, and said with its place`() throws {
    let read = try imported(
      "Id,Label\na,A\n",
      "Source,Target\n\na,ghost\n",
      named: ["nodes.csv", "edges.csv"]
    )
    #expect(read.graph["ghost"]?.sources.map(\.description) == ["edges.csv r.3"])
    #expect(
      read.doubts.contains { $0.contains("edges.csv:3: warning: no node has the id “ghost”") }
    )
  }

  @Test func `people's details are dropped, by name and by content`() throws {
    let read = try imported(
      """
      {"directed": true, "links": [], "nodes": [
        {"id": "a", "contactEmail": "x", "note": "ask jo@example.org", "contact": {"phone": "12"},
         "phone": 123, "theme": "peace"}]}
      """
    )
    let files = read.collection.files().map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for word in ["example.org", "12", "contactEmail"] { #expect(!files.contains(word)) }
    #expect(read.graph["a"]?.property("theme") == .text("peace"))
    let dropped = read.report.files.flatMap(\.columns).filter { $0.use == .dropped }
    #expect(
      dropped.map(\.heading) == [
        "nodes: contactEmail", "nodes: note", "nodes: contact.phone", "nodes: phone",
      ]
    )
  }

  @Test func `who is not named is marked and said`() throws {
    let read = try imported("digraph { a [label=\"Not specified\"]; b [label=\"Civil society\"] }")
    #expect(read.graph["a"]?[.designation] == .placeholder)
    #expect(read.graph["b"]?[.designation] == .class)
    #expect(read.report.placeholders.map(\.text) == ["Civil society", "Not specified"])
  }

  @Test func `keys that a collection cannot have are cleaned and stay as aliases`() throws {
    let read = try imported(
      #"digraph { "a|b" -> "=cmd|'/c calc'!A1" [type=funds]; "a b" -> "a|b" [type=funds]; "  " }"#
    )
    let ids = Set(read.graph.nodes.map(\.id.rawValue))
    #expect(ids == ["a-b", "a b", "cmd-c-calc-a1", "node"])
    #expect(read.graph["a-b"]?[.aliases] == ["a|b"])
    #expect(read.graph["cmd-c-calc-a1"]?[.aliases] == ["=cmd|'/c calc'!A1"])
    #expect(read.notes.contains("3 ids are not as collections can have them; they stay as aliases"))
  }

  @Test func `headings that tables need are given another name`() throws {
    let read = try imported(
      #"{"links": [], "nodes": [{"id": "a", "sources": "x", "until date": "soon", "Size": 1, "size": 2}]}"#
    )
    let node = try #require(read.graph["a"])
    #expect(node.property("attribute-sources") == .text("x"))
    #expect(node.property("attribute-until date") == .text("soon"))
    #expect(node.property("Size") == .integer(1))
    #expect(node.property("size-2") == .integer(2))
    #expect(read.notes.contains("“sources” of nodes is the column “attribute-sources”"))
  }

  @Test func `a formula stays a text, which tables guard when they are written`() throws {
    let read = try imported(
      #"{"links": [], "nodes": [{"id": "a", "x": "=1+1", "y": "-5", "name": "@SUM(1)"}]}"#
    )
    #expect(read.graph["a"]?.property("x") == .text("=1+1"))
    #expect(read.graph["a"]?.property("y") == .text("-5"))
    #expect(read.graph["a"]?[.name] == "@SUM(1)")
    #expect(read.text("nodes/actor.csv").contains("'@SUM(1)"))
  }

  @Test func `numbers without an end are left out`() throws {
    let read = try imported(
      #"{"links": [], "nodes": [{"id": "a", "x": 1e999, "y": NaN, "z": 9223372036854775808}]}"#
    )
    #expect(read.graph["a"]?.property("x") == nil)
    #expect(read.graph["a"]?.property("y") == nil)
    #expect(read.graph["a"]?.property("z") == .decimal(9_223_372_036_854_775_808))
  }

  @Test func `dates of attributes and spells become validity`() throws {
    let links = try imported(
      "Id\na\nb\n",
      "Source,Target,year,date\na,b,2004,2004-05-06\nb,a,2005,2005-01-02T10:00:00\n",
      named: ["nodes.csv", "edges.csv"]
    )
    #expect(links.graph.edges.map { "\($0.validity)" } == ["2004-05-06", "2005-01-02"])
    #expect(links.graph.edges.first?.property("year") == .integer(2004))
    let spells = try imported(
      """
      <gexf version="1.3"><graph><nodes><node id="a" start="2001" end="2003"/></nodes></graph></gexf>
      """
    )
    #expect(spells.graph["a"].map { "\($0.validity)" } == "2001 to 2003")
    let turned = try imported(#"{"links": [], "nodes": [{"id": "a", "start": 2005, "end": 2003}]}"#)
    #expect(turned.graph["a"]?.validity == .always)
    #expect(turned.doubts.contains { $0.contains("it would end before it begins") })
    let words = try imported(#"{"links": [], "nodes": [{"id": "a", "start": "soon"}]}"#)
    #expect(words.graph["a"]?.property("start") == .text("soon"))
  }

  @Test func `the format is found by content, and said where the name says otherwise`() throws {
    let text = "<graphml><graph edgedefault='directed'><node id='a'/></graph></graphml>"
    let read = try imported(text, named: ["net works.gml"])
    #expect(read.report.files.map(\.document) == ["net-works.gml"])
    #expect(read.notes.first == "it is GraphML: 1 node and 0 links, though its name says otherwise")
    let plain = try imported(text, named: ["x.graphml"])
    #expect(plain.notes.first == "it is GraphML: 1 node and 0 links")
  }

  @Test func `the order of tables plays no part`() throws {
    let nodes = GraphFile(name: "n.csv", bytes: Array("Id,Label\na,A\nb,B\n".utf8))
    let edges = GraphFile(name: "e.csv", bytes: Array("Source,Target\na,b\n".utf8))
    let one = try ImportedCollection(graphs: [nodes, edges])
    let other = try ImportedCollection(graphs: [edges, nodes])
    #expect(one.collection.files().map(\.bytes) == other.collection.files().map(\.bytes))
    #expect(one.report == other.report)
  }

  @Test(arguments: ["graph { }", "Id\n", "{\"nodes\": []}"])
  func `a graph without nodes is refused`(text: String) throws {
    let error = try #require(throws: ImportError.self) { try imported(text) }
    #expect(error.description == "a.file: error: the graph has no nodes")
  }

  @Test func `every fault of a file is told`() throws {
    let error = try #require(throws: ImportError.self) {
      try imported("{\"nodes\": [" + String(repeating: "{},", count: 60) + "{}]}")
    }
    #expect(error.diagnostics.count == 51)
    #expect(error.description.hasSuffix("a.file: error: and 11 more faults"))
  }
}
