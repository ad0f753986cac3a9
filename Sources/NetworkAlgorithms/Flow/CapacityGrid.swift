/// An integer in which amounts of flow are added without rounding.
///
/// `Int32` keeps the least memory busy, `Int64` is enough for most capacities, and `Int128` takes the
/// others.
protocol FlowAmount: FixedWidthInteger, SignedInteger, Sendable {
  /// Takes a whole number that is not negative and fits.
  init(amount: Double)
}

extension Int32: FlowAmount {
  @inline(__always)
  init(amount: Double) { self = Int32(amount) }
}

extension Int64: FlowAmount {
  @inline(__always)
  init(amount: Double) { self = Int64(amount) }
}

extension Int128: FlowAmount {
  init(amount: Double) { self = Int128(grid: amount) }
}

/// The grid on which the capacities of a network are whole numbers.
///
/// The unit is a power of two, so that sums and differences of capacities are exact and the value of
/// a flow is the capacity of a cut to the last bit. An infinite capacity is one unit more than all
/// finite ones together.
struct CapacityGrid: Sendable {
  /// The integer that is wide enough.
  enum Width: Sendable {
    case narrow, middle, wide
  }

  /// The unit is two to this power.
  let exponent: Int
  let width: Width
  /// Whether every capacity is a whole number of units.
  let isExact: Bool
  /// Whether some capacity is infinite.
  let hasInfinity: Bool

  /// All finite capacities together, in units.
  private let total: Int128
  private let firstFactor: Double
  private let secondFactor: Double

  /// The grid of links that carry 1 each.
  init(unitsOf linkCount: Int) {
    exponent = 0
    width = .narrow
    isExact = true
    hasInfinity = false
    total = Int128(linkCount)
    (firstFactor, secondFactor) = (1, 1)
  }

  /// Chooses the unit so that every amount is a whole number of units.
  ///
  /// Where amounts differ so much that their sum would not fit in `Int128`, the unit is larger, and
  /// amounts are rounded to it, by less than 2⁻⁹⁰ of the largest for each.
  ///
  /// - Parameter amounts: Capacities that have been checked: not negative, and none of them missing.
  init(_ amounts: [Double]) {
    var sum: Int64 = 0
    var isSmall = true
    var largest: Int64 = 0
    for amount in amounts {
      guard amount < 0x1p30 else {
        isSmall = false
        break
      }
      let whole = Int64(amount)
      isSmall = isSmall && Double(whole) == amount
      sum &+= whole
      largest = max(largest, whole)
    }
    if isSmall {
      exponent = 0
      width = .narrow
      isExact = true
      hasInfinity = false
      total = Int128(sum)
      (firstFactor, secondFactor) = (1, 1)
      return
    }
    var lowest = Int.max
    var most = 0.0
    var sees = false
    for amount in amounts where amount > 0 {
      if amount == .infinity {
        sees = true
      } else {
        lowest = min(lowest, amount.lowestExponent)
        most = max(most, amount)
      }
    }
    hasInfinity = sees
    guard most > 0 else {
      (exponent, width, isExact, total) = (0, .middle, true, 0)
      (firstFactor, secondFactor) = (1, 1)
      return
    }
    // Room for the sum, for as much again the other way, and for infinity.
    let countBits = Int.bitWidth - amounts.count.leadingZeroBitCount
    let top = Int(most.exponent) + 1 + countBits + 3
    let exponent = max(lowest, top - Int128.sumBits)
    self.exponent = exponent
    isExact = exponent == lowest
    width = top - exponent <= Int64.sumBits ? .middle : .wide
    let first = Double(sign: .plus, exponent: -exponent / 2, significand: 1)
    let second = Double(sign: .plus, exponent: -exponent - (-exponent / 2), significand: 1)
    (firstFactor, secondFactor) = (first, second)
    total = amounts.reduce(into: Int128(0)) { total, amount in
      if amount < .infinity { total += Int128(amount: amount * first * second) }
    }
  }

  /// Puts an amount on the grid.
  @inline(__always)
  func units<Amount: FlowAmount>(of amount: Double) -> Amount {
    if amount == .infinity { return infinity() }
    return Amount(amount: amount * firstFactor * secondFactor)
  }

  /// What stands for an infinite capacity.
  func infinity<Amount: FlowAmount>() -> Amount { Amount(truncatingIfNeeded: total + 1) }

  /// Gives the amount that some units are, rounded once.
  @inline(__always)
  func amount(of units: some FlowAmount) -> Double {
    exponent == 0
      ? Double(units) : Double(sign: .plus, exponent: exponent, significand: Double(units))
  }
}

extension Network {
  /// Stops at a column that has not one value for each link, or a capacity that is none.
  func check(capacities: [Double], count: Int, column: String) throws(NetworkError) {
    guard capacities.count == count else {
      throw .countsDiffer(column: column, count: capacities.count, linkCount: count)
    }
    for place in capacities.indices where !(capacities[place] >= 0) {
      throw .invalidCapacity(place: place, capacity: capacities[place])
    }
  }
}
