import AssistanceModel
import CoordinationAnalysis
import GraphCore
import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct CoordinationNetworkTests {
  /// Two documented partners, one declared, and two who only share a case.
  private func example() throws -> AssistanceGraph {
    try assistance {
      nodes(["a", "b", "c", "d", "e"])
      nodes(["x"], "country-case")
      partners("a", "b")
      partners("b", "c", .thematic)
      fact("f", by: ["c"], in: "x")
      fact("g", by: ["d"], in: "x")
      edge("b", "located-in", "x")
    }
  }

  private func pairs(_ network: CoordinationNetwork) -> [String] {
    (0..<Network.Link(network.network.linkCount)).map { link in
      let step = network.step(over: link, from: network.network.sources[Int(link)])
      return "\(step.from)-\(step.to) \(network.evidence(of: link))"
    }
  }

  @Test func `documented and declared links count, and no shared case`() throws {
    let network = try CoordinationNetwork(example())
    #expect(network.actors == ["a", "b", "c", "d", "e"])
    #expect(pairs(network) == ["a-b documented", "b-c declared"])
    #expect(network.linkCounts() == [.documented: 1, .declared: 1])
    #expect(network.density == 0.2)
    let documented = try CoordinationNetwork(example()) { $0.evidence = [.documented] }
    #expect(pairs(documented) == ["a-b documented"])
  }

  @Test func `co-presence links who is active in one case, and says by what`() throws {
    let network = try CoordinationNetwork(example()) { $0.evidence = Set(EvidenceClass.allCases) }
    #expect(
      pairs(network) == [
        "a-b documented", "b-c declared", "b-d coPresence", "c-d coPresence",
      ]
    )
    #expect(network.sharedPlaces(of: 0) == [])
    #expect(network.sharedPlaces(of: 3) == ["x"])
    let step = network.step(over: 3, from: 3)
    #expect(step.from == "d" && step.to == "c" && step.evidence == .coPresence)
    #expect(
      step.witnesses == [
        .fact("g", from: .provider, to: .countryCase),
        .fact("f", from: .countryCase, to: .provider),
      ]
    )
  }

  @Test(arguments: UInt64(0)..<300)
  func `a link is a path of one step, with the same evidence`(seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let network = try CoordinationNetwork(random.graph) {
      $0 = random.question
      $0.evidence.remove(.coPresence)
    }
    let finder = PathFinder(random.graph) { $0 = network.scope }
    for target in network.actors {
      let paths = try finder.paths(to: target)
      for (place, source) in network.actors.enumerated() where source != target {
        let links = network.network.arcs(from: UInt32(place))
          .filter { network.actors[Int($0.head)] == target }
          .map { network.step(over: $0.link, from: UInt32(place)) }
        let path = paths.path(from: source)
        if let step = path?.steps.first, path?.steps.count == 1 {
          #expect(links.contains(step), "\(source) to \(target)")
        }
        #expect(links.isEmpty || path != nil)
        #expect(links.allSatisfy { $0.cost >= path?.cost ?? .infinity })
        #expect(links.allSatisfy { $0.evidence != .coPresence && !$0.witnesses.isEmpty })
      }
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `who shares a case is linked, and nobody else by co-presence`(seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let network = try CoordinationNetwork(random.graph) {
      $0 = random.question
      $0.evidence = Set(EvidenceClass.allCases)
    }
    let cases = random.graph.graph.nodes(of: .countryCase).map(\.id)
    let direct = try CoordinationNetwork(random.graph) {
      $0 = random.question
      $0.evidence = Set(EvidenceClass.allCases)
      $0.avoiding.formUnion(cases)
    }
    let linked = Set(ends(direct))
    #expect(linked == Set(ends(network).prefix(direct.network.linkCount)))
    var expected: [Set<NodeID>: [NodeID]] = [:]
    for (place, first) in network.actors.enumerated() {
      for second in network.actors.dropFirst(place + 1) where !linked.contains([first, second]) {
        let shared = cases.filter { place in
          [first, second].allSatisfy { isActive($0, in: place, random.graph, network.scope) }
        }
        if !shared.isEmpty { expected[[first, second]] = shared }
      }
    }
    var found: [Set<NodeID>: [NodeID]] = [:]
    for (link, pair) in ends(network).enumerated() where network.isShared(UInt32(link)) {
      found[pair] = network.sharedPlaces(of: UInt32(link)).sorted()
      let step = network.step(over: UInt32(link), from: network.network.sources[link])
      #expect(step.evidence == .coPresence && step.witnesses.count >= 2)
    }
    #expect(found == expected.mapValues { $0.sorted() })
  }

  private func ends(_ network: CoordinationNetwork) -> [Set<NodeID>] {
    zip(network.network.sources, network.network.targets).map {
      [network.actors[Int($0)], network.actors[Int($1)]]
    }
  }

  /// Whether an actor provides or receives in a case, or a relation ties the two.
  private func isActive(
    _ actor: NodeID,
    in place: NodeID,
    _ graph: AssistanceGraph,
    _ scope: PathQuestion
  ) -> Bool {
    guard !scope.avoiding.contains(place) else { return false }
    func holds(_ validity: Validity) -> Bool { scope.period.map { validity.overlaps($0) } ?? true }
    let facts = graph.graph.nodes(of: .assistance).filter { fact in
      scope.kinds?.contains(.provider) ?? true && holds(fact.validity)
        && graph.incidence.edges(from: fact.id)
          .contains { $0.kind == .countryCase && $0.to.id == place }
    }
    let isEnd = facts.contains { fact in
      graph.incidence.edges(from: fact.id)
        .contains { [.provider, .recipient].contains($0.kind) && $0.to.id == actor }
    }
    return isEnd
      || graph.incidence.edges(from: actor).contains {
        $0.to.id == place && (scope.kinds?.contains($0.kind) ?? true) && holds($0.validity)
      }
  }

  @Test func `places are the nodes of the role that is asked for`() throws {
    let graph = try assistance {
      nodes(["a", "b", "c"])
      nodes(["x"], "country-case")
      nodes(["i", "j"], "inhibitor")
      fact("f", by: ["a"], for: ["i"], in: "x")
      fact("g", by: ["b"], for: ["i"])
      fact("h", by: ["c"], for: ["j"], in: "x")
    }
    let places = try CoordinationNetwork(graph) { $0.evidence = [.coPresence] }
    #expect(pairs(places) == ["a-c coPresence"])
    let inhibitors = try CoordinationNetwork(graph, sharing: .inhibitor) {
      $0.evidence = [.coPresence]
    }
    #expect(pairs(inhibitors) == ["a-b coPresence"])
    #expect(inhibitors.sharedPlaces(of: 0) == ["i"])
  }

  @Test func `too many pairs are refused with their number`() {
    let error = CoordinationNetworkError.tooManySharedPairs(7, maximum: 5)
    #expect(error.description.contains("up to 7 pairs of actors, more than 5"))
  }
}
