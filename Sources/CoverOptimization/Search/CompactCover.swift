/// What is left of a question at one node of the search, in compressed rows both ways.
///
/// Only rows that still demand something and columns that may still be taken are held, so that a
/// pass over the matrix costs no more than it must. All amounts are whole numbers held as doubles:
/// costs, weights and prices are multiplied by one scale at the start, so that sums are exact and
/// a bound needs no tolerance.
final class CompactCover {
  /// Columns that share a fixed cost and a capacity; they lie side by side.
  struct Segment {
    /// The index of the group in the instance.
    var group: Int32
    var start: Int
    var end: Int
    /// What opening the group costs; 0 once it is paid.
    var fixedCost: Double
    /// How many more of its columns may be taken.
    var capacity: Int
    /// How often the relaxation opened it of late, from 0 to 1.
    var share = 0.0
  }

  /// What is decided about a column.
  enum Decision: UInt8 {
    case free, taken, dropped
  }

  var rowNames: [Int32] = []
  /// How many more columns each row needs, at least 1.
  var demands: [Double] = []
  /// What leaving each row costs; empty where every row must be covered.
  var penalties: [Double] = []
  /// The best prices known for each row.
  var prices: [Double] = []
  /// The highest price that makes sense for each row.
  var priceLimits: [Double] = []
  var rowStarts: [Int32] = [0]
  var rowColumns: [Int32] = []

  var columnNames: [Int32] = []
  var costs: [Double] = []
  /// How often each column was in the relaxation's answer of late, from 0 to 1.
  var shares: [Double] = []
  var columnStarts: [Int32] = [0]
  var columnRows: [Int32] = []
  /// The segment of each column, or -1; columns without one come first.
  var columnSegments: [Int32] = []
  var segments: [Segment] = []

  /// What is lost already: costs of columns taken or, with a budget, weights of rows given up.
  var base = 0.0
  /// What may still be spent, or `nil` where costs are the objective.
  var budget: Double?
  /// The best price known of a unit of the budget; 1 where costs are the objective.
  var budgetPrice = 1.0
  /// The highest price of a row where every row must be covered.
  var highestPrice = 0.0

  /// What is decided about each column; `shrink` carries it out.
  var decisions: [Decision] = []
  /// Whether each segment is to be opened, whatever is taken of it.
  var opens: [Bool] = []

  var rowCount: Int { rowNames.count }
  var columnCount: Int { columnNames.count }

  // What `settle` finds out.
  private var left: [Double] = []
  private var live: [Double] = []
  private var settledBase = 0.0
  private var settledBudget: Double?

  /// Takes a column and pays for it.
  private func take(_ column: Int) {
    decisions[column] = .taken
    for entry in columnStarts[column]..<columnStarts[column + 1] {
      left[Int(columnRows[Int(entry)])] -= 1
    }
    pay(costs[column])
    let segment = Int(columnSegments[column])
    if segment >= 0 {
      open(segment)
      segments[segment].capacity -= 1
    }
  }

  private func open(_ segment: Int) {
    pay(segments[segment].fixedCost)
    segments[segment].fixedCost = 0
  }

  private func pay(_ amount: Double) {
    if let before = settledBudget { settledBudget = before - amount } else { settledBase += amount }
  }

  /// Carries out the decisions and what follows from them.
  ///
  /// - Returns: Whether anything can still come of it.
  private func settle() -> Bool {
    left = demands
    settledBase = base
    settledBudget = budget
    for segment in segments.indices where opens[segment] { open(segment) }
    for column in decisions.indices where decisions[column] == .taken { take(column) }
    var isSettled = false
    while !isSettled {
      guard dropWhatDoesNotFit() else { return false }
      countLive()
      isSettled = true
      for row in left.indices where left[row] > 0 {
        if live[row] < left[row] {
          if penalties.isEmpty { return false }
          settledBase += penalties[row]
          left[row] = 0
        } else if live[row] == left[row], penalties.isEmpty {
          // Every column that is left is needed.
          for entry in rowStarts[row]..<rowStarts[row + 1] {
            let column = Int(rowColumns[Int(entry)])
            if decisions[column] == .free { take(column) }
          }
          isSettled = false
        }
      }
    }
    return true
  }

  private func dropWhatDoesNotFit() -> Bool {
    for segment in segments {
      if segment.capacity < 0 { return false }
      if segment.capacity == 0 { drop(from: segment) }
    }
    guard let settledBudget else { return true }
    if settledBudget < 0 { return false }
    for column in decisions.indices where decisions[column] == .free {
      let segment = Int(columnSegments[column])
      let fixed = segment < 0 ? 0 : segments[segment].fixedCost
      if costs[column] + fixed > settledBudget { decisions[column] = .dropped }
    }
    return true
  }

  /// Drops every column of a segment that is still free.
  func drop(from segment: Segment) {
    for column in segment.start..<segment.end where decisions[column] == .free {
      decisions[column] = .dropped
    }
  }

  private func countLive() {
    live.removeAll(keepingCapacity: true)
    live.append(contentsOf: repeatElement(0, count: rowCount))
    for column in decisions.indices where decisions[column] == .free {
      for entry in columnStarts[column]..<columnStarts[column + 1] {
        live[Int(columnRows[Int(entry)])] += 1
      }
    }
  }

  /// Writes what is left after the decisions into another cover, and forgets the decisions.
  ///
  /// - Parameters:
  ///   - next: Where to write; what it held is lost.
  ///   - taken: Gets the names of the columns that were taken.
  /// - Returns: Whether anything can still come of it; if not, `next` holds nothing of use.
  func shrink(into next: CompactCover, taken: inout [Int32]) -> Bool {
    let before = segments
    defer {
      segments = before
      resetDecisions()
    }
    guard settle() else { return false }
    next.clear()
    next.base = settledBase
    next.budget = settledBudget
    next.budgetPrice = budgetPrice
    next.highestPrice = highestPrice
    keepRows(in: next)
    keepColumns(in: next, taken: &taken)
    next.indexRows()
    next.resetDecisions()
    return true
  }

  private func keepRows(in next: CompactCover) {
    for row in left.indices {
      guard left[row] > 0 else {
        live[row] = -1
        continue
      }
      live[row] = Double(next.rowNames.count)
      next.rowNames.append(rowNames[row])
      next.demands.append(left[row])
      if penalties.isEmpty {
        next.priceLimits.append(highestPrice)
        next.prices.append(prices[row])
      } else {
        next.penalties.append(penalties[row])
        let limit = (penalties[row] / left[row]).rounded(.down)
        next.priceLimits.append(limit)
        next.prices.append(min(limit, prices[row]))
      }
    }
  }

  private func keepColumns(in next: CompactCover, taken: inout [Int32]) {
    var latest = -1
    for column in decisions.indices {
      if decisions[column] == .taken { taken.append(columnNames[column]) }
      guard decisions[column] == .free else { continue }
      let start = next.columnRows.count
      for entry in columnStarts[column]..<columnStarts[column + 1] {
        let row = live[Int(columnRows[Int(entry)])]
        if row >= 0 { next.columnRows.append(Int32(row)) }
      }
      // A column that covers nothing any more is of no use.
      if next.columnRows.count == start { continue }
      next.columnStarts.append(Int32(next.columnRows.count))
      next.columnNames.append(columnNames[column])
      next.costs.append(costs[column])
      next.shares.append(shares[column])
      let segment = Int(columnSegments[column])
      guard segment >= 0 else {
        next.columnSegments.append(-1)
        continue
      }
      let index = next.columnNames.count - 1
      if segment != latest {
        latest = segment
        var opened = segments[segment]
        opened.start = index
        next.segments.append(opened)
      }
      next.segments[next.segments.count - 1].end = index + 1
      next.columnSegments.append(Int32(next.segments.count - 1))
    }
  }

  private func clear() {
    rowNames.removeAll(keepingCapacity: true)
    demands.removeAll(keepingCapacity: true)
    penalties.removeAll(keepingCapacity: true)
    prices.removeAll(keepingCapacity: true)
    priceLimits.removeAll(keepingCapacity: true)
    columnNames.removeAll(keepingCapacity: true)
    costs.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    columnStarts.removeAll(keepingCapacity: true)
    columnStarts.append(0)
    columnRows.removeAll(keepingCapacity: true)
    columnSegments.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
  }

  /// Makes the rows' lists of columns from the columns' lists of rows.
  func indexRows() {
    rowStarts.removeAll(keepingCapacity: true)
    rowStarts.append(contentsOf: repeatElement(0, count: rowCount + 1))
    for row in columnRows { rowStarts[Int(row) + 1] += 1 }
    for row in 0..<rowCount { rowStarts[row + 1] += rowStarts[row] }
    rowColumns.removeAll(keepingCapacity: true)
    rowColumns.append(contentsOf: repeatElement(0, count: columnRows.count))
    live.removeAll(keepingCapacity: true)
    for row in 0..<rowCount { live.append(Double(rowStarts[row])) }
    for column in 0..<columnCount {
      for entry in columnStarts[column]..<columnStarts[column + 1] {
        let row = Int(columnRows[Int(entry)])
        rowColumns[Int(live[row])] = Int32(column)
        live[row] += 1
      }
    }
  }

  /// Forgets all decisions.
  func resetDecisions() {
    decisions.removeAll(keepingCapacity: true)
    decisions.append(contentsOf: repeatElement(.free, count: columnCount))
    opens.removeAll(keepingCapacity: true)
    opens.append(contentsOf: repeatElement(false, count: segments.count))
  }
}
