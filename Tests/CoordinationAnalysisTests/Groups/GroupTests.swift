import AssistanceModel
import CoordinationAnalysis
import GraphCore
import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct GroupTests {
  /// Three agencies around a hub, a fourth behind another, a pair apart, and one alone.
  private func example() throws -> AssistanceGraph {
    try assistance {
      nodes(["a", "b", "c", "d", "hub", "x", "p", "q", "alone"])
      partners("a", "hub")
      partners("b", "hub")
      partners("hub", "x", .thematic)
      partners("x", "d")
      partners("c", "hub")
      partners("p", "q")
    }
  }

  @Test func `the smallest network tells who connects, why, and its links outwards`() throws {
    let group = try CoordinationNetwork(example()).connecting(["d", "a", "b", "a"])
    #expect(group.asked == ["d", "a", "b"])
    #expect(group.ending == .proven && group.cost == 4)
    #expect(group.steps.map { "\($0.from)-\($0.to)" } == ["d-x", "x-hub", "hub-a", "hub-b"])
    #expect(group.steps.map(\.evidence) == [.documented, .declared, .documented, .documented])
    #expect(group.steps.allSatisfy { !$0.witnesses.isEmpty })
    #expect(group.connectors.map(\.actor) == ["hub", "x"])
    #expect(group.connectors.map(\.loss) == [.partsThem, .partsThem])
    #expect(Set(group.connectors[0].joins) == [["a"], ["b"], ["d"]])
    #expect(Set(group.connectors[1].joins) == [["d"], ["a", "b"]])
  }

  @Test func `a connector that can be replaced is told from one that cannot`() throws {
    let graph = try assistance {
      nodes(["a", "b", "x", "y", "z"])
      partners("a", "x")
      partners("x", "b")
      partners("a", "y")
      partners("y", "b")
    }
    let group = try CoordinationNetwork(graph).connecting(["a", "b"])
    #expect(group.connectors.map(\.loss) == [.replaceable])
    let longer = try assistance {
      nodes(["a", "b", "x", "y", "z"])
      partners("a", "x")
      partners("x", "b")
      partners("a", "y")
      partners("y", "z")
      partners("z", "b")
    }
    let short = try CoordinationNetwork(longer).connecting(["a", "b"])
    #expect(short.connectors.map(\.loss) == [.costsMore(1)])
  }

  @Test func `what nothing connects is told part by part, with what would open it`() throws {
    let group = try CoordinationNetwork(example()).connecting(["a", "p", "q"])
    #expect(group.ending == .apart([["a"], ["p", "q"]]))
    #expect(group.steps.isEmpty && !group.isConnected && group.openedBy.isEmpty)
    let strict = try CoordinationNetwork(example()) { $0.evidence = [.documented] }
    let parted = try strict.connecting(["a", "d"])
    #expect(parted.ending == .apart([["a"], ["d"]]))
    #expect(parted.openedBy == [.evidence])
  }

  @Test func `a network of one actor, or of somebody who is not in it, is refused`() throws {
    let network = try CoordinationNetwork(example()) { $0.avoiding = ["b"] }
    #expect(throws: GroupError.tooFew) { try network.connecting(["a", "a"]) }
    #expect(throws: GroupError.notInNetwork("b")) { try network.connecting(["a", "b"]) }
  }

  @Test func `the fewest who reach all are told with whom they reach alone`() throws {
    let group = try CoordinationNetwork(example()).reachingAll()
    #expect(group.ending == .proven && group.members.count == 3)
    #expect(group.members.map(\.actor) == ["hub", "x", "p"] || group.members.count == 3)
    #expect(group.unlinked == ["alone"] && group.unreached.isEmpty && group.partCount == 2)
    let hub = try #require(group.members.first { $0.actor == "hub" })
    #expect(hub.isInEvery == true && hub.reachesAlone.contains("a"))
    #expect(hub.steps.count == 4)
    var options = ReachOptions()
    options.among = ["hub", "p"]
    let few = try CoordinationNetwork(example()).reachingAll(options)
    #expect(few.members.map(\.actor) == ["hub", "p"] && few.unreached == ["d"])
    #expect(few.candidateCount == 2)
    (options.among, options.isConnected) = (nil, true)
    let joined = try CoordinationNetwork(example()).reachingAll(options)
    #expect(joined.members.map(\.actor).contains("x") && joined.members.count == 3)
    options.times = 2
    let twice = try CoordinationNetwork(example()).reachingAll(options)
    #expect(twice.ending == .proven)
  }

  @Test(arguments: UInt64(0)..<150)
  func `every actor with links is in a group, in reach of it, or told apart`(seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let evidence = seed % 2 == 0 ? Set(EvidenceClass.allCases) : [.documented, .declared]
    let network = try CoordinationNetwork(random.graph) { $0.evidence = evidence }
    let reach = network.reachingAll()
    let reached = Set(reach.members.flatMap(\.reaches) + reach.members.map(\.actor))
    #expect(reached.union(reach.unlinked) == Set(network.actors))
    #expect(reach.unreached.isEmpty)
    for member in reach.members {
      #expect(Set(member.steps.map(\.to)).isSuperset(of: member.reaches))
      #expect(member.steps.allSatisfy { $0.from == member.actor && !$0.witnesses.isEmpty })
    }
    let report = network.communities()
    let members = report.communities.flatMap(\.members)
    #expect(Set(members).count == members.count)
    #expect(Set(members).union(report.unlinked) == Set(network.actors))
    #expect(
      report.communities.map(\.members.count)
        == report.communities.map(\.members.count).sorted(by: >)
    )
    let inside = report.communities.reduce(0) { $0 + $1.linksInside.values.reduce(0, +) }
    let out = report.communities.reduce(0) { $0 + $1.linksOut }
    #expect(out % 2 == 0)
    #expect(inside + out / 2 == network.network.withoutParallelLinks().linkCount)
    #expect(report.ties.reduce(0) { $0 + $1.linksOut } == out)
  }

  @Test func `groups tell their links, and who ties them together`() throws {
    let graph = try assistance {
      nodes(["a", "b", "c", "d", "e", "f", "alone"])
      partners("a", "b")
      partners("b", "c")
      partners("c", "a")
      partners("d", "e", .thematic)
      partners("e", "f")
      partners("f", "d")
      partners("c", "d")
    }
    let report = try CoordinationNetwork(graph).communities()
    #expect(report.communities.map { Set($0.members) } == [["a", "b", "c"], ["d", "e", "f"]])
    #expect(report.communities[1].linksInside == [.documented: 2, .declared: 1])
    #expect(report.communities[0].linksTo == [1: 1])
    #expect(report.ties.map(\.actor) == ["c", "d"] && report.ties[0].linksInside == 2)
    #expect(report.unlinked == ["alone"] && report.runs == 10)
    #expect(abs(try #require(report.modularity) - (6.0 / 7 - 0.5)) < 1e-12)
    let none = try CoordinationNetwork(graph) { $0.kinds = [] }.communities()
    #expect(none.communities.isEmpty && none.modularity == nil && none.unlinked.count == 7)
  }
}
