import CoordinationAnalysis
import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct DominatingSetTests {
  private func undirected(_ count: Int, _ links: [[UInt32]]) throws -> Network {
    try Network(
      vertexCount: count,
      sources: links.map { $0[0] },
      targets: links.map { $0[1] },
      direction: .undirected
    )
  }

  private func question(_ change: (inout DominatingQuestion) -> Void) -> DominatingQuestion {
    var question = DominatingQuestion()
    change(&question)
    return question
  }

  @Test func `who has many neighbours that nobody else reaches is taken`() throws {
    // Two hubs with six leaves each, and a link between them.
    let leaves: [[UInt32]] = (2..<8).flatMap { leaf in [[0, leaf], [1, leaf + 6]] }
    let links = leaves + [[0, 1]]
    let found = try undirected(14, links).dominatingSet()
    #expect(found.members == [0, 1] && found.bound == 2 && found.ending == .proven)
  }

  @Test func `nothing, and vertices without links, are reached as asked`() throws {
    let none = try undirected(0, []).dominatingSet()
    #expect(none.members.isEmpty && none.ending == .proven)
    let loop = try undirected(2, [[0, 0]])
    #expect(loop.dominatingSet().members == [0, 1])
    #expect(loop.dominatingSet(question { $0.leavesOutUnlinked = true }).members.isEmpty)
    #expect(loop.dominatingSet(question { $0.times = 2 }).members == [0, 1])
  }

  @Test func `who no candidate reaches is told, and costs nothing`() throws {
    // 0 – 1 – 2 – 3, and only 0 and 2 may be taken; twice, nobody but 1 can be reached.
    let path = try undirected(4, [[0, 1], [1, 2], [2, 3]])
    let candidates = [true, false, true, false]
    #expect(path.dominatingSet(question { $0.candidates = candidates }).members == [0, 2])
    let twice = path.dominatingSet(
      question {
        $0.candidates = candidates
        $0.times = 2
      }
    )
    #expect(twice.members == [0, 2] && twice.unreached == [3])
    let end = path.dominatingSet(question { $0.candidates = [true, false, false, false] })
    #expect(end.members == [0] && end.unreached == [2, 3])
  }

  @Test func `a connected set takes who lies between, or says that nobody may`() throws {
    // A path of seven: three apart, or the five between its ends.
    let path = try undirected(7, (0..<6).map { [$0, $0 + 1] })
    #expect(path.dominatingSet().members.count == 3)
    let connected = path.dominatingSet(question { $0.isConnected = true })
    #expect(connected.members == [1, 2, 3, 4, 5] && connected.ending == .proven)
    let parted = path.dominatingSet(
      question {
        $0.isConnected = true
        $0.candidates = [true, true, true, false, true, true, true]
      }
    )
    #expect(parted.ending == .unconnectable && parted.members.isEmpty)
    // Each part of a network has a set of its own.
    let two = try undirected(6, [[0, 1], [1, 2], [3, 4], [4, 5]])
    #expect(two.dominatingSet(question { $0.isConnected = true }).members == [1, 4])
  }

  @Test func `direction tells who reaches whom`() throws {
    let star = try Network(vertexCount: 4, sources: [0, 0, 0], targets: [1, 2, 3])
    #expect(star.dominatingSet().members == [0])
    #expect(star.reversed().dominatingSet().members == [1, 2, 3])
  }

  @Test func `members that every smallest set has are told from others`() throws {
    // A star whose hub is in every one, and a pair of which either end will do.
    let network = try undirected(6, [[0, 1], [0, 2], [0, 3], [4, 5]])
    let found = network.dominatingSet(question { $0.findsIrreplaceable = true })
    #expect(found.members.count == 2 && found.members.first == 0)
    #expect(found.irreplaceable == [true, false])
  }

  @Test(arguments: UInt64(0)..<150)
  func `sets are as small as trying all of them finds`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...8, using: &random)
    let links = (0..<Int.random(in: 0...14, using: &random)).map { _ in
      [
        UInt32.random(in: 0..<UInt32(count), using: &random),
        UInt32.random(in: 0..<UInt32(count), using: &random),
      ]
    }
    let network = try Network(
      vertexCount: count,
      sources: links.map { $0[0] },
      targets: links.map { $0[1] },
      direction: seed % 3 == 0 ? .directed : .undirected
    )
    for isConnected in [false, true] {
      for times in 1...2 {
        let question = question {
          $0.isConnected = isConnected
          $0.times = times
          $0.leavesOutUnlinked = seed % 2 == 0
          $0.findsIrreplaceable = true
          if seed % 5 < 2 { $0.candidates = (0..<count).map { ($0 + Int(seed)) % 4 != 0 } }
        }
        try expectSmallest(network, question, "\(isConnected) \(times)")
      }
    }
  }

  /// Compares with every set there is.
  private func expectSmallest(_ network: Network, _ question: DominatingQuestion, _ label: Comment)
    throws
  {
    let count = network.vertexCount
    var from = [Set<Int>](repeating: [], count: count)
    var around = from
    for vertex in 0..<count {
      for arc in network.arcs(from: UInt32(vertex)) where Int(arc.head) != vertex {
        from[Int(arc.head)].insert(vertex)
        around[Int(arc.head)].insert(vertex)
        around[vertex].insert(Int(arc.head))
      }
    }
    let linked = Set((0..<count).filter { !question.leavesOutUnlinked || !around[$0].isEmpty })
    let candidates = linked.filter { question.candidates?[$0] != false }
    let reachable = linked.filter {
      candidates.contains($0) || from[$0].intersection(candidates).count >= question.times
    }
    let parts = network.connectedComponents().components
    func isGood(_ set: Set<Int>) -> Bool {
      guard set.isSubset(of: candidates),
        reachable.allSatisfy({
          set.contains($0) || from[$0].intersection(set).count >= question.times
        })
      else { return false }
      guard question.isConnected else { return true }
      return Set(set.map { parts[$0] }).allSatisfy { part in
        let own = set.filter { parts[$0] == part }
        var seen = Set(own.prefix(1))
        while true {
          let more = seen.reduce(into: seen) { $0.formUnion(around[$1].intersection(own)) }
          if more == seen { return seen == own }
          seen = more
        }
      }
    }
    let sets = (0..<1 << count).map { bits in Set((0..<count).filter { bits >> $0 & 1 == 1 }) }
    let good = sets.filter(isGood)
    let found = network.dominatingSet(question)
    #expect(Set(found.unreached.map { Int($0) }) == linked.subtracting(reachable), label)
    guard let least = good.map(\.count).min() else {
      #expect(found.ending == .unconnectable, label)
      return
    }
    #expect(found.ending == .proven && found.bound == least, label)
    #expect(found.members.count == least, label)
    #expect(isGood(Set(found.members.map { Int($0) })), label)
    let smallest = good.filter { $0.count == least }
    let always = found.members.map { member in smallest.allSatisfy { $0.contains(Int(member)) } }
    #expect(found.irreplaceable == always, label)
    #expect(network.dominatingSet(question) == found, label)
  }

  private struct AtlasGraph: Decodable {
    var n: Int
    var edges: [[UInt32]]
    var domination: Int
    var two_domination: Int
  }

  @Test(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
  func `the graphs of the atlas have the numbers that brute force finds`() throws {
    let lines = try Oracles.lines(of: "generated/atlas_expected.jsonl")
    for line in lines {
      let graph = try JSONDecoder().decode(AtlasGraph.self, from: Data(line.utf8))
      let network = try undirected(graph.n, graph.edges)
      let once = network.dominatingSet()
      #expect(once.members.count == graph.domination && once.ending == .proven)
      let twice = network.dominatingSet(question { $0.times = 2 })
      #expect(twice.members.count == graph.two_domination && twice.ending == .proven)
    }
    print("checked \(lines.count) graphs of the atlas for dominating sets")
    #expect(!lines.isEmpty)
  }
}
