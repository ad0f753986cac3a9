internal import CoverageAnalysis
internal import GraphCore

/// How the gaps of a report are shown: line by line while that can be read, gathered above that.
///
/// A gap is a cell where nobody is reported. No gap is lost: each is a line of
/// its own, or stands in the count of a gathered line, or in the counts on both of its ends.
struct CoordinationGaps {
  /// A line of gaps between a node of the columns and a node of the rows.
  struct Line: Hashable {
    let column: Int
    let row: Int
    /// How many cells have no reported activity.
    let gaps: Int
    /// How many cells there are between the two where somebody could be reported.
    let cells: Int

    /// How many of the cells are gaps.
    var share: Double { Double(gaps) / Double(cells) }
  }

  /// More gaps than this are gathered; so many dashed lines can still be told apart.
  static let lineLimit = 30

  /// More rows than this, in which nothing at all is reported, are gathered however few their gaps.
  static let silentLimit = 12

  /// The lines, the gravest last, which is on top.
  private(set) var lines: [Line] = []
  /// The rows, as places in the report, that one card stands for: nothing is reported in them.
  private(set) var silentRows: [Int] = []
  /// The nodes of the columns from which a line leads to that card.
  private(set) var silentColumns: [Int] = []
  /// Whether every gap is a line, or part of a line, of its own.
  private(set) var areAllDrawn = true
  /// The share of cells from which on a line is drawn between families.
  private(set) var leastShare = 0.0

  /// Decides how gaps are shown.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - columns: The nodes that its columns are drawn as.
  ///   - rows: The nodes that its rows are drawn as.
  ///   - isFull: Whether every gap is to be a line.
  init(
    _ report: CoverageReport,
    columns: CoordinationColumn,
    rows: CoordinationColumn,
    isFull: Bool
  ) {
    let columnPlaces = report.columns.map { columns.places[.node($0)] ?? 0 }
    let rowPlaces = report.rows.map { rows.places[.node($0)] ?? 0 }
    let all = Self.pairs(report, columnPlaces, rowPlaces)
    let isCollapsed = columns.isCollapsed || rows.isCollapsed
    guard !isFull, !isCollapsed else {
      lines = all
      if !isFull, all.count > Self.lineLimit { gatherByShare(all) }
      return
    }
    let silent = report.rows.indices.filter { row in
      !report.columns.isEmpty
        && report.columns.indices.allSatisfy {
          report.states[report.index(row: row, column: $0)] == .nobody
        }
    }
    if silent.count > (all.count > Self.lineLimit ? 2 : Self.silentLimit) {
      silentRows = silent
      let places = Set(silent.map { rowPlaces[$0] })
      silentColumns = report.columns.count > Self.lineLimit ? [] : Array(Set(columnPlaces)).sorted()
      lines = all.filter { !places.contains($0.row) }
      areAllDrawn = !silentColumns.isEmpty
    } else {
      lines = all
    }
    if lines.count + silentColumns.count > Self.lineLimit {
      lines = []
      areAllDrawn = false
    }
  }

  /// Keeps the lines with the greatest shares, by the first share that leaves few enough.
  private mutating func gatherByShare(_ all: [Line]) {
    areAllDrawn = false
    lines = []
    for share in [0.25, 0.5, 0.75, 1] {
      let kept = all.filter { $0.share >= share }
      if kept.count <= Self.lineLimit {
        lines = kept
        leastShare = share
        return
      }
    }
  }

  /// The gaps where nobody at all is reported, between the nodes that are drawn.
  private static func pairs(
    _ report: CoverageReport,
    _ columnPlaces: [Int],
    _ rowPlaces: [Int]
  ) -> [Line] {
    var counts: [SIMD2<Int>: (gaps: Int, cells: Int)] = [:]
    var order: [SIMD2<Int>] = []
    for row in report.rows.indices {
      for column in report.columns.indices {
        let pair = SIMD2(columnPlaces[column], rowPlaces[row])
        let state = report.states[report.index(row: row, column: column)]
        guard state != .notNeeded, state != .unobservable else { continue }
        if counts[pair] == nil { order.append(pair) }
        counts[pair, default: (0, 0)].cells += 1
        if state == .nobody { counts[pair, default: (0, 0)].gaps += 1 }
      }
    }
    return order.compactMap { pair in
      guard let count = counts[pair], count.gaps > 0 else { return nil }
      return Line(column: pair.x, row: pair.y, gaps: count.gaps, cells: count.cells)
    }
    .sorted { $0.share < $1.share }
  }
}
