internal import DOTFormat
internal import Foundation
internal import TestSupport
internal import Testing

/// The public DOT files, with what libcgraph 2.42 makes of each.
private let corpus = "dot-corpus"

/// A row of the list of files.
private struct CorpusFile: CustomTestStringConvertible {
  var path: String
  /// Whether libcgraph reads it; with a complaint it is `partial`.
  var isRead: Bool
  /// The counts of each graph, as libcgraph has them.
  var graphs: [String]

  var testDescription: String { path }

  var bytes: [UInt8] {
    get throws {
      guard let folder = Oracles.folder else { return [] }
      return Array(try Data(contentsOf: folder.appending(path: "\(corpus)/\(path)")))
    }
  }

  static let all: [CorpusFile] = {
    // Rows of another kind hold messages.
    let counts = rows(of: "golden_counts.tsv").filter {
      $0["nodes", default: ""].hasPrefix("nodes=")
    }
    let graphs = Dictionary(grouping: counts) { $0["file"] ?? "" }
    return rows(of: "MANIFEST.tsv").map { row in
      let path = row["file"] ?? ""
      return CorpusFile(
        path: path,
        isRead: row["parse"] != "rejected",
        graphs: graphs[path, default: []].map { row in
          ["kind", "strict", "nodes", "edges", "subgraphs", "clusters"]
            .map { row[$0] ?? "" }.joined(separator: " ")
        }
      )
    }
  }()

  private static func rows(of file: String) -> [[String: String]] {
    guard let place = Oracles.folder?.appending(path: "\(corpus)/\(file)"),
      let data = try? Data(contentsOf: place)
    else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let head = lines.first else { return [] }
    let names = head.split(separator: "\t").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, cells)) { first, _ in first }
    }
  }
}

/// The counts of a graph, as libcgraph writes them.
private func counts(of graph: DOTGraph) throws -> String {
  let structure = try DOTStructure(graph)
  let clusters = structure.subgraphs.count { $0.isCluster }
  return "\(graph.isDirected ? "digraph" : "graph") \(graph.isStrict ? "strict" : "-") "
    + "nodes=\(structure.nodes.count) edges=\(structure.edges.count) "
    + "subgraphs=\(structure.subgraphs.count) clusters=\(clusters)"
}

@Suite(.enabled(if: Oracles.arePresent)) struct DOTOracleTests {
  @Test func `knows the files`() {
    #expect(CorpusFile.all.count > 500)
    #expect(CorpusFile.all.contains { !$0.isRead })
  }

  @Test(arguments: CorpusFile.all)
  fileprivate func `reads or refuses what Graphviz does, with its counts`(
    file: CorpusFile
  ) throws {
    let bytes = try file.bytes
    guard file.isRead else {
      #expect(throws: DOTError.self) { try DOTDocument(parsing: bytes) }
      return
    }
    let document = try DOTDocument(parsing: bytes)
    #expect(try document.graphs.map(counts) == file.graphs)
    #expect(try DOTDocument(parsing: document.text()).graphs == document.graphs)
  }

  @Test(arguments: CorpusFile.all.filter { $0.path.hashed(into: 8) == 0 })
  fileprivate func `withstands damage`(file: CorpusFile) throws {
    let bytes = try file.bytes
    guard bytes.count < 20_000 else { return }
    var random = RandomDOT(seed: UInt64(bytes.count))
    for _ in 0..<10 { expectOutcome(of: random.damaged(bytes)) }
  }
}

extension String {
  /// The same number in every run, unlike a hash value.
  fileprivate func hashed(into count: Int) -> Int { utf8.reduce(0) { ($0 + Int($1)) % count } }
}
