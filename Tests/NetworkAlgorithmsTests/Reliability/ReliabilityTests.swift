import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct ReliabilityTests {
  @Test func `a series holds if every link does, and parallel links if any does`() throws {
    let series = try Network(vertexCount: 3, sources: [0, 1], targets: [1, 2])
    #expect(isNear(series.reliability(from: 0, to: 2, probabilities: [0.9, 0.5]), 0.45))
    #expect(series.reliability(from: 2, to: 0, probabilities: [0.9, 0.5]) == 0)
    let parallel = try Network(vertexCount: 2, sources: [0, 0], targets: [1, 1])
    #expect(isNear(parallel.reliability(from: 0, to: 1, probabilities: [0.9, 0.5]), 0.95))
  }

  @Test func `the bridge of five links has the reliability of the textbooks`() throws {
    let bridge = try Network(
      vertexCount: 4,
      sources: [0, 0, 1, 1, 2],
      targets: [1, 2, 2, 3, 3],
      direction: .undirected
    )
    // 2p² + 2p³ − 5p⁴ + 2p⁵ at one half.
    let half = [Double](repeating: 0.5, count: 5)
    #expect(isNear(bridge.reliability(from: 0, to: 3, probabilities: half), 0.5))
    #expect(isNear(bridge.terminalReliability(among: [0, 3], probabilities: half), 0.5))
  }

  @Test func `a vertex reaches itself, and loops do not matter`() throws {
    let loop = try Network(vertexCount: 1, sources: [0], targets: [0])
    #expect(loop.reliability(from: 0, to: 0, probabilities: [0]) == 1)
    #expect(loop.allTerminalReliability(probabilities: [0]) == 1)
    #expect(loop.hopDistribution(from: 0, to: 0, probabilities: [0])?.probabilities == [1])
    #expect(loop.mostReliablePath(from: 0, to: 0, probabilities: [0])?.cost == 1)
    let none = try Network(vertexCount: 0, sources: [], targets: [])
    #expect(none.allTerminalReliability(probabilities: []) == 1)
  }

  @Test func `what is not linked is never reached`() throws {
    let apart = try Network(vertexCount: 3, sources: [0], targets: [1])
    #expect(apart.reliability(from: 0, to: 2, probabilities: [1]) == 0)
    #expect(apart.allTerminalReliability(probabilities: [1]) == 0)
    let hops = apart.hopDistribution(from: 0, to: 2, probabilities: [1])
    #expect(hops?.reliability == 0)
    #expect(hops?.meanWhereConnected == nil)
    #expect(apart.mostReliablePath(from: 0, to: 2, probabilities: [1]) == nil)
    #expect(apart.mostReliablePath(from: 0, to: 1, probabilities: [0]) == nil)
  }

  @Test func `a sure detour is more reliable than a doubtful link`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 0, 1],
      targets: [2, 1, 2]
    )
    let path = network.mostReliablePath(from: 0, to: 2, probabilities: [0.5, 0.9, 0.8])
    #expect(path?.links == [1, 2])
    #expect(isNear(path?.cost, 0.72))
  }

  @Test func `what costs too much is left to samples`() throws {
    let grid = try Network.grid(side: 8)
    let half = [Double](repeating: 0.5, count: grid.linkCount)
    #expect(grid.reliability(from: 0, to: 63, probabilities: half, effort: 20) == nil)
    #expect(grid.hopDistribution(from: 0, to: 63, probabilities: half, effort: 100) == nil)
    #expect(grid.allTerminalReliability(probabilities: half, effort: 100) == nil)
  }

  @Test func `a long narrow network is calculated whole`() throws {
    // A ladder of 200 rungs: far too many sets of links to try.
    let rungs = 200
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    for rung in 0..<rungs {
      sources.append(UInt32(2 * rung))
      targets.append(UInt32(2 * rung + 1))
      for side in 0...1 where rung + 1 < rungs {
        sources.append(UInt32(2 * rung + side))
        targets.append(UInt32(2 * rung + 2 + side))
      }
    }
    let ladder = try Network(
      vertexCount: 2 * rungs,
      sources: sources,
      targets: targets,
      direction: .undirected
    )
    let likely = [Double](repeating: 0.99, count: sources.count)
    // Both ends of the first rung hang together: by hand, rung by rung, from the far end.
    var (together, apart) = (0.99, 0.01)
    for _ in 1..<rungs {
      let sides = 0.99 * 0.99
      let alive = together * sides
      let joined = alive + (1 - alive) * 0.99
      (together, apart) = (joined, 1 - joined)
    }
    #expect(apart > 0)
    let found = ladder.terminalReliability(among: [0, 1], probabilities: likely)
    #expect(isNear(found, together, within: 1e-12))
  }
}

@Suite struct ReliabilityLawTests {
  @Test(arguments: UInt64(0)..<150)
  func `every number is that of trying every set of links`(_ seed: UInt64) throws {
    let random = try UncertainNetwork(seed: seed)
    let (network, chances) = (random.network, random.probabilities)
    let plain = PlainReliability(network, chances, random.source, random.target)
    let (source, target) = (random.source, random.target)
    let exact = network.reliability(from: source, to: target, probabilities: chances)
    #expect(isNear(exact, plain.reliability))
    #expect(isNear(network.allTerminalReliability(probabilities: chances), plain.allTerminal))
    let hops = network.hopDistribution(from: source, to: target, probabilities: chances)
    #expect(isNear(hops?.reliability, plain.reliability))
    #expect(isNear(hops?.meanWhereConnected, plain.meanHops))
    let path = network.mostReliablePath(from: source, to: target, probabilities: chances)
    #expect(isNear(path?.cost ?? 0, plain.mostReliablePath ?? 0))
    if let path { #expect(network.accepts(path, from: source, to: target)) }
    if network.isUndirected {
      let pair = network.terminalReliability(among: [source, target], probabilities: chances)
      #expect(isNear(pair, plain.reliability))
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `a link that is more likely never makes a path less likely`(_ seed: UInt64) throws {
    let random = try UncertainNetwork(seed: seed, linksPerVertex: 3)
    guard !random.probabilities.isEmpty else { return }
    let before = random.network.reliability(
      from: random.source,
      to: random.target,
      probabilities: random.probabilities
    )
    var raised = random.probabilities
    let link = Int(seed) % raised.count
    raised[link] = (1 + raised[link]) / 2
    let after = random.network.reliability(
      from: random.source,
      to: random.target,
      probabilities: raised
    )
    #expect(try #require(after) >= #require(before) - 1e-12)
  }

  @Test(arguments: UInt64(0)..<100)
  func `an estimate is the same for the same seed, and near the truth`(_ seed: UInt64) throws {
    let random = try UncertainNetwork(seed: seed, linksPerVertex: 3)
    func estimate() -> ReliabilityEstimate {
      var generator = SeededGenerator(seed: seed)
      return random.network.estimatedReliability(
        from: random.source,
        to: random.target,
        probabilities: random.probabilities,
        sampleCount: 2000,
        level: 0.99999,
        using: &generator
      )
    }
    let found = estimate()
    #expect(found == estimate())
    let exact = try #require(
      random.network.reliability(
        from: random.source,
        to: random.target,
        probabilities: random.probabilities
      )
    )
    #expect(found.interval.contains(exact))
    #expect(found.interval.contains(found.probability))
  }

  @Test func `Wilson's interval is that of a worked example`() {
    // 8 of 10 at 95 %: 0.490 to 0.943.
    let estimate = ReliabilityEstimate(sampleCount: 10, heldCount: 8, level: 0.95)
    #expect(isNear(estimate.interval.lowerBound, 0.4902, within: 5e-5))
    #expect(isNear(estimate.interval.upperBound, 0.9433, within: 5e-5))
  }
}
