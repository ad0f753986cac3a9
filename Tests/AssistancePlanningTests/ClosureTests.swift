import AssistanceModel
import AssistancePlanning
import CoverOptimization
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct ClosureTests {
  /// Actor 0 is reported in row 0 for column 0, actor 1 in row 1 for column 0.
  private var world: ClosureWorld {
    var world = ClosureWorld(rowCount: 2, columnCount: 2, actorCount: 3)
    world.reports = [
      .init(row: 0, column: 0, actor: 0), .init(row: 1, column: 0, actor: 1),
    ]
    return world
  }

  private func told(_ plan: ClosurePlan) -> [[String]] {
    plan.engagements.map { [$0.actor.rawValue, $0.row.rawValue, $0.column.rawValue] }
  }

  @Test func `an empty matrix, and one without gaps, need no plan`() throws {
    let empty = try ClosureWorld(rowCount: 0, columnCount: 0, actorCount: 0).report().closure()
    #expect(empty.gaps.isEmpty && empty.engagements.isEmpty && empty.isOptimal)
    #expect(empty.summary == ["There is no gap in this scope: nothing is to be closed."])
    var covered = ClosureWorld()
    covered.reports = [.init(row: 0, column: 0, actor: 0)]
    #expect(try covered.report().closure().cost == 0)
  }

  @Test func `those who are reported in the row or in the column may take up a gap`() throws {
    let plan = try world.report().closure()
    // Nobody is reported for the second column, so only the row speaks for anybody there.
    #expect(told(plan) == [["a0", "c0", "i1"], ["a1", "c1", "i1"]])
    #expect(plan.cost == 2)
    #expect(plan.isOptimal)
    #expect(plan.engagements.map(\.isOnlyWay) == [true, true])
    #expect(plan.engagements[0].ground.facts == ["f0-0-0"])
    guard case .reported(let reported) = plan.engagements[0].ground else {
      Issue.record("no report speaks for it")
      return
    }
    #expect(reported.columns == ["i0"])
    #expect(reported.rows.isEmpty)
  }

  @Test func `where capacities bind, what weighs most is closed, whatever cannot be closed at all`()
    throws
  {
    var world = ClosureWorld(rowCount: 1, columnCount: 5, actorCount: 1)
    world.weights = [1, 4, 9, 5, 8]
    var question = ClosureQuestion()
    question.rules = [0, 2, 4].map { ClosureWorld.rule(0, 0, $0) }
    question.actors = [ActorTerms("a0", capacity: 1)]
    // What nobody may take up stands between what can be closed, in either order.
    for weights in [[1.0, 4, 9, 5, 8], [9, 4, 1, 5, 8], [8, 0, 1, 0, 9]] {
      world.weights = weights
      let plan = try world.report().closure(question)
      #expect(
        plan.engagements.map(\.column) == [weights[0] == 9 ? "i0" : weights[2] == 9 ? "i2" : "i4"]
      )
      #expect(plan.isOptimal)
      #expect(plan.weightProof?.objective.number == 9)
      #expect(plan.weightProof?.bound.number == 9)
    }
  }

  @Test func `whoever is used up by what is required has no capacity left, and is named`() throws {
    var world = ClosureWorld(rowCount: 2, columnCount: 1, actorCount: 1)
    world.required = [1, 1]
    var question = ClosureQuestion()
    question.rules = [
      ClosureWorld.rule(0, 0, 0, nil, .required), ClosureWorld.rule(0, 1, 0),
    ]
    question.actors = [ActorTerms("a0", capacity: 1)]
    let plan = try world.report().closure(question)
    #expect(plan.engagements.map(\.row) == ["c0"])
    #expect(plan.clashes.map(\.actors) == [["a0"]])
    #expect(plan.gaps.first { $0.row == "c1" }?.outcome == .beyondCapacity)
  }

  @Test func `a gap that nobody may take up stays open, and says how many are missing`() throws {
    var lonely = ClosureWorld(rowCount: 1, columnCount: 2, actorCount: 2)
    lonely.reports = [.init(row: 0, column: 0, actor: 0)]
    lonely.required = [1, 2]
    let plan = try lonely.report().closure()
    #expect(plan.gaps.map(\.outcome) == [.tooFewPossible(missing: 1)])
    #expect(plan.engagements.isEmpty)
    #expect(plan.summary.last == "1 stays open: 1 that too few may take up.")
  }

  @Test func `of those at the same cost, row and column speak before the column, then the row`()
    throws
  {
    var world = ClosureWorld(rowCount: 2, columnCount: 2, actorCount: 3)
    // For the gap c0 × i0: a0 is in the row, a1 in the column, a2 in both.
    world.reports = [
      .init(row: 0, column: 1, actor: 0), .init(row: 1, column: 0, actor: 1),
      .init(row: 0, column: 1, actor: 2), .init(row: 1, column: 0, actor: 2),
    ]
    var question = ClosureQuestion()
    let plan = try world.report().closure(question)
    #expect(told(plan).contains(["a2", "c0", "i0"]))
    let first = try #require(plan.engagements.first { $0.row == "c0" && $0.column == "i0" })
    #expect(first.alternatives.map(\.actor) == ["a1", "a0"])
    #expect(first.alternatives.map(\.added) == [0, 0])
    // What costs more is not taken, however much speaks for it.
    question.actors = [ActorTerms("a2", fixedCost: 1)]
    #expect(!(try world.report().closure(question).actors.map(\.actor).contains("a2")))
  }

  @Test func `the line that names more ends holds, of equals the later one`() throws {
    var question = ClosureQuestion()
    question.rules = [
      ClosureWorld.rule(2, 0, 1, 7), ClosureWorld.rule(2, nil, nil, 5),
      ClosureWorld.rule(2, nil, 1, 3), ClosureWorld.rule(2, 1, nil, 4),
    ]
    let plan = try world.report().closure(question)
    #expect(told(plan) == [["a2", "c0", "i1"], ["a2", "c1", "i1"]])
    #expect(plan.engagements.map(\.cost) == [7, 4])
    question.rules?.append(ClosureWorld.rule(2, 0, 1, 8))
    #expect(try world.report().closure(question).cost == 12)
  }

  @Test func `what is required is paid, also where it closes no gap`() throws {
    var question = ClosureQuestion()
    question.addsReported = true
    question.rules = [
      ClosureWorld.rule(2, 0, 0, 4, .required), ClosureWorld.rule(0, 0, 0, 9, .required),
    ]
    let plan = try world.report().closure(question)
    #expect(plan.engagements.first { $0.actor == "a2" }?.closesGap == false)
    #expect(plan.cost == 6)
    // The second is reported there already.
    #expect(plan.remarks.map(\.text) == ["a0 is reported there already"])
  }

  @Test func `required engagements beyond a capacity or the budget are refused`() throws {
    var question = ClosureQuestion()
    question.rules = [
      ClosureWorld.rule(2, 0, 1, 4, .required), ClosureWorld.rule(2, 1, 1, 4, .required),
    ]
    question.capacity = 1
    let report = try world.report()
    #expect(
      throws: ClosureError.requiredBeyondCapacity(
        actor: "a2",
        required: 2,
        capacity: 1,
        place: nil
      )
    ) { try report.closure(question) }
    question.capacity = nil
    question.budget = 7
    #expect(throws: ClosureError.requiredBeyondBudget(cost: 8, budget: 7)) {
      try report.closure(question)
    }
  }

  @Test func `costs that cannot be counted with are refused, not rounded`() throws {
    var question = ClosureQuestion()
    question.unitCost = ClosureAmount(units: 1 << 40)
    let report = try world.report()
    #expect(throws: ClosureError.costsTooLarge) { try report.closure(question) }
    question.unitCost = ClosureAmount(units: 1 << 34)
    question.fixedCost = ClosureAmount(units: 1, places: 9)
    #expect(throws: ClosureError.costsTooLarge) { try report.closure(question) }
  }

  @Test func `gaps that clash over capacity are named, with those who are used up`() throws {
    var question = ClosureQuestion()
    question.rules = [ClosureWorld.rule(2, nil, nil)]
    question.capacity = 1
    let plan = try world.report().closure(question)
    #expect(plan.clashes.map(\.gaps) == [[0, 1]])
    #expect(plan.clashes.map(\.actors) == [["a2"]])
    #expect(plan.clashes.map(\.needed) == [2])
    #expect(plan.clashes.map(\.possible) == [1])
    #expect(plan.closed.count == 1)
    #expect(plan.open.map(\.outcome) == [.beyondCapacity])
  }

  @Test func `of gaps that clash the heavier is closed, of equals the cheaper`() throws {
    var world = world
    var question = ClosureQuestion()
    question.rules = [ClosureWorld.rule(2, 0, nil, 9), ClosureWorld.rule(2, 1, nil, 2)]
    question.capacity = 1
    #expect(told(try world.report().closure(question)) == [["a2", "c1", "i1"]])
    world.weights = [1, 3, 1, 1]
    #expect(told(try world.report().closure(question)) == [["a2", "c0", "i1"]])
  }

  @Test func `under a roll-up a part is its whole`() throws {
    var question = ClosureQuestion()
    question.rules = [ClosureWorld.rule(2, nil, nil)]
    var world = world
    world.parts = [(part: 2, whole: 0)]
    let plan = try world.report(rollUp: .partOf).closure(question)
    #expect(Set(plan.engagements.map(\.actor)) == ["a0"])
  }
}
