public import GraphCore

/// How what is reported divides among those who are named.
///
/// One provider of everything has an effective number of 1, ten equal ones of 10. The number
/// describes; whether few or many is better, it does not say.
public struct Concentration: Hashable, Sendable {
  /// The sum of squared shares (Herfindahl 1950, Hirschman 1945), above 0 and at most 1.
  ///
  /// Shares are of what named providers do. Where percentages are squared instead, the number is
  /// 10,000 times this one.
  public let herfindahl: Double
  /// Who has the largest share; of equals the first in the order of the graph.
  public let top: NodeID
  /// The largest share, above 0 and at most 1.
  public let topShare: Double
  /// Which share of everything is reported without a name, from 0 to below 1.
  public let unnamedShare: Double

  /// As how many providers with equal shares it counts: 1 / ``herfindahl``, from 1.
  public var effectiveNumber: Double { 1 / herfindahl }
}

/// What a fact counts in shares.
public enum FactWeight: Hashable, Sendable {
  /// Every fact the same.
  case facts
  /// The amount that it states under a name; a fact without one, or with less than 0, counts 0.
  case amount(String)
}
