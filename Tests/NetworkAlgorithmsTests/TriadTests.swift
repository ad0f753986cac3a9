import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct TriadTests {
  @Test func `tells the ways of three vertices apart`() throws {
    let ways: [(String, [(UInt32, UInt32)])] = [
      ("003", []), ("012", [(0, 1)]), ("102", [(0, 1), (1, 0)]), ("021D", [(0, 1), (0, 2)]),
      ("021U", [(1, 0), (2, 0)]), ("021C", [(0, 1), (1, 2)]),
      ("111D", [(0, 1), (1, 0), (2, 0)]), ("111U", [(0, 1), (1, 0), (0, 2)]),
      ("030T", [(0, 1), (0, 2), (1, 2)]), ("030C", [(0, 1), (1, 2), (2, 0)]),
      ("201", [(0, 1), (1, 0), (0, 2), (2, 0)]),
      ("120D", [(0, 1), (0, 2), (1, 2), (2, 1)]), ("120U", [(1, 0), (2, 0), (1, 2), (2, 1)]),
      ("120C", [(0, 1), (2, 0), (1, 2), (2, 1)]),
      ("210", [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2)]),
      ("300", [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)]),
    ]
    for (name, links) in ways {
      // Loops and parallel links make no difference.
      let more = links + links.prefix(1) + [(1, 1)]
      let network = try Network(
        vertexCount: 3,
        sources: more.map(\.0),
        targets: more.map(\.1)
      )
      let census = network.triadCensus()
      #expect(
        TriadCensus.Kind.allCases.filter { census.count(of: $0) > 0 }.map(\.rawValue) == [name]
      )
      #expect(census.total == 1)
    }
    #expect(ways.map(\.0) == TriadCensus.Kind.allCases.map(\.rawValue).sortedAs(ways.map(\.0)))
    let pair = try Network(vertexCount: 2, sources: [0], targets: [1])
    #expect(pair.triadCensus().total == 0)
  }

  @Test(arguments: UInt64(0)..<150)
  func `counts every three vertices once`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...9, linksPerVertex: 3)
    let count = network.vertexCount
    var ties: Set<[Int]> = []
    for arc in network.plainArcs where arc.tail != arc.head {
      ties.insert([Int(arc.tail), Int(arc.head)])
    }
    // A triad's kind does not depend on names: the sizes and directions of its ties decide.
    func signature(_ members: [Int]) -> [Int] {
      let degrees = members.map { vertex in
        members.reduce(0) { sum, other in
          guard other != vertex else { return sum }
          let out = ties.contains([vertex, other])
          let back = ties.contains([other, vertex])
          return sum + (out && back ? 1 : out ? 10 : back ? 100 : 0)
        }
      }
      return degrees.sorted()
    }
    let kinds: [[Int]: TriadCensus.Kind] = [
      [0, 0, 0]: .none, [0, 10, 100]: .oneWay, [0, 1, 1]: .mutual, [20, 100, 100]: .down,
      [10, 10, 200]: .up, [10, 100, 110]: .chain, [1, 10, 101]: .mutualDown,
      [1, 11, 100]: .mutualUp, [20, 110, 200]: .transitive, [110, 110, 110]: .circle,
      [1, 1, 2]: .twoMutual, [20, 101, 101]: .mutualWithDown, [11, 11, 200]: .mutualWithUp,
      [11, 101, 110]: .mutualWithChain, [2, 11, 101]: .allButOne, [2, 2, 2]: .complete,
    ]
    var expected: [TriadCensus.Kind: Int] = [:]
    for first in 0..<count {
      for second in 0..<first {
        for third in 0..<second {
          let kind = try #require(kinds[signature([first, second, third])])
          expected[kind, default: 0] += 1
        }
      }
    }
    let census = network.triadCensus()
    for kind in TriadCensus.Kind.allCases {
      #expect(census.count(of: kind) == expected[kind, default: 0])
    }
  }

  @Test func `differs between the two conventions of clustering where links are returned`() throws {
    // A neighbour that returns the link counts twice for Fagiolo, once for LDBC.
    let network = try Network(
      vertexCount: 3,
      sources: [0, 1, 1, 2],
      targets: [1, 0, 2, 0]
    )
    let (fagiolo, ldbc) = (network.localClusteringFagiolo(), network.localClusteringLDBC())
    #expect(fagiolo[0] == 2.0 / 4)
    #expect(ldbc[0] == 1.0 / 2)
    #expect(fagiolo[2] == 1)
    #expect(ldbc[2] == 1)
  }

  @Test(arguments: UInt64(0)..<150)
  func `has the clustering that the definitions give`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...9, linksPerVertex: 3)
    let count = network.vertexCount
    var ties = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for arc in network.plainArcs where arc.tail != arc.head {
      ties[Int(arc.tail)][Int(arc.head)] = 1
    }
    func both(_ first: Int, _ second: Int) -> Double { ties[first][second] + ties[second][first] }
    let (fagiolo, ldbc) = (network.localClusteringFagiolo(), network.localClusteringLDBC())
    for vertex in 0..<count {
      var (cube, total, returned) = (0.0, 0.0, 0.0)
      for first in 0..<count {
        total += both(vertex, first)
        returned += ties[vertex][first] * ties[first][vertex]
        for second in 0..<count {
          cube += both(vertex, first) * both(first, second) * both(second, vertex)
        }
      }
      let possible = 2 * (total * (total - 1) - 2 * returned)
      #expect(abs(fagiolo[vertex] - (possible > 0 ? cube / possible : 0)) < 1e-12)
      let near = (0..<count).filter { both(vertex, $0) > 0 }
      let links = near.reduce(0.0) { sum, first in sum + near.reduce(0) { $0 + ties[first][$1] } }
      let pairs = Double(near.count * (near.count - 1))
      #expect(abs(ldbc[vertex] - (pairs > 0 ? links / pairs : 0)) < 1e-12)
    }
  }
}

extension [String] {
  /// The same words in the order of another list.
  fileprivate func sortedAs(_ order: [String]) -> [String] {
    order.filter(contains)
  }
}
