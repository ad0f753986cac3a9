internal import AssistanceModel
internal import GraphCore

/// Finds the columns of each fact: those that it names, and those that its ends lead to.
struct ColumnReach {
  /// A column of a fact, and whether the fact counts there.
  struct End {
    var column: UInt32
    /// The row of the relation that leads there; `CoverageEntries.Entry.direct` if it is named.
    var via: UInt32
    var basis: Basis
    var reasons: LeftOut
  }

  private let facts: FactTable
  private let scope: Scope
  private let columns: CoverageAxis
  private let columnEnds: FactTable.Ends
  private let ways: [(ends: FactTable.Ends, targets: ColumnLinks)]

  init(_ graph: AssistanceGraph, _ question: CoverageQuestion, _ columns: CoverageAxis) {
    facts = graph.facts
    scope = Scope(question)
    self.columns = columns
    columnEnds = facts.ends(question.columns)
    ways = question.derivations.map { way in
      (graph.facts.ends(way.role), ColumnLinks(graph, way.relation, to: columns))
    }
  }

  /// The columns of a fact, each way there once; what it names is not derived as well.
  func columns(of fact: Int) -> [End] {
    let claim = Claim(facts, fact)
    let stated = scope.leftOut(claim)
    var reached: [End] = []
    for end in columnEnds.of(fact) {
      let column = columns.places[Int(end)]
      guard column != CoverageAxis.none, !reached.contains(where: { $0.column == column }) else {
        continue
      }
      let via = CoverageEntries.Entry.direct
      reached.append(End(column: column, via: via, basis: claim.basis, reasons: stated))
    }
    let named = reached.count
    for way in ways {
      for end in way.ends.of(fact) {
        for link in way.targets.of(end) {
          let isKnown = reached.indices.contains { index in
            index < named
              ? reached[index].column == link.column : reached[index].via == link.edge
          }
          guard !isKnown else { continue }
          reached.append(
            End(
              column: link.column,
              via: link.edge,
              basis: weaker(claim.basis, link.claim.basis),
              reasons: scope.leftOut(claim, over: link.claim)
            )
          )
        }
      }
    }
    return reached
  }
}
