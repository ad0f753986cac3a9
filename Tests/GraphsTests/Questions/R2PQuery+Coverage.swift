import AssistanceModel
import CoverageAnalysis
import GraphCore

extension R2PQuery {
  /// Questions about the matrix of cases and inhibitors.
  static let coverage: [R2PQuery] = [
    R2PQuery("case-count") { .number($0.report().rows.count) },
    R2PQuery("core-inhibitor-count") { .number($0.report().columns.count) },
    R2PQuery("covered-cells") { .cells($0.report().coveredCells) },
    R2PQuery("covered-cell-count") { .number($0.report().coveredCount) },
    R2PQuery("strict-strengthens-adds-nothing") { record in
      .cells(cellsAdded(to: record.report { $0.derivations = [] }, by: record.report()))
    },
    R2PQuery("thematic-cells") { record in
      .cells(cellsAdded(to: record.report(), by: record.report { $0.bases.insert(.thematic) }))
    },
    R2PQuery("inhibitor-without-case") { record in
      let report = record.report()
      let covered = Set(report.coveredCells.map(\.column))
      return .ids(report.columns.filter { !covered.contains($0) })
    },
    R2PQuery("single-provider-cells") { record in
      let single = record.report().cells.filter { $0.state == .one }
      return .texts(single.flatMap { cell in cell.providers.map { "\(cell.row) -> \($0.id)" } })
    },
    R2PQuery("guyana-covered") { record in
      let guyana = record.report { $0.onlyRows = ["case-guyana"] }
      return .ids(guyana.coveredCells.map(\.column))
    },
    R2PQuery("guyana-gaps") { record in
      let guyana = record.report { $0.onlyRows = ["case-guyana"] }
      return .ids(guyana.gaps().map(\.cell.column))
    },
    R2PQuery("widest-actor") { record in
      var columns: [NodeID: Set<NodeID>] = [:]
      for cell in record.report().coveredCells {
        for provider in cell.providers { columns[provider.id, default: []].insert(cell.column) }
      }
      let widest = columns.values.map(\.count).max()
      return .texts(
        columns.filter { $0.value.count == widest }.map { "\($0.key) -> \($0.value.count)" }
      )
    },
    R2PQuery("undp-cases") { record in
      .cells(record.report().coveredCells.filter { $0.providers.map(\.id).contains("undp") })
    },
    R2PQuery("without-undp") { record in
      .cells(record.report().coveredCells.filter { $0.providers.map(\.id) == ["undp"] })
    },
    R2PQuery("without-partners") { record in
      .cells(
        record.report().coveredCells.filter { $0.providers.map(\.id) == ["international-partners"] }
      )
    },
    R2PQuery("un-only-cells") { record in
      let cells = record.report { $0.rollUp = .partOf }.coveredCells
      return .cells(cells.filter { $0.providers.map(\.id) == ["united-nations"] })
    },
    R2PQuery("both-kinds-of-help") { record in
      let report = record.report { $0.derivations = [] }
      let covered = Set(report.coveredCells.map(\.row))
      return .ids(
        report.rows.indices.filter { row in
          covered.contains(report.rows[row])
            && report.unfiledFacts(row: row).compactMap(record.collection.graph.fact).contains {
              $0.basis == .explicit && $0.modality == .does
            }
        }.map { report.rows[$0] }
      )
    },
    R2PQuery("help-without-inhibitor") { record in
      let report = widest(record)
      let covered = Set(report.coveredCells.map(\.row))
      return .ids(
        report.rows.indices.filter { !report.unfiledFacts(row: $0).isEmpty }
          .map { report.rows[$0] }
          .filter { !covered.contains($0) }
      )
    },
    R2PQuery("cases-without-assistance") { record in
      let report = widest(record)
      let covered = Set(report.coveredCells.map(\.row))
      return .ids(
        report.rows.indices.filter { report.unfiledFacts(row: $0).isEmpty }
          .map { report.rows[$0] }
          .filter { !covered.contains($0) }
      )
    },
    R2PQuery("drc-transitional-justice") { record in
      let cell = record.report().cell("case-drc", "inhibitor-7-transitional-justice")
      return .ids(cell?.providers.map(\.id) ?? [])
    },
  ]

  /// What is covered by the second report but not by the first.
  private static func cellsAdded(
    to narrow: CoverageReport,
    by wide: CoverageReport
  ) -> [CoverageCell] {
    wide.coveredCells.filter { narrow.cell($0.row, $0.column)?.state.isCovered == false }
  }

  /// Every fact counts in the columns that it names itself.
  private static func widest(_ record: R2PRecord) -> CoverageReport {
    record.report {
      $0.bases = Set(Basis.allCases)
      $0.modalities = Set(Modality.allCases)
      $0.derivations = []
    }
  }
}
