import AssistanceModel
import AssistanceTestSupport
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
        #expect((loss?.shortCount ?? 0) == (isNamed ? told.shortened.count : 0))
        #expect((loss?.cellCount ?? 0) == (isNamed ? told.touched.count : 0))
        let places = told.opened.compactMap { change in
          report.cells.firstIndex { $0.row == change.row && $0.column == change.column }
        }
        #expect((loss?.opened ?? []) == (isNamed ? places : []))
      }
    }
  }

  @Test func `of facts that still hold the providers remain, each by its own`() throws {
    let graph = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      nodes(["a", "b"], .actor)
      fact("f1", by: ["a", "b"], for: ["i"], in: "c")
      fact("f2", by: ["a"], for: ["i"], in: "c")
      fact("f3", by: [], for: ["i"], in: "c")
    }
    let change = try #require(graph.coverage().withdrawal(of: ["a"]).changes.first)
    #expect(change.leaving.map(\.id) == ["a"])
    #expect(change.leaving.flatMap(\.witnesses).map(\.fact) == ["f1", "f2"])
    #expect(change.remaining.flatMap(\.witnesses).map(\.fact) == ["f1"])
    #expect(change.unattributed.map(\.fact) == ["f3"])
    let facts = Departure(facts: ["f1", "f2", "f3"])
    let all = try #require(graph.coverage().withdrawal(of: facts).opened.first)
    #expect(all.leaving.map(\.id) == ["a", "b"])
    #expect(all.unattributedLeaving.map(\.fact) == ["f3"])
    #expect(graph.coverage().withdrawal(of: facts).facts == ["f1", "f2", "f3"])
  }

  @Test func `under a roll-up a whole leaves with its parts, a part alone`() throws {
    var question = CoverageQuestion()
    question.rollUp = .partOf
    let report = try assistance {
      node("c", .countryCase)
      nodes(["i", "j"], .inhibitor)
      nodes(["whole", "part", "other"], .actor)
      edge("part", .partOf, "whole")
      fact("f1", by: ["part"], for: ["i"], in: "c")
      fact("f2", by: ["whole"], for: ["j"], in: "c")
    }.coverage(question)
    #expect(report.withdrawal(of: ["whole"]).opened.map(\.column) == ["i", "j"])
    #expect(report.withdrawal(of: ["part"]).opened.map(\.column) == ["i"])
    #expect(report.withdrawal(of: ["other"]).touched.isEmpty)
    #expect(report.losses().map(\.openedCount) == [2])
  }

  @Test(arguments: UInt64(0)..<150)
  func `what ends by a date and is not renewed is what asking without it finds`(
    _ seed: UInt64
  ) throws {
    let random = RandomCoverage(seed: seed)
    let report = try random.report()
    for text in ["2001", "2002-05", "2002"] {
      let date = try #require(PartialDate(text))
      // Spans end with the last day of their date.
      let endings = ["2001": "2001-12-31", "2002-05": "2002-05-31", "2002": "2002-12-31"]
      let last = try #require(endings[text])
      func ends(_ validity: Validity) -> Bool {
        validity.until.map { endings[$0.description] ?? "9999" <= last } ?? false
      }
      var without = random
      without.facts.removeAll { ends($0.validity) }
      without.effects.removeAll { ends($0.validity) }
      without.question.unobservable = []
      let after = try without.report()
      let told = report.withdrawal(of: report.departure(endingBy: date))
      let changes = Dictionary(
        uniqueKeysWithValues: told.changes.map { ([$0.row, $0.column], $0.after) }
      )
      for (cell, left) in zip(report.cells, after.cells) {
        let expected = changes[[cell.row, cell.column]] ?? cell.state
        #expect(left.state == (expected == .unobservable ? .nobody : expected))
      }
    }
  }

  @Test func `a kind of actors is found by its word`() throws {
    let graph = try assistance {
      node("a", .actor, ["subkind": .text("ngo")])
      node("b", .actor, ["subkind": .text("un")])
      node("c", .actor, ["subkind": .text("ngo")])
      node("d", .countryCase, ["subkind": .text("ngo")])
    }
    #expect(graph.actors(ofSubkind: "ngo") == ["a", "c"])
    #expect(graph.actors(ofSubkind: "n").isEmpty)
  }
}
