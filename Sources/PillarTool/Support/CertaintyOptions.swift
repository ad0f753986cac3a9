internal import ArgumentParser
internal import PillarKit

/// The options that say how likely statements hold, and how an estimate is made.
struct CertaintyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How likely statements of a basis hold, or what a word of confidence means.",
      discussion:
        "explicit=0.9,thematic=0.4-0.6 or likely=0.6-0.8; from 0 to 1, or a span of these."
        + " Statements with a probability or a word of their own keep it.",
      valueName: "word=number,…"
    )
  )
  var confidence: [String] = []

  @Option(
    help: ArgumentHelp(
      "How likely every other statement holds; 1 if nothing is said.",
      valueName: "number"
    )
  )
  var defaultProbability: String?

  @Option(help: "Random samples, where an exact calculation would cost too much.")
  var samples = 20_000

  @Option(help: "The share of samples in which their interval would hold the truth.")
  var level = 0.95

  @Option(help: "The seed of the samples; the same one gives the same answer.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...100_000_000).contains(samples) else {
      throw ValidationError("--samples: from 1 to 100000000.")
    }
    guard level > 0, level < 1 else {
      throw ValidationError("--level: more than 0 and less than 1, such as 0.95.")
    }
    _ = try items
    _ = try defaultRange
  }

  /// The rules that the options lay down for a collection.
  func rules(for collection: AssistanceCollection) throws -> CertaintyRules {
    var rules = CertaintyRules(collection.metadata.question.confidence)
    for (word, range) in try items {
      if let basis = Basis(rawValue: word) {
        rules.bases[basis] = range
      } else if rules.scale[word] != nil {
        rules.scale.set(word, to: range)
      } else {
        let words = Basis.allCases.map(\.rawValue) + rules.scale.entries.map(\.word)
        let near = Spelling.nearest(to: word, among: words, limit: 1).first
        throw ValidationError(
          "--confidence: “\(word)” is no basis and no word of confidence of the collection"
            + (near.map { "; did you mean “\($0)”?" } ?? ": \(words.joined(separator: ", ")).")
        )
      }
    }
    rules.otherwise = try defaultRange ?? rules.otherwise
    return rules
  }

  /// The bases that the options give a probability, which therefore count.
  var bases: Set<Basis> {
    get throws { Set(try items.compactMap { Basis(rawValue: $0.word) }) }
  }

  private var items: [(word: String, range: ProbabilityRange)] {
    get throws {
      var known: Set<String> = []
      return try confidence.flatMap { text in
        text.split(separator: ",", omittingEmptySubsequences: false)
      }.map { item in
        let parts = item.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, ConfidenceScale.isWord(String(parts[0])),
          let range = Self.range(parts[1])
        else {
          throw ValidationError(
            "--confidence: “\(item)” says no probability; write for example"
              + " explicit=0.9,thematic=0.4-0.6."
          )
        }
        guard known.insert(String(parts[0])).inserted else {
          throw ValidationError("--confidence: “\(parts[0])” stands twice.")
        }
        return (String(parts[0]), range)
      }
    }
  }

  private var defaultRange: ProbabilityRange? {
    get throws {
      guard let defaultProbability else { return nil }
      guard let range = Self.range(defaultProbability[...]) else {
        throw ValidationError(
          "--default-probability: “\(defaultProbability)” is no probability; write for example 0.8"
            + " or 0.7-0.9."
        )
      }
      return range
    }
  }

  /// A number from 0 to 1, or two with a hyphen between.
  private static func range(_ text: Substring) -> ProbabilityRange? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = ends.compactMap { Double($0) }
    guard numbers.count == ends.count, numbers.count <= 2, let low = numbers.first,
      let high = numbers.last
    else { return nil }
    return ProbabilityRange(from: low, through: high)
  }
}
