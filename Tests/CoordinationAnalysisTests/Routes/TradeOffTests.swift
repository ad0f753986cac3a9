import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct TradeOffTests {
  /// Directly but only declared; documented over two; weak over a case.
  private func choices() throws -> AssistanceGraph {
    try assistance {
      nodes(["s", "a", "b", "t"])
      node("c", .countryCase)
      partners("s", "t", .implied)
      partners("s", "a")
      partners("a", "b")
      partners("b", "t")
      edge("s", "located-in", "c")
      edge("t", "located-in", "c")
    }
  }

  @Test func `routes that another beats in everything are left out`() throws {
    let answer = try choices().asked { $0.weighsTradeOffs = true }
    #expect(answer.routes == ["s>t", "s>a>b>t"])
    #expect(answer.paths.map(\.cost) == [1.5, 3])
    #expect(answer.paths.map(\.consents) == [0, 2])
    #expect(answer.paths.map(\.weakestEvidence) == [.declared, .documented])
    #expect(answer.paths.allSatisfy { !$0.isWeak })
  }

  @Test func `co-presence needs a consent of its own, and is warned of`() throws {
    let graph = try assistance {
      nodes(["s", "t", "u"])
      node("c", .countryCase)
      edge("s", "located-in", "c")
      edge("t", "located-in", "c")
      edge("s", "partners-with", "u", ["evidence": .text("co-presence")])
    }
    let answer = try graph.asked()
    let path = try #require(answer.paths.first)
    #expect(path.consents == 1 && path.isWeak)
    let warning = try #require(RouteWords.warnings(answer, in: graph).first)
    #expect(warning.hasPrefix("The best route is weak: 2 steps are co-presence (over c)."))
    let stated = try graph.asked { $0.target = "u" }
    #expect(stated.paths.map(\.consents) == [1])
    #expect(
      RouteWords.warnings(stated, in: graph).first?.contains("1 step is co-presence.") == true
    )
  }

  @Test func `by the weakest step, documented routes come first, however dear`() throws {
    let answer = try choices().asked { $0.measure = .weakestStep(StepCosts()) }
    #expect(answer.routes.prefix(2) == ["s>a>b>t", "s>t"])
    #expect(answer.paths.map(\.weakestEvidence) == [.documented, .declared, .coPresence])
  }

  @Test func `all paths up to a length, those with fewer steps first`() throws {
    let graph = try choices()
    #expect(try graph.asked { $0.maximumSteps = 2 }.routes == ["s>t", "s>c>t"])
    #expect(try graph.asked { $0.maximumSteps = 3 }.routes == ["s>t", "s>c>t", "s>a>b>t"])
    let cut = try graph.asked(count: 2) { $0.maximumSteps = 3 }
    #expect(cut.hasMore && !cut.stoppedEarly)
    let none = try graph.asked { $0.maximumSteps = 0 }
    #expect(none.noPath == .cutOff(by: [.length]))
    #expect(PathWords.noPath(none, in: graph).last == "There is a path with more steps.")
    #expect(throws: PathError.negativeLength(-1)) { try graph.asked { $0.maximumSteps = -1 } }
  }

  @Test func `a class of actors on the way is warned of, one at an end is not`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      node("donors", .actor, ["designation": .text("class")])
      edge("s", "partners-with", "donors")
      edge("donors", "partners-with", "t")
    }
    let over = try graph.asked { $0.passesClasses = true }
    #expect(
      RouteWords.warnings(over, in: graph) == [
        "donors is a class of actors, a word for many: nothing says that the same members are meant"
          + " on both sides."
      ]
    )
    let ending = try graph.asked { $0.target = "donors" }
    #expect(!ending.paths.isEmpty && RouteWords.warnings(ending, in: graph).isEmpty)
  }

  @Test(arguments: UInt64(0)..<200)
  func `are what is left of all paths`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    var question = random.question
    question.count = 2_000
    question.through = []
    // Halves add up exactly, so that equal costs are equal.
    if case .cost = question.measure { question.measure = .cost(StepCosts()) }
    let graph = random.graph
    let all = NaivePaths(graph: graph, question: question).paths()
    func isDirect(_ id: NodeID) -> Bool {
      id == question.source || id == question.target || graph.graph[id]?.kind == .actor
    }
    let classes: [EvidenceClass] = [.documented, .declared, .coPresence]
    func weakest(_ steps: [NaivePaths.Step]) -> Int {
      steps.compactMap { classes.firstIndex(of: $0.evidence) }.max() ?? -1
    }
    let points = all.map { path in
      [
        path.cost,
        max(0, path.steps.count - 1)
          + path.steps.count {
            $0.evidence == .coPresence && isDirect($0.from) && isDirect($0.to)
          },
        weakest(path.steps),
      ]
    }
    let unbeaten = Set(
      points.filter { point in
        !points.contains { $0 != point && zip($0, point).allSatisfy { $0 <= $1 } }
      }
    )
    question.weighsTradeOffs = true
    let answer = try graph.paths(question)
    let found = answer.paths.map { path in
      [
        Int((path.cost * 1_000).rounded()), path.consents,
        path.weakestEvidence.flatMap { classes.firstIndex(of: $0) } ?? -1,
      ]
    }
    #expect(!answer.stoppedEarly)
    #expect(found.count == unbeaten.count)
    #expect(Set(found) == unbeaten)

    question.weighsTradeOffs = false
    question.maximumSteps = 3
    let short = all.filter { $0.steps.count <= 3 }
    let upTo = try graph.paths(question)
    #expect(upTo.paths.map(\.steps.count) == short.map(\.steps.count).sorted())
    #expect(
      upTo.paths.allSatisfy { path in abs(path.cost - path.steps.reduce(0) { $0 + $1.cost }) < 1e-9
      }
    )

    question.maximumSteps = nil
    if case .steps = question.measure { return }
    question.measure = .weakestStep(question.stepCosts ?? StepCosts())
    let strong = try graph.paths(question)
    let sorted = all.map { [weakest($0.steps), $0.cost, $0.steps.count] }
      .sorted { $0.lexicographicallyPrecedes($1) }
    #expect(
      strong.paths.map { path in
        [
          path.weakestEvidence.flatMap { classes.firstIndex(of: $0) } ?? -1,
          Int((path.cost * 1_000).rounded()), path.steps.count,
        ]
      } == sorted
    )
  }
}
