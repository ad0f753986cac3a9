import CoverOptimization
import Foundation
import TestSupport
import Testing

/// Known optima: the OR-Library's set covers, and closures of coverage by brute force.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct CoverOracleTests {
  /// What a test without optimization has the time for; the benchmark solves all.
  static let quick = ["scp41.txt", "scp43.txt", "scp45.txt", "scp47.txt", "scp49.txt", "scp64.txt"]

  private func instance(_ name: String) throws -> CoverInstance {
    var numbers = try Oracles.lines(of: "setcover/\(name)").flatMap {
      $0.split(separator: " ").compactMap { Int($0) }
    }[...]
    func next() throws -> Int {
      let number = numbers.popFirst()
      return try #require(number)
    }
    let (rowCount, columnCount) = (try next(), try next())
    let costs = try (0..<columnCount).map { _ in try next() }
    var rows = [[Int]](repeating: [], count: columnCount)
    for row in 0..<rowCount {
      for _ in 0..<(try next()) { rows[try next() - 1].append(row) }
    }
    #expect(numbers.isEmpty)
    return try CoverInstance(
      demands: [Int](repeating: 1, count: rowCount),
      columns: zip(costs, rows).map { CoverColumn(cost: $0, rows: $1) }
    )
  }

  @Test func `set covers of the OR-Library are solved to their optimum`() throws {
    let optima = try Oracles.lines(of: "setcover/optimum.csv").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    #if DEBUG
      let chosen = optima.filter { Self.quick.contains($0[0]) }
      #expect(chosen.count == Self.quick.count)
    #else
      let chosen = optima
      #expect(chosen.count == 20)
    #endif
    for line in chosen {
      let instance = try instance(line[0])
      let solution = CoverSolver().solve(instance)
      let label: Comment = "\(line[0])"
      #expect(solution.isOptimal, label)
      #expect(solution.objective == Int(line[1]), label)
      #expect(solution.bound == Int(line[1]), label)
      let plan = try #require(solution.plan, label)
      #expect(instance.plan(of: plan.columns) == plan, label)
      // The prices alone prove nearly all of it.
      let proved = instance.bound(at: solution.rootPrices)
      #expect(proved <= plan.cost && proved * 100 >= plan.cost * 90, label)
    }
  }

  private struct Coverage: Decodable {
    struct Expected: Decodable {
      var unclosable: [Int]
      var min_cost_closure: Int?
      var optimal_closures: [[Int]]
    }
    var seed: Int
    var actors: Int
    var needs: Int
    var covers: [String: [Int]]
    var required: [Int]
    var active: [Int]
    var cost: [Int]
    var expected: Expected
  }

  @Test func `gaps are closed at the least cost`() throws {
    var closed = 0
    for line in try Oracles.lines(of: "generated/coverage_expected.jsonl") {
      let coverage = try JSONDecoder().decode(Coverage.self, from: Data(line.utf8))
      let label: Comment = "seed \(coverage.seed)"
      // Who is active already is required and costs nothing.
      let instance = try CoverInstance(
        demands: coverage.required,
        columns: (0..<coverage.actors).map { actor in
          let isActive = coverage.active.contains(actor)
          return CoverColumn(
            cost: isActive ? 0 : coverage.cost[actor],
            rows: coverage.covers[String(actor)] ?? [],
            standing: isActive ? .required : .free
          )
        }
      )
      let solution = CoverSolver().solve(instance)
      #expect(instance.uncoverableRows() == coverage.expected.unclosable, label)
      #expect(solution.objective == coverage.expected.min_cost_closure, label)
      guard coverage.expected.min_cost_closure != nil else {
        #expect(solution.ending == .infeasible(rows: coverage.expected.unclosable), label)
        continue
      }
      closed += 1
      #expect(solution.isOptimal, label)
      let plan = try #require(solution.plan, label)
      let added = plan.columns.filter { !coverage.active.contains($0) }
      #expect(coverage.expected.optimal_closures.contains(added), label)
    }
    #expect(closed > 10)
  }
}
