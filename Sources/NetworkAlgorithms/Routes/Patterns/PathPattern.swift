/// Which kinds of links a walk takes, one after the other: a regular expression over steps.
///
///     let pattern = try PathPattern(
///       "member-of partners-with* part-of^-1",
///       labels: ["member-of", "partners-with", "part-of"])
///
/// A step is the name of a kind of link, walked from its source to its target; `.` is a link of any
/// kind. `name^-1`, or `^name` before it, is the same link walked the other way, and `name~` either
/// way. Steps follow each other with a space or `/` between; `|` separates alternatives;
/// parentheses make groups. After a step or a group, `*` is any number of times, `+` at least once,
/// `?` at most once, `{2}` twice, `{2,}` at least and `{2,4}` between; `^-1` after a group is the
/// group walked back. A name with other signs than letters, digits, `-`, `_` and `:` stands between
/// quotation marks.
///
/// A pattern has at most 1,000 steps, repetitions written out.
public struct PathPattern: Sendable, Hashable {
  /// The pattern as it was written.
  public let text: String
  /// The names of links, by the number of their label.
  public let labels: [String]
  /// The numbers of the labels that the pattern names, in ascending order.
  public let namedLabels: [UInt32]
  /// Whether the pattern has a step that takes a link of any kind.
  public let takesAnyLabel: Bool
  /// Whether a walk of no links fits.
  public var fitsNothing: Bool { automaton.isEnd[0] }

  let automaton: PatternAutomaton

  /// Reads a pattern.
  ///
  /// - Parameters:
  ///   - text: The pattern.
  ///   - labels: The names of links, by the number of their label; of equal names the first counts.
  /// - Throws: ``PatternError`` with the column where the text is no pattern.
  /// - Complexity: O(*p*²) for *p* steps, repetitions written out.
  public init(_ text: String, labels: [String]) throws(PatternError) {
    var parser = try PatternParser(text, labels: labels)
    automaton = PatternAutomaton(try parser.expression())
    self.text = text
    self.labels = labels
    let steps = automaton.steps.dropFirst()
    namedLabels = Set(steps.compactMap(\.label)).sorted()
    takesAnyLabel = steps.contains { $0.label == nil }
  }
}
