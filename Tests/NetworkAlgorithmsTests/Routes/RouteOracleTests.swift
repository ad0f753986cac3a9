import Foundation
import NetworkAlgorithms
import TestSupport
import Testing

/// Answers by brute force in Python: `generated/rpq_expected.jsonl` and `temporal_expected.jsonl`.
@Suite(.enabled(if: Oracles.arePresent, "the folder of independent answers is not here"))
struct RouteOracleTests {
  private struct PatternCase: Decodable {
    struct Expected: Decodable {
      var walk_pairs_shortest_len: [[Int]]
      var simple_edge_path_counts: [[Int]]
    }
    struct Edge: Decodable {
      var source: UInt32
      var target: UInt32
      var label: String

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        source = try values.decode(UInt32.self)
        target = try values.decode(UInt32.self)
        label = try values.decode(String.self)
      }
    }

    var seed: Int
    var n: Int
    var edges: [Edge]
    var pattern: String
    var expected: Expected
  }

  @Test func `walks and simple paths by pattern are those of brute force`() throws {
    let cases: [PatternCase] = try read("generated/rpq_expected.jsonl")
    var differing = 0
    for line in cases {
      let label: Comment = "seed \(line.seed): \(line.pattern)"
      let network = try Network(
        vertexCount: line.n,
        sources: line.edges.map(\.source),
        targets: line.edges.map(\.target)
      )
      let labels = ["a", "b", "c"]
      let labelled = try LabelledNetwork(
        network,
        labels: line.edges.map { UInt32(labels.firstIndex(of: $0.label) ?? 9) }
      )
      // Names are one letter there and need no space between.
      let text = line.pattern.map { $0.isLetter ? "\($0) " : String($0) }.joined()
      let pattern = try PathPattern(text, labels: labels)
      var (walks, simple): ([[Int]], [[Int]]) = ([], [])
      for source in 0..<UInt32(line.n) {
        let costs = try labelled.walkCosts(from: source, matching: pattern)
        for target in 0..<UInt32(line.n) {
          let pair = [Int(source), Int(target)]
          let first = try labelled.paths(
            from: source,
            to: target,
            matching: pattern,
            mode: .walk
          ).first { _ in true }
          #expect(first?.cost == costs[Int(target)], label)
          if let cost = costs[Int(target)] { walks.append(pair + [Int(cost)]) }
          let paths = Array(
            try labelled.paths(from: source, to: target, matching: pattern, mode: .simple)
          )
          #expect(Set(paths.map(\.links)).count == paths.count, label)
          if !paths.isEmpty { simple.append(pair + [paths.count]) }
        }
      }
      #expect(walks == line.expected.walk_pairs_shortest_len, label)
      #expect(simple == line.expected.simple_edge_path_counts, label)
      if walks.count != simple.count { differing += 1 }
    }
    print(
      "checked \(cases.count) patterns; in \(differing) walks join more pairs than simple paths"
    )
    #expect(differing > 0)
  }

  private struct ContactCase: Decodable {
    struct Expected: Decodable {
      var earliest_arrival: Int64?
      var latest_departure: Int64?
      var fewest_hops: Int?
      var fastest: Int64?
    }

    var seed: Int
    var n: Int
    var contacts: [[Int64]]
    var s: UInt32
    var t: UInt32
    var not_before: Int64
    var expected: Expected
  }

  @Test func `paths over dated contacts are as good as those of brute force`() throws {
    let cases: [ContactCase] = try read("generated/temporal_expected.jsonl")
    for line in cases {
      let label: Comment = "seed \(line.seed)"
      let network = try Network(
        vertexCount: line.n,
        sources: line.contacts.map { UInt32($0[0]) },
        targets: line.contacts.map { UInt32($0[1]) }
      )
      let contacts = try TimedNetwork(
        network,
        departures: line.contacts.map { $0[2] },
        durations: line.contacts.map { $0[3] }
      )
      func path(_ goal: TimedNetwork.Goal) -> TimedPath? {
        contacts.path(from: line.s, to: line.t, goal: goal, notBefore: line.not_before)
      }
      #expect(path(.earliest)?.arrival == line.expected.earliest_arrival, label)
      #expect(path(.latest)?.departure == line.expected.latest_departure, label)
      #expect(path(.fewest)?.links.count == line.expected.fewest_hops, label)
      let fastest = path(.fastest).flatMap { path in
        path.departure.flatMap { departure in path.arrival.map { $0 - departure } }
      }
      #expect(fastest == line.expected.fastest, label)
    }
    print("checked \(cases.count) networks of contacts")
    #expect(!cases.isEmpty)
  }

  private func read<Case: Decodable>(_ path: String) throws -> [Case] {
    let decoder = JSONDecoder()
    return try Oracles.lines(of: path).map { try decoder.decode(Case.self, from: Data($0.utf8)) }
  }
}
