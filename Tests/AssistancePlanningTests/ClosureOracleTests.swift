import AssistancePlanning
import CoverOptimization
import CoverageAnalysis
import Foundation
import GraphCore
import TestSupport
import Testing

/// One instance of `gen_domain.py`: inactive actors may be activated, each at a cost of its own.
private struct ActivationInstance: Decodable {
  struct Expected: Decodable {
    let gaps: [Int]
    let deficit: [String: Int]
    let unclosable: [Int]
    let min_cost_closure: Int?
    let optimal_closures: [[Int]]
  }

  let seed: Int
  let actors: Int
  let needs: Int
  let covers: [String: [Int]]
  let required: [Int]
  let active: [Int]
  let cost: [Int]
  let expected: Expected

  var world: ClosureWorld {
    var world = ClosureWorld(columnCount: needs, actorCount: actors)
    world.required = required
    world.reports = active.flatMap { actor in
      (covers[String(actor)] ?? []).map { .init(row: 0, column: $0, actor: actor) }
    }
    return world
  }

  /// An actor is paid once, and what it does then costs nothing more.
  var question: ClosureQuestion {
    var question = ClosureQuestion()
    question.rules = (0..<actors).filter { !active.contains($0) }.flatMap { actor in
      (covers[String(actor)] ?? []).map { ClosureWorld.rule(actor, 0, $0, 0) }
    }
    question.actors = (0..<actors).map {
      ActorTerms(ClosureWorld.actor($0), fixedCost: ClosureAmount(units: cost[$0]))
    }
    return question
  }
}

/// Answers by brute force in Python: `oracles/generated/coverage_expected.jsonl`.
@Suite(.enabled(if: Oracles.arePresent)) struct ClosureOracleTests {
  @Test func `gaps, deficits, what cannot be closed and the cheapest closures are those`() throws {
    var checked = 0
    for line in try Oracles.lines(of: "generated/coverage_expected.jsonl") {
      let instance = try JSONDecoder().decode(ActivationInstance.self, from: Data(line.utf8))
      let expected = instance.expected
      let plan = try instance.world.report().closure(instance.question)
      func number(_ id: NodeID) -> Int { Int(id.rawValue.dropFirst()) ?? -1 }
      #expect(plan.gaps.map { number($0.column) } == expected.gaps, "seed \(instance.seed)")
      let deficits = plan.gaps.map { (String(number($0.column)), $0.deficit) }
      #expect(Dictionary(uniqueKeysWithValues: deficits) == expected.deficit)
      let open = plan.open.map { number($0.column) }
      #expect(open == expected.unclosable, "seed \(instance.seed)")
      #expect(plan.isOptimal, "seed \(instance.seed)")
      let activated = plan.actors.map { number($0.actor) }.sorted()
      if let cost = expected.min_cost_closure {
        #expect(plan.cost == ClosureAmount(units: cost), "seed \(instance.seed)")
        #expect(expected.optimal_closures.contains(activated), "seed \(instance.seed)")
      } else {
        #expect(!open.isEmpty, "seed \(instance.seed)")
      }
      // What nobody can close is told with how many are missing.
      for gap in plan.open {
        let able = (0..<instance.actors).count {
          !instance.active.contains($0)
            && (instance.covers[String($0)] ?? []).contains(number(gap.column))
        }
        #expect(gap.outcome == .tooFewPossible(missing: gap.deficit - able))
      }
      checked += 1
    }
    #expect(checked >= 70)
  }
}
