/// Where Graphviz put everything, in points: 72 to an inch, the origin at the lower left, and `y`
/// growing upwards.
public struct GraphLayout: Hashable, Sendable {
  /// A place.
  public struct Point: Hashable, Sendable {
    /// How far to the right.
    public let x: Double
    /// How far up.
    public let y: Double
  }

  /// A rectangle.
  public struct Box: Hashable, Sendable {
    /// The lower left corner.
    public let lowerLeft: Point
    /// The upper right corner.
    public let upperRight: Point

    /// The width, in points.
    public var width: Double { upperRight.x - lowerLeft.x }
    /// The height, in points.
    public var height: Double { upperRight.y - lowerLeft.y }
  }

  /// A node.
  public struct Node: Hashable, Sendable {
    /// What identifies it in the text.
    public let name: String
    /// Its centre.
    public let centre: Point
    /// Its width, in points.
    public let width: Double
    /// Its height, in points.
    public let height: Double
  }

  /// A curve of cubic pieces.
  public struct Spline: Hashable, Sendable {
    /// The points: one, and three more for each piece, two to steer it and its end.
    public let points: [Point]
    /// Where an arrowhead at the first point has its tip.
    public let startTip: Point?
    /// Where an arrowhead at the last point has its tip.
    public let endTip: Point?
  }

  /// An edge.
  public struct Edge: Hashable, Sendable {
    /// The name of the node that it leaves.
    public let tail: String
    /// The name of the node that it enters.
    public let head: String
    /// The curves that it is drawn with; none if it is not drawn.
    public let splines: [Spline]
    /// The centre of its label.
    public let labelCentre: Point?
  }

  /// What encloses everything.
  public let boundingBox: Box
  /// The nodes, in the order in which the text names them first.
  public let nodes: [Node]
  /// The edges, in the order of Graphviz: by node, and then in that of the text.
  public let edges: [Edge]

  /// The node of a name.
  ///
  /// - Parameter name: What identifies it.
  /// - Returns: The node, or `nil` if there is none.
  /// - Complexity: O(*n*) for *n* nodes.
  public func node(named name: String) -> Node? { nodes.first { $0.name == name } }
}
