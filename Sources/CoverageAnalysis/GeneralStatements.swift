internal import AssistanceModel
internal import GraphCore

/// Collects what is said of a column without naming a row: offers, and facts without a place.
struct GeneralStatements {
  private let graph: AssistanceGraph
  private let question: CoverageQuestion
  private let scope: Scope
  private let rollUp: RollUp

  init(_ graph: AssistanceGraph, _ question: CoverageQuestion, _ rollUp: RollUp) {
    self.graph = graph
    self.question = question
    self.rollUp = rollUp
    scope = Scope(question)
  }

  private struct Statements {
    var edges: [EdgeID] = []
    var witnesses: [CoverageWitness] = []
  }

  func coverage(of columns: CoverageAxis) -> [GeneralCoverage] {
    var found = [[UInt32: Statements]](repeating: [:], count: columns.count)
    addOffers(columns, &found)
    addFacts(columns, &found)
    let nodes = graph.graph.nodes
    return columns.nodeRows.enumerated().map { index, column in
      let providers = found[index].sorted { $0.key < $1.key }.map { row, statements in
        let node = nodes[Int(row)]
        return GeneralCoverage.Provider(
          id: node.id,
          designation: node[.designation] ?? .named,
          edges: statements.edges,
          witnesses: statements.witnesses
        )
      }
      return GeneralCoverage(column: nodes[Int(column)].id, providers: providers)
    }
  }

  /// An offer counts unless a fact tells of the same provider doing the same thing somewhere:
  /// then the offer repeats that fact.
  private func addOffers(_ columns: CoverageAxis, _ found: inout [[UInt32: Statements]]) {
    let offers = graph.graph.edges(of: question.generalOffer)
    guard !offers.isEmpty else { return }
    var relations: [EdgeKind] = []
    for way in question.derivations where !relations.contains(way.relation) {
      relations.append(way.relation)
    }
    let links = relations.map { ColumnLinks(graph, $0, to: columns) }
    let told = pairsOfFactsWithRow()
    for offer in offers {
      let (provider, thing) = (rollUp.top[offer.from.row], UInt32(offer.to.row))
      guard !told.contains(SIMD2(provider, thing)) else { continue }
      let claim = Claim(offer)
      for link in links.flatMap({ $0.of(thing) }) where CoverageAxis.isAsked(link.column) {
        guard scope.leftOut(claim, over: link.claim).isEmpty else { continue }
        found[Int(link.column)][provider, default: Statements()].edges +=
          [offer.id, graph.graph.tables.edges.id(of: Int(link.edge))]
      }
    }
  }

  private func addFacts(_ columns: CoverageAxis, _ found: inout [[UInt32: Statements]]) {
    let facts = graph.facts
    let rowEnds = facts.ends(question.rows)
    let providers = facts.ends(question.providers)
    let reach = ColumnReach(graph, question, columns)
    for fact in 0..<facts.count where rowEnds.of(fact).isEmpty {
      for end in reach.columns(of: fact)
      where end.reasons.isEmpty && CoverageAxis.isAsked(end.column) {
        let witness = CoverageWitness(graph, fact: fact, via: end.via, basis: end.basis)
        for provider in providers.of(fact) {
          let top = rollUp.top[Int(provider)]
          let known = found[Int(end.column)][top]?.witnesses.last
          guard known != witness else { continue }
          found[Int(end.column)][top, default: Statements()].witnesses.append(witness)
        }
      }
    }
  }

  /// Provider and thing of every fact that names a row, whether it counts or not.
  private func pairsOfFactsWithRow() -> Set<SIMD2<UInt32>> {
    let facts = graph.facts
    let rowEnds = facts.ends(question.rows)
    let things = Set(question.derivations.map(\.role)).map { facts.ends($0) }
    let providers = facts.ends(question.providers)
    var pairs: Set<SIMD2<UInt32>> = []
    for fact in 0..<facts.count where !rowEnds.of(fact).isEmpty {
      for thing in things.flatMap({ $0.of(fact) }) {
        for provider in providers.of(fact) {
          pairs.insert(SIMD2(rollUp.top[Int(provider)], thing))
        }
      }
    }
    return pairs
  }
}
