import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct ConnectedComponentsTests {
  @Test func `are none in an empty network`() throws {
    let parts = try Network(vertexCount: 0, sources: [], targets: []).connectedComponents()
    #expect(parts.count == 0)
    #expect(parts.components.isEmpty)
  }

  @Test func `are numbered by their lowest vertex, direction ignored`() throws {
    let network = try Network(
      vertexCount: 6,
      sources: [5, 4, 2, 2, 3],
      targets: [1, 1, 0, 0, 3]
    )
    let parts = network.connectedComponents()
    #expect(parts.components == [0, 1, 0, 2, 1, 1])
    #expect(parts.sizes == [2, 3, 1])
    #expect(parts.vertices() == [[0, 2], [1, 4, 5], [3]])
  }

  @Test func `are found where the arcs that are walked first only lead to one another`() throws {
    // Two pairs with a loop each, joined by the third arc of one of them alone.
    let network = try Network(
      vertexCount: 5,
      sources: [0, 2, 0, 2, 1],
      targets: [1, 3, 1, 3, 2],
      direction: .undirected
    )
    #expect(network.connectedComponents().components == [0, 0, 0, 0, 1])
  }

  @Test(arguments: UInt64(0)..<100)
  func `are what spreading along links gives`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...40, linksPerVertex: 1)
    let parts = network.connectedComponents()
    let lowest = network.plainComponents()
    let roots = Set(lowest).sorted()
    #expect(parts.components == lowest.map { UInt32(roots.firstIndex(of: $0) ?? -1) })
    #expect(parts.sizes == roots.map { root in lowest.count { $0 == root } })
    #expect(parts.count == roots.count)
    #expect(network.ignoringDirection().connectedComponents() == parts)
  }
}
