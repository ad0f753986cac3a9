import GraphvizRendering
import Testing

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
