import AssistanceModel
import CoordinationAnalysis
import GraphCore
import NetworkAlgorithms
import Testing

@Suite struct PatternRouteTests {
  /// `s` is a member of `n`, which works with `p`, of which `t` is a part.
  private func alliance() throws -> AssistanceGraph {
    try assistance {
      nodes(["s", "n", "p", "q", "t"])
      edge("s", "member-of", "n")
      edge("p", "partners-with", "n")
      partners("p", "q", .implied)
      edge("t", "part-of", "p")
      edge("t", "part-of", "q")
    }
  }

  private func asked(
    _ graph: AssistanceGraph,
    _ text: String,
    _ mode: WalkMode = .simple,
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> PathAnswer {
    try graph.asked {
      $0.pattern = RoutePattern(text, mode: mode)
      change(&$0)
    }
  }

  @Test func `routes take the steps of the pattern, the cheapest first`() throws {
    let answer = try asked(alliance(), "member-of partners-with* part-of^-1")
    #expect(answer.routes == ["s>n>p>t", "s>n>p>q>t"])
    #expect(answer.paths.map(\.cost) == [3, 4.5])
    #expect(answer.searched.kinds == ["part-of", "member-of", "partners-with"])
    #expect(try asked(alliance(), "member-of partners-with+ part-of").paths.isEmpty)
  }

  @Test func `modes differ in what may be passed again`() throws {
    let graph = try alliance()
    let there = "member-of partners-with{3} part-of^-1"
    #expect(try asked(graph, there, .simple).paths.isEmpty)
    #expect(try asked(graph, there, .trail).paths.isEmpty)
    let walks = try asked(graph, there, .walk).routes
    #expect(Set(walks) == ["s>n>p>n>p>t", "s>n>p>q>p>t"])
    #expect(try !asked(graph, "member-of .~*", .trail).paths.isEmpty)
  }

  @Test func `a fact is assisted from its providers, and assisted-with between them`() throws {
    let graph = try assistance {
      nodes(["s", "b", "t"])
      node("c", .countryCase)
      fact("f", by: ["s", "b"], in: "c", to: ["t"])
      fact("g", by: ["t"], in: "c")
    }
    #expect(try asked(graph, "assisted").routes == ["s>t"])
    #expect(try asked(graph, "assisted^-1").paths.isEmpty)
    #expect(try asked(graph, "assisted-with assisted").routes == ["s>b>t"])
    #expect(try asked(graph, "assisted-with^-1 assisted").routes == ["s>b>t"])
    let over = try asked(graph, "assisted assisted^-1")
    #expect(over.routes == ["s>c>t"])
    #expect(over.paths.allSatisfy { $0.isWeak })
  }

  @Test func `several statements of one word are one step`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      partners("s", "t", .implied)
      partners("t", "s")
      edge("s", "leads", "t")
    }
    let answer = try asked(graph, "partners-with|leads")
    #expect(answer.paths.map { $0.steps.map(\.witnesses.count) } == [[1], [2]])
    let apart = try asked(graph, "partners-with|leads", .simple) { $0.keepsParallelLinks = true }
    #expect(apart.paths.count == 3)
  }

  @Test func `what only files is walked where it is named`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      node("x", .pillar)
      edge("s", "has-role-in", "x")
      edge("t", "has-role-in", "x")
    }
    #expect(try asked(graph, "has-role-in has-role-in^-1").routes == ["s>x>t"])
    #expect(try asked(graph, ".~*").paths.isEmpty)
  }

  @Test func `the number of steps can be limited as well`() throws {
    let answer = try asked(alliance(), ".~*", .simple) { $0.maximumSteps = 3 }
    #expect(answer.routes == ["s>n>p>t"])
  }

  @Test func `a pattern that is none is told with its column`() throws {
    let error = try #require(throws: PathError.self) { try asked(alliance(), "member-of (leads") }
    guard case .badPattern(let pattern) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(pattern.column == 17)
    #expect(error.description.hasPrefix("pattern, column 17: the pattern ends too soon"))
    let unknown = try #require(throws: PathError.self) { try asked(alliance(), "provider") }
    guard case .badPattern(let pattern) = unknown else { return }
    #expect(pattern.problem == .unknownLabel("provider"))
  }

  @Test func `a pattern leaves no meaning to some other questions`() throws {
    #expect(throws: PathError.cannotCombine("a pattern", "nodes to pass")) {
      try asked(alliance(), "leads", .walk) { $0.through = ["n"] }
    }
    #expect(throws: PathError.cannotCombine("a pattern", "following direction")) {
      try asked(alliance(), "leads", .walk) { $0.followsDirection = true }
    }
  }

  @Test func `where nothing fits, the pattern is to blame`() throws {
    let answer = try asked(alliance(), "leads")
    #expect(answer.noPath == .cutOff(by: [.pattern]))
  }

  @Test(arguments: UInt64(0)..<150)
  func `any kind either way, any number of times, is every simple path`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    var question = random.question
    question.count = 2_000
    question.through = []
    question.followsDirection = false
    question.keepsParallelLinks = false
    question.kinds = Set(random.graph.schema.linkKinds + [.provider])
    let plain = try random.graph.paths(question)
    question.kinds = nil
    question.pattern = RoutePattern(".~*", mode: .simple)
    let fitting = try random.graph.paths(question)
    #expect(!fitting.stoppedEarly)
    #expect(Set(fitting.routes) == Set(plain.routes))
    #expect(fitting.paths.first?.cost == plain.paths.first?.cost)
    #expect(zip(fitting.paths, fitting.paths.dropFirst()).allSatisfy { $0.cost <= $1.cost + 1e-9 })
  }
}
