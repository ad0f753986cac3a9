import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct WidestPathTests {
  @Test func `goes over the widest narrowest link, then the lowest cost`() throws {
    let network = try Network(
      vertexCount: 4,
      sources: [0, 0, 1, 0, 2],
      targets: [3, 1, 3, 2, 3],
      weights: [1, 5, 5, 4, 4]
    )
    let widest = network.widestPath(from: 0, to: 3, widths: [1, 2, 9, 9, 2])
    #expect(widest?.path.links == [3, 4])
    #expect(widest?.path.cost == 8)
    #expect(widest?.width == 2)
  }

  @Test func `is empty and endlessly wide between a vertex and itself`() throws {
    let network = try Network(vertexCount: 1, sources: [0], targets: [0])
    #expect(network.widestPath(from: 0, to: 0, widths: [0])?.width == .infinity)
  }

  @Test func `is nil when the target cannot be reached`() throws {
    let network = try Network(vertexCount: 2, sources: [1], targets: [0])
    #expect(network.widestPath(from: 0, to: 1, widths: [1]) == nil)
  }

  @Test(arguments: UInt64(0)..<150)
  func `is the best of all simple paths`(seed: UInt64) throws {
    let network = try Network.random(
      seed: seed,
      linksPerVertex: 3,
      weight: seed % 3 == 0 ? nil : { Double(Int.random(in: 0...3, using: &$0)) }
    )
    var generator = SeededGenerator(seed: seed)
    let widths = network.sources.map { _ in Double(Int.random(in: -1...2, using: &generator)) }
    for target in 0..<UInt32(network.vertexCount) {
      let widest = network.widestPath(from: 0, to: target, widths: widths)
      let best = network.everySimplePath(from: 0, to: target).map { links in
        (
          width: links.map { widths[Int($0)] }.min() ?? .infinity,
          cost: links.reduce(0) { $0 + network.weight(of: $1) }
        )
      }.max { ($0.width, -$0.cost) < ($1.width, -$1.cost) }
      #expect(widest?.width == best?.width)
      #expect(widest?.path.cost == best?.cost)
      guard let widest else { continue }
      #expect(network.accepts(widest.path, from: 0, to: target))
      #expect(widest.path.links.allSatisfy { widths[Int($0)] >= widest.width })
    }
  }
}
