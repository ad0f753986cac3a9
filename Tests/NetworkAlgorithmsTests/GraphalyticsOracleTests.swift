import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

/// Answers of the LDBC Graphalytics benchmark: `ldbc-graphalytics/`.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct GraphalyticsOracleTests {
  /// A validation graph as its files give it.
  private struct Graph {
    /// The vertices of the files, in ascending order.
    var ids: [Int]
    var network: Network
    var sourceVertex: UInt32

    func index(of id: Int) throws -> UInt32 {
      UInt32(try #require(ids.firstIndex(of: id)))
    }
  }

  private static let kinds = ["directed", "undirected"]

  @Test func `breadth-first search gives the distances of the benchmark`() throws {
    var count = 0
    for kind in Self.kinds {
      let short = kind == "directed" ? "dir" : "undir"
      let own = try adjacency(of: "bfs/\(short)-input", kind: kind, key: "test-bfs-\(kind).bfs")
      try expectSteps(in: own, "bfs/\(short)-output")
      let example = try example(kind: kind, key: "example-\(kind).bfs")
      try expectSteps(in: example, "example/example-\(kind)-BFS")
      let rows = try adjacency(
        of: "example/example-\(kind)-input",
        kind: kind,
        key: "example-\(kind).bfs"
      )
      try expectSteps(in: rows, "example/example-\(kind)-BFS")
      count += 3
    }
    print("checked \(count) Graphalytics graphs for breadth-first search")
  }

  @Test func `shortest paths have the costs of the benchmark`() throws {
    var count = 0
    for kind in Self.kinds {
      let short = kind == "directed" ? "dir" : "undir"
      let own = try edges(of: "sssp/\(short)-input", kind: kind, key: "test-sssp-\(kind).sssp")
      try expectCosts(in: own, "sssp/\(short)-output")
      let example = try example(kind: kind, key: "example-\(kind).sssp")
      try expectCosts(in: example, "example/example-\(kind)-SSSP")
      count += 2
    }
    print("checked \(count) Graphalytics graphs for shortest paths")
  }

  @Test func `components are those of the benchmark`() throws {
    var count = 0
    for kind in Self.kinds {
      let short = kind == "directed" ? "dir" : "undir"
      let own = try adjacency(of: "wcc/\(short)-input", kind: kind, key: nil)
      try expectComponents(in: own, "wcc/\(short)-output")
      let example = try example(kind: kind, key: nil)
      try expectComponents(in: example, "example/example-\(kind)-WCC")
      count += 2
    }
    print("checked \(count) Graphalytics graphs for components")
  }

  // The benchmark lets a share differ by a ten-thousandth of it: some of its answers are from more
  // rounds than it asks for.
  @Test func `PageRank gives the shares of the benchmark after its rounds`() throws {
    var count = 0
    for kind in Self.kinds {
      let short = kind == "directed" ? "dir" : "undir"
      let own = try adjacency(of: "pr/\(short)-input", kind: kind, key: nil)
      try expectShares(in: own, "pr/\(short)-output", key: "test-pr-\(kind).pr", 1e-4)
      // The lists of links have weights, which this algorithm of the benchmark ignores.
      let rows = "example/example-\(kind)-input"
      let example = try adjacency(of: rows, kind: kind, key: nil)
      try expectShares(in: example, "example/example-\(kind)-PR", key: "example-\(kind).pr", 1e-9)
      count += 2
    }
    print("checked \(count) Graphalytics graphs for PageRank")
  }

  @Test func `propagated labels are those of the benchmark after its rounds`() throws {
    var count = 0
    for kind in Self.kinds {
      let short = kind == "directed" ? "dir" : "undir"
      let own = try adjacency(of: "cdlp/\(short)-input", kind: kind, key: nil)
      try expectLabels(in: own, "cdlp/\(short)-output", key: "test-cdlp-\(kind).cdlp")
      let example = try example(kind: kind, key: nil)
      try expectLabels(in: example, "example/example-\(kind)-CDLP", key: "example-\(kind).cdlp")
      count += 2
    }
    print("checked \(count) Graphalytics graphs for label propagation")
  }

  @Test func `local clustering is that of the benchmark`() throws {
    var count = 0
    for kind in Self.kinds {
      let short = kind == "directed" ? "dir" : "undir"
      let own = try adjacency(of: "lcc/\(short)-input", kind: kind, key: nil)
      try expectValues(own.network.localClusteringLDBC(), of: own, "lcc/\(short)-output", 1e-9)
      let example = try example(kind: kind, key: nil)
      let shares = example.network.localClusteringLDBC()
      try expectValues(shares, of: example, "example/example-\(kind)-LCC", 1e-9)
      count += 2
    }
    print("checked \(count) Graphalytics graphs for local clustering")
  }

  private func expectShares(
    in graph: Graph,
    _ answers: String,
    key: String,
    _ tolerance: Double
  ) throws {
    let damping = try #require(Double(try property("\(key).damping-factor")))
    let rounds = try #require(Int(try property("\(key).num-iterations")))
    let rank = graph.network.pageRank(damping: damping, tolerance: 0, maximumRounds: rounds)
    #expect(rank.rounds == rounds)
    try expectValues(rank.shares, of: graph, answers, tolerance)
  }

  private func expectLabels(in graph: Graph, _ answers: String, key: String) throws {
    let rounds = try #require(Int(try property("\(key).max-iterations")))
    let found = graph.network.propagatedLabels(maximumRounds: rounds)
    for row in try rows(of: answers, count: graph.ids.count) {
      let vertex = try graph.index(of: try #require(Int(row[0])))
      let label = graph.ids[Int(found.labels[Int(vertex)])]
      #expect(label == Int(row[1]), "\(answers): \(row)")
    }
  }

  private func expectValues(
    _ values: [Double],
    of graph: Graph,
    _ answers: String,
    _ tolerance: Double
  ) throws {
    for row in try rows(of: answers, count: graph.ids.count) {
      let vertex = try graph.index(of: try #require(Int(row[0])))
      let expected = try #require(Double(row[1]))
      #expect(abs(values[Int(vertex)] - expected) <= tolerance * expected, "\(answers): \(row)")
    }
  }

  private func expectSteps(in graph: Graph, _ answers: String) throws {
    let tree = graph.network.breadthFirst(from: graph.sourceVertex)
    for row in try rows(of: answers, count: graph.ids.count) {
      let expected = try #require(Int(row[1]))
      let distance = tree.distance(to: try graph.index(of: try #require(Int(row[0]))))
      #expect(distance == (expected == Int.max ? nil : expected), "\(answers): \(row)")
    }
  }

  private func expectCosts(in graph: Graph, _ answers: String) throws {
    let tree = graph.network.shortestPaths(from: graph.sourceVertex)
    for row in try rows(of: answers, count: graph.ids.count) {
      let expected = try #require(Double(row[1]))
      let vertex = try graph.index(of: try #require(Int(row[0])))
      let cost = tree.distance(to: vertex) ?? .infinity
      #expect(
        cost == expected || abs(cost - expected) <= 1e-9 * expected,
        "\(answers): \(row)"
      )
      #expect(
        (graph.network.shortestPath(from: graph.sourceVertex, to: vertex)?.cost) ?? .infinity
          == cost
      )
    }
  }

  /// Labels of components are free, so only the partition is compared.
  private func expectComponents(in graph: Graph, _ answers: String) throws {
    let parts = graph.network.connectedComponents()
    var pairs: Set<[String]> = []
    var labels: Set<String> = []
    for row in try rows(of: answers, count: graph.ids.count) {
      let vertex = try graph.index(of: try #require(Int(row[0])))
      pairs.insert([row[1], String(parts.components[Int(vertex)])])
      labels.insert(row[1])
    }
    #expect(pairs.count == labels.count, "\(answers)")
    #expect(pairs.count == parts.count, "\(answers)")
  }

  private func rows(of path: String, count: Int? = nil) throws -> [[String]] {
    let rows = try Oracles.lines(of: "ldbc-graphalytics/validation-graphs/\(path)")
      .map { $0.split(separator: " ").map(String.init) }
    #expect(!rows.isEmpty, "\(path) is empty")
    if let count { #expect(rows.count == count, "\(path)") }
    return rows
  }

  /// Reads rows of a vertex and its neighbours; in undirected graphs both ends list a link.
  private func adjacency(of path: String, kind: String, key: String?) throws -> Graph {
    let rows = try rows(of: path).map { try $0.map { try #require(Int($0)) } }
    var links: Set<[Int]> = []
    for row in rows {
      for neighbour in row.dropFirst() {
        let isOrdered = kind == "directed" || row[0] <= neighbour
        links.insert(isOrdered ? [row[0], neighbour] : [neighbour, row[0]])
      }
    }
    let ordered = links.sorted { $0.lexicographicallyPrecedes($1) }
    return try graph(
      ids: Set(rows.joined()).sorted(),
      links: ordered,
      weights: nil,
      kind: kind,
      key: key
    )
  }

  /// Reads a list of vertices and a list of weighted links.
  private func edges(of path: String, kind: String, key: String?) throws -> Graph {
    let ids = try rows(of: path + ".v").map { try #require(Int($0[0])) }
    let rows = try rows(of: path + ".e")
    return try graph(
      ids: ids,
      links: rows.map { try $0.prefix(2).map { try #require(Int($0)) } },
      weights: rows.map { try #require(Double($0[2])) },
      kind: kind,
      key: key
    )
  }

  private func example(kind: String, key: String?) throws -> Graph {
    try edges(of: "example/example-\(kind)", kind: kind, key: key)
  }

  private func graph(
    ids: [Int],
    links: [[Int]],
    weights: [Double]?,
    kind: String,
    key: String?
  ) throws -> Graph {
    let ids = ids.sorted()
    func index(of id: Int) throws -> UInt32 { UInt32(try #require(ids.firstIndex(of: id))) }
    let network = try Network(
      vertexCount: ids.count,
      sources: links.map { try index(of: $0[0]) },
      targets: links.map { try index(of: $0[1]) },
      weights: weights,
      direction: kind == "directed" ? .directed : .undirected
    )
    let source = try key.map { try index(of: sourceVertex(key: $0)) } ?? 0
    return Graph(ids: ids, network: network, sourceVertex: source)
  }

  private func sourceVertex(key: String) throws -> Int {
    try #require(Int(try property("\(key).source-vertex")))
  }

  /// Reads `graph.<key>` from the properties of a graph.
  private func property(_ key: String) throws -> String {
    let name = key.split(separator: ".")[0]
    let lines = try Oracles.lines(of: "ldbc-graphalytics/properties/\(name).properties")
    let line = try #require(lines.first { $0.hasPrefix("graph.\(key)") })
    let value = try #require(line.split(separator: "=").last)
    return value.trimmingCharacters(in: .whitespaces)
  }
}
