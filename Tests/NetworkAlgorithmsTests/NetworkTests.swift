import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct NetworkTests {
  @Test func `may be empty`() throws {
    let network = try Network(vertexCount: 0, sources: [], targets: [])
    #expect(network.linkCount == 0)
    #expect(network.arcCount == 0)
    #expect(network.degrees().isEmpty)
  }

  @Test func `keeps the arcs of a vertex in the order of links`() throws {
    let network = try Network(vertexCount: 3, sources: [0, 2, 0, 0], targets: [2, 0, 1, 2])
    #expect(network.arcs(from: 0).map(\.link) == [0, 2, 3])
    #expect(network.arcs(from: 0).map(\.head) == [2, 1, 2])
    #expect(network.arcs(from: 1).isEmpty)
    #expect(network.arcs(from: 2).map(\.link) == [1])
  }

  @Test func `counts a loop twice in the degree, whatever the direction`() throws {
    for direction in [Network.Direction.directed, .reversed, .undirected] {
      let network = try Network(
        vertexCount: 2,
        sources: [0, 0],
        targets: [0, 1],
        direction: direction
      )
      #expect(network.degrees() == [3, 1])
    }
  }

  @Test func `lays a two-way loop twice in its row`() throws {
    let network = try Network(
      vertexCount: 1,
      sources: [0],
      targets: [0],
      direction: .undirected
    )
    #expect(network.arcs(from: 0).map(\.link) == [0, 0])
  }

  @Test func `lets two-way links of a mixed network be walked both ways`() throws {
    let network = try Network(
      vertexCount: 2,
      sources: [0, 0],
      targets: [1, 1],
      twoWay: [false, true]
    )
    #expect(network.arcs(from: 0).map(\.link) == [0, 1])
    #expect(network.arcs(from: 1).map(\.link) == [1])
    #expect(!network.isUndirected)
    #expect(network.isTwoWay(1))
    #expect(!network.isTwoWay(0))
  }

  @Test func `is undirected when every link is two-way`() throws {
    let network = try Network(vertexCount: 2, sources: [0], targets: [1], twoWay: [true])
    #expect(network.isUndirected)
  }

  @Test func `names the link with an end that is out of range`() {
    #expect(throws: NetworkError.endpointOutOfRange(link: 1, vertex: 9, vertexCount: 3)) {
      try Network(vertexCount: 3, sources: [0, 1], targets: [2, 9])
    }
    #expect(throws: NetworkError.endpointOutOfRange(link: 0, vertex: 7, vertexCount: 3)) {
      try Network(vertexCount: 3, sources: [7], targets: [2])
    }
    #expect(throws: NetworkError.endpointOutOfRange(link: 0, vertex: 0, vertexCount: 0)) {
      try Network(vertexCount: 0, sources: [0], targets: [0])
    }
  }

  @Test(arguments: [-1.0, -Double.leastNonzeroMagnitude, .infinity])
  func `names the link whose weight is negative or infinite`(weight: Double) {
    #expect(throws: NetworkError.invalidWeight(link: 1, weight: weight)) {
      try Network(vertexCount: 2, sources: [0, 1], targets: [1, 0], weights: [1, weight])
    }
  }

  @Test func `refuses a weight that is not a number`() {
    #expect(throws: NetworkError.self) {
      try Network(vertexCount: 1, sources: [0], targets: [0], weights: [.nan])
    }
  }

  @Test func `names the column that has too few values`() {
    #expect(throws: NetworkError.countsDiffer(column: "targets", count: 1, linkCount: 2)) {
      try Network(vertexCount: 2, sources: [0, 1], targets: [1])
    }
    #expect(throws: NetworkError.countsDiffer(column: "weights", count: 0, linkCount: 1)) {
      try Network(vertexCount: 2, sources: [0], targets: [1], weights: [])
    }
    #expect(throws: NetworkError.countsDiffer(column: "twoWay", count: 2, linkCount: 1)) {
      try Network(vertexCount: 2, sources: [0], targets: [1], twoWay: [true, false])
    }
  }

  @Test func `says in words what is wrong`() {
    let error = NetworkError.endpointOutOfRange(link: 4, vertex: 9, vertexCount: 3)
    #expect("\(error)" == "link 4 ends at vertex 9, but vertices go from 0 to 2")
  }

  @Test(arguments: UInt64(0)..<100)
  func `has the arcs that its links define, each row in order`(seed: UInt64) throws {
    let network = try Network.random(seed: seed) { Double.random(in: 0...1, using: &$0) }
    for vertex in 0..<UInt32(network.vertexCount) {
      let expected = network.plainArcs.filter { $0.tail == vertex }
      #expect(network.arcs(from: vertex).map(\.head) == expected.map(\.head))
      #expect(network.arcs(from: vertex).map(\.link) == expected.map(\.link))
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `turns every one-way link round and back again`(seed: UInt64) throws {
    let network = try Network.random(seed: seed)
    let reversed = network.reversed()
    for arc in network.plainArcs {
      #expect(
        reversed.arcs(from: arc.head).contains { $0.head == arc.tail && $0.link == arc.link }
      )
    }
    #expect(reversed.arcCount == network.arcCount)
    let again = reversed.reversed()
    for vertex in 0..<UInt32(network.vertexCount) {
      #expect(again.arcs(from: vertex) == network.arcs(from: vertex))
    }
  }

  @Test func `does not change under any algorithm`() throws {
    let network = try Network.random(seed: 11, vertices: 6...6) { _ in 2 }
    let before = (network.sources, network.targets, network.weights, network.plainArcs.count)
    _ = network.breadthFirst(from: 0)
    _ = network.shortestPaths(from: 0)
    _ = Array(network.kShortestPaths(from: 0, to: 5))
    _ = network.connectedComponents()
    _ = network.cutElements()
    #expect(network.sources == before.0)
    #expect(network.targets == before.1)
    #expect(network.weights == before.2)
    #expect(network.plainArcs.count == before.3)
  }

  @Test func `stops at a vertex that it does not have`() async {
    await #expect(processExitsWith: .failure) {
      let network = try Network(vertexCount: 2, sources: [0], targets: [1])
      _ = network.breadthFirst(from: 2)
    }
  }
}
