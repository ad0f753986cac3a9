/// Decides about columns and groups what a bound leaves no choice about.
///
/// If the relaxation with a column taken cannot come to less than the best plan, the column is
/// dropped; if with the column dropped it cannot, the column is taken.
final class ReducedCostFixing {
  /// The columns of a segment with negative reduced costs, the lowest first.
  private var order: [Int32] = []

  /// Decides what can be decided at the prices that the ascent last looked at.
  ///
  /// - Parameters:
  ///   - cover: The node; its decisions are set.
  ///   - ascent: What knows the reduced costs.
  ///   - gap: How much more the node may come to without being worse than a better plan.
  /// - Returns: How many decisions were made.
  func decide(_ cover: CompactCover, _ ascent: LagrangianAscent, gap: Double) -> Int {
    let plain = cover.segments.first?.start ?? cover.columnCount
    var count = 0
    for column in 0..<plain {
      let reduced = ascent.reduced[column]
      if reduced > gap {
        cover.decisions[column] = .dropped
        count += 1
      } else if -reduced > gap {
        cover.decisions[column] = .taken
        count += 1
      }
    }
    for segment in cover.segments.indices { count += decide(cover, ascent, segment, gap) }
    return count
  }

  private func decide(
    _ cover: CompactCover,
    _ ascent: LagrangianAscent,
    _ index: Int,
    _ gap: Double
  ) -> Int {
    let segment = cover.segments[index]
    let fixed = segment.fixedCost * cover.budgetPrice
    let now = ascent.segmentValues[index]
    order.removeAll(keepingCapacity: true)
    for column in segment.start..<segment.end where ascent.reduced[column] < 0 {
      order.append(Int32(column))
    }
    let reduced = ascent.reduced
    order.sort { (reduced[Int($0)], $0) < (reduced[Int($1)], $1) }
    let kept = min(segment.capacity, order.count)
    var open = fixed
    for place in 0..<kept { open += reduced[Int(order[place])] }
    // What gives way to a column that is forced in, and what follows one that is forced out.
    let last = order.count >= segment.capacity ? reduced[Int(order[segment.capacity - 1])] : 0
    let following = order.count > segment.capacity ? reduced[Int(order[segment.capacity])] : 0
    var count = 0
    for place in 0..<kept {
      let column = Int(order[place])
      if open - now > gap {
        cover.decisions[column] = .dropped
        count += 1
      } else if min(0, open - reduced[column] + following) - now > gap {
        cover.decisions[column] = .taken
        count += 1
      }
    }
    for place in kept..<order.count {
      let column = Int(order[place])
      if open - last + reduced[column] - now > gap {
        cover.decisions[column] = .dropped
        count += 1
      }
    }
    for column in segment.start..<segment.end where reduced[column] >= 0 {
      if open - last + reduced[column] - now > gap {
        cover.decisions[column] = .dropped
        count += 1
      }
    }
    if segment.fixedCost > 0, -now > gap {
      cover.opens[index] = true
      count += 1
    }
    return count
  }
}
