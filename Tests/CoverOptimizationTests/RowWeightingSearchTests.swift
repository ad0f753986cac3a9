import Testing

@testable import CoverOptimization

@Suite struct RowWeightingSearchTests {
  @Test(arguments: UInt64(0)..<40)
  func `covers found are covers, cost what is said, and get cheaper`(seed: UInt64) throws {
    let kind = RandomCover.Kind(highestDemand: 2, rows: 10...12, columns: 10...12)
    let instance = try RandomCover.instance(kind, seed: seed)
    guard instance.uncoverableRows().isEmpty, let best = RandomCover.best(of: instance) else {
      return
    }
    let scale = CoverScale(instance)
    let cover = CompactCover()
    var taken: [Int32] = []
    guard scale.cover(of: instance).shrink(into: cover, taken: &taken), cover.rowCount > 0 else {
      return
    }
    var search = RowWeightingSearch(
      cover,
      picks: (0..<Int32(cover.columnCount)).map { $0 },
      seed: 1
    )
    var limit = Double.infinity
    for _ in 0..<20 {
      guard let cost = search.run(limit: limit, step: scale.unit, budget: 2_000) else { continue }
      #expect(cost <= limit)
      limit = cost - scale.unit
      let columns = taken + search.best.map { cover.columnNames[Int($0)] }
      let plan = try #require(instance.plan(of: columns.map(Int.init)))
      #expect(plan.cost == scale.objective(cover.base + cost))
      #expect(plan.cost >= best)
    }
    #expect(limit < .infinity)
  }
}
