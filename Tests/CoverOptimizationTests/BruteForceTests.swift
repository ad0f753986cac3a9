import CoverOptimization
import Testing

/// Answers compared with a look at every plan.
@Suite struct BruteForceTests {
  /// What instances of a test may have, with a name to report.
  struct Variant: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kind: RandomCover.Kind
  }

  static let variants = [
    Variant(testDescription: "plain", kind: .init()),
    Variant(testDescription: "one cost", kind: .init(highestCost: 1)),
    Variant(testDescription: "demands", kind: .init(highestDemand: 3)),
    Variant(testDescription: "standings", kind: .init(highestDemand: 2, hasStandings: true)),
    Variant(testDescription: "fixed costs", kind: .init(groups: 3, hasFixedCosts: true)),
    Variant(testDescription: "capacities", kind: .init(groups: 3, hasCapacities: true)),
    Variant(
      testDescription: "everything",
      kind: .init(
        highestDemand: 2,
        groups: 3,
        hasCapacities: true,
        hasFixedCosts: true,
        hasStandings: true
      )
    ),
    Variant(testDescription: "budget", kind: .init(hasBudget: true)),
    Variant(
      testDescription: "budget with everything",
      kind: .init(
        highestDemand: 2,
        groups: 3,
        hasCapacities: true,
        hasFixedCosts: true,
        hasBudget: true,
        hasStandings: true
      )
    ),
  ]

  @Test(arguments: variants)
  func `no plan is better than the one that is found`(_ variant: Variant) throws {
    var found = 0
    for seed in UInt64(0)..<600 {
      let instance = try RandomCover.instance(variant.kind, seed: seed)
      let label: Comment = "\(variant.testDescription), seed \(seed)"
      let solution = CoverSolver().solve(instance)
      let best = RandomCover.best(of: instance)
      #expect(solution.objective == best, label)
      guard let best else {
        guard case .infeasible(let rows) = solution.ending else {
          Issue.record("there is no plan: \(label)")
          continue
        }
        #expect(rows == (instance.budget == nil ? instance.uncoverableRows() : []), label)
        continue
      }
      found += 1
      #expect(solution.isOptimal, label)
      #expect(solution.bound == best, label)
      let plan = try #require(solution.plan, label)
      #expect(instance.plan(of: plan.columns) == plan, label)
      for column in plan.columns where instance.columns[column].standing == .free {
        let fewer = instance.plan(of: plan.columns.filter { $0 != column })
        #expect(fewer.map { ($0.weight ?? 0) < (plan.weight ?? 0) } ?? true, label)
      }
      let rootBound = instance.bound(at: solution.rootPrices)
      #expect(instance.budget == nil ? rootBound <= best : rootBound >= best, label)
    }
    #expect(found > 100)
  }

  @Test(arguments: variants)
  func `a search that is cut short tells no lies`(_ variant: Variant) throws {
    var kind = variant.kind
    kind.rows = 8...12
    kind.columns = 10...12
    for seed in UInt64(0)..<20 {
      let instance = try RandomCover.instance(kind, seed: seed)
      let best = RandomCover.best(of: instance)
      for nodes in [0, 1, 2, 5] {
        let solution = CoverSolver(limits: CoverLimits(nodes: nodes)).solve(instance)
        let label: Comment = "\(variant.testDescription), seed \(seed), \(nodes) nodes"
        guard let best else {
          #expect(solution.plan == nil, label)
          continue
        }
        let isMaximum = instance.budget != nil
        #expect(isMaximum ? solution.bound >= best : solution.bound <= best, label)
        if let plan = solution.plan {
          #expect(instance.plan(of: plan.columns) == plan, label)
          #expect(isMaximum || plan.cost >= best, label)
        }
        if solution.isOptimal { #expect(solution.objective == best, label) }
        #expect(solution.nodes <= nodes, label)
      }
    }
  }
}
