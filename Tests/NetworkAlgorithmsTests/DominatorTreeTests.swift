import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct DominatorTreeTests {
  @Test func `name who is on every path, in order`() throws {
    // 0 → 1 → {2, 3} → 4 → 5
    let diamond = try Network(
      vertexCount: 7,
      sources: [0, 1, 1, 2, 3, 4],
      targets: [1, 2, 3, 4, 4, 5]
    )
    let tree = diamond.dominators(from: [0])
    #expect(tree.dominators(of: 5) == [0, 1, 4, 5])
    #expect(tree.immediateDominator(of: 4) == 1)
    #expect(tree.immediateDominator(of: 0) == nil)
    #expect(tree.dominators(of: 6).isEmpty)
    #expect(!tree.reaches(6) && tree.reaches(0))
    let back = diamond.reversed().dominators(from: [5])
    #expect(back.dominators(of: 0) == [5, 4, 1, 0])
  }

  @Test func `share nothing where paths from two sources meet`() throws {
    let meeting = try Network(vertexCount: 4, sources: [0, 1, 2], targets: [2, 2, 3])
    let tree = meeting.dominators(from: [0, 1])
    #expect(tree.dominators(of: 3) == [2, 3])
    #expect(meeting.dominators(from: [0]).dominators(of: 3) == [0, 2, 3])
    #expect(meeting.dominators(from: []).reaches(0) == false)
    let empty = try Network(vertexCount: 0, sources: [], targets: [])
    #expect(empty.dominators(from: []).sources.isEmpty)
  }

  @Test func `are found on a path of a million vertices`() throws {
    let count = 1_000_000
    let path = try Network(
      vertexCount: count,
      sources: Array(0..<UInt32(count - 1)),
      targets: Array(1..<UInt32(count))
    )
    #expect(path.dominators(from: [0]).dominators(of: UInt32(count - 1)).count == count)
  }

  @Test(arguments: UInt64(0)..<300)
  func `are those without whom there is no way`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 1...9, linksPerVertex: 2)
    let sources = (0..<UInt32(network.vertexCount)).filter { $0 == 0 || $0 % 4 == seed % 4 }
    let tree = network.dominators(from: sources)
    let reversed = network.reversed().dominators(from: [0])
    for vertex in 0..<UInt32(network.vertexCount) {
      let isReached = sources.contains { network.plainReaches(vertex, from: $0) }
      #expect(tree.reaches(vertex) == isReached)
      let expected = (0..<UInt32(network.vertexCount)).filter { lost in
        isReached
          && (lost == vertex
            || !sources.contains {
              $0 != lost && network.plainReaches(vertex, from: $0, withoutVertices: [lost])
            })
      }
      let chain = tree.dominators(of: vertex)
      #expect(chain.sorted() == expected)
      #expect(chain.isEmpty || chain.last == vertex)
      // Each of them is on every path to the next.
      for (before, after) in zip(chain, chain.dropFirst()) {
        #expect(tree.dominators(of: after).contains(before))
      }
      let after = reversed.dominators(of: vertex)
      #expect(after.isEmpty == !network.plainReaches(0, from: vertex))
    }
  }
}
