internal import CoverOptimization
public import CoverageAnalysis
internal import GraphCore

/// How far the search for a plan has come.
public struct ClosureProgress: Hashable, Sendable {
  /// Whether weight is sought, as where not all gaps can be closed; else the least cost.
  public let seeksWeight: Bool
  /// The best that was found, if anything was.
  public let best: ClosureAmount?
  /// What no plan can better, as far as is proved.
  public let bound: ClosureAmount
  /// How many nodes of the search tree were looked at.
  public let nodes: Int
}

extension CoverageReport {
  /// Finds the cheapest plan that closes the gaps, and proves that it is one.
  ///
  /// Gaps that too few may take up are left out; the others are closed, all of them or, where
  /// capacities or the budget do not allow it, those that weigh most together. Then the plan is the
  /// cheapest that closes these gaps. Of engagements that cost the same, one is taken for which more
  /// is reported: row and column before the column alone, that before the row alone.
  ///
  ///     let plan = try report.closure()
  ///     plan.cost  // one for each engagement, where nothing else is said
  ///
  /// - Parameters:
  ///   - question: Who may take up what, on which terms, and within which budget.
  ///   - progress: Called whenever the best plan or the proved bound has become better.
  /// - Returns: The plan, what stays open and why, and what is proved about it.
  /// - Throws: ``ClosureError`` if the required engagements cannot be, or amounts are too large.
  /// - Complexity: Exponential in the worst case; see `Documentation/Design/set-cover.md`.
  public func closure(
    _ question: ClosureQuestion = ClosureQuestion(),
    progress: ((ClosureProgress) -> Void)? = nil
  ) throws(ClosureError) -> ClosurePlan {
    let field = try ClosureField(self, question)
    var solving = ClosureSolving(
      math: try ClosureMath(field, question),
      question: question,
      progress: progress
    )
    return try solving.plan()
  }
}
