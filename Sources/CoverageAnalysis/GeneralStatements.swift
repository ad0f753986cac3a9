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

  /// A piece of evidence: two relations, or a fact.
  private struct Statement {
    let column: UInt32
    let provider: UInt32
    var edges: [EdgeID] = []
    var fact: UInt32?
  }

  func coverage(of columns: [UInt32], place: [UInt32]) -> [GeneralCoverage] {
    var byColumn = [[Statement]](repeating: [], count: columns.count)
    for statement in offers(place) + placelessFacts(place) {
      byColumn[Int(statement.column)].append(statement)
    }
    return columns.enumerated().map { index, column in
      // The sort is stable: each provider's evidence stays in its order.
      let statements = byColumn[index].sorted { $0.provider < $1.provider }
      return GeneralCoverage(column: id(ofNodeRow: column), providers: providers(statements))
    }
  }

  private func providers(_ statements: [Statement]) -> [GeneralCoverage.Provider] {
    var providers: [GeneralCoverage.Provider] = []
    var start = 0
    while start < statements.count {
      let row = statements[start].provider
      let end = statements[start...].firstIndex { $0.provider != row } ?? statements.count
      let own = statements[start..<end]
      let node = graph.graph.nodes[Int(row)]
      providers.append(
        GeneralCoverage.Provider(
          id: node.id,
          designation: node[.designation] ?? .named,
          edges: own.flatMap(\.edges),
          facts: own.compactMap { statement in
            statement.fact.map { id(ofNodeRow: graph.facts.nodeRows[Int($0)]) }
          }
        )
      )
      start = end
    }
    return providers
  }

  private func id(ofNodeRow row: UInt32) -> NodeID { graph.graph.nodes[Int(row)].id }

  /// An offer counts unless a fact tells of the same provider doing the same thing somewhere:
  /// then the offer repeats that fact.
  private func offers(_ place: [UInt32]) -> [Statement] {
    let offers = graph.graph.edges(of: question.generalOffer)
    guard !offers.isEmpty else { return [] }
    var statements: [Statement] = []
    for way in question.derivations {
      let links = ColumnLinks(graph, way.relation, place)
      let isTold = areTold(offers, as: way.role)
      for (number, offer) in offers.enumerated() where !isTold[number] {
        for place in links.run(UInt32(offer.to.row)) {
          let link = links.links[place]
          let reasons = scope.leftOut(
            basis: weaker(offer[.basis] ?? .explicit, link.basis),
            modality: offer[.modality] ?? .does,
            evidence: offer[.evidence],
            validity: offer.validity
          )
          guard reasons.isEmpty else { continue }
          let effect = graph.graph.tables.edges.id(of: Int(link.edge))
          statements.append(
            Statement(
              column: link.column,
              provider: UInt32(offer.from.row),
              edges: [offer.id, effect]
            )
          )
        }
      }
    }
    return statements
  }

  private func placelessFacts(_ place: [UInt32]) -> [Statement] {
    let facts = graph.facts
    let (rowEnds, columnEnds) = (facts.ends(question.rows), facts.ends(question.columns))
    let providers = facts.ends(question.providers)
    let (bases, modalities) = (facts.bases, facts.modalities)
    var statements: [Statement] = []
    for fact in 0..<facts.count where rowEnds.run(fact).isEmpty {
      let reasons = scope.leftOut(
        basis: bases[fact],
        modality: modalities[fact],
        evidence: facts.evidence[fact],
        validity: facts.validities[fact]
      )
      guard reasons.isEmpty else { continue }
      for end in columnEnds.of(fact) where place[Int(end)] != UInt32.max {
        for provider in providers.of(fact) {
          statements.append(
            Statement(column: place[Int(end)], provider: provider, fact: UInt32(fact))
          )
        }
      }
    }
    return statements
  }

  /// Which offers a fact that names a row tells of: it has the offer's two ends.
  private func areTold(_ offers: [Edge], as role: EdgeKind) -> [Bool] {
    let none = UInt32.max
    // The offers of each provider as a chain: most facts belong to nobody who offers.
    var first = [UInt32](repeating: none, count: graph.graph.nodeCount)
    var next = [UInt32](repeating: none, count: offers.count)
    for (number, offer) in offers.enumerated() {
      next[number] = first[offer.from.row]
      first[offer.from.row] = UInt32(number)
    }
    let things = offers.map { UInt32($0.to.row) }
    var isTold = [Bool](repeating: false, count: offers.count)
    let facts = graph.facts
    let (rowEnds, ends) = (facts.ends(question.rows), facts.ends(role))
    let providers = facts.ends(question.providers)
    for fact in 0..<facts.count where !rowEnds.run(fact).isEmpty {
      for place in providers.run(fact) {
        var offer = first[Int(providers.rows[place])]
        while offer != none {
          for place in ends.run(fact) where ends.rows[place] == things[Int(offer)] {
            isTold[Int(offer)] = true
          }
          offer = next[Int(offer)]
        }
      }
    }
    return isTold
  }
}
