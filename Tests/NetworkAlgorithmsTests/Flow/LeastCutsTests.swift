import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct LeastCutsTests {
  @Test func `are every link of a path and every vertex between its ends`() throws {
    let path = try Network(
      vertexCount: 4,
      sources: [0, 1, 2],
      targets: [1, 2, 3],
      direction: .undirected
    )
    let links = try #require(path.leastLinkCuts(from: 0, to: 3).cuts)
    #expect(links.capacity == 1)
    #expect(Array(links) == [[0], [1], [2]])
    let vertices = try #require(path.leastVertexCuts(from: 0, to: 3).cuts)
    #expect(vertices.capacity == 1)
    #expect(Array(vertices) == [[1], [2]])
  }

  @Test func `are one empty set where the ends are parted already`() throws {
    let apart = try Network(vertexCount: 3, sources: [1], targets: [0])
    #expect(try apart.leastLinkCuts(from: 0, to: 2).cuts.map { Array($0) } == [[]])
    #expect(try apart.leastVertexCuts(from: 0, to: 2).cuts.map { Array($0) } == [[]])
    #expect(try apart.leastVertexCuts(from: 0, to: 2).cuts?.capacity == 0)
  }

  @Test func `are none of vertices where a link leads from end to end, which is said`() throws {
    let pair = try Network(vertexCount: 3, sources: [0, 0, 1], targets: [2, 1, 2])
    guard case .inseparable(let path) = try pair.leastVertexCuts(from: 0, to: 2) else {
      return #expect(Bool(false))
    }
    #expect(path.links == [0])
    #expect(path.vertices == [0, 2])
    #expect(try pair.leastLinkCuts(from: 0, to: 2).cuts?.capacity == 2)
    // Against the direction of the link there is nothing to cut.
    #expect(try pair.leastVertexCuts(from: 2, to: 0).cuts?.capacity == 0)
    #expect(try pair.leastLinkCuts(from: 1, to: 1).cuts == nil)
    #expect(try pair.leastVertexCuts(from: 1, to: 1).cuts == nil)
  }

  @Test func `leave out what cannot be lost`() throws {
    let path = try Network(vertexCount: 4, sources: [0, 1, 2], targets: [1, 2, 3])
    let links = try path.leastLinkCuts(from: 0, to: 3, capacities: [.infinity, 2, 2])
    #expect(links.cuts.map { Array($0) } == [[1], [2]])
    #expect(links.cuts?.capacity == 2)
    let vertices = try path.leastVertexCuts(from: 0, to: 3, capacities: [1, .infinity, 1, 1])
    #expect(vertices.cuts.map { Array($0) } == [[2]])
    let none = try path.leastVertexCuts(from: 0, to: 3, capacities: [1, .infinity, .infinity, 1])
    guard case .inseparable(let along) = none else { return #expect(Bool(false)) }
    #expect(along.links == [0, 1, 2])
  }

  @Test func `are given once although an idle vertex could lie on either side`() throws {
    // Nothing flows through vertex 4, on a way back from behind the cut to before it.
    let network = try Network(
      vertexCount: 5,
      sources: [0, 1, 2, 2, 4],
      targets: [1, 2, 3, 4, 1]
    )
    #expect(try network.leastLinkCuts(from: 0, to: 3).cuts.map { Array($0) } == [[0], [1], [2]])
  }

  @Test func `can be taken one by one where there are very many`() throws {
    // Twenty paths of three links side by side: three to the power of twenty cuts.
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    for path in 0..<UInt32(20) {
      sources += [0, 2 + 2 * path, 3 + 2 * path]
      targets += [2 + 2 * path, 3 + 2 * path, 1]
    }
    let network = try Network(vertexCount: 42, sources: sources, targets: targets)
    let cuts = try #require(network.leastLinkCuts(from: 0, to: 1).cuts)
    #expect(cuts.capacity == 20)
    let some = Array(cuts.prefix(1000))
    #expect(Set(some).count == 1000)
    #expect(some.first == (0..<20).map { 3 * $0 })
    let vertices = try #require(network.leastVertexCuts(from: 0, to: 1).cuts)
    #expect(Set(vertices.prefix(1000)).count == 1000)
  }

  @Test(arguments: UInt64(0)..<250)
  func `are all sets of least size whose loss parts the ends, and no others`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 2...6, linksPerVertex: 2)
    for (source, target) in [
      (UInt32(0), UInt32(network.vertexCount - 1)), (UInt32(network.vertexCount - 1), 0),
    ] where source != target {
      let links = try #require(network.leastLinkCuts(from: source, to: target).cuts)
      let all = (0..<UInt32(network.linkCount)).map { $0 }
      let expected = Self.smallest(of: all) { lost in
        !network.plainReaches(target, from: source, withoutLinks: lost)
      }
      #expect(Set(links) == Set(expected))
      #expect(Array(links).count == expected.count)
      #expect(links.allSatisfy { Double($0.count) == links.capacity })

      let between = (0..<UInt32(network.vertexCount)).filter { $0 != source && $0 != target }
      let cuts = Self.smallest(of: between) { lost in
        !network.plainReaches(target, from: source, withoutVertices: lost)
      }
      switch try network.leastVertexCuts(from: source, to: target) {
      case .cuts(let found):
        #expect(Set(found) == Set(cuts))
        #expect(Array(found).count == cuts.count)
        #expect(found.allSatisfy { Double($0.count) == found.capacity })
      case .inseparable(let path):
        #expect(cuts.isEmpty)
        #expect(network.accepts(path, from: source, to: target))
        #expect(path.links.count == 1)
      }
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `weigh as little as any set that parts the ends, and all that do are found`(
    seed: UInt64
  ) throws {
    let network = try Network.random(seed: seed, vertices: 2...6, linksPerVertex: 2)
    var generator = SeededGenerator(seed: seed)
    let capacities = (0..<network.linkCount).map { _ in
      Double(Int.random(in: 1...3, using: &generator)) / 4
    }
    let target = UInt32(network.vertexCount - 1)
    let cuts = try #require(network.leastLinkCuts(from: 0, to: target, capacities: capacities).cuts)
    // Quarters, which plain sums do not round.
    func quarters(_ links: some Sequence<UInt32>) -> Int {
      links.reduce(0) { $0 + Int((capacities[Int($1)] * 4).rounded()) }
    }
    let parting = Self.subsets(of: (0..<UInt32(network.linkCount)).map { $0 }).filter {
      !network.plainReaches(target, from: 0, withoutLinks: Set($0))
    }
    let least = try #require(parting.map(quarters).min())
    #expect(Int((cuts.capacity * 4).rounded()) == least)
    #expect(Set(cuts) == Set(parting.filter { quarters($0) == least }))
  }

  private static func subsets(of all: [UInt32]) -> [[UInt32]] {
    (0..<1 << all.count).map { bits in
      all.indices.filter { bits >> $0 & 1 == 1 }.map { all[$0] }
    }
  }

  /// All smallest subsets that do what is asked, by trying all.
  private static func smallest(
    of all: [UInt32],
    where parts: (Set<UInt32>) -> Bool
  ) -> [[UInt32]] {
    let bySize = Dictionary(grouping: subsets(of: all), by: \.count)
    for size in 0...all.count {
      let found = bySize[size, default: []].filter { parts(Set($0)) }
      if !found.isEmpty { return found }
    }
    return []
  }

  @Test(arguments: UInt64(0)..<150)
  func `tell how many links and vertices a whole network can lose`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...6, linksPerVertex: 3)
    let vertices = (0..<UInt32(network.vertexCount)).map { $0 }
    func isWhole(links: Set<UInt32> = [], without lost: Set<UInt32> = []) -> Bool {
      let left = vertices.filter { !lost.contains($0) }
      return left.allSatisfy { first in
        left.allSatisfy { second in
          network.plainReaches(
            second,
            from: first,
            withoutLinks: links,
            withoutVertices: lost
          )
        }
      }
    }
    guard network.vertexCount > 1 else {
      #expect(network.linkConnectivity() == nil && network.vertexConnectivity() == nil)
      return
    }
    let lost = Self.smallest(of: vertices) { !isWhole(without: $0) }.first?.count
    #expect(network.vertexConnectivity() == lost ?? network.vertexCount - 1)
    let least = network.linkConnectivity()
    let pairs = vertices.flatMap { first in vertices.map { (first, $0) } }.filter { $0.0 != $0.1 }
    let ones = [Double](repeating: 1, count: network.linkCount)
    #expect(
      least.map(Double.init)
        == pairs.map { network.plainMaximumFlow(from: $0.0, to: $0.1, capacities: ones) }.min()
    )
  }
}
