import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct MinimumCostFlowTests {
  @Test func `goes the cheap way until it is full`() throws {
    let ways = try Network(
      vertexCount: 3,
      sources: [0, 1, 0],
      targets: [1, 2, 2],
      weights: [1, 1, 5]
    )
    let flow = try ways.minimumCostFlow(supplies: [4, 0, -4], capacities: [3, 4, 2])
    #expect(flow?.flows == [3, 3, 1])
    #expect(flow?.cost == 11)
    #expect(try ways.minimumCostFlow(supplies: [4, 0, -4])?.cost == 8)
    #expect(try ways.minimumCostFlow(supplies: [6, 0, -6], capacities: [3, 4, 2]) == nil)
    #expect(try ways.minimumCostFlow(supplies: [0, 0, 0])?.flows == [0, 0, 0])
  }

  @Test func `walks two-way and reversed links as they lead`() throws {
    let path = try Network(
      vertexCount: 3,
      sources: [1, 1],
      targets: [0, 2],
      weights: [2, 3],
      direction: .undirected
    )
    let flow = try path.minimumCostFlow(supplies: [0.5, 0, -0.5])
    #expect(flow?.flows == [-0.5, 0.5])
    #expect(flow?.cost == 2.5)
    let reversed = try Network(
      vertexCount: 2,
      sources: [1],
      targets: [0],
      weights: [2],
      direction: .reversed
    )
    #expect(try reversed.minimumCostFlow(supplies: [3, -3])?.flows == [-3])
    #expect(try reversed.minimumCostFlow(supplies: [-3, 3]) == nil)
  }

  @Test func `takes what costs less than nothing`() throws {
    let circle = try Network(vertexCount: 3, sources: [0, 1, 2, 0], targets: [1, 2, 0, 2])
    let flow = try circle.minimumCostFlow(
      supplies: [1, 0, -1],
      capacities: [4, 5, 3, 9],
      costs: [-2, 1, 0, 3]
    )
    // Three units go round and gain; the one that is to be brought gains as well.
    #expect(flow?.flows == [4, 4, 3, 0])
    #expect(flow?.cost == -4)
  }

  @Test func `refuses what has no meaning`() throws {
    let pair = try Network(vertexCount: 2, sources: [0], targets: [1], direction: .undirected)
    #expect(throws: NetworkError.suppliesDiffer(sum: 1)) {
      try pair.minimumCostFlow(supplies: [2, -1])
    }
    #expect(throws: NetworkError.invalidCost(link: 0, cost: -1)) {
      try pair.minimumCostFlow(supplies: [1, -1], capacities: [1], costs: [-1])
    }
    #expect(throws: NetworkError.self) { try pair.minimumCostFlow(supplies: [1]) }
    #expect(throws: NetworkError.self) {
      try pair.minimumCostFlow(supplies: [.infinity, -.infinity])
    }
    #expect(throws: NetworkError.self) {
      try pair.minimumCostFlow(supplies: [1, -1], costs: [.nan])
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `is kept, fits, and no circle of what is left gains`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 2...7, linksPerVertex: 4)
    var generator = SeededGenerator(seed: seed)
    let capacities = (0..<network.linkCount).map { _ in
      Double(Int.random(in: 0...6, using: &generator)) / 2
    }
    let costs = (0..<network.linkCount).map { link in
      Double(Int.random(in: network.isTwoWay(UInt32(link)) ? 0...5 : -3...5, using: &generator))
    }
    var supplies = [Double](repeating: 0, count: network.vertexCount)
    for _ in 0..<2 {
      let amount = Double(Int.random(in: 0...4, using: &generator)) / 2
      supplies[Int.random(in: supplies.indices, using: &generator)] += amount
      supplies[Int.random(in: supplies.indices, using: &generator)] -= amount
    }
    let found = try network.minimumCostFlow(
      supplies: supplies,
      capacities: capacities,
      costs: costs
    )
    guard let flow = found else {
      // Then the supplies do not fit, as a maximum flow shows.
      #expect(
        Self.plainValue(network, supplies, capacities) < supplies.reduce(0) { $0 + max($1, 0) }
      )
      return
    }
    var balances = [Double](repeating: 0, count: network.vertexCount)
    var arcs: [(tail: Int, head: Int, cost: Double)] = []
    for arc in network.plainArcs {
      let isLoop = arc.tail == arc.head
      let isBack = network.direction == .reversed && !network.isTwoWay(arc.link)
      let isAlong = isLoop ? !isBack : network.sources[Int(arc.link)] == arc.tail
      let along = isAlong ? 1.0 : -1.0
      let own = along * flow.flows[Int(arc.link)]
      let isBackOfTwoWay = network.isTwoWay(arc.link) && own < 0
      #expect(abs(own) <= capacities[Int(arc.link)])
      if !network.isTwoWay(arc.link) && arc.tail != arc.head { #expect(own >= 0) }
      if own < capacities[Int(arc.link)], !isBackOfTwoWay {
        arcs.append((Int(arc.tail), Int(arc.head), costs[Int(arc.link)]))
      }
      if own > 0 { arcs.append((Int(arc.head), Int(arc.tail), -costs[Int(arc.link)])) }
    }
    for link in capacities.indices {
      balances[Int(network.sources[link])] += flow.flows[link]
      balances[Int(network.targets[link])] -= flow.flows[link]
    }
    #expect(balances == supplies)
    #expect(zip(flow.flows, costs).reduce(0) { $0 + abs($1.0) * $1.1 } == flow.cost)
    // Without a circle that gains, all costs settle within as many rounds as there are vertices.
    var distances = [Double](repeating: 0, count: network.vertexCount)
    for _ in 0..<network.vertexCount {
      for arc in arcs where arc.tail != arc.head || arc.cost < 0 {
        distances[arc.head] = min(distances[arc.head], distances[arc.tail] + arc.cost)
      }
    }
    #expect(arcs.allSatisfy { distances[$0.tail] + $0.cost >= distances[$0.head] })
  }

  /// How much of the supplies can be brought, with an end before and one behind all vertices.
  private static func plainValue(
    _ network: Network,
    _ supplies: [Double],
    _ capacities: [Double]
  ) -> Double {
    let count = UInt32(network.vertexCount)
    var (sources, targets, limits) = (
      network.plainArcs.map(\.tail), network.plainArcs.map(\.head),
      network.plainArcs.map { capacities[Int($0.link)] }
    )
    for (vertex, supply) in supplies.enumerated() where supply != 0 {
      sources.append(supply > 0 ? count : UInt32(vertex))
      targets.append(supply > 0 ? UInt32(vertex) : count + 1)
      limits.append(abs(supply))
    }
    let whole = try? Network(vertexCount: Int(count) + 2, sources: sources, targets: targets)
    return whole?.plainMaximumFlow(from: count, to: count + 1, capacities: limits) ?? -1
  }
}
