/// Finds a best plan for a question of covering, and proves that it is one.
public struct CoverSolver: Sendable {
  /// When the search stops before it has proved its answer.
  public let limits: CoverLimits

  /// Makes a solver.
  ///
  /// - Parameter limits: When to stop; no limits let every search end with a proof.
  public init(limits: CoverLimits = CoverLimits()) {
    self.limits = limits
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - instance: The question.
  ///   - progress: Called whenever the best plan or the proved bound has become better.
  /// - Returns: The best plan found, with what is proved about it.
  /// - Complexity: Exponential in the worst case; see `Documentation/Design/set-cover.md`.
  public func solve(
    _ instance: CoverInstance,
    progress: ((CoverProgress) -> Void)? = nil
  ) -> CoverSolution {
    let clock = ProcessorClock()
    let missing = instance.uncoverableRows()
    if instance.budget == nil, !missing.isEmpty {
      return infeasible(instance, rows: missing)
    }
    let scale = CoverScale(instance)
    var taken: [Int32] = []
    guard let root = reduced(scale.cover(of: instance), taken: &taken) else {
      return infeasible(instance, rows: [])
    }
    let search = CoverSearch(
      root: root,
      taken: taken,
      unit: scale.unit,
      upper: scale.ceiling + scale.unit,
      limits: limits,
      clock: clock,
      report: progress.map { progress in
        { best, bound, nodes in
          progress(
            CoverProgress(
              best: best.map { scale.objective($0) },
              bound: scale.objective(bound),
              nodes: nodes
            )
          )
        }
      }
    )
    search.run()
    let plan = search.plan.flatMap { instance.plan(of: instance.trimmed($0.map(Int.init))) }
    guard plan != nil || search.ending != nil else { return infeasible(instance, rows: []) }
    let prices = certificate(instance, scale, search, clock)
    var bound = scale.objective(search.lower)
    if search.ending != nil {
      // A search that was stopped early may know less than the prices prove.
      let proved = instance.bound(at: prices)
      bound = instance.budget == nil ? max(bound, proved) : min(bound, proved)
    }
    return CoverSolution(
      plan: plan,
      bound: bound,
      ending: search.ending ?? .optimal,
      nodes: search.nodeCount,
      rootPrices: prices
    )
  }

  /// Finds prices that prove, for the whole instance, what the root of the search had proved.
  ///
  /// Columns that were needless in the search may break its prices; a short ascent over the whole
  /// instance mends them.
  private func certificate(
    _ instance: CoverInstance,
    _ scale: CoverScale,
    _ search: CoverSearch,
    _ clock: ProcessorClock
  ) -> CoverPrices {
    let whole = CompactCover()
    var taken: [Int32] = []
    let empty = CoverPrices(scale: 1, rows: instance.demands.map { _ in 0 })
    guard scale.cover(of: instance).shrink(into: whole, taken: &taken) else { return empty }
    let ascent = LagrangianAscent(clock, seconds: limits.processorSeconds)
    if search.rootPrices.isEmpty {
      ascent.setFirstPrices(whole)
    } else {
      whole.budgetPrice = search.rootBudgetPrice
      var prices = [Double](repeating: 0, count: instance.demands.count)
      for pair in search.rootPrices { prices[Int(pair.row)] = pair.price }
      whole.prices = whole.rowNames.map { prices[Int($0)] }
    }
    let goal = min(search.rootBound, search.upper - scale.unit)
    let course = LagrangianAscent.Course(steps: 300, length: 0.1, patience: 10, goal: goal)
    _ = ascent.ascend(whole, upper: search.upper, course)
    return scale.prices(
      zip(whole.rowNames, whole.prices).map { (row: $0, price: $1) },
      budget: whole.budgetPrice,
      of: instance
    )
  }

  /// Carries out what is decided from the start, and removes what is needless.
  ///
  /// - Returns: What is left, or `nil` if no plan can come of it.
  private func reduced(_ full: CompactCover, taken: inout [Int32]) -> CompactCover? {
    var (cover, spare) = (CompactCover(), full)
    guard full.shrink(into: cover, taken: &taken) else { return nil }
    while true {
      var reduction = CoverReduction(cover)
      var count = reduction.dropColumns()
      if count == 0 { count = reduction.dropRows() }
      if count == 0 { return cover }
      guard cover.shrink(into: spare, taken: &taken) else { return nil }
      swap(&cover, &spare)
    }
  }

  private func infeasible(_ instance: CoverInstance, rows: [Int]) -> CoverSolution {
    CoverSolution(
      plan: nil,
      bound: 0,
      ending: .infeasible(rows: rows),
      nodes: 0,
      rootPrices: CoverPrices(scale: 1, rows: instance.demands.map { _ in 0 })
    )
  }
}
