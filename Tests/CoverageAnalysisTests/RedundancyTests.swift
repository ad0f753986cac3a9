import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct RedundancyTests {
  /// Two cases by three inhibitors: a alone, a and b, nobody; a and somebody unnamed, b, nobody.
  private func world(_ needs: [CoverageNeed] = []) throws -> CoverageReport {
    var question = CoverageQuestion()
    question.needs = needs
    return try assistance {
      nodes(["c0", "c1"], .countryCase)
      nodes(["i0", "i1", "i2"], .inhibitor)
      nodes(["a", "b"], .actor)
      actor("u", .placeholder)
      fact("f0", by: ["a"], for: ["i0"], in: "c0")
      fact("f1", by: ["a"], for: ["i1"], in: "c0")
      fact("f2", by: ["a", "b"], for: ["i1"], in: "c0")
      fact("f3", by: ["a", "u"], for: ["i0"], in: "c1")
      fact("f4", by: ["b"], for: ["i1"], in: "c1")
      edge("a", .memberOf, "b")
    }.coverage(question)
  }

  private func need(_ row: NodeID?, _ column: NodeID?, _ required: Int, weight: Double = 1)
    -> CoverageNeed
  {
    CoverageNeed(
      [.init(.countryCase, row), .init(.inhibitor, column)],
      required: required,
      weight: weight
    )
  }

  @Test func `a cell tells supply, redundancy and who stands alone`() throws {
    let cells = try world().redundancy().cells
    #expect(cells.map(\.supply) == [1, 2, 0, 1, 1, 0])
    #expect(cells.map(\.redundancy) == [0, 1, 0, 0, 0, 0])
    #expect(cells.map(\.soleProvider) == ["a", nil, nil, nil, "b", nil])
    #expect(cells.map(\.facts) == [["f0"], ["f1", "f2"], [], ["f3"], ["f4"], []])
  }

  @Test func `totals count needed cells, and shares follow their formulas`() throws {
    let told = try world([need(nil, "i2", 0), need("c0", "i1", 3, weight: 4)]).redundancy()
    #expect(told.total.needed == 4)
    #expect(told.total.met == 3)
    #expect(told.total.bare == 0)
    #expect(told.total.sole == 2)
    #expect(told.total.deficit == 1)
    #expect(told.total.weight == 7)
    #expect(told.total.metWeight == 3)
    #expect(told.underSupply == 0)
    #expect(told.congruence == 1)
    #expect(told.neededWithAtLeast == [4, 1])
    let bare = try world().redundancy()
    #expect(bare.underSupply == 1.0 / 3)
    #expect(bare.congruence == 2.0 / 3)
    #expect(bare.negotiation == 0)
    #expect(bare.rows.map(\.tally.bare) == [1, 1])
    #expect(bare.columns.map(\.tally.bare) == [0, 0, 2])
    #expect(bare.rows.map(\.providerCount) == [2, 2])
  }

  @Test func `effort where none is needed is over-supply, and what others have is negotiable`()
    throws
  {
    let told = try world([need("c0", "i0", 0)]).redundancy()
    #expect(told.overSupply == 0.25)
    let elsewhere = try assistance {
      nodes(["c0", "c1"], .countryCase)
      nodes(["i0"], .inhibitor)
      nodes(["a"], .actor)
      fact("f0", by: ["a"], for: ["i0"], in: "c0")
    }.coverage().redundancy()
    #expect(elsewhere.negotiation == 0.5)
  }

  @Test func `facts divide equally among their providers, unnamed ones apart`() throws {
    let cells = try world().redundancy().cells
    let shared = try #require(cells[1].concentration)
    #expect(shared.top == "a")
    #expect(shared.topShare == 0.75)
    #expect(shared.herfindahl == 0.625)
    #expect(shared.effectiveNumber == 1.6)
    #expect(shared.unnamedShare == 0)
    #expect(cells[3].concentration?.unnamedShare == 0.5)
    #expect(cells[3].concentration?.herfindahl == 1)
    #expect(cells[2].concentration == nil)
  }

  @Test func `shares may be of amounts, and facts without one are counted`() throws {
    var schema = AssistanceSchema.standard
    let rule = try #require(schema.schema.rule(for: NodeKind.assistance))
    schema.schema.add(
      NodeRule(
        rule.kind,
        rule.meaning,
        properties: rule.properties + [PropertyRule("usd", .decimal)]
      )
    )
    var graph = try world().graph.graph
    try graph.set("usd", to: .decimal(300), of: "f1")
    try graph.set("usd", to: .decimal(-5), of: "f3")
    let report = try AssistanceGraph(checking: graph, against: schema).coverage()
    let told = report.redundancy(weighing: .amount("usd"))
    #expect(told.factsWithoutAmount == 3)
    #expect(told.cells[1].concentration?.topShare == 1)
    #expect(told.cells[0].concentration == nil)
    #expect(told.rows.map { $0.concentration?.top } == ["a", nil])
    #expect(told.rows.map(\.providerCount) == [2, 2])
  }

  @Test func `who stands alone with one partner is a single access`() throws {
    let providers = try world().redundancy().providers
    #expect(providers.map(\.loss.actor) == ["a", "b"])
    #expect(providers.map(\.partnerCount) == [1, 1])
    #expect(providers.map(\.isSingleAccess) == [true, true])
  }

  @Test func `where no partners are documented at all, nobody's number of them is known`() throws {
    let told = try assistance {
      nodes(["c0"], .countryCase)
      nodes(["i0"], .inhibitor)
      nodes(["a"], .actor)
      fact("f0", by: ["a"], for: ["i0"], in: "c0")
    }.coverage().redundancy()
    #expect(told.providers.map(\.partnerCount) == [nil])
    #expect(told.providers.map(\.isSingleAccess) == [false])
  }

  @Test func `a cell where nothing is needed rests on nobody`() throws {
    let told = try world([need("c0", "i0", 0)]).redundancy()
    #expect(told.total.sole == 1)
    #expect(told.rows.map(\.tally.sole) == [0, 1])
  }

  @Test(arguments: UInt64(0)..<200)
  func `every number is what the cells of the matrix give`(_ seed: UInt64) throws {
    let report = try RandomCoverage(seed: seed).report()
    let told = report.redundancy()
    let cells = report.cells
    #expect(told.cells.map(\.state) == cells.map(\.state))
    func shares(_ cells: [CoverageCell]) -> [NodeID: Double] {
      var parts: [NodeID: [NodeID: Double]] = [:]
      for cell in cells {
        for provider in cell.providers where provider.designation == .named {
          for witness in provider.witnesses { parts[provider.id, default: [:]][witness.fact] = 0 }
        }
      }
      let all = cells.flatMap(\.providers)
      return parts.mapValues { facts in
        facts.keys.sorted().reduce(0.0) { sum, fact in
          let of = Set(all.filter { $0.witnesses.contains { $0.fact == fact } }.map(\.id))
          return sum + 1 / Double(of.count)
        }
      }
    }
    func expectSame(_ told: Concentration?, _ cells: [CoverageCell]) {
      let shares = shares(cells)
      let total = shares.values.sorted().reduce(0, +)
      guard total > 0 else {
        #expect(told == nil)
        return
      }
      let squares = shares.values.map { $0 / total * ($0 / total) }.sorted().reduce(0, +)
      #expect(abs((told?.herfindahl ?? 0) - squares) < 1e-9)
      #expect(abs((told?.topShare ?? 0) - (shares.values.max() ?? 0) / total) < 1e-9)
    }
    for (cell, line) in zip(cells, told.cells) {
      #expect(line.supply == cell.providers.count { $0.designation == .named })
      let isAlone = cell.providers.count == 1 && cell.unattributed.isEmpty
      let sole = isAlone && line.supply == 1 ? cell.providers.first?.id : nil
      #expect(line.soleProvider == sole)
      expectSame(line.concentration, [cell])
    }
    for line in told.rows {
      let own = cells.filter { $0.row == line.node }
      expectSame(line.concentration, own)
      #expect(
        line.tally.bare
          == own.count {
            $0.required > 0 && $0.state != .unobservable
              && $0.supply == 0
          }
      )
      let named = own.flatMap(\.providers).filter { $0.designation == .named }
      #expect(line.providerCount == Set(named.map(\.id)).count)
    }
    for line in told.columns {
      expectSame(line.concentration, cells.filter { $0.column == line.node })
    }
    for tallies in [told.rows.map(\.tally), told.columns.map(\.tally)] {
      #expect(tallies.reduce(0) { $0 + $1.needed } == told.total.needed)
      #expect(tallies.reduce(0) { $0 + $1.redundancy } == told.total.redundancy)
      #expect(tallies.reduce(0) { $0 + $1.sole } == told.total.sole)
    }
    #expect(
      told.neededWithAtLeast.reduce(0, +) == told.total.redundancy
        + (told.neededWithAtLeast.first ?? 0)
    )
    #expect((0...1).contains(told.congruence))
    #expect((0...1).contains(told.negotiation))
  }
}
