import AssistanceModel
import CoverageAnalysis
import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct WithdrawalTests {
  /// Two cases and two inhibitors; each letter is a provider, a dash is nobody.
  private func report(_ cells: [[String]]) throws -> CoverageReport {
    try assistance {
      nodes(["c0", "c1"], .countryCase)
      nodes(["i0", "i1"], .inhibitor)
      nodes(["a", "b"], .actor)
      actor("u", .placeholder)
      cells.indices.flatMap { row in
        cells[row].indices.flatMap { column in
          cells[row][column].filter { $0 != "-" }.flatMap { letter in
            fact(
              NodeID("\(letter)\(row)\(column)"),
              by: [NodeID(String(letter))],
              for: [NodeID("i\(column)")],
              in: NodeID("c\(row)")
            )
          }
        }
      }
    }.coverage()
  }

  @Test func `a sole provider's leaving opens its cells, another's thins them`() throws {
    let report = try report([["a", "ab"], ["au", "-"]])
    let lost = report.withdrawal(of: ["a"])
    #expect(lost.opened.map { [$0.row, $0.column] } == [["c0", "i0"]])
    #expect(lost.thinned.map { $0.remaining.map(\.id) } == [["b"]])
    #expect(lost.unnamed.map { $0.remaining.map(\.id) } == [["u"]])
    #expect(lost.counts == [.nobody: 2, .one: 1, .unnamedOnly: 1])
    #expect(
      report.withdrawal(of: ["b", "c0", "nobody-knows"]).thinned.map { $0.leaving.map(\.id) } == [
        ["b"]
      ]
    )
    #expect(report.withdrawal(of: []).changes.isEmpty)
  }

  @Test func `every actor's loss is told in one pass, the heaviest first`() throws {
    let losses = try report([["a", "ab"], ["au", "b"]]).losses()
    #expect(losses.map(\.actor) == ["a", "b"])
    #expect(losses.map(\.openedCount) == [1, 1])
    #expect(losses.map(\.unnamedCount) == [1, 0])
    #expect(losses.map(\.thinnedCount) == [1, 1])
    #expect(losses.map(\.cellCount) == [3, 2])
    #expect(abs(losses[0].exclusivity - (1 + 2 * exp(-1))) < 1e-12)
  }

  @Test(arguments: UInt64(0)..<200)
  func `what is told is what asking without the actors finds`(_ seed: UInt64) throws {
    let random = RandomCoverage(seed: seed)
    let report = try random.report()
    let actors = random.actors.map(\.id)
    let groups = actors.map { [$0] } + [Array(actors.prefix(2)), actors]
    for leaving in groups {
      var without = random
      without.facts = random.facts.compactMap { fact in
        var fact = fact
        let hadProviders = !fact.providers.isEmpty
        fact.providers.removeAll { leaving.contains($0) }
        return hadProviders && fact.providers.isEmpty ? nil : fact
      }
      // What was reported is not taken for something that could not be seen.
      without.question.unobservable = []
      let after = try without.report()
      let told = report.withdrawal(of: leaving)
      let changes = Dictionary(
        uniqueKeysWithValues: told.changes.map { ([$0.row, $0.column], $0.after) }
      )
      for (cell, left) in zip(report.cells, after.cells) {
        let expected = changes[[cell.row, cell.column]] ?? cell.state
        #expect(left.state == (expected == .unobservable ? .nobody : expected))
      }
      #expect(told.counts.values.reduce(0, +) == report.states.count)
      if leaving.count == 1, let actor = leaving.first {
        let loss = report.losses().first { $0.actor == actor }
        let isNamed = random.actors.first { $0.id == actor }?.designation == .named
        #expect((loss?.openedCount ?? 0) == (isNamed ? told.opened.count : 0))
        #expect((loss?.unnamedCount ?? 0) == (isNamed ? told.unnamed.count : 0))
        #expect((loss?.thinnedCount ?? 0) == (isNamed ? told.thinned.count : 0))
      }
    }
  }
}
