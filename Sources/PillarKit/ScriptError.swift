/// Why a script cannot answer: what is wrong, and how to mend it.
///
///     throw ScriptError("the survey is older than 2020", hint: "ask for the new one")
public struct ScriptError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public let message: String
  /// How to mend it, if that is known.
  public let hint: String?

  /// Creates an error.
  ///
  ///     ScriptError("nothing is called “UNPD”", hint: "did you mean “UNDP”?")
  ///
  /// - Parameters:
  ///   - message: What is wrong, in lower case and without a full stop.
  ///   - hint: How to mend it; `nil` if that is not known.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// The message, and the hint on a line of its own.
  public var description: String {
    message + (hint.map { "\n  hint: \($0)" } ?? "")
  }
}
