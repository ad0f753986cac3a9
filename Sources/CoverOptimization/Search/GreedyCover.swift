/// Plans made column by column, guided by prices, with what is not needed removed again.
///
/// The rule for the next column is that of Caprara, Fischetti and Toth (1999): its cost less the
/// prices of the rows that it would cover, for each such row.
final class GreedyCover {
  /// The columns of the last plan, by their index in the cover.
  private(set) var picks: [Int32] = []
  /// How many entries of matrices were looked at so far.
  private(set) var work = 0

  private var left: [Double] = []
  private var gains: [Double] = []
  private var counts: [Double] = []
  private var isTaken: [Bool] = []
  private var room: [Int] = []
  private var used: [Int] = []
  private var spent = 0.0

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - cover: What is to be covered.
  ///   - prices: What covering each row is worth; zeros leave costs alone to decide.
  /// - Returns: What the plan and the cover's base come to, or `nil` if no plan was found.
  func build(_ cover: CompactCover, prices: [Double]) -> Double? {
    start(cover, prices)
    var missing = cover.rowCount
    fill(cover, prices, &missing)
    if missing > 0, cover.budget == nil { return nil }
    removeRedundant(cover)
    if cover.budget != nil {
      // What was removed may pay for something else.
      fill(cover, prices, &missing)
    }
    return total(of: cover)
  }

  private func start(_ cover: CompactCover, _ prices: [Double]) {
    picks.removeAll(keepingCapacity: true)
    left.removeAll(keepingCapacity: true)
    left.append(contentsOf: cover.demands)
    let count = cover.columnCount
    isTaken.removeAll(keepingCapacity: true)
    isTaken.append(contentsOf: repeatElement(false, count: count))
    gains.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    for column in 0..<count {
      var gain = 0.0
      let range = cover.columnStarts[column]..<cover.columnStarts[column + 1]
      for entry in range { gain += prices[Int(cover.columnRows[Int(entry)])] }
      gains.append(gain)
      counts.append(Double(range.count))
    }
    work += cover.columnRows.count
    room.removeAll(keepingCapacity: true)
    used.removeAll(keepingCapacity: true)
    for segment in cover.segments {
      room.append(segment.capacity)
      used.append(0)
    }
    spent = 0
  }

  /// Takes columns until every row is covered or none fits.
  private func fill(_ cover: CompactCover, _ prices: [Double], _ missing: inout Int) {
    while missing > 0, let column = best(cover) {
      take(column, cover, prices, &missing)
    }
  }

  private func price(of column: Int, _ cover: CompactCover) -> Double {
    let segment = Int(cover.columnSegments[column])
    guard segment >= 0, used[segment] == 0 else { return cover.costs[column] }
    return cover.costs[column] + cover.segments[segment].fixedCost
  }

  private func best(_ cover: CompactCover) -> Int? {
    var best = -1
    var bestScore = Double.infinity
    work += cover.columnCount
    let (counts, gains, isTaken, costs) = (counts, gains, isTaken, cover.costs)
    let plain = cover.segments.first?.start ?? cover.columnCount
    for column in counts.indices where counts[column] > 0 && !isTaken[column] {
      var price = costs[column]
      if column >= plain {
        if room[Int(cover.columnSegments[column])] <= 0 { continue }
        price = self.price(of: column, cover)
      }
      let score: Double
      if let budget = cover.budget {
        if spent + price > budget { continue }
        score = -(gains[column] + 0.001 * counts[column]) / (price + 0.001)
      } else {
        let reduced = price - gains[column]
        score = reduced > 0 ? reduced / counts[column] : reduced * counts[column]
      }
      if score < bestScore { (bestScore, best) = (score, column) }
    }
    return best < 0 ? nil : best
  }

  private func take(
    _ column: Int,
    _ cover: CompactCover,
    _ prices: [Double],
    _ missing: inout Int
  ) {
    isTaken[column] = true
    picks.append(Int32(column))
    spent += price(of: column, cover)
    let segment = Int(cover.columnSegments[column])
    if segment >= 0 {
      room[segment] -= 1
      used[segment] += 1
    }
    for entry in cover.columnStarts[column]..<cover.columnStarts[column + 1] {
      let row = Int(cover.columnRows[Int(entry)])
      left[row] -= 1
      let isMet = left[row] == 0
      if isMet { missing -= 1 }
      // With a budget a row that is begun is worth more the less it still needs.
      let isRaised = cover.budget != nil && left[row] > 0
      guard isMet || isRaised else { continue }
      let worth = prices[row] * cover.demands[row]
      let change =
        isRaised ? worth / left[row] - worth / (left[row] + 1) : -worth / (left[row] + 1)
      let gain = cover.budget == nil ? -prices[row] : change
      let range = cover.rowStarts[row]..<cover.rowStarts[row + 1]
      work += range.count
      for place in range {
        let other = Int(cover.rowColumns[Int(place)])
        gains[other] += gain
        if isMet { counts[other] -= 1 }
      }
    }
  }

  /// Removes columns that the others make needless, the dearest first.
  private func removeRedundant(_ cover: CompactCover) {
    picks.sort { (cover.costs[Int($0)], $0) > (cover.costs[Int($1)], $1) }
    var kept = 0
    for place in picks.indices {
      let column = Int(picks[place])
      let range = cover.columnStarts[column]..<cover.columnStarts[column + 1]
      let isNeeded = range.contains { left[Int(cover.columnRows[Int($0)])] == 0 }
      if isNeeded {
        picks[kept] = picks[place]
        kept += 1
        continue
      }
      for entry in range { left[Int(cover.columnRows[Int(entry)])] += 1 }
      isTaken[column] = false
      spent -= cover.costs[column]
      let segment = Int(cover.columnSegments[column])
      if segment >= 0 {
        room[segment] += 1
        used[segment] -= 1
        if used[segment] == 0 { spent -= cover.segments[segment].fixedCost }
      }
    }
    picks.removeLast(picks.count - kept)
  }

  private func total(of cover: CompactCover) -> Double {
    guard cover.budget != nil else { return cover.base + spent }
    var lost = cover.base
    for row in left.indices where left[row] > 0 { lost += cover.penalties[row] }
    return lost
  }
}
