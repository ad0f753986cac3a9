extension CoverInstance {
  /// Tells what taking columns costs and covers.
  ///
  /// - Parameter columns: The columns to take, in any order; a column counts once.
  /// - Returns: The plan, or `nil` if it takes what is forbidden, leaves what is required, exceeds a
  ///   capacity or the budget or, where there is no budget, leaves a demand unmet.
  /// - Complexity: O(*n* log *n*) for *n* covered rows of all columns.
  public func plan(of columns: [Int]) -> CoverPlan? {
    var isTaken = [Bool](repeating: false, count: self.columns.count)
    for column in columns {
      guard isTaken.indices.contains(column) else { return nil }
      isTaken[column] = true
    }
    var left = demands
    var used = [Int](repeating: 0, count: groups.count)
    var cost = 0
    for (index, column) in self.columns.enumerated() {
      guard isTaken[index] else {
        if column.standing == .required { return nil }
        continue
      }
      if column.standing == .forbidden { return nil }
      cost += column.cost
      if let group = column.group { used[group] += 1 }
      for row in column.rows { left[row] -= 1 }
    }
    for (index, group) in groups.enumerated() where used[index] > 0 {
      cost += group.fixedCost
      if let capacity = group.capacity, used[index] > capacity { return nil }
    }
    let unmet = left.indices.filter { left[$0] > 0 }
    guard let budget else { return unmet.isEmpty ? make(isTaken, cost, unmet, nil) : nil }
    if cost > budget.limit { return nil }
    let weight = left.indices.reduce(0) { $0 + (left[$1] > 0 ? 0 : budget.weights[$1]) }
    return make(isTaken, cost, unmet, weight)
  }

  /// Leaves out columns that a plan does not need, the dearest first; required ones stay.
  func trimmed(_ columns: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: demands.count)
    for column in columns { for row in self.columns[column].rows { counts[row] += 1 } }
    let order = columns.sorted {
      (self.columns[$0].cost, $0) > (self.columns[$1].cost, $1)
    }
    var kept: [Int] = []
    for index in order {
      let column = self.columns[index]
      let isNeeded = column.rows.contains {
        counts[$0] == demands[$0] && budget?.weights[$0] != 0
      }
      if isNeeded || column.standing == .required {
        kept.append(index)
      } else {
        for row in column.rows { counts[row] -= 1 }
      }
    }
    return kept
  }

  private func make(_ isTaken: [Bool], _ cost: Int, _ unmet: [Int], _ weight: Int?) -> CoverPlan {
    CoverPlan(
      columns: isTaken.indices.filter { isTaken[$0] },
      cost: cost,
      unmetRows: unmet,
      weight: weight
    )
  }
}
