import AssistanceModel
import CoordinationAnalysis
import GraphCore
import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct BrokerTests {
  /// Two agencies, a broker that is an NGO, and a State on each side; one actor by itself.
  private func example() throws -> AssistanceGraph {
    try assistance {
      for (id, kind) in [("a", "agency"), ("b", "ngo"), ("c", "agency"), ("d", "state")] {
        node(NodeID(id), .actor, ["subkind": .text(kind)])
      }
      nodes(["e"])
      partners("a", "b")
      partners("b", "c", .thematic)
      partners("c", "d")
    }
  }

  @Test func `brokers are told by how much lies between others`() throws {
    let report = try CoordinationNetwork(example()).brokers()
    #expect(report.brokers.map(\.actor) == ["b", "c", "a", "d"])
    #expect(report.unlinked == ["e"])
    // Two of the six pairs of other actors are linked by shortest paths over each.
    #expect(report.brokers.map(\.betweenness) == [2.0 / 6, 2.0 / 6, 0, 0])
    #expect(report.brokers.map(\.cutsOff) == [1, 1, 0, 0])
    #expect(report.brokers.map { report.rank(of: $0) } == [1, 1, 3, 3])
    #expect(report.tied(with: report.brokers[0]) == 2)
    #expect(report.partCount == 1 && report.largestPart == 4)
    #expect(report.bridges.count == 3)
    #expect(report.method == .exact)
    #expect(report.brokers[0].linkCounts == [.documented: 1, .declared: 1])
    #expect(report.brokers[0].group == "ngo")
  }

  @Test func `roles follow the groups of the three`() throws {
    let report = try CoordinationNetwork(example()).brokers()
    let roles = Dictionary(uniqueKeysWithValues: report.brokers.map { ($0.actor, $0.roles) })
    // Over b two agencies, either way; over c an NGO and a State.
    #expect(roles["b"]?.consultant == 2 && roles["b"]?.total == 2)
    #expect(roles["c"]?.liaison == 2 && roles["c"]?.total == 2)
    #expect(roles["a"]?.total == 0)
    var options = BrokerOptions()
    options.groupedBy = "nothing"
    let alike = try CoordinationNetwork(example()).brokers(options)
    #expect(alike.brokers.first?.roles.coordinator == 2)
  }

  @Test(arguments: BrokerMeasure.allCases)
  func `the ranking keeps its order`(measure: BrokerMeasure) throws {
    for seed in UInt64(0)..<40 {
      let random = try RandomAssistance(seed: seed)
      var options = BrokerOptions()
      options.measure = measure
      let report = try CoordinationNetwork(random.graph).brokers(options)
      let values = report.brokers.map { measure.value(of: $0) }
      for (first, second) in zip(values, values.dropFirst()) {
        guard let second else { continue }
        let first = try #require(first)
        #expect(measure.isBestLow ? first <= second : first >= second)
      }
      #expect(report.brokers.map { report.rank(of: $0) }.first ?? 1 == 1)
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `following direction changes no pair, no bridge and nobody's links`(seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let both = try CoordinationNetwork(random.graph).brokers()
    let oneWay = try CoordinationNetwork(random.graph) { $0.followsDirection = true }.brokers()
    func ends(_ report: BrokerReport) -> Set<Set<NodeID>> {
      Set(
        report.bridges.map { link in
          let network = report.network.network
          return [
            report.network.actors[Int(network.sources[Int(link)])],
            report.network.actors[Int(network.targets[Int(link)])],
          ]
        }
      )
    }
    #expect(ends(both) == ends(oneWay))
    #expect(both.linkCounts == oneWay.linkCounts)
    #expect(both.network.density == oneWay.network.density)
    let counts = Dictionary(uniqueKeysWithValues: both.brokers.map { ($0.actor, $0.linkCounts) })
    for broker in oneWay.brokers {
      #expect(counts[broker.actor] == broker.linkCounts)
      #expect(oneWay.network.steps(of: broker.actor).count == broker.linkCount)
    }
  }

  @Test func `one thread and two give the same report`() throws {
    for seed in UInt64(0)..<40 {
      let random = try RandomAssistance(seed: seed)
      let network = try CoordinationNetwork(random.graph) { $0.measure = .cost(StepCosts()) }
      var options = BrokerOptions()
      let one = try network.brokers(options)
      options.threads = 2
      #expect(try network.brokers(options).brokers == one.brokers)
    }
  }

  @Test func `a step that costs nothing is refused`() throws {
    let network = try CoordinationNetwork(example()) {
      $0.measure = .cost(StepCosts(documented: 0))
    }
    #expect(throws: CoordinationNetworkError.freeStep) { try network.brokers() }
  }

  @Test func `more work than is allowed is sampled, and says how far off it may be`() throws {
    let graph = try assistance {
      nodes((0..<400).map { NodeID("a\($0)") })
      for place in 1..<400 { partners(NodeID("a\(place / 2)"), NodeID("a\(place)")) }
    }
    var options = BrokerOptions()
    let network = try CoordinationNetwork(graph)
    let exact = try network.brokers(options)
    (options.effort, options.error, options.seed) = (1, 0.12, 3)
    let sampled = try network.brokers(options)
    guard case .sampled(let starts, let error, _) = sampled.method else {
      Issue.record("it was not sampled")
      return
    }
    #expect(starts < 400)
    let truth = Dictionary(uniqueKeysWithValues: exact.brokers.map { ($0.actor, $0.betweenness) })
    for broker in sampled.brokers {
      #expect(abs(broker.betweenness - (truth[broker.actor] ?? 2)) <= error)
    }
  }
}
