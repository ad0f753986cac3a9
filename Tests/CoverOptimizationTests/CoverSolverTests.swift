import CoverOptimization
import TestSupport
import Testing

@Suite struct CoverSolverTests {
  @Test func `nothing is asked, nothing is taken`() throws {
    let empty = CoverSolver().solve(try CoverInstance(demands: [], columns: []))
    #expect(empty.plan?.columns == [])
    #expect(empty.objective == 0)
    #expect(empty.isOptimal)
    let asked = try CoverInstance(demands: [0], columns: [CoverColumn(cost: 0, rows: [0])])
    #expect(CoverSolver().solve(asked).plan?.columns == [])
  }

  @Test func `one dear column beats two cheap ones that cost more together`() throws {
    let instance = try CoverInstance(
      demands: [1, 1, 1],
      columns: [
        CoverColumn(cost: 3, rows: [0, 1]),
        CoverColumn(cost: 2, rows: [1, 2]),
        CoverColumn(cost: 4, rows: [0, 1, 2]),
      ]
    )
    let solution = CoverSolver().solve(instance)
    #expect(solution.plan?.columns == [2])
    #expect(solution.plan?.cost == 4)
    #expect(solution.bound == 4)
    #expect(solution.plan?.weight == nil)
  }

  @Test func `a fixed cost is paid once`() throws {
    // Alone the first two are cheapest, but their groups cost more than the third's.
    let instance = try CoverInstance(
      demands: [1, 1],
      columns: [
        CoverColumn(cost: 1, rows: [0], group: 0),
        CoverColumn(cost: 1, rows: [1], group: 1),
        CoverColumn(cost: 3, rows: [0], group: 2),
        CoverColumn(cost: 3, rows: [1], group: 2),
      ],
      groups: [CoverGroup(fixedCost: 5), CoverGroup(fixedCost: 5), CoverGroup(fixedCost: 4)]
    )
    let solution = CoverSolver().solve(instance)
    #expect(solution.plan?.columns == [2, 3])
    #expect(solution.plan?.cost == 10)
  }

  @Test func `a budget buys the most weight, and says what is left open`() throws {
    let instance = try CoverInstance(
      demands: [1, 1, 2],
      columns: [
        CoverColumn(cost: 5, rows: [0]),
        CoverColumn(cost: 4, rows: [1, 2]),
        CoverColumn(cost: 4, rows: [2]),
      ],
      budget: CoverBudget(limit: 9, weights: [5, 3, 4])
    )
    let solution = CoverSolver().solve(instance)
    #expect(solution.plan?.columns == [0, 1])
    #expect(solution.objective == 8)
    #expect(solution.bound == 8)
    #expect(solution.plan?.cost == 9)
    #expect(solution.plan?.unmetRows == [2])
  }

  @Test func `a budget that what is required exceeds has no plan`() throws {
    let instance = try CoverInstance(
      demands: [1],
      columns: [CoverColumn(cost: 5, rows: [0], standing: .required)],
      budget: CoverBudget(limit: 4, weights: [1])
    )
    #expect(CoverSolver().solve(instance).ending == .infeasible(rows: []))
  }

  @Test func `large sums stay exact`() throws {
    // As large as costs may be; a rounded bound would miss the last units.
    let large = CoverInstance.largestSum / 4
    let instance = try CoverInstance(
      demands: [1, 1],
      columns: [
        CoverColumn(cost: large, rows: [0]), CoverColumn(cost: large + 1, rows: [1]),
        CoverColumn(cost: 2 * large - 5, rows: [0, 1]),
      ]
    )
    #expect(CoverSolver().solve(instance).plan?.cost == 2 * large - 5)
  }

  @Test func `large costs that share a divisor have prices that fit`() throws {
    let unit = CoverInstance.largestSum / 8
    let instance = try CoverInstance(
      demands: [1, 1, 1],
      columns: [[0, 1], [1, 2], [0, 2]].map { CoverColumn(cost: unit, rows: $0) }
    )
    let solution = CoverSolver().solve(instance)
    #expect(solution.plan?.cost == 2 * unit)
    // One and a half units are what prices can prove; the rest takes branching.
    let proved = instance.bound(at: solution.rootPrices)
    #expect(proved > unit && proved <= unit * 3 / 2)
  }

  @Test(arguments: UInt64(0)..<4)
  func `equal questions get equal answers`(seed: UInt64) throws {
    let kind = RandomCover.Kind(highestDemand: 2, rows: 40...40, columns: 40...40)
    let instance = try RandomCover.instance(kind, seed: seed)
    for nodes in [nil, 3] {
      let solver = CoverSolver(limits: CoverLimits(nodes: nodes))
      #expect(solver.solve(instance) == solver.solve(instance))
    }
  }

  @Test func `a limit of no time at all still tells the truth`() throws {
    let kind = RandomCover.Kind(rows: 60...60, columns: 60...60)
    let instance = try RandomCover.instance(kind, seed: 5)
    let cut = CoverSolver(limits: CoverLimits(processorSeconds: 0)).solve(instance)
    let whole = CoverSolver().solve(instance)
    let best = try #require(whole.objective)
    #expect(whole.isOptimal)
    #expect(cut.ending == .processorTimeLimit)
    #expect(cut.bound <= best)
    #expect(cut.objective.map { $0 >= best } ?? true)
  }

  @Test func `progress comes closer from both sides`() throws {
    let kind = RandomCover.Kind(rows: 60...60, columns: 80...80)
    let instance = try RandomCover.instance(kind, seed: 7)
    var steps: [CoverProgress] = []
    let solution = CoverSolver().solve(instance) { steps.append($0) }
    #expect(!steps.isEmpty)
    for (before, after) in zip(steps, steps.dropFirst()) {
      #expect(after.bound >= before.bound)
      #expect(after.nodes >= before.nodes)
      if let earlier = before.best { #expect(after.best.map { $0 <= earlier } ?? false) }
    }
    #expect(steps.last?.best == solution.objective)
    #expect(steps.allSatisfy { $0.bound <= solution.bound })
  }
}
