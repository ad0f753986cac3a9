public import GraphCore

/// A fact that is on one side alone, or that says something else on the second.
public struct FactChange: Hashable, Sendable {
  /// What became of a fact.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// It is on the second side alone.
    case added
    /// It is on the first side alone.
    case removed
    /// Now it has an end; of two dates of one collection: it counts at the first alone.
    case ended
    /// It has no end any more.
    case reopened
    /// Of two dates of one collection: it counts at the second alone.
    case began
    /// It says something else.
    case changed
    /// It says the same of another time.
    case redated
    /// It says the same and cites other sources.
    case restated

    /// What the change is if the sides are asked the other way round.
    ///
    /// - Parameter isOfDates: Whether the sides are two dates of one collection.
    /// - Returns: The kind.
    public func mirrored(isOfDates: Bool) -> Kind {
      switch self {
      case .added: .removed
      case .removed: .added
      case .ended: isOfDates ? .began : .reopened
      case .reopened, .began: .ended
      case .changed, .redated, .restated: self
      }
    }
  }

  /// Something that a fact says otherwise.
  public struct Detail: Hashable, Sendable {
    /// The end or the property, `from`, `until` or `sources`.
    public let what: String
    /// Whether it is an end, so that the values are keys of nodes.
    public let isEnd: Bool
    /// The values on the first side.
    public let before: [String]
    /// The values on the second side.
    public let after: [String]
  }

  /// What became of it.
  public let kind: Kind
  /// The fact on the first side, if it is there.
  public let before: NodeID?
  /// The fact on the second side, if it is there.
  public let after: NodeID?
  /// What it says otherwise.
  public let details: [Detail]
  /// Whether its ends are the same if probable renamings are true.
  public let isRenaming: Bool
}
