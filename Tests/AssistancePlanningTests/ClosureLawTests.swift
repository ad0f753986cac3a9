import AssistancePlanning
import CoverOptimization
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct ClosureLawTests {
  private struct Case {
    var world = ClosureWorld()
    var question = ClosureQuestion(limits: CoverLimits())

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
      func amount() -> ClosureAmount {
        chance(50)
          ? ClosureAmount(units: number(0...9)) : ClosureAmount(units: number(0...900), places: 2)
      }
      world.rowCount = number(1...3)
      world.columnCount = number(1...2)
      world.actorCount = number(1...4)
      let cells = 0..<world.cellCount
      if chance(60) { world.required = cells.map { _ in number(0...3) } }
      if chance(60) { world.weights = cells.map { _ in [0, 0.5, 1, 2, 3.25][number(0...4)] } }
      for cell in cells {
        for actor in 0..<world.actorCount where chance(15) {
          world.reports.append(
            .init(row: cell / world.columnCount, column: cell % world.columnCount, actor: actor)
          )
        }
      }
      question.unitCost = amount()
      question.fixedCost = chance(50) ? amount() : 0
      question.capacity = chance(40) ? number(0...3) : nil
      for actor in 0..<world.actorCount where chance(40) {
        question.actors.append(
          ActorTerms(
            ClosureWorld.actor(actor),
            fixedCost: chance(50) ? amount() : nil,
            capacity: chance(50) ? number(0...3) : nil
          )
        )
      }
      var rules: [EngagementRule] = []
      for actor in 0..<world.actorCount {
        if chance(25) { rules.append(ClosureWorld.rule(actor, nil, nil, amount())) }
        for row in 0..<world.rowCount where chance(25) {
          rules.append(
            ClosureWorld.rule(actor, row, nil, amount(), chance(70) ? .possible : .forbidden)
          )
        }
        for column in 0..<world.columnCount where chance(25) {
          rules.append(
            ClosureWorld.rule(actor, nil, column, nil, chance(70) ? .possible : .forbidden)
          )
        }
        for cell in cells where chance(35) {
          let draw = number(1...10)
          rules.append(
            ClosureWorld.rule(
              actor,
              cell / world.columnCount,
              cell % world.columnCount,
              chance(80) ? amount() : nil,
              draw == 1 ? .required : draw <= 3 ? .forbidden : .possible
            )
          )
        }
      }
      rules.shuffle(using: &random)
      question.rules = rules
      if chance(40) { question.budget = ClosureAmount(units: number(0...2500), places: 2) }
    }
  }

  private func choices(_ plan: ClosurePlan, _ world: ClosureWorld) -> Set<ClosureChoice> {
    func number(_ id: NodeID) -> Int { Int(id.rawValue.dropFirst()) ?? -1 }
    return Set(
      plan.engagements.map {
        ClosureChoice(
          actor: number($0.actor),
          cell: number($0.row) * world.columnCount + number($0.column)
        )
      }
    )
  }

  /// Checks an answer without the library: what may be, what it costs and closes, and the bounds.
  private func check(_ plan: ClosurePlan, _ naive: NaiveClosure, _ seed: UInt64) throws {
    let world = naive.world
    let choices = choices(plan, world)
    #expect(choices.count == plan.engagements.count, "seed \(seed)")
    let cost = try #require(naive.cost(choices), "seed \(seed)")
    #expect(NaiveClosure.hundredths(plan.cost) == cost, "seed \(seed)")
    #expect(plan.actors.reduce(0) { $0 + $1.total } == plan.cost, "seed \(seed)")
    let closed = Set(
      plan.gaps.filter(\.isClosed).map { gap in
        (Int(gap.row.rawValue.dropFirst()) ?? -1) * world.columnCount
          + (Int(gap.column.rawValue.dropFirst()) ?? -1)
      }
    )
    #expect(closed.isSubset(of: naive.closed(choices)), "seed \(seed)")
    // The bounds again, from the prices alone; what a search proves is no worse.
    if let prices = plan.costProof.prices {
      let bound = plan.costProof.instance.bound(at: prices)
      let proved = plan.costProof.base + hundredths(bound, plan.costProof.base.places)
      #expect(proved <= plan.costProof.bound, "seed \(seed)")
    }
    if let proof = plan.weightProof, let prices = proof.prices {
      let weights = proof.instance.budget?.weights ?? []
      let reached = plan.gaps.indices.reduce(0) {
        $0 + (plan.gaps[$1].isClosed ? weights[$1] : 0)
      }
      #expect(proof.instance.bound(at: prices) >= reached, "seed \(seed)")
    }
    // No exchange that is offered breaks anything, and each costs what it says.
    for engagement in plan.engagements {
      for alternative in engagement.alternatives {
        var other = choices
        let cell = cell(engagement, world)
        other.remove(ClosureChoice(actor: number(engagement.actor), cell: cell))
        other.insert(ClosureChoice(actor: number(alternative.actor), cell: cell))
        var unlimited = naive.question
        unlimited.budget = nil
        let changed = NaiveClosure(world, unlimited).cost(other)
        #expect(changed == cost + NaiveClosure.hundredths(alternative.added), "seed \(seed)")
      }
    }
  }

  /// Units of a cost as an amount.
  private func hundredths(_ units: Int, _ places: Int) -> ClosureAmount {
    ClosureAmount(units: units, places: places)
  }

  private func number(_ id: NodeID) -> Int { Int(id.rawValue.dropFirst()) ?? -1 }

  private func cell(_ engagement: ClosurePlan.Engagement, _ world: ClosureWorld) -> Int {
    number(engagement.row) * world.columnCount + number(engagement.column)
  }

  @Test(arguments: UInt64(0)..<400)
  func `the plan is the best of all sets of engagements`(_ seed: UInt64) throws {
    let random = Case(seed: seed)
    let naive = NaiveClosure(random.world, random.question)
    guard naive.possible.count - naive.required.count <= 12 else { return }
    let report = try random.world.report()
    let all = naive.all()
    guard !all.isEmpty else {
      // What is required cannot be.
      #expect(throws: ClosureError.self, "seed \(seed)") {
        _ = try report.closure(random.question)
      }
      return
    }
    let plan = try report.closure(random.question)
    try check(plan, naive, seed)
    #expect(plan.isOptimal, "seed \(seed)")
    var unlimited = random.question
    unlimited.budget = nil
    let sets = random.question.budget == nil ? all : NaiveClosure(random.world, unlimited).all()
    let closable = sets.reduce(into: Set<Int>()) { $0.formUnion(naive.closed($1.choices)) }
    let impossible = plan.gaps.filter {
      if case .tooFewPossible = $0.outcome { true } else { false }
    }
    #expect(plan.gaps.count == (0..<random.world.cellCount).count { naive.deficit($0) > 0 })
    let reachable = naive.reachable
    #expect(plan.gaps.count - impossible.count == reachable.count, "seed \(seed)")
    #expect(closable.isSubset(of: reachable), "seed \(seed)")
    // The most weight first, of these the most gaps that weigh nothing, then the least cost.
    func value(_ closed: Set<Int>) -> [Double] {
      let own = closed.intersection(closable)
      return [
        own.reduce(0) { $0 + naive.weight($1) }, Double(own.count { naive.weight($0) == 0 }),
      ]
    }
    let best =
      all.map { value(naive.closed($0.choices)) }
      .max { $0.lexicographicallyPrecedes($1) } ?? []
    let planned = Set(
      plan.closed.map { number($0.row) * random.world.columnCount + number($0.column) }
    )
    #expect(value(planned) == best, "seed \(seed)")
    let cheapest = all.filter { naive.closed($0.choices).isSuperset(of: planned) }.map(\.cost).min()
    #expect(NaiveClosure.hundredths(plan.cost) == cheapest, "seed \(seed)")
    // Without a budget, no other gaps of as much weight can be closed for less.
    #expect(plan.isCheapestOfAll || random.question.budget != nil, "seed \(seed)")
    if plan.isCheapestOfAll {
      let alike = all.filter { value(naive.closed($0.choices)) == best }.map(\.cost).min()
      #expect(NaiveClosure.hundredths(plan.cost) == alike, "seed \(seed)")
    }
    // Gaps clash exactly where not all of them can be closed together.
    let isPossible = sets.contains { naive.closed($0.choices).isSuperset(of: reachable) }
    #expect(plan.clashes.isEmpty == isPossible, "seed \(seed)")
    for clash in plan.clashes { #expect(clash.possible < clash.needed) }
  }

  @Test(arguments: UInt64(0)..<40)
  func `a search that is stopped has a plan and an honest bound`(_ seed: UInt64) throws {
    let random = Case(seed: seed)
    let naive = NaiveClosure(random.world, random.question)
    guard !naive.all().isEmpty else { return }
    let report = try random.world.report()
    var question = random.question
    let whole = try report.closure(question)
    question.limits = CoverLimits(nodes: 0)
    let stopped = try report.closure(question)
    try check(stopped, naive, seed)
    if let proof = stopped.weightProof, let best = whole.weightProof {
      #expect(proof.bound >= best.objective, "seed \(seed)")
      #expect(proof.objective <= best.objective, "seed \(seed)")
    } else {
      #expect(stopped.costProof.bound <= whole.cost, "seed \(seed)")
      #expect(stopped.cost >= whole.cost, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `the same question gives the same plan`(_ seed: UInt64) throws {
    let random = Case(seed: seed)
    guard !NaiveClosure(random.world, random.question).all().isEmpty else { return }
    let first = try random.world.report().closure(random.question)
    let second = try random.world.report().closure(random.question)
    #expect(first == second)
  }
}
