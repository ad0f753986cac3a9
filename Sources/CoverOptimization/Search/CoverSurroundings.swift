/// The local search around the root of a search tree, and how much of the work it gets.
///
/// Work is counted in entries of matrices, not by the clock, so that equal questions get equal
/// answers.
struct CoverSurroundings {
  /// A plan that is better than all before.
  struct Found {
    let value: Double
    let columns: [Int32]
  }

  private var search: RowWeightingSearch
  private let names: [Int32]
  private let taken: [Int32]
  private let base: Double

  /// Begins with a greedy plan for the root.
  ///
  /// Of very many columns only those with low reduced costs are looked at, as Caprara, Fischetti and
  /// Toth do; a better plan then lets the tree do without most of the others.
  ///
  /// - Returns: `nil` where the root has groups or a budget, or is done.
  init?(
    _ root: CompactCover,
    taken: [Int32],
    _ greedy: GreedyCover,
    _ ascent: LagrangianAscent
  ) {
    guard root.budget == nil, root.segments.isEmpty, root.rowCount > 0 else { return nil }
    var (cover, taken) = (root, taken)
    let most = max(2_000, 10 * root.rowCount)
    if root.columnCount > 4 * most {
      _ = ascent.evaluate(root, at: root.prices, budgetPrice: 1)
      Self.dropDear(in: root, reduced: ascent.reduced, keeping: most)
      cover = CompactCover()
      guard root.shrink(into: cover, taken: &taken), cover.rowCount > 0 else { return nil }
    }
    guard greedy.build(cover, prices: cover.prices) != nil else { return nil }
    search = RowWeightingSearch(cover, picks: greedy.picks, seed: 1)
    names = cover.columnNames
    self.taken = taken
    base = cover.base
  }

  /// Drops all columns but those with the lowest reduced costs, and some for each row.
  private static func dropDear(in cover: CompactCover, reduced: [Double], keeping count: Int) {
    let order = (0..<cover.columnCount).sorted { (reduced[$0], $0) < (reduced[$1], $1) }
    var left = cover.demands.map { $0 + 4 }
    for (place, column) in order.enumerated() {
      var isWanted = place < count
      for entry in cover.columnStarts[column]..<cover.columnStarts[column + 1] {
        let row = Int(cover.columnRows[Int(entry)])
        if left[row] > 0 { isWanted = true }
        left[row] -= 1
      }
      if !isWanted { cover.decisions[column] = .dropped }
    }
  }

  /// Tells how much work the search may do now.
  ///
  /// - Parameters:
  ///   - gap: How far best plan and bound are apart, of the best plan. Where it is wide the tree
  ///     will not close it, and a better plan is worth more than a better bound.
  ///   - treeWork: How much work went into the tree so far.
  /// - Returns: Entries of matrices to look at, or `nil` if the tree comes first.
  func work(gap: Double, treeWork: Int) -> Int? {
    let share = gap > 0.1 ? 4.0 : gap > 0.03 ? 0.15 : 0.03
    guard Double(search.work) < share * Double(treeWork) else { return nil }
    return min(treeWork / 8 + 1_000, 20_000_000)
  }

  /// Searches for plans, ever better ones.
  mutating func improve(on goal: Double, unit: Double, work: Int) -> Found? {
    let value = search.run(limit: goal - base, step: unit, budget: work)
    guard let value else { return nil }
    return Found(value: base + value, columns: taken + search.best.map { names[Int($0)] })
  }
}
