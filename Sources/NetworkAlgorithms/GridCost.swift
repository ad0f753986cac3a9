/// An integer in which path costs are added without rounding.
///
/// `Int64` is fast and enough for most weights; `Int128` takes the others.
protocol GridCost: FixedWidthInteger, SignedInteger, Sendable {
  /// How many bits a sum may have, so that adding two sums cannot overflow.
  static var sumBits: Int { get }

  /// Takes a whole number that is not negative and fits in `sumBits` bits.
  init(grid value: Double)
}

extension Int64: GridCost {
  static let sumBits = 62

  @inline(__always)
  init(grid value: Double) { self = Int64(value) }
}

extension Int128: GridCost {
  static let sumBits = 126

  // Rounds by hand: `rounded()` would need the C mathematics library, which a program that imports
  // neither Foundation nor Glibc is not linked with.
  init(grid value: Double) {
    let upper = UInt64(value * 0x1p-64)
    let rest = value - Double(upper) * 0x1p64
    let lower = UInt64(rest)
    let isNearerToNext = rest - Double(lower) >= 0.5
    self = (Int128(upper) << 64) + Int128(lower) + (isNearerToNext ? 1 : 0)
  }
}

/// The grid on which the path costs of a network are whole numbers.
///
/// A cost counts units of a power of two in its upper bits and links in its lower ones. So sums are
/// exact, their order does not depend on the order of adding, links of weight 0 still cost
/// something, and of equal costs the one with fewer links is the smaller.
struct CostGrid: Sendable {
  /// How many of the lower bits count links.
  let stepBits: Int
  /// The unit of cost is two to this power.
  let exponent: Int
  /// How many bits the cost of a simple path may have.
  let sumBits: Int

  /// Whether every weight is a whole number of units.
  let isExact: Bool

  private let firstFactor: Double
  private let secondFactor: Double
  /// What a link costs besides its weight.
  private let step: Int

  /// Chooses the unit so that every weight is a whole number of units.
  ///
  /// Where weights differ so much that their sums would not fit in `Int128`, the unit is larger,
  /// and weights are rounded to it, by less than 2⁻⁵⁹ of the largest weight.
  ///
  /// - Parameters:
  ///   - network: The network whose weights go on the grid.
  ///   - countsSteps: Whether costs count links too; without, links of weight 0 cost nothing.
  init(for network: Network, countingSteps countsSteps: Bool = true) {
    self.init(
      weights: network.weights ?? [1],
      steps: min(network.vertexCount, network.linkCount),
      countingSteps: countsSteps
    )
  }

  /// Chooses the unit for sums of up to some number of weights.
  init(weights: [Double], steps: Int, countingSteps countsSteps: Bool = true) {
    let bits = Int.bitWidth - steps.leadingZeroBitCount + 1
    stepBits = countsSteps ? bits : 0
    step = countsSteps ? 1 : 0
    var lowest = Int.max
    var largest = 0.0
    for weight in weights where weight > 0 {
      lowest = min(lowest, weight.lowestExponent)
      largest = max(largest, weight)
    }
    guard largest > 0 else {
      exponent = 0
      sumBits = 2 * stepBits
      isExact = true
      (firstFactor, secondFactor) = (1, 1)
      return
    }
    let top = Int(largest.exponent) + 1 + bits + stepBits
    // Without steps costs are doubled and added in threes, which needs room.
    exponent = max(lowest, top - (countsSteps ? Int128.sumBits : Int128.sumBits - 4))
    sumBits = top - exponent
    isExact = exponent == lowest
    firstFactor = Double(sign: .plus, exponent: -exponent / 2, significand: 1)
    secondFactor = Double(sign: .plus, exponent: -exponent - (-exponent / 2), significand: 1)
  }

  /// Puts a link of a given weight on the grid.
  @inline(__always)
  func cost<Cost: GridCost>(of weight: Double) -> Cost {
    Cost(grid: weight * firstFactor * secondFactor) &<< Cost(truncatingIfNeeded: stepBits)
      &+ Cost(truncatingIfNeeded: step)
  }

  /// Gives the sum of weights that a cost stands for, rounded once.
  func weight(of cost: some GridCost) -> Double {
    Double(sign: .plus, exponent: exponent, significand: Double(cost >> stepBits))
  }
}

extension Double {
  /// The power of two that is the lowest bit set in a positive number.
  var lowestExponent: Int {
    let isNormal = exponentBitPattern != 0
    let shift = isNormal ? Int(exponentBitPattern) - 1075 : -1074
    let bits = significandBitPattern | (isNormal ? 1 << 52 : 0)
    return shift + bits.trailingZeroBitCount
  }
}
