import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

/// Answers made by networkx, igraph and brute force: `generated/*_expected.jsonl`.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct GeneratedOracleTests {
  private struct Digraph: Decodable {
    var seed: Int
    var n: Int
    var arcs: [[Int]]
    var s: UInt32
    var t: UInt32
    var dist: [Double?]
    var yen_costs_10: [Double]
    var simple_path_count: Int
    var simple_path_count_le3: Int
  }

  @Test func `digraphs have the distances and the simple paths that networkx finds`() throws {
    let cases: [Digraph] = try read("generated/digraph_expected.jsonl")
    for digraph in cases {
      let network = try Network(
        vertexCount: digraph.n,
        sources: digraph.arcs.map { UInt32($0[0]) },
        targets: digraph.arcs.map { UInt32($0[1]) },
        weights: digraph.arcs.map { Double($0[2]) }
      )
      let label: Comment = "seed \(digraph.seed)"
      let tree = network.shortestPaths(from: digraph.s)
      #expect((0..<UInt32(digraph.n)).map { tree.distance(to: $0) } == digraph.dist, label)
      for vertex in 0..<UInt32(digraph.n) {
        let path = network.shortestPath(from: digraph.s, to: vertex)
        #expect(path?.cost == digraph.dist[Int(vertex)], label)
        if let path { #expect(isSound(path, in: network, from: digraph.s, to: vertex), label) }
      }
      let paths = Array(network.kShortestPaths(from: digraph.s, to: digraph.t))
      #expect(paths.prefix(10).map(\.cost) == digraph.yen_costs_10, label)
      #expect(paths.count == digraph.simple_path_count, label)
      #expect(paths.count { $0.links.count <= 3 } == digraph.simple_path_count_le3, label)
      #expect(Set(paths.map(\.links)).count == paths.count, label)
      #expect(
        paths.allSatisfy { isSound($0, in: network, from: digraph.s, to: digraph.t) },
        label
      )
    }
    print("checked \(cases.count) digraphs")
    #expect(!cases.isEmpty)
  }

  private struct Multigraph: Decodable {
    var seed: Int
    var n: Int
    var edges: [[UInt32]]
    var weights: [Double]
    var degree_loops_twice: [Int]
    var bridge_edge_indices_bruteforce: [UInt32]
    var articulation_bruteforce: [UInt32]
    var k_shortest_edge_paths_costs_0_last: [Double]
    var edge_distinct_simple_paths: Int
    var k_shortest_bruteforce_12: [Double]
  }

  @Test func `multigraphs have the bridges and paths that brute force finds`() throws {
    let cases: [Multigraph] = try read("generated/multigraph_expected.jsonl")
    for graph in cases {
      let network = try Network(
        vertexCount: graph.n,
        sources: graph.edges.map { $0[0] },
        targets: graph.edges.map { $0[1] },
        weights: graph.weights,
        direction: .undirected
      )
      let label: Comment = "seed \(graph.seed)"
      #expect(network.degrees() == graph.degree_loops_twice, label)
      #expect(network.bridges() == graph.bridge_edge_indices_bruteforce, label)
      #expect(network.articulationPoints() == graph.articulation_bruteforce, label)
      let target = UInt32(graph.n - 1)
      let paths = Array(network.kShortestPaths(from: 0, to: target))
      let costs = paths.prefix(12).map(\.cost)
      #expect(costs == graph.k_shortest_edge_paths_costs_0_last, label)
      #expect(costs == graph.k_shortest_bruteforce_12, label)
      #expect(paths.count == graph.edge_distinct_simple_paths, label)
      #expect(Set(paths.map(\.links)).count == paths.count, label)
      #expect(paths.allSatisfy { isSound($0, in: network, from: 0, to: target) }, label)
    }
    print("checked \(cases.count) multigraphs")
    #expect(!cases.isEmpty)
  }

  private struct AtlasGraph: Decodable {
    var atlas: Int
    var n: Int
    var edges: [[UInt32]]
    var components: Int
    var bridges: [[UInt32]]
    var articulation: [UInt32]
    var simple_paths_0_last: Int
    var diameter: Int?
    var radius: Int?
    var wiener: Int?
  }

  @Test func `the graphs of the atlas have the cuts, paths and distances that networkx finds`()
    throws
  {
    let cases: [AtlasGraph] = try read("generated/atlas_expected.jsonl")
    for graph in cases {
      let network = try Network(
        vertexCount: graph.n,
        sources: graph.edges.map { $0[0] },
        targets: graph.edges.map { $0[1] },
        direction: .undirected
      )
      let label: Comment = "atlas \(graph.atlas)"
      #expect(network.connectedComponents().count == graph.components, label)
      let bridges = network.bridges().map { graph.edges[Int($0)].sorted() }
      #expect(Set(bridges) == Set(graph.bridges.map { $0.sorted() }), label)
      #expect(bridges.count == graph.bridges.count, label)
      #expect(network.articulationPoints() == graph.articulation, label)
      let target = UInt32(graph.n - 1)
      let paths = Array(network.kShortestPaths(from: 0, to: target))
      #expect(paths.count == graph.simple_paths_0_last, label)
      #expect(Set(paths.map(\.links)).count == paths.count, label)
      #expect(paths.allSatisfy { isSound($0, in: network, from: 0, to: target) }, label)
      guard let diameter = graph.diameter else { continue }
      let distances = (0..<UInt32(graph.n)).map { source in
        let tree = network.breadthFirst(from: source)
        return (0..<UInt32(graph.n)).compactMap { tree.distance(to: $0) }
      }
      #expect(distances.map { $0.max() ?? 0 }.max() == diameter, label)
      #expect(distances.map { $0.max() ?? 0 }.min() == graph.radius, label)
      #expect(distances.joined().reduce(0, +) / 2 == graph.wiener, label)
    }
    print("checked \(cases.count) graphs of the atlas")
    #expect(!cases.isEmpty)
  }

  private func read<Case: Decodable>(_ path: String) throws -> [Case] {
    let decoder = JSONDecoder()
    return try Oracles.lines(of: path).map { try decoder.decode(Case.self, from: Data($0.utf8)) }
  }

  /// Whether a path is simple, follows links of the network, and costs what it says.
  private func isSound(
    _ path: NetworkPath,
    in network: Network,
    from source: UInt32,
    to target: UInt32
  ) -> Bool {
    network.accepts(path, from: source, to: target)
      && path.links.reduce(0) { $0 + network.weight(of: $1) } == path.cost
  }
}
