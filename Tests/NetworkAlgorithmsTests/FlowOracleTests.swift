import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

/// Flows, cuts, disjoint paths, dominators, walks and triads that networkx and igraph find.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct FlowOracleTests {
  private struct Digraph: Decodable {
    var seed: Int
    var n: Int
    var arcs: [[Int]]
    var s: UInt32
    var t: UInt32
    var walk_costs_10: [Double]
    var max_flow: Double
    var node_disjoint: Int
    var edge_disjoint: Int
    var two_edge_disjoint_cost: Double?
    var two_node_disjoint_cost: Double?
    var idom: [String: UInt32]?
    var triad_census: [String: Int]
    var clustering_fagiolo: [Double]
    var lcc_ldbc: [Double]
    var neg_arcs: [[Int]]
    var neg_cycle_reachable: Bool
    var neg_cycle_anywhere: Bool
    var bellman_ford: [Double?]?

    func network() throws -> Network {
      try Network(
        vertexCount: n,
        sources: arcs.map { UInt32($0[0]) },
        targets: arcs.map { UInt32($0[1]) },
        weights: arcs.map { Double($0[2]) }
      )
    }
  }

  @Test func `digraphs have the flows and disjoint paths that networkx finds`() throws {
    let graphs: [Digraph] = try read("generated/digraph_expected.jsonl")
    for graph in graphs {
      let network = try graph.network()
      let label: Comment = "seed \(graph.seed)"
      let capacities = graph.arcs.map { Double($0[3]) }
      let flow = try #require(
        network.maximumFlow(from: graph.s, to: graph.t, capacities: capacities).flow
      )
      #expect(flow.value == graph.max_flow, label)
      #expect(
        flow.cut.links.reduce(0) { $0 + capacities[Int($1)] } == flow.value,
        label
      )
      for (separation, most, pairCost) in [
        (DisjointPaths.Separation.links, graph.edge_disjoint, graph.two_edge_disjoint_cost),
        (.vertices, graph.node_disjoint, graph.two_node_disjoint_cost),
      ] {
        let all = network.disjointPaths(from: graph.s, to: graph.t, sharingNo: separation)
        #expect(all.paths.count == most, label)
        let pair = network.disjointPaths(
          from: graph.s,
          to: graph.t,
          sharingNo: separation,
          count: 2
        )
        #expect((pair.paths.count == 2 ? pair.cost : nil) == pairCost, label)
      }
      let cuts = try #require(network.leastLinkCuts(from: graph.s, to: graph.t).cuts)
      #expect(Int(cuts.capacity) == graph.edge_disjoint, label)
      for cut in cuts {
        #expect(!network.plainReaches(graph.t, from: graph.s, withoutLinks: Set(cut)), label)
      }
      // Trap: directed cuts of vertices; each is checked by taking it out, both ways round.
      for (source, target) in [(graph.s, graph.t), (graph.t, graph.s)] {
        guard let cuts = try network.leastVertexCuts(from: source, to: target).cuts else {
          continue
        }
        let paths = network.disjointPaths(from: source, to: target, sharingNo: .vertices)
        #expect(Int(cuts.capacity) == paths.paths.count, label)
        for cut in cuts {
          #expect(!network.plainReaches(target, from: source, withoutVertices: Set(cut)), label)
        }
      }
    }
    print("checked \(graphs.count) digraphs for flows")
    #expect(!graphs.isEmpty)
  }

  @Test func `digraphs have the dominators, walks and triads that networkx finds`() throws {
    let graphs: [Digraph] = try read("generated/digraph_expected.jsonl")
    for graph in graphs {
      let network = try graph.network()
      let label: Comment = "seed \(graph.seed)"
      if let expected = graph.idom {
        let tree = network.dominators(from: [graph.s])
        for vertex in 0..<UInt32(graph.n) where vertex != graph.s {
          #expect(tree.immediateDominator(of: vertex) == expected["\(vertex)"], label)
        }
      }
      let walks = network.kShortestWalks(from: graph.s, to: graph.t).prefix(10)
      #expect(walks.map(\.cost) == graph.walk_costs_10, label)
      let census = network.triadCensus()
      let counts = TriadCensus.Kind.allCases.map { ($0.rawValue, census.count(of: $0)) }
      #expect(Dictionary(uniqueKeysWithValues: counts) == graph.triad_census, label)
      let (fagiolo, ldbc) = (network.localClusteringFagiolo(), network.localClusteringLDBC())
      for vertex in 0..<graph.n {
        #expect(abs(fagiolo[vertex] - graph.clustering_fagiolo[vertex]) < 1e-9, label)
        #expect(abs(ldbc[vertex] - graph.lcc_ldbc[vertex]) < 1e-9, label)
      }
    }
    #expect(!graphs.isEmpty)
  }

  @Test func `digraphs with costs below 0 have the distances and circles that networkx finds`()
    throws
  {
    let graphs: [Digraph] = try read("generated/digraph_expected.jsonl")
    for graph in graphs {
      let network = try Network(
        vertexCount: graph.n,
        sources: graph.neg_arcs.map { UInt32($0[0]) },
        targets: graph.neg_arcs.map { UInt32($0[1]) }
      )
      let costs = graph.neg_arcs.map { Double($0[2]) }
      let label: Comment = "seed \(graph.seed)"
      let tree = try network.shortestPaths(from: graph.s, costs: costs).paths
      #expect((tree == nil) == graph.neg_cycle_reachable, label)
      #expect((try network.negativeCircle(costs: costs) != nil) == graph.neg_cycle_anywhere, label)
      #expect(
        tree.map { tree in (0..<UInt32(graph.n)).map { tree.distance(to: $0) } }
          == graph.bellman_ford,
        label
      )
    }
    #expect(!graphs.isEmpty)
  }

  private struct AtlasGraph: Decodable {
    var atlas: Int
    var n: Int
    var edges: [[UInt32]]
    var node_connectivity: Int?
    var edge_connectivity: Int?
    var girth: Int?
  }

  @Test func `the graphs of the atlas hold together as networkx says`() throws {
    let graphs: [AtlasGraph] = try read("generated/atlas_expected.jsonl")
    for graph in graphs {
      let network = try Network(
        vertexCount: graph.n,
        sources: graph.edges.map { $0[0] },
        targets: graph.edges.map { $0[1] },
        direction: .undirected
      )
      let label: Comment = "atlas \(graph.atlas)"
      #expect(network.girth() == graph.girth, label)
      guard graph.n > 1 else { continue }
      // The file tells connectivity of connected graphs only.
      #expect(network.vertexConnectivity() == graph.node_connectivity ?? 0, label)
      #expect(network.linkConnectivity() == graph.edge_connectivity ?? 0, label)
    }
    print("checked \(graphs.count) graphs of the atlas for connectivity")
    #expect(!graphs.isEmpty)
  }

  private struct Expected: Decodable {
    var source: UInt32?
    var sink: UInt32?
    var max_flow: Double?
    var min_cost: Double?
  }

  @Test func `large networks have the flows that are known`() throws {
    let text = try Oracles.lines(of: "generated/flow_expected.json").joined(separator: "\n")
    let all = try JSONDecoder().decode([String: Expected].self, from: Data(text.utf8))
    var checked = 0
    for (name, expected) in all.sorted(by: { $0.key < $1.key }) {
      if let source = expected.source, let sink = expected.sink {
        let file = try DIMACSFile("generated/\(name).max")
        let outcome = try file.network.maximumFlow(
          from: source - 1,
          to: sink - 1,
          capacities: file.capacities
        )
        let flow = try #require(outcome.flow)
        #expect(flow.value == expected.max_flow)
        #expect(flow.cut.links.reduce(0) { $0 + file.capacities[Int($1)] } == flow.value)
      } else {
        let file = try DIMACSFile("generated/\(name).min")
        let flow = try file.network.minimumCostFlow(
          supplies: file.supplies,
          capacities: file.capacities,
          costs: file.costs
        )
        #expect(flow?.cost == expected.min_cost)
      }
      checked += 1
    }
    print("checked \(checked) large flows")
    #expect(checked == 4)
  }

  private func read<Case: Decodable>(_ path: String) throws -> [Case] {
    let decoder = JSONDecoder()
    return try Oracles.lines(of: path).map { try decoder.decode(Case.self, from: Data($0.utf8)) }
  }
}

/// A network in the format of the DIMACS challenge on flows; vertices are numbered from 1.
private struct DIMACSFile {
  let network: Network
  let capacities: [Double]
  let costs: [Double]
  let supplies: [Double]

  init(_ path: String) throws {
    var supplies: [Double] = []
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    var (capacities, costs): ([Double], [Double]) = ([], [])
    for line in try Oracles.lines(of: path) {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Double($0) }
      switch words.first {
      case "p": supplies = [Double](repeating: 0, count: Int(numbers[0]))
      case "n" where numbers.count == 2: supplies[Int(numbers[0]) - 1] = numbers[1]
      case "a":
        sources.append(UInt32(numbers[0]) - 1)
        targets.append(UInt32(numbers[1]) - 1)
        capacities.append(numbers.count == 3 ? numbers[2] : numbers[3])
        costs.append(numbers.count == 3 ? 0 : numbers[4])
      default: continue
      }
    }
    network = try Network(vertexCount: supplies.count, sources: sources, targets: targets)
    self.capacities = capacities
    self.costs = costs
    self.supplies = supplies
  }
}
