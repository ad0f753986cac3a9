import GraphvizRendering
import TestSupport
import Testing

/// What hostile texts may not bring into a picture.
@Suite struct AccessibleSVGHostileTests {
  /// Makes a picture good and reads it again; `nil` if it is refused.
  private func reading(_ svg: [UInt8]) throws -> SVGReading? {
    guard let good = try? AccessibleSVG(svg, title: "</title>", description: "]]>&\u{1}") else {
      return nil
    }
    let picture: SVGReading = try #require(SVGReading(good.bytes))
    return picture
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<svg:script>x</svg:script>",
    "<foreignObject><iframe src=\"https://example.org\"/></foreignObject>",
    "<image xlink:href=\"/etc/passwd\" width=\"4px\"/>",
    "<style>*{x:url(https://example.org)}</style>",
    "<use href=\"https://example.org#x\"/>",
    "<animate attributeName=\"href\" to=\"javascript:x\"/>",
    "<set attributeName=\"onclick\" to=\"x\"/>", "<a xlink:href=\"javascript:x\">seen</a>",
    "<svg onload=\"x\"><script/></svg>", "<?xml-stylesheet href=\"https://example.org\"?>",
    "<!ENTITY a \"<script>x</script>\">", "<![CDATA[<script>x</script>]]>",
    "<metadata>x</metadata>",
    "<path d=\"M1,1\" style=\"fill:url(https://example.org#a);behavior:url(x)\"/>",
    "<path d=\"M1,1\" fill=\"url(https://example.org#a)\" onclick=\"x\" href=\"javascript:x\"/>",
    "<text font-family=\"x\" onmouseover=\"alert(7)\" fill=\"red\"/>",
    "<text style=\"x\" style='y'/>",
    "<g id=\"a\" id=\"b\" class=\"node\"><g id=\"a\"/></g>", "<g class=\"node\" role=\"none\"/>",
    "<text fill=\"expression(x)\" x=\"calc(1px)\" transform=\"x;y\">a</text>",
  ])
  func `drops what acts, loads or styles`(content: String) throws {
    let picture = try #require(try reading(SampleSVG.around(content)))
    #expect(picture.faults == [])
  }

  @Test func `shows hostile text as text`() throws {
    let texts = [
      "<script>alert(1)</script>", "]]>", "\"; shape=none", "\\N", "&#0;", "javascript:alert(1)",
      String(repeating: "long ", count: 2_000), "\u{202E}left", "😀", "ע\u{5D1}רית", "--><!--",
    ]
    for text in texts {
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      let link = "xlink:href=\"#x\" xlink:title=\"Hint: \(escaped)\""
      let picture = try #require(
        try reading(SampleSVG.around(SampleSVG.node(1, "n", text: escaped, link: link)))
      )
      #expect(picture.all("text").map(\.text) == [text])
      #expect(picture.title(of: "node1") == "Hint: \(text)".trimming(" "))
      #expect(picture.faults == [])
    }
  }

  @Test func `replaces what XML cannot hold`() throws {
    let node = SampleSVG.node(1, "n", text: "a\u{1}b&#2;c\u{FFFF}d&#xD800;e&#1114112;f~g")
    let svg = SampleSVG.around(node).split(
      separator: UInt8(ascii: "~"),
      omittingEmptySubsequences: false
    )
    let damaged = Array(svg.joined(separator: [0xFF]))
    let picture = try #require(try reading(damaged))
    let text = "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{FFFD}g"
    #expect(picture.all("text").map(\.text) == [text])
  }

  @Test func `stays shallow enough for every reader`() throws {
    let depth = 50_000
    let deep =
      String(repeating: "<g>", count: depth) + "<text>deep</text>"
      + String(repeating: "</g>", count: depth)
    let picture = try #require(try reading(SampleSVG.around(deep)))
    #expect(picture.all("text").map(\.text) == ["deep"])
    #expect(picture.elements.map(\.path.count).max() ?? 0 < 200)
  }

  @Test func `holds nothing of what was left out`() throws {
    let nested = "<script><g><text>a</text></g><script/></script><text>b</text>"
    let picture = try #require(try reading(SampleSVG.around(nested)))
    #expect(picture.all("text").map(\.text) == ["b"])
  }

  @Test(arguments: UInt64(0)..<400)
  func `refuses a damaged picture or makes it good`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let link = "xlink:href=\"https://example.org/?a&amp;b\" xlink:title=\"A &lt;b&gt;\""
    var svg = SampleSVG.around(
      SampleSVG.node(1, "a", text: "A&#45;B", link: link) + SampleSVG.node(2, "b", text: "B")
        + SampleSVG.edge(1, "a&#45;&gt;b", link: link)
    )
    for _ in 0..<Int.random(in: 1...6, using: &generator) { damage(&svg, using: &generator) }
    guard let picture = try reading(svg) else { return }
    #expect(picture.faults == [])
  }

  private func damage(_ svg: inout [UInt8], using generator: inout SeededGenerator) {
    let pieces = [
      "<script>x</script>", "\" onclick=\"x\" y=\"", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&",
      "<", ">", "\"", "'", "/>", "</g>", "<g>", "<a xlink:href=\"javascript:x\">", "</a>",
      "<style>",
      "style=\"fill:url(x)\" ", "<image href=\"x\"/>", "id=\"node1\" ", "\u{0}", "java&#9;script:",
      "<svg onload=\"x\">", "</svg>", "<title>", "<!DOCTYPE x [<!ENTITY y \"z\">]>", "&y;",
    ]
    guard !svg.isEmpty else { return }
    let place = Int.random(in: svg.indices, using: &generator)
    let end = min(svg.count, place + Int.random(in: 1...40, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: svg[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: svg.removeSubrange(place..<end)
    case 2: svg.insert(contentsOf: svg[place..<end], at: place)
    default: svg.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: place)
    }
  }
}

extension String {
  fileprivate func trimming(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text = text.dropLast() }
    return String(text)
  }
}
