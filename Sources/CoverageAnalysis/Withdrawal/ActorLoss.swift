public import GraphCore

/// What the leaving of one actor would change.
public struct ActorLoss: Hashable, Sendable {
  /// Who leaves.
  public let actor: NodeID
  /// In how many cells something is reported that would not be any more.
  public let cellCount: Int
  /// How many cells would fall to nobody; of a provider, those of which it is the sole one.
  public let openedCount: Int
  /// Of how many cells only unnamed providers would be left.
  public let unnamedCount: Int
  /// How many cells would be left to one provider.
  public let thinnedCount: Int
  /// How many cells would fall short of the named providers that they need, and do not now.
  public let shortCount: Int
  /// The sum of *e*^(1 − *s*) over its cells, with *s* providers in a cell: 1 for each cell that it
  /// holds alone, 0.37 for each that it shares with one other, 0.14 with two.
  ///
  /// The measure that ORA calls exclusivity, on facts instead of pairs. Of whoever funds, only cells
  /// count in which it provides.
  public let exclusivity: Double
  /// The places in ``CoverageReport/states`` of the cells that would fall to nobody.
  public let opened: [Int]
}

extension ActorLoss {
  /// The rule by which losses are ranked, in words for a report.
  public static let rankingRule =
    "the most cells that fall to nobody first; then to unnamed providers only; then to one"
    + " provider; then the greater exclusivity; equals in the order of the graph"

  /// Whether anything would fall.
  public var opensAnything: Bool {
    openedCount + unnamedCount + thinnedCount + shortCount > 0
  }

  /// Ranks losses; equals stay in their order.
  static func ranked(_ losses: [ActorLoss]) -> [ActorLoss] {
    func rank(_ place: Int) -> (Int, Int, Int, Double, Int) {
      let loss = losses[place]
      return (
        -loss.openedCount, -loss.unnamedCount, -loss.thinnedCount, -loss.exclusivity, place
      )
    }
    return losses.indices.sorted { rank($0) < rank($1) }.map { losses[$0] }
  }
}
