/// The stable key of a node: a word that people choose and that never changes.
///
///     let id: NodeID = "undp"
///
/// Two keys are equal if they are the same bytes of UTF-8: no case is folded, no accent composed.
public struct NodeID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  /// The key as text.
  public let rawValue: String

  /// Creates the key from text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Creates the key from text.
  public init(_ text: String) {
    rawValue = text
  }

  /// Creates the key from a literal.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// Whether two keys are the same bytes.
  public static func == (left: NodeID, right: NodeID) -> Bool {
    left.rawValue.hasSameBytes(as: right.rawValue)
  }

  /// Whether the first key sorts before the second: byte by byte of their UTF-8 text.
  public static func < (left: NodeID, right: NodeID) -> Bool {
    left.rawValue.precedesBytewise(right.rawValue)
  }
}

extension NodeID: CustomStringConvertible {
  /// The key as text.
  public var description: String { rawValue }
}
