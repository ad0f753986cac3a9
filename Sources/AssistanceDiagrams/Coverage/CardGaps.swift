/// Decides which gaps are lines.
struct CardGaps {
  /// Up to so many gaps are lines of their own.
  static let lineLimit = 30

  /// The pairs with a line for their gaps, as places in the list of pairs.
  let lines: [Int]
  /// The share of gaps from which on a pair of families has a line.
  let leastShare: Double

  /// Chooses lines among pairs.
  ///
  /// - Parameters:
  ///   - pairs: The pairs.
  ///   - isCollapsed: Whether cards stand for families; then the pairs with the greatest shares of
  ///     gaps have lines, else all or none.
  ///   - isFull: Whether all have lines, however many.
  init(_ pairs: [CardPair], isCollapsed: Bool, isFull: Bool) {
    let all = pairs.indices.filter { pairs[$0].gaps > 0 }
    var (lines, leastShare) = (all, 0.0)
    if !isFull, all.count > Self.lineLimit {
      lines = []
      for share in [0.25, 0.5, 0.75, 1] where isCollapsed && lines.isEmpty {
        let kept = all.filter { pairs[$0].gapShare >= share }
        if kept.count <= Self.lineLimit { (lines, leastShare) = (kept, share) }
      }
    }
    (self.lines, self.leastShare) = (lines, leastShare)
  }
}
