internal import AssistanceModel
internal import Foundation
internal import GraphCore

/// Calculates how likely a cell has at least so many providers.
///
/// A statement that speaks for one provider in one entry alone is private: the provider is there or
/// not whatever others do. On every other statement the calculation conditions, in each part of the
/// cell by itself.
struct ProviderCount {
  private let required: Int
  private let events: CellEvents
  /// Providers that are there in any case.
  private let isCertain: [Bool]
  private let parts: [Part]

  /// Providers that share statements, directly or through others.
  private struct Part {
    var entries: [CellEvents.Entry] = []
    var providers: [Int] = []
    var shared: [Int] = []
  }

  /// How many combinations of shared statements, times entries, a part may cost.
  private static let maximumWork = 1 << 20

  init(_ events: CellEvents, required: Int) {
    self.events = events
    self.required = required
    var isCertain = [Bool](repeating: false, count: events.providers.count)
    for entry in events.entries where entry.statements.isEmpty {
      for provider in entry.providers { isCertain[provider] = true }
    }
    self.isCertain = isCertain
    let open = events.entries.map { entry in
      var entry = entry
      entry.providers.removeAll { isCertain[$0] }
      return entry
    }.filter { !$0.providers.isEmpty }
    parts = Self.parts(open, events)
  }

  private static func parts(_ entries: [CellEvents.Entry], _ events: CellEvents) -> [Part] {
    var uses = [Int](repeating: 0, count: events.ranges.count)
    for entry in entries {
      for statement in entry.statements { uses[statement] += entry.providers.count }
    }
    var leaders = Array(events.providers.indices)
    func leader(_ provider: Int) -> Int {
      var provider = provider
      while leaders[provider] != provider { provider = leaders[provider] }
      return provider
    }
    var firsts = [Int?](repeating: nil, count: events.ranges.count)
    for entry in entries {
      for provider in entry.providers {
        for statement in entry.statements where uses[statement] > 1 {
          let (one, other) = (leader(firsts[statement] ?? provider), leader(provider))
          leaders[max(one, other)] = min(one, other)
          firsts[statement] = firsts[statement] ?? provider
        }
      }
    }
    var parts: [Int: Part] = [:]
    for entry in entries {
      guard let first = entry.providers.first else { continue }
      var part = parts[leader(first)] ?? Part()
      part.entries.append(entry)
      for provider in entry.providers where !part.providers.contains(provider) {
        part.providers.append(provider)
      }
      for statement in entry.statements
      where uses[statement] > 1 && !part.shared.contains(statement) {
        part.shared.append(statement)
      }
      parts[leader(first)] = part
    }
    return parts.keys.sorted().compactMap { parts[$0] }
  }

  /// Providers that are still needed beside those who are there in any case.
  private var missing: Int { max(0, required - isCertain.count { $0 }) }

  /// Whether every provider that could be there is.
  var isCertainOutright: Bool { missing == 0 || parts.isEmpty }

  // MARK: Exactly

  /// The probability, between the lowest and the highest; `nil` if that would cost too much.
  ///
  /// It grows with every statement's probability, so that the two ends of all give the two ends.
  func exact() -> ProbabilityRange? {
    guard
      parts.allSatisfy({ part in
        part.shared.count < 20 && part.entries.count << part.shared.count <= Self.maximumWork
      })
    else { return nil }
    return ProbabilityRange(
      rounded: exact(events.ranges.map(\.low)),
      exact(events.ranges.map(\.high))
    )
  }

  private func exact(_ chances: [Double]) -> Double {
    let missing = missing
    // How likely exactly so many are there, and at the end at least as many as are missing.
    var counts = [1.0] + [Double](repeating: 0, count: missing)
    for part in parts {
      var own = [Double](repeating: 0, count: missing + 1)
      for combination in 0..<1 << part.shared.count {
        var holds: [Int: Bool] = [:]
        var share = 1.0
        for (bit, statement) in part.shared.enumerated() {
          let isHolding = combination >> bit & 1 == 1
          holds[statement] = isHolding
          share *= isHolding ? chances[statement] : 1 - chances[statement]
        }
        guard share > 0 else { continue }
        for (count, chance) in counted(part, chances, holds, missing).enumerated() {
          own[count] += share * chance
        }
      }
      counts = Self.summed(counts, own)
    }
    return counts[missing]
  }

  /// How many of a part's providers are there where its shared statements are known.
  private func counted(
    _ part: Part,
    _ chances: [Double],
    _ holds: [Int: Bool],
    _ missing: Int
  ) -> [Double] {
    var absent: [Int: Double] = [:]
    for entry in part.entries {
      let chance = entry.statements.reduce(1.0) { chance, statement in
        chance * (holds[statement].map { $0 ? 1 : 0 } ?? chances[statement])
      }
      for provider in entry.providers { absent[provider, default: 1] *= 1 - chance }
    }
    var counts = [1.0] + [Double](repeating: 0, count: missing)
    for provider in part.providers {
      let missed = absent[provider] ?? 1
      counts = Self.summed(counts, [missed, 1 - missed])
    }
    return counts
  }

  /// The sum of two independent counts; what is beyond the last place counts there.
  private static func summed(_ first: [Double], _ second: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: first.count)
    for (one, chance) in first.enumerated() {
      for (other, further) in second.enumerated() {
        sum[min(one + other, sum.count - 1)] += chance * further
      }
    }
    return sum
  }

  // MARK: Without independence

  /// Bounds on the probability however statements depend on each other, after Fréchet (1935) for the
  /// providers and Rüger (1978) for their number.
  func bounds() -> ProbabilityRange {
    func marginals(_ chances: [Double]) -> (least: [Double], most: [Double]) {
      var least: [Int: Double] = [:]
      var most: [Int: Double] = [:]
      for entry in parts.flatMap(\.entries) {
        let own = entry.statements.map { chances[$0] }
        let low = max(0, own.reduce(0, +) - Double(own.count - 1))
        let high = own.min() ?? 1
        for provider in entry.providers {
          least[provider] = max(least[provider] ?? 0, low)
          most[provider] = min(1, (most[provider] ?? 0) + high)
        }
      }
      let all = least.keys.sorted()
      return (all.map { least[$0] ?? 0 }, all.map { most[$0] ?? 1 })
    }
    let least = marginals(events.ranges.map(\.low)).least
    let most = marginals(events.ranges.map(\.high)).most
    let missing = missing
    guard missing > 0 else { return .certain }
    if missing == 1 {
      // Any of the entries will do, however many providers it speaks for.
      let entries = parts.flatMap(\.entries).map(\.statements)
      let distinct = entries.indices.filter { !entries[..<$0].contains(entries[$0]) }
      let most = distinct.reduce(0.0) { sum, entry in
        sum + (entries[entry].map { events.ranges[$0].high }.min() ?? 1)
      }
      return ProbabilityRange(rounded: least.max() ?? 0, most)
    }
    guard missing <= least.count else { return .impossible }
    // At least so many are there unless at least the rest and one more are away.
    let away = Self.atMost(least.map { 1 - $0 }, count: least.count - missing + 1)
    return ProbabilityRange(rounded: 1 - away, Self.atMost(most, count: missing))
  }

  /// The most that the probability of at least so many events can be.
  private static func atMost(_ chances: [Double], count: Int) -> Double {
    let sorted = chances.sorted()
    var best = 1.0
    for sure in 0..<count {
      let rest = sorted.prefix(sorted.count - sure).reduce(0, +)
      best = min(best, rest / Double(count - sure))
    }
    return best
  }

  // MARK: In samples

  /// How often there were enough in random samples, widened by Wassily Hoeffding's inequality (1963).
  ///
  /// One set of random numbers serves the lowest and the highest probabilities.
  func sampled(
    _ sampleCount: Int,
    level: Double,
    using generator: inout some RandomNumberGenerator
  ) -> ProbabilityRange {
    let missing = missing
    let entries = parts.flatMap(\.entries)
    var (low, high) = (0, 0)
    var numbers = [Double](repeating: 0, count: events.ranges.count)
    for _ in 0..<sampleCount {
      for place in numbers.indices {
        numbers[place] = Double.random(in: 0..<1, using: &generator)
      }
      func count(_ chance: (ProbabilityRange) -> Double) -> Int {
        var present: Set<Int> = []
        for entry in entries
        where entry.statements.allSatisfy({ numbers[$0] < chance(events.ranges[$0]) }) {
          present.formUnion(entry.providers)
        }
        return present.count
      }
      if count(\.low) >= missing { low += 1 }
      if count(\.high) >= missing { high += 1 }
    }
    let half = (log(2 / (1 - level)) / (2 * Double(sampleCount))).squareRoot()
    return ProbabilityRange(
      rounded: Double(low) / Double(sampleCount) - half,
      Double(high) / Double(sampleCount) + half
    )
  }
}
