internal import CoverageAnalysis

extension MatrixTable {
  /// The states that are drawn, each as it is drawn.
  var legend: DiagramLegend {
    var legend = DiagramLegend()
    let rows = sections.flatMap(\.rows)
    var (drawn, shares): (Set<CoverageState>, Set<CoverageShare>) = ([], [])
    for row in rows {
      for column in columns {
        // What a changing cell says has words of its own.
        if let change, !row.isFamily, !column.isFamily {
          let places = row.members.flatMap { row in
            column.members.map { report.index(row: row, column: $0) }
          }
          if places.allSatisfy({ change.cells[$0] != nil }) { continue }
        }
        let states = states(row.members, column.members)
        if row.isFamily || column.isFamily {
          shares.insert(CoverageShare(MatrixOrder.Total(states)))
        } else {
          drawn.formUnion(states)
        }
      }
    }
    for share in CoverageShare.allCases where shares.contains(share) {
      let mark = CoverageMark(share, nil, manner, theme)
      legend.add(.table(mark.sample), share.phrase)
    }
    let states: [CoverageState] = [
      .nobody, .unnamedOnly, .one, .several, .unobservable, .notNeeded,
    ]
    for state in states where drawn.contains(state) {
      let mark = CoverageMark(state, named: 2, manner, theme)
      legend.add(.table(mark.sample), phrase(state))
    }
    for (sample, phrase) in change?.samples(isCollapsed: isCollapsed) ?? [] {
      legend.add(.table(CoverageMark(sample, manner, theme).sample), phrase)
    }
    let hasUnnamed = order.rows.contains { row in
      order.columns.contains { column in
        drawn.contains(.several)
          && report.states[report.index(row: row, column: column)] == .several
          && providers(row: row, column: column).hasUnnamed
      }
    }
    if hasUnnamed {
      let mark = CoverageMark(.several, named: 2, hasUnnamed: true, manner, theme)
      legend.add(.table(mark.sample), "unnamed ones besides")
    }
    return legend
  }

  private func phrase(_ state: CoverageState) -> String {
    state == .several ? "\(state.phrase): how many" : state.phrase
  }

  /// About how wide the matrix is, in points.
  var width: Double {
    200 + Double(columns.count) * (columnWidth + 2) + 70
  }
}
