internal import AssistanceModel
internal import GraphCore

/// Collects what is said of a column without naming a row: offers, and facts without a place.
struct GeneralStatements {
  private let graph: AssistanceGraph
  private let question: CoverageQuestion
  private let scope: Scope
  private let tops: [UInt32]
  private let reach: ColumnReach

  init(
    _ graph: AssistanceGraph,
    _ question: CoverageQuestion,
    _ scope: Scope,
    _ rollUp: RollUp,
    _ reach: ColumnReach
  ) {
    self.graph = graph
    self.question = question
    self.scope = scope
    self.reach = reach
    tops = rollUp.top
  }

  /// A piece of evidence: an offer and the relation it leads on through, or a fact and the way it
  /// takes.
  private struct Statement {
    let column: UInt32
    let provider: UInt32
    /// The row of the offer, or the number of the fact.
    let source: UInt32
    let via: UInt32
    let basis: Basis
    let isOffer: Bool
  }

  func coverage(of columns: CoverageAxis) -> [GeneralCoverage] {
    let statements = offers() + facts()
    // By column, then by provider; each provider's evidence stays in its order.
    var order = Array(statements.indices)
    order = sorted(order, keyCount: tops.count) { Int(statements[$0].provider) }
    order = sorted(order, keyCount: columns.count) { Int(statements[$0].column) }
    let nodes = graph.graph.nodes
    var place = 0
    return columns.nodeRows.enumerated().map { column, row in
      var providers: [GeneralCoverage.Provider] = []
      while place < order.count, Int(statements[order[place]].column) == column {
        let start = place
        let row = statements[order[start]].provider
        while place < order.count, Int(statements[order[place]].column) == column,
          statements[order[place]].provider == row
        {
          place += 1
        }
        providers.append(provider(Int(row), order[start..<place].map { statements[$0] }))
      }
      return GeneralCoverage(column: nodes[Int(row)].id, providers: providers)
    }
  }

  private func provider(_ row: Int, _ statements: [Statement]) -> GeneralCoverage.Provider {
    let node = graph.graph.nodes[row]
    var edges: [EdgeID] = []
    var witnesses: [CoverageWitness] = []
    var last: Statement?
    for statement in statements {
      if statement.isOffer {
        edges.append(graph.graph.tables.edges.id(of: Int(statement.source)))
        edges.append(graph.graph.tables.edges.id(of: Int(statement.via)))
      } else if last?.source != statement.source || last?.via != statement.via {
        // Two providers of a fact may count as one whole.
        last = statement
        witnesses.append(
          CoverageWitness(
            graph,
            fact: Int(statement.source),
            via: statement.via,
            basis: statement.basis
          )
        )
      }
    }
    return GeneralCoverage.Provider(
      id: node.id,
      designation: node[.designation] ?? .named,
      edges: edges,
      witnesses: witnesses
    )
  }

  /// Sorts with a counting sort, which keeps the order of equals.
  private func sorted(_ order: [Int], keyCount: Int, by key: (Int) -> Int) -> [Int] {
    var starts = [Int](repeating: 0, count: keyCount + 1)
    for number in order { starts[key(number) + 1] += 1 }
    for place in 0..<keyCount { starts[place + 1] += starts[place] }
    var sorted = order
    for number in order {
      sorted[starts[key(number)]] = number
      starts[key(number)] += 1
    }
    return sorted
  }

  /// An offer counts unless a fact tells of the same provider doing the same thing somewhere:
  /// then the offer repeats that fact.
  private func offers() -> [Statement] {
    let offers = graph.graph.edges(of: question.generalOffer)
    guard !offers.isEmpty else { return [] }
    let isTold = areTold(offers)
    var statements: [Statement] = []
    for (number, offer) in offers.enumerated() where !isTold[number] {
      guard scope.leftOut(offer).isEmpty else { continue }
      for relation in reach.relations {
        for place in relation.targets.run(UInt32(offer.to.row)) {
          let link = relation.targets.links[place]
          guard CoverageAxis.isAsked(link.column), link.reasons.isEmpty else { continue }
          statements.append(
            Statement(
              column: link.column,
              provider: tops[offer.from.row],
              source: UInt32(offer.row),
              via: link.edge,
              basis: link.basis,
              isOffer: true
            )
          )
        }
      }
    }
    return statements
  }

  private func facts() -> [Statement] {
    let rowEnds = graph.facts.ends(question.rows)
    let providers = graph.facts.ends(question.providers)
    var statements: [Statement] = []
    var reached: [ColumnReach.End] = []
    for fact in 0..<graph.facts.count where rowEnds.run(fact).isEmpty {
      reach.findColumns(of: fact, in: &reached)
      for end in reached where end.reasons.isEmpty && CoverageAxis.isAsked(end.column) {
        for place in providers.run(fact) {
          statements.append(
            Statement(
              column: end.column,
              provider: tops[Int(providers.rows[place])],
              source: UInt32(fact),
              via: end.via,
              basis: end.basis,
              isOffer: false
            )
          )
        }
      }
    }
    return statements
  }

  /// Which offers a fact that names a row tells of, whether it counts or not: it has the offer's
  /// provider and thing.
  private func areTold(_ offers: [Edge]) -> [Bool] {
    let none = UInt32.max
    // The offers of each provider as a chain: most facts belong to nobody who offers.
    var first = [UInt32](repeating: none, count: tops.count)
    var next = [UInt32](repeating: none, count: offers.count)
    for (number, offer) in offers.enumerated() {
      let provider = Int(tops[offer.from.row])
      next[number] = first[provider]
      first[provider] = UInt32(number)
    }
    let things = offers.map { UInt32($0.to.row) }
    var isTold = [Bool](repeating: false, count: offers.count)
    let factCount = graph.facts.count
    let rowEnds = graph.facts.ends(question.rows)
    let providers = graph.facts.ends(question.providers)
    for role in Set(question.derivations.map(\.role)) {
      let ends = graph.facts.ends(role)
      for fact in 0..<factCount where !rowEnds.run(fact).isEmpty {
        for place in providers.run(fact) {
          var offer = first[Int(tops[Int(providers.rows[place])])]
          while offer != none {
            for end in ends.run(fact) where ends.rows[end] == things[Int(offer)] {
              isTold[Int(offer)] = true
            }
            offer = next[Int(offer)]
          }
        }
      }
    }
    return isTold
  }
}
