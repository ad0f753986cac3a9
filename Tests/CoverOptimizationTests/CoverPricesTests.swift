import CoverOptimization
import TestSupport
import Testing

@Suite struct CoverPricesTests {
  @Test func `prices prove a bound`() throws {
    // Three rows, each pair covered by a column of cost 2: half of each price is needed.
    let instance = try CoverInstance(
      demands: [1, 1, 1],
      columns: [[0, 1], [1, 2], [0, 2]].map { CoverColumn(cost: 2, rows: $0) }
    )
    #expect(instance.bound(at: CoverPrices(scale: 1, rows: [1, 1, 1])) == 3)
    #expect(instance.bound(at: CoverPrices(scale: 1, rows: [2, 2, 2])) == 0)
    #expect(instance.bound(at: CoverPrices(scale: 2, rows: [2, 2, 1])) == 3)
  }

  @Test(arguments: BruteForceTests.variants)
  func `no prices prove more than is true`(_ variant: BruteForceTests.Variant) throws {
    var tightest = 0
    for seed in UInt64(0)..<150 {
      let instance = try RandomCover.instance(variant.kind, seed: seed)
      guard let best = RandomCover.best(of: instance) else { continue }
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<4 {
        let scale = Int.random(in: 1...4, using: &generator)
        let prices = CoverPrices(
          scale: scale,
          rows: instance.demands.map { _ in Int.random(in: 0...(5 * scale), using: &generator) },
          budget: Int.random(in: 0...2, using: &generator)
        )
        let bound = instance.bound(at: prices)
        let isMaximum = instance.budget != nil
        #expect(isMaximum ? bound >= best : bound <= best, "seed \(seed)")
        if bound == best { tightest += 1 }
      }
    }
    #expect(tightest > 0)
  }
}
