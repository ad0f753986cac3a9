import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct NeedTests {
  private func report(_ needs: [CoverageNeed]) throws -> CoverageReport {
    var question = CoverageQuestion()
    question.needs = needs
    return try assistance {
      nodes(["c0", "c1"], .countryCase)
      nodes(["i0", "i1"], .inhibitor)
      nodes(["a", "b"], .actor)
      actor("u", .placeholder)
      fact("f0", by: ["a", "u"], for: ["i0"], in: "c0")
      fact("f1", by: ["a", "b"], for: ["i1"], in: "c1")
    }.coverage(question)
  }

  private func need(
    _ row: NodeID?,
    _ column: NodeID?,
    _ required: Int?,
    weight: Double? = nil
  ) -> CoverageNeed {
    CoverageNeed(
      [.init(.countryCase, row), .init(.inhibitor, column)],
      required: required,
      weight: weight
    )
  }

  @Test func `without needs each cell requires one provider by name`() throws {
    let report = try report([])
    #expect(!report.hasNeeds)
    #expect((0..<4).map { report.supply(of: $0) } == [1, 0, 0, 2])
    #expect((0..<4).map { report.required(of: $0) } == [1, 1, 1, 1])
    #expect((0..<4).map { report.deficit(of: $0) } == [0, 1, 1, 0])
    #expect(report.cell(row: 1, column: 1).weight == 1)
  }

  @Test func `a cell's need comes before its row's, its column's and that of all`() throws {
    let report = try report([
      need(nil, nil, 4, weight: 9), need(nil, "i1", 3), need("c0", nil, 2, weight: 5),
      need("c0", "i0", nil, weight: 7), need("c1", "i0", 0),
    ])
    #expect((0..<4).map { report.required(of: $0) } == [2, 2, 0, 3])
    #expect((0..<4).map { report.weight(of: $0) } == [7, 5, 9, 9])
    #expect((0..<4).map { report.deficit(of: $0) } == [1, 2, 0, 1])
    #expect(report.states == [.several, .nobody, .notNeeded, .several])
    #expect(report.cell(row: 1, column: 0).reason == "needs: none required")
  }

  @Test func `needs of other ends or nodes say nothing, and are counted`() throws {
    let other = CoverageNeed([.init(.form, nil), .init(.inhibitor, nil)], required: 5)
    let report = try report([other, need("elsewhere", "i0", 5)])
    #expect(!report.hasNeeds)
    #expect(report.otherNeedCount == 2)
    #expect((0..<4).map { report.required(of: $0) } == [1, 1, 1, 1])
  }

  @Test func `cells short of what is required are gaps behind those with nobody`() throws {
    let gaps = try report([need("c0", "i0", 2), need("c1", "i1", 3, weight: 2)]).gaps()
    #expect(
      gaps.map { [$0.cell.row, $0.cell.column] } == [
        ["c0", "i1"], ["c1", "i0"], ["c1", "i1"], ["c0", "i0"],
      ]
    )
    #expect(gaps.map(\.rank) == [1, 1, 3, 4])
    #expect(gaps.map { $0.cell.required - $0.cell.supply } == [1, 1, 1, 1])
    #expect(try report([]).gaps().count == 2)
  }

  @Test func `a level of risk in needs comes before the case's own`() throws {
    let risky = CoverageNeed(
      [.init(.countryCase, "c1"), .init(.inhibitor, nil)],
      riskLevel: "imminent-risk"
    )
    let gaps = try report([risky]).gaps()
    #expect(gaps.map(\.riskLevel) == ["imminent-risk", nil])
    #expect(gaps.map(\.cell.row) == ["c1", "c0"])
  }

  @Test(arguments: UInt64(0)..<200)
  func `supply, requirement and deficit are what the cells say`(_ seed: UInt64) throws {
    var random = RandomCoverage(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 7)
    let cases: [NodeID?] = random.cases + [nil]
    let columns: [NodeID?] = random.inhibitors + [nil]
    let needs = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      need(
        cases[Int.random(in: 0..<cases.count, using: &generator)],
        columns[Int.random(in: 0..<columns.count, using: &generator)],
        Bool.random(using: &generator) ? Int.random(in: 0...3, using: &generator) : nil
      )
    }
    random.question.needs = needs
    let report = try random.report()
    for row in report.rows.indices {
      for column in report.columns.indices {
        let cell = report.cell(row: row, column: column)
        let place = report.index(row: row, column: column)
        // Of two needs of the same cells the later one counts, also where it does not say.
        func last(_ ends: [NodeID?]) -> Int? {
          needs.last { $0.ends.map(\.node) == ends }?.required
        }
        let required =
          last([cell.row, cell.column]) ?? last([cell.row, nil]) ?? last([nil, cell.column])
          ?? last([nil, nil]) ?? 1
        let named = cell.providers.count { $0.designation == .named }
        #expect(report.supply(of: place) == named)
        #expect(cell.required == (cell.state == .notNeeded ? 0 : required))
        let isSeen = cell.state != .unobservable
        #expect(report.deficit(of: place) == (isSeen ? max(0, cell.required - named) : 0))
        if required == 0 { #expect(cell.state == .notNeeded) }
      }
    }
    let gaps = report.gaps().map { [$0.cell.row, $0.cell.column] }
    let short = report.cells.filter {
      $0.state == .nobody || $0.state == .unnamedOnly
        || ($0.state.isCovered && $0.supply < $0.required)
    }
    #expect(Set(gaps) == Set(short.map { [$0.row, $0.column] }))
  }
}
