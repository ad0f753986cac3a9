/// Bounds from prices of rows: the Lagrangian relaxation and its subgradient ascent.
///
/// A row that is not covered is paid at its price; the columns then part, but for groups, and the
/// best of each is seen at once. Prices are moved along the subgradient, as Held and Karp (1971)
/// did; the steps follow Caprara, Fischetti and Toth (1999).
final class LagrangianAscent {
  /// The reduced cost of each column at the prices last looked at.
  private(set) var reduced: [Double] = []
  /// The columns in the relaxation's answer at the prices last looked at.
  private(set) var chosen: [Int32] = []
  /// The value of each segment at the prices last looked at, not above 0.
  private(set) var segmentValues: [Double] = []
  /// How many entries of matrices were looked at so far.
  private(set) var work = 0

  private var prices: [Double] = []
  private var slack: [Double] = []
  private var order: [Int32] = []
  private var direction: [Double] = []
  /// What the answer spends above the budget.
  private var overspent = 0.0

  /// Computes the value of the relaxation at given prices, without the cover's base.
  func evaluate(_ cover: CompactCover, at prices: [Double], budgetPrice: Double) -> Double {
    reduce(cover, prices, budgetPrice)
    chosen.removeAll(keepingCapacity: true)
    segmentValues.removeAll(keepingCapacity: true)
    var value = 0.0
    for row in 0..<cover.rowCount { value += prices[row] * cover.demands[row] }
    let plain = cover.segments.first?.start ?? cover.columnCount
    for column in 0..<plain where reduced[column] < 0 {
      value += reduced[column]
      chosen.append(Int32(column))
    }
    overspent = 0
    for segment in cover.segments {
      let gain = choose(from: segment, budgetPrice)
      segmentValues.append(gain)
      value += gain
    }
    guard let budget = cover.budget else { return value }
    for column in chosen { overspent += cover.costs[Int(column)] }
    overspent -= budget
    return value - budgetPrice * budget
  }

  /// Computes all reduced costs.
  private func reduce(_ cover: CompactCover, _ prices: [Double], _ budgetPrice: Double) {
    let count = cover.columnCount
    work += cover.columnRows.count + count
    if reduced.count < count {
      reduced.append(contentsOf: repeatElement(0, count: count - reduced.count))
    }
    unsafe reduced.withUnsafeMutableBufferPointer { reduced in
      unsafe prices.withUnsafeBufferPointer { prices in
        unsafe cover.columnRows.withUnsafeBufferPointer { rows in
          unsafe cover.columnStarts.withUnsafeBufferPointer { starts in
            unsafe cover.costs.withUnsafeBufferPointer { costs in
              var entry = 0
              for column in 0..<count {
                let end = unsafe Int(starts[column &+ 1])
                var sum = 0.0
                while entry < end {
                  unsafe sum += prices[Int(rows[entry])]
                  entry &+= 1
                }
                unsafe reduced[column] = budgetPrice * costs[column] - sum
              }
            }
          }
        }
      }
    }
  }

  /// Chooses the best columns of a segment, at most as many as it has room for.
  ///
  /// - Returns: What they are worth, not above 0.
  private func choose(from segment: CompactCover.Segment, _ budgetPrice: Double) -> Double {
    let before = chosen.count
    var gain = segment.fixedCost * budgetPrice
    order.removeAll(keepingCapacity: true)
    for column in segment.start..<segment.end where reduced[column] < 0 {
      order.append(Int32(column))
    }
    if order.count > segment.capacity {
      order.sort { (reduced[Int($0)], $0) < (reduced[Int($1)], $1) }
      order.removeLast(order.count - segment.capacity)
    }
    for column in order {
      gain += reduced[Int(column)]
      chosen.append(column)
    }
    if gain >= 0 {
      chosen.removeLast(chosen.count - before)
      return 0
    }
    if !order.isEmpty { overspent += segment.fixedCost }
    return gain
  }

  /// Finds how far each row's demand is from being met by the chosen columns.
  private func measureSlack(_ cover: CompactCover) {
    slack.removeAll(keepingCapacity: true)
    slack.append(contentsOf: cover.demands)
    for column in chosen {
      let range = cover.columnStarts[Int(column)]..<cover.columnStarts[Int(column) + 1]
      for entry in range { slack[Int(cover.columnRows[Int(entry)])] -= 1 }
    }
  }

  /// Sets prices to start from: each row at the lowest cost for a row of a column that covers it.
  func setFirstPrices(_ cover: CompactCover) {
    if cover.budget != nil {
      cover.budgetPrice = (highestBudgetPrice(of: cover) / 2).rounded(.up)
    }
    for row in 0..<cover.rowCount {
      var lowest = cover.priceLimits[row]
      for entry in cover.rowStarts[row]..<cover.rowStarts[row + 1] {
        let column = Int(cover.rowColumns[Int(entry)])
        let length = cover.columnStarts[column + 1] - cover.columnStarts[column]
        lowest = min(lowest, (cover.budgetPrice * cover.costs[column] / Double(length)).rounded())
      }
      cover.prices[row] = lowest
    }
  }

  /// How a run of the ascent goes.
  struct Course {
    /// How many steps are made at most.
    var steps: Int
    /// The first length of a step.
    var length: Double
    /// How many steps without a better bound shorten the next ones.
    var patience: Int
    /// Where the run ends for being as good as it needs to be.
    var goal: Double
    /// The shortest length of a step.
    var leastLength = 0.005
  }

  /// Moves the cover's prices to better ones.
  ///
  /// At the end `reduced`, `chosen` and `segmentValues` are those at the best prices.
  ///
  /// - Returns: The best bound, with the cover's base.
  func ascend(_ cover: CompactCover, upper: Double, _ course: Course) -> Double {
    let rowCount = cover.rowCount
    prices.removeAll(keepingCapacity: true)
    prices.append(contentsOf: cover.prices)
    var budgetPrice = cover.budgetPrice
    let budgetLimit = highestBudgetPrice(of: cover)
    if cover.budget != nil { budgetPrice = min(budgetPrice, budgetLimit) }
    var best = -Double.infinity
    var length = course.length
    var idle = 0
    var isAtBest = false
    var meanOverspent = 0.0
    direction.removeAll(keepingCapacity: true)
    direction.append(contentsOf: repeatElement(0, count: rowCount))
    for step in 0..<max(1, course.steps) {
      let value = cover.base + evaluate(cover, at: prices, budgetPrice: budgetPrice)
      isAtBest = value > best
      measureSlack(cover)
      if isAtBest {
        if value - best > 0.001 * abs(upper - value) { idle = 0 } else { idle += 1 }
        best = value
        cover.prices.removeAll(keepingCapacity: true)
        cover.prices.append(contentsOf: prices)
        cover.budgetPrice = budgetPrice
        if best > course.goal { break }
        var agreement = 0.0
        for row in 0..<rowCount { agreement += slack[row] * direction[row] }
        if agreement > 0 { length = min(2, length * 1.1) }
      } else {
        idle += 1
      }
      if idle >= course.patience {
        idle = 0
        length *= 0.66
        if length < course.leastLength { break }
      }
      let weight = max(0.1, 1 / Double(step + 1))
      note(cover, weight: weight)
      var norm = 0.0
      for row in 0..<rowCount {
        var move = (1 - weight) * direction[row] + weight * slack[row]
        direction[row] = move
        if move < 0, cover.prices[row] <= 0 { move = 0 }
        norm += move * move
      }
      var budgetNorm = 0.0
      meanOverspent = (1 - weight) * meanOverspent + weight * overspent
      if cover.budget != nil, meanOverspent > 0 || cover.budgetPrice > 0, budgetLimit > 0 {
        // The budget is one more row, measured in units that make it as long as the others.
        budgetNorm = max(1, norm)
        norm += budgetNorm
      }
      if norm == 0 { break }
      let target = max(min(upper - best, 0.05 * abs(best)), 1)
      let scale = length * target / norm
      for row in 0..<rowCount {
        let moved = (cover.prices[row] + scale * direction[row]).rounded()
        prices[row] = max(0, min(cover.priceLimits[row], moved))
      }
      if budgetNorm > 0, meanOverspent != 0 {
        let move = length * target * budgetNorm / norm / meanOverspent
        budgetPrice = max(0, min(budgetLimit, (cover.budgetPrice + move).rounded()))
      }
    }
    if !isAtBest {
      best = cover.base + evaluate(cover, at: cover.prices, budgetPrice: cover.budgetPrice)
    }
    return best
  }

  /// The highest price of a unit of the budget that makes sense: above, the bound is not above 0.
  private func highestBudgetPrice(of cover: CompactCover) -> Double {
    guard let budget = cover.budget, budget > 0 else { return 0 }
    return (cover.penalties.reduce(0, +) / budget).rounded(.up)
  }

  /// Notes how often columns and segments are in the relaxation's answer.
  private func note(_ cover: CompactCover, weight: Double) {
    for column in 0..<cover.columnCount { cover.shares[column] *= 1 - weight }
    for column in chosen { cover.shares[Int(column)] += weight }
    for segment in cover.segments.indices {
      let now = segmentValues[segment] < 0 ? weight : 0
      cover.segments[segment].share = (1 - weight) * cover.segments[segment].share + now
    }
  }
}
