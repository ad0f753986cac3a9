import DOTFormat
import GraphvizRendering
import Testing

/// Pictures that Graphviz itself wrote, made good.
@Suite struct SVGOfGraphvizTests {
  private static let hostile = [
    "<script>alert(1)</script>", "]]>", "\"; shape=none", "\\N", "&#0;", "javascript:alert(1)",
    "--><!--", "\" onclick=\"x", "😀 שלום", "<![CDATA[", "&amp;", "\\ \" \\G \\E",
  ]

  private func good(_ dot: String) async throws -> AccessibleSVG {
    let drawn = try await Worker.renderer.render(dot, as: .svg, limits: Worker.limits())
    return try AccessibleSVG(drawn.bytes, title: "Map", description: "")
  }

  @Test(arguments: hostile)
  func `show hostile texts as text, wherever they stand`(text: String) async throws {
    let markup = HTMLLabel([
      .table(
        HTMLTable(rows: [
          [
            HTMLTable.Cell(
              ["TOOLTIP": "cell \(text)", "HREF": "https://example.org/"],
              [.text("in \(text)")]
            )
          ]
        ])
      )
    ])
    let graph = DOTGraph(
      .text(text),
      [
        .attribute(DOTAttribute("label", .label("graph \(text)"))),
        .node(
          DOTNode("n1", ["label": .label("node \(text)"), "tooltip": .tooltip("hint \(text)")])
        ),
        .node(DOTNode("n2", ["label": .label(markup), "id": .elementID(text)])),
        .node(DOTNode(.text("x" + text), ["label": .label("other")])),
        .edge(
          DOTEdge(
            from: "n1",
            to: "n2",
            ["label": .label("edge \(text)"), "tooltip": .tooltip("said \(text)")]
          )
        ),
      ]
    )
    let good = try await good(try graph.text())
    let picture = try #require(SVGReading(good.bytes))
    #expect(picture.faults == [])
    let words = try SVGText(good.bytes)
    let lines = Set(words.lines.map { $0.replacing("\u{A0}", with: " ") })
    #expect(lines == Set(["graph", "node", "in", "edge"].map { "\($0) \(text)" } + ["other"]))
    for title in ["hint \(text)", "said \(text)", "cell \(text)"] {
      #expect(words.titles.contains(title))
    }
    #expect(words.links == ["https://example.org/"])
  }

  @Test(arguments: hostile)
  func `show hostile texts that somebody else escaped badly as no more than text`(
    text: String
  ) async throws {
    let raw = DOTIdentifier.text(text)
    let attributes = DOTAttributes(
      ["fontname", "URL", "href", "tooltip", "id", "class", "color", "style", "target", "image"]
        .map { DOTAttribute(.text($0), raw) }
    )
    let graph = DOTGraph(
      raw,
      [
        .attribute(DOTAttribute("stylesheet", raw)), .attribute(DOTAttribute("URL", raw)),
        .node(DOTNode("a", attributes)), .node(DOTNode(raw, ["URL": "https://example.org/\\N"])),
        .node(
          DOTNode(
            "b",
            ["URL": .text("https://example.org/\(text)"), "label": .html("<B>\(text)</B>")]
          )
        ),
        .edge(DOTEdge(from: "a", to: raw, attributes)),
      ]
    )
    for brought in [graph, SafeDOT(graph).graph] {
      do {
        let good = try await good(try brought.text())
        let picture = try #require(SVGReading(good.bytes))
        #expect(picture.faults == [])
        #expect(picture.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("https:") == true })
      } catch is GraphvizError {
        // Graphviz refused.
      } catch is SVGError {
        #expect(brought == graph)
      } catch is DOTError {
        // It cannot be written.
      }
    }
  }

  @Test func `say the ends of an edge, a record and a label with a link in words`() async throws {
    let good = try await good(
      """
      digraph {
        a [label="Food\\nfor all", URL="https://example.org/?a=1&b=2"]
        b [shape=record, label="{Case|<p> 2 gaps}"]
        c [label=<<B>Form</B>>, URL="#a"]
        a -> b:p:n; a -> "->" ; "->" -> c [dir=none]
      }
      """
    )
    let words = try SVGText(good.bytes)
    #expect(
      Set(words.titles) == [
        "Map", "Food for all", "Case 2 gaps", "Form", "->", "Food for all → Case 2 gaps",
        "Food for all → ->", "-> → Form",
      ]
    )
    #expect(words.links.sorted() == ["#a", "https://example.org/?a=1&b=2"])
  }

  @Test func `follow the colours of gradients, transparency and names`() async throws {
    let drawn = try await Worker.renderer.render(
      """
      digraph { bgcolor="white"
        a [style=filled, fillcolor="#0072b2c0:#e3f0f8"]; b [style=filled, fillcolor="#0072b2c0"]
        c [shape=plain, color=transparent] }
      """,
      as: .svg,
      limits: Worker.limits()
    )
    let good = try AccessibleSVG(
      drawn.bytes,
      title: "Map",
      description: "",
      darkColours: ["#0072b2": "#58b4f0", "#e3f0f8": "#0f2a3d"]
    )
    let picture = try #require(SVGReading(good.bytes))
    let rules = picture.all("style").map(\.text).joined()
    for property in ["fill", "stop-color"] {
      #expect(rules.contains("[\(property)=\"#0072b2\"]{\(property):#58b4f0}"))
    }
    #expect(rules.contains(".diagram{background:#0d1117}"))
    #expect(picture.all("ellipse").contains { $0.attributes["fill-opacity"] != nil })
    #expect(picture.elements.allSatisfy { !$0.attributes.values.contains("transparent") })
  }

  @Test func `draw a safe drawing of one that crashes the library`() async throws {
    let document = try DOTGraph(
      parsing: """
        digraph { _background="c 7 -#ff0000 p 1000000000 0 0 1 1"
          a [sides=10000000, shape=polygon, image="/etc/hostname", label=<<IMG SRC="/etc/hostname"/>>]
          b [label=<<TABLE><TR><TD ROWSPAN="60000" COLSPAN="60000">x</TD></TR></TABLE>>]
          a -> b [weight=1073741824, minlen=1000000] }
        """
    )
    let safe = SafeDOT(document)
    #expect(
      safe.changes.map(\.subject)
        == ["_background", "sides", "image", "IMG", "ROWSPAN", "COLSPAN", "weight", "minlen"]
    )
    let good = try await good(try safe.graph.text())
    #expect(try #require(SVGReading(good.bytes)).faults == [])
  }
}
