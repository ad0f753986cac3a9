import GraphvizRendering
import Testing

@Suite struct SVGTextTests {
  @Test func `gathers lines, titles and links in the order written`() throws {
    let svg = SampleSVG.around(
      SampleSVG.node(1, "a", text: "A<tspan>B</tspan>", link: "xlink:href=\"https://example.org\"")
        + SampleSVG.node(2, "b", text: "&lt;C&gt;")
    )
    let raw = try SVGText(svg)
    #expect(raw.lines == ["AB", "<C>"])
    #expect(raw.titles == ["map", "a", "b"])
    #expect(raw.description == nil)
    #expect(raw.links == ["https://example.org"])
    let good = try SVGText(AccessibleSVG(svg, title: "Map", description: "Two").bytes)
    #expect(good.lines == raw.lines)
    #expect(good.titles == ["Map", "AB", "<C>"])
    #expect(good.description == "Two")
  }

  @Test(arguments: ["", "plain text", "<html></html>", "<!-- <svg></svg> -->"])
  func `says where there is no picture`(text: String) {
    #expect(throws: SVGError.noPicture) { try SVGText(Array(text.utf8)) }
  }

  @Test(arguments: [
    "<svg", "<svg>", "<svg><g", "<svg><g id=\"a", "<svg><!-- ", "<svg><![CDATA[ ", "<!DOCTYPE",
    "<svg><text>a", "<svg></g", "<?xml",
  ])
  func `says where a picture is cut short`(text: String) {
    #expect(throws: SVGError.cutShort) { try SVGText(Array(text.utf8)) }
  }

  @Test func `says where a picture is wrongly nested`() {
    #expect(throws: SVGError.unbalanced(byte: 11)) {
      try SVGText(Array("<svg><g><a></g></svg>".utf8))
    }
    #expect(throws: SVGError.unbalanced(byte: 5)) { try SVGText(Array("<svg></g></svg>".utf8)) }
  }
}
