import AssistanceModel
import CoordinationAnalysis
import GraphCore
import TestSupport

/// A small graph with relations and facts of every sort, and a question about it.
struct RandomAssistance {
  let graph: AssistanceGraph
  let question: PathQuestion

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func one<Element>(of all: [Element]) -> Element { all[number(0...(all.count - 1))] }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    var graph = PropertyGraph()
    let actors = (0..<number(3...6)).map { NodeID("a\($0)") }
    let cases = (0..<2).map { NodeID("c\($0)") }
    let measures: [NodeID] = ["m"]
    for id in actors {
      try graph.addNode(id, .actor)
      if chance(20) { try graph.set(.designation, to: one(of: [.class, .placeholder]), of: id) }
    }
    for id in cases { try graph.addNode(id, .countryCase) }
    for id in measures { try graph.addNode(id, .measure) }
    func span() -> Validity { chance(70) ? .always : during(one(of: ["2001", "2002"])) }
    for _ in 0..<number(2...9) {
      let (from, kind, to): (NodeID, EdgeKind, NodeID) = one(of: [
        (one(of: actors), "partners-with", one(of: actors)),
        (one(of: actors), "leads", one(of: actors)),
        (one(of: actors), "located-in", one(of: cases)),
        (one(of: actors), "provides", one(of: measures)),
      ])
      let edge = try graph.addEdge(from: from, kind, to: to, valid: span())
      if chance(50) { try graph.set(.basis, to: one(of: Basis.allCases), of: edge) }
      if chance(20) { try graph.set(.evidence, to: one(of: EvidenceClass.allCases), of: edge) }
    }
    for fact in 0..<number(0...3) {
      let id = NodeID("f\(fact)")
      try graph.addNode(id, .assistance, valid: span())
      if chance(50) { try graph.set(.basis, to: one(of: Basis.allCases), of: id) }
      if chance(20) { try graph.set(.modality, to: one(of: Modality.allCases), of: id) }
      for _ in 0..<number(1...2) { try graph.addEdge(from: id, .provider, to: one(of: actors)) }
      if chance(60) { try graph.addEdge(from: id, .countryCase, to: one(of: cases)) }
      if chance(60) { try graph.addEdge(from: id, .recipient, to: one(of: actors)) }
    }
    self.graph = try AssistanceGraph(checking: graph)
    let all = actors + cases + measures
    var question = PathQuestion(from: one(of: all), to: one(of: all))
    question.count = chance(50) ? 1_000 : number(1...4)
    if chance(30) { question.measure = .steps }
    if chance(30) {
      question.measure = .cost(StepCosts(documented: 0.1, declared: 0.3, coPresence: 0.7))
    }
    if chance(30) { question.kinds = Set([one(of: ["leads", "partners-with"]), .provider]) }
    if chance(30) { question.evidence = [.documented, one(of: [.declared, .coPresence])] }
    if chance(30) { question.period = during("2001") }
    if chance(30) { question.avoiding = [one(of: all)] }
    if chance(40) { question.through = (0..<number(1...3)).map { _ in one(of: all) } }
    question.passesClasses = chance(30)
    question.followsDirection = chance(30)
    question.keepsParallelLinks = chance(30)
    self.question = question
  }
}
