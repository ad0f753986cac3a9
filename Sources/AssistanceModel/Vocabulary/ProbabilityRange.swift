/// A probability that is known to lie between two numbers; one that is known exactly has both alike.
///
///     ProbabilityRange(from: 0.6, through: 0.8)?.middle  // 0.7
public struct ProbabilityRange: Hashable, Sendable, Codable {
  /// The lowest that it may be.
  public let low: Double
  /// The highest that it may be.
  public let high: Double

  /// What is certain.
  public static let certain = ProbabilityRange(checked: 1, 1)
  /// What cannot be.
  public static let impossible = ProbabilityRange(checked: 0, 0)

  /// Creates a range; `nil` if an end is not from 0 to 1, or if they stand the wrong way round.
  public init?(from low: Double, through high: Double) {
    guard low >= 0, low <= high, high <= 1 else { return nil }
    self.init(checked: low, high)
  }

  /// Creates the range of a probability that is known; `nil` if it is not from 0 to 1.
  public init?(_ probability: Double) {
    self.init(from: probability, through: probability)
  }

  /// Takes ends that were calculated, and mends what rounding did to them.
  package init(rounded low: Double, _ high: Double) {
    let low = min(max(low, 0), 1)
    self.init(checked: low, min(max(high, low), 1))
  }

  private init(checked low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  /// The middle of the two, for an order; no better a guess than any other number between them.
  public var middle: Double { (low + high) / 2 }

  /// Whether the probability is known exactly.
  public var isExact: Bool { low == high }
}
