import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

/// Answers by brute force in Python: `generated/reliability_expected.jsonl`.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct ReliabilityOracleTests {
  private struct Case: Decodable {
    struct Expected: Decodable {
      let reliability: Double
      let all_terminal: Double
      let mean_hops_given_connected: Double?
      let most_reliable_path: Double
    }

    let seed: Int
    let directed: Bool
    let n: Int
    let edges: [[Double]]
    let s: UInt32
    let t: UInt32
    let expected: Expected

    var network: Network {
      get throws {
        try Network(
          vertexCount: n,
          sources: edges.map { UInt32($0[0]) },
          targets: edges.map { UInt32($0[1]) },
          direction: directed ? .directed : .undirected
        )
      }
    }

    var probabilities: [Double] { edges.map { $0[2] } }
  }

  private func cases() throws -> [Case] {
    try Oracles.lines(of: "generated/reliability_expected.jsonl").map {
      try JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
  }

  @Test func `every line is met exactly`() throws {
    let cases = try cases()
    for line in cases {
      let (network, chances) = (try line.network, line.probabilities)
      let label: Comment = "seed \(line.seed)"
      let exact = network.reliability(from: line.s, to: line.t, probabilities: chances)
      #expect(isNear(exact, line.expected.reliability), label)
      let all = network.allTerminalReliability(probabilities: chances)
      #expect(isNear(all, line.expected.all_terminal), label)
      let hops = network.hopDistribution(from: line.s, to: line.t, probabilities: chances)
      #expect(isNear(hops?.meanWhereConnected, line.expected.mean_hops_given_connected), label)
      #expect(isNear(hops?.reliability, line.expected.reliability), label)
      let path = network.mostReliablePath(from: line.s, to: line.t, probabilities: chances)
      #expect(isNear(path?.cost ?? 0, line.expected.most_reliable_path), label)
    }
    print("checked \(cases.count) reliabilities")
    #expect(!cases.isEmpty)
  }

  @Test func `intervals of 95 % hold the truth in about 95 % of seeds`() throws {
    let seeds = UInt64(0)..<200
    var (held, all) = (0, 0)
    for line in try cases() {
      let (network, chances) = (try line.network, line.probabilities)
      var heldHere = 0
      for seed in seeds {
        var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(line.seed))
        let estimate = network.estimatedReliability(
          from: line.s,
          to: line.t,
          probabilities: chances,
          sampleCount: 400,
          using: &generator
        )
        if estimate.interval.contains(line.expected.reliability) { heldHere += 1 }
      }
      // Of 200 intervals fewer than 88 % would be seen once in more than 10,000 lines.
      #expect(heldHere >= 176, "seed \(line.seed): \(heldHere) of 200")
      // What is certain holds in every sample and says nothing of the rate.
      guard line.expected.reliability > 0, line.expected.reliability < 1 else { continue }
      held += heldHere
      all += seeds.count
    }
    let rate = Double(held) / Double(all)
    print("\(held) of \(all) intervals of 95 % hold the truth")
    // Thousands of intervals: two hundredths are several standard errors.
    #expect((0.93...0.97).contains(rate), "\(rate)")
  }

  @Test func `the mean number of hops is estimated near the exact one`() throws {
    for line in try cases() {
      guard let expected = line.expected.mean_hops_given_connected,
        line.expected.reliability > 0.01
      else { continue }
      var generator = SeededGenerator(seed: UInt64(line.seed))
      let estimate = try line.network.estimatedReliability(
        from: line.s,
        to: line.t,
        probabilities: line.probabilities,
        using: &generator
      )
      #expect(isNear(estimate.meanHops, expected, within: 0.1), "seed \(line.seed)")
    }
  }
}
