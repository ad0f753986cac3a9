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

/// Solves a field: first which gaps, then how.
struct ClosureSolving {
  let math: ClosureMath
  let question: ClosureQuestion
  let progress: ((ClosureProgress) -> Void)?
  private var weightProof: ClosurePlan.Proof?
  private var flow: ClosureFlow?

  init(
    math: ClosureMath,
    question: ClosureQuestion,
    progress: ((ClosureProgress) -> Void)?
  ) {
    self.math = math
    self.question = question
    self.progress = progress
  }

  private var field: ClosureField { math.field }

  /// The required engagements, which every plan has.
  private var required: [Int] {
    field.candidates.indices.filter { field.candidates[$0].isRequired }
  }

  mutating func plan() throws(ClosureError) -> ClosurePlan {
    if let budget = math.budget, math.requiredCost > budget {
      throw .requiredBeyondBudget(
        cost: math.amount(math.requiredCost),
        budget: question.budget ?? math.amount(budget)
      )
    }
    let closable = math.demands { math.isClosable($0) }
    flow = math.flow(demands: closable)
    var demands = closable
    // A plan that is known to be possible, if the search finds none in its time.
    var known = flow.map { required + candidates(of: $0, closable) } ?? greedy(closable)
    if math.budget != nil || !(flow?.isComplete ?? true) {
      let solution = try seekWeight(closable)
      known = solution.plan?.columns ?? required
      let unmet = Set(solution.plan?.unmetRows ?? Array(closable.indices))
      demands = closable.indices.map { unmet.contains($0) ? 0 : closable[$0] }
    }
    let instance = try math.instance(demands: demands)
    let solution = CoverSolver(limits: limits(isLast: true)).solve(instance, progress: told(false))
    let taken =
      [solution.plan?.columns, known].compactMap(\.self)
      .compactMap { instance.plan(of: $0) }
      .min { $0.cost < $1.cost }?.columns ?? known
    var exchange = ClosureExchange(math, taken: taken)
    exchange.takeFirmer()
    let cost = exchange.cost
    let proof = ClosurePlan.Proof(
      instance: instance,
      solution: solution,
      objective: math.amount(cost),
      bound: math.amount(min(solution.bound, cost))
    )
    return ClosureTelling(
      math: math,
      question: question,
      exchange: exchange,
      isClosed: demands.map { $0 > 0 },
      clashes: flow?.clashes ?? [],
      weightProof: weightProof,
      costProof: proof
    ).plan
  }

  /// Finds the gaps that weigh most together and can be closed.
  private mutating func seekWeight(_ closable: [Int]) throws(ClosureError) -> CoverSolution {
    let all = (math.costs + math.fixedCosts).reduce(0, +)
    // Gaps that weigh nothing come after all others: together they weigh less than a unit.
    let unit = math.weights.contains(0) ? closable.count + 1 : 1
    let weights = try closable.indices.map { (gap) throws(ClosureError) in
      try closable[gap] > 0 ? math.fineWeight(of: gap, unit: unit) : 0
    }
    let instance = try math.instance(
      demands: closable,
      budget: CoverBudget(limit: math.budget ?? all, weights: weights)
    )
    let solution = CoverSolver(limits: limits(isLast: false)).solve(instance, progress: told(true))
    let reached = (solution.plan?.weight ?? 0) / unit
    weightProof = ClosurePlan.Proof(
      instance: instance,
      solution: solution,
      objective: math.weight(reached),
      bound: math.weight(max(reached, min(solution.bound, weights.reduce(0, +)) / unit))
    )
    return solution
  }

  /// The first of two searches gets three quarters of the time, and the second the rest.
  private func limits(isLast: Bool) -> CoverLimits {
    let isAlone = math.budget == nil && (flow?.isComplete ?? true)
    let share = isAlone ? 1 : isLast ? 0.25 : 0.75
    return CoverLimits(
      nodes: question.limits.nodes,
      processorSeconds: question.limits.processorSeconds.map { $0 * share }
    )
  }

  private func told(_ seeksWeight: Bool) -> ((CoverProgress) -> Void)? {
    guard let progress else { return nil }
    let amount = seeksWeight ? math.weight : math.amount
    return { step in
      progress(
        ClosureProgress(
          seeksWeight: seeksWeight,
          best: step.best.map(amount),
          bound: amount(step.bound),
          nodes: step.nodes
        )
      )
    }
  }

  // MARK: Plans without a search

  private func candidates(of flow: ClosureFlow, _ demands: [Int]) -> [Int] {
    // Pairs are those candidates that are free and whose gap still needs somebody.
    var left = demands
    for candidate in field.candidates where candidate.isRequired {
      if let need = candidate.need, left[need] > 0 { left[need] -= 1 }
    }
    let pairs = field.candidates.indices.filter { place in
      let candidate = field.candidates[place]
      return !candidate.isRequired && (candidate.need.map { left[$0] > 0 } ?? false)
    }
    return flow.used.map { pairs[$0] }
  }

  /// For each gap the cheapest, where nobody has a capacity.
  private func greedy(_ demands: [Int]) -> [Int] {
    var taken = required
    var left = demands
    for place in taken {
      if let need = field.candidates[place].need { left[need] -= 1 }
    }
    let order = field.candidates.indices.sorted { (math.costs[$0], $0) < (math.costs[$1], $1) }
    for place in order where !field.candidates[place].isRequired {
      guard let need = field.candidates[place].need, left[need] > 0 else { continue }
      left[need] -= 1
      taken.append(place)
    }
    return taken
  }
}
