/// A local search for cheap covers, in which rows that stay uncovered grow heavier.
///
/// It follows the idea of Gao, Weise and Li (2015): take a column out of a cover, mend what is then
/// uncovered with columns that cover the heaviest rows, and never take back at once what just left.
/// Here rows may demand several columns and columns have costs; a move that would cost as much as
/// the best cover is not made. Groups and budgets are not for this search.
struct RowWeightingSearch {
  /// How many entries of matrices were looked at so far.
  private(set) var work = 0
  /// The columns of the best cover of the last run, by their index in the cover.
  private(set) var best: [Int32] = []

  private let demands: [Int32]
  private let costs: [Double]
  private let columnStarts: [Int32]
  private let columnRows: [Int32]
  private let rowStarts: [Int32]
  private let rowColumns: [Int32]

  private var counts: [Int32]
  private var weights: [Int]
  /// What taking a column would cover, or what leaving it would uncover, negative.
  private var scores: [Int]
  private var isTaken: [Bool]
  private var taken: [Int32] = []
  private var takenPlaces: [Int32]
  private var uncovered: [Int32] = []
  private var uncoveredPlaces: [Int32]
  /// When a column was last taken or left.
  private var times: [Int]
  /// Whether something near the column has changed since it left.
  private var mayReturn: [Bool]
  private var cost = 0.0
  private var time = 0
  /// The column that left last; it is not taken at once.
  private var latest: Int32 = -1
  /// The column that was taken last; it does not leave at once.
  private var latestTaken: Int32 = -1
  private var state: UInt64

  /// Begins with a cover.
  ///
  /// - Parameters:
  ///   - cover: What is to be covered, without groups and budget.
  ///   - picks: The columns to begin with.
  ///   - seed: Where the random numbers begin.
  init(_ cover: CompactCover, picks: [Int32], seed: UInt64) {
    demands = cover.demands.map { Int32($0) }
    costs = cover.costs
    (columnStarts, columnRows) = (cover.columnStarts, cover.columnRows)
    (rowStarts, rowColumns) = (cover.rowStarts, cover.rowColumns)
    counts = [Int32](repeating: 0, count: cover.rowCount)
    weights = [Int](repeating: 1, count: cover.rowCount)
    isTaken = [Bool](repeating: false, count: cover.columnCount)
    takenPlaces = [Int32](repeating: -1, count: cover.columnCount)
    times = [Int](repeating: 0, count: cover.columnCount)
    mayReturn = [Bool](repeating: true, count: cover.columnCount)
    scores = (0..<cover.columnCount).map {
      Int(cover.columnStarts[$0 + 1] - cover.columnStarts[$0])
    }
    uncovered = (0..<Int32(cover.rowCount)).map { $0 }
    uncoveredPlaces = uncovered
    state = seed
    for column in picks { add(Int(column)) }
  }

  /// Looks for covers that cost less than a limit, and ever less.
  ///
  /// - Parameters:
  ///   - limit: What a cover must not cost more than.
  ///   - step: By how much each cover must cost less than the one before.
  ///   - budget: How many entries of matrices may be looked at.
  /// - Returns: The cost of the best cover, or `nil` if none was found.
  mutating func run(limit: Double, step: Double, budget: Int) -> Double? {
    let end = work + budget
    var limit = limit
    var found: Double?
    while work < end {
      if uncovered.isEmpty, cost <= limit {
        found = cost
        best = taken
        limit = cost - step
      }
      // Leave room below the limit, then exchange.
      while uncovered.isEmpty || cost > limit, let column = cheapestToLeave() { remove(column) }
      guard let column = cheapestToLeave() else {
        // Nothing can be exchanged; what may be looked at is used up all the same.
        work = end
        return found
      }
      remove(column)
      latest = Int32(column)
      mend(limit)
    }
    return found
  }

  /// Takes columns for uncovered rows as long as they fit below the limit.
  private mutating func mend(_ limit: Double) {
    var tries = uncovered.count
    while !uncovered.isEmpty, tries > 0 {
      tries -= 1
      let row = Int(uncovered[Int(random() % UInt64(uncovered.count))])
      guard let column = bestFor(row), cost + costs[column] <= limit else { break }
      add(column)
    }
    for place in uncovered.indices { raise(Int(uncovered[place])) }
  }

  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The column that uncovers the least weight for its cost; of equal ones, that untouched longest.
  private mutating func cheapestToLeave() -> Int? {
    var chosen = -1
    work += taken.count
    for name in taken {
      let column = Int(name)
      if name == latestTaken { continue }
      if chosen < 0 {
        chosen = column
        continue
      }
      let mine = Double(scores[column]) * costs[chosen]
      let other = Double(scores[chosen]) * costs[column]
      if mine > other || (mine == other && times[column] < times[chosen]) { chosen = column }
    }
    return chosen < 0 ? nil : chosen
  }

  private func bestFor(_ row: Int) -> Int? {
    var chosen = -1
    for entry in rowStarts[row]..<rowStarts[row + 1] {
      let column = Int(rowColumns[Int(entry)])
      if isTaken[column] || !mayReturn[column] || Int32(column) == latest { continue }
      if chosen < 0 {
        chosen = column
        continue
      }
      let mine = Double(scores[column]) * costs[chosen]
      let other = Double(scores[chosen]) * costs[column]
      if mine > other || (mine == other && times[column] < times[chosen]) { chosen = column }
    }
    return chosen < 0 ? nil : chosen
  }

  private mutating func raise(_ row: Int) {
    weights[row] += 1
    let range = rowStarts[row]..<rowStarts[row + 1]
    work += range.count
    for entry in range {
      let column = Int(rowColumns[Int(entry)])
      scores[column] += isTaken[column] ? -1 : 1
    }
  }

  private mutating func add(_ column: Int) {
    time += 1
    times[column] = time
    isTaken[column] = true
    scores[column] = -scores[column]
    cost += costs[column]
    takenPlaces[column] = Int32(taken.count)
    taken.append(Int32(column))
    latestTaken = Int32(column)
    for entry in columnStarts[column]..<columnStarts[column + 1] {
      let row = Int(columnRows[Int(entry)])
      counts[row] += 1
      let over = counts[row] - demands[row]
      work += 1
      if over == 0 {
        cover(row)
        change(row, of: false, by: -weights[row], except: column)
      } else if over == 1 {
        change(row, of: true, by: weights[row], except: column)
      }
    }
  }

  private mutating func remove(_ column: Int) {
    time += 1
    times[column] = time
    isTaken[column] = false
    mayReturn[column] = false
    scores[column] = -scores[column]
    cost -= costs[column]
    let place = Int(takenPlaces[column])
    if let last = taken.popLast(), Int(last) != column {
      taken[place] = last
      takenPlaces[Int(last)] = Int32(place)
    }
    for entry in columnStarts[column]..<columnStarts[column + 1] {
      let row = Int(columnRows[Int(entry)])
      counts[row] -= 1
      let over = counts[row] - demands[row]
      work += 1
      if over == -1 {
        uncover(row)
        change(row, of: false, by: weights[row], except: column)
      } else if over == 0 {
        change(row, of: true, by: -weights[row], except: column)
      }
    }
  }

  /// Changes the scores of a row's columns that are taken, or that are not.
  private mutating func change(_ row: Int, of kind: Bool, by amount: Int, except column: Int) {
    let range = Int(rowStarts[row])..<Int(rowStarts[row + 1])
    work += range.count
    let own = scores[column]
    unsafe rowColumns.withUnsafeBufferPointer { columns in
      unsafe isTaken.withUnsafeBufferPointer { isTaken in
        unsafe scores.withUnsafeMutableBufferPointer { scores in
          for entry in range {
            let other = unsafe Int(columns[entry])
            if unsafe isTaken[other] == kind { unsafe scores[other] &+= amount }
          }
        }
      }
      unsafe mayReturn.withUnsafeMutableBufferPointer { mayReturn in
        for entry in range { unsafe mayReturn[Int(columns[entry])] = true }
      }
    }
    scores[column] = own
    mayReturn[column] = isTaken[column]
  }

  private mutating func cover(_ row: Int) {
    let place = Int(uncoveredPlaces[row])
    if let last = uncovered.popLast(), Int(last) != row {
      uncovered[place] = last
      uncoveredPlaces[Int(last)] = Int32(place)
    }
  }

  private mutating func uncover(_ row: Int) {
    uncoveredPlaces[row] = Int32(uncovered.count)
    uncovered.append(Int32(row))
  }
}
