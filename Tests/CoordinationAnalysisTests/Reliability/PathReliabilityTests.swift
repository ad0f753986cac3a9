import AssistanceModel
import CoordinationAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct PathReliabilityTests {
  private func near(_ range: ProbabilityRange, _ low: Double, _ high: Double? = nil) -> Bool {
    abs(range.low - low) < 1e-9 && abs(range.high - (high ?? low)) < 1e-9
  }

  private func likely(_ from: NodeID, _ to: NodeID, _ probability: Double) -> GraphElement {
    edge(from, "partners-with", to, ["probability": .decimal(probability)])
  }

  @Test func `a step holds if any of its statements does, a path if all steps do`() throws {
    let graph = try assistance {
      nodes(["a", "b", "c"])
      likely("a", "b", 0.5)
      likely("a", "b", 0.8)
      likely("b", "c", 0.5)
    }
    let found = try graph.reliability(PathQuestion(from: "a", to: "c"), CertaintyRules())
    #expect(near(found.reliability, 0.45))
    #expect(found.method == .exact)
    #expect(found.paths.count == 1)
    #expect(found.paths.allSatisfy { near($0.probability, 0.45) })
    #expect(found.paths.first.map { near($0.steps[0], 0.9) } == true)
    #expect(found.statementCount == 3)
  }

  @Test func `a fact ties all its ends at once`() throws {
    // One fact links a to c, and c to b: two steps that hold or fail together.
    let graph = try assistance {
      nodes(["a", "b"])
      node("c", .countryCase)
      node("f", .assistance, ["probability": .decimal(0.5)])
      edge("f", .provider, "a")
      edge("f", .countryCase, "c")
      edge("f", .recipient, "b")
    }
    let found = try graph.reliability(PathQuestion(from: "a", to: "b"), CertaintyRules())
    #expect(near(found.reliability, 0.5))
    let both = found.paths.map { ($0.path.steps.count, $0.probability) }
    #expect(both.map(\.0) == [1, 2])
    #expect(both.allSatisfy { near($0.1, 0.5) })
  }

  @Test func `words of confidence give a range`() throws {
    let graph = try assistance {
      nodes(["a", "b"])
      edge("a", "partners-with", "b", ["confidence": .text("likely")])
    }
    let found = try graph.reliability(PathQuestion(from: "a", to: "b"), CertaintyRules())
    #expect(near(found.reliability, 0.55, 0.8))
  }

  @Test func `certain statements link for certain, and nothing links not at all`() throws {
    let graph = try assistance {
      nodes(["a", "b", "c"])
      edge("a", "partners-with", "b")
    }
    let linked = try graph.reliability(PathQuestion(from: "a", to: "b"), CertaintyRules())
    #expect(linked.reliability == .certain)
    #expect(linked.method == .certain)
    let apart = try graph.reliability(PathQuestion(from: "a", to: "c"), CertaintyRules())
    #expect(apart.reliability == .impossible)
    #expect(apart.paths.isEmpty)
    #expect(apart.answer.noPath != nil)
    let same = try graph.reliability(PathQuestion(from: "a", to: "a"), CertaintyRules())
    #expect(same.reliability == .certain)
  }

  @Test func `a node that is not there is refused`() throws {
    let graph = try assistance { nodes(["a"]) }
    #expect(throws: PathError.unknownNode("b")) {
      try graph.reliability(PathQuestion(from: "a", to: "b"), CertaintyRules())
    }
  }

  @Test func `what cannot be calculated is sampled, the same for the same seed`() throws {
    // Twenty actors in a dense tangle.
    var random = SeededGenerator(seed: 5)
    let ids = (0..<26).map { NodeID("a\($0)") }
    let graph = try assistance {
      nodes(ids)
      (0..<26).flatMap { first in
        (first + 1..<26).filter { _ in Int.random(in: 0..<10, using: &random) < 4 }.map {
          likely(ids[first], ids[$0], 0.2)
        }
      }
    }
    let question = PathQuestion(from: "a0", to: "a25")
    let found = try graph.reliability(question, CertaintyRules(), effort: 1000, sampleCount: 2000)
    #expect(found.method == .sampled)
    #expect(found.reliability.high - found.reliability.low < 0.06)
    let again = try graph.reliability(question, CertaintyRules(), effort: 1000, sampleCount: 2000)
    #expect(again.reliability == found.reliability)
  }
}

@Suite struct PathReliabilityLawTests {
  @Test(arguments: UInt64(0)..<120)
  func `the probability is that of trying every set of statements`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    var question = random.question
    question.followsDirection = false
    question.keepsParallelLinks = false
    question.through = []
    question.count = 1000
    let rules = Self.rules
    let found = try random.graph.reliability(question, rules)
    // Each statement is there or not: without one, its links go, whatever else they rest on.
    let everything = try random.graph.paths(question)
    let links = Self.links(random.graph, question)
    let statements = links.flatMap(\.statements).reduce(into: [PathStep.Witness]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard statements.count <= 14 else { return }
    let chances = statements.map { Self.chance($0, random.graph, rules) }
    var truth = 0.0
    for set in 0..<1 << statements.count {
      var share = 1.0
      for (place, chance) in chances.enumerated() {
        share *= set >> place & 1 == 1 ? chance : 1 - chance
      }
      guard share > 0 else { continue }
      let held = Set(statements.indices.filter { set >> $0 & 1 == 1 }.map { statements[$0] })
      var reached: Set = [question.source]
      var isGrowing = true
      while isGrowing {
        isGrowing = false
        for link in links where !held.isDisjoint(with: link.statements) {
          guard reached.contains(link.from) != reached.contains(link.to) else { continue }
          reached.formUnion([link.from, link.to])
          isGrowing = true
        }
      }
      if reached.contains(question.target) { truth += share }
    }
    if everything.paths.isEmpty { truth = 0 }
    #expect(abs(found.reliability.low - truth) < 1e-9)
    #expect(abs(found.reliability.high - truth) < 1e-9)
    for path in found.paths {
      #expect(path.probability.low <= found.reliability.low + 1e-9)
    }
    let first = found.paths.first?.steps.reduce(1.0) { $0 * $1.low } ?? 0
    for path in found.paths {
      #expect(path.steps.reduce(1.0) { $0 * $1.low } <= first + 1e-9)
    }
  }

  private static let rules: CertaintyRules = {
    var rules = CertaintyRules()
    rules.bases = [
      .explicit: ProbabilityRange(rounded: 0.9, 0.9), .implied: ProbabilityRange(rounded: 0.6, 0.6),
      .thematic: ProbabilityRange(rounded: 0.3, 0.3),
    ]
    return rules
  }()

  private struct Link {
    var from: NodeID
    var to: NodeID
    var statements: [PathStep.Witness]
  }

  /// The links between each two nodes, told by the question of the step between them alone; the
  /// roles of a fact are no matter.
  private static func links(_ graph: AssistanceGraph, _ question: PathQuestion) -> [Link] {
    NaivePaths(graph: graph, question: question).allSteps.map { step in
      Link(
        from: step.from,
        to: step.to,
        statements: step.witnesses.map { witness in
          switch witness {
          case .relation: witness
          case .fact(let id, _, _): .fact(id, from: .provider, to: .provider)
          }
        }
      )
    }
  }

  private static func chance(
    _ statement: PathStep.Witness,
    _ graph: AssistanceGraph,
    _ rules: CertaintyRules
  ) -> Double {
    switch statement {
    case .relation(let id): graph.graph[id].map { rules.range(of: $0).low } ?? 0
    case .fact(let id, _, _): graph.graph[id].map { rules.range(of: $0).low } ?? 0
    }
  }
}
