internal import AssistanceModel
package import GraphCore

extension CoverageReport {
  /// A statement that counts in a cell, by its place in the graph: for analyses that go through
  /// many of them.
  package struct Statement: Sendable {
    /// The number of the fact.
    package let fact: Int
    /// The row of the relation through which it reaches the column; `nil` if it names it.
    package let via: Int?
    let basis: Basis
  }

  /// The statements that count in a cell, in the order of facts.
  package func statements(of cell: Int) -> [Statement] {
    counted.of(cell).map { entry in
      Statement(
        fact: Int(entry.fact),
        via: entry.via == CoverageEntries.Entry.direct ? nil : Int(entry.via),
        basis: entry.basis
      )
    }
  }

  /// The statement as answers tell it.
  package func witness(_ statement: Statement) -> CoverageWitness {
    CoverageWitness(
      graph,
      fact: statement.fact,
      via: statement.via.map { UInt32($0) } ?? CoverageEntries.Entry.direct,
      basis: statement.basis
    )
  }

  /// The row under which each node counts in the report.
  package var wholes: [UInt32] { rollUp.top }

  /// The row under which each node counts in a span of time.
  package func wholes(in period: Validity) -> [UInt32] {
    RollUp(graph, through: question.rollUp, in: period).top
  }
}
