/// Branch and bound over compact covers, depth first, the taken side first.
final class CoverSearch {
  /// The best plan so far: columns of the instance.
  private(set) var plan: [Int32]?
  /// What the best plan comes to; a plan must be better by `unit` to replace it.
  private(set) var upper: Double
  private(set) var nodeCount = 0
  private(set) var ending: CoverEnding?
  /// The prices that gave the first bound of the root.
  private(set) var rootPrices: [(row: Int32, price: Double)] = []
  private(set) var rootBudgetPrice = 0.0

  private let unit: Double
  private let limits: CoverLimits
  private let clock: ProcessorClock
  private let report: ((Double?, Double, Int) -> Void)?
  private let ascent = LagrangianAscent()
  private let greedy = GreedyCover()
  private let fixing = ReducedCostFixing()
  private var covers: [CompactCover]
  private var spare = CompactCover()
  private var bounds: [Double] = []
  private var pending: [Choice] = []
  private var takenCounts: [Int] = []
  private var taken: [Int32]
  private var reportedBound = -Double.infinity

  /// What a node decides: first that it is taken, or opened, then that it is not.
  private enum Choice {
    case column(Int32)
    case segment(Int32)
  }

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
    self.taken = taken
    self.unit = unit
    self.upper = upper
    self.limits = limits
    self.clock = clock
    self.report = report
  }

  /// The least that any plan can come to, as far as is proved.
  var lower: Double {
    min(upper, bounds.min() ?? upper)
  }

  /// Looks at nodes until none is left or a limit is reached.
  func run() {
    var depth = 0
    bounds = [covers[0].base]
    takenCounts = [taken.count]
    pending = [.column(-1)]
    let free = [Double](repeating: 0, count: covers[0].rowCount)
    if let value = greedy.build(covers[0], prices: free) {
      offer(value, picks: greedy.picks, covers[0])
    }
    while true {
      if isLimitReached() { return }
      nodeCount += 1
      if let choice = examine(depth) {
        pending[depth] = choice
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
  private func descend(from depth: Int, _ choice: Choice) -> Bool {
    let cover = covers[depth]
    switch choice {
    case .column(let column): cover.decisions[Int(column)] = .taken
    case .segment(let segment): cover.opens[Int(segment)] = true
    }
    if covers.count == depth + 1 { covers.append(CompactCover()) }
    let count = taken.count
    guard cover.shrink(into: covers[depth + 1], taken: &taken) else {
      taken.removeLast(taken.count - count)
      return false
    }
    bounds.append(bounds[depth])
    takenCounts.append(count)
    pending.append(.column(-1))
    return true
  }

  /// Comes back to a node and makes it the one in which its choice is not taken.
  private func turn(_ depth: Int) -> Bool {
    if bounds.count > depth + 1 {
      taken.removeLast(taken.count - takenCounts[depth + 1])
      bounds.removeLast(bounds.count - depth - 1)
      takenCounts.removeLast(takenCounts.count - depth - 1)
      pending.removeLast(pending.count - depth - 1)
    }
    let cover = covers[depth]
    switch pending[depth] {
    case .column(let column):
      cover.decisions[Int(column)] = .dropped
    case .segment(let segment):
      cover.drop(from: cover.segments[Int(segment)])
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
  private func examine(_ depth: Int) -> Choice? {
    for round in 0... {
      let cover = covers[depth]
      if cover.rowCount == 0 {
        offer(cover.base, picks: [], cover)
        return nil
      }
      if cover.base > upper - unit { return nil }
      let bound = ascent.ascend(cover, upper: upper, course(depth, round))
      bounds[depth] = max(bounds[depth], bound)
      if nodeCount == 1, round == 0 { keepRootPrices(cover) }
      if bound > upper - unit { return nil }
      if let value = greedy.build(cover, prices: cover.prices) {
        offer(value, picks: greedy.picks, cover)
        if bound > upper - unit { return nil }
      }
      tell()
      let fixed = fixing.decide(cover, ascent, gap: upper - unit - bound)
      if fixed == 0 { break }
      let isMuch = fixed * 10 > cover.columnCount
      guard carryOut(depth) else { return nil }
      if !isMuch, covers[depth].rowCount > 0 { break }
    }
    return choose(covers[depth])
  }

  private func keepRootPrices(_ cover: CompactCover) {
    rootPrices = zip(cover.rowNames, cover.prices).map { (row: $0, price: $1) }
    rootBudgetPrice = cover.budgetPrice
  }

  private func course(_ depth: Int, _ round: Int) -> LagrangianAscent.Course {
    let goal = upper - unit
    if nodeCount == 1 && round == 0 {
      return .init(steps: 2000, length: 0.1, patience: 15, goal: goal)
    }
    return .init(steps: 40, length: 0.5, patience: 4, goal: goal, leastLength: 0.02)
  }

  /// Chooses what to branch on: a group that is half open before a column that is half taken.
  private func choose(_ cover: CompactCover) -> Choice {
    var best = -1
    var bestScore = 0.0
    for (index, segment) in cover.segments.enumerated() where segment.fixedCost > 0 {
      let score = min(segment.share, 1 - segment.share) * segment.fixedCost
      if segment.share > 0.02, score > bestScore { (bestScore, best) = (score, index) }
    }
    if best >= 0 { return .segment(Int32(best)) }
    bestScore = -.infinity
    for column in 0..<cover.columnCount {
      let share = cover.shares[column]
      let length = cover.columnStarts[column + 1] - cover.columnStarts[column]
      let score = min(share, 1 - share) + 0.001 * Double(length) + 0.2 * share
      if score > bestScore { (bestScore, best) = (score, column) }
    }
    return .column(Int32(best))
  }

  /// Keeps a plan if it is better than the best so far.
  private func offer(_ value: Double, picks: [Int32], _ cover: CompactCover) {
    guard value <= upper - unit else { return }
    upper = value
    plan = taken + picks.map { cover.columnNames[Int($0)] }
    report?(upper, lower, nodeCount)
  }

  private func tell() {
    guard let report, let bound = bounds.min(), bound > reportedBound else { return }
    reportedBound = bound
    report(plan == nil ? nil : upper, min(upper, bound), nodeCount)
  }
}
