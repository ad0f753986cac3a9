public import AssistanceModel

/// A probability as answers tell it, between the lowest and the highest that it may be.
public struct ProbabilityLabel: Codable, Hashable, Sendable {
  /// The lowest, in millionths.
  public let low: Double
  /// The highest, in millionths.
  public let high: Double

  /// Tells a probability; what lies beyond millionths is no knowledge.
  public init(_ range: ProbabilityRange) {
    low = (range.low * 1e6).rounded() / 1e6
    high = (range.high * 1e6).rounded() / 1e6
  }
}

/// How likely statements held in an answer.
public struct CertaintyDocument: Codable, Hashable, Sendable {
  /// A word of confidence.
  public struct Word: Codable, Hashable, Sendable {
    /// The word.
    public let word: String
    /// What it means.
    public let probability: ProbabilityLabel
  }

  /// The rules in a sentence.
  public let text: String
  /// What the words of confidence mean.
  public let words: [Word]
  /// How likely statements of a basis hold that say nothing of it themselves.
  public let bases: [String: ProbabilityLabel]
  /// How likely all others hold.
  public let otherwise: ProbabilityLabel

  /// Tells rules.
  public init(_ rules: CertaintyRules) {
    text = rules.sentence
    words = rules.scale.entries.map {
      Word(word: $0.word, probability: ProbabilityLabel($0.range))
    }
    bases = Dictionary(
      uniqueKeysWithValues: rules.bases.map { ($0.key.rawValue, ProbabilityLabel($0.value)) }
    )
    otherwise = ProbabilityLabel(rules.otherwise)
  }
}

extension ProbabilityRange {
  /// The range in hundredths, for people: `0.55 to 0.8`; what is not certain is never told as such.
  var told: String {
    if low > 0.995, low < 1 { return Self.told(low) }
    if high > 0, high < 0.005 { return Self.told(high) }
    let (first, last) = (Self.told(low), Self.told(high))
    return first == last ? first : "\(first) to \(last)"
  }

  private static func told(_ number: Double) -> String {
    if number > 0, number < 0.005 { return "under 0.01" }
    if number < 1, number > 0.995 { return "over 0.99" }
    let hundredths = Int((number * 100).rounded())
    if hundredths % 100 == 0 { return String(hundredths / 100) }
    let digits =
      hundredths % 10 == 0
      ? "\(hundredths / 10)" : hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
    return "0.\(digits)"
  }
}
