import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct SignedPathsTests {
  @Test func `takes the way that gains`() throws {
    let ways = try Network(vertexCount: 4, sources: [0, 0, 1], targets: [2, 1, 2])
    let tree = try #require(ways.shortestPaths(from: 0, costs: [1, 4, -4]).paths)
    #expect((0..<4).map { tree.distance(to: $0) } == [0, 4, 0, nil])
    #expect(tree.path(to: 2)?.links == [1, 2])
  }

  @Test func `says which circle gains without end, if it can be reached`() throws {
    let circle = try Network(vertexCount: 4, sources: [1, 2, 0], targets: [2, 1, 3])
    let costs = [-2.0, 1, 5]
    #expect(try circle.shortestPaths(from: 0, costs: costs).paths?.distance(to: 3) == 5)
    guard case .negativeCircle(let found) = try circle.shortestPaths(from: 1, costs: costs) else {
      return #expect(Bool(false))
    }
    #expect(Set(found.links) == [0, 1] && found.cost == -1)
    #expect(found.vertices.first == found.vertices.last)
    #expect(try circle.negativeCircle(costs: costs)?.cost == -1)
    #expect(try circle.negativeCircle(costs: [-2, 2, -5]) == nil)
  }

  @Test func `does not take a circle of nothing for one that gains`() throws {
    // In floating point 0.1 + 0.2 - 0.3 is above 0, and 0.3 - 0.1 - 0.2 below; neither gains by much.
    let circle = try Network(vertexCount: 3, sources: [0, 1, 2], targets: [1, 2, 0])
    #expect(try circle.negativeCircle(costs: [0.5, -0.25, -0.25]) == nil)
    #expect(try circle.negativeCircle(costs: [0.5, -0.25, -0.26]) != nil)
    let loop = try Network(vertexCount: 1, sources: [0], targets: [0])
    #expect(try loop.negativeCircle(costs: [0]) == nil)
    #expect(try loop.negativeCircle(costs: [-1])?.links == [0])
  }

  @Test func `goes there and back on a two-way link that gains`() throws {
    let pair = try Network(vertexCount: 2, sources: [0], targets: [1], direction: .undirected)
    #expect(try pair.negativeCircle(costs: [-1])?.links == [0, 0])
    #expect(try pair.shortestPaths(from: 0, costs: [2]).paths?.distance(to: 1) == 2)
  }

  @Test func `refuses costs that are none`() throws {
    let pair = try Network(vertexCount: 2, sources: [0], targets: [1])
    #expect(throws: NetworkError.invalidCost(link: 0, cost: .infinity)) {
      try pair.shortestPaths(from: 0, costs: [.infinity])
    }
    #expect(throws: NetworkError.self) { try pair.negativeCircle(costs: []) }
  }

  @Test(arguments: UInt64(0)..<300)
  func `agrees with going over all links again and again`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...7, linksPerVertex: 2)
    var generator = SeededGenerator(seed: seed)
    let costs = (0..<network.linkCount).map { _ in
      Double(Int.random(in: seed % 3 == 0 ? 0...5 : -2...6, using: &generator))
    }
    func plain(from sources: [UInt32]) -> [Double]? {
      var distances = [Double](repeating: .infinity, count: network.vertexCount)
      for source in sources { distances[Int(source)] = 0 }
      for _ in 0...network.vertexCount {
        for arc in network.plainArcs {
          let distance = distances[Int(arc.tail)] + costs[Int(arc.link)]
          distances[Int(arc.head)] = min(distances[Int(arc.head)], distance)
        }
      }
      let isSettled = network.plainArcs.allSatisfy {
        distances[Int($0.tail)] + costs[Int($0.link)] >= distances[Int($0.head)]
      }
      return isSettled ? distances : nil
    }
    let all = (0..<UInt32(network.vertexCount)).map { $0 }
    let circle = try network.negativeCircle(costs: costs)
    #expect((circle == nil) == (plain(from: all) != nil))
    if let circle { expectGain(circle, costs, network) }
    switch try network.shortestPaths(from: 0, costs: costs) {
    case .paths(let tree):
      let expected = try #require(plain(from: [0]))
      for vertex in all {
        #expect((tree.distance(to: vertex) ?? .infinity) == expected[Int(vertex)])
        guard let path = tree.path(to: vertex) else { continue }
        #expect(network.accepts(path, from: 0, to: vertex))
        #expect(path.links.reduce(0) { $0 + costs[Int($1)] } == path.cost)
      }
      if costs.allSatisfy({ $0 >= 0 }) {
        let weighted = try Network(
          vertexCount: network.vertexCount,
          sources: network.plainArcs.map(\.tail),
          targets: network.plainArcs.map(\.head),
          weights: network.plainArcs.map { costs[Int($0.link)] }
        )
        let dijkstra = weighted.shortestPaths(from: 0)
        for vertex in all { #expect(tree.distance(to: vertex) == dijkstra.distance(to: vertex)) }
      }
    case .negativeCircle(let circle):
      #expect(plain(from: [0]) == nil)
      expectGain(circle, costs, network)
      #expect(network.plainReaches(circle.vertices[0], from: 0))
    }
  }

  private func expectGain(_ circle: NetworkPath, _ costs: [Double], _ network: Network) {
    #expect(circle.cost < 0)
    #expect(circle.links.reduce(0) { $0 + costs[Int($1)] } == circle.cost)
    #expect(circle.vertices.first == circle.vertices.last && !circle.links.isEmpty)
    let arcs = network.plainArcs
    #expect(
      circle.links.indices.allSatisfy { step in
        arcs.contains {
          $0.link == circle.links[step] && $0.tail == circle.vertices[step]
            && $0.head == circle.vertices[step + 1]
        }
      }
    )
  }
}
