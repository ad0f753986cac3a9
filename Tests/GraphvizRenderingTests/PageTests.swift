import Foundation
import GraphvizRendering
import Testing

@Suite struct PageTests {
  /// A row of boxes of one inch with an inch between them: 9 in one direction, 1 in the other.
  private let row = """
    digraph { rankdir=LR; ranksep=1; node [shape=box fixedsize=true width=1 height=1];
      edge [arrowhead=none]; a -> b -> c -> d -> e }
    """

  private static func mediaBox(_ picture: Rendering) -> String? {
    let words = String(decoding: picture.bytes, as: Unicode.ASCII.self)
    return words.firstMatch(of: #/MediaBox \[\s*([^\]]*?)\s*\]/#).map { String($0.output.1) }
  }

  @Test(arguments: [
    (Page.a4Portrait, "0 0 595 842"), (.a4Landscape, "0 0 842 595"),
    (.a3Portrait, "0 0 842 1191"), (.a3Landscape, "0 0 1191 842"),
  ])
  func `has exactly the size of the paper`(page: Page, box: String) async throws {
    let picture = try await Worker.renderer.render(
      row,
      as: .pdf,
      page: page,
      limits: Worker.limits()
    )
    #expect(Self.mediaBox(picture) == box)
    #expect(picture.width == page.width)
    #expect(picture.height == page.height)
  }

  @Test func `tells how much smaller than laid out it is`() async throws {
    let picture = try await Worker.renderer.render(
      row,
      as: .pdf,
      page: .a4Portrait,
      limits: Worker.limits()
    )
    let layout = try await Worker.renderer.layout(row, limits: Worker.limits())
    let width = layout.boundingBox.width
    #expect(width > 600)
    #expect(abs(picture.scale - (595 - 72) / width) < 0.001)
  }

  @Test func `does not enlarge a small drawing unless it may`() async throws {
    var page = Page.a4Landscape
    let small = try await Worker.renderer.render(
      "graph { a }",
      as: .svg,
      page: page,
      limits: Worker.limits()
    )
    #expect(small.scale == 1)
    #expect(small.text.contains("scale(1 1)"))
    page.mayEnlarge = true
    let large = try await Worker.renderer.render(
      "graph { a }",
      as: .svg,
      page: page,
      limits: Worker.limits()
    )
    #expect(large.scale > 5)
    #expect(large.text.contains("width=\"842pt\""))
    #expect(large.text.contains("height=\"595pt\""))
  }

  @Test func `puts the drawing in the middle`() async throws {
    let picture = try await Worker.renderer.render(
      "graph { a [shape=box fixedsize=true width=1 height=1] }",
      as: .svg,
      page: Page(width: 400, height: 300),
      limits: Worker.limits()
    )
    // A box of 72 points, and as much free on each side.
    #expect(picture.text.contains("viewBox=\"0.00 0.00 400.00 300.00\""))
    #expect(picture.text.contains("translate(164 186)"))
  }

  @Test func `overrules what the graph says about pages`() async throws {
    let picture = try await Worker.renderer.render(
      """
      digraph { size="2,2"; page="1,1"; rotate=90; landscape=true; margin=3; dpi=300; pad=2;
        viewport="10,10"; resolution=10; a -> b }
      """,
      as: .pdf,
      page: .a4Portrait,
      limits: Worker.limits()
    )
    #expect(Self.mediaBox(picture) == "0 0 595 842")
    #expect(picture.scale == 1)
  }

  @Test(arguments: [
    Page(width: 100, height: 100, margin: 50), Page(width: 10, height: 100),
    Page(width: .infinity, height: 100), Page(width: 100, height: 100, margin: .nan),
  ])
  func `refuses a page that nothing fits on`(page: Page) async throws {
    await #expect(
      performing: {
        try await Worker.renderer.render(
          "graph { a }",
          as: .pdf,
          page: page,
          limits: Worker.limits()
        )
      },
      throws: { error in
        guard case GraphvizError.invalid(let words) = error else { return false }
        return words.hasPrefix("--page") || words.hasPrefix("--margin")
      }
    )
  }
}
