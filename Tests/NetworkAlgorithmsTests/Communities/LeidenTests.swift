import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct LeidenTests {
  private func undirected(
    _ count: Int,
    _ links: [[UInt32]],
    weights: [Double]? = nil
  ) throws -> Network {
    try Network(
      vertexCount: count,
      sources: links.map { $0[0] },
      targets: links.map { $0[1] },
      weights: weights,
      direction: .undirected
    )
  }

  private let twoTriangles: [[UInt32]] = [
    [0, 1], [1, 2], [2, 0], [3, 4], [4, 5], [5, 3], [2, 3],
  ]

  @Test func `two triangles with a link between them are two communities`() throws {
    let found = try undirected(6, twoTriangles).leidenCommunities()
    #expect(found.communities == [0, 0, 0, 1, 1, 1])
    #expect(found.vertices() == [[0, 1, 2], [3, 4, 5]])
    // 6 of 7 links inside; each triangle has half of the ends.
    #expect(abs(try #require(found.modularity) - (6.0 / 7 - 0.5)) < 1e-15)
    #expect(found.isStable)
  }

  @Test func `without links every vertex is alone, and there is no modularity`() throws {
    let none = try undirected(0, []).leidenCommunities()
    #expect(none.communities.isEmpty && none.modularity == nil && none.isStable)
    let three = try undirected(3, []).leidenCommunities()
    #expect(three.communities == [0, 1, 2] && three.modularity == nil)
    let weightless = try undirected(3, [[0, 1], [1, 2]], weights: [0, 0]).leidenCommunities()
    #expect(weightless.communities == [0, 1, 2] && weightless.modularity == nil)
  }

  @Test func `a loop lies inside, and a link of weight 0 ties nobody`() throws {
    let loops = try undirected(2, [[0, 0], [1, 1]]).leidenCommunities()
    #expect(loops.communities == [0, 1] && loops.modularity == 0.5)
    let one = try undirected(1, [[0, 0]]).leidenCommunities()
    #expect(one.communities == [0] && one.modularity == 0)
    let tied = try undirected(3, [[0, 1], [1, 2]], weights: [1, 0]).leidenCommunities()
    #expect(tied.communities == [0, 0, 1])
  }

  @Test func `parallel links add up like weights`() throws {
    // A square whose opposite sides are double.
    let links: [[UInt32]] = [[0, 1], [0, 1], [1, 2], [2, 3], [3, 2], [3, 0]]
    let parallel = try undirected(4, links).leidenCommunities()
    #expect(parallel.communities == [0, 0, 1, 1])
    let weighted = try undirected(
      4,
      [[0, 1], [1, 2], [2, 3], [3, 0]],
      weights: [2, 1, 2, 1]
    ).leidenCommunities()
    #expect(weighted == parallel)
  }

  @Test(arguments: [5 * Double.leastNonzeroMagnitude, 1e-200, 1e200, 1.7e308])
  func `weights as small or large as can be change nothing`(weight: Double) throws {
    let weights = twoTriangles.map { _ in weight }
    let found = try undirected(6, twoTriangles, weights: weights).leidenCommunities()
    #expect(found.communities == [0, 0, 0, 1, 1, 1])
    #expect(abs(try #require(found.modularity) - (6.0 / 7 - 0.5)) < 1e-9)
  }

  @Test func `resolution 0 gives whole components, and a large one leaves everybody alone`() throws
  {
    let network = try undirected(7, twoTriangles)
    #expect(network.leidenCommunities(resolution: 0).communities == [0, 0, 0, 0, 0, 0, 1])
    #expect(network.leidenCommunities(resolution: 50).communities == [0, 1, 2, 3, 4, 5, 6])
    #expect(network.leidenCommunities(resolution: 1e300).communities == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test func `a ring of cliques falls into its cliques, and each limit of rounds is kept`() throws {
    var links: [[UInt32]] = []
    for clique in 0..<UInt32(20) {
      for one in 0..<UInt32(5) {
        for other in 0..<one { links.append([clique * 5 + one, clique * 5 + other]) }
      }
      links.append([clique * 5, (clique * 5 + 5) % 100])
    }
    let network = try undirected(100, links)
    let found = network.leidenCommunities()
    #expect(found.communities == (0..<100).map { UInt32($0 / 5) })
    #expect(network.leidenCommunities(maximumRounds: 1).rounds == 1)
  }

  @Test func `directed networks end, and are read without direction`() throws {
    // A cycle of two and a chain: on such networks others move for ever.
    let arcs: [[UInt32]] = [[0, 1], [1, 0], [1, 2], [2, 3], [3, 1], [4, 3], [3, 4], [4, 5]]
    let directed = try Network(
      vertexCount: 6,
      sources: arcs.map { $0[0] },
      targets: arcs.map { $0[1] }
    )
    let found = directed.leidenCommunities()
    #expect(found == directed.ignoringDirection().leidenCommunities())
    #expect(found == directed.reversed().leidenCommunities())
  }

  @Test(arguments: UInt64(0)..<200)
  func `communities keep every promise on random networks`(seed: UInt64) throws {
    let network = try Network.random(seed: seed) { Double(Int.random(in: 0...3, using: &$0)) }
    let found = network.leidenCommunities(seed: seed)
    try expectSound(found, in: network)
    #expect(network.leidenCommunities(seed: seed) == found)
    if let modularity = found.modularity {
      let best = bestModularity(in: network)
      #expect(modularity <= best + 1e-12)
    }
    let many = network.leidenCommunities(seed: seed, runs: 5)
    #expect(network.leidenCommunities(seed: seed, runs: 5, threads: 2) == many)
    #expect((many.modularity ?? 0) >= (found.modularity ?? 0))
    let runs = (seed..<seed + 5).map { network.leidenCommunities(seed: $0) }
    #expect(many.modularity == runs.compactMap(\.modularity).max())
    #expect(runs.first { $0.modularity == many.modularity } == many)
  }

  @Test(arguments: UInt64(0)..<60)
  func `a stable answer is connected, and no vertex gains by moving`(seed: UInt64) throws {
    let network = try Network.random(
      seed: seed,
      vertices: 60...120,
      linksPerVertex: Int(seed % 4) + 1
    )
    let resolution = [1, 0.5, 2][Int(seed % 3)]
    let found = network.leidenCommunities(resolution: resolution, seed: seed)
    try expectSound(found, in: network, resolution: resolution)
    #expect(found.isStable)
    // One of the networks has no links, and so no modularity.
    guard let best = found.modularity else { return }
    for vertex in 0..<network.vertexCount {
      var moved = found.communities
      for community in 0...UInt32(found.count) where community < network.vertexCount {
        moved[vertex] = community
        let other = try #require(network.modularity(of: moved, resolution: resolution))
        #expect(other <= best + 1e-9)
      }
    }
  }

  private func expectSound(
    _ found: Network.Communities,
    in network: Network,
    resolution: Double = 1
  ) throws {
    #expect(found.communities.count == network.vertexCount)
    #expect(found.sizes.reduce(0, +) == network.vertexCount)
    #expect(found.vertices().map(\.count) == found.sizes)
    let firsts = found.vertices().compactMap(\.first)
    #expect(firsts.count == found.count && firsts == firsts.sorted())
    // Links inside communities alone leave as many components as there are communities.
    let inside = network.sources.indices.filter { link in
      network.weight(of: UInt32(link)) > 0
        && found.communities[Int(network.sources[link])]
          == found.communities[Int(network.targets[link])]
    }
    let parts = try Network(
      vertexCount: network.vertexCount,
      sources: inside.map { network.sources[$0] },
      targets: inside.map { network.targets[$0] }
    ).connectedComponents()
    #expect(parts.components == found.communities)
    let plain = plainModularity(of: found.communities, in: network, resolution: resolution)
    switch (found.modularity, plain) {
    case (nil, nil): break
    case (let own?, let plain?):
      #expect(abs(own - plain) < 1e-12)
      #expect(own <= 1)
    default: Issue.record("one of two has no modularity")
    }
  }

  /// Modularity by its definition, as a sum over all ordered pairs of vertices.
  private func plainModularity(
    of communities: [UInt32],
    in network: Network,
    resolution: Double = 1
  ) -> Double? {
    let count = network.vertexCount
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for link in network.sources.indices {
      let weight = network.weight(of: UInt32(link))
      matrix[Int(network.sources[link])][Int(network.targets[link])] += weight
      matrix[Int(network.targets[link])][Int(network.sources[link])] += weight
    }
    let strengths = matrix.map { $0.reduce(0, +) }
    let total = strengths.reduce(0, +)
    guard total > 0 else { return nil }
    var sum = 0.0
    for one in 0..<count {
      for other in 0..<count where communities[one] == communities[other] {
        sum += matrix[one][other] - resolution * strengths[one] * strengths[other] / total
      }
    }
    return sum / total
  }

  /// The highest modularity of all ways to divide the vertices.
  private func bestModularity(in network: Network) -> Double {
    var best = -Double.infinity
    var communities = [UInt32](repeating: 0, count: network.vertexCount)
    func divide(_ vertex: Int, used: UInt32) {
      guard vertex < communities.count else {
        best = max(best, network.modularity(of: communities) ?? 0)
        return
      }
      for community in 0...used where community < communities.count {
        communities[vertex] = community
        divide(vertex + 1, used: max(used, community + 1))
      }
    }
    divide(0, used: 0)
    return best
  }
}
