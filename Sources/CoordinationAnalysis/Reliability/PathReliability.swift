public import AssistanceModel
internal import GraphCore

/// How likely two nodes are linked at all, and by which paths.
public struct PathReliability: Sendable {
  /// How the probability was found.
  public enum Method: String, CaseIterable, Hashable, Sendable, Codable {
    /// A path of certain statements links the two, or no path does.
    case certain
    /// Calculated.
    case exact
    /// Counted in random samples; the range holds the interval.
    case sampled
  }

  /// A path with the probability that all its steps hold.
  public struct Path: Hashable, Sendable {
    /// The path; its cost is its number of steps.
    public let path: CoordinationPath
    /// How likely every step holds.
    public let probability: ProbabilityRange
    /// How likely each step holds, in their order.
    public let steps: [ProbabilityRange]
  }

  /// What was asked.
  public let question: PathQuestion
  /// How likely statements hold.
  public let rules: CertaintyRules
  /// How likely some path links the two.
  public let reliability: ProbabilityRange
  /// How it was found.
  public let method: Method
  /// The paths that most likely hold, the likeliest first.
  public let paths: [Path]
  /// The fewest steps between the two, what was searched, and why there is no path, if so.
  public let answer: PathAnswer
  /// How many facts and relations lie on those links.
  public let statementCount: Int
  /// How many of them are not certain.
  public let uncertainCount: Int
  /// How many samples were drawn where it could not be calculated.
  public let sampleCount: Int
  /// The share of samples in which an interval would hold the truth.
  public let level: Double
}

extension AssistanceGraph {
  /// Tells how likely two nodes are linked by some path of statements, and by which most likely.
  ///
  /// A step between two nodes holds if any of its relations and facts does. A fact ties all nodes
  /// at its ends at once or none of them, which is taken into account. Statements hold or fail each
  /// by itself. Links are walked both ways: direction, nodes to pass, costs and parallel links of
  /// the question do not matter.
  ///
  ///     let rules = CertaintyRules(collection.metadata.question.confidence)
  ///     try graph.reliability(PathQuestion(from: "undp", to: "african-union"), rules).reliability
  ///
  /// - Parameters:
  ///   - question: The ends, what paths may be made of, and how many are told.
  ///   - rules: How likely statements hold.
  ///   - effort: About how many looks at links an exact calculation may cost.
  ///   - sampleCount: How many samples are drawn where it cannot be calculated; at least one.
  ///   - level: The share of samples in which their interval would hold the truth, above 0 and
  ///     below 1.
  ///   - seed: The seed of the samples; the same one gives the same answer.
  /// - Returns: The probability and the likeliest paths.
  /// - Throws: ``PathError`` for an unknown node.
  /// - Complexity: Exponential in what ties many paths together, to a limit; then O(*k*·(*n* + *m*))
  ///   for *k* samples, *n* nodes and *m* links.
  public func reliability(
    _ question: PathQuestion,
    _ rules: CertaintyRules,
    effort: Int = 2_000_000,
    sampleCount: Int = 20_000,
    level: Double = 0.95,
    seed: UInt64 = 1
  ) throws(PathError) -> PathReliability {
    precondition(sampleCount > 0, "an estimate needs samples")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    var plain = question
    plain.followsDirection = false
    plain.keepsParallelLinks = false
    plain.through = []
    plain.measure = .steps
    plain.count = max(1, question.count)
    // Asking for a path checks the ends, and says why there is none.
    let answer = try paths(plain)
    return ReliabilitySearch(self, plain, rules).answer(
      answer,
      effort: effort,
      sampleCount: sampleCount,
      level: level,
      seed: seed
    )
  }
}
