/// A question of covering: which columns to take so that every row is covered often enough.
///
/// Without a budget the question is for the cheapest plan that meets all demands. With a budget it
/// is for the plan within it whose rows with met demands weigh most.
///
///     let instance = try CoverInstance(
///       demands: [1, 1, 1],
///       columns: [
///         CoverColumn(cost: 3, rows: [0, 1]),
///         CoverColumn(cost: 2, rows: [1, 2]),
///         CoverColumn(cost: 4, rows: [0, 1, 2]),
///       ]
///     )
///     CoverSolver().solve(instance).plan?.columns  // [2]
public struct CoverInstance: Sendable, Hashable {
  /// The most that all costs, and all weights, may sum to.
  public static let largestSum = 1 << 40

  /// How many columns must cover each row; 0 asks nothing.
  public let demands: [Int]
  /// What can be taken.
  public let columns: [CoverColumn]
  /// The groups that columns may belong to.
  public let groups: [CoverGroup]
  /// What may be spent, or `nil` where every demand must be met.
  public let budget: CoverBudget?

  /// Checks and keeps a question.
  ///
  /// - Parameters:
  ///   - demands: How many columns must cover each row, not negative.
  ///   - columns: What can be taken.
  ///   - groups: The groups that columns name by index.
  ///   - budget: What may be spent, or `nil` where every demand must be met.
  /// - Throws: ``CoverInstanceError`` for the first value that is out of its range.
  /// - Complexity: O(*n*) for *n* covered rows of all columns.
  public init(
    demands: [Int],
    columns: [CoverColumn],
    groups: [CoverGroup] = [],
    budget: CoverBudget? = nil
  ) throws(CoverInstanceError) {
    self.demands = demands
    self.columns = columns
    self.groups = groups
    self.budget = budget
    try checkSizes()
    try checkColumns()
    try checkGroupsAndBudget()
    try checkSums()
  }

  private func checkSizes() throws(CoverInstanceError) {
    let most = max(demands.count, columns.count, columns.reduce(0) { $0 + $1.rows.count })
    guard most < Int(Int32.max) else { throw .tooLarge }
    for (row, demand) in demands.enumerated() where demand < 0 || demand > Int(Int32.max) {
      throw .invalidDemand(row: row, demand: demand)
    }
  }

  private func checkColumns() throws(CoverInstanceError) {
    var seen = [Int](repeating: -1, count: demands.count)
    for (index, column) in columns.enumerated() {
      guard column.cost >= 0 else { throw .negativeCost(column: index, cost: column.cost) }
      if let group = column.group, !groups.indices.contains(group) {
        throw .unknownGroup(column: index, group: group, groupCount: groups.count)
      }
      for row in column.rows {
        guard demands.indices.contains(row) else {
          throw .unknownRow(column: index, row: row, rowCount: demands.count)
        }
        guard seen[row] != index else { throw .repeatedRow(column: index, row: row) }
        seen[row] = index
      }
    }
  }

  private func checkGroupsAndBudget() throws(CoverInstanceError) {
    for (index, group) in groups.enumerated() where group.fixedCost < 0 || (group.capacity ?? 0) < 0
    {
      throw .invalidGroup(group: index)
    }
    guard let budget else { return }
    guard budget.weights.count == demands.count else {
      throw .weightCountDiffers(weights: budget.weights.count, rowCount: demands.count)
    }
    guard budget.limit >= 0, budget.weights.allSatisfy({ $0 >= 0 }) else { throw .negativeBudget }
  }

  private func checkSums() throws(CoverInstanceError) {
    let costs = columns.map(\.cost) + groups.map(\.fixedCost)
    for values in [costs, budget?.weights ?? []] {
      var sum = 0
      for value in values {
        guard value <= Self.largestSum - sum else { throw .sumTooLarge }
        sum += value
      }
    }
  }
}

extension CoverInstance {
  /// Finds the rows whose demand no plan can meet, whatever it costs.
  ///
  /// A row counts columns that are not forbidden, and of each group at most its capacity, less what
  /// required columns that do not cover the row take of it. Several rows that can each be covered,
  /// but not together, are not found here.
  ///
  /// - Returns: The rows in ascending order.
  /// - Complexity: O(*n*) for *n* covered rows of all columns.
  public func uncoverableRows() -> [Int] {
    var free = groups.map { $0.capacity ?? Int.max }
    for column in columns where column.standing == .required {
      if let group = column.group, free[group] != .max { free[group] -= 1 }
    }
    // Columns by group, so that one pass counts for each row what a group can give.
    let order = columns.indices.sorted {
      (columns[$0].group ?? -1, $0) < (columns[$1].group ?? -1, $1)
    }
    var reach = [Int](repeating: 0, count: demands.count)
    var latest = [Int](repeating: -1, count: demands.count)
    var used = [Int](repeating: 0, count: demands.count)
    for index in order {
      let column = columns[index]
      if column.standing == .forbidden { continue }
      for row in column.rows {
        guard let group = column.group, column.standing == .free else {
          reach[row] += 1
          continue
        }
        if latest[row] != group { (latest[row], used[row]) = (group, 0) }
        if used[row] < free[group] {
          used[row] += 1
          reach[row] += 1
        }
      }
    }
    return demands.indices.filter { reach[$0] < demands[$0] }
  }
}
