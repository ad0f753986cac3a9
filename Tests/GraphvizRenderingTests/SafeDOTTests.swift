import DOTFormat
import GraphvizRendering
import Testing

@Suite struct SafeDOTTests {
  /// What becomes of one attribute of a node, and what is told of it.
  private func node(_ name: String, _ value: DOTIdentifier) -> (DOTIdentifier?, [String]) {
    let safe = SafeDOT(DOTGraph("g", [.node(DOTNode("a", [name: value]))]))
    guard case .node(let node) = safe.graph.statements.first else { return (nil, []) }
    return (node.attributes[name], safe.changes.map(\.description))
  }

  private func graph(_ name: String, _ value: DOTIdentifier) -> (DOTIdentifier?, SafeDOT) {
    let attribute = DOTAttribute(.text(name), value)
    let safe = SafeDOT(DOTGraph("g", [.attribute(attribute)]))
    guard case .attribute(let kept) = safe.graph.statements.first else { return (nil, safe) }
    return (kept.value, safe)
  }

  private func edge(_ name: String, _ value: DOTIdentifier) -> DOTIdentifier? {
    let edge = DOTEdge(from: "a", to: "b", [name: value])
    guard case .edge(let kept) = SafeDOT(DOTGraph("g", [.edge(edge)])).graph.statements.first else {
      return nil
    }
    return kept.attributes[name]
  }

  // MARK: What stays

  @Test func `keeps a harmless drawing as it was brought`() {
    let cluster = DOTSubgraph(
      "cluster_a",
      [
        .attribute(DOTAttribute("label", .html("<B>Actors</B><BR/>8"))),
        .defaults(.node, ["shape": "box", "style": "rounded,filled", "fontname": "Arial Black"]),
        .node(
          DOTNode(
            "n1",
            ["label": "a\\nb", "URL": "https://example.org/?a=1&b=\\N", "width": "1.5"]
          )
        ),
      ]
    )
    let graph = DOTGraph(
      "map",
      isDirected: false,
      isStrict: true,
      [
        .defaults(.graph, ["rankdir": "LR", "ranksep": "1.6 equally", "size": "7,10!"]),
        .attribute(DOTAttribute("splines", "polyline")),
        .attribute(DOTAttribute("charset", "UTF-8")),
        .subgraph(cluster),
        .edge(
          DOTEdge(
            [.node("n1", port: DOTPort("p", side: "ne")), .subgraph(cluster), .node("n2")],
            ["weight": "2", "arrowhead": "odot", "headlabel": "2 < 3", "URL": ""]
          )
        ),
      ]
    )
    let safe = SafeDOT(graph)
    #expect(safe.graph == graph)
    #expect(safe.changes.isEmpty && safe.suspects.isEmpty && safe.engine == nil)
  }

  @Test func `names the engine that the drawing asks for, and takes it out`() {
    let (kept, safe) = graph("layout", "neato")
    #expect(kept == nil && safe.engine == .neato && safe.changes.isEmpty)
    let (other, strange) = graph("layout", "../evil")
    #expect(other == nil && strange.engine == nil)
    #expect(
      strange.changes.map(\.description) == [
        "left out “layout” once, since there is no such engine"
      ]
    )
  }

  @Test(arguments: [("splines", "ortho"), ("concentrate", "true"), ("newrank", "1")])
  func `keeps what people use although it may crash, and says so`(name: String, value: String) {
    let (kept, safe) = graph(name, .text(value))
    #expect(kept == .text(value))
    #expect(safe.suspects == ["\(name)=\(value)"])
  }

  @Test(arguments: [("splines", "true"), ("concentrate", "false"), ("newrank", "no")])
  func `suspects nothing that is switched off`(name: String, value: String) {
    #expect(graph(name, .text(value)).1.suspects.isEmpty)
  }

  // MARK: What is left out

  @Test(arguments: ["_background", "imagepath", "fontpath", "stylesheet", "layers", "page"])
  func `leaves out what a graph may not say`(name: String) {
    let (kept, safe) = graph(name, "x")
    #expect(kept == nil)
    #expect(safe.changes.map(\.subject) == [name])
  }

  @Test func `leaves out what reads a file, wherever it is`() {
    let picture: DOTAttributes = ["image": "/etc/passwd", "shapefile": "a.png", "label": "A"]
    let inner = DOTSubgraph("s", [.defaults(.node, picture), .node(DOTNode("a", picture))])
    let safe = SafeDOT(
      DOTGraph("g", [.edge(DOTEdge([.subgraph(inner), .node("b")])), .subgraph(inner)])
    )
    let cleaned = DOTSubgraph(
      "s",
      [.defaults(.node, ["label": "A"]), .node(DOTNode("a", ["label": "A"]))]
    )
    #expect(
      safe.graph.statements
        == [.edge(DOTEdge([.subgraph(cleaned), .node("b")])), .subgraph(cleaned)]
    )
    #expect(
      safe.changes.map(\.description) == [
        "left out “image” 4 times, since it reads a file",
        "left out “shapefile” 4 times, since it reads a file",
      ]
    )
  }

  @Test func `leaves out what Graphviz does not know, and names some of it`() {
    let names = ["zeta", "colour", "Image", "a", "b", "c", "d", "colour"]
    let attributes = DOTAttributes(names.map { DOTAttribute(.text($0), "x") })
    let safe = SafeDOT(DOTGraph("g", [.node(DOTNode("n", attributes))]))
    #expect(safe.graph.statements == [.node(DOTNode("n"))])
    #expect(
      safe.changes.map(\.description) == [
        "left out “zeta, colour, Image, a, b, c and 1 more” 8 times, since Graphviz does not know it"
      ]
    )
  }

  @Test func `judges names and values that are written as markup like any other`() {
    let attributes = DOTAttributes([
      DOTAttribute(.html("image"), .html("/etc/passwd")),
      DOTAttribute("URL", .html("javascript:x")), DOTAttribute("sides", .html("1000000")),
    ])
    let safe = SafeDOT(DOTGraph("g", [.node(DOTNode("n", attributes))]))
    #expect(safe.graph.statements == [.node(DOTNode("n", ["sides": .html("360")]))])
  }

  // MARK: Numbers

  @Test(arguments: [
    ("sides", "10000000", "360"), ("peripheries", "1000000", "32"), ("fontsize", "1e6", "1000"),
    ("width", "99999999999999999999999", "500"), ("width", "-1", "0"), ("penwidth", "5", "5"),
    ("margin", "0.1,1e300", "0.1,1000"), ("height", ".5", ".5"), ("skew", "-.9", "-.9"),
    ("height", "1.", "1."), ("width", "", ""), ("width", "wide", "wide"), ("width", "1e-7", "1e-7"),
    ("width", "1.5.5", "1.5.5"), ("margin", "+2 -3", "+2 -3"), ("margin", "10x1", "10x1"),
    ("width", "1e9.5e3 2", "500 2"),
  ])
  func `limits numbers to what a poster needs`(name: String, value: String, kept: String) {
    let (new, changes) = node(name, .text(value))
    #expect(new == .text(kept))
    #expect(changes.isEmpty == (value == kept))
  }

  @Test(arguments: ["inf", "-INFINITY", "nan", "NaN(1)", "0x7fffffff", "1,inf"])
  func `leaves out what is read as a number but is none to draw`(value: String) {
    #expect(node("width", .text(value)).0 == nil)
  }

  @Test func `limits the weight that crashes the library`() {
    #expect(edge("weight", "1073741824") == "100000")
    #expect(edge("minlen", "1000000") == "1000")
    #expect(graph("size", "500,5000!").0 == "500,500!")
    #expect(graph("ratio", "compress").0 == "compress")
  }

  // MARK: Links and fonts

  @Test(arguments: ["URL", "href", "edgeURL", "headhref", "labelURL", "tailURL"])
  func `keeps only links that may be followed`(name: String) {
    #expect(edge(name, "https://example.org/a?b&c") == "https://example.org/a?b&c")
    #expect(
      edge(name, "https://example.org/\\E\\\\\" onclick=\"x")
        == "https://example.org/\\E%5C%5C%22%20onclick=%22x"
    )
    for bad in ["javascript:x", "java\nscript:x", "&#106;avascript:x", "\\N", "data:x", "a.html"] {
      #expect(edge(name, .text(bad)) == nil)
    }
  }

  @Test(arguments: [
    "x\" onmouseover=\"alert(7)", "/etc/passwd", "../font.ttf", "a,,b", "<b>", "a;b", "url(x)",
  ])
  func `replaces what is more than names of fonts`(name: String) {
    #expect(node("fontname", .text(name)).0 == "Liberation Sans,Arial,Helvetica,sans-serif")
    #expect(edge("labelfontname", .text(name)) == "Liberation Sans,Arial,Helvetica,sans-serif")
  }

  @Test(arguments: ["Helvetica-Bold", "Courier New, monospace", "游ゴシック", "", "Times_2"])
  func `keeps names of fonts`(name: String) {
    #expect(node("fontname", .text(name)).0 == .text(name))
  }

  @Test func `takes out an encoding that the text no longer has`() {
    #expect(graph("charset", "latin1").0 == nil)
    #expect(graph("charset", "utf8").0 == "utf8")
  }
}
