internal import Foundation
internal import PillarKit
internal import Testing

/// What Graphviz makes of coverage and path pictures: the order of lanes, and the sizes of texts.
@Suite struct PathLaneOrderTests {
  private static func renderer() throws -> GraphvizRenderer {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
    let folder = bundle.executableURL?.deletingLastPathComponent() ?? bundle.bundleURL
    return try GraphvizRenderer(
      environment: ProcessInfo.processInfo.environment,
      beside: folder.path
    )
  }

  private static func id(_ letter: String, _ number: Int) -> NodeID {
    NodeID(rawValue: "\(letter)\(number)")
  }

  /// Many ways from `s` to `t`, of one to three steps.
  private static func graph(ways: Int) throws -> AssistanceGraph {
    try AssistanceGraph(
      checking: PropertyGraph {
        for id in ["s", "t"] as [NodeID] { node(id, .actor) }
        for way in 0..<ways {
          node(id("a", way), .actor)
          node(id("b", way), .actor)
          edge("s", "partners-with", id("a", way), [:])
          if way.isMultiple(of: 2) {
            edge(id("a", way), "partners-with", "t", [:])
          } else {
            edge(id("a", way), "partners-with", id("b", way), [:])
            edge(id("b", way), "partners-with", "t", [:])
          }
        }
      }
    )
  }

  private static func answer(_ graph: AssistanceGraph, count: Int) throws -> PathAnswer {
    var question = PathQuestion(from: "s", to: "t")
    question.count = count
    return try graph.paths(question)
  }

  @Test(arguments: [2, 3, 5, 8])
  func `lanes stand in order from left to right`(count: Int) async throws {
    let graph = try Self.graph(ways: 9)
    let answer = try Self.answer(graph, count: count)
    #expect(answer.paths.count == count)
    let diagram = answer.diagram(in: graph)
    let layout = try await Self.renderer().layout(diagram.graph)
    let places = try (1...count).map {
      try #require(layout.node(named: "path-\($0)-node-1")).centre
    }
    for (left, right) in zip(places, places.dropFirst()) {
      #expect(left.x < right.x)
      #expect(left.y == right.y)
    }
    for lane in 1...count {
      let ends = try (1...2).map { place in
        try #require(layout.node(named: "path-\(lane)-node-\(place)")).centre
      }
      #expect(ends[0].y > ends[1].y)
    }
  }

  /// Coverage of so many rows and columns, some of it reported, drawn in every way.
  private static func coverage(rows: Int, columns: Int) throws -> [AssistanceDiagram] {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("a", .actor)
        for row in 0..<rows { node(id("c", row), .countryCase) }
        for column in 0..<columns { node(id("i", column), .inhibitor) }
        for row in 0..<rows {
          node(id("f", row), .assistance, [:])
          edge(id("f", row), .provider, "a")
          edge(id("f", row), .countryCase, id("c", row))
          edge(id("f", row), .inhibitor, id("i", row % columns))
        }
      }
    )
    let report = graph.coverage()
    return [try report.matrixDiagram(), try report.cardsDiagram()]
  }

  @Test func `the smallest text is as small as the picture says`() async throws {
    let renderer = try Self.renderer()
    let graph = try Self.graph(ways: 3)
    let diagrams =
      try [(2, 2), (6, 25), (58, 2)].flatMap { try Self.coverage(rows: $0.0, columns: $0.1) }
      + [1, 3].map { try Self.answer(graph, count: $0).diagram(in: graph) }
    for diagram in diagrams {
      let rendering = try await renderer.render(diagram.graph, as: .svg)
      let text = String(decoding: rendering.bytes, as: UTF8.self)
      let sizes = text.matches(of: /font-size="([0-9.]+)"/).compactMap { Double($0.1) }
      #expect(sizes.min() == diagram.smallestText)
    }
  }
}
