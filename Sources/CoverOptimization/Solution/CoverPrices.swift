/// What it is worth to cover each row once more: a certificate of a bound.
///
/// Prices are whole numbers of a small unit, so that a bound can be computed from them without
/// rounding, by anybody.
public struct CoverPrices: Sendable, Hashable {
  /// How many units one unit of cost has, or of weight where there is a budget.
  public let scale: Int
  /// The price of each row, not negative.
  public let rows: [Int]
  /// The price of a unit of the budget, not negative; 0 where there is none.
  public let budget: Int

  /// Describes prices.
  ///
  /// - Parameters:
  ///   - scale: How many units of price one unit of cost or weight has, at least 1.
  ///   - rows: The price of each row, not negative.
  ///   - budget: The price of a unit of the budget, not negative.
  public init(scale: Int, rows: [Int], budget: Int = 0) {
    precondition(scale >= 1, "a unit of cost has at least one unit of price")
    precondition(budget >= 0 && rows.allSatisfy { $0 >= 0 }, "prices must not be negative")
    self.scale = scale
    self.rows = rows
    self.budget = budget
  }
}

extension CoverInstance {
  /// Computes what no plan can better, from prices of rows alone.
  ///
  /// Whatever the prices are, the bound holds: it is the value of the Lagrangian relaxation in which
  /// a row that is not covered is paid at its price. The arithmetic is exact.
  ///
  /// - Parameter prices: A price for each row.
  /// - Returns: The least cost or, with a budget, the most weight that any plan can have.
  /// - Complexity: O(*n* log *n*) for *n* covered rows of all columns.
  public func bound(at prices: CoverPrices) -> Int {
    precondition(prices.rows.count == demands.count, "give one price for each row")
    let scale = Int128(prices.scale)
    let costScale = budget == nil ? scale : Int128(prices.budget)
    var value: Int128 = 0
    for (row, demand) in demands.enumerated() {
      let worth = Int128(prices.rows[row]) * Int128(demand)
      // With a budget a row may be left, at the loss of its weight.
      value += budget.map { min(worth, Int128($0.weights[row]) * scale) } ?? worth
    }
    var gains = [[Int128]](repeating: [], count: groups.count)
    var isOpen = [Bool](repeating: false, count: groups.count)
    var room = groups.map { $0.capacity ?? Int.max }
    for column in columns where column.standing != .forbidden {
      let reduced = column.rows.reduce(Int128(column.cost) * costScale) {
        $0 - Int128(prices.rows[$1])
      }
      guard let group = column.group else {
        value += column.standing == .required ? reduced : min(0, reduced)
        continue
      }
      if column.standing == .required {
        value += reduced
        isOpen[group] = true
        if room[group] != .max { room[group] -= 1 }
      } else if reduced < 0 {
        gains[group].append(reduced)
      }
    }
    for (index, group) in groups.enumerated() {
      let fixed = Int128(group.fixedCost) * costScale
      let gain = gains[index].sorted().prefix(max(0, room[index])).reduce(0, +)
      value += isOpen[index] ? fixed + gain : min(0, fixed + gain)
    }
    guard let budget else { return Int(clamping: max(0, -((-value).floored(by: scale)))) }
    value -= Int128(budget.limit) * costScale
    let total = Int128(budget.weights.reduce(0, +))
    return Int(clamping: total - max(0, -((-value).floored(by: scale))))
  }
}

extension Int128 {
  /// Divides and rounds towards negative infinity.
  fileprivate func floored(by divisor: Int128) -> Int128 {
    let quotient = self / divisor
    return quotient * divisor > self ? quotient - 1 : quotient
  }
}
