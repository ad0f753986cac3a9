/// The stable number of an edge: given when the edge is added, never used again.
///
/// It is no position: removing other edges leaves it as it is.
public struct EdgeID: RawRepresentable, Hashable, Sendable, Comparable {
  /// The number, counted from zero in the order of adding.
  public let rawValue: UInt32

  /// Creates the identity from its number.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Whether the first edge was added before the second.
  public static func < (left: EdgeID, right: EdgeID) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension EdgeID: CustomStringConvertible {
  /// The number with a word before it: `edge 7`.
  public var description: String { "edge \(rawValue)" }
}
