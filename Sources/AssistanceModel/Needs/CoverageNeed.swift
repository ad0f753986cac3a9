public import GraphCore

/// How many providers are required where, and how much that matters.
///
///     CoverageNeed([.init(.countryCase, "kenya"), .init(.inhibitor, nil)], required: 2)
///
/// A need that names a row and a column comes before one for the whole row, that before one for the
/// whole column, and that before one for all; what a need does not say is taken from the next.
public struct CoverageNeed: Hashable, Sendable {
  /// An end of facts that the need is about.
  public struct End: Hashable, Sendable {
    /// Which end.
    public let role: EdgeKind
    /// The node there; `nil` is every one.
    public let node: NodeID?

    /// Creates an end.
    public init(_ role: EdgeKind, _ node: NodeID?) {
      self.role = role
      self.node = node
    }
  }

  /// The row and the column, or one of them; the need counts only where these make the matrix.
  public let ends: [End]
  /// How many named providers are required, 0 or more; 0 is none needed, `nil` is not said.
  public let required: Int?
  /// How much the need matters beside others, 0 or more; `nil` is not said.
  public let weight: Double?
  /// How grave the risk is: a word of the schema, or a number; `nil` is not said.
  public let riskLevel: String?
  /// What a reader should know.
  public let note: String?

  /// Creates a need; a number that is negative or not finite counts as not said.
  public init(
    _ ends: [End],
    required: Int? = nil,
    weight: Double? = nil,
    riskLevel: String? = nil,
    note: String? = nil
  ) {
    self.ends = ends
    self.required = required.flatMap { $0 >= 0 ? $0 : nil }
    self.weight = weight.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    self.riskLevel = riskLevel
    self.note = note
  }
}

/// How grave a risk is said to be.
public enum RiskLevel {
  /// The words of the standard schema, the least grave first.
  ///
  /// The Global Centre for the Responsibility to Protect uses them in its monitor of populations at
  /// risk.
  public static let words = ["serious-concern", "imminent-risk", "current-crisis"]

  /// A number that orders levels: 1 to 3 for ``words``, a number as it is; `nil` for other texts.
  public static func gravity(of text: String) -> Double? {
    words.firstIndex(of: text.lowercased().replacing(" ", with: "-")).map { Double($0 + 1) }
      ?? Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
