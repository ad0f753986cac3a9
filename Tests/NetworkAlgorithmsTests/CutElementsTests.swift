import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct CutElementsTests {
  @Test func `are none in a network without links`() throws {
    for count in 0...1 {
      let cuts = try Network(vertexCount: count, sources: [], targets: []).cutElements()
      #expect(cuts.bridges.isEmpty)
      #expect(cuts.articulationPoints.isEmpty)
    }
  }

  @Test func `count a link as a bridge but none of two parallel ones`() throws {
    let single = try Network(vertexCount: 2, sources: [0], targets: [1], direction: .undirected)
    #expect(single.bridges() == [0])
    let double = try Network(
      vertexCount: 3,
      sources: [0, 1, 1],
      targets: [1, 0, 2],
      direction: .undirected
    )
    #expect(double.bridges() == [2])
    #expect(double.articulationPoints() == [1])
  }

  @Test func `count neither of two opposite arcs as a bridge`() throws {
    let network = try Network(vertexCount: 2, sources: [0, 1], targets: [1, 0])
    #expect(network.bridges().isEmpty)
  }

  @Test func `ignore the direction of links`() throws {
    let network = try Network(vertexCount: 3, sources: [0, 2], targets: [1, 1])
    #expect(network.bridges() == [0, 1])
    #expect(network.articulationPoints() == [1])
  }

  @Test func `are not made by loops`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 0, 1, 1],
      targets: [0, 1, 1, 1],
      direction: .undirected
    )
    #expect(network.bridges() == [1])
    #expect(network.articulationPoints().isEmpty)
  }

  @Test func `are found on a path of a million vertices`() throws {
    let count = 1_000_000
    let network = try Network(
      vertexCount: count,
      sources: Array(0..<UInt32(count - 1)),
      targets: Array(1..<UInt32(count)),
      direction: .undirected
    )
    let cuts = network.cutElements()
    #expect(cuts.bridges.count == count - 1)
    #expect(cuts.articulationPoints.count == count - 2)
  }

  @Test(arguments: UInt64(0)..<100)
  func `are what taking things out shows`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...12, linksPerVertex: 2)
    let whole = Set(network.plainComponents()).count
    let cuts = network.cutElements()
    #expect(
      cuts.bridges
        == network.sources.indices
        .filter { Set(network.plainComponents(withoutLink: $0)).count > whole }.map(UInt32.init)
    )
    // Without its links a vertex still stands alone: it adds one component, which does not count.
    #expect(
      cuts.articulationPoints
        == (0..<UInt32(network.vertexCount)).filter { vertex in
          Set(network.plainComponents(withoutVertex: vertex)).count - 1 > whole
        }
    )
    #expect(network.bridges() == cuts.bridges)
    #expect(network.articulationPoints() == cuts.articulationPoints)
  }
}
