import Foundation
import GraphvizRendering
import Testing
import TestSupport

/// Public DOT files, some of which crash Graphviz 2.42 or keep it busy for minutes.
@Suite(.enabled(if: Oracles.arePresent)) struct CorpusOracleTests {
  /// A line of the manifest, made by running `dot -Tsvg` on the file.
  private struct Entry {
    let file: String
    /// `ok`, `exit1`, a signal, or `timeout30s`.
    let layout: String
  }

  private static func entries() throws -> [Entry] {
    let manifest = try #require(Oracles.folder).appending(path: "dot-corpus/MANIFEST.tsv")
    let lines = try String(contentsOf: manifest, encoding: .utf8).split(whereSeparator: \.isNewline)
    let heading = try #require(lines.first).split(separator: "\t", omittingEmptySubsequences: false)
    let (file, layout) = (
      try #require(heading.firstIndex(of: "file")),
      try #require(heading.firstIndex(of: "layout_svg"))
    )
    return lines.dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Entry(file: fields[file], layout: fields[layout])
    }
  }

  /// The slowest file that is drawn takes 5.3 seconds; those that never end get two.
  private static func limits(for layout: String) throws -> RenderingLimits {
    let seconds = layout == "ok" ? 60.0 : 2
    return try RenderingLimits(
      processorSeconds: Worker.isSanitized ? seconds * 5 : seconds,
      wallSeconds: 1_200,
      memory: Worker.isSanitized ? nil : 1 << 30
    )
  }

  @Test func `every file ends in a typed outcome, and the next graph is drawn`() async throws {
    let folder = try #require(Oracles.folder).appending(path: "dot-corpus")
    let entries = try Self.entries()
    #expect(entries.count > 500)
    var (drawn, typed) = (0, 0)
    for layout in Set(entries.map(\.layout)).sorted() {
      let group = entries.filter { $0.layout == layout }
      let texts = try group.map {
        String(decoding: try Data(contentsOf: folder.appending(path: $0.file)), as: UTF8.self)
      }
      let outcomes = await Worker.renderer.renderAll(
        texts,
        as: .svg,
        limits: try Self.limits(for: layout)
      )
      for (entry, outcome) in zip(group, outcomes) {
        switch outcome {
        case .success(let picture):
          drawn += 1
          #expect(picture.text.contains("</svg>"), "\(entry.file)")
        case .failure(.crashed), .failure(.timedOut), .failure(.failed), .failure(.outOfMemory):
          typed += 1
          #expect(layout != "ok", "\(entry.file): \(outcome)")
        case .failure(let error):
          Issue.record("\(entry.file): \(error)")
        }
      }
    }
    #expect(drawn + typed == entries.count)
    #expect(drawn >= entries.filter { $0.layout == "ok" }.count)

    let own = try await Worker.renderer.render(
      "graph { a -- b }",
      as: .svg,
      limits: Worker.limits()
    )
    #expect(own.text.contains("<title>a&#45;&#45;b</title>"))
  }
}
