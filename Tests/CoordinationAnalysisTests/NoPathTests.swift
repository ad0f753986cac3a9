import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct NoPathTests {
  /// Why there is no path from `s` to `t` among the given.
  private func reason(
    _ elements: [GraphElement],
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> NoPath? {
    let graph = try assistance {
      nodes(["s", "t"])
      elements
    }
    return try graph.asked(count: 1, change).noPath
  }

  @Test func `there is no reason where there is a path`() throws {
    let answer = try assistance {
      nodes(["s", "t"])
      partners("s", "t")
    }.asked { $0.period = during("2001") }
    #expect(answer.noPath == nil)
  }

  @Test func `unconnected ends come with what can be reached from each, themselves included`()
    throws
  {
    let answer = try assistance {
      nodes(["s", "a", "b", "t"])
      partners("s", "a")
      partners("a", "b")
      fact("f", by: ["t"])
    }.asked()
    #expect(answer.noPath == .unconnected(source: 3, target: 1))
  }

  @Test func `each restriction that cuts a path off alone is named`() throws {
    let answer = try assistance {
      nodes(["s", "a", "t"])
      partners("s", "t", .thematic)
      partners("s", "a")
      partners("a", "t")
    }.asked {
      $0.evidence = [.documented]
      $0.avoiding = ["a"]
    }
    #expect(answer.noPath == .cutOff(by: [.evidence, .avoiding]))
  }

  @Test func `evidence, time, direction, kinds and unnamed actors are told apart`() throws {
    #expect(
      try reason([partners("s", "t", .implied)]) { $0.evidence = [.documented] }
        == .cutOff(by: [.evidence])
    )
    #expect(
      try reason([partners("s", "t", valid: during("2001"))]) { $0.period = during("2002") }
        == .cutOff(by: [.time])
    )
    #expect(
      try reason([edge("t", "leads", "s")]) { $0.followsDirection = true }
        == .cutOff(by: [.direction])
    )
    #expect(try reason([partners("s", "t")]) { $0.kinds = [] } == .cutOff(by: [.kinds]))
    #expect(
      try reason([actor("some", .class), partners("s", "some"), partners("some", "t")])
        == .cutOff(by: [.unnamedActors])
    )
    let filed = [
      node("p", .pillar), node("q", .pillar), node("x", .form), node("y", .actor),
      edge("s", "has-role-in", "p"), edge("x", "under-pillar", "p"),
      edge("x", "under-pillar", "q"), edge("t", "has-role-in", "q"),
    ]
    #expect(try reason(filed) == .cutOff(by: [.kinds]))
  }

  @Test func `several restrictions that only together leave no path are named, no others`() throws {
    let answer = try assistance {
      nodes(["s", "t"])
      partners("s", "t", .thematic, valid: during("2001"))
    }.asked {
      $0.evidence = [.documented]
      $0.period = during("2002")
      $0.avoiding = ["s"]
      $0.followsDirection = true
    }
    #expect(answer.noPath == .cutOffTogether(by: [.evidence, .time]))
  }

  @Test func `a placeholder links nobody, whatever is lifted`() throws {
    let answer = try assistance {
      nodes(["s", "t"])
      actor("other", .placeholder)
      partners("s", "other")
      partners("other", "t")
    }.asked()
    #expect(answer.noPath == .unconnected(source: 1, target: 1))
  }

  @Test func `a node to pass that nothing links cuts every path off`() throws {
    let answer = try assistance {
      nodes(["s", "alone", "t"])
      partners("s", "t")
    }.asked { $0.through = ["alone"] }
    #expect(answer.noPath == .cutOff(by: [.through]))
  }

  @Test func `what is to be passed counts while other restrictions are lifted`() throws {
    let answer = try assistance {
      nodes(["s", "a", "t"])
      partners("s", "t")
      partners("s", "a")
      partners("a", "t", .thematic)
    }.asked {
      $0.through = ["a"]
      $0.evidence = [.documented]
    }
    #expect(answer.noPath == .cutOff(by: [.evidence, .through]))
  }
}
