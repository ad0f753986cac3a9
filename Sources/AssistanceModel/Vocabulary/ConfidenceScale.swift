/// What words of confidence mean: from which to which probability each one reaches.
///
///     var scale = ConfidenceScale.standard
///     scale["likely"]  // 0.55 to 0.8
public struct ConfidenceScale: Hashable, Sendable {
  /// A word and what it means.
  public struct Entry: Hashable, Sendable {
    /// The word, without blanks.
    public let word: String
    /// From which to which probability it reaches.
    public let range: ProbabilityRange
  }

  /// The words, in the order in which people should see them.
  public private(set) var entries: [Entry] = []

  /// Creates a scale without words.
  public init() {}

  /// A ladder of seven steps that is in wide use among intelligence and risk analysts, and the word
  /// for what nobody doubts.
  ///
  /// The steps are those of the United States' Intelligence Community Directive 203 (2015), which
  /// leaves 0 and 1 to nobody. They are a convention of speech, not measured frequencies.
  public static let standard = ConfidenceScale([
    ("certain", 1, 1), ("almost-certain", 0.95, 0.99), ("very-likely", 0.8, 0.95),
    ("likely", 0.55, 0.8), ("even", 0.45, 0.55), ("unlikely", 0.2, 0.45),
    ("very-unlikely", 0.05, 0.2), ("remote", 0.01, 0.05),
  ])

  private init(_ words: [(String, Double, Double)]) {
    for (word, low, high) in words { set(word, to: ProbabilityRange(rounded: low, high)) }
  }

  /// What a word means; `nil` if the scale does not have it.
  public subscript(word: String) -> ProbabilityRange? {
    entries.first { $0.word == word }?.range
  }

  /// Says what a word means, in place of what it meant before.
  public mutating func set(_ word: String, to range: ProbabilityRange) {
    let entry = Entry(word: word, range: range)
    if let index = entries.firstIndex(where: { $0.word == word }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  /// Whether a text can be a word of a scale: letters, digits and hyphens, a letter first.
  public static func isWord(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
