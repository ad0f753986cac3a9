import AssistanceModel
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct FundingWithdrawalTests {
  private func world(
    _ facts: [(id: NodeID, providers: [NodeID], funders: [NodeID], programming: [NodeID])],
    payments: [(NodeID, NodeID)] = []
  ) -> FundedWorld {
    var world = FundedWorld(seed: 0)
    world.actors = ["d", "e", "m", "p", "q"].map { (NodeID($0), .named) }
    world.facts = facts.enumerated().map { place, fact in
      FundedWorld.Fact(
        id: fact.id,
        providers: fact.providers,
        funders: fact.funders,
        extending: [],
        programming: fact.programming,
        row: world.cases[place / 2 % 2],
        column: world.inhibitors[place % 2]
      )
    }
    world.payments = payments.map { (from: $0.0, to: $0.1) }
    return world
  }

  private func falls(_ world: FundedWorld, with actors: [NodeID]) throws -> [NodeID] {
    let report = try world.report()
    return report.departure(fundedThrough: actors).facts.sorted()
  }

  @Test func `a fact falls only if every chain that it names passes somebody who leaves`() throws {
    let world = world([
      ("alone", ["p"], ["d"], []), ("shared", ["p"], ["d", "e"], []),
      ("run", ["p"], ["e"], ["m"]), ("untold", ["q"], [], []),
    ])
    #expect(try falls(world, with: ["d"]) == ["alone"])
    #expect(try falls(world, with: ["d", "e"]) == ["alone", "run", "shared"])
    #expect(try falls(world, with: ["m"]) == ["run"])
    #expect(try world.report().fundingAccount.notTold == ["untold"])
    #expect(try world.report().fundingAccount.factCount == 4)
    let namings = try world.report().fundingAccount.namingCounts
    #expect(namings.map(\.role) == ["funder", "programming"])
    #expect(namings.map(\.factCount) == [3, 1])
  }

  @Test func `where a fact names nobody, payments to its providers are followed to their source`()
    throws
  {
    let world = world(
      [("direct", ["p"], [], []), ("both", ["p", "q"], [], []), ("named", ["p"], ["e"], [])],
      payments: [("d", "m"), ("m", "p")]
    )
    // Nobody pays q, so what it takes part in stays; what names its funder follows that.
    #expect(try falls(world, with: ["d"]) == ["direct"])
    #expect(try falls(world, with: ["m"]) == ["direct"])
    #expect(try falls(world, with: ["e"]) == ["named"])
    #expect(try world.report().fundingAccount.notTold == ["both"])
  }

  @Test func `money in a circle begins with everybody on it`() throws {
    let world = world(
      [("fact", ["p"], [], [])],
      payments: [("d", "e"), ("e", "d"), ("e", "p")]
    )
    #expect(try falls(world, with: ["d"]) == [])
    #expect(try falls(world, with: ["e"]) == ["fact"])
  }

  @Test func `whoever funds and leaves provides nothing either`() throws {
    let world = world([("own", ["d"], [], []), ("paid", ["p"], ["d"], [])])
    let report = try world.report()
    let withdrawal = report.withdrawal(of: report.departure(fundedThrough: ["d"]))
    #expect(withdrawal.facts == ["own", "paid"])
    #expect(withdrawal.opened.map(\.column) == ["i0", "i1"])
    #expect(report.fundingLosses().map(\.openedCount) == [2])
  }

  @Test func `without funders nobody is listed`() throws {
    #expect(try world([("own", ["p"], [], [])]).report().fundingLosses().isEmpty)
  }

  @Test(arguments: UInt64(0)..<300)
  func `what falls is what going through every chain finds, one by one and in one pass`(
    _ seed: UInt64
  ) throws {
    let world = FundedWorld(seed: seed)
    let report = try world.report()
    let ids = world.actors.map(\.id)
    let groups = ids.map { Set([$0]) } + [Set(ids.prefix(2)), Set(ids.suffix(3)), Set(ids)]
    let losses = Dictionary(uniqueKeysWithValues: report.fundingLosses().map { ($0.actor, $0) })
    for leaving in groups {
      let told = report.withdrawal(of: report.departure(fundedThrough: leaving))
      let fallen = world.facts.filter { world.falls($0, leaving) }.map(\.id)
      #expect(told.facts == fallen)
      let left = try world.without(leaving).report()
      let changes = Dictionary(
        uniqueKeysWithValues: told.changes.map { ([$0.row, $0.column], $0.after) }
      )
      for (cell, now) in zip(report.cells, left.cells) {
        #expect(now.state == changes[[cell.row, cell.column]] ?? cell.state)
      }
      guard leaving.count == 1, let actor = leaving.first, let loss = losses[actor] else {
        continue
      }
      #expect(loss.openedCount == told.opened.count)
      #expect(loss.unnamedCount == told.unnamed.count)
      #expect(loss.thinnedCount == told.thinned.count)
      #expect(loss.shortCount == told.shortened.count)
      #expect(loss.cellCount == told.touched.count)
      #expect(
        loss.opened.map { [report.rows[$0 / 2], report.columns[$0 % 2]] }
          == told.opened.map { [$0.row, $0.column] }
      )
    }
    let payers = Set(world.payments.filter { $0.from != $0.to }.map(\.from))
    let named = world.facts.flatMap { $0.funders + $0.extending + $0.programming }
    #expect(Set(losses.keys) == payers.union(named))
  }
}
