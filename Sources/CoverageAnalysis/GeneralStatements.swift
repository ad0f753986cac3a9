internal import AssistanceModel
internal import GraphCore

/// Collects what is said of a column without naming a row: offers, and facts without a place.
struct GeneralStatements {
  private let graph: AssistanceGraph
  private let question: CoverageQuestion
  private let scope: Scope

  init(_ graph: AssistanceGraph, _ question: CoverageQuestion) {
    self.graph = graph
    self.question = question
    scope = Scope(question)
  }

  private struct Statements {
    var edges: [EdgeID] = []
    var facts: [NodeID] = []
  }

  func coverage(of columns: [UInt32], place: [UInt32]) -> [GeneralCoverage] {
    var found = [[UInt32: Statements]](repeating: [:], count: columns.count)
    addOffers(place, &found)
    addFacts(place, &found)
    let nodes = graph.graph.nodes
    return columns.enumerated().map { index, column in
      let providers = found[index].sorted { $0.key < $1.key }.map { row, statements in
        let node = nodes[Int(row)]
        return GeneralCoverage.Provider(
          id: node.id,
          designation: node[.designation] ?? .named,
          edges: statements.edges,
          facts: statements.facts
        )
      }
      return GeneralCoverage(column: nodes[Int(column)].id, providers: providers)
    }
  }

  /// An offer counts unless a fact tells of the same provider doing the same thing somewhere:
  /// then the offer repeats that fact.
  private func addOffers(_ place: [UInt32], _ found: inout [[UInt32: Statements]]) {
    for way in question.derivations {
      let links = ColumnLinks(graph, way.relation, place)
      let told = pairsOfFactsWithRow(way.role)
      for offer in graph.graph.edges(of: question.generalOffer) {
        let (provider, thing) = (UInt32(offer.from.row), UInt32(offer.to.row))
        guard !told.contains(SIMD2(provider, thing)) else { continue }
        for link in links.of(thing) {
          let basis = weaker(offer[.basis] ?? .explicit, link.basis)
          guard
            scope.leftOut(
              basis: basis,
              modality: offer[.modality] ?? .does,
              evidence: offer[.evidence],
              validity: offer.validity
            ).isEmpty
          else { continue }
          found[Int(link.column)][provider, default: Statements()].edges +=
            [offer.id, graph.graph.tables.edges.id(of: Int(link.edge))]
        }
      }
    }
  }

  private func addFacts(_ place: [UInt32], _ found: inout [[UInt32: Statements]]) {
    let facts = graph.facts
    let (rowEnds, columnEnds) = (facts.ends(question.rows), facts.ends(question.columns))
    let providers = facts.ends(question.providers)
    for fact in 0..<facts.count where rowEnds.of(fact).isEmpty {
      guard
        scope.leftOut(
          basis: facts.bases[fact],
          modality: facts.modalities[fact],
          evidence: facts.evidence[fact],
          validity: facts.validities[fact]
        ).isEmpty
      else { continue }
      let id = graph.graph.nodes[Int(facts.nodeRows[fact])].id
      for end in columnEnds.of(fact) where place[Int(end)] != UInt32.max {
        for provider in providers.of(fact) {
          found[Int(place[Int(end)])][provider, default: Statements()].facts.append(id)
        }
      }
    }
  }

  /// Provider and thing of every fact that names a row.
  private func pairsOfFactsWithRow(_ role: EdgeKind) -> Set<SIMD2<UInt32>> {
    let facts = graph.facts
    let (rowEnds, ends) = (facts.ends(question.rows), facts.ends(role))
    let providers = facts.ends(question.providers)
    var pairs: Set<SIMD2<UInt32>> = []
    for fact in 0..<facts.count where !rowEnds.of(fact).isEmpty {
      for thing in ends.of(fact) {
        for provider in providers.of(fact) { pairs.insert(SIMD2(provider, thing)) }
      }
    }
    return pairs
  }
}
