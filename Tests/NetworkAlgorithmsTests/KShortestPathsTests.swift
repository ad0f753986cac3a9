import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct KShortestPathsTests {
  @Test func `are one empty path when source and target are one`() throws {
    let network = try Network(vertexCount: 2, sources: [0, 0, 1], targets: [0, 1, 0])
    let paths = Array(network.kShortestPaths(from: 0, to: 0))
    #expect(paths.map(\.links) == [[]])
    #expect(paths.map(\.vertices) == [[0]])
    #expect(paths.map(\.cost) == [0])
  }

  @Test func `are none when the target cannot be reached`() throws {
    let network = try Network(vertexCount: 3, sources: [1, 0], targets: [0, 2])
    var paths = network.kShortestPaths(from: 0, to: 1).makeIterator()
    #expect(paths.next() == nil)
    #expect(!paths.stoppedEarly)
    #expect(paths.next() == nil)
  }

  @Test func `tell parallel links apart`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 0, 1],
      targets: [1, 1, 2],
      weights: [2, 1, 1],
      direction: .undirected
    )
    let paths = Array(network.kShortestPaths(from: 0, to: 2))
    #expect(paths.map(\.links) == [[1, 2], [0, 2]])
    #expect(paths.map(\.cost) == [2, 3])
  }

  @Test func `are paths, not walks`() throws {
    // petgraph and rustworkx go 0, 1, 0, 1, 2 as well.
    let network = try Network(vertexCount: 3, sources: [0, 1, 1], targets: [1, 0, 2])
    #expect(network.kShortestPaths(from: 0, to: 2).map(\.links) == [[0, 2]])
  }

  @Test func `are all found when another vertex leads back to the source`() throws {
    // networkx issue 2427: IN, OUT, A and B, with A leading back to IN.
    let network = try Network(
      vertexCount: 4,
      sources: [0, 0, 2, 0, 3],
      targets: [1, 2, 0, 3, 1],
      weights: [2, 1, 1, 2, 2]
    )
    #expect(network.kShortestPaths(from: 0, to: 1).map(\.links) == [[0], [3, 4]])
  }

  @Test func `of equal cost come by number of links, then by order of links`() throws {
    let network = try Network(
      vertexCount: 5,
      sources: [0, 2, 0, 1, 0, 0, 3],
      targets: [2, 4, 1, 4, 4, 3, 4],
      weights: [1, 1, 1, 1, 2, 0, 2]
    )
    #expect(
      network.kShortestPaths(from: 0, to: 4).map(\.links) == [[4], [0, 1], [2, 3], [5, 6]]
    )
  }

  @Test func `tie when their exact sums are equal, however they round`() throws {
    // 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in floating point.
    let (tenths, back) = ([0.1, 0.2, 0.3], [0.3, 0.2, 0.1])
    #expect(tenths.reduce(0, +) != back.reduce(0, +))
    for weights in [tenths + back, back + tenths] {
      let network = try Network(
        vertexCount: 6,
        sources: [0, 1, 2, 0, 4, 5],
        targets: [1, 2, 3, 4, 5, 3],
        weights: weights
      )
      let paths = Array(network.kShortestPaths(from: 0, to: 3))
      #expect(paths.map(\.links) == [[0, 1, 2], [3, 4, 5]])
      #expect(paths.first?.cost == paths.last?.cost)
    }
  }

  @Test func `keep small weights apart beside a huge one`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 0, 0, 1, 0],
      targets: [2, 2, 1, 2, 2],
      weights: [1e18, 0.3, 0.1, 0.1, 0.1]
    )
    let paths = Array(network.kShortestPaths(from: 0, to: 2))
    #expect(paths.map(\.links) == [[4], [2, 3], [1], [0]])
    #expect(paths.map(\.cost) == [0.1, 0.2, 0.3, 1e18])
  }

  @Test func `take weights of every magnitude`() throws {
    let tiny = Double.leastNonzeroMagnitude
    let huge = Double.greatestFiniteMagnitude
    for weights in [[tiny, tiny, tiny], [huge, huge, huge], [tiny, huge, 1], [0, 0, 0]] {
      let network = try Network(
        vertexCount: 3,
        sources: [0, 1, 0],
        targets: [1, 2, 2],
        weights: weights
      )
      let paths = Array(network.kShortestPaths(from: 0, to: 2))
      #expect(Set(paths.map(\.links)) == [[0, 1], [2]])
      #expect(paths.first { $0.links == [2] }?.cost == weights[2])
    }
  }

  @Test func `are the 8512 simple paths across a grid of 25 crossings`() throws {
    let network = try Network.grid(side: 5)
    let paths = Array(network.kShortestPaths(from: 0, to: 24))
    #expect(paths.count == 8512)
    #expect(Set(paths.map(\.links)).count == 8512)
    #expect(paths.allSatisfy { Set($0.vertices).count == $0.vertices.count })
    #expect(zip(paths, paths.dropFirst()).allSatisfy { precede($0.0, $0.1) })
  }

  @Test func `are distinct across a grid of 64 crossings`() throws {
    let network = try Network.grid(side: 8)
    let paths = Array(network.kShortestPaths(from: 0, to: 63).prefix(1000))
    #expect(Set(paths.map(\.links)).count == 1000)
    #expect(paths.allSatisfy { $0.links.count == 14 })
    #expect(zip(paths, paths.dropFirst()).allSatisfy { precede($0.0, $0.1) })
  }

  @Test func `are found along a chain of parallel links`() throws {
    let count = 300
    let network = try Network(
      vertexCount: count,
      sources: (0..<UInt32(2 * count - 2)).map { $0 / 2 },
      targets: (0..<UInt32(2 * count - 2)).map { $0 / 2 + 1 },
      direction: .undirected
    )
    let paths = Array(network.kShortestPaths(from: 0, to: UInt32(count - 1)).prefix(4))
    let first = (0..<UInt32(count - 1)).map { 2 * $0 }
    let last = UInt32(2 * count - 3)
    #expect(paths[0].links == first)
    #expect(paths[1].links == first.dropLast() + [last])
    #expect(paths[2].links == first.dropLast(2) + [last - 2, last - 1])
    #expect(paths[3].links == first.dropLast(2) + [last - 2, last])
  }

  @Test func `end early when the budget is used up, and say so`() throws {
    let network = try Network.grid(side: 4)
    let all = Array(network.kShortestPaths(from: 0, to: 15))
    var paths = network.kShortestPaths(from: 0, to: 15, maximumSpurSearches: 20).makeIterator()
    var found: [NetworkPath] = []
    while let path = paths.next() { found.append(path) }
    #expect(paths.stoppedEarly)
    #expect(paths.spurSearchCount == 20)
    #expect(!found.isEmpty)
    #expect(found == Array(all.prefix(found.count)))
    #expect(paths.next() == nil)
  }

  @Test func `include the first path even without a budget`() throws {
    let network = try Network(vertexCount: 2, sources: [0, 0], targets: [1, 1])
    var paths = network.kShortestPaths(from: 0, to: 1, maximumSpurSearches: 0).makeIterator()
    #expect(paths.next()?.links == [0])
    #expect(paths.next() == nil)
    #expect(paths.stoppedEarly)
  }

  @Test(arguments: UInt64(0)..<200)
  func `are all simple paths in the stated order`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, linksPerVertex: 3) {
      Double(Int.random(in: 0...2, using: &$0))
    }
    try expectEveryPath(in: network)
  }

  @Test(arguments: UInt64(0)..<100)
  func `are all simple paths in the stated order without weights`(seed: UInt64) throws {
    try expectEveryPath(in: Network.random(seed: seed, linksPerVertex: 3))
  }

  @Test(arguments: UInt64(0)..<100)
  func `are all simple paths in the stated order with decimal weights`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, linksPerVertex: 3) {
      Double(Int.random(in: 0...5, using: &$0)) / 10
    }
    try expectEveryPath(in: network)
  }

  @Test(arguments: UInt64(0)..<100)
  func `are all simple paths in order when sums need more than 64 bits`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, linksPerVertex: 3) {
      let magnitude = [1e-3, 1, 1e6, 1e12][Int.random(in: 0..<4, using: &$0)]
      return Double(Int.random(in: 0...3, using: &$0)) * magnitude
    }
    try expectEveryPath(in: network)
  }

  @Test(arguments: UInt64(0)..<20)
  func `begin with the least cost in larger networks`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 100...200, linksPerVertex: 6) {
      Double(Int.random(in: 0...9, using: &$0))
    }
    for target in stride(from: UInt32(1), to: UInt32(network.vertexCount), by: 17) {
      let paths = Array(network.kShortestPaths(from: 0, to: target).prefix(30))
      #expect(paths.first?.cost == network.shortestPath(from: 0, to: target)?.cost)
      #expect(Set(paths.map(\.links)).count == paths.count)
      #expect(paths.allSatisfy { network.accepts($0, from: 0, to: target) })
      #expect(zip(paths, paths.dropFirst()).allSatisfy { precede($0.0, $0.1) })
    }
  }

  /// Compares all paths from vertex 0 to the last one with a full enumeration, order included.
  private func expectEveryPath(in network: Network) throws {
    let target = UInt32(network.vertexCount - 1)
    let expected = network.everySimplePath(from: 0, to: target)
      .map { (cost: exactCost(of: $0, in: network), links: $0) }
      .sorted { first, second in
        if first.cost != second.cost { return first.cost < second.cost }
        if first.links.count != second.links.count {
          return first.links.count < second.links.count
        }
        return first.links.lexicographicallyPrecedes(second.links)
      }
    let paths = Array(network.kShortestPaths(from: 0, to: target))
    #expect(paths.map(\.links) == expected.map(\.links))
    #expect(paths.map(\.cost) == expected.map { Double($0.cost) * 0x1p-64 })
    #expect(paths.allSatisfy { network.accepts($0, from: 0, to: target) })
  }

  /// The sum of weights in units of 2⁻⁶⁴, of which all weights here are multiples.
  private func exactCost(of links: [UInt32], in network: Network) -> Int128 {
    links.reduce(0) { $0 + Int128(network.weight(of: $1) * 0x1p64) }
  }

  /// Whether two paths stand in the stated order.
  private func precede(_ first: NetworkPath, _ second: NetworkPath) -> Bool {
    if first.cost != second.cost { return first.cost < second.cost }
    if first.links.count != second.links.count { return first.links.count < second.links.count }
    return first.links.lexicographicallyPrecedes(second.links)
  }
}
