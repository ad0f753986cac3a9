import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct PathStepTests {
  @Test func `a step says between whom, how surely, at which cost and on what`() throws {
    let answer = try assistance {
      nodes(["s", "t"])
      partners("t", "s", .implied)
    }.asked()
    let step = try #require(answer.paths.first?.steps.first)
    #expect(step.from == "s" && step.to == "t")
    #expect(step.evidence == .declared && step.cost == 1.5)
    #expect(step.witnesses == [.relation(EdgeID(rawValue: 0))])
    #expect(answer.paths.first?.weakestEvidence == .declared)
  }

  @Test func `the strongest witness comes first and gives class and cost`() throws {
    let step = try #require(
      try assistance {
        nodes(["s", "t"])
        partners("s", "t", .thematic)
        fact("f", by: ["s"], to: ["t"], basis: .implied)
        edge("t", "leads", "s")
        fact("g", by: ["t", "s"])
      }.asked().paths.first?.steps.first
    )
    #expect(step.evidence == .documented && step.cost == 1)
    let leads = try #require(step.witnesses.first)
    #expect(
      step.witnesses == [
        leads, .fact("g", from: .provider, to: .provider), .relation(EdgeID(rawValue: 0)),
        .fact("f", from: .provider, to: .recipient),
      ]
    )
  }

  @Test func `a node between the ends that is no actor makes both its steps weak`() throws {
    let answer = try assistance {
      nodes(["s", "t"])
      node("c", .countryCase)
      edge("s", "located-in", "c")
      edge("t", "located-in", "c")
    }.asked()
    let path = try #require(answer.paths.first)
    #expect(path.steps.map(\.evidence) == [.coPresence, .coPresence])
    #expect(path.steps.map(\.cost) == [2, 2])
    #expect(path.cost == 4 && path.weakestEvidence == .coPresence)
  }

  @Test func `a case at an end is no co-presence`() throws {
    let answer = try assistance {
      node("s", .actor)
      node("t", .countryCase)
      edge("s", "located-in", "t")
    }.asked()
    #expect(answer.paths.flatMap(\.steps).map(\.evidence) == [.documented])
    #expect(answer.paths.map(\.cost) == [1])
  }

  @Test func `a link that is stated to be co-presence costs as much as two steps over a case`()
    throws
  {
    let answer = try assistance {
      nodes(["s", "t"])
      edge("s", "partners-with", "t", ["evidence": .text("co-presence")])
    }.asked()
    #expect(answer.paths.flatMap(\.steps).map(\.evidence) == [.coPresence])
    #expect(answer.paths.map(\.cost) == [4])
  }

  @Test func `a fact ties its providers to each other and to every other end`() throws {
    let graph = try assistance {
      nodes(["a", "b", "r"])
      node("c", .countryCase)
      node("n", .instrument)
      node("i", .inhibitor)
      fact("f", by: ["a", "b"], for: ["i"], in: "c", to: ["r"], using: ["n"])
    }
    func steps(_ from: NodeID, _ to: NodeID) throws -> [PathStep.Witness] {
      let answer = try graph.paths(PathQuestion(from: from, to: to))
      guard let first = answer.paths.first, first.steps.count == 1 else { return [] }
      return first.steps[0].witnesses
    }
    #expect(try steps("a", "b") == [.fact("f", from: .provider, to: .provider)])
    #expect(try steps("a", "r") == [.fact("f", from: .provider, to: .recipient)])
    #expect(try steps("r", "b") == [.fact("f", from: .recipient, to: .provider)])
    #expect(try steps("c", "a") == [.fact("f", from: .countryCase, to: .provider)])
    #expect(try steps("a", "n") == [.fact("f", from: .provider, to: .instrument)])
    #expect(try steps("i", "b") == [.fact("f", from: .inhibitor, to: .provider)])
    #expect(try steps("r", "c") == [.fact("f", from: .recipient, to: .countryCase)])
    #expect(try steps("r", "n") == [])
    #expect(try steps("c", "n") == [])
    #expect(try steps("i", "c") == [])
  }

  @Test func `who stands at two ends of a fact is told in the right one`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      fact("f", by: ["s", "s"], to: ["t", "s"])
    }
    let there = try graph.asked()
    #expect(
      there.paths.flatMap(\.steps).flatMap(\.witnesses)
        == [.fact("f", from: .provider, to: .recipient)]
    )
    let back = try graph.paths(PathQuestion(from: "t", to: "s"))
    #expect(
      back.paths.flatMap(\.steps).flatMap(\.witnesses)
        == [.fact("f", from: .recipient, to: .provider)]
    )
  }

  @Test func `who provides and receives with another is told in each role`() throws {
    let answer = try assistance {
      nodes(["s", "t"])
      fact("f", by: ["s", "t"], to: ["s"])
    }.paths(PathQuestion(from: "t", to: "s"))
    #expect(
      answer.paths.flatMap(\.steps).flatMap(\.witnesses) == [
        .fact("f", from: .provider, to: .provider), .fact("f", from: .provider, to: .recipient),
      ]
    )
  }

  @Test func `facts are walked from providers where direction counts`() throws {
    let graph = try assistance {
      nodes(["s", "t", "r"])
      fact("f", by: ["s", "t"], to: ["r"])
    }
    func routes(_ from: NodeID, _ to: NodeID) throws -> [String] {
      var question = PathQuestion(from: from, to: to)
      question.followsDirection = true
      return try graph.paths(question).routes
    }
    #expect(try routes("t", "s") == ["t>s"])
    #expect(try routes("s", "r") == ["s>r", "s>t>r"])
    #expect(try routes("r", "s") == [])
  }

  @Test func `a loop is no step`() throws {
    let answer = try assistance {
      nodes(["s", "t"])
      partners("s", "s")
      partners("s", "t")
    }.asked()
    #expect(answer.routes == ["s>t"])
    #expect(answer.searched.links == 1)
  }

  @Test func `what was searched is told`() throws {
    let answer = try assistance {
      nodes(["s", "t", "alone"])
      actor("other", .placeholder)
      fact("f", by: ["s"], to: ["t"])
    }.asked()
    #expect(answer.searched.nodes == 3)
    #expect(answer.searched.links == 1)
    #expect(answer.searched.kinds.first == .provider)
    #expect(!answer.searched.kinds.contains("has-role-in"))
  }
}
