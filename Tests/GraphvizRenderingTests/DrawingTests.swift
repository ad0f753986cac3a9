import DOTFormat
import Foundation
import GraphvizRendering
import Testing

@Suite struct DrawingTests {
  private let text = #"digraph sample { rankdir=LR; a [label="Kenya"]; a -> b [label="helps"] }"#

  @Test(arguments: GraphvizEngine.allCases)
  func `draws with each engine`(engine: GraphvizEngine) async throws {
    let picture = try await Worker.renderer.render(
      text,
      as: .svg,
      engine: engine,
      limits: Worker.limits()
    )
    #expect(picture.text.contains(">Kenya</text>"))
    #expect(picture.text.contains("<title>a&#45;&gt;b</title>"))
    #expect(picture.messages == [])
  }

  @Test(arguments: [
    (GraphvizFormat.svg, Array("<?xml".utf8)), (.png, [0x89] + Array("PNG".utf8)),
    (.pdf, Array("%PDF-".utf8)), (.plain, Array("graph 1 ".utf8)), (.json, Array("{\n".utf8)),
  ])
  func `draws in each format`(format: GraphvizFormat, start: [UInt8]) async throws {
    let picture = try await Worker.renderer.render(text, as: format, limits: Worker.limits())
    #expect(picture.bytes.starts(with: start))
  }

  @Test func `has a start for each format above`() {
    #expect(GraphvizFormat.allCases.count == 5)
  }

  @Test(arguments: GraphvizFormat.allCases, GraphvizEngine.allCases)
  func `gives the same bytes for the same text`(
    format: GraphvizFormat,
    engine: GraphvizEngine
  ) async throws {
    let pictures = await Worker.renderer.renderAll(
      [text, text],
      as: format,
      engine: engine,
      limits: try Worker.limits()
    )
    #expect(try pictures[0].get().bytes == pictures[1].get().bytes)
  }

  @Test func `writes one date into every document`() async throws {
    let picture = try await Worker.renderer.render(text, as: .pdf, limits: Worker.limits())
    let words = String(decoding: picture.bytes, as: Unicode.ASCII.self)
    #expect(words.contains("/CreationDate (D:20000101000000"))
  }

  @Test func `tells the size in points`() async throws {
    let picture = try await Worker.renderer.render(text, as: .svg, limits: Worker.limits())
    #expect(picture.text.contains("width=\"\(Int(picture.width.rounded()))pt\""))
    #expect(picture.text.contains("height=\"\(Int(picture.height.rounded()))pt\""))
    #expect(picture.scale == 1)
  }

  @Test func `keeps to the size that the graph asks for, and tells the scale`() async throws {
    let row = (0..<40).map { "n\($0)" }.joined(separator: " -> ")
    let picture = try await Worker.renderer.render(
      "digraph { size=\"3,3\"; \(row) }",
      as: .svg,
      limits: Worker.limits()
    )
    #expect(picture.scale < 0.1)
    #expect(abs(picture.height - 216) < 0.5)
    #expect(picture.text.contains("height=\"216pt\""))
  }

  @Test func `says when the markup of a label is broken, and draws the rest`() async throws {
    let picture = try await Worker.renderer.render(
      "digraph { a [label=<<b>x</i>>]; b }",
      as: .svg,
      limits: Worker.limits()
    )
    #expect(picture.text.contains("<title>b</title>"))
    #expect(picture.messages.count == 1)
    #expect(picture.messages.first?.hasPrefix("Error: mismatched tag in line 1") == true)
    #expect(picture.messages.first?.hasSuffix("in label of node a") == true)
  }

  @Test(arguments: [
    ("", "Error: there is no text to draw"),
    ("// nothing\n", "Error: there is no graph in the text"),
    ("digraph { a -> }", "Error: syntax error in line 1 near '}'"),
    ("a\u{0}b", "Error: the text holds a byte 0"),
  ])
  func `refuses what is no graph, in words`(text: String, message: String) async throws {
    await #expect(throws: GraphvizError.failed([message])) {
      try await Worker.renderer.render(text, as: .svg, limits: Worker.limits())
    }
  }

  @Test func `draws a graph whose text is not only Latin, or begins with a mark`() async throws {
    let picture = try await Worker.renderer.render(
      "\u{FEFF}graph { \"المساعدة\" -- \"支援 🌍\" }",
      as: .svg,
      limits: Worker.limits()
    )
    #expect(picture.text.contains("<title>المساعدة</title>"))
    #expect(picture.text.contains("<title>支援 🌍</title>"))
  }

  @Test func `draws an empty graph`() async throws {
    let picture = try await Worker.renderer.render(
      "graph {}",
      as: .pdf,
      page: .a4Portrait,
      limits: Worker.limits()
    )
    #expect(picture.width == 595)
  }

  @Test func `writes very long labels in one piece`() async throws {
    let long = String(repeating: "long ", count: 20_000)
    let picture = try await Worker.renderer.render(
      "graph { a [label=\"\(long)\"] }",
      as: .svg,
      limits: Worker.limits()
    )
    #expect(picture.bytes.count > long.utf8.count)
  }
}
