/// What a node is, such as an actor or a country case.
///
/// The set is open: a script adds a kind of its own with a static member.
///
///     extension NodeKind { static let district: NodeKind = "district" }
public struct NodeKind: RawRepresentable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral
{
  /// The kind's word, in lower case with hyphens.
  public let rawValue: String

  /// Creates the kind from its word.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Creates the kind from a literal.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// Whether the first kind sorts before the second: byte by byte of their UTF-8 text.
  public static func < (left: NodeKind, right: NodeKind) -> Bool {
    left.rawValue.precedesBytewise(right.rawValue)
  }
}

extension NodeKind: CustomStringConvertible {
  /// The kind as text.
  public var description: String { rawValue }
}
