import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

/// Measures that networkx, igraph and brute force agree on.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct CentralityOracleTests {
  private struct AtlasGraph: Decodable {
    var atlas: Int
    var n: Int
    var edges: [[UInt32]]
    var betweenness: [Double]
    var edge_betweenness: [[Double]]
    var closeness_wf: [Double]
    var closeness_component: [Double?]
    var harmonic_sum: [Double]
    var burt_constraint: [Double?]
    var effective_size: [Double?]
    var core: [Int]
    var triangles: [Int]
    var transitivity: Double
    var clustering: [Double]
  }

  @Test func `the graphs of the atlas have the measures that two libraries agree on`() throws {
    let graphs: [AtlasGraph] = try read("generated/atlas_expected.jsonl")
    for graph in graphs {
      let network = try undirected(graph.n, graph.edges)
      let label: Comment = "atlas \(graph.atlas)"
      let between = try network.betweenness(countsLinks: true)
      expectNear(between.vertices, graph.betweenness, label)
      expectNear(
        between.links,
        graph.edges.map { edge in
          graph.edge_betweenness.first { Set([$0[0], $0[1]]) == Set(edge.map(Double.init)) }?[2]
        },
        label
      )
      #expect(try network.betweenness(countsLinks: true, threads: 2) == between, label)
      let close = network.closeness()
      expectNear(close.scaledByReach, graph.closeness_wf, label)
      expectNear(close.withinReach, graph.closeness_component.map { $0 ?? 0 }, label)
      expectNear(close.harmonic, graph.harmonic_sum, label)
      let holes = network.structuralHoles()
      expectNear(holes.constraint, graph.burt_constraint, label)
      expectNear(holes.effectiveSize, graph.effective_size, label)
      #expect(network.coreNumbers() == graph.core, label)
      let clustering = network.clustering()
      #expect(clustering.triangles == graph.triangles, label)
      expectNear(clustering.local, graph.clustering, label)
      #expect(abs(clustering.transitivity - graph.transitivity) < 1e-9, label)
    }
    print("checked \(graphs.count) graphs of the atlas for measures")
    #expect(!graphs.isEmpty)
  }

  private struct Digraph: Decodable {
    var seed: Int
    var n: Int
    var arcs: [[Int]]
    var scc: [[Int]]
    var betweenness: [Double]
    var betweenness_w: [Double]
    var pagerank: [Double]
    var closeness_in_wf: [Double]
    var burt_constraint_w: [Double?]
  }

  @Test func `digraphs have the measures that networkx finds`() throws {
    let graphs: [Digraph] = try read("generated/digraph_expected.jsonl")
    for graph in graphs {
      func network(_ weights: [Double]?) throws -> Network {
        try Network(
          vertexCount: graph.n,
          sources: graph.arcs.map { UInt32($0[0]) },
          targets: graph.arcs.map { UInt32($0[1]) },
          weights: weights
        )
      }
      let bare = try network(nil)
      let weighted = try network(graph.arcs.map { Double($0[2]) })
      let label: Comment = "seed \(graph.seed)"
      expectNear(try bare.betweenness().vertices, graph.betweenness, label)
      expectNear(try weighted.betweenness().vertices, graph.betweenness_w, label)
      expectNear(bare.pageRank(tolerance: 1e-13).shares, graph.pagerank, label, within: 1e-8)
      expectNear(bare.reversed().closeness().scaledByReach, graph.closeness_in_wf, label)
      expectNear(weighted.structuralHoles().constraint, graph.burt_constraint_w, label)
      let components = bare.strongComponents()
      let parts = Dictionary(grouping: 0..<graph.n) { components[$0] }
      #expect(parts.keys.sorted().map { parts[$0] ?? [] } == graph.scc, label)
    }
    print("checked \(graphs.count) digraphs for measures")
    #expect(!graphs.isEmpty)
  }

  private struct Multigraph: Decodable {
    var seed: Int
    var n: Int
    var edges: [[UInt32]]
    var betweenness_parallel_counted: [Double]
    var betweenness_parallel_collapsed: [Double]
  }

  @Test func `parallel links are paths of their own, or one, as is asked`() throws {
    let graphs: [Multigraph] = try read("generated/multigraph_expected.jsonl")
    for graph in graphs {
      let network = try undirected(graph.n, graph.edges)
      let label: Comment = "seed \(graph.seed)"
      expectNear(try network.betweenness().vertices, graph.betweenness_parallel_counted, label)
      let simple = network.withoutParallelLinks()
      expectNear(try simple.betweenness().vertices, graph.betweenness_parallel_collapsed, label)
    }
    #expect(!graphs.isEmpty)
  }

  private struct Classic: Decodable {
    var nodes: [String]
    var edges: [[UInt32]]
    var betweenness_norm: [Double]
    var closeness: [Double]
    var eigenvector: [Double]?
    var pagerank: [Double]
    var constraint: [Double?]
    var effective_size: [Double?]
    var core: [Int]
    var transitivity: Double
    var triangles_total: Int
  }

  @Test func `the classic networks have their published measures`() throws {
    let text = try Oracles.lines(of: "generated/classic_expected.json").joined(separator: "\n")
    let all = try JSONDecoder().decode([String: Classic].self, from: Data(text.utf8))
    for (name, graph) in all.sorted(by: { $0.key < $1.key }) {
      let network = try undirected(graph.nodes.count, graph.edges)
      let label: Comment = "\(name)"
      let between = try network.betweenness().normalized(isUndirected: true)
      expectNear(between, graph.betweenness_norm, label, within: 1e-8)
      expectNear(network.closeness().scaledByReach, graph.closeness, label, within: 1e-8)
      expectNear(network.pageRank(tolerance: 1e-13).shares, graph.pagerank, label, within: 1e-8)
      let holes = network.structuralHoles()
      expectNear(holes.constraint, graph.constraint, label, within: 1e-8)
      expectNear(holes.effectiveSize, graph.effective_size, label, within: 1e-8)
      #expect(network.coreNumbers() == graph.core, label)
      let clustering = network.clustering()
      #expect(clustering.triangles.reduce(0, +) / 3 == graph.triangles_total, label)
      #expect(abs(clustering.transitivity - graph.transitivity) < 1e-8, label)
      if let vector = graph.eigenvector {
        let own = try #require(network.eigenvectorCentrality())
        expectNear(own, vector.map { abs($0) }, label, within: 1e-7)
      }
    }
    #expect(all.count == 6)
  }

  private func undirected(_ count: Int, _ edges: [[UInt32]]) throws -> Network {
    try Network(
      vertexCount: count,
      sources: edges.map { $0[0] },
      targets: edges.map { $0[1] },
      direction: .undirected
    )
  }

  private func read<Case: Decodable>(_ path: String) throws -> [Case] {
    let decoder = JSONDecoder()
    return try Oracles.lines(of: path).map { try decoder.decode(Case.self, from: Data($0.utf8)) }
  }

  private func expectNear(
    _ found: [Double?],
    _ expected: [Double?],
    _ label: Comment,
    within tolerance: Double = 1e-9
  ) {
    #expect(found.count == expected.count, label)
    for (found, expected) in zip(found, expected) {
      switch (found, expected) {
      case (nil, nil): continue
      case (let found?, let expected?):
        #expect(abs(found - expected) <= tolerance * max(1, abs(expected)), label)
      default: Issue.record("\(String(describing: found)), not \(String(describing: expected))")
      }
    }
  }
}
