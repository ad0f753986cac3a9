import AssistanceModel
import CoordinationAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct PathLawTests {
  @Test(arguments: UInt64(0)..<400)
  func `paths are those of an enumeration, in order of cost, then steps`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let question = random.question
    let answer = try random.graph.paths(question)
    let all = NaivePaths(graph: random.graph, question: question).paths()
    #expect(!answer.stoppedEarly)
    #expect(answer.paths.count == min(question.count, all.count))
    let best = all.prefix(question.count)
    #expect(answer.paths.map { Int(($0.cost * 1_000).rounded()) } == best.map(\.cost))
    #expect(answer.paths.map(\.steps.count) == best.map(\.steps.count))
    let found = answer.paths.map { path in
      path.steps.map { step in
        NaivePaths.Step(
          from: step.from,
          to: step.to,
          evidence: step.evidence,
          cost: Int((step.cost * 1_000).rounded()),
          witnesses: Set(step.witnesses)
        )
      }
    }
    #expect(Set(found).count == found.count)
    #expect(Set(found).isSubset(of: all.map(\.steps)))
    #expect((answer.noPath == nil) == !all.isEmpty)
  }

  @Test(arguments: UInt64(0)..<100)
  func `no restriction that is lifted makes the best path worse`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    var question = random.question
    question.count = 1
    func best(_ change: (inout PathQuestion) -> Void) throws -> Double {
      var free = question
      change(&free)
      return try random.graph.paths(free).paths.first?.cost ?? .infinity
    }
    let strict = try best { _ in }
    #expect(try best { $0.kinds = nil } <= strict)
    #expect(try best { $0.evidence = Set(EvidenceClass.allCases) } <= strict)
    #expect(try best { $0.period = nil } <= strict)
    #expect(try best { $0.avoiding = [] } <= strict)
    #expect(try best { $0.through = [] } <= strict)
    #expect(try best { $0.passesClasses = true } <= strict)
    #expect(try best { $0.followsDirection = false } <= strict)
  }

  @Test(arguments: UInt64(0)..<100)
  func `every witness links the two nodes of its step, strongest first`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let graph = random.graph
    func order(_ stated: EvidenceClass) -> Int {
      [.documented, .declared, .coPresence].firstIndex(of: stated) ?? 3
    }
    for step in try graph.paths(random.question).paths.flatMap(\.steps) {
      var strengths: [Int] = []
      for witness in step.witnesses {
        switch witness {
        case .relation(let id):
          let edge = try #require(graph.graph[id])
          #expect(Set([edge.from.id, edge.to.id]) == [step.from, step.to])
          strengths.append(
            order(
              edge[.evidence] ?? EvidenceClass(edge[.basis] ?? .explicit, edge[.modality] ?? .does)
            )
          )
        case .fact(let id, let from, let to):
          let fact = try #require(graph.fact(id))
          #expect(fact.ends(from).contains(step.from) && fact.ends(to).contains(step.to))
          strengths.append(order(EvidenceClass(fact.basis, fact.modality)))
        }
      }
      #expect(!strengths.isEmpty)
      if step.evidence != .coPresence { #expect(strengths == strengths.sorted()) }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `the same question has the same answer, and the reverse way costs the same`(
    _ seed: UInt64
  ) throws {
    let random = try RandomAssistance(seed: seed)
    var question = random.question
    #expect(try random.graph.paths(question) == random.graph.paths(question))
    question.followsDirection = false
    var back = question
    (back.source, back.target) = (question.target, question.source)
    let costs = try random.graph.paths(question).paths.map(\.cost)
    #expect(try random.graph.paths(back).paths.map(\.cost) == costs)
  }

  @Test(arguments: UInt64(0)..<200)
  func `a reason for no path is true`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let question = random.question
    let everyKind = Set(random.graph.graph.edgeKinds + [.provider])
    func opens(_ restrictions: [PathRestriction]) -> Bool {
      var free = question
      for restriction in restrictions {
        switch restriction {
        case .kinds: free.kinds = everyKind
        case .evidence: free.evidence = Set(EvidenceClass.allCases)
        case .time: free.period = nil
        case .avoiding: free.avoiding = []
        case .through: free.through = []
        case .direction: free.followsDirection = false
        case .unnamedActors: free.passesClasses = true
        case .pattern, .length, .orderInTime: break
        }
      }
      return !NaivePaths(graph: random.graph, question: free).paths().isEmpty
    }
    let all = PathRestriction.allCases
    switch try random.graph.paths(question).noPath {
    case nil: break
    case .cutOff(let alone):
      #expect(alone == all.filter { opens([$0]) })
    case .cutOffTogether(let together):
      #expect(all.allSatisfy { !opens([$0]) } && opens(together))
      #expect(together.allSatisfy { one in !opens(together.filter { $0 != one }) })
    case .unconnected:
      #expect(!opens(all))
    }
  }
}
