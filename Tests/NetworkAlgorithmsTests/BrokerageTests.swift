import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct BrokerageTests {
  /// A broker 1 on 0 → 1 → 2.
  private func chain(_ groups: [UInt32], _ direction: Network.Direction = .directed) throws
    -> Network.Brokerage
  {
    try Network(vertexCount: 3, sources: [0, 1], targets: [1, 2], direction: direction)
      .brokerage(groups: groups)
  }

  @Test func `the groups of the three decide the role`() throws {
    #expect(try chain([7, 7, 7]).coordinator == [0, 1, 0])
    #expect(try chain([1, 7, 7]).gatekeeper == [0, 1, 0])
    #expect(try chain([7, 7, 1]).representative == [0, 1, 0])
    #expect(try chain([1, 7, 1]).consultant == [0, 1, 0])
    #expect(try chain([1, 7, 2]).liaison == [0, 1, 0])
    for groups: [UInt32] in [[7, 7, 7], [1, 7, 7], [7, 7, 1], [1, 7, 1], [1, 7, 2]] {
      #expect(try chain(groups).total == [0, 1, 0])
    }
  }

  @Test func `an undirected triad counts each way, and gatekeepers also represent`() throws {
    let roles = try chain([1, 7, 7], .undirected)
    #expect(roles.gatekeeper == [0, 1, 0])
    #expect(roles.representative == [0, 1, 0])
    #expect(try chain([7, 7, 7], .undirected).coordinator == [0, 2, 0])
  }

  @Test func `who is linked anyway needs no broker`() throws {
    let closed = try Network(
      vertexCount: 3,
      sources: [0, 1, 0, 1, 1],
      targets: [1, 2, 2, 1, 2],
      direction: .directed
    )
    #expect(closed.brokerage(groups: [1, 2, 3]).total == [0, 0, 0])
    let back = try Network(
      vertexCount: 3,
      sources: [0, 1, 2],
      targets: [1, 2, 0],
      direction: .directed
    )
    #expect(back.brokerage(groups: [1, 2, 3]).liaison == [1, 1, 1])
  }

  @Test(arguments: 0..<200)
  func `counts agree with trying every three vertices`(seed: UInt64) throws {
    let network = try Network.random(seed: seed)
    let count = network.vertexCount
    var generator = SeededGenerator(seed: seed + 1_000)
    let groups = (0..<count).map { _ in UInt32.random(in: 0...2, using: &generator) }
    var expected = [[Int]](repeating: [Int](repeating: 0, count: count), count: 5)
    let arcs = Set(network.plainArcs.map { [$0.tail, $0.head] })
    for first in 0..<UInt32(count) {
      for broker in 0..<UInt32(count) where broker != first && arcs.contains([first, broker]) {
        for last in 0..<UInt32(count)
        where last != first && last != broker && arcs.contains([broker, last])
          && !arcs.contains([first, last])
        {
          let (a, b, c) = (groups[Int(first)], groups[Int(broker)], groups[Int(last)])
          let role = a == b && b == c ? 0 : b == c ? 1 : a == b ? 2 : a == c ? 3 : 4
          expected[role][Int(broker)] += 1
        }
      }
    }
    let found = network.brokerage(groups: groups)
    #expect(
      [
        found.coordinator, found.gatekeeper, found.representative, found.consultant, found.liaison,
      ] == expected
    )
  }

  @Test func `who is cut off is counted without the largest part that is left`() throws {
    // A triangle 0 1 2, and on 2 a chain 3 4.
    let network = try Network(
      vertexCount: 6,
      sources: [0, 1, 2, 2, 3],
      targets: [1, 2, 0, 3, 4],
      direction: .directed
    )
    #expect(network.cutOffCounts() == [0, 0, 2, 1, 0, 0])
  }

  @Test(arguments: 0..<200)
  func `who is cut off agrees with taking each vertex out`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...9, linksPerVertex: 1)
    let whole = network.plainComponents()
    let expected = (0..<UInt32(network.vertexCount)).map { gone in
      let left = network.plainComponents(withoutVertex: gone)
      var sizes: [UInt32: Int] = [:]
      for vertex in whole.indices where vertex != gone && whole[vertex] == whole[Int(gone)] {
        sizes[left[vertex], default: 0] += 1
      }
      return sizes.values.reduce(0, +) - (sizes.values.max() ?? 0)
    }
    #expect(network.cutOffCounts() == expected)
    let points = Set(network.articulationPoints())
    #expect(expected.indices.allSatisfy { (expected[$0] > 0) == points.contains(UInt32($0)) })
  }
}
