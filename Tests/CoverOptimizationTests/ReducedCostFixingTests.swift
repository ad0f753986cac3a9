import TestSupport
import Testing

@testable import CoverOptimization

/// Decisions compared with a look at every choice of the relaxation.
@Suite struct ReducedCostFixingTests {
  /// The best value of a group's part of the relaxation, over all choices that a test allows.
  private func value(
    of segment: CompactCover.Segment,
    _ reduced: [Double],
    where isAllowed: (Int) -> Bool
  ) -> Double {
    var best = Double.infinity
    let count = segment.end - segment.start
    for mask in 0..<(1 << count) where mask.nonzeroBitCount <= segment.capacity {
      guard isAllowed(mask) else { continue }
      var sum = mask == 0 ? 0 : segment.fixedCost
      for place in 0..<count where mask >> place & 1 == 1 { sum += reduced[segment.start + place] }
      best = min(best, sum)
    }
    return best
  }

  @Test(arguments: UInt64(0)..<60)
  func `a column is decided where the relaxation leaves no choice`(seed: UInt64) throws {
    let kind = RandomCover.Kind(
      groups: 3,
      hasCapacities: true,
      hasFixedCosts: true,
      rows: 4...8,
      columns: 8...16
    )
    let instance = try RandomCover.instance(kind, seed: seed)
    let scale = CoverScale(instance)
    let cover = CompactCover()
    var taken: [Int32] = []
    guard scale.cover(of: instance).shrink(into: cover, taken: &taken) else { return }
    var generator = SeededGenerator(seed: seed)
    let prices = (0..<cover.rowCount).map { _ in
      Double(Int.random(in: 0...8, using: &generator)) * scale.unit
    }
    let ascent = LagrangianAscent(ProcessorClock(), seconds: nil)
    _ = ascent.evaluate(cover, at: prices, budgetPrice: 1)
    let reduced = Array(ascent.reduced.prefix(cover.columnCount))
    for gap in [0, 1, 2, 4].map({ $0 * scale.unit }) {
      _ = ReducedCostFixing().decide(cover, ascent, gap: gap)
      for (index, segment) in cover.segments.enumerated() {
        let now = value(of: segment, reduced) { _ in true }
        #expect(ascent.segmentValues[index] == now)
        let closed = value(of: segment, reduced) { $0 == 0 }
        #expect(cover.opens[index] == (segment.fixedCost > 0 && closed - now > gap))
        for column in segment.start..<segment.end {
          let bit = 1 << (column - segment.start)
          let with = value(of: segment, reduced) { $0 & bit != 0 }
          let without = value(of: segment, reduced) { $0 & bit == 0 }
          let decision = cover.decisions[column]
          if decision == .dropped { #expect(with - now > gap) }
          if decision == .taken { #expect(without - now > gap) }
          if decision == .free { #expect(with - now <= gap && without - now <= gap) }
        }
      }
      for column in 0..<(cover.segments.first?.start ?? cover.columnCount) {
        let decision = cover.decisions[column]
        #expect((decision == .dropped) == (max(0, reduced[column]) > gap))
        #expect((decision == .taken) == (max(0, -reduced[column]) > gap))
      }
      cover.resetDecisions()
    }
  }
}
