import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct LeastCostsTests {
  @Test func `are a row for each source and a column for each target`() throws {
    let network = try Network(
      vertexCount: 4,
      sources: [0, 1, 0],
      targets: [1, 2, 2],
      weights: [1, 1.5, 4]
    )
    let table = network.leastCosts(from: [0, 2], to: [2, 0, 3])
    #expect(table.costs == [2.5, 0, .infinity, 0, .infinity, .infinity])
    #expect(table.cost(row: 0, column: 0) == 2.5)
    #expect(table.cost(row: 0, column: 2) == nil)
    #expect(network.leastCosts(among: []).costs.isEmpty)
    #expect(network.leastCosts(from: [0, 1], to: []).costs.isEmpty)
  }

  @Test func `a row that is not there is a bug of the caller`() async throws {
    await #expect(processExitsWith: .failure) {
      let network = try Network(vertexCount: 1, sources: [], targets: [])
      _ = network.leastCosts(among: [0]).cost(row: 1, column: 0)
    }
  }

  @Test func `a link that is dearer than the way by the busiest vertex changes nothing`() throws {
    // A star, a link across that is too dear, one that is not, and a chain that is a dead end.
    let network = try Network(
      vertexCount: 12,
      sources: [0, 0, 0, 0, 0, 1, 2, 5, 6, 9],
      targets: [1, 2, 3, 4, 5, 2, 3, 6, 7, 10],
      weights: [1, 1, 1, 1, 1, 3, 1.5, 1, 1, 2],
      direction: .undirected
    )
    let ends: [UInt32] = [1, 2, 3, 4, 4, 9, 10, 11]
    let table = network.leastCosts(among: ends)
    #expect(table.cost(row: 0, column: 1) == 2)
    #expect(table.cost(row: 1, column: 2) == 1.5)
    #expect(table.cost(row: 3, column: 4) == 0)
    #expect(table.cost(row: 5, column: 6) == 2)
    #expect(table.cost(row: 0, column: 7) == nil)
  }

  @Test(arguments: UInt64(0)..<150)
  func `are to the last digit what one search after another finds`(seed: UInt64) throws {
    let network = try Network.random(
      seed: seed,
      vertices: 1...30,
      linksPerVertex: 4,
      weight: { seed % 3 == 0 ? Double(Int.random(in: 0...4, using: &$0)) : skewed(&$0) }
    )
    try compare(network, seed: seed)
  }

  @Test(arguments: UInt64(0)..<100)
  func `without weights count links, from more than 64 vertices too`(seed: UInt64) throws {
    try compare(try Network.random(seed: seed, vertices: 1...90, linksPerVertex: 2), seed: seed)
  }

  /// Weights of very different sizes, so that sums round.
  private func skewed(_ generator: inout SeededGenerator) -> Double {
    let weight = Double.random(in: 0...1, using: &generator)
    return Bool.random(using: &generator) ? weight : weight * 1e-9
  }

  private func compare(_ network: Network, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 1)
    let all = 0..<UInt32(network.vertexCount)
    let targets = (0..<5).compactMap { _ in all.randomElement(using: &generator) }
    let table = network.leastCosts(from: all + targets, to: targets)
    for (row, source) in (all + targets).enumerated() {
      let tree = network.shortestPaths(from: source)
      for (column, target) in targets.enumerated() {
        #expect(table.cost(row: row, column: column) == tree.distance(to: target))
      }
    }
  }
}
