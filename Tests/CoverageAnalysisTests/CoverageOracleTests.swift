import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import Foundation
import GraphCore
import Testing
import TestSupport

/// One instance of `gen_domain.py`: actors cover needs, some of them are active.
private struct CoverageInstance: Decodable {
  struct Expected: Decodable {
    let count: [Int]
    let gaps: [Int]
    let deficit: [String: Int]
    let loss_opens_gap: [String: [Int]]
    let sole_provider: [String: [Int]]
    let min_critical_sets: CriticalSize?
  }

  struct CriticalSize: Decodable {
    let size: Int
    let sets: [[Int]]
  }

  /// The question with a need for each inhibitor.
  var question: CoverageQuestion {
    var question = CoverageQuestion()
    question.needs = required.enumerated().map { need, count in
      CoverageNeed([.init(.inhibitor, NodeID("need-\(need)"))], required: count)
    }
    return question
  }

  let seed: Int
  let actors: Int
  let needs: Int
  let covers: [String: [Int]]
  let required: [Int]
  let active: [Int]
  let expected: Expected

  /// Active actors have facts in a case, the others say in general what they can do.
  func graph(without lost: Int? = nil) throws -> AssistanceGraph {
    try assistance {
      node("c", .countryCase)
      nodes((0..<needs).map { NodeID("need-\($0)") }, .inhibitor)
      nodes((0..<actors).map { NodeID("actor-\($0)") }, .actor)
      (0..<actors).filter { $0 != lost }.flatMap { actor in
        fact(
          NodeID("fact-\(actor)"),
          by: [NodeID("actor-\(actor)")],
          for: (covers[String(actor)] ?? []).map { NodeID("need-\($0)") },
          in: active.contains(actor) ? "c" : nil
        )
      }
    }
  }
}

/// Answers by brute force in Python: `oracles/generated/coverage_expected.jsonl`.
@Suite(.enabled(if: Oracles.arePresent)) struct CoverageOracleTests {
  private func counts(_ report: CoverageReport) -> [Int] {
    report.cells.map(\.providers.count)
  }

  @Test func `counts, gaps, sole providers and losses are those of the oracle`() throws {
    let lines = try Oracles.lines(of: "generated/coverage_expected.jsonl")
    var checked = 0
    for line in lines {
      let instance = try JSONDecoder().decode(CoverageInstance.self, from: Data(line.utf8))
      let (expected, needs) = (instance.expected, 0..<instance.needs)
      let report = try instance.graph().coverage()
      let found = counts(report)
      #expect(found == expected.count, "seed \(instance.seed)")
      let gaps = needs.filter { found[$0] < instance.required[$0] }
      #expect(gaps == expected.gaps, "seed \(instance.seed)")
      for need in gaps {
        #expect(instance.required[need] - found[need] == expected.deficit[String(need)])
      }
      #expect(
        report.gaps().map(\.cell.column).sorted()
          == needs.filter { expected.count[$0] == 0 }.map { NodeID("need-\($0)") }
      )
      for need in needs {
        let sole = report.states[need] == .one ? report.cells[need].providers.map(\.id) : []
        let actors = expected.sole_provider[String(need)] ?? []
        #expect(sole == actors.map { NodeID("actor-\($0)") }, "seed \(instance.seed)")
        let others = (0..<instance.actors).filter {
          !instance.active.contains($0) && instance.covers[String($0)]?.contains(need) == true
        }
        #expect(report.general[need].providers.map(\.id) == others.map { NodeID("actor-\($0)") })
      }
      for actor in instance.active {
        let left = try counts(instance.graph(without: actor).coverage())
        let opened = needs.filter { left[$0] < instance.required[$0] && !gaps.contains($0) }
        #expect(opened == expected.loss_opens_gap[String(actor)], "seed \(instance.seed)")
      }
      checked += 1
    }
    print("checked \(checked) coverage instances")
    #expect(checked > 0)
    #expect(checked == lines.count)
  }

  @Test func `what falls short, and the smallest critical sets, are those of the oracle`() throws {
    let lines = try Oracles.lines(of: "generated/coverage_expected.jsonl")
    var checked = 0
    for line in lines {
      let instance = try JSONDecoder().decode(CoverageInstance.self, from: Data(line.utf8))
      let (expected, needs) = (instance.expected, 0..<instance.needs)
      let report = try instance.graph().coverage(instance.question)
      #expect(needs.map { report.supply(of: $0) } == expected.count, "seed \(instance.seed)")
      #expect(needs.filter { report.deficit(of: $0) > 0 } == expected.gaps)
      for need in expected.gaps {
        #expect(report.deficit(of: need) == expected.deficit[String(need)])
      }
      let losses = Dictionary(uniqueKeysWithValues: report.losses().map { ($0.actor, $0) })
      for actor in instance.active {
        let id = NodeID("actor-\(actor)")
        let opened = expected.loss_opens_gap[String(actor)] ?? []
        let told = report.withdrawal(of: [id]).shortened.map(\.column)
        #expect(told == opened.map { NodeID("need-\($0)") }, "seed \(instance.seed)")
        #expect(losses[id]?.shortCount ?? 0 == opened.count, "seed \(instance.seed)")
        let sole = needs.filter { expected.sole_provider[String($0)] == [actor] }
        #expect(losses[id]?.opened ?? [] == sole, "seed \(instance.seed)")
      }
      let found = report.criticalSets(limits: .init(listed: 1_000))
      #expect(found.size == expected.min_critical_sets?.size, "seed \(instance.seed)")
      #expect(found.isProved)
      let sets = (expected.min_critical_sets?.sets ?? []).map { $0.map { NodeID("actor-\($0)") } }
      #expect(Set(found.sets.map(\.actors)) == Set(sets), "seed \(instance.seed)")
      #expect(found.count == sets.count)
      checked += 1
    }
    print("checked \(checked) sets of critical actors")
    #expect(checked == 75)
  }
}
