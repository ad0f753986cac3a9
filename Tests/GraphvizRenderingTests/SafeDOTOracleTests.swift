import DOTFormat
import Foundation
import GraphvizRendering
import TestSupport
import Testing

/// Public DOT files, made safe, drawn and made good.
@Suite(
  .enabled(if: Oracles.arePresent),
  .disabled(if: Worker.isSanitized, "the sanitizer reports faults in Graphviz itself")
)
struct SafeDOTOracleTests {
  /// The files that `dot` draws, those apart that only take long.
  private static func graphs() throws -> [(file: String, graph: DOTGraph)] {
    let folder = try #require(Oracles.folder).appending(path: "dot-corpus")
    let manifest = folder.appending(path: "MANIFEST.tsv")
    let lines = try String(contentsOf: manifest, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let heading = try #require(lines.first)
    let file = try #require(heading.firstIndex(of: "file"))
    let layout = try #require(heading.firstIndex(of: "layout_svg"))
    return try lines.dropFirst().filter { $0[layout] == "ok" }.compactMap { fields in
      let bytes = try Data(contentsOf: folder.appending(path: fields[file]))
      guard bytes.count < longest else { return nil }
      return try DOTDocument(parsing: bytes).graphs.first.map { (fields[file], $0) }
    }
  }

  private static let longest = 8_000

  @Test func `what Graphviz draws it draws when it is safe, and the picture is good`() async throws
  {
    let graphs = try Self.graphs()
    #expect(graphs.count > 300)
    let safe = graphs.map { SafeDOT($0.graph) }
    for (place, one) in safe.enumerated() {
      #expect(SafeDOT(one.graph).graph == one.graph, "\(graphs[place].file)")
    }
    let untouched = zip(graphs, safe).count { $0.graph == $1.graph }
    #expect(untouched * 10 > graphs.count * 8)
    let outcomes = await Worker.renderer.renderAll(
      try safe.map { try $0.graph.text() },
      as: .svg,
      limits: try Worker.limits()
    )
    for (place, outcome) in outcomes.enumerated() {
      let file = graphs[place].file
      guard case .success(let drawn) = outcome else {
        Issue.record("\(file): \(outcome)")
        continue
      }
      let good = try AccessibleSVG(drawn.bytes, title: file, description: "")
      let picture = try #require(SVGReading(good.bytes), "\(file)")
      #expect(picture.faults == [], "\(file)")
      #expect(try SVGText(good.bytes).lines == SVGText(drawn.bytes).lines, "\(file)")
    }
  }
}
