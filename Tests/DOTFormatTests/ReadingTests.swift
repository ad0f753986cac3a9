internal import DOTFormat
internal import Testing

@Suite struct ReadingTests {
  @Test func `reads every kind of statement`() throws {
    let graph = try DOTGraph(
      parsing: """
        strict digraph map {
          graph [rankdir=LR; ranksep=1.6]
          NODE [] [shape=box,] edge [key=1 "a"="b"];
          label = <<B>Map</B>>; n1
          n1:p:ne [label="Kenya"] subgraph cluster_a { b; { c } }
          n1 -> "n 2":e -> subgraph { d } -> a, b:p [style=dashed][x=y]
        }
        """
    )
    #expect(
      graph
        == DOTGraph(
          "map",
          isStrict: true,
          [
            .defaults(.graph, ["rankdir": "LR", "ranksep": "1.6"]),
            .defaults(.node, ["shape": "box"]), .defaults(.edge, ["key": "1", "a": "b"]),
            .attribute(DOTAttribute("label", .html("<B>Map</B>"))), .node(DOTNode("n1")),
            .node(DOTNode("n1", port: DOTPort("p", side: "ne"), ["label": "Kenya"])),
            .subgraph(
              DOTSubgraph(
                "cluster_a",
                [.node(DOTNode("b")), .subgraph(DOTSubgraph(nil, [.node(DOTNode("c"))]))]
              )
            ),
            .edge(
              DOTEdge(
                [
                  .node("n1"), .node("n 2", port: DOTPort("e")),
                  .subgraph(DOTSubgraph(nil, [.node(DOTNode("d"))])),
                  .nodes([.init("a"), .init("b", port: DOTPort("p"))]),
                ],
                ["style": "dashed", "x": "y"]
              )
            ),
          ]
        )
    )
  }

  @Test func `makes a node of each in a list`() throws {
    let graph = try DOTGraph(parsing: "graph { a, b:p [x=1] }")
    #expect(
      graph.statements == [
        .node(DOTNode("a", ["x": "1"])), .node(DOTNode("b", port: DOTPort("p"), ["x": "1"])),
      ]
    )
  }

  @Test(arguments: [
    (#""a\"b\\c\N""#, #"a"b\\c\N"#), ("\"a\\\nb\nc\"", "ab\nc"), (#""a" + "b" /**/ + "c""#, "abc"),
    (#""a" + <\>"#, #"a\"#), ("\"\"", ""), ("\"a\rb\"", "a\rb"), ("é٣", "é٣"), ("-.5", "-.5"),
    ("1.", "1."), ("\"#a\n#b\"", "#a\n#b"), ("\"//\"", "//"), ("\"\n\"", "\n"), ("_a1", "_a1"),
  ])
  func `reads names`(written: String, text: String) throws {
    #expect(try DOTGraph(parsing: "graph \(written) {}").id == .text(text))
  }

  @Test func `reads markup up to the bracket that matches`() throws {
    #expect(
      try DOTGraph(parsing: "graph <a<b>\n\\\"<!-- <i> -->> {}").id
        == .html("a<b>\n\\\"<!-- <i> -->")
    )
    #expect(try DOTGraph(parsing: "graph <> {}").id == .html(""))
  }

  @Test func `skips comments and the lines of a preprocessor`() throws {
    let text = "# 1 \"x\"\n#line 20\ngraph /* } * // ** / */ { // }\n a # }\n--b }\n#end"
    #expect(try DOTGraph(parsing: text).statements == [.edge(DOTEdge(from: "a", to: "b"))])
  }

  @Test func `cuts a number from a name that follows it, with a warning`() throws {
    let document = try DOTDocument(parsing: "graph { 1abc -- 1e-7\n1.2.3 a---1 }")
    let names = document.graphs.flatMap { $0.statements.map(\.firstName) }
    #expect(names == ["1", "abc", "e", "-7", "1.2", ".3", "a"])
    #expect(
      document.warnings.first?.description == """
        1:9: warning: a name begins right after the number “1”, so that these are two
          graph { 1abc -- 1e-7
                  ^
          hint: write the whole name in quotes, or a blank after the number
        """
    )
    #expect(document.warnings.count == 3)
  }

  @Test func `reads several graphs, or none`() throws {
    let document = try DOTDocument(parsing: "graph a {} /* x */ strict digraph{}\ndigraph b {}")
    #expect(
      document.graphs == [
        DOTGraph("a", isDirected: false), DOTGraph(isStrict: true), DOTGraph("b"),
      ]
    )
    #expect(try document.text() == "graph a {}\n\nstrict digraph {}\n\ndigraph b {}\n")
    #expect(document.description == (try document.text()))
    #expect(try DOTDocument(parsing: "").graphs.isEmpty)
    #expect(try DOTDocument(parsing: "\u{FEFF} // nothing").graphs.isEmpty)
  }

  @Test func `skips a byte order mark`() throws {
    #expect(try DOTGraph(parsing: "\u{FEFF}graph { a }").statements == [.node(DOTNode("a"))])
  }

  @Test func `reads bytes that are no UTF-8 as Latin-1 and says so`() throws {
    let bytes = Array("graph { charset=latin1 ".utf8) + [0xFC, 0x22, 0xE9, 0x22] + Array("}".utf8)
    let document = try DOTDocument(parsing: bytes)
    #expect(
      document.graphs.first?.statements == [
        .attribute(DOTAttribute("charset", "UTF-8")), .node(DOTNode("ü")), .node(DOTNode("é")),
      ]
    )
    #expect(
      document.warnings.map(\.message) == [
        "the text is not UTF-8 and was read as Latin-1",
        "the charset “latin1” was set to UTF-8, as which it was read",
      ]
    )
  }

  @Test func `tells apart letters that are composed in two ways`() throws {
    let statements = try DOTGraph(parsing: "graph { \u{E9}; e\u{301} }").statements
    #expect(statements.count == 2)
    #expect(statements[0] != statements[1])
  }

  @Test func `nests as deep as Graphviz does`() throws {
    let count = 3_332
    let text =
      "graph" + String(repeating: "{a--", count: count) + "b" + String(repeating: "}", count: count)
    let graph = try DOTGraph(parsing: text)
    #expect(try DOTGraph(parsing: graph.description) == graph)
    #expect(try DOTGraph(parsing: graph.description).hashValue == graph.hashValue)
    #expect(try DOTStructure(graph).subgraphs.count == count - 1)
    #expect(throws: DOTError.self) { try graph.text() }
  }
}

extension DOTStatement {
  /// The name of a node or of the first node of an edge.
  fileprivate var firstName: DOTIdentifier? {
    switch self {
    case .node(let node): node.id
    case .edge(let edge):
      if case .node(let id, _) = edge.ends.first { id } else { nil }
    default: nil
    }
  }
}
