import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct KShortestWalksTests {
  @Test func `go round where simple paths may not`() throws {
    // 0 ⇄ 1 → 2 has one simple path to 2, and a walk for every round.
    let back = try Network(vertexCount: 3, sources: [0, 1, 1], targets: [1, 0, 2])
    let walks = Array(back.kShortestWalks(from: 0, to: 2).prefix(3))
    #expect(walks.map(\.cost) == [2, 4, 6])
    #expect(walks[1].vertices == [0, 1, 0, 1, 2])
    #expect(back.kShortestPaths(from: 0, to: 2).map(\.cost) == [2])
  }

  @Test func `end where there is no circle, and are none out of reach`() throws {
    let double = try Network(
      vertexCount: 3,
      sources: [0, 0, 1],
      targets: [1, 1, 2],
      weights: [0, 0, 1]
    )
    #expect(double.kShortestWalks(from: 0, to: 2).map(\.links) == [[0, 2], [1, 2]])
    #expect(Array(double.kShortestWalks(from: 2, to: 0)).isEmpty)
    #expect(double.kShortestWalks(from: 1, to: 1).map(\.links) == [[]])
  }

  @Test func `take a loop any number of times, and cost nothing if it does`() throws {
    let loop = try Network(vertexCount: 2, sources: [0, 0], targets: [0, 1], weights: [0, 3])
    let walks = loop.kShortestWalks(from: 0, to: 1).prefix(4)
    #expect(walks.map(\.links) == [[1], [0, 1], [0, 0, 1], [0, 0, 0, 1]])
    #expect(walks.allSatisfy { $0.cost == 3 })
  }

  @Test(arguments: UInt64(0)..<200)
  func `come in order and none is missing`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...5, linksPerVertex: 2) { generator in
      Double(Int.random(in: 1...4, using: &generator)) / 10
    }
    let target = UInt32(network.vertexCount - 1)
    let walks = Array(network.kShortestWalks(from: 0, to: target).prefix(40))
    #expect(Set(walks.map(\.links)).count == walks.count)
    let arcs = network.plainArcs
    for walk in walks {
      #expect(walk.vertices.first == 0 && walk.vertices.last == target)
      for step in walk.links.indices {
        #expect(
          arcs.contains {
            $0.link == walk.links[step] && $0.tail == walk.vertices[step]
              && $0.head == walk.vertices[step + 1]
          }
        )
      }
    }
    let costs = walks.map { walk in
      walk.links.reduce(0) { $0 + Int((network.weight(of: $1) * 10).rounded()) }
    }
    #expect(costs == network.plainWalkCosts(from: 0, to: target, count: 40))
    for (walk, cost) in zip(walks, costs) { #expect(abs(walk.cost - Double(cost) / 10) < 1e-12) }
  }
}

extension Network {
  /// The costs in tenths of the cheapest walks, where every link costs something.
  ///
  /// They come from how many walks there are of each cost to each vertex.
  fileprivate func plainWalkCosts(from source: UInt32, to target: UInt32, count: Int) -> [Int] {
    // A two-way loop can be walked one way only.
    var seen: Set<UInt32> = []
    let arcs = plainArcs.filter { $0.tail != $0.head || seen.insert($0.link).inserted }
    var walks: [[Int]] = []
    var costs: [Int] = []
    for cost in 0..<400 {
      var row = [Int](repeating: 0, count: vertexCount)
      if cost == 0 { row[Int(source)] = 1 }
      for arc in arcs {
        let weight = Int((weight(of: arc.link) * 10).rounded())
        if weight <= cost {
          row[Int(arc.head)] = min(count, row[Int(arc.head)] + walks[cost - weight][Int(arc.tail)])
        }
      }
      walks.append(row)
      costs += [Int](repeating: cost, count: row[Int(target)])
      if costs.count >= count { break }
    }
    return Array(costs.prefix(count))
  }
}
