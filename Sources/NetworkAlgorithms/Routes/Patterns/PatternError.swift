/// Why a text is no pattern of steps.
public struct PatternError: Error, Sendable, Hashable {
  /// What is wrong with a pattern.
  public enum Problem: Sendable, Hashable {
    /// The text goes on in a way that no pattern does; `nil` where it ends too soon.
    case unexpected(String?)
    /// No link has this label.
    case unknownLabel(String)
    /// A number of times that cannot be.
    case invalidCount(String)
    /// More groups or signs lie within each other than are read.
    case tooDeep(maximum: Int)
    /// The pattern has more steps, repetitions written out, than are searched for.
    case tooManySteps(maximum: Int)
    /// The text has more characters than are read.
    case tooLong(maximum: Int)
    /// A network of so many vertices has more states with the pattern than are searched.
    case tooManyStates(vertexCount: Int, steps: Int)
  }

  /// What is wrong.
  public let problem: Problem
  /// Where in the text, from 1; 0 where it is the whole.
  public let column: Int
  /// What could stand there.
  public let expected: String
  /// How to mend it; empty where that is plain.
  public let hint: String
}

extension PatternError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    let wrong =
      switch problem {
      case .unexpected(let text): text.map { "unexpected “\($0)”" } ?? "the pattern ends too soon"
      case .unknownLabel(let label): "there are no links called “\(label)”"
      case .invalidCount(let text): "“\(text)” is no number of times"
      case .tooDeep(let maximum): "more than \(maximum) groups or signs within each other"
      case .tooManySteps(let maximum): "more than \(maximum) steps, repetitions written out"
      case .tooLong(let maximum): "more than \(maximum) characters"
      case .tooManyStates(let vertexCount, let steps):
        "\(steps) steps in a network of \(vertexCount) vertices are too many to search"
      }
    let place = column > 0 ? "column \(column): " : ""
    return place + wrong + (expected.isEmpty ? "" : "; expected \(expected)")
  }
}
