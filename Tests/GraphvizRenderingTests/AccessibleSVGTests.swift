import GraphvizRendering
import Testing

@Suite struct AccessibleSVGTests {
  private let dark = ["#0072b2": "#58b4f0", "#e3f0f8": "#0f2a3d"]

  private func reading(
    _ svg: [UInt8],
    darkColours: [String: String] = [:]
  ) throws -> SVGReading {
    let good = try AccessibleSVG(
      svg,
      title: "Who helps whom",
      description: "2 actors & a “form”",
      darkColours: darkColours
    )
    return try #require(SVGReading(good.bytes))
  }

  private func style(_ reading: SVGReading) -> String {
    reading.all("style").map(\.text).joined()
  }

  // MARK: The whole

  @Test func `begins with a title and a description that the root refers to`() throws {
    let picture = try reading(SampleSVG.around(""))
    let root = try #require(picture.elements.first)
    #expect(root.attributes["role"] == "graphics-document document")
    #expect(root.attributes["aria-roledescription"] == "diagram")
    let title = try #require(root.attributes["aria-labelledby"].flatMap(picture.element))
    let description = try #require(root.attributes["aria-describedby"].flatMap(picture.element))
    #expect(title.name == "title" && title.text == "Who helps whom")
    #expect(description.name == "desc" && description.text == "2 actors & a “form”")
  }

  @Test func `has no description where there is none to tell`() throws {
    let good = try AccessibleSVG(SampleSVG.around(""), title: "Map", description: "")
    let picture = try #require(SVGReading(good.bytes))
    #expect(picture.all("desc").isEmpty)
    #expect(picture.elements.first?.attributes["aria-describedby"] == nil)
  }

  @Test func `has no declaration, document type or comment`() throws {
    let good = try AccessibleSVG(
      SampleSVG.around(SampleSVG.node(1, "a", text: "A")),
      title: "Map",
      description: ""
    )
    let text = String(decoding: good.bytes, as: UTF8.self)
    #expect(text.hasPrefix("<svg "))
    #expect(!text.contains("<!") && !text.contains("<?"))
    #expect(!text.contains("xlink"))
  }

  @Test func `keeps its shape at every width`() throws {
    let root = try #require(try reading(SampleSVG.around("")).elements.first)
    #expect(root.attributes["viewBox"] == "0.00 0.00 94.00 44.00")
    #expect(root.attributes["width"] == "94pt")
    #expect(root.attributes["style"] == "max-width:100%;height:auto")
  }

  @Test func `gives the same bytes for the same picture`() throws {
    let svg = SampleSVG.around(
      SampleSVG.node(1, "a", text: "A") + SampleSVG.edge(1, "a&#45;&gt;a")
    )
    let first = try AccessibleSVG(svg, title: "Map", description: "One", darkColours: dark)
    let second = try AccessibleSVG(svg, title: "Map", description: "One", darkColours: dark)
    #expect(first == second)
  }

  @Test func `reads elements that share a line or are spread over many`() throws {
    let svg = """
      <svg viewBox='0 0 9 9' xmlns="http://www.w3.org/2000/svg"><g class="graph" id = "g"
      ><g id='n' class='node'><title>n</title><text x="1"
       y="2">Two</text ></g></g></svg>
      """
    let picture = try reading(Array(svg.utf8))
    #expect(picture.title(of: "n") == "Two")
    #expect(picture.all("text").map(\.text) == ["Two"])
  }

  // MARK: Words

  @Test func `calls a node what the hint says`() throws {
    let node = SampleSVG.node(1, "n17", text: "WFP", link: "xlink:title=\"WFP &amp; partners\"")
    let picture = try reading(SampleSVG.around(node))
    #expect(picture.title(of: "node1") == "WFP & partners")
    #expect(picture.element("node1")?.attributes["role"] == "graphics-symbol")
    #expect(picture.all("a").isEmpty)
  }

  @Test func `calls a node by its label where there is no hint`() throws {
    let second = "<text x=\"1\" y=\"2\"> &#160;2 gaps</text>"
    let node = SampleSVG.node(1, "n17", text: "Kenya</text>\(second)<text x=\"1\" y=\"2\">")
    #expect(try reading(SampleSVG.around(node)).title(of: "node1") == "Kenya 2 gaps")
  }

  @Test func `calls a node by its label where the hint is the source of the label`() throws {
    let sources = [
      "Food\\nfor &quot;all&quot;", "&lt;B&gt;Food&lt;/B&gt; for all", "{Food|&lt;p&gt; for all}",
    ]
    for source in sources {
      let link = "xlink:href=\"https://example.org/\" xlink:title=\"\(source)\""
      let node = SampleSVG.node(1, "n17", text: "Food for all", link: link)
      #expect(try reading(SampleSVG.around(node)).title(of: "node1") == "Food for all")
    }
  }

  @Test func `says nothing of a node without words`() throws {
    let picture = try reading(SampleSVG.around(SampleSVG.node(1, "n17", text: "")))
    #expect(picture.title(of: "node1") == nil)
    #expect(picture.element("node1")?.attributes["role"] == nil)
  }

  @Test func `calls an edge what the hint says`() throws {
    let edge = SampleSVG.edge(1, "a:e&#45;&gt;b:w", link: "xlink:title=\"A gives food&#10;to B\"")
    let picture = try reading(SampleSVG.around(edge))
    #expect(picture.title(of: "edge1") == "A gives food\nto B")
    #expect(picture.element("edge1")?.attributes["role"] == "graphics-object")
  }

  @Test(arguments: [
    ("a:e&#45;&gt;b&#45;&gt;c:w", "Actor → Case"), ("a&#45;&#45;b&#45;&gt;c:p:w", "Actor – Case"),
  ])
  func `calls an edge by the labels of its ends where nothing is said of it`(
    name: String,
    words: String
  ) throws {
    let svg = SampleSVG.around(
      SampleSVG.node(1, "a", text: "Actor") + SampleSVG.node(2, "b&#45;&gt;c", text: "Case")
        + SampleSVG.edge(1, name)
    )
    #expect(try reading(svg).title(of: "edge1") == words)
  }

  @Test func `leaves no name of Graphviz to be read aloud`() throws {
    let cluster = """
      <g id="clust1" class="cluster">
      <title>cluster_secret</title>
      <text x="1" y="2">Actors</text>
      </g>

      """
    let svg = SampleSVG.around(cluster + SampleSVG.node(1, "secret", text: "A"))
    let good = try AccessibleSVG(svg, title: "Map", description: "")
    #expect(try SVGText(good.bytes).titles == ["Map", "A"])
    #expect(!String(decoding: good.bytes, as: UTF8.self).contains("secret"))
  }

  @Test func `lets cells with words of their own be heard within a node`() throws {
    let cell = """
      <g id="a_node1_0"><a xlink:href="https://example.org/" xlink:title="3 sources">
      <text x="1" y="2">3</text>
      </a>
      </g>
      <g id="a_node1_1"><a xlink:title="no source">
      <text x="1" y="2">0</text>
      </a>
      </g>
      """
    let table = SampleSVG.node(1, "n", text: "Matrix</text>\(cell)<text>")
    let picture = try reading(SampleSVG.around(table))
    #expect(picture.element("node1")?.attributes["role"] == "graphics-object")
    #expect(
      picture.all("title").map(\.text).dropFirst().sorted() == [
        "3 sources", "Matrix 3 0", "no source",
      ]
    )
    #expect(picture.all("a").count == 1)
  }

  // MARK: Links

  @Test(arguments: [
    ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
    ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"),
    ("HTTP://example.org/a b", "HTTP://example.org/a%20b"), ("mailto:a@b.org", "mailto:a@b.org"),
    ("#node1", "#node1"),
    (" https://example.org/“é” ", "https://example.org/%E2%80%9C%C3%A9%E2%80%9D"),
  ])
  func `keeps a link to the web, to a mail address and within the picture`(
    written: String,
    kept: String
  ) throws {
    let node = SampleSVG.node(
      1,
      "n",
      text: "A",
      link: "xlink:href=\"\(written)\" target=\"_blank\""
    )
    let link = try #require(try reading(SampleSVG.around(node)).all("a").first)
    #expect(
      link.attributes == ["href": kept, "rel": "noopener noreferrer", "aria-label": "A"]
    )
  }

  @Test(arguments: [
    "javascript:alert(1)", "java&#x0A;script:alert(1)", "&#1;javascript:alert(1)", " JaVaScRiPt:x",
    "java\u{200B}script:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://x/",
    "//example.org/", "page.html", "", "#", "https", "&#106;avascript:x", "&#9;&#0;x&#58;y",
    "x:https://example.org/", "\u{FFFD}blob:x", "javascript&#58;alert(1)//https://x",
  ])
  func `drops a link that leads anywhere else`(written: String) throws {
    let node = SampleSVG.node(1, "n", text: "A", link: "xlink:href=\"\(written)\"")
    let picture = try reading(SampleSVG.around(node))
    #expect(picture.all("a").isEmpty)
    #expect(picture.all("text").map(\.text) == ["A"])
  }

  // MARK: Names for references

  @Test func `gives each element a name of its own that XML allows`() throws {
    let svg = """
      <svg viewBox="0 0 9 9"><g id="1 &lt; 2" class="node"><text>A</text></g>
      <g id="1 &lt; 2" class="node"><text>B</text></g><g id="diagram-title" class="node"></g>
      <a xlink:href="#1 &lt; 2"><text>C</text></a></svg>
      """
    let picture = try reading(Array(svg.utf8))
    let names = picture.elements.compactMap { $0.attributes["id"] }
    #expect(
      names == ["diagram-title", "diagram-description", "_1---2", "_1---2-2", "diagram-title-2"]
    )
    #expect(picture.all("a").first?.attributes["href"] == "#_1---2")
  }

  @Test func `keeps gradients with what refers to them`() throws {
    let svg = SampleSVG.around(
      """
      <g id="l_0" class="node"><title>n</title>
      <defs>
      <linearGradient id="l_0" gradientUnits="userSpaceOnUse" x1="2" y1="-18" x2="56" y2="-18" >
      <stop offset="0" style="stop-color:red;stop-opacity:1.;behavior:url(x)"/>
      </linearGradient>
      </defs>
      <ellipse fill="url(#l_0)" stroke="url(https://example.org/#x)" cx="1" cy="1" rx="1" ry="1"/>
      <path fill="url(#nowhere)" d="M1,1"/>
      </g>
      """
    )
    let picture = try reading(svg)
    let gradient = try #require(picture.all("linearGradient").first?.attributes["id"])
    let ellipse = try #require(picture.all("ellipse").first)
    #expect(gradient != "l_0" && ellipse.attributes["fill"] == "url(#\(gradient))")
    #expect(ellipse.attributes["stroke"] == nil)
    #expect(picture.all("path").first?.attributes["fill"] == "none")
    #expect(
      picture.all("stop").first?.attributes
        == ["offset": "0", "stop-color": "red", "stop-opacity": "1."]
    )
  }

  // MARK: Colours

  @Test func `writes colours that every viewer knows`() throws {
    let svg = SampleSVG.around(
      "<path fill=\"transparent\" stroke=\"BLACK\" d=\"M1,1\"/><path fill=\"#FFF\" d=\"M1,1\"/>"
    )
    let paths = try reading(svg).all("path").map(\.attributes)
    #expect(paths[0] == ["fill": "none", "stroke": "#000000", "d": "M1,1"])
    #expect(paths[1]["fill"] == "#ffffff")
  }

  @Test func `has a dark counterpart for each colour in it, on screens only`() throws {
    let svg = SampleSVG.around(
      SampleSVG.node(1, "a", text: "A") + SampleSVG.edge(1, "a&#45;&gt;a")
        + "<text x=\"1\" y=\"1\">black</text>"
    )
    let colours = dark.merging(["#123456": "#654321"]) { $1 }
    let rules = style(try reading(svg, darkColours: colours))
    #expect(rules.contains("@media screen and (prefers-color-scheme:dark){"))
    #expect(rules.contains(".diagram{background:#0d1117}"))
    #expect(rules.contains("[fill=\"#ffffff\"]{fill:#0d1117}"))
    #expect(rules.contains("[stroke=\"#0072b2\"]{stroke:#58b4f0}"))
    #expect(rules.contains("[fill=\"#0072b2\"]{fill:#58b4f0}"))
    #expect(rules.contains("[fill=\"#e3f0f8\"]{fill:#0f2a3d}"))
    #expect(rules.contains("text:not([fill]){fill:#e6edf3}"))
    #expect(!rules.contains("#654321"))
  }

  @Test func `takes pairs with opacity for the colour without it`() throws {
    let svg = SampleSVG.around(SampleSVG.edge(1, "a&#45;&gt;b"))
    let rules = style(try reading(svg, darkColours: ["#0072B2C0": "#58b4f0c0"]))
    #expect(rules.contains("[stroke=\"#0072b2\"]{stroke:#58b4f0}"))
  }

  @Test func `stays light where no dark colours are given`() throws {
    #expect(!style(try reading(SampleSVG.around(""))).contains("@media"))
  }

  @Test func `keeps a ground that shows what is behind it`() throws {
    let svg = SampleSVG.around(SampleSVG.node(1, "a", text: "A"), isCanvas: false)
    #expect(!style(try reading(svg, darkColours: dark)).contains("background"))
  }

  @Test func `takes no pair that is more than two colours`() throws {
    let evil = ["#0072b2": "red}*{x:url(https://example.org)", "\"]{}": "#ffffff"]
    let rules = style(try reading(SampleSVG.around(SampleSVG.edge(1, "e")), darkColours: evil))
    #expect(!rules.contains("example.org") && !rules.contains("\"]{}"))
  }

  @Test func `strengthens the lines under the pointer`() throws {
    let rules = style(try reading(SampleSVG.around(SampleSVG.edge(1, "e"))))
    #expect(rules.contains("[stroke-width=\"2.4\"]{stroke-width:3.4}"))
  }
}
