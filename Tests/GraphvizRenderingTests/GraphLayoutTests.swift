import GraphvizRendering
import Testing

@Suite struct GraphLayoutTests {
  @Test func `tells where nodes and edges are`() async throws {
    let layout = try await Worker.renderer.layout(
      """
      digraph { node [shape=box fixedsize=true width=1 height=0.5]; edge [dir=both];
        subgraph cluster_x { label=x; "b \\"1\\"" }
        a -> "b \\"1\\"" [label=l]; a -> a; c [style=invis] }
      """,
      limits: Worker.limits()
    )
    #expect(layout.nodes.map(\.name) == [#"b "1""#, "a", "c"])
    #expect(layout.nodes.allSatisfy { $0.width == 72 && $0.height == 36 })
    let (a, b) = (
      try #require(layout.node(named: "a")), try #require(layout.node(named: #"b "1""#))
    )
    #expect(a.centre.y > b.centre.y)
    #expect(layout.node(named: "x") == nil)
    #expect(layout.boundingBox.width >= 144)

    let down = try #require(layout.edges.first { $0.head == b.name })
    #expect(down.tail == "a")
    #expect(down.labelCentre != nil)
    let spline = try #require(down.splines.first)
    #expect(spline.points.count % 3 == 1)
    let (start, end) = (try #require(spline.startTip), try #require(spline.endTip))
    #expect(abs(start.y - (a.centre.y - 18)) < 1)
    #expect(abs(end.y - (b.centre.y + 18)) < 1)
    let loop = try #require(layout.edges.first { $0.head == "a" })
    #expect(loop.tail == "a")
    #expect(loop.labelCentre == nil)
  }

  @Test func `is empty for an empty graph`() async throws {
    let layout = try await Worker.renderer.layout("graph {}", limits: Worker.limits())
    #expect(layout.nodes == [])
    #expect(layout.edges == [])
  }

  @Test(arguments: GraphvizEngine.allCases)
  func `has every node and edge with each engine`(engine: GraphvizEngine) async throws {
    let edges = (0..<30).map { "n\($0) -- n\(($0 * 7 + 3) % 30)" }
    let layout = try await Worker.renderer.layout(
      "graph { \(edges.joined(separator: ";")) }",
      engine: engine,
      limits: Worker.limits()
    )
    #expect(layout.nodes.count == 30)
    #expect(layout.edges.count == 30)
    #expect(layout.edges.allSatisfy { !$0.splines.isEmpty })
  }

  @Test(arguments: [
    ("a%*", "é\u{301}"), ("tab\there", "a'b"), ("<b>", "&amp;"), ("right \u{202E}left", "🌍"),
    ("back\\\\slash", "/"),
  ])
  func `keeps names as they are`(first: String, second: String) async throws {
    let layout = try await Worker.renderer.layout(
      "graph { \"\(first)\" -- \"\(second)\" }",
      limits: Worker.limits()
    )
    #expect(layout.nodes.map(\.name) == [first, second])
    #expect(layout.edges.map(\.tail) == [first])
  }
}
