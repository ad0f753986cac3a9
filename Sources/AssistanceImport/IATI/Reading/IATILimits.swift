/// What a file may ask of the reader before it is refused.
public struct IATILimits: Hashable, Sendable {
  /// How deep elements may lie in each other.
  public var depth: Int
  /// How many bytes of text, names and attributes one activity may keep.
  public var activityBytes: Int

  /// Creates limits; what honest files hold lies far below the usual ones.
  public init(depth: Int = 100, activityBytes: Int = 64 << 20) {
    self.depth = depth
    self.activityBytes = activityBytes
  }
}
