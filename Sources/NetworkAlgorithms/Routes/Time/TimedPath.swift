/// A path with the moments at which its links are walked.
public struct TimedPath: Sendable, Hashable {
  /// The vertices in order: one more than there are links.
  public let vertices: [Network.Vertex]
  /// The links in order.
  public let links: [Network.Link]
  /// When each link is set out on, never before the one before it; `nil` as long as nothing says
  /// when, because the links so far have no known beginning.
  public let moments: [Int64?]
  /// When the path sets out; `nil` if nothing says when.
  public let departure: Int64?
  /// When it arrives; `nil` if nothing says when.
  public let arrival: Int64?
}
