internal import BenchmarkSupport
internal import Foundation

/// What a workload took, and the value by which its answer is checked.
struct Measurement: Codable {
  let workload: String
  let repeats: Int
  /// Processor time of one run in milliseconds.
  let minimum: Double
  let median: Double
  let maximum: Double
  /// The peak of memory during the runs, in mebibytes, with what the process held already.
  let peakMemory: Double
  let check: [String: Double]
}

/// A run of the benchmarks as it is printed.
struct BenchmarkRun: Codable {
  let facts: Int
  let seed: UInt64
  var results: [Measurement] = []
  /// Answers that a slow, simple recomputation does not give.
  var faults: [String] = []

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

/// Runs workloads and keeps what they took.
struct Harness {
  private(set) var run: BenchmarkRun
  private let repeats: Int
  private let only: [String]

  init(facts: Int, seed: UInt64, repeats: Int, only: [String]) {
    run = BenchmarkRun(facts: facts, seed: seed)
    self.repeats = repeats
    self.only = only
  }

  func isWanted(_ name: String) -> Bool { only.isEmpty || only.contains(name) }

  /// Measures a workload if it is wanted, and compares its answer with the expected one.
  mutating func measure<Answer>(
    _ name: String,
    expecting expected: @autoclosure () throws -> [String: Double]?,
    _ work: () throws -> Answer,
    check: (Answer) throws -> [String: Double]
  ) throws {
    guard isWanted(name) else { return }
    ProcessUsage.resetPeakMemory()
    var times: [Double] = []
    var found: [String: Double] = [:]
    for number in 0..<repeats {
      let start = ProcessUsage.processorTime
      let answer = try work()
      times.append(Double(ProcessUsage.processorTime - start) / 1e6)
      if number == repeats - 1 { found = try check(answer) }
    }
    let peak = ProcessUsage.peakMemory
    times.sort()
    run.results.append(
      Measurement(
        workload: name,
        repeats: repeats,
        minimum: times[0],
        median: times[times.count / 2],
        maximum: times[times.count - 1],
        peakMemory: peak,
        check: found
      )
    )
    if let expected = try expected() {
      for (key, value) in expected.sorted(by: { $0.key < $1.key }) where found[key] != value {
        let wrong = found[key].map { "\($0)" } ?? "nothing"
        run.faults.append("\(name): \(key) is \(wrong), but a slow recomputation gives \(value)")
      }
    }
  }
}
