import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct BidirectionalSearchTests {
  @Test func `gives an empty path between a vertex and itself`() throws {
    for weights in [nil, [0.0]] {
      let network = try Network(
        vertexCount: 1,
        sources: [0],
        targets: [0],
        weights: weights,
        direction: .undirected
      )
      #expect(network.shortestPath(from: 0, to: 0)?.links == [])
      #expect(network.shortestPath(from: 0, to: 0)?.cost == 0)
    }
  }

  @Test func `is nil between parts that nothing links`() throws {
    for weights in [nil, [1.0, 1.0]] {
      let network = try Network(
        vertexCount: 4,
        sources: [0, 2],
        targets: [1, 3],
        weights: weights,
        direction: .undirected
      )
      #expect(network.shortestPath(from: 0, to: 3) == nil)
    }
  }

  @Test func `follows one-way links from both ends`() throws {
    let network = try Network(vertexCount: 3, sources: [0, 1], targets: [1, 2], weights: [1, 2])
    let reversed = network.reversed()
    #expect(network.shortestPath(from: 0, to: 2, reversed: reversed)?.cost == 3)
    #expect(network.shortestPath(from: 2, to: 0, reversed: reversed) == nil)
  }

  @Test func `reaches a vertex although the cost overflows`() throws {
    let huge = Double.greatestFiniteMagnitude
    let network = try Network(
      vertexCount: 3,
      sources: [0, 1],
      targets: [1, 2],
      weights: [huge, huge],
      direction: .undirected
    )
    #expect(network.shortestPath(from: 0, to: 2)?.links == [0, 1])
  }

  @Test(arguments: UInt64(0)..<200)
  func `gives the path of a search from one end`(seed: UInt64) throws {
    let weighings: [(inout SeededGenerator) -> Double] = [
      { Double(Int.random(in: 0...3, using: &$0)) },
      { Double(Int.random(in: 0...4, using: &$0)) / 10 },
      { Double.random(in: 0...1, using: &$0) },
    ]
    try expectSamePaths(
      in: Network.random(
        seed: seed,
        vertices: 1...30,
        linksPerVertex: 3,
        weight: weighings[Int(seed % 3)]
      )
    )
  }

  @Test(arguments: UInt64(0)..<200)
  func `gives the path of a search from one end without weights`(seed: UInt64) throws {
    try expectSamePaths(in: Network.random(seed: seed, vertices: 1...30, linksPerVertex: 3))
  }

  private func expectSamePaths(in network: Network) throws {
    let reversed = network.reversed()
    for source in 0..<UInt32(network.vertexCount) {
      let tree = network.shortestPaths(from: source)
      for target in 0..<UInt32(network.vertexCount) {
        let path = network.shortestPath(from: source, to: target, reversed: reversed)
        #expect(path == tree.path(to: target))
      }
    }
  }
}
