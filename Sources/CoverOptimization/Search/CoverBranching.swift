/// What a node decides: first that it is so, then that it is not.
enum CoverChoice {
  /// A column is taken.
  case column(Int)
  /// The fixed cost of a segment is paid; else none of its columns is taken.
  case segment(Int)
  /// The node is not branched on.
  case nothing
}

/// Chooses what a node branches on.
///
/// The few columns about which the relaxation wavers most are tried out both ways for some steps of
/// the ascent, and the one that lifts the bounds of both sides most is taken: strong branching, as
/// Applegate, Bixby, Chvátal and Cook (1995) call it. A side that cannot be is decided at once.
final class CoverBranching {
  /// What came of choosing.
  enum Outcome {
    /// Branch so.
    case branch(CoverChoice)
    /// Some columns are decided; look at the node again.
    case decided
    /// Nothing can come of the node.
    case done
  }

  private static let candidateCount = 8
  private var order: [Int] = []
  private var scores: [Double] = []
  private var prices: [Double] = []

  /// Chooses between groups that are half open, and then between columns.
  func choose(
    _ cover: CompactCover,
    bound: Double,
    _ upper: Double,
    _ goal: Double,
    _ ascent: LagrangianAscent
  ) -> Outcome {
    if let segment = mostWaveringSegment(of: cover) { return .branch(.segment(segment)) }
    rankColumns(cover)
    // A changed cost would change what is spent, so with a budget nothing is tried out.
    if cover.budget != nil { return .branch(.column(order[0])) }
    var best = order[0]
    var bestScore = -Double.infinity
    var isDecided = false
    let least = (upper - bound) * 0.001
    for column in order.prefix(Self.candidateCount) {
      let with = tryOut(column, bias: -upper, cover, upper, goal, ascent)
      let without = tryOut(column, bias: upper, cover, upper, goal, ascent)
      if with > goal, without > goal { return .done }
      if with > goal {
        cover.decisions[column] = .dropped
        isDecided = true
      } else if without > goal {
        cover.decisions[column] = .taken
        isDecided = true
      }
      let score = max(with - bound, least) * max(without - bound, least)
      if score > bestScore { (bestScore, best) = (score, column) }
    }
    return isDecided ? .decided : .branch(.column(best))
  }

  private func mostWaveringSegment(of cover: CompactCover) -> Int? {
    var best: Int?
    var bestScore = 0.0
    for (index, segment) in cover.segments.enumerated() where segment.share > 0.02 {
      let score = min(segment.share, 1 - segment.share) * segment.fixedCost
      if score > bestScore { (bestScore, best) = (score, index) }
    }
    return best
  }

  /// Orders columns by how much the relaxation wavers about them.
  private func rankColumns(_ cover: CompactCover) {
    let (shares, starts) = (cover.shares, cover.columnStarts)
    scores.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    for column in shares.indices {
      let share = shares[column]
      let length = Double(starts[column + 1] - starts[column])
      scores.append(min(share, 1 - share) + 0.001 * length + 0.2 * share)
      order.append(column)
    }
    // Only the first few are looked at.
    for place in 0..<min(Self.candidateCount, order.count) {
      var best = place
      for other in place + 1..<max(order.count, place + 1)
      where scores[order[other]] > scores[order[best]]
        || (scores[order[other]] == scores[order[best]] && order[other] < order[best])
      {
        best = other
      }
      order.swapAt(place, best)
    }
  }

  /// Bounds what the node would come to if a column were taken or not.
  ///
  /// A bias on its cost that no plan could bear makes the relaxation decide so; whether the column is
  /// in a plan is then known, and the bias can be taken off the bound.
  private func tryOut(
    _ column: Int,
    bias: Double,
    _ cover: CompactCover,
    _ upper: Double,
    _ goal: Double,
    _ ascent: LagrangianAscent
  ) -> Double {
    prices.removeAll(keepingCapacity: true)
    prices.append(contentsOf: cover.prices)
    let paid = min(0, bias)
    cover.costs[column] += bias
    let course = LagrangianAscent.Course(
      steps: 4,
      length: 0.1,
      patience: 100,
      goal: goal + paid,
      isTrial: true
    )
    let value = ascent.ascend(cover, upper: upper + paid, course) - paid
    cover.costs[column] -= bias
    swap(&cover.prices, &prices)
    return value
  }
}
