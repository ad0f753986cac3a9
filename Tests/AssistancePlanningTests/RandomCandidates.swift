import AssistanceModel
import AssistancePlanning
import CoordinationAnalysis
import CoverageAnalysis
import GraphCore
import TestSupport

/// A small collection with places, actors, facts and relations of every sort, and a question.
struct RandomCandidates {
  let graph: AssistanceGraph
  let question: CoverageQuestion
  let options: CandidateOptions

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func one<Element>(of all: [Element]) -> Element { all[number(0...(all.count - 1))] }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    func span() -> Validity {
      let year = PartialDate(one(of: ["2001", "2002"]))
      return chance(70) ? .always : year.map { Validity(in: $0) } ?? .always
    }
    var graph = PropertyGraph()
    let cases = (0..<number(2...5)).map { NodeID("c\($0)") }
    let columns = (0..<number(1...3)).map { NodeID("i\($0)") }
    let actors = (0..<number(2...7)).map { NodeID("a\($0)") }
    let wholes = ["r0", "r1", "w"].map { NodeID($0) }
    for id in actors {
      try graph.addNode(id, .actor)
      if chance(15) { try graph.set(.designation, to: one(of: [.class, .placeholder]), of: id) }
      if chance(25) { try graph.set(.subkind, to: one(of: ["regional-body", "organ"]), of: id) }
    }
    for id in cases + wholes {
      try graph.addNode(id, .countryCase)
      if wholes.contains(id) { try graph.set(.subkind, to: "area", of: id) }
    }
    for id in columns { try graph.addNode(id, .inhibitor) }
    try graph.addNode("m", .measure)
    for _ in 0..<number(2...14) {
      let (from, kind, to): (NodeID, EdgeKind, NodeID) = one(of: [
        (one(of: cases), .partOf, one(of: wholes)), (one(of: cases), .partOf, one(of: wholes)),
        (one(of: wholes), .partOf, one(of: wholes)), (one(of: cases), "borders", one(of: cases)),
        (one(of: cases), .memberOf, one(of: actors)), (one(of: cases), .memberOf, one(of: actors)),
        (one(of: actors), .memberOf, one(of: actors)), (one(of: actors), .partOf, one(of: actors)),
        (one(of: actors), "partners-with", one(of: actors)),
        (one(of: actors), "located-in", one(of: cases)), (one(of: actors), .provides, "m"),
        ("m", .strengthens, one(of: columns)),
      ])
      let edge = try graph.addEdge(from: from, kind, to: to, valid: span())
      if chance(25) { try graph.set(.basis, to: one(of: Basis.allCases), of: edge) }
    }
    for fact in 0..<number(1...12) {
      let id = NodeID("f\(fact)")
      try graph.addNode(id, .assistance, valid: span())
      if chance(25) { try graph.set(.basis, to: one(of: Basis.allCases), of: id) }
      if chance(15) { try graph.set(.modality, to: one(of: Modality.allCases), of: id) }
      for _ in 0..<number(0...2) { try graph.addEdge(from: id, .provider, to: one(of: actors)) }
      if chance(85) { try graph.addEdge(from: id, .countryCase, to: one(of: cases)) }
      if chance(75) { try graph.addEdge(from: id, .inhibitor, to: one(of: columns)) }
      if chance(25) { try graph.addEdge(from: id, .measure, to: "m") }
    }
    self.graph = try AssistanceGraph(checking: graph, against: CandidatesByHand.schema)
    var question = CoverageQuestion()
    if chance(30) { question.bases = [.explicit, one(of: Basis.allCases)] }
    if chance(30) { question.period = PartialDate("2001").map { Validity(in: $0) } }
    if chance(20) { question.onlyRows = [one(of: cases)] }
    if chance(20) { question.onlyColumns = [one(of: columns)] }
    if chance(20) { question.derivations = [] }
    // Wholes are rows as well unless only places are asked of.
    if chance(50) { question.columnSubkind = nil }
    self.question = question
    var options = CandidateOptions()
    options.findsRoutes = chance(80)
    if chance(30) { options.routeEvidence = Set(EvidenceClass.allCases) }
    if chance(20) { options.stepCosts = StepCosts(documented: 0.1, declared: 0.3, coPresence: 0.7) }
    options.passesClasses = chance(20)
    options.maximumRouteSteps = number(0...3)
    self.options = options
  }
}
