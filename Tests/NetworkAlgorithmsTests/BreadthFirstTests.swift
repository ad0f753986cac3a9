import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct BreadthFirstTests {
  @Test func `reaches only itself in a network of one vertex, loop or not`() throws {
    for links: [UInt32] in [[], [0]] {
      let tree = try Network(vertexCount: 1, sources: links, targets: links).breadthFirst(from: 0)
      #expect(tree.distance(to: 0) == 0)
      #expect(tree.reachedCount == 1)
      #expect(tree.predecessorLink(of: 0) == nil)
      #expect(tree.path(to: 0)?.links == [])
      #expect(tree.path(to: 0)?.vertices == [0])
    }
  }

  @Test func `takes the first of parallel links`() throws {
    let network = try Network(vertexCount: 2, sources: [0, 1, 0], targets: [0, 0, 1])
    #expect(network.breadthFirst(from: 0).path(to: 1)?.links == [2])
    let undirected = network.ignoringDirection()
    #expect(undirected.breadthFirst(from: 0).path(to: 1)?.links == [1])
  }

  @Test func `has no distance to what it cannot reach`() throws {
    let network = try Network(vertexCount: 3, sources: [0], targets: [1])
    let tree = network.breadthFirst(from: 1)
    #expect(tree.distance(to: 0) == nil)
    #expect(tree.path(to: 2) == nil)
    #expect(tree.reachedVertices == [1])
    #expect(network.reachable(from: 0) == [0, 1])
  }

  @Test func `starts from the nearest of several sources`() throws {
    let network = try Network(
      vertexCount: 5,
      sources: [0, 1, 2, 3],
      targets: [1, 2, 3, 4],
      direction: .undirected
    )
    let tree = network.breadthFirst(from: [0, 4, 0])
    #expect((0..<5).map { tree.distance(to: $0) } == [0, 1, 2, 1, 0])
    #expect(network.breadthFirst(from: []).reachedCount == 0)
  }

  @Test func `walks a path of a million vertices`() throws {
    let count = 1_000_000
    let network = try Network(
      vertexCount: count,
      sources: Array(0..<UInt32(count - 1)),
      targets: Array(1..<UInt32(count)),
      direction: .undirected
    )
    #expect(network.breadthFirst(from: 0).distance(to: UInt32(count - 1)) == count - 1)
  }

  @Test(arguments: UInt64(0)..<100)
  func `gives the fewest links and the lowest predecessor`(seed: UInt64) throws {
    let network = try Network.random(seed: seed)
    let tree = network.breadthFirst(from: 0)
    let expected = plainDistances(in: network)
    for vertex in 0..<UInt32(network.vertexCount) {
      #expect(tree.distance(to: vertex) == expected[Int(vertex)])
      let links = network.plainArcs.filter { arc in
        guard arc.head == vertex, let before = expected[Int(arc.tail)] else { return false }
        return before + 1 == expected[Int(vertex)]
      }
      #expect(tree.predecessorLink(of: vertex) == links.map(\.link).min())
      guard let path = tree.path(to: vertex) else { continue }
      #expect(network.accepts(path, from: 0, to: vertex))
      #expect(path.cost == Double(path.links.count))
    }
    #expect(tree.reachedCount == expected.count { $0 != nil })
  }

  @Test(arguments: UInt64(0)..<100)
  func `gives the same tree whichever way it searches`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 100...400, linksPerVertex: 12)
    let plain = network.breadthFirst(from: [0], incoming: nil, upTo: nil)
    let turning = network.breadthFirst(from: 0, reversed: network.reversed())
    let usual = network.breadthFirst(from: 0)
    for vertex in 0..<UInt32(network.vertexCount) {
      #expect(turning.distance(to: vertex) == plain.distance(to: vertex))
      #expect(turning.predecessorLink(of: vertex) == plain.predecessorLink(of: vertex))
      #expect(usual.distance(to: vertex) == plain.distance(to: vertex))
      #expect(usual.predecessorLink(of: vertex) == plain.predecessorLink(of: vertex))
    }
    #expect(turning.reachedCount == plain.reachedCount)
    #expect(usual.reachedVertices == plain.reachedVertices)
  }

  /// The fewest links from vertex 0, by relaxing all arcs until nothing changes.
  private func plainDistances(in network: Network) -> [Int?] {
    var distances = [Int?](repeating: nil, count: network.vertexCount)
    distances[0] = 0
    for _ in 0..<network.vertexCount {
      for arc in network.plainArcs {
        guard let before = distances[Int(arc.tail)] else { continue }
        distances[Int(arc.head)] = min(distances[Int(arc.head)] ?? .max, before + 1)
      }
    }
    return distances
  }
}
