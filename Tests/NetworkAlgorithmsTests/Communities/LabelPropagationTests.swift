import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct LabelPropagationTests {
  @Test func `two triangles take the labels of their first vertices`() throws {
    let network = try Network(
      vertexCount: 6,
      sources: [0, 1, 2, 3, 4, 5, 2],
      targets: [1, 2, 0, 4, 5, 3, 3],
      direction: .undirected
    )
    let found = network.propagatedLabels(maximumRounds: 10)
    #expect(found.isSettled)
    #expect(Set(found.labels[0...2]).count == 1 && Set(found.labels[3...5]).count == 1)
  }

  @Test func `who has no links keeps the label, and two who are linked swap for ever`() throws {
    let pair = try Network(vertexCount: 3, sources: [0], targets: [1], direction: .undirected)
    #expect(pair.propagatedLabels(maximumRounds: 0).labels == [0, 1, 2])
    let odd = pair.propagatedLabels(maximumRounds: 7)
    #expect(odd.labels == [1, 0, 2] && odd.rounds == 7 && !odd.isSettled)
    let none = try Network(vertexCount: 0, sources: [], targets: [])
    #expect(none.propagatedLabels(maximumRounds: 5).isSettled)
  }

  @Test(arguments: UInt64(0)..<150)
  func `each round takes the smallest of the most frequent labels`(seed: UInt64) throws {
    let network = try Network.random(seed: seed)
    var labels = Array(0..<UInt32(network.vertexCount))
    for round in 0..<6 {
      let found = network.propagatedLabels(maximumRounds: round)
      #expect(found.labels == labels)
      var next = labels
      for vertex in labels.indices {
        var counts: [UInt32: Int] = [:]
        for link in network.sources.indices {
          let (source, target) = (Int(network.sources[link]), Int(network.targets[link]))
          if source == vertex { counts[labels[target], default: 0] += 1 }
          if target == vertex { counts[labels[source], default: 0] += 1 }
        }
        let most = counts.values.max()
        next[vertex] = counts.filter { $0.value == most }.keys.min() ?? labels[vertex]
      }
      #expect(found.isSettled == (next == labels))
      labels = next
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `linked pairs of neighbours are what counting all of them gives`(seed: UInt64) throws {
    let network = try Network.random(seed: seed)
    let arcs = Set(network.plainArcs.map { [$0.tail, $0.head] })
    let shares = network.localClusteringLDBC()
    for vertex in 0..<UInt32(network.vertexCount) {
      let around = (0..<UInt32(network.vertexCount)).filter {
        $0 != vertex && (arcs.contains([$0, vertex]) || arcs.contains([vertex, $0]))
      }
      let linked = around.reduce(0) { sum, one in
        sum + around.count { $0 != one && arcs.contains([one, $0]) }
      }
      let pairs = around.count * (around.count - 1)
      let expected = pairs > 0 ? Double(linked) / Double(pairs) : 0
      #expect(abs(shares[Int(vertex)] - expected) < 1e-12)
    }
  }
}
