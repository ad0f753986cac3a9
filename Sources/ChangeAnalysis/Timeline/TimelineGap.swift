public import CoverageAnalysis
public import GraphCore

/// Steps one after the other in which a cell has no provider by name.
public struct TimelineGap: Hashable, Sendable {
  /// The row's node.
  public let row: NodeID
  /// The column's node.
  public let column: NodeID
  /// The places of the steps.
  public let steps: Range<Int>
  /// Whether unnamed providers are reported in some of them.
  public let hasUnnamed: Bool
  /// Whether the gap opened in the series: a provider was reported by name in the step before.
  public let isOpened: Bool
  /// Whether the gap closed in the series: a provider is reported by name in the step after.
  public let isClosed: Bool
  /// The statements that held in the step before and no more in the first.
  public let ended: [CoverageWitness]
  /// The statements that hold in the step after and not yet in the last.
  public let began: [CoverageWitness]
}

extension CoverageTimeline {
  /// Every span without a provider by name, row by row, the earliest first.
  ///
  /// A gap is what `gaps` calls so: nobody, or nobody by name, is reported, in a cell that is needed
  /// and can be seen.
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

  /// The spans of a cell without a provider by name, the earliest first.
  public func gaps(row: Int, column: Int) -> [TimelineGap] {
    let spans = spans(row: row, column: column)
    guard spans.contains(where: \.state.isOpen) else { return [] }
    let statements = report.statements(of: report.index(row: row, column: column))
    let held = statements.map { steps(of: $0) }
    func witnesses(_ isWanted: (Range<Int>) -> Bool) -> [CoverageWitness] {
      statements.indices.filter { isWanted(held[$0]) }.map { report.witness(statements[$0]) }
    }
    var gaps: [TimelineGap] = []
    var place = 0
    while place < spans.count {
      let start = place
      while place < spans.count, spans[place].state.isOpen { place += 1 }
      guard place > start else {
        place += 1
        continue
      }
      let steps = spans[start].steps.lowerBound..<spans[place - 1].steps.upperBound
      let isOpened = start > 0 && spans[start - 1].state.isHeld
      let isClosed = place < spans.count && spans[place].state.isHeld
      gaps.append(
        TimelineGap(
          row: rows[row],
          column: columns[column],
          steps: steps,
          hasUnnamed: spans[start..<place].contains { $0.state == .unnamedOnly },
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
