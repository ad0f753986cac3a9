internal import DOTFormat
internal import Testing

@Suite struct WritingTests {
  @Test func `writes one statement a line`() throws {
    let graph = DOTGraph(
      "map",
      isStrict: true,
      [
        .defaults(.graph, ["rankdir": "LR", "ranksep": .number(1.6)]),
        .defaults(.node, [:]),
        .attribute(DOTAttribute("label", .label(HTMLLabel([.text("Map")])))),
        .subgraph(
          DOTSubgraph(
            "cluster_a",
            [
              .node(DOTNode("n1", ["label": .label("Kenya"), "URL": "#kenya"])),
              .subgraph(DOTSubgraph(nil, [.attribute(DOTAttribute("rank", "same"))])),
            ]
          )
        ),
        .edge(DOTEdge(from: "n1", to: "n 2", ["style": "dashed"])),
        .edge(
          DOTEdge([
            .node("n1", port: DOTPort("p", side: "ne")), .nodes([.init("a"), .init("b")]),
            .subgraph(DOTSubgraph("s", [.node(DOTNode("c"))])), .subgraph(DOTSubgraph()),
          ])
        ),
      ]
    )
    #expect(
      try graph.text() == """
        strict digraph map {
          graph [rankdir=LR, ranksep=1.6]
          node []
          label = <<FONT>Map</FONT>>
          subgraph cluster_a {
            n1 [label=Kenya, URL="#kenya"]
            {
              rank = same
            }
          }
          n1 -> "n 2" [style=dashed]
          n1:p:ne -> a, b -> subgraph s {
            c
          } -> {}
        }

        """
    )
    #expect(graph.description == (try graph.text()))
  }

  @Test func `breaks a long list of attributes into lines`() {
    var node = DOTNode("n")
    for number in 0..<5 { node.attributes["a\(number)"] = .text(String(repeating: "x", count: 30)) }
    let lines = DOTGraph(isDirected: false, [.node(node)]).description.split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[1] == "  n [")
    #expect(lines[2] == "    a0=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
    #expect(lines[7] == "  ]")
  }

  @Test(arguments: [
    "a", "_", "A1", "nodes", "0", "12", "-1", "-.5", "1.", "1.5", "subgraphs",
  ])
  func `needs no quotes for`(text: String) {
    #expect(DOTGraph(.text(text)).description == "digraph \(text) {}\n")
  }

  @Test(arguments: [
    "", " ", "1a", "1e-7", "-", ".", "-.", "1.2.3", "--1", "a-b", "a.b", "é", "node", "EDGE",
    "Graph",
    "digraph", "SubGraph", "strict", "a b", "<a>", "#", "//", "a\n", "+", "%", "@", "٣", "\u{FEFF}",
  ])
  func `needs quotes for`(text: String) {
    #expect(DOTGraph(.text(text)).description == "digraph \"\(text)\" {}\n")
  }

  @Test func `escapes quotes and nothing else`() throws {
    #expect(try DOTGraph(#"a"b\\"c\N\\"#).text() == #"digraph "a\"b\\\"c\N\\" {}"# + "\n")
  }

  @Test(arguments: [
    (#"a\"#, #""a" + <\>"#), (#"a\"b"#, #""a" + <\> + "\"b""#), (#"\\\"#, #""\\" + <\>"#),
    ("a\\\nbc", "\"a\" + <\\> + \"\nbc\""), ("\\", "\"\" + <\\>"), ("\\\\", "\"\\\\\""),
    ("\n", "\"\" + <\n>"), ("\"\n\"", "\"\\\"\" + <\n> + \"\\\"\""), ("\n\n", "\"\n\n\""),
    ("a\\\r\nb", "\"a\" + <\\> + \"\r\nb\""), ("\\N", "\"\\N\""),
  ])
  func `puts between angle brackets what quotes cannot hold`(text: String, written: String) throws {
    let graph = DOTGraph(.text(text))
    #expect(try graph.text() == "digraph \(written) {}\n")
    #expect(try DOTGraph(parsing: graph.description) == graph)
  }

  @Test func `refuses NUL, and writes what shows that it was there`() {
    let graph = DOTGraph("a\0")
    #expect(throws: DOTError.self) { try graph.text() }
    #expect(graph.description == "digraph \"a\u{FFFD}\" {}\n")
  }

  @Test(arguments: [
    ("", "<BR/>"), ("a>", "a&gt;"), ("<a", "&lt;a"), ("><", "&gt;&lt;"), ("<a\0>", "<a�>"),
    ("x", "x<!---->"),
  ])
  func `refuses markup that would be read otherwise, and writes what comes nearest`(
    markup: String,
    written: String
  ) {
    let graph = DOTGraph("x", [.attribute(DOTAttribute("label", .html(markup)))])
    #expect(throws: DOTError.self) { try graph.text() }
    #expect(graph.description == "digraph x {\n  label = <\(written)>\n}\n")
  }

  @Test(arguments: ["\\\"é\n", "\\", "\n", "\"", "😀", "x\n"])
  func `cuts a long text into pieces that Graphviz can read`(part: String) throws {
    let graph = DOTGraph(.text(String(repeating: part, count: 20_000)))
    let written = try graph.text()
    let pieces = written.split(separator: "\" +")
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.utf8.count < 16_000 })
    #expect(try DOTGraph(parsing: written) == graph)
  }

  @Test func `breaks a chain that is too long for Graphviz at a node`() throws {
    let ends = (0..<1_200).map { number in
      number == 499
        ? DOTEdge.End.subgraph(DOTSubgraph(nil, [.node(DOTNode("x"))]))
        : .node(.text("n\(number)"), port: DOTPort("p"))
    }
    let lines = try DOTGraph(nil, [.edge(DOTEdge(ends, ["a": "b"]))]).text().split(separator: "\n")
    #expect(lines[1].hasPrefix("  n0:p -> n1:p -> "))
    #expect(lines[1].hasSuffix(" -> n498:p [a=b]"))
    #expect(lines[2].hasPrefix("  n498:p -> {"))
    #expect(lines.filter { $0.hasSuffix("[a=b]") }.count == 3)
  }

  @Test func `says every fault of a graph`() throws {
    let graph = DOTGraph(
      "a\0",
      [.node(DOTNode("b\0", ["label": .html("<")])), .edge(DOTEdge([.node("c")]))]
    )
    let error = try #require(throws: DOTError.self) { try graph.text() }
    #expect(
      error.description == """
        error: DOT cannot hold “a\u{FFFD}”: it contains NUL
        error: DOT cannot hold “b\u{FFFD}”: it contains NUL
        error: DOT cannot hold the markup “<”: its angle brackets do not match
          hint: write &lt; and &gt; in text
        error: an edge needs two ends
          hint: for a node by itself write a node
        """
    )
  }
}
