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

  private let clock: ProcessorClock
  private let seconds: Double?
  private var prices: [Double] = []
  private var slack: [Double] = []
  private var order: [Int32] = []
  private var direction: [Double] = []
  /// What the answer spends above the budget.
  private var overspent = 0.0

  /// Makes an ascent that ends when a clock has counted some seconds.
  init(_ clock: ProcessorClock, seconds: Double?) {
    self.clock = clock
    self.seconds = seconds
  }

  private func isLate() -> Bool { seconds.map { clock.seconds >= $0 } ?? false }

  /// Computes the value of the relaxation at given prices, without the cover's base.
  func evaluate(_ cover: CompactCover, at prices: [Double], budgetPrice: Double) -> Double {
    reduce(cover, prices, budgetPrice)
    chosen.removeAll(keepingCapacity: true)
    segmentValues.removeAll(keepingCapacity: true)
    var value = 0.0
    let (demands, reduced) = (cover.demands, reduced)
    for row in demands.indices { value += prices[row] * demands[row] }
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
    let (starts, rows, chosen) = (cover.columnStarts, cover.columnRows, chosen)
    unsafe slack.withUnsafeMutableBufferPointer { slack in
      for column in chosen {
        for entry in starts[Int(column)]..<starts[Int(column) + 1] {
          unsafe slack[Int(rows[Int(entry)])] -= 1
        }
      }
    }
  }

  /// Turns the direction towards the slack.
  ///
  /// - Returns: The square of its length, and whether slack and direction agreed before.
  private func turn(_ cover: CompactCover, weight: Double) -> (norm: Double, agree: Bool) {
    let (slack, best) = (slack, cover.prices)
    var norm = 0.0
    var agreement = 0.0
    unsafe direction.withUnsafeMutableBufferPointer { direction in
      for row in slack.indices {
        let before = unsafe direction[row]
        let now = before + weight * (slack[row] - before)
        unsafe direction[row] = now
        agreement += before * slack[row]
        if now > 0 || best[row] > 0 { norm += now * now }
      }
    }
    return (norm, agreement > 0)
  }

  /// Sets prices a step away from the best ones.
  private func move(_ cover: CompactCover, by scale: Double) {
    let (direction, best, limits) = (direction, cover.prices, cover.priceLimits)
    unsafe prices.withUnsafeMutableBufferPointer { prices in
      for row in direction.indices {
        // Adding and subtracting rounds to a whole number, without a call.
        let moved = (best[row] + scale * direction[row] + 0x1.8p52) - 0x1.8p52
        unsafe prices[row] = max(0, min(limits[row], moved))
      }
    }
  }

  /// Sets prices to start from: each row at the lowest cost for a row of a column that covers it.
  ///
  /// The fixed cost of a segment is shared among as many columns as it has room for, so that no
  /// segment is worth opening at these prices and their bound is their sum.
  func setFirstPrices(_ cover: CompactCover) {
    if cover.budget != nil {
      cover.budgetPrice = (highestBudgetPrice(of: cover) / 2).rounded(.up)
    }
    var shares = [Double](repeating: 0, count: cover.columnCount)
    for segment in cover.segments where segment.end > segment.start {
      let share =
        segment.fixedCost / Double(max(1, min(segment.capacity, segment.end - segment.start)))
      for column in segment.start..<segment.end { shares[column] = share }
    }
    for row in 0..<cover.rowCount {
      var lowest = cover.priceLimits[row]
      for entry in cover.rowStarts[row]..<cover.rowStarts[row + 1] {
        let column = Int(cover.rowColumns[Int(entry)])
        let length = cover.columnStarts[column + 1] - cover.columnStarts[column]
        let cost = cover.budgetPrice * (cover.costs[column] + shares[column])
        lowest = min(lowest, (cost / Double(length)).rounded(.down))
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
    /// Whether the run only tries something out, so that shares stay as they are.
    var isTrial = false
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
      } else {
        idle += 1
      }
      if step % 32 == 31, isLate() { break }
      if idle >= course.patience {
        idle = 0
        length *= 0.66
        if length < course.leastLength { break }
      }
      let weight = max(0.1, 1 / Double(step + 1))
      if !course.isTrial { note(cover, weight: weight) }
      var (norm, agree) = turn(cover, weight: weight)
      if isAtBest, agree { length = min(2, length * 1.1) }
      var budgetNorm = 0.0
      meanOverspent = (1 - weight) * meanOverspent + weight * overspent
      if cover.budget != nil, meanOverspent > 0 || cover.budgetPrice > 0, budgetLimit > 0 {
        // The budget is one more row, measured in units that make it as long as the others.
        budgetNorm = max(1, norm)
        norm += budgetNorm
      }
      if norm == 0 { break }
      let most = course.isTrial ? Double.infinity : 0.05 * max(abs(best), 0.01 * abs(upper))
      let target = max(min(upper - best, most), 1)
      // A step too long to be a whole number would end at a limit anyhow.
      move(cover, by: min(length * target / norm, 0x1p51 / max(1, norm.squareRoot()) / 4))
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
    let (chosen, count) = (chosen, cover.columnCount)
    unsafe cover.shares.withUnsafeMutableBufferPointer { shares in
      for column in 0..<count { unsafe shares[column] *= 1 - weight }
      for column in chosen { unsafe shares[Int(column)] += weight }
    }
    for segment in cover.segments.indices {
      let now = segmentValues[segment] < 0 ? weight : 0
      cover.segments[segment].share = (1 - weight) * cover.segments[segment].share + now
    }
  }
}
