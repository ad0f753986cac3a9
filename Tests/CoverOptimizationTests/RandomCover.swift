import CoverOptimization
import TestSupport

/// Small questions of covering, drawn from a seed, and their answers by looking at every plan.
enum RandomCover {
  /// What an instance may have.
  struct Kind {
    var highestDemand = 1
    var groups = 0
    var hasCapacities = false
    var hasFixedCosts = false
    var hasBudget = false
    var hasStandings = false
    var highestCost = 9
    var rows = 1...7
    var columns = 1...8
  }

  /// Draws an instance.
  static func instance(_ kind: Kind, seed: UInt64) throws -> CoverInstance {
    var generator = SeededGenerator(seed: seed)
    let rowCount = Int.random(in: kind.rows, using: &generator)
    let columnCount = Int.random(in: kind.columns, using: &generator)
    let density = Int.random(in: 2...6, using: &generator)
    let demands = (0..<rowCount).map { _ in
      kind.highestDemand == 1 ? 1 : Int.random(in: 0...kind.highestDemand, using: &generator)
    }
    var columns: [CoverColumn] = []
    for _ in 0..<columnCount {
      let rows = (0..<rowCount).filter { _ in Int.random(in: 0..<10, using: &generator) < density }
      let draw = kind.hasStandings ? Int.random(in: 0..<12, using: &generator) : 12
      let group = kind.groups == 0 ? 0 : Int.random(in: 0...kind.groups, using: &generator)
      columns.append(
        CoverColumn(
          cost: Int.random(in: 0...kind.highestCost, using: &generator),
          rows: rows,
          group: group == 0 ? nil : group - 1,
          standing: draw == 0 ? .required : draw == 1 ? .forbidden : .free
        )
      )
    }
    let groups = (0..<kind.groups).map { _ in
      CoverGroup(
        fixedCost: kind.hasFixedCosts ? Int.random(in: 0...8, using: &generator) : 0,
        capacity: kind.hasCapacities && Bool.random(using: &generator)
          ? Int.random(in: 0...3, using: &generator) : nil
      )
    }
    let budget = CoverBudget(
      limit: Int.random(in: 0...20, using: &generator),
      weights: demands.map { _ in Int.random(in: 0...9, using: &generator) }
    )
    return try CoverInstance(
      demands: demands,
      columns: columns,
      groups: groups,
      budget: kind.hasBudget ? budget : nil
    )
  }

  /// The least cost or most weight of all plans, or `nil` if there is no plan.
  ///
  /// Written on its own, so that it shares no fault with the library's own look at a plan.
  static func best(of instance: CoverInstance) -> Int? {
    var best: Int?
    for mask in 0..<(1 << instance.columns.count) {
      guard let value = value(of: mask, in: instance) else { continue }
      if let budget = instance.budget {
        if value.cost > budget.limit { continue }
        let weight = instance.demands.indices.reduce(0) {
          $0 + (value.counts[$1] >= instance.demands[$1] ? budget.weights[$1] : 0)
        }
        best = max(best ?? weight, weight)
      } else if zip(value.counts, instance.demands).allSatisfy(>=) {
        best = min(best ?? value.cost, value.cost)
      }
    }
    return best
  }

  /// What the columns of a mask cost and cover, or `nil` if they may not be taken together.
  private static func value(
    of mask: Int,
    in instance: CoverInstance
  ) -> (cost: Int, counts: [Int])? {
    var counts = instance.demands.map { _ in 0 }
    var sizes: [Int: Int] = [:]
    var cost = 0
    for (index, column) in instance.columns.enumerated() {
      let isTaken = mask >> index & 1 == 1
      if isTaken && column.standing == .forbidden { return nil }
      if !isTaken && column.standing == .required { return nil }
      guard isTaken else { continue }
      cost += column.cost
      for row in column.rows { counts[row] += 1 }
      if let group = column.group { sizes[group, default: 0] += 1 }
    }
    for (group, size) in sizes {
      cost += instance.groups[group].fixedCost
      if let capacity = instance.groups[group].capacity, size > capacity { return nil }
    }
    return (cost, counts)
  }
}
