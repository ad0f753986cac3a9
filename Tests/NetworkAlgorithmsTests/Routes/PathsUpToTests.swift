import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct PathsUpToTests {
  @Test func `begin with the empty path where the source is a target`() throws {
    // networkx issue 6690: and go on to the other targets.
    let network = try Network(vertexCount: 3, sources: [0, 1], targets: [1, 2])
    let paths = network.paths(from: 0, to: [0, 2], upTo: 5)
    #expect(paths.map(\.links) == [[], [0, 1]])
    #expect(network.paths(from: 0, to: [0], upTo: 0).map(\.links) == [[]])
  }

  @Test func `pass one target on the way to another`() throws {
    // networkx issue 6732: a cutoff with several targets.
    let network = try Network(vertexCount: 4, sources: [0, 1, 2], targets: [1, 2, 3])
    #expect(network.paths(from: 0, to: [1, 3], upTo: 3).map(\.links) == [[0], [0, 1, 2]])
    #expect(network.paths(from: 0, to: [1, 3], upTo: 2).map(\.links) == [[0]])
    #expect(network.paths(from: 0, to: [3, 1, 3], upTo: 3).map(\.links) == [[0], [0, 1, 2]])
  }

  @Test func `tell parallel links apart`() throws {
    let network = try Network(
      vertexCount: 3,
      sources: [0, 0, 1, 1],
      targets: [1, 1, 2, 1],
      direction: .undirected
    )
    for order in [PathsUpTo.Order.lexicographic, .fewestFirst] {
      #expect(
        network.paths(from: 0, to: [2], upTo: 2, order: order).map(\.links) == [[0, 2], [1, 2]]
      )
    }
  }

  @Test func `are none without a target, or beyond reach`() throws {
    let network = try Network(vertexCount: 3, sources: [0], targets: [1])
    #expect(Array(network.paths(from: 0, to: [], upTo: 9)).isEmpty)
    #expect(Array(network.paths(from: 0, to: [2], upTo: .max, order: .fewestFirst)).isEmpty)
    #expect(Array(network.paths(from: 0, to: [1], upTo: 0, order: .fewestFirst)).isEmpty)
  }

  @Test func `end early when the budget is used up, and say so`() throws {
    let network = try Network.grid(side: 5)
    var paths = network.paths(from: 0, to: [24], upTo: 30, maximumWork: 100).makeIterator()
    var count = 0
    while paths.next() != nil { count += 1 }
    #expect(paths.stoppedEarly)
    #expect(paths.work == 100)
    #expect(count > 0)
    #expect(paths.next() == nil)
  }

  @Test func `are the 8512 simple paths across a grid`() throws {
    let network = try Network.grid(side: 5)
    #expect(Array(network.paths(from: 0, to: [24], upTo: 100)).count == 8512)
  }

  @Test(arguments: UInt64(0)..<200)
  func `are all simple paths of at most so many links, in the stated order`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, linksPerVertex: 3)
    let count = UInt32(network.vertexCount)
    let targets = [count - 1, count / 2, seed % 3 == 0 ? 0 : count - 1]
    let longest = Int(seed % 5)
    let expected = Set(targets).flatMap { network.everySimplePath(from: 0, to: $0) }
      .filter { $0.count <= longest }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let paths = network.paths(from: 0, to: targets, upTo: longest)
    #expect(paths.map(\.links) == expected)
    let byLength = network.paths(from: 0, to: targets, upTo: longest, order: .fewestFirst)
    #expect(
      byLength.map(\.links)
        == expected.sorted {
          $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
        }
    )
    for path in byLength {
      let end = path.vertices[path.vertices.count - 1]
      #expect(targets.contains(end))
      #expect(network.accepts(path, from: 0, to: end))
    }
  }
}
