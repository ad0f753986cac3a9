/// A fault or a doubt about data that somebody wrote, with its place and how to mend it.
///
/// Printed as `file:line:column: error: message` with a hint on the next line.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The data cannot be used as it stands.
    case error
    /// The data can be used, but something looks wrong.
    case warning
  }

  /// A place in a file; line and column count from 1, columns in characters.
  public struct Place: Hashable, Sendable {
    /// The file's path, as the reader named it.
    public let file: String
    /// The line, if the fault has one.
    public let line: Int?
    /// The column, if the fault has one.
    public let column: Int?

    /// Creates a place.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// Where it is.
  public let place: Place
  /// What is wrong.
  public let message: String
  /// How to mend it, if that is known.
  public let hint: String?

  /// Creates a diagnostic.
  public init(_ severity: Severity, at place: Place, _ message: String, hint: String? = nil) {
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The line that people see, with the hint on a line of its own.
  public var description: String {
    var text = place.file
    if let line = place.line { text += ":\(line)" }
    if let column = place.column { text += ":\(column)" }
    text += ": \(severity.rawValue): \(message)"
    if let hint { text += "\n  hint: \(hint)" }
    return text
  }
}
