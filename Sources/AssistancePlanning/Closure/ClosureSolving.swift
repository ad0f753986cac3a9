internal import CoverOptimization
internal import GraphCore

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
    // Gaps that weigh nothing come after all others: together they weigh less than a unit.
    let unit = math.weights.contains(0) ? closable.count + 1 : 1
    let weights = try closable.indices.map { (gap) throws(ClosureError) in
      try closable[gap] > 0 ? math.fineWeight(of: gap, unit: unit) : 0
    }
    flow = math.flow(demands: closable, worth: weights)
    var demands = closable
    // A plan that is known to be possible, if the search finds none in its time.
    var known = flow.map { required + candidates(of: $0, closable) } ?? greedy(closable)
    if math.budget != nil || !(flow?.isComplete ?? true) {
      let met = try seekWeight(closable, weights, unit: unit)
      demands = closable.indices.map { met.isMet[$0] ? closable[$0] : 0 }
      known = met.taken
    }
    var costed: Costed?
    if math.budget == nil, let weightProof, weightProof.isOptimal, !isUniform(closable, weights) {
      costed = cheapestOfAll(closable, weights, known: known, isMet: demands.map { $0 > 0 })
    }
    if let found = costed, !found.proof.isOptimal {
      // The price of leaving gaps open hides what the cost alone would prove.
      demands = closable.indices.map { found.isClosed[$0] ? closable[$0] : 0 }
      known = found.exchange.taken
      costed = nil
    }
    let isCheapestOfAll = costed != nil || isUniform(closable, weights)
    var best: Costed
    if let costed { best = costed } else { best = try cheapest(demands, known: known) }
    best.exchange.takeFirmer()
    return ClosureTelling(
      math: math,
      question: question,
      exchange: best.exchange,
      isClosed: best.isClosed,
      clashes: flow?.clashes ?? [],
      prices: best.prices,
      weightProof: weightProof,
      costProof: best.proof,
      isCheapestOfAll: isCheapestOfAll || weightProof == nil
    ).plan
  }

  /// Whether all gaps and all engagements are alike, so that what closes as much costs as much.
  private func isUniform(_ closable: [Int], _ weights: [Int]) -> Bool {
    let gaps = Set(
      closable.indices.filter { closable[$0] > 0 }.map { [closable[$0], weights[$0]] }
    )
    return gaps.count <= 1 && Set(math.costs).count <= 1 && math.fixedCosts.allSatisfy { $0 == 0 }
      && required.isEmpty
  }

  /// How much of the time a search for the least cost has.
  private var timeShare: Double {
    guard let weightProof else { return 1 }
    return (weightProof.prices == nil ? 1 : 0.25) * (math.budget == nil ? 0.5 : 1)
  }

  /// Engagements, and what is proved about their cost.
  private struct Costed {
    var exchange: ClosureExchange
    var isClosed: [Bool]
    var prices: [Double]
    var proof: ClosurePlan.Proof
  }

  /// Finds the cheapest engagements that meet demands.
  private func cheapest(_ demands: [Int], known: [Int]) throws(ClosureError) -> Costed {
    let model = try ClosureModel(math, demands: demands)
    var exchange = ClosureExchange(math, taken: known)
    // What costs no more than every plan does needs no search.
    var prices = CoverPrices(scale: 1, rows: demands.map { _ in 0 })
    var (bound, ending, nodes) = (model.leastTotal - model.base, CoverEnding.optimal, 0)
    if exchange.cost > model.leastTotal {
      let solution = CoverSolver(limits: limits(timeShare))
        .solve(model.instance, progress: told(false, base: model.base))
      (bound, ending, nodes) = (max(bound, solution.bound), solution.ending, solution.nodes)
      prices = solution.rootPrices
      let found = solution.plan.map { ClosureExchange(math, taken: model.taken($0)) }
      if let found, found.cost <= exchange.cost { exchange = found }
    }
    let cost = exchange.cost
    return Costed(
      exchange: exchange,
      isClosed: demands.map { $0 > 0 },
      prices: self.prices(prices, model.leastCosts),
      proof: ClosurePlan.Proof(
        instance: model.instance,
        prices: prices,
        base: math.amount(model.base),
        objective: math.amount(cost),
        bound: math.amount(min(model.base + bound, cost)),
        ending: ending,
        nodes: nodes
      )
    )
  }

  /// Finds the cheapest of all plans that close as much weight as can be closed.
  ///
  /// A gap may be left open at a price for its weight that is more than any plan costs, so that the
  /// cheapest answer weighs most.
  ///
  /// - Returns: The plan, or `nil` if its numbers would be too large, or it was not found in time.
  private func cheapestOfAll(
    _ closable: [Int],
    _ weights: [Int],
    known: [Int],
    isMet: [Bool]
  ) -> Costed? {
    let open = closable.indices.reduce(0) {
      $0 + (closable[$1] > 0 && !isMet[$1] ? weights[$1] : 0)
    }
    let knownCost = ClosureExchange(math, taken: known).cost
    let model: ClosureModel
    do throws(ClosureError) {
      model = try ClosureModel(
        math,
        demands: closable,
        leaving: ClosureModel.Leaving(weights: weights, price: knownCost + 1)
      )
    } catch {
      return nil
    }
    // What is paid for the weight that stays open is no cost.
    let base = model.base - open * (knownCost + 1)
    let solution = CoverSolver(limits: limits(timeShare))
      .solve(model.instance, progress: told(false, base: base))
    guard let plan = solution.plan, base + plan.cost <= knownCost else { return nil }
    let exchange = ClosureExchange(math, taken: model.taken(plan))
    let left = model.left(plan)
    return Costed(
      exchange: exchange,
      isClosed: closable.indices.map { closable[$0] > 0 && !left.contains($0) },
      prices: prices(solution.rootPrices, model.leastCosts),
      proof: ClosurePlan.Proof(
        instance: model.instance,
        prices: solution.rootPrices,
        base: math.amount(base),
        objective: math.amount(exchange.cost),
        bound: math.amount(min(max(0, base + solution.bound), exchange.cost)),
        ending: solution.ending,
        nodes: solution.nodes
      )
    )
  }

  /// What each gap adds to the bound of the cost.
  private func prices(_ prices: CoverPrices, _ least: [Int]) -> [Double] {
    least.indices.map { need in
      let price = Double(prices.rows[need]) / Double(prices.scale)
      return (price + Double(least[need])) * math.amount(1).number
    }
  }

  /// Gaps that are closed together, and by whom.
  private struct Met {
    let isMet: [Bool]
    let taken: [Int]
  }

  /// Finds the gaps that weigh most together and can be closed.
  private mutating func seekWeight(_ closable: [Int], _ weights: [Int], unit: Int)
    throws(ClosureError) -> Met
  {
    let model = try ClosureModel(
      math,
      demands: closable,
      budget: math.budget ?? CoverInstance.largestSum,
      weights: weights
    )
    let all = weights.reduce(0, +)
    let most = min(flow?.mostWorth ?? all, all)
    func proof(_ reached: Int, _ solution: CoverSolution?) -> ClosurePlan.Proof {
      let bound = min(most, solution?.bound ?? most)
      return ClosurePlan.Proof(
        instance: model.instance,
        prices: solution?.rootPrices,
        base: 0,
        objective: math.weight(reached / unit),
        bound: math.weight(max(reached, bound) / unit),
        ending: solution?.ending ?? .optimal,
        nodes: solution?.nodes ?? 0
      )
    }
    if let flow, math.budget == nil {
      // Often the flow alone meets as much as can be met.
      let met = flow.met.indices.map { flow.met[$0] && closable[$0] > 0 }
      let reached = met.indices.reduce(0) { $0 + (met[$1] ? weights[$1] : 0) }
      if reached == most {
        weightProof = proof(reached, nil)
        let taken = candidates(of: flow, closable)
          .filter { place in field.candidates[place].need.map { met[$0] } ?? false }
        return Met(isMet: met, taken: required + taken)
      }
    }
    let solution = CoverSolver(limits: limits(0.75))
      .solve(model.instance, progress: told(true, unit: unit))
    weightProof = proof(solution.plan?.weight ?? 0, solution)
    let unmet = Set(solution.plan?.unmetRows ?? Array(closable.indices))
    return Met(
      isMet: closable.indices.map { closable[$0] > 0 && !unmet.contains($0) },
      taken: solution.plan.map { model.taken($0) } ?? required
    )
  }

  /// The first of two searches gets three quarters of the time, and the second the rest.
  private func limits(_ share: Double) -> CoverLimits {
    CoverLimits(
      nodes: question.limits.nodes,
      processorSeconds: question.limits.processorSeconds.map { $0 * share }
    )
  }

  private func told(_ seeksWeight: Bool, base: Int = 0, unit: Int = 1)
    -> ((CoverProgress) -> Void)?
  {
    guard let progress else { return nil }
    func amount(_ value: Int) -> ClosureAmount {
      seeksWeight ? math.weight(value / unit) : math.amount(base + value)
    }
    return { step in
      progress(
        ClosureProgress(
          seeksWeight: seeksWeight,
          best: step.best.map { amount($0) },
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
