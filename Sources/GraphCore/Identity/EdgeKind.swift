/// What an edge says about its two ends, such as `part-of` or `provides`.
///
/// The set is open: a script adds a kind of its own with a static member.
public struct EdgeKind: RawRepresentable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral
{
  /// The kind's word, in lower case with hyphens.
  public let rawValue: String

  /// Creates the kind from its word.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(stringLiteral value: String) {
    rawValue = value
  }

  public static func < (left: EdgeKind, right: EdgeKind) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension EdgeKind: CustomStringConvertible {
  public var description: String { rawValue }
}
