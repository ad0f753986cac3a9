internal import AssistanceModel
package import GraphCore

/// A statement filed into a cell.
package struct FiledStatement: Sendable {
  /// The number of the fact.
  package let fact: Int
  /// What says so.
  package let witness: CoverageWitness
  /// Why it does not count; empty if it does.
  package let reasons: LeftOut
}

// What plans are made of, beside the cells as people see them.

extension CoverageReport {
  /// The statements that count in a cell, in the order of facts.
  package func statements(row: Int, column: Int) -> [FiledStatement] {
    counted.of(index(row: row, column: column)).map { filed($0) }
  }

  /// The statements that a wider question would count in a cell.
  package func statementsLeftOut(row: Int, column: Int) -> [FiledStatement] {
    leftOut.of(index(row: row, column: column)).map { filed($0) }
  }

  private func filed(_ entry: CoverageEntries.Entry) -> FiledStatement {
    FiledStatement(
      fact: Int(entry.fact),
      witness: CoverageWitness(graph, fact: Int(entry.fact), via: entry.via, basis: entry.basis),
      reasons: entry.reasons
    )
  }

  /// A fact as a witness for itself, whatever column it names.
  package func witness(ofFact fact: Int) -> CoverageWitness {
    CoverageWitness(
      graph,
      fact: fact,
      via: CoverageEntries.Entry.direct,
      basis: graph.facts.bases[fact]
    )
  }

  /// Why each fact does not count by itself, by its number.
  package var factsLeftOut: [LeftOut] { Scope(question).leftOut(graph.facts) }

  /// The relations of some kinds that count in the question, in the order of the graph.
  package func countedRelations(_ kinds: [EdgeKind]) -> [Edge] {
    let scope = Scope(question)
    let table = graph.graph.tables.edges
    let numbers = Set(kinds.compactMap { table.kindTable.number(of: $0) })
    guard !numbers.isEmpty else { return [] }
    return table.kinds.indices.lazy.filter { numbers.contains(table.kinds[$0]) }
      .map { Edge(graph: graph.graph, row: $0) }
      .filter { scope.leftOut($0).isEmpty }
  }

  /// For each node, the row of the node under which it counts.
  package var tops: [UInt32] { rollUp.top }
}
