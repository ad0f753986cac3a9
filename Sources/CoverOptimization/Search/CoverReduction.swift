/// Removes rows and columns that others make needless, before the search.
///
/// A column is needless if another one covers its rows for no more; a row, if whatever covers
/// another one covers it as often as it needs. Both are old; Beasley (1987) describes them.
struct CoverReduction {
  private let cover: CompactCover
  private var marks: [Int32]
  private var stamp: Int32 = 0

  init(_ cover: CompactCover) {
    self.cover = cover
    marks = [Int32](repeating: 0, count: max(cover.rowCount, cover.columnCount))
  }

  /// How many entries may be looked at; where comparing would take more, nothing is compared.
  private static let mostWork = 50_000_000

  /// Drops needless columns, but where comparing them would take too long.
  ///
  /// - Returns: How many there were.
  mutating func dropColumns() -> Int {
    let length = cover.columnRows.count / max(1, cover.columnCount)
    var work = 0
    for column in 0..<cover.columnCount {
      let fewest = rows(of: column).map { columns(of: Int(cover.columnRows[$0])).count }.min()
      work += (fewest ?? 0) * length
    }
    guard work <= Self.mostWork else { return 0 }
    var count = 0
    for column in 0..<cover.columnCount
    where cover.decisions[column] == .free && isNeedless(column: column) {
      cover.decisions[column] = .dropped
      count += 1
    }
    return count
  }

  /// Asks nothing any more of needless rows, but where comparing them would take too long.
  ///
  /// - Returns: How many there were; with a budget none is, since each has its own weight.
  mutating func dropRows() -> Int {
    guard cover.penalties.isEmpty else { return 0 }
    var work = 0
    for column in 0..<cover.columnCount {
      let length = rows(of: column).count
      work += length * length
    }
    guard work <= Self.mostWork else { return 0 }
    var count = 0
    for row in 0..<cover.rowCount where isNeedless(row: row) {
      cover.demands[row] = 0
      count += 1
    }
    return count
  }

  private func rows(of column: Int) -> Range<Int> {
    Int(cover.columnStarts[column])..<Int(cover.columnStarts[column + 1])
  }

  private func columns(of row: Int) -> Range<Int> {
    Int(cover.rowStarts[row])..<Int(cover.rowStarts[row + 1])
  }

  private mutating func isNeedless(column: Int) -> Bool {
    let own = rows(of: column)
    stamp += 1
    var rarest = -1
    for entry in own {
      let row = Int(cover.columnRows[entry])
      // Where a row needs several columns, both may be needed.
      if cover.demands[row] != 1 { return false }
      marks[row] = stamp
      if rarest < 0 || columns(of: row).count < columns(of: rarest).count { rarest = row }
    }
    guard rarest >= 0 else { return true }
    for entry in columns(of: rarest) {
      let other = Int(cover.rowColumns[entry])
      guard other != column, cover.decisions[other] == .free, stands(for: column, other) else {
        continue
      }
      let theirs = rows(of: other)
      if theirs.count < own.count { continue }
      // Of two that are alike the first stays.
      if theirs.count == own.count, cover.costs[other] == cover.costs[column],
        stands(for: other, column), other > column
      {
        continue
      }
      var shared = 0
      for place in theirs where marks[Int(cover.columnRows[place])] == stamp { shared += 1 }
      if shared == own.count { return true }
    }
    return false
  }

  /// Tells whether a column may be replaced by another one as far as money and groups go.
  private func stands(for column: Int, _ other: Int) -> Bool {
    var cost = cover.costs[other]
    let segment = Int(cover.columnSegments[other])
    if segment >= 0, segment != Int(cover.columnSegments[column]) {
      if cover.segments[segment].capacity < cover.segments[segment].end
        - cover.segments[segment].start
      {
        return false
      }
      cost += cover.segments[segment].fixedCost
    }
    return cost <= cover.costs[column]
  }

  private mutating func isNeedless(row: Int) -> Bool {
    // The row is needless if another row, with no smaller demand, has only columns of this row.
    let own = columns(of: row)
    stamp += 1
    for entry in own { marks[Int(cover.rowColumns[entry])] = stamp }
    for entry in own {
      let column = Int(cover.rowColumns[entry])
      for place in rows(of: column) {
        let other = Int(cover.columnRows[place])
        guard other != row, cover.demands[other] >= cover.demands[row] else { continue }
        let theirs = columns(of: other)
        // Each other row is looked at from its first column alone.
        if theirs.count > own.count || Int(cover.rowColumns[theirs.lowerBound]) != column {
          continue
        }
        if theirs.count == own.count, cover.demands[other] == cover.demands[row], other > row {
          continue
        }
        var isWithin = true
        for third in theirs where marks[Int(cover.rowColumns[third])] != stamp {
          isWithin = false
          break
        }
        if isWithin { return true }
      }
    }
    return false
  }
}
