public import GraphCore
public import NetworkAlgorithms

/// A network made from a graph for one question, with the way back: which node a vertex is, and
/// which edges or nodes a link rests on.
public struct ProjectedNetwork: Sendable {
  /// The graph that the network was made from.
  public let graph: PropertyGraph
  /// What algorithms run on.
  public let network: Network
  /// What each link rests on, strongest first.
  public let witnesses: [[ProjectedLink.Witness]]

  private let rows: [UInt32]
  private let vertices: [UInt32]
  private static let none = UInt32.max

  /// Makes a network of some rows of a graph and links between them.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - rows: The rows of the nodes that become vertices, in the order of the vertices.
  ///   - links: The links, each between rows that are among them.
  ///   - direction: How links may be walked.
  /// - Throws: ``NetworkError`` naming the first link whose weight cannot be right.
  package init(
    _ graph: PropertyGraph,
    rows: [UInt32],
    links: [ProjectedLink],
    direction: Network.Direction
  ) throws(NetworkError) {
    self.graph = graph
    self.rows = rows
    var vertices = [UInt32](repeating: Self.none, count: graph.nodeCount)
    for (vertex, row) in rows.enumerated() { vertices[Int(row)] = UInt32(vertex) }
    self.vertices = vertices
    witnesses = links.map(\.witnesses)
    network = try Network(
      vertexCount: rows.count,
      sources: links.map { vertices[Int($0.from)] },
      targets: links.map { vertices[Int($0.to)] },
      weights: links.map(\.weight),
      direction: direction,
      twoWay: links.map(\.isTwoWay)
    )
  }

  /// The node that a vertex stands for.
  public func node(_ vertex: Network.Vertex) -> Node {
    graph.nodes[Int(rows[Int(vertex)])]
  }

  /// The vertex of a node, or `nil` if the projection left it out.
  public func vertex(of id: NodeID) -> Network.Vertex? {
    graph.row(of: id).flatMap { vertices[$0] == Self.none ? nil : vertices[$0] }
  }
}

/// A link of a projection: two nodes, a weight, and what says so.
public struct ProjectedLink: Hashable, Sendable {
  /// What a link rests on.
  public enum Witness: Hashable, Sendable {
    /// An edge between the two nodes.
    case edge(EdgeID)
    /// A node that ties the two together, and by which kinds of edges.
    case node(NodeID, from: EdgeKind, to: EdgeKind)
  }

  /// The row of the node where the link starts.
  package var from: UInt32
  /// The row of the node where it ends.
  package var to: UInt32
  /// What a step along the link costs.
  package var weight: Double
  /// Whether it may be walked backwards although the network is directed.
  package var isTwoWay: Bool
  /// What says so, strongest first.
  package var witnesses: [Witness]

  /// Creates a link.
  package init(
    from: UInt32,
    to: UInt32,
    weight: Double,
    isTwoWay: Bool = false,
    witnesses: [Witness]
  ) {
    self.from = from
    self.to = to
    self.weight = weight
    self.isTwoWay = isTwoWay
    self.witnesses = witnesses
  }
}
