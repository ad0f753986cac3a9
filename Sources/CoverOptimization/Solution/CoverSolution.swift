/// Columns to take, and what they do.
public struct CoverPlan: Sendable, Hashable {
  /// The columns to take, in ascending order.
  public let columns: [Int]
  /// What they cost, with the fixed costs of their groups.
  public let cost: Int
  /// The rows whose demand is not met, in ascending order; empty where there is no budget.
  public let unmetRows: [Int]
  /// The weight of the rows whose demand is met, or `nil` where there is no budget.
  public let weight: Int?
}

/// Why a search ended.
public enum CoverEnding: Sendable, Hashable {
  /// The plan is proved to be among the best.
  case optimal
  /// No plan meets every demand; the rows are those that no plan can cover on its own account.
  ///
  /// The rows are empty if each can be covered, but not all of them together.
  case infeasible(rows: [Int])
  /// The nodes were used up.
  case nodeLimit
  /// The processor time was used up.
  case processorTimeLimit
}

/// The answer to a question of covering, with what is proved about it.
public struct CoverSolution: Sendable, Hashable {
  /// The best plan found, or `nil` if none was.
  public let plan: CoverPlan?
  /// What no plan can better: the least cost or, with a budget, the most weight that is possible.
  ///
  /// Where no plan meets all demands it says nothing.
  public let bound: Int
  /// Why the search ended.
  public let ending: CoverEnding
  /// How many nodes of the search tree were looked at; 0 if reductions alone gave the answer.
  public let nodes: Int
  /// Prices of rows by which the bound before any branching can be computed again.
  ///
  /// See ``CoverInstance/bound(at:)``.
  public let rootPrices: CoverPrices

  /// Whether the plan is proved to be among the best.
  public var isOptimal: Bool { ending == .optimal }

  /// What the plan costs or, with a budget, the weight that it covers; `nil` without a plan.
  public var objective: Int? { plan.map { $0.weight ?? $0.cost } }
}
