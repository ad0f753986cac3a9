/// Why nothing can be said about change.
public enum ChangeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No fact that counts carries a date, and the question does not say which span it asks of.
  case noDates
  /// The series would be too long for the matrix.
  case tooLong(cells: Int, steps: Int)
  /// The two sides ask of other rows or other columns.
  case otherQuestions(before: String, after: String)

  /// How many states a series may hold: every cell in every step.
  public static let maximumStates = 50_000_000

  /// What is wrong.
  public var description: String {
    switch self {
    case .noDates: "no fact that counts carries a date, so there is no span to ask of"
    case .tooLong(let cells, let steps):
      "the series would hold \(cells) cells in each of \(steps) steps; at most"
        + " \(Self.maximumStates) states are counted"
    case .otherQuestions(let before, let after):
      "the two sides ask different questions: \(before) before, \(after) after"
    }
  }

  /// How to mend it.
  public var hint: String {
    switch self {
    case .noDates: "say with a first and a last date which span is meant"
    case .tooLong: "ask of longer steps, of a shorter span, or of fewer rows and columns"
    case .otherQuestions: "say which rows and columns both sides are asked of"
    }
  }
}
