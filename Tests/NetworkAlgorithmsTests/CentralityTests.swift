import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct CentralityTests {
  private func path(_ count: Int, _ direction: Network.Direction = .undirected) throws -> Network {
    try Network(
      vertexCount: count,
      sources: (0..<max(0, count - 1)).map { UInt32($0) },
      targets: (0..<max(0, count - 1)).map { UInt32($0 + 1) },
      direction: direction
    )
  }

  @Test func `the middle of three lies between one pair, whichever way it is counted`() throws {
    let between = try path(3).betweenness(countsLinks: true)
    #expect(between.vertices == [0, 1, 0])
    #expect(between.normalized(isUndirected: true) == [0, 1, 0])
    #expect(between.links == [2, 2])
    #expect(try path(3, .directed).betweenness().vertices == [0, 1, 0])
    #expect(try path(3, .directed).betweenness().normalized(isUndirected: false) == [0, 0.5, 0])
  }

  @Test func `betweenness from some vertices adds up to that from all`() throws {
    let network = try Network.random(seed: 5, vertices: 12...12, direction: .directed)
    var sums = [Double](repeating: 0, count: 12)
    for source in 0..<UInt32(12) {
      for (vertex, part) in try network.betweenness(from: [source]).vertices.enumerated() {
        sums[vertex] += part
      }
    }
    for (one, other) in zip(sums, try network.betweenness().vertices) {
      #expect(abs(one - other) < 1e-9)
    }
    #expect(try path(3).betweenness(from: [0]).vertices == [0, 0.5, 0])
    #expect(try path(3).betweenness(from: [2, 2]).vertices == [0, 1, 0])
    #expect(try path(3).betweenness(from: []).vertices == [0, 0, 0])
  }

  @Test func `PageRank takes a reversed network that is kept`() throws {
    let network = try Network.random(seed: 7, vertices: 30...30, direction: .directed)
    #expect(network.pageRank(reversed: network.reversed()) == network.pageRank())
  }

  @Test func `small networks have no middle, and no number that is none`() throws {
    for count in 0...2 {
      let network = try path(count)
      #expect(try network.betweenness().normalized(isUndirected: true).allSatisfy { $0 == 0 })
      #expect(network.pageRank().shares.reduce(0, +) == (count == 0 ? 0 : 1))
      #expect(
        network.coreNumbers() == (count == 2 ? [1, 1] : [0, 0, 0].prefix(count).map(\.self))
      )
      #expect(network.clustering().transitivity == 0)
    }
    #expect(try path(1).eigenvectorCentrality() == nil)
  }

  @Test func `closeness follows the direction that is asked for`() throws {
    let along = try path(3, .directed)
    #expect(along.closeness().reached == [2, 1, 0])
    #expect(along.closeness().scaledByReach == [2.0 / 3, 0.5, 0])
    #expect(along.reversed().closeness().scaledByReach == [0, 0.5, 2.0 / 3])
    #expect(along.ignoringDirection().closeness().scaledByReach == [2.0 / 3, 1, 2.0 / 3])
  }

  @Test func `sums that round differently are ties`() throws {
    // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in their last digit.
    let network = try Network(
      vertexCount: 6,
      sources: [0, 1, 2, 0, 4, 5],
      targets: [1, 2, 3, 4, 5, 3],
      weights: [0.1, 0.2, 0.3, 0.3, 0.2, 0.1]
    )
    let between = try network.betweenness().vertices
    #expect(between[1] == between[5])
    #expect(between[2] == between[4])
    #expect(between[1] == 1.5)
  }

  @Test func `a link of weight 0 is refused by its number`() throws {
    let network = try Network(vertexCount: 2, sources: [0, 0], targets: [1, 1], weights: [1, 0])
    #expect(throws: NetworkError.invalidWeight(link: 1, weight: 0)) { try network.betweenness() }
  }

  @Test func `a loop changes no measure of structural holes`() throws {
    let triangle = try Network(
      vertexCount: 4,
      sources: [0, 1, 2, 0],
      targets: [1, 2, 0, 0],
      direction: .undirected
    ).structuralHoles()
    #expect(
      triangle.constraint.map { $0.map { ($0 * 1000).rounded() } } == [1125, 1125, 1125, nil]
    )
    #expect(triangle.effectiveSize == [1, 1, 1, nil])
  }

  @Test func `a walk that nothing leads on from jumps`() throws {
    let rank = try path(2, .directed).pageRank(tolerance: 1e-14)
    #expect(rank.isSettled)
    #expect(abs(rank.shares[1] / rank.shares[0] - 1.85) < 1e-9)
    #expect(abs(rank.shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test(arguments: UInt64(0)..<200)
  func `betweenness is what counting every shortest path gives`(seed: UInt64) throws {
    let network = try Network.random(seed: seed) { Double(Int.random(in: 1...3, using: &$0)) }
    let told = try network.betweenness(countsLinks: true)
    var vertices = [Double](repeating: 0, count: network.vertexCount)
    var links = [Double](repeating: 0, count: network.linkCount)
    for source in 0..<UInt32(network.vertexCount) {
      for target in 0..<UInt32(network.vertexCount) where source != target {
        let all = network.everySimplePath(from: source, to: target)
        let costs = all.map { $0.reduce(0) { $0 + network.weight(of: $1) } }
        let shortest = all.indices.filter { costs[$0] == costs.min() }.map { all[$0] }
        for path in shortest {
          var vertex = source
          for link in path {
            links[Int(link)] += 1 / Double(shortest.count)
            vertex = network.end(of: link, oppositeTo: vertex)
            if vertex != target { vertices[Int(vertex)] += 1 / Double(shortest.count) }
          }
        }
      }
    }
    let scale = network.isUndirected ? 0.5 : 1
    for (found, expected) in zip(told.vertices + told.links, vertices + links) {
      #expect(abs(found - expected * scale) < 1e-9)
    }
    #expect(try network.betweenness(countsLinks: true, threads: 2) == told)
    #expect(network.closeness(threads: 2) == network.closeness())
  }

  @Test(arguments: UInt64(0)..<20)
  func `an estimate is as near as it says, or exact`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 300...300, linksPerVertex: 4)
    let exact = try network.betweenness().normalized(isUndirected: network.isUndirected)
    var random = SeededGenerator(seed: seed)
    let told = try network.sampledBetweenness(error: 0.2, confidence: 0.99, using: &random)
    #expect(told.sampleCount < 300)
    #expect(zip(told.normalized, exact).allSatisfy { abs($0 - $1) <= told.error })
    let all = try network.sampledBetweenness(error: 0.01, using: &random)
    #expect(all.error == 0)
    #expect(all.normalized == exact)
  }

  @Test(arguments: UInt64(0)..<200)
  func `cores, triangles and strong components are what their definitions say`(seed: UInt64) throws
  {
    let network = try Network.random(seed: seed)
    let count = network.vertexCount
    let cores = network.coreNumbers()
    for core in 1...(2 * network.linkCount + 1) {
      // What is left after taking away, again and again, whoever has too few links.
      var left = Set(0..<UInt32(count))
      while true {
        let few = left.filter { vertex in
          network.sources.indices.count { link in
            let ends = [network.sources[link], network.targets[link]]
            return ends[0] != ends[1] && ends.contains(vertex) && ends.allSatisfy(left.contains)
          } < core
        }
        if few.isEmpty { break }
        left.subtract(few)
      }
      #expect((0..<UInt32(count)).filter { cores[Int($0)] >= core } == left.sorted())
    }
    func isTied(_ one: Int, _ other: Int) -> Bool {
      network.sources.indices.contains { link in
        Set([Int(network.sources[link]), Int(network.targets[link])]) == [one, other]
      }
    }
    let triangles = network.clustering().triangles
    for vertex in 0..<count {
      let around = (0..<count).filter { $0 != vertex && isTied($0, vertex) }
      let pairs = around.flatMap { one in around.filter { $0 > one && isTied(one, $0) } }
      #expect(triangles[vertex] == pairs.count)
    }
    let strong = network.strongComponents()
    for one in 0..<UInt32(count) {
      for other in 0..<UInt32(count) {
        let isMutual =
          network.reachable(from: one).contains(other)
          && network.reachable(from: other).contains(one)
        #expect((strong[Int(one)] == strong[Int(other)]) == isMutual)
      }
    }
  }
}
