import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct ShortestPathsTests {
  @Test func `gives an empty path to the source itself`() throws {
    let network = try Network(vertexCount: 1, sources: [0], targets: [0], weights: [0])
    let path = network.shortestPath(from: 0, to: 0)
    #expect(path?.links == [])
    #expect(path?.cost == 0)
    #expect(network.shortestPaths(from: 0).predecessorLink(of: 0) == nil)
  }

  @Test func `is nil when the target cannot be reached`() throws {
    let network = try Network(vertexCount: 3, sources: [0], targets: [1], weights: [1])
    #expect(network.shortestPath(from: 1, to: 0) == nil)
    #expect(network.shortestPaths(from: 0).distance(to: 2) == nil)
  }

  @Test func `takes the cheaper of parallel links, and of equal ones the first`() throws {
    let network = try Network(
      vertexCount: 2,
      sources: [0, 0, 0],
      targets: [1, 1, 1],
      weights: [3, 2, 2]
    )
    #expect(network.shortestPath(from: 0, to: 1)?.links == [1])
  }

  @Test func `prefers fewer links among paths of equal cost`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 1, 0],
      targets: [1, 2, 2],
      weights: [1, 1, 2]
    )
    #expect(network.shortestPath(from: 0, to: 2)?.links == [2])
  }

  @Test func `comes to an end on a circle of weight 0`() throws {
    let network = try Network(
      vertexCount: 4,
      sources: [1, 2, 3, 0],
      targets: [2, 3, 1, 3],
      weights: [0, 0, 0, 0],
      direction: .undirected
    )
    let path = try #require(network.shortestPath(from: 0, to: 1))
    #expect(path.links == [3, 2])
    #expect(network.accepts(path, from: 0, to: 1))
  }

  @Test func `reaches a vertex although the cost overflows`() throws {
    let huge = Double.greatestFiniteMagnitude
    let network = try Network(
      vertexCount: 3,
      sources: [0, 1],
      targets: [1, 2],
      weights: [huge, huge]
    )
    #expect(network.shortestPath(from: 0, to: 2)?.links == [0, 1])
  }

  @Test func `starts from the nearest of several sources`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 1],
      targets: [1, 2],
      weights: [5, 1],
      direction: .undirected
    )
    let tree = network.shortestPaths(from: [0, 2])
    #expect(tree.distance(to: 1) == 1)
    #expect(tree.path(to: 1)?.vertices == [2, 1])
  }

  @Test(arguments: UInt64(0)..<100)
  func `gives the least cost, then fewest links, then the lowest predecessor`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, linksPerVertex: 3) {
      Double(Int.random(in: 0...3, using: &$0))
    }
    let tree = network.shortestPaths(from: 0)
    let expected = plainLabels(in: network)
    for vertex in 0..<UInt32(network.vertexCount) {
      #expect(tree.distance(to: vertex) == expected[Int(vertex)].map(\.cost))
      let links = network.plainArcs.filter { arc in
        guard arc.head == vertex, let before = expected[Int(arc.tail)] else { return false }
        let cost = before.cost + network.weight(of: arc.link)
        return Label(cost: cost, steps: before.steps + 1) == expected[Int(vertex)]
      }
      #expect(tree.predecessorLink(of: vertex) == links.map(\.link).min())
      #expect(network.shortestPath(from: 0, to: vertex) == tree.path(to: vertex))
      guard let path = tree.path(to: vertex) else { continue }
      #expect(network.accepts(path, from: 0, to: vertex))
      #expect(path.links.reduce(0) { $0 + network.weight(of: $1) } == path.cost)
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `agrees with breadth-first search where there are no weights`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 20...60, linksPerVertex: 4)
    let (tree, wide) = (network.shortestPaths(from: 0), network.breadthFirst(from: 0))
    for vertex in 0..<UInt32(network.vertexCount) {
      #expect(tree.path(to: vertex) == wide.path(to: vertex))
      #expect(network.shortestPath(from: 0, to: vertex) == wide.path(to: vertex))
    }
  }

  private struct Label: Equatable {
    var cost: Double
    var steps: Int
  }

  /// The least cost, then fewest links, from vertex 0 by relaxing all arcs until nothing changes.
  private func plainLabels(in network: Network) -> [Label?] {
    var labels = [Label?](repeating: nil, count: network.vertexCount)
    labels[0] = Label(cost: 0, steps: 0)
    for _ in 0...network.vertexCount {
      for arc in network.plainArcs {
        guard let before = labels[Int(arc.tail)] else { continue }
        let cost = before.cost + network.weight(of: arc.link)
        let label = Label(cost: cost, steps: before.steps + 1)
        let known = labels[Int(arc.head)] ?? Label(cost: .infinity, steps: .max)
        if (label.cost, label.steps) < (known.cost, known.steps) { labels[Int(arc.head)] = label }
      }
    }
    return labels
  }
}
