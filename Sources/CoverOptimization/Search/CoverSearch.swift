/// Branch and bound over compact covers, depth first, the taken side first.
///
/// A node that was left on its taken side becomes its own other side, so the path to the node at
/// hand is all that is held, and the bounds along it tell what is proved so far.
final class CoverSearch {
  private typealias Course = LagrangianAscent.Course

  /// The best plan so far: columns of the instance.
  private(set) var plan: [Int32]?
  /// What the best plan comes to; a plan must be better by `unit` to replace it.
  private(set) var upper: Double
  /// How many nodes were looked at.
  private(set) var nodeCount = 0
  /// Which limit ended the search, if one did.
  private(set) var ending: CoverEnding?
  /// The prices that gave the first bound of the root.
  private(set) var rootPrices: [(row: Int32, price: Double)] = []
  /// The price of a unit of the budget that belongs to them.
  private(set) var rootBudgetPrice = 0.0
  /// The bound that they give.
  private(set) var rootBound = Double.infinity

  private let unit: Double
  private let limits: CoverLimits
  private let clock: ProcessorClock
  private let report: ((Double?, Double, Int) -> Void)?
  private let ascent: LagrangianAscent
  private let greedy = GreedyCover()
  private let fixing = ReducedCostFixing()
  private let branching = CoverBranching()
  private var surroundings: CoverSurroundings?
  private var covers: [CompactCover]
  private var spare = CompactCover()
  /// The bound of each node on the path.
  private var bounds: [Double]
  /// What each node on the path has decided.
  private var choices: [CoverChoice] = [.nothing]
  /// How many columns were taken when each node on the path was made.
  private var takenCounts: [Int]
  private var taken: [Int32]
  private var reportedBound = -Double.infinity

  init(
    root: CompactCover,
    taken: [Int32],
    unit: Double,
    upper: Double,
    limits: CoverLimits,
    clock: ProcessorClock,
    report: ((Double?, Double, Int) -> Void)?
  ) {
    covers = [root]
    bounds = [root.base]
    takenCounts = [taken.count]
    ascent = LagrangianAscent(clock, seconds: limits.processorSeconds)
    self.taken = taken
    self.unit = unit
    self.upper = upper
    self.limits = limits
    self.clock = clock
    self.report = report
  }

  /// The least that any plan can come to, as far as is proved.
  var lower: Double { min(upper, bounds.min() ?? upper) }

  /// The most that a plan may come to that is better than the best so far.
  private var goal: Double { upper - unit }

  /// Looks at nodes until none is left or a limit is reached.
  func run() {
    var depth = 0
    ascent.setFirstPrices(covers[0])
    let free = [Double](repeating: 0, count: covers[0].rowCount)
    if let value = greedy.build(covers[0], prices: free) { offer(value, covers[0]) }
    while !isLimitReached() {
      nodeCount += 1
      let choice = examine(depth)
      if nodeCount == 1 {
        surroundings = CoverSurroundings(covers[0], taken: taken, greedy, ascent)
      }
      lookAround()
      if let choice {
        choices[depth] = choice
        if descend(from: depth, choice) {
          depth += 1
          continue
        }
      } else {
        depth -= 1
      }
      // The taken side is done: the other side takes the node's place.
      while depth >= 0, !turn(depth) { depth -= 1 }
      if depth < 0 {
        bounds = []
        return
      }
    }
  }

  private func isLimitReached() -> Bool {
    if let nodes = limits.nodes, nodeCount >= nodes { ending = .nodeLimit }
    if let seconds = limits.processorSeconds, clock.seconds >= seconds {
      ending = .processorTimeLimit
    }
    return ending != nil
  }

  /// Makes the node one deeper in which the choice is taken.
  private func descend(from depth: Int, _ choice: CoverChoice) -> Bool {
    let cover = covers[depth]
    switch choice {
    case .column(let column): cover.decisions[column] = .taken
    case .segment(let segment): cover.opens[segment] = true
    case .nothing: break
    }
    if covers.count == depth + 1 { covers.append(CompactCover()) }
    let count = taken.count
    guard cover.shrink(into: covers[depth + 1], taken: &taken) else {
      taken.removeLast(taken.count - count)
      return false
    }
    bounds.append(bounds[depth])
    takenCounts.append(count)
    choices.append(.nothing)
    return true
  }

  /// Comes back to a node and makes it the one in which its choice is not taken.
  private func turn(_ depth: Int) -> Bool {
    if bounds.count > depth + 1 {
      taken.removeLast(taken.count - takenCounts[depth + 1])
      bounds.removeLast(bounds.count - depth - 1)
      takenCounts.removeLast(takenCounts.count - depth - 1)
      choices.removeLast(choices.count - depth - 1)
    }
    let cover = covers[depth]
    switch choices[depth] {
    case .column(let column): cover.decisions[column] = .dropped
    case .segment(let segment): cover.drop(from: cover.segments[segment])
    case .nothing: return false
    }
    return carryOut(depth)
  }

  /// Replaces a node by what its decisions leave.
  private func carryOut(_ depth: Int) -> Bool {
    guard covers[depth].shrink(into: spare, taken: &taken) else { return false }
    swap(&covers[depth], &spare)
    return true
  }

  /// Bounds a node and fixes what can be.
  ///
  /// - Returns: What to branch on, or `nil` if the node is done.
  private func examine(_ depth: Int) -> CoverChoice? {
    var round = 0
    while true {
      let cover = covers[depth]
      if cover.rowCount == 0 {
        offer(cover.base, nil)
        return nil
      }
      if cover.base > goal { return nil }
      let isFirst = nodeCount == 1 && rootPrices.isEmpty
      // Of very many columns a short run shows most to be too dear.
      let isShort = isFirst && round == 0 && cover.columnCount > 20_000
      let course = isShort ? .short(goal) : isFirst ? .first(goal) : Course.usual(goal)
      let bound = ascent.ascend(cover, upper: upper, course)
      bounds[depth] = max(bounds[depth], bound)
      if isFirst, !isShort || bound > goal { keepRootPrices(cover, bound) }
      if bound > goal { return nil }
      makePlans(cover)
      if bound > goal { return nil }
      tell()
      round += 1
      let count = cover.columnCount
      var fixed = fixing.decide(cover, ascent, gap: goal - bound)
      if isFirst {
        var reduction = CoverReduction(cover)
        fixed += reduction.dropColumns()
      }
      if fixed > 0 {
        guard carryOut(depth) else { return nil }
        // Where much is gone, it pays to look again.
        if fixed * 10 > count || covers[depth].rowCount == 0 { continue }
      }
      if isShort { continue }
      switch branching.choose(covers[depth], bound: bounds[depth], upper, goal, ascent) {
      case .branch(let choice): return choice
      case .done: return nil
      case .decided:
        guard carryOut(depth) else { return nil }
      }
    }
  }

  /// Makes plans for a node: as its prices say and, with a budget, as the weights say.
  private func makePlans(_ cover: CompactCover) {
    if let value = greedy.build(cover, prices: cover.prices) { offer(value, cover) }
    guard cover.budget != nil else { return }
    if let value = greedy.build(cover, prices: cover.priceLimits) { offer(value, cover) }
  }

  private func keepRootPrices(_ cover: CompactCover, _ bound: Double) {
    rootBound = bound
    rootPrices = zip(cover.rowNames, cover.prices).map { (row: $0, price: $1) }
    rootBudgetPrice = cover.budgetPrice
  }

  /// Lets the local search have its share of the work.
  private func lookAround() {
    guard lower <= goal else { return }
    let gap = (upper - lower) / max(upper, 1)
    while let work = surroundings?.work(gap: gap, treeWork: ascent.work + greedy.work),
      !isLimitReached()
    {
      guard let found = surroundings?.improve(on: goal, unit: unit, work: work) else { continue }
      upper = found.value
      plan = found.columns
      report?(upper, lower, nodeCount)
      if lower > goal { return }
    }
  }

  /// Keeps a plan if it is better than the best so far.
  ///
  /// - Parameters:
  ///   - value: What it comes to.
  ///   - cover: The node whose greedy plan it is, or `nil` if what is taken is all of it.
  private func offer(_ value: Double, _ cover: CompactCover?) {
    guard value <= goal else { return }
    upper = value
    plan = taken
    if let cover { plan = taken + greedy.picks.map { cover.columnNames[Int($0)] } }
    report?(upper, lower, nodeCount)
  }

  private func tell() {
    guard let report, let bound = bounds.min(), bound > reportedBound else { return }
    reportedBound = bound
    report(plan == nil ? nil : upper, lower, nodeCount)
  }
}

extension LagrangianAscent.Course {
  /// A first look at a root with very many columns.
  fileprivate static func short(_ goal: Double) -> Self {
    Self(steps: 200, length: 0.3, patience: 12, goal: goal)
  }

  /// The long run at the root.
  fileprivate static func first(_ goal: Double) -> Self {
    Self(steps: 2000, length: 0.3, patience: 20, goal: goal)
  }

  /// The short run at any other node, from the prices of the node above.
  fileprivate static func usual(_ goal: Double) -> Self {
    Self(steps: 60, length: 0.2, patience: 5, goal: goal, leastLength: 0.02)
  }
}
