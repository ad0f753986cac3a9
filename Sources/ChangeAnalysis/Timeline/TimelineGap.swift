public import CoverageAnalysis
public import GraphCore

/// Steps one after the other in which a cell has fewer providers by name than it needs: none, where
/// needs say nothing.
public struct TimelineGap: Hashable, Sendable {
  /// The row's node.
  public let row: NodeID
  /// The column's node.
  public let column: NodeID
  /// The places of the steps.
  public let steps: Range<Int>
  /// Whether unnamed providers are reported in some of them.
  public let hasUnnamed: Bool
  /// Whether providers are reported by name in some of them, but fewer than needs require.
  public let isShort: Bool
  /// Whether the gap opened in the series: as many as are needed were reported in the step before.
  public let isOpened: Bool
  /// Whether the gap closed in the series: as many as are needed are reported in the step after.
  public let isClosed: Bool
  /// The statements that held in the step before and no more in the first.
  public let ended: [CoverageWitness]
  /// The statements that hold in the step after and not yet in the last.
  public let began: [CoverageWitness]
}

extension CoverageTimeline {
  /// Every span with fewer providers by name than are needed, row by row, the earliest first.
  ///
  /// A gap is what `gaps` calls so: nobody, nobody by name, or fewer by name than needs require are
  /// reported, in a cell that is needed and can be seen.
  ///
  ///     series.gaps().filter(\.isOpened)  // those that opened in the series
  ///
  /// - Returns: The gaps, those of cells that were never covered among them.
  /// - Complexity: O(*k*·*s* + *e*) for *k* cells, *s* steps and *e* statements in cells with gaps.
  public func gaps() -> [TimelineGap] {
    var gaps: [TimelineGap] = []
    for row in rows.indices {
      for column in columns.indices { gaps += self.gaps(row: row, column: column) }
    }
    return gaps
  }

  /// The spans of a cell with fewer providers by name than are needed, the earliest first.
  public func gaps(row: Int, column: Int) -> [TimelineGap] {
    let spans = spans(row: row, column: column)
    guard spans.contains(where: \.isGap) else { return [] }
    let statements = report.statements(of: report.index(row: row, column: column))
    let held = statements.map { steps(of: $0) }
    func witnesses(_ isWanted: (Range<Int>) -> Bool) -> [CoverageWitness] {
      statements.indices.filter { isWanted(held[$0]) }.map { report.witness(statements[$0]) }
    }
    var gaps: [TimelineGap] = []
    var place = 0
    while place < spans.count {
      let start = place
      while place < spans.count, spans[place].isGap { place += 1 }
      guard place > start else {
        place += 1
        continue
      }
      let steps = spans[start].steps.lowerBound..<spans[place - 1].steps.upperBound
      let isOpened = start > 0 && spans[start - 1].isMet
      let isClosed = place < spans.count && spans[place].isMet
      gaps.append(
        TimelineGap(
          row: rows[row],
          column: columns[column],
          steps: steps,
          hasUnnamed: spans[start..<place].contains { $0.state == .unnamedOnly },
          isShort: spans[start..<place].contains(where: \.isShort),
          isOpened: isOpened,
          isClosed: isClosed,
          ended: isOpened ? witnesses { $0.upperBound == steps.lowerBound && !$0.isEmpty } : [],
          began: isClosed ? witnesses { $0.lowerBound == steps.upperBound && !$0.isEmpty } : []
        )
      )
    }
    return gaps
  }
}

extension CoverageTimeline.Span {
  /// Whether the cell has fewer providers by name than it needs.
  var isGap: Bool { state.isOpen || isShort }
  /// Whether it has as many as it needs.
  var isMet: Bool { state.isHeld && !isShort }
}
