internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// Who is reported by name in each row and in each column of a matrix, with the facts.
struct ReportedActors {
  /// A cell that an actor is reported in.
  private struct Cell {
    let row: NodeID
    let column: NodeID
    let facts: [NodeID]
  }

  /// How firmly a report speaks for an engagement; less is firmer.
  struct Strength: Comparable {
    /// 0 for row and column, 1 for the column elsewhere, 2 for the row alone.
    let kind: Int
    let rowCount: Int
    let columnCount: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.kind, -left.rowCount, -left.columnCount)
        < (right.kind, -right.rowCount, -right.columnCount)
    }
  }

  private var cells: [Cell] = []
  /// The cells of each actor, by row and by column.
  private var inRows: [NodeID: [NodeID: [Int]]] = [:]
  private var inColumns: [NodeID: [NodeID: [Int]]] = [:]

  /// Collects them from the whole matrix, also where only a part is asked of.
  init(_ report: CoverageReport) {
    // Who works where nothing is needed works there all the same.
    for cell in report.whole.cells {
      for provider in cell.providers where provider.designation == .named {
        var facts: [NodeID] = []
        for witness in provider.witnesses where facts.last != witness.fact {
          facts.append(witness.fact)
        }
        inRows[cell.row, default: [:]][provider.id, default: []].append(cells.count)
        inColumns[cell.column, default: [:]][provider.id, default: []].append(cells.count)
        cells.append(Cell(row: cell.row, column: cell.column, facts: facts))
      }
    }
  }

  /// Who may take up a cell: reported in its row or in its column, but not in it.
  func actors(row: NodeID, column: NodeID) -> Set<NodeID> {
    let (own, others) = (inRows[row] ?? [:], inColumns[column] ?? [:])
    return Set(own.keys).union(others.keys)
      .filter { actor in !(own[actor] ?? []).contains { cells[$0].column == column } }
  }

  /// How firmly what is reported of an actor speaks for a cell.
  func strength(_ actor: NodeID, row: NodeID, column: NodeID) -> Strength {
    let columns = inRows[row]?[actor]?.count ?? 0
    let rows = inColumns[column]?[actor]?.count ?? 0
    return Strength(
      kind: rows == 0 ? 2 : columns == 0 ? 1 : 0,
      rowCount: rows,
      columnCount: columns
    )
  }

  /// What is reported of an actor that speaks for a cell.
  func ground(_ actor: NodeID, row: NodeID, column: NodeID) -> EngagementGround {
    let columns = inRows[row]?[actor] ?? []
    let rows = inColumns[column]?[actor] ?? []
    var seen: Set<NodeID> = []
    return .reported(
      EngagementGround.Reported(
        columns: columns.map { cells[$0].column },
        rows: rows.map { cells[$0].row },
        facts: (columns + rows).flatMap { cells[$0].facts }.filter { seen.insert($0).inserted }
      )
    )
  }
}
