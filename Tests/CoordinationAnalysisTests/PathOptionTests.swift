import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct PathOptionTests {
  /// From `s` to `t` directly by a declared relation, and over `a` by documented ones.
  private func triangle() throws -> AssistanceGraph {
    try assistance {
      nodes(["s", "a", "t"])
      partners("s", "t", .thematic)
      partners("s", "a")
      partners("a", "t")
    }
  }

  @Test func `the best come first, as many as asked for`() throws {
    let graph = try triangle()
    #expect(try graph.asked().routes == ["s>t", "s>a>t"])
    #expect(try graph.asked().paths.map(\.cost) == [1.5, 2])
    #expect(try graph.asked(count: 1).routes == ["s>t"])
    #expect(try graph.asked(count: 1).stoppedEarly == false)
  }

  @Test(arguments: [0, -1])
  func `no paths are asked for, none are given, and no reason is made up`(_ count: Int) throws {
    let answer = try triangle().asked(count: count)
    #expect(answer.paths.isEmpty && answer.noPath == nil && !answer.stoppedEarly)
  }

  @Test func `costs may be changed, steps may be counted instead`() throws {
    let graph = try triangle()
    let dear = try graph.asked { $0.measure = .cost(StepCosts(declared: 5)) }
    #expect(dear.routes == ["s>a>t", "s>t"])
    #expect(dear.paths.map(\.cost) == [2, 5])
    let steps = try graph.asked { $0.measure = .steps }
    #expect(steps.paths.map(\.cost) == [1, 2])
    #expect(steps.paths.flatMap(\.steps).map(\.cost) == [1, 1, 1])
  }

  @Test func `costs that cannot be right count as the defaults`() {
    let costs = StepCosts(documented: -1, declared: .nan, coPresence: .infinity)
    #expect(costs == StepCosts())
    #expect(StepCosts(documented: 0).documented == 0)
  }

  @Test func `of equal costs fewer steps come first, then the links first in the graph`() throws {
    let graph = try assistance {
      nodes(["s", "z", "b", "a", "t"])
      partners("a", "t")
      partners("s", "a")
      partners("s", "z", .thematic)
      partners("z", "t", .thematic)
      partners("s", "b")
      partners("b", "t")
    }
    let costs = StepCosts(documented: 1, declared: 1)
    #expect(try graph.asked { $0.measure = .cost(costs) }.routes == ["s>a>t", "s>z>t", "s>b>t"])
    let free = try graph.asked { $0.measure = .cost(StepCosts(documented: 0, declared: 0)) }
    #expect(free.routes == ["s>a>t", "s>z>t", "s>b>t"])
  }

  @Test func `only the asked kinds are walked`() throws {
    let graph = try assistance {
      nodes(["s", "a", "t"])
      edge("s", "leads", "a")
      partners("a", "t")
      fact("f", by: ["s"], to: ["t"])
    }
    #expect(try graph.asked { $0.kinds = ["leads", "partners-with"] }.routes == ["s>a>t"])
    #expect(try graph.asked { $0.kinds = [.provider] }.routes == ["s>t"])
    #expect(try graph.asked { $0.kinds = ["leads"] }.noPath == .cutOff(by: [.kinds]))
    let answer = try graph.asked { $0.kinds = [.provider, "leads", .recipient, "unknown"] }
    #expect(answer.searched.kinds == [.provider, "leads"])
  }

  @Test func `relations that file are walked at the ends alone, until asked for`() throws {
    let graph = try assistance {
      nodes(["s", "a", "b"])
      nodes(["p"], .pillar)
      node("t", .pillar)
      edge("s", "has-role-in", "p")
      edge("a", "has-role-in", "p")
      edge("b", "has-role-in", "p")
      edge("b", "has-role-in", "t")
      partners("s", "a")
      partners("a", "b")
    }
    // The step into t is filing, at the end; the detour over p would begin and then go on by it.
    #expect(try graph.asked().routes == ["s>a>b>t"])
    let all = try graph.asked { $0.kinds = ["has-role-in"] }
    #expect(all.routes == ["s>p>b>t"])
  }

  @Test func `evidence of the asked classes alone is walked`() throws {
    let graph = try assistance {
      nodes(["s", "a", "t"])
      node("c", .countryCase)
      partners("s", "t", .implied)
      partners("s", "a")
      partners("a", "t")
      edge("s", "located-in", "c")
      edge("t", "located-in", "c")
    }
    #expect(try graph.asked { $0.evidence = [.documented] }.routes == ["s>a>t"])
    #expect(try graph.asked { $0.evidence = [.declared] }.routes == ["s>t"])
    #expect(try graph.asked { $0.evidence = [.coPresence] }.routes == ["s>c>t"])
    #expect(try graph.asked { $0.evidence = [] }.paths.isEmpty)
  }

  @Test func `each step holds in the period`() throws {
    let graph = try assistance {
      nodes(["s", "a", "t"])
      partners("s", "a", valid: during("2001"))
      partners("a", "t")
      fact("f", by: ["s"], to: ["t"], valid: during("2003"))
    }
    #expect(try graph.asked { $0.period = during("2001-12-31") }.routes == ["s>a>t"])
    #expect(try graph.asked { $0.period = during("2003") }.routes == ["s>t"])
    #expect(try graph.asked { $0.period = during("2002") }.noPath == .cutOff(by: [.time]))
  }

  @Test func `nodes to avoid are not passed, but the ends stay`() throws {
    let graph = try triangle()
    #expect(try graph.asked { $0.avoiding = ["a", "s", "t", "unknown"] }.routes == ["s>t"])
  }

  @Test(arguments: [Designation.class, .placeholder])
  func `somebody unnamed is an end, but not passed`(_ designation: Designation) throws {
    let graph = try assistance {
      actor("s", designation)
      actor("t", designation)
      actor("some", designation)
      node("a", .actor)
      partners("s", "some")
      partners("some", "t")
      partners("s", "a")
      partners("a", "t")
    }
    #expect(try graph.asked().routes == ["s>a>t"])
    let wide = try graph.asked { $0.passesClasses = true }.routes
    #expect(wide == (designation == .class ? ["s>some>t", "s>a>t"] : ["s>a>t"]))
    let through = try graph.asked { $0.through = ["some"] }
    #expect(through.routes == (designation == .class ? ["s>some>t"] : []))
  }

  @Test func `direction is followed when asked for, partners work both ways`() throws {
    let graph = try assistance {
      nodes(["s", "a", "b", "t"])
      edge("a", "leads", "s")
      edge("a", "leads", "t")
      partners("b", "s")
      edge("b", "leads", "t")
    }
    #expect(try graph.asked().routes == ["s>a>t", "s>b>t"])
    #expect(try graph.asked { $0.followsDirection = true }.routes == ["s>b>t"])
  }

  @Test func `a two-way link is merged with the one-way links of each way`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      edge("t", "leads", "s")
      edge("s", "leads", "t")
      partners("t", "s", .thematic)
    }
    let answer = try graph.asked { $0.followsDirection = true }
    #expect(answer.paths.map(\.cost) == [1])
    #expect(answer.paths.flatMap(\.steps).map(\.witnesses.count) == [2])
    #expect(try graph.asked().paths.map { $0.steps[0].witnesses.count } == [3])
  }

  @Test func `parallel links are one step, or answers of their own`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      partners("s", "t", .thematic)
      edge("t", "leads", "s")
      fact("f", by: ["s", "t"])
    }
    let merged = try graph.asked()
    #expect(merged.paths.map(\.cost) == [1])
    #expect(merged.searched.links == 1)
    let apart = try graph.asked { $0.keepsParallelLinks = true }
    #expect(apart.paths.map(\.cost) == [1, 1, 1.5])
    #expect(apart.paths.flatMap(\.steps).map(\.witnesses.count) == [1, 1, 1])
    #expect(apart.searched.links == 3)
  }

  @Test func `from a node to itself there is one path without steps`() throws {
    let graph = try triangle()
    let answer = try graph.asked { $0.target = "s" }
    #expect(answer.paths.map(\.cost) == [0])
    #expect(answer.paths.map(\.steps) == [[]])
    #expect(answer.paths.first?.weakestEvidence == nil)
    #expect(answer.noPath == nil)
  }

  @Test func `unknown nodes and facts as ends are refused`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      fact("f", by: ["s"])
    }
    #expect(throws: PathError.unknownNode("x")) { try graph.asked { $0.target = "x" } }
    #expect(throws: PathError.unknownNode("x")) { try graph.asked { $0.source = "x" } }
    #expect(throws: PathError.unknownNode("x")) { try graph.asked { $0.through = ["x"] } }
    #expect(throws: PathError.factAsEnd("f")) { try graph.asked { $0.source = "f" } }
    #expect(throws: PathError.factAsEnd("f")) { try graph.asked { $0.through = ["f"] } }
  }
}
