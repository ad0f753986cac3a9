/// How a cell of a coverage matrix stands.
public enum CoverageState: String, CaseIterable, Hashable, Sendable, Codable {
  /// Nothing is needed here.
  case notNeeded = "not-needed"
  /// The sources could not show activity here if there were any.
  case unobservable
  /// No activity is reported.
  case nobody
  /// Only a class of actors or a placeholder is reported.
  case unnamedOnly = "unnamed-only"
  /// One provider is reported.
  case one
  /// Several providers are reported, at least one of them by name.
  case several

  /// The state in the words of a report: what is reported, never what exists.
  public var phrase: String {
    switch self {
    case .notNeeded: "not needed"
    case .unobservable: "cannot be seen in the sources"
    case .nobody: "no reported activity"
    case .unnamedOnly: "unnamed providers only"
    case .one: "one provider"
    case .several: "several providers"
    }
  }

  /// A sign for the state in a narrow table.
  public var sign: String {
    switch self {
    case .notNeeded: "–"
    case .unobservable: "?"
    case .nobody: "."
    case .unnamedOnly: "(x)"
    case .one: "1"
    case .several: "+"
    }
  }

  /// Whether some provider is reported.
  public var isCovered: Bool { self == .one || self == .several || self == .unnamedOnly }
}
