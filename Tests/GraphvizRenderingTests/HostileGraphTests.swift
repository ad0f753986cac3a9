import GraphvizRendering
import Testing

/// Graphs that crash or exhaust Graphviz 2.42: each ends in a typed outcome, and the next graph is
/// drawn.
@Suite struct HostileGraphTests {
  private static func complete(_ count: Int) -> String {
    "graph { \((0..<count).flatMap { a in (0..<a).map { "\(a)--\($0)" } }.joined(separator: ";\n")) }"
  }

  private static let graphs: [(name: String, dot: String, engine: GraphvizEngine)] = [
    ("background", "graph { _background=\"c 7 -#ff0000 p 1000000000 0 0 1 1\"; a }", .dot),
    (
      "span",
      "graph { a [label=<<TABLE><TR><TD ROWSPAN=\"60000\" COLSPAN=\"60000\">x</TD></TR></TABLE>>] }",
      .dot
    ),
    ("lines", "graph { a [label=\"\(String(repeating: "x\\n", count: 100_000))\"] }", .dot),
    ("star", "graph { \((0..<10_000).map { "c -- n\($0)" }.joined(separator: "\n")) }", .dot),
    ("complete 60", complete(60), .dot),
    ("complete 100", complete(100), .dot),
    (
      "chain", "graph { \((0..<10_000).map { "n\($0) -- n\($0 + 1)" }.joined(separator: "\n")) }",
      .circo
    ),
    (
      "chain in rings",
      "graph { \((0..<10_000).map { "n\($0) -- n\($0 + 1)" }.joined(separator: "\n")) }", .twopi
    ),
    ("one statement", "graph { \((0..<10_000).map { "n\($0)" }.joined(separator: "--")) }", .dot),
    ("sides", "graph { a [shape=polygon sides=10000000] }", .dot),
    ("peripheries", "graph { a [peripheries=1000000] }", .dot),
    ("font size", "graph { a [fontsize=1000000] }", .dot),
    ("isolated", "graph { \((0..<2_000).map { "n\($0)" }.joined(separator: ";")) }", .neato),
    (
      "braces",
      "graph { \(String(repeating: "{", count: 5_000))a\(String(repeating: "}", count: 5_000)) }",
      .dot
    ),
    ("weight", "digraph { a -> b [weight=1073741824] }", .dot),
    (
      "concentrate",
      "digraph { concentrate=true; a->b; a->b; b->c; c->a; a->c; b->a; subgraph cluster_x { c; d }; d->a }",
      .dot
    ),
    (
      "ortho",
      "digraph { splines=ortho; rankdir=LR; a->a; a:n->b:s; b->a; node [shape=record label=\"<x>|{<y>|z}\"]; c:x->a; c:y->c:x }",
      .dot
    ),
    (
      "records",
      "graph { a [shape=record label=\"\(String(repeating: "{a|", count: 5_000))\(String(repeating: "}", count: 5_000))\"] }",
      .dot
    ),
    (
      "clusters",
      "graph { \(String(repeating: "subgraph cluster { ", count: 900))a\(String(repeating: " }", count: 900)) }",
      .dot
    ),
    ("nul", "graph { a\u{0} }", .dot),
  ]

  @Test(arguments: graphs.indices)
  func `end in a typed outcome`(index: Int) async throws {
    let (name, dot, engine) = Self.graphs[index]
    let limits = try RenderingLimits(
      processorSeconds: 2,
      wallSeconds: 300,
      memory: Worker.isSanitized ? nil : 1 << 30,
      output: 8 << 20
    )
    // Other errors than these are not typed by what happened.
    for format in [GraphvizFormat.svg, .png] {
      do throws(GraphvizError) {
        let drawn = try await Worker.renderer.render(
          dot,
          as: format,
          engine: engine,
          limits: limits
        )
        #expect(!drawn.bytes.isEmpty, "\(name)")
      } catch {
        switch error {
        case .timedOut, .outOfMemory, .crashed, .failed, .outputTooLarge: break
        default: Issue.record("\(name): \(error)")
        }
      }
    }
    let next = try await Worker.renderer.render("graph { a }", as: .svg, limits: Worker.limits())
    #expect(next.text.contains("<title>a</title>"))
  }
}
