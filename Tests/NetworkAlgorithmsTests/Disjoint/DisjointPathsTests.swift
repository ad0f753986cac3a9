import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct DisjointPathsTests {
  @Test func `leave the cheapest path where the set is cheaper without it`() throws {
    // The trap of Suurballe: the cheapest path 0–1–2–3 blocks both others.
    let trap = try Network(
      vertexCount: 4,
      sources: [0, 1, 2, 0, 1],
      targets: [1, 2, 3, 2, 3],
      weights: [1, 1, 1, 4, 4]
    )
    #expect(trap.shortestPath(from: 0, to: 3)?.links == [0, 1, 2])
    for separation in DisjointPaths.Separation.allCases {
      let pair = trap.disjointPaths(from: 0, to: 3, sharingNo: separation, count: 2)
      #expect(pair.paths.map(\.links) == [[0, 4], [3, 2]])
      #expect(pair.cost == 10)
      #expect(pair.isLargest)
      let one = trap.disjointPaths(from: 0, to: 3, sharingNo: separation, count: 1)
      #expect(one.paths.map(\.links) == [[0, 1, 2]])
      #expect(!one.isLargest)
    }
  }

  @Test func `meet at a vertex where only links are not shared`() throws {
    let knot = try Network(
      vertexCount: 3,
      sources: [0, 0, 1, 1],
      targets: [1, 1, 2, 2],
      direction: .undirected
    )
    #expect(knot.disjointPaths(from: 0, to: 2, sharingNo: .links).paths.count == 2)
    let apart = knot.disjointPaths(from: 0, to: 2, sharingNo: .vertices)
    #expect(apart.paths.map(\.links) == [[0, 2]])
    #expect(apart.isLargest)
  }

  @Test func `are each of several parallel links from end to end`() throws {
    let double = try Network(
      vertexCount: 2,
      sources: [0, 0, 0],
      targets: [1, 0, 1],
      weights: [2, 0, 0]
    )
    for separation in DisjointPaths.Separation.allCases {
      let paths = double.disjointPaths(from: 0, to: 1, sharingNo: separation)
      #expect(paths.paths.map(\.links) == [[2], [0]])
    }
  }

  @Test
  func `are none out of reach, none when none are asked for, and empty from a vertex to itself`()
    throws
  {
    let pair = try Network(vertexCount: 2, sources: [1], targets: [0])
    let none = pair.disjointPaths(from: 0, to: 1, sharingNo: .links)
    #expect(none.paths.isEmpty && none.cost == 0 && none.isLargest)
    #expect(pair.disjointPaths(from: 1, to: 0, sharingNo: .links, count: 0).isLargest == false)
    let own = pair.disjointPaths(from: 1, to: 1, sharingNo: .vertices)
    #expect(own.paths.map(\.vertices) == [[1]])
  }

  @Test(arguments: UInt64(0)..<300)
  func `are as many and as cheap as any set of simple paths`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 2...6, linksPerVertex: 2) { generator in
      Double(Int.random(in: 0...4, using: &generator)) / (seed % 2 == 0 ? 1 : 8)
    }
    let target = UInt32(network.vertexCount - 1)
    let all = network.everySimplePath(from: 0, to: target)
    for separation in DisjointPaths.Separation.allCases {
      let expected = Self.leastCosts(of: all, in: network, separation)
      let largest = network.disjointPaths(from: 0, to: target, sharingNo: separation)
      #expect(largest.paths.count == expected.count - 1)
      #expect(largest.isLargest)
      for count in expected.indices {
        let set = network.disjointPaths(from: 0, to: target, sharingNo: separation, count: count)
        #expect(set.paths.count == count)
        #expect(set.cost == expected[count])
        #expect(set.isLargest == (count == expected.count - 1))
        #expect(set.paths.reduce(0) { $0 + $1.cost } == set.cost)
        #expect(set.paths.allSatisfy { network.accepts($0, from: 0, to: target) })
        #expect(
          set.paths.allSatisfy { path in
            path.links.reduce(0) { $0 + network.weight(of: $1) } == path.cost
          }
        )
        let links = set.paths.flatMap(\.links)
        #expect(Set(links).count == links.count)
        if separation == .vertices {
          let inner = set.paths.flatMap { $0.vertices.dropFirst().dropLast() }
          #expect(Set(inner).count == inner.count)
        }
      }
      let even = network.disjointPaths(from: 0, to: target, sharingNo: separation, count: 99)
      #expect(even == largest)
    }
  }

  /// By number of paths: the least cost of a set that shares nothing, by trying all sets.
  private static func leastCosts(
    of paths: [[UInt32]],
    in network: Network,
    _ separation: DisjointPaths.Separation
  ) -> [Double] {
    var best: [Double] = []
    func extend(_ count: Int, _ cost: Double, from next: Int, taken: Set<UInt32>) {
      if best.count == count { best.append(.infinity) }
      best[count] = min(best[count], cost)
      for place in next..<max(next, paths.count) {
        let things = Self.things(of: paths[place], in: network, separation)
        guard taken.isDisjoint(with: things) else { continue }
        let own = paths[place].reduce(0) { $0 + network.weight(of: $1) }
        extend(count + 1, cost + own, from: place + 1, taken: taken.union(things))
      }
    }
    extend(0, 0, from: 0, taken: [])
    return best
  }

  /// What a path must not share: its links, or its inner vertices and, for a single link, that one.
  private static func things(
    of path: [UInt32],
    in network: Network,
    _ separation: DisjointPaths.Separation
  ) -> Set<UInt32> {
    if separation == .links { return Set(path) }
    var (inner, vertex): (Set<UInt32>, UInt32) = ([], 0)
    for link in path.dropLast() {
      vertex = network.end(of: link, oppositeTo: vertex)
      inner.insert(vertex)
    }
    return inner.isEmpty ? [1000 + (path.first ?? 0)] : inner
  }

  @Test func `are as cheap on large networks as a flow of least cost says`() throws {
    for seed in UInt64(0)..<20 {
      var generator = SeededGenerator(seed: seed)
      let links = 400
      let network = try Network(
        vertexCount: 80,
        sources: (0..<links).map { _ in UInt32.random(in: 0..<80, using: &generator) },
        targets: (0..<links).map { _ in UInt32.random(in: 0..<80, using: &generator) },
        weights: (0..<links).map { _ in Double(Int.random(in: 1...50, using: &generator)) }
      )
      let set = network.disjointPaths(from: 0, to: 79, sharingNo: .links)
      var supplies = [Double](repeating: 0, count: 80)
      (supplies[0], supplies[79]) = (Double(set.paths.count), -Double(set.paths.count))
      let flow = try network.minimumCostFlow(
        supplies: supplies,
        capacities: [Double](repeating: 1, count: links)
      )
      #expect(flow?.cost == set.cost)
      #expect(try network.maximumFlow(from: 0, to: 79).value == Double(set.paths.count))
    }
  }
}
