internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// A cell that has fewer providers than it needs.
struct ClosureNeed {
  let row: NodeID
  let column: NodeID
  let required: Int
  /// Who is reported by name.
  let providers: [NodeID]
  let weight: Double

  var deficit: Int { required - providers.count }
}

extension CoverageReport {
  /// The cells that have fewer providers than they need, row by row.
  ///
  /// A cell in which the sources could not show activity is no gap: nobody knows.
  func closureNeeds() -> [ClosureNeed] {
    var needs: [ClosureNeed] = []
    for row in rows.indices {
      for column in columns.indices {
        let index = index(row: row, column: column)
        guard deficit(of: index) > 0 else { continue }
        let providers = cell(row: row, column: column).providers
          .filter { $0.designation == .named }.map(\.id)
        needs.append(
          ClosureNeed(
            row: rows[row],
            column: columns[column],
            required: required(of: index),
            providers: providers,
            weight: weight(of: index)
          )
        )
      }
    }
    return needs
  }
}
