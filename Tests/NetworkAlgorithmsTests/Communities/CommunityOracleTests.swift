import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

/// The highest modularity there is, found by igraph's exact search, and what its Leiden reaches.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct CommunityOracleTests {
  private struct Graph: Decodable {
    var n: Int?
    var nodes: [String]?
    var edges: [[UInt32]]
    var max_modularity: Double?
    var max_modularity_known: Double?
    var leiden_best_of_100: Double?

    func network() throws -> Network {
      try Network(
        vertexCount: n ?? nodes?.count ?? 0,
        sources: edges.map { $0[0] },
        targets: edges.map { $0[1] },
        direction: .undirected
      )
    }
  }

  @Test func `on the graphs of the atlas the best of ten runs has the highest modularity`() throws {
    let decoder = JSONDecoder()
    var count = 0
    for line in try Oracles.lines(of: "generated/atlas_expected.jsonl") {
      let graph = try decoder.decode(Graph.self, from: Data(line.utf8))
      guard let most = graph.max_modularity else { continue }
      let found = try graph.network().leidenCommunities(runs: 10)
      #expect(abs(try #require(found.modularity) - most) < 1e-9, "\(line.prefix(40))")
      count += 1
    }
    print("checked \(count) graphs of the atlas for modularity")
    #expect(count > 100)
  }

  @Test func `the classic networks have communities as good as any known`() throws {
    let text = try Oracles.lines(of: "generated/classic_expected.json").joined(separator: "\n")
    let all = try JSONDecoder().decode([String: Graph].self, from: Data(text.utf8))
    for (name, graph) in all.sorted(by: { $0.key < $1.key }) {
      let found = try graph.network().leidenCommunities(runs: 100)
      let modularity = try #require(found.modularity)
      let reached = try #require(graph.leiden_best_of_100)
      #expect(modularity >= reached - 1e-8, "\(name)")
      if let most = graph.max_modularity_known { #expect(modularity <= most + 1e-8, "\(name)") }
    }
    #expect(all.count == 6)
  }

  @Test func `every seed gives communities of Zachary's club that are nearly the best`() throws {
    let text = try Oracles.lines(of: "generated/classic_expected.json").joined(separator: "\n")
    let all = try JSONDecoder().decode([String: Graph].self, from: Data(text.utf8))
    let club = try #require(all["karate"]).network()
    let found = (UInt64(0)..<50).compactMap { club.leidenCommunities(seed: $0).modularity }
    print("modularity of Zachary's club over 50 seeds: \(Set(found).sorted())")
    #expect(found.allSatisfy { $0 > 0.41 && $0 <= 0.4197896 + 1e-6 })
  }
}
