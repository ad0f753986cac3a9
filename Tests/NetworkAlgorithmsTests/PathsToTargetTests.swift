import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct PathsToTargetTests {
  @Test(arguments: UInt64(0)..<200)
  func `from every vertex there is the first path of an enumeration`(_ seed: UInt64) throws {
    let weighted: [Double] = [0, 0.1, 0.2, 0.3, 1, 2.5]
    let network = try Network.random(
      seed: seed,
      weight: seed % 3 == 0 ? nil : { weighted[Int.random(in: 0..<6, using: &$0)] }
    )
    for target in 0..<UInt32(network.vertexCount) {
      let paths = network.paths(to: target)
      for source in 0..<UInt32(network.vertexCount) {
        let first = network.kShortestPaths(from: source, to: target).first { _ in true }
        #expect(paths.path(from: source) == first)
      }
    }
  }

  @Test func `weights too far apart for one grid are summed as they are`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 1],
      targets: [1, 2],
      weights: [0x1p200, 0x1p-200],
      direction: .directed
    )
    let path = network.paths(to: 2).path(from: 1)
    #expect(path?.cost == 0x1p-200)
    #expect(path == network.kShortestPaths(from: 1, to: 2).first { _ in true })
  }

  @Test func `a vertex that cannot reach the target has no path, and the target an empty one`()
    throws
  {
    let network = try Network(vertexCount: 2, sources: [0], targets: [1])
    let paths = network.paths(to: 0)
    #expect(paths.path(from: 1) == nil)
    #expect(paths.path(from: 0)?.links == [])
  }

  @Test func `a vertex outside the network is a bug`() async throws {
    await #expect(processExitsWith: .failure) {
      let network = try Network(vertexCount: 1, sources: [], targets: [])
      _ = network.paths(to: 1)
    }
  }
}
