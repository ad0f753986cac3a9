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
    let (width, height) = (layout.boundingBox.width, layout.boundingBox.height)
    #expect(width > 600)
    #expect(abs(picture.scale - (595 - 72) / width) < 0.001)
    #expect(abs(picture.scale - Page.a4Portrait.scale(forWidth: width, height: height)) < 0.001)
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

@Suite struct ResolutionTests {
  private static func pixels(_ picture: Rendering) -> [Int] {
    [16, 20].map { place in
      picture.bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  @Test(arguments: [72.0, 96, 144, 300])
  func `makes so many pixels to an inch`(resolution: Double) async throws {
    let picture = try await Worker.renderer.render(
      "digraph { dpi=10; a -> b -> c }",
      as: .png,
      resolution: resolution,
      limits: Worker.limits()
    )
    let pixels = Self.pixels(picture)
    #expect(abs(Double(pixels[0]) - picture.width * resolution / 72) <= 1)
    #expect(abs(Double(pixels[1]) - picture.height * resolution / 72) <= 1)
  }

  @Test func `refuses too many pixels rather than draw something smaller`() async throws {
    let wide = "graph { a [width=300 height=1 shape=box label=\"\"] }"
    await #expect(
      throws: GraphvizError.failed([
        "the picture would have 43216 × 160 pixels, and at most 100000000, no side longer than "
          + "32767, are drawn; ask for 109 pixels to an inch or fewer, or for svg or pdf"
      ])
    ) {
      try await Worker.renderer.render(wide, as: .png, resolution: 144, limits: Worker.limits())
    }
    let smaller = try await Worker.renderer.render(
      wide,
      as: .png,
      resolution: 109,
      limits: Worker.limits()
    )
    #expect(Self.pixels(smaller)[0] == 32_712)
  }

  @Test func `refuses more pixels than the limit`() async throws {
    await #expect(throws: GraphvizError.self) {
      try await Worker.renderer.render("graph { a }", as: .png, limits: Worker.limits(pixels: 1000))
    }
  }
}
