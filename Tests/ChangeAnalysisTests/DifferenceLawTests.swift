import AssistanceModel
import ChangeAnalysis
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct DifferenceLawTests {
  /// A history and one that random changes made of it: facts removed, added and redated, all in
  /// another order and under other keys.
  private func histories(_ seed: UInt64) -> (RandomHistory, RandomHistory) {
    let before = RandomHistory(seed: seed)
    var after = before
    var random = SeededGenerator(seed: seed &+ 1_000_000)
    func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
    after.facts.removeAll { _ in chance(20) }
    for place in after.facts.indices where chance(25) {
      let year = PartialDate(year: Int.random(in: 2001...2003, using: &random))
      after.facts[place].validity = Validity(from: year, until: chance(50) ? year : nil) ?? .always
    }
    for place in after.facts.indices where chance(15) {
      after.facts[place].providers = [before.actors[before.actors.count - 1].id]
    }
    after.facts += RandomHistory(seed: seed &+ 7).facts.prefix(3).filter { fact in
      let known = Set(before.actors.map(\.id) + before.cases + before.inhibitors)
      return known.isSuperset(
        of: fact.providers + fact.inhibitors + [fact.countryCase].compactMap(\.self)
      )
    }
    after.facts.shuffle(using: &random)
    for place in after.facts.indices { after.facts[place].id = NodeID("g\(place)") }
    return (before, after)
  }

  private func difference(
    _ before: RandomHistory,
    _ after: RandomHistory
  ) throws -> CoverageDifference {
    try after.graph().coverage(before.question)
      .difference(from: before.graph().coverage(before.question))
  }

  @Test(arguments: UInt64(0)..<100)
  func `nothing changed in what is the same, in any order and under any keys of facts`(
    _ seed: UInt64
  ) throws {
    let before = RandomHistory(seed: seed)
    var after = before
    #expect(try difference(before, after).isEmpty)
    var random = SeededGenerator(seed: seed)
    after.facts.shuffle(using: &random)
    after.cases.shuffle(using: &random)
    after.inhibitors.shuffle(using: &random)
    for place in after.facts.indices { after.facts[place].id = NodeID("g\(place)") }
    let change = try difference(before, after)
    #expect(change.isEmpty)
    #expect(change.unchangedFactCount == before.facts.count)
  }

  @Test(arguments: UInt64(0)..<200)
  func `the facts that changed are those of a plain count of what facts say`(
    _ seed: UInt64
  ) throws {
    let (before, after) = histories(seed)
    let change = try difference(before, after)
    var expected = (same: 0, changed: 0, removed: 0, added: 0)
    func ends(_ fact: RandomHistory.Fact) -> [String] {
      fact.providers.map { "p\($0)" }.sorted() + fact.inhibitors.map { "i\($0)" }.sorted()
        + [fact.measure, fact.countryCase].map { "\($0?.rawValue ?? "")" }
    }
    func said(_ fact: RandomHistory.Fact) -> String {
      "\(fact.basis) \(fact.validity) \(fact.note ?? "")"
    }
    for key in Set((before.facts + after.facts).map(ends)) {
      let olds = before.facts.filter { ends($0) == key }.map(said)
      var news = after.facts.filter { ends($0) == key }.map(said)
      var left = 0
      for old in olds {
        if let place = news.firstIndex(of: old) {
          news.remove(at: place)
          expected.same += 1
        } else {
          left += 1
        }
      }
      expected.changed += min(left, news.count)
      expected.removed += max(0, left - news.count)
      expected.added += max(0, news.count - left)
    }
    let changed = change.facts.filter { $0.before != nil && $0.after != nil }
    #expect(change.unchangedFactCount == expected.same)
    #expect(changed.count == expected.changed)
    #expect(change.facts(.removed).count == expected.removed)
    #expect(change.facts(.added).count == expected.added)
    #expect(changed.allSatisfy { !$0.details.isEmpty && !$0.isRenaming })
    #expect(Set(change.facts.compactMap(\.before)).count == changed.count + expected.removed)
  }

  @Test(arguments: UInt64(0)..<200)
  func `the other way round everything is mirrored`(_ seed: UInt64) throws {
    let (before, after) = histories(seed)
    let there = try difference(before, after)
    let back = try difference(after, before)
    func cells(_ change: CoverageDifference, isMirrored: Bool) -> Set<[String]> {
      Set(
        change.cells.map { cell in
          let (kind, one, two) =
            isMirrored
            ? (cell.kind.mirrored, cell.after, cell.before) : (cell.kind, cell.before, cell.after)
          let movers =
            isMirrored ? (cell.coming, cell.leaving) : (cell.leaving, cell.coming)
          return [
            "\(one.row) \(one.column) \(kind) \(one.state) \(two.state)",
            "\(movers.0.sorted()) \(movers.1.sorted())",
          ]
        }
      )
    }
    #expect(cells(there, isMirrored: false) == cells(back, isMirrored: true))
    func counts(_ change: CoverageDifference, isMirrored: Bool) -> [FactChange.Kind: Int] {
      change.facts.reduce(into: [:]) {
        $0[isMirrored ? $1.kind.mirrored(isOfDates: false) : $1.kind, default: 0] += 1
      }
    }
    #expect(counts(there, isMirrored: false) == counts(back, isMirrored: true))
    #expect(Set(there.actors.gone) == Set(back.actors.new))
    #expect(Set(there.actors.new) == Set(back.actors.gone))
    #expect(there.unchangedFactCount == back.unchangedFactCount)
    #expect(there.comparedCount == back.comparedCount)
  }

  @Test(arguments: UInt64(0)..<100)
  func `the changes lead from the states of one side to those of the other`(
    _ seed: UInt64
  ) throws {
    var (before, after) = histories(seed)
    // A case less, and another one.
    if after.cases.count > 1 {
      let gone = after.cases.removeFirst()
      after.facts = after.facts.filter { $0.countryCase != gone }
      (before.question.notNeeded, before.question.unobservable) = ([], [])
    }
    after.cases.append("c9")
    let change = try difference(before, after)
    #expect(Set(change.rowsGone) == Set(before.cases).subtracting(after.cases))
    #expect(change.rowsNew == ["c9"])
    func only(_ report: CoverageReport, _ rows: [NodeID]) -> [CoverageState] {
      report.cells.filter { rows.contains($0.row) }.map(\.state)
    }
    for state in CoverageState.allCases {
      let gone = only(change.before, change.rowsGone).count { $0 == state }
      let new = only(change.after, change.rowsNew).count { $0 == state }
      let left = change.cells.count { $0.before.state == state }
      let come = change.cells.count { $0.after.state == state }
      #expect(
        change.before.count(state) - gone - left + come + new == change.after.count(state)
      )
    }
    for cell in change.cells {
      #expect(cell.before == change.before.cell(cell.before.row, cell.before.column))
      #expect(cell.after == change.after.cell(cell.after.row, cell.after.column))
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `an actor with another name is a renaming and nothing else`(_ seed: UInt64) throws {
    var before = RandomHistory(seed: seed)
    before.actors[0].name = "World Food Programme"
    before.actors[0].designation = .named
    before.question.rollUp = nil
    var after = before
    let old = before.actors[0].id
    after.actors[0].id = "wfp"
    after.actors[0].name = "WFP"
    for place in after.facts.indices {
      after.facts[place].providers = after.facts[place].providers.map { $0 == old ? "wfp" : $0 }
    }
    after.relations = after.relations.map { relation in
      var relation = relation
      if relation.from == old { relation.from = "wfp" }
      if relation.to == old { relation.to = "wfp" }
      return relation
    }
    let change = try difference(before, after)
    #expect(change.actors.gone.isEmpty && change.actors.new.isEmpty)
    #expect(change.actors.doubtful.isEmpty)
    let report = change.before
    let isReported = report.cells.contains { $0.providers.contains { $0.id == old } }
    #expect(change.actors.renamed.map(\.before) == (isReported ? [old] : []))
    #expect(change.actors.renamed.map(\.after) == (isReported ? ["wfp"] : []))
    #expect(change.cells.allSatisfy { $0.isRenamingAlone && $0.kind == .turnover })
    let back = try difference(after, before)
    #expect(back.actors.renamed.map(\.before) == change.actors.renamed.map(\.after))
    #expect(back.actors.renamed.map(\.after) == change.actors.renamed.map(\.before))
    #expect(back.actors.renamed.map(\.reasons) == change.actors.renamed.map(\.reasons))
    guard isReported else { return }
    #expect(change.facts.allSatisfy { $0.isRenaming && $0.kind == .changed })
    #expect(change.facts.count == before.facts.count { $0.providers.contains(old) })
  }

  @Test(arguments: UInt64(0)..<100)
  func `two dates differ as the coverages that are asked with them`(_ seed: UInt64) throws {
    let random = RandomHistory(seed: seed)
    let graph = try random.graph()
    let spans = ["2001", "2002-05", "2002-Q3..2003", "2003-12-31"].compactMap {
      Validity(spanning: $0)
    }
    for (first, second) in zip(spans, spans.dropFirst()) {
      let change = graph.coverageDifference(from: first, to: second, random.question)
      var question = random.question
      question.period = first
      let before = graph.coverage(question)
      question.period = second
      let after = graph.coverage(question)
      let changed = zip(before.states, after.states).count { $0 != $1 }
      #expect(change.cells.count { $0.kind != .turnover } == changed)
      func facts(_ report: CoverageReport) -> Set<NodeID> {
        Set(
          report.cells.flatMap { cell in
            (cell.providers.flatMap(\.witnesses) + cell.unattributed).map(\.fact)
          }
        )
      }
      #expect(
        Set(change.facts(.ended).compactMap(\.before)) == facts(before).subtracting(facts(after))
      )
      #expect(
        Set(change.facts(.began).compactMap(\.after)) == facts(after).subtracting(facts(before))
      )
    }
  }
}
