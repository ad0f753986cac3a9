import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct RouteCutsTests {
  /// From `s` to `t`: over `hub` and then `left` or `right`, or the long way over `x`, `y` and `z`.
  private func graph() throws -> AssistanceGraph {
    try assistance {
      nodes(["s", "t", "hub", "left", "right", "x", "y", "z", "island"])
      nodes(["kenya"], .countryCase)
      partners("s", "hub")
      partners("hub", "left")
      partners("hub", "right")
      partners("left", "t")
      partners("right", "t", .thematic)
      partners("s", "x")
      partners("x", "y")
      partners("y", "z")
      partners("z", "t")
      fact("one", by: ["s"], in: "kenya")
      fact("other", by: ["t"], in: "kenya")
    }
  }

  private func cuts(
    _ graph: AssistanceGraph,
    from source: NodeID = "s",
    to target: NodeID = "t",
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> RouteCuts {
    var question = PathQuestion(from: source, to: target)
    question.evidence = [.documented, .declared]
    change(&question)
    return try graph.routeCuts(question)
  }

  @Test func `names every smallest set of actors and of links whose loss cuts all routes`() throws {
    let found = try cuts(graph())
    let actors = try #require(found.actorCuts)
    #expect(actors.size == 2 && actors.count == 3 && actors.isCounted)
    #expect(Set(actors.sets.map { Set($0) }) == [["hub", "x"], ["hub", "y"], ["hub", "z"]])
    let links = try #require(found.linkCuts)
    #expect(links.size == 2 && links.count == 4)
    #expect(links.sets.allSatisfy { $0.contains { $0.from == "s" && $0.to == "hub" } })
    #expect(links.sets.joined().allSatisfy { !$0.witnesses.isEmpty })
    #expect(found.direct == nil)
    #expect(found.onEveryRoute.isEmpty)
  }

  @Test func `says who is on every route, in order`() throws {
    let found = try cuts(graph()) { $0.avoiding = ["y"] }
    #expect(found.onEveryRoute == ["hub"])
    #expect(found.actorCuts?.sets == [["hub"]])
    #expect(found.linkCuts?.sets.map { $0.map(\.to) } == [["hub"]])
    let end = try cuts(graph(), from: "z", to: "s") { $0.avoiding = ["t"] }
    #expect(end.onEveryRoute == ["y", "x"])
  }

  @Test func `finds the routes that share nothing, and the cheapest of them`() throws {
    let found = try cuts(graph())
    #expect(
      found.apart.routes.map { $0.steps.map(\.to) }
        == [["hub", "left", "t"], ["x", "y", "z", "t"]]
    )
    #expect(found.apart.cost == 7)
    #expect(found.sharingNoLink == found.apart)
    #expect(found.cheapestPair == found.apart)
    #expect(try cuts(graph()) { $0.avoiding = ["hub"] }.cheapestPair == nil)
  }

  @Test func `tells the next best route without each actor on the best one`() throws {
    let found = try cuts(graph())
    #expect(found.without.map(\.actor) == ["hub", "left"])
    #expect(found.without.map(\.outcome) == [.worse, .worse])
    #expect(found.without.map { $0.after?.cost } == [4, 3.5])
    #expect(found.without.map(\.before) == [3, 3])
    let broken = try cuts(graph()) { $0.avoiding = ["y"] }
    #expect(broken.without.first?.outcome == .broken)
    #expect(broken.without.first?.after == nil)
  }

  @Test func `leaves out a route that only facts of the lost actor tell of`() throws {
    let graph = try assistance {
      nodes(["giver", "taker"])
      nodes(["kenya"], .countryCase)
      fact("f", by: ["giver"], in: "kenya", to: ["taker"])
      partners("taker", "giver")
    }
    // The case and the recipient are tied by the fact of the giver, and by nothing else.
    let found = try cuts(graph, from: "kenya", to: "taker") {
      $0.evidence = [.documented]
    }
    #expect(found.actorCuts == nil)
    #expect(found.direct?.steps.count == 1)
    #expect(found.linkCuts?.size == 2)
    #expect(found.without.isEmpty)
  }

  @Test func `has nothing to cut where there is no route, and says why`() throws {
    let found = try cuts(graph(), to: "island")
    #expect(found.actorCuts?.size == 0 && found.linkCuts?.size == 0)
    #expect(found.best.noPath != nil)
    #expect(found.apart.routes.isEmpty && found.without.isEmpty)
    let same = try cuts(graph(), to: "s")
    #expect(same.actorCuts == nil && same.linkCuts == nil)
    #expect(same.direct?.steps.isEmpty == true)
  }

  @Test func `does not take a shared case for somebody who can be lost`() throws {
    let shared = try cuts(graph()) { $0.evidence = Set(EvidenceClass.allCases) }
    #expect(shared.actorCuts == nil)
    #expect(shared.direct?.steps.map(\.to) == ["kenya", "t"])
    #expect(shared.direct?.weakestEvidence == .coPresence)
    #expect(shared.linkCuts?.size == 3)
    #expect(shared.apart.routes.count == 3)
  }

  @Test func `lists as many sets as asked for and counts on`() throws {
    var question = PathQuestion(from: "s", to: "t")
    question.evidence = [.documented, .declared]
    let found = try graph().routeCuts(question, listing: 1, counting: 2)
    #expect(found.actorCuts?.sets.count == 1)
    #expect(found.actorCuts?.count == 2)
    #expect(found.actorCuts?.isCounted == false)
    #expect(throws: PathError.unknownNode("nobody")) {
      try graph().routeCuts(PathQuestion(from: "s", to: "nobody"))
    }
    #expect(throws: PathError.factAsEnd("one")) {
      try graph().routeCuts(PathQuestion(from: "one", to: "t"))
    }
  }
}
