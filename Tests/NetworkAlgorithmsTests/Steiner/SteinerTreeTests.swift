import TestSupport
import Testing

@testable import NetworkAlgorithms

@Suite struct SteinerTreeTests {
  private func network(
    _ count: Int,
    _ links: [(UInt32, UInt32, Double)],
    direction: Network.Direction = .undirected
  ) throws -> Network {
    try Network(
      vertexCount: count,
      sources: links.map { $0.0 },
      targets: links.map { $0.1 },
      weights: links.map { $0.2 },
      direction: direction
    )
  }

  // MARK: By hand

  @Test func `joins three ends through the vertex between them`() throws {
    let star = try network(4, [(0, 3, 2), (1, 3, 2), (2, 3, 2), (0, 1, 3.5), (1, 2, 3.5)])
    let tree = try #require(star.steinerTree(connecting: [0, 1, 2]).tree)
    #expect(tree.links == [0, 1, 2])
    #expect(tree.vertices == [0, 1, 2, 3])
    #expect(tree.cost == 6 && tree.lowerBound == 6 && tree.isOptimal)
  }

  @Test func `of no or one terminal the tree has no links`() throws {
    let pair = try network(2, [(0, 1, 1)])
    let none = try #require(pair.steinerTree(connecting: []).tree)
    #expect(none.links.isEmpty && none.vertices.isEmpty && none.cost == 0 && none.isOptimal)
    let one = try #require(pair.steinerTree(connecting: [1]).tree)
    #expect(one.links.isEmpty && one.vertices == [1] && one.cost == 0 && one.isOptimal)
    let empty = try network(0, [])
    #expect(empty.steinerTree(connecting: []).tree?.isOptimal == true)
  }

  @Test func `a terminal named twice counts once`() throws {
    let line = try network(3, [(0, 1, 1), (1, 2, 1)])
    #expect(line.steinerTree(connecting: [2, 0, 2, 0]) == line.steinerTree(connecting: [0, 2]))
  }

  @Test func `tells which terminals lie apart`() throws {
    let parts = try network(6, [(0, 2, 1), (1, 3, 1)])
    #expect(parts.steinerTree(connecting: [3, 2, 5, 0, 1]) == .apart([[0, 2], [1, 3], [5]]))
    #expect(parts.steinerTree(connecting: [4, 0]) == .apart([[0], [4]]))
    #expect(parts.steinerTree(connecting: [3, 1]).tree?.links == [1])
  }

  @Test func `never takes loops, and of parallel links the cheapest, then the first`() throws {
    let links: [(UInt32, UInt32, Double)] = [
      (0, 0, 0), (0, 1, 3), (1, 0, 2), (0, 1, 2), (1, 1, 0), (1, 2, 0), (2, 1, 0),
    ]
    let tree = try #require(try network(3, links).steinerTree(connecting: [0, 2]).tree)
    #expect(tree.links == [2, 5])
    #expect(tree.cost == 2)
  }

  @Test func `vertices without links are no obstacle`() throws {
    let line = try network(5, [(1, 3, 1)])
    #expect(line.steinerTree(connecting: [1, 3]).tree?.cost == 1)
  }

  @Test func `links of weight 0 leave no cycle and no needless end`() throws {
    let links: [(UInt32, UInt32, Double)] = [
      (0, 1, 0), (1, 2, 0), (2, 0, 0), (2, 3, 0), (3, 4, 0), (1, 5, 0),
    ]
    let network = try network(6, links)
    let tree = try #require(network.steinerTree(connecting: [0, 1, 3]).tree)
    #expect(network.faults(of: tree, joining: [0, 1, 3]) == [])
    #expect(tree.links.count == 3 && tree.cost == 0 && tree.isOptimal)
  }

  @Test func `goes over links whatever their direction`() throws {
    let links: [(UInt32, UInt32, Double)] = [(1, 0, 1), (1, 2, 1)]
    let network = try network(3, links, direction: .directed)
    #expect(network.steinerTree(connecting: [0, 2]).tree?.links == [0, 1])
  }

  @Test func `without weights counts links`() throws {
    let grid = try Network.grid(side: 5)
    let tree = try #require(grid.steinerTree(connecting: [0, 4, 20, 24]).tree)
    #expect(tree.cost == 12 && tree.isOptimal)
  }

  @Test func `weights that binary fractions cannot hold are added without rounding`() throws {
    // 0.1 + 0.2 is 0.30000000000000004 in floating point, but the sum of the two is less than that.
    let links: [(UInt32, UInt32, Double)] = [(0, 1, 0.1), (1, 2, 0.2), (0, 2, 0.1 + 0.2)]
    let tree = try #require(try network(3, links).steinerTree(connecting: [0, 2]).tree)
    #expect(tree.links == [0, 1])
    #expect(tree.isOptimal)
  }

  @Test func `weights far apart in size stay exact`() throws {
    let links: [(UInt32, UInt32, Double)] = [
      (0, 1, 0x1p40), (1, 2, 0x1p-40), (0, 2, 0x1p40), (0, 3, 1), (3, 2, 0x1p40),
    ]
    let tree = try #require(try network(4, links).steinerTree(connecting: [0, 1, 2]).tree)
    #expect(tree.links == [0, 1] && tree.isOptimal)
  }

  @Test func `weights too far apart for exact sums prove nothing`() throws {
    let links: [(UInt32, UInt32, Double)] = [(0, 1, 1e300), (1, 2, 1e-300), (0, 2, 1e300)]
    let tree = try #require(try network(3, links).steinerTree(connecting: [0, 1, 2]).tree)
    #expect(!tree.isOptimal)
    #expect(tree.links.count == 2)
  }

  // MARK: The effort

  @Test func `without effort gives a tree and a bound that holds`() throws {
    for seed in UInt64(0)..<10 {
      let (network, terminals) = try hypercube(dimensions: 4, seed: seed)
      let quick = try #require(network.steinerTree(connecting: terminals, effort: 0).tree)
      let whole = try #require(network.steinerTree(connecting: terminals).tree)
      #expect(network.faults(of: quick, joining: terminals) == [])
      #expect(whole.isOptimal)
      #expect(quick.lowerBound <= whole.cost && quick.cost >= whole.cost)
      #expect(!quick.isOptimal || quick.cost == whole.cost)
    }
  }

  @Test func `branching and sets of terminals agree`() throws {
    var (branched, joined) = (0, 0)
    for seed in UInt64(0)..<12 {
      let (network, terminals) = try hypercube(dimensions: 4, seed: seed)
      let costs: [Int64] = network.sources.indices.map { Int64(network.weight(of: UInt32($0))) }
      var answers: [Int64] = []
      for stages in [[SteinerStage.branching], [.subsets], SteinerStage.usual] {
        var graph = SteinerGraph(network, terminals: terminals, costs: costs)
        var search = SteinerSearch(leafCosts: costs, effort: 200_000_000)
        search.solve(&graph, stages: stages)
        #expect(search.bound == search.bestCost, "seed \(seed), \(stages)")
        answers.append(search.bestCost)
        if stages == [.branching], search.counts.nodes > 1 { branched += 1 }
        if stages == [.subsets], search.counts.subsets > 0 { joined += 1 }
      }
      #expect(Set(answers).count == 1, "seed \(seed): \(answers)")
    }
    // The networks are hard enough for both.
    #expect(branched > 4 && joined > 4)
  }

  /// A hypercube, hard for reductions, with some of its corners as terminals.
  private func hypercube(
    dimensions: Int,
    seed: UInt64
  ) throws -> (network: Network, terminals: [UInt32]) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 << dimensions
    var links: [(UInt32, UInt32, Double)] = []
    for vertex in 0..<count {
      for bit in 0..<dimensions where vertex >> bit & 1 == 0 {
        let weight = seed % 2 == 0 ? 1 : Double.random(in: 100...110, using: &generator).rounded()
        links.append((UInt32(vertex), UInt32(vertex | 1 << bit), weight))
      }
    }
    let terminals = (0..<UInt32(count)).filter { $0.nonzeroBitCount % 2 == 0 && $0 % 3 != 1 }
    return (try network(count, links), terminals)
  }

  // MARK: Laws

  @Test(arguments: UInt64(0)..<300)
  func `costs what the best of all sets of vertices costs`(seed: UInt64) throws {
    let network = try Network.random(
      seed: seed,
      vertices: 1...10,
      linksPerVertex: 3,
      direction: .undirected
    ) { generator in
      // Few values, so that there are ties; among them 0.
      seed % 3 == 0
        ? Double(Int.random(in: 0...2, using: &generator))
        : Double(Int.random(in: 0...12, using: &generator)) / 4
    }
    var generator = SeededGenerator(seed: seed &+ 1000)
    let all = UInt32(0)..<UInt32(network.vertexCount)
    let chance = Double.random(in: 0.2...0.8, using: &generator)
    let terminals = all.filter { _ in Double.random(in: 0...1, using: &generator) < chance }
    let expected = network.plainSteinerCost(terminals)
    let answer = network.steinerTree(connecting: terminals)
    #expect(answer == network.steinerTree(connecting: terminals.reversed()))
    switch answer {
    case .tree(let tree):
      #expect(network.faults(of: tree, joining: terminals) == [])
      #expect(tree.isOptimal)
      #expect(tree.cost == expected)
    case .apart(let parts):
      #expect(expected == nil)
      #expect(parts.flatMap { $0 }.sorted() == terminals)
      let components = network.connectedComponents().components
      let places = parts.map { part in Set(part.map { components[Int($0)] }) }
      #expect(places.allSatisfy { $0.count == 1 } && Set(places).count == parts.count)
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `in dense networks with ties costs what the best set of vertices costs`(seed: UInt64) throws
  {
    let network = try Network.random(
      seed: seed,
      vertices: 9...11,
      linksPerVertex: 6,
      direction: .undirected
    ) { Double(Int.random(in: 10...14, using: &$0)) }
    let terminals = (0..<UInt32(network.vertexCount)).filter { ($0 + UInt32(seed)) % 3 != 0 }
    guard let tree = network.steinerTree(connecting: terminals).tree else {
      #expect(network.plainSteinerCost(terminals) == nil)
      return
    }
    #expect(network.faults(of: tree, joining: terminals) == [])
    #expect(tree.isOptimal && tree.cost == network.plainSteinerCost(terminals))
  }
}
