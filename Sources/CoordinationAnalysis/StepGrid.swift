internal import NetworkAlgorithms

/// The costs of a network's links as whole numbers: units of a power of two in the upper bits, and
/// one for each link in the lower ones.
///
/// So sums are exact and do not depend on the order of adding, and of equal costs the one with
/// fewer links is the smaller. Weights that differ by more than a factor of 2⁷² are rounded.
struct StepGrid {
  /// The cost of each link.
  let costs: [Int128]
  private let unit: Double
  private static let stepBits = Int128(32)

  init(_ network: Network) {
    let weights = (0..<UInt32(network.linkCount)).map { network.weight(of: $0) }
    let positive = weights.filter { $0 > 0 }
    let lowest = positive.map { Int($0.exponent) - $0.significandWidth }.min() ?? 0
    let highest = positive.map { Int($0.exponent) }.max() ?? 0
    let unit = Double(sign: .plus, exponent: max(lowest, highest - 72), significand: 1)
    self.unit = unit
    costs = weights.map { (Int128($0 / unit) << Self.stepBits) + 1 }
  }

  /// The sum of weights that a sum of costs stands for, rounded once.
  func weight(of cost: Int128) -> Double {
    Double(cost >> Self.stepBits) * unit
  }
}
