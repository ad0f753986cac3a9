public import GraphCore
public import NetworkAlgorithms

/// A network made from a graph for one question, with the way back: which node a vertex is, and
/// which edges or nodes a link rests on.
public struct ProjectedNetwork: Sendable {
  /// The graph that the network was made from.
  public let graph: PropertyGraph
  /// What algorithms run on.
  public let network: Network

  /// The links with what they rest on; `nil` where each rests on one edge.
  private let links: ProjectedLinks?
  /// The row of each link's edge, where it rests on one.
  private let edgeRows: [UInt32]
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
    links: ProjectedLinks,
    direction: Network.Direction
  ) throws(NetworkError) {
    let vertices = Self.vertices(rows, of: graph)
    self.graph = graph
    self.rows = rows
    self.vertices = vertices
    self.links = links
    edgeRows = []
    network = try Network(
      vertexCount: rows.count,
      sources: links.from.map { vertices[Int($0)] },
      targets: links.to.map { vertices[Int($0)] },
      weights: links.weights,
      direction: direction,
      twoWay: links.isTwoWay
    )
  }

  /// Makes a network of some rows of a graph and some of its edges.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - rows: The rows of the nodes that become vertices, in the order of the vertices.
  ///   - edgeRows: The rows of the edges that become links; their ends are among the rows.
  ///   - weights: What a step along each costs; `nil` is one.
  ///   - direction: How links may be walked.
  /// - Throws: ``NetworkError`` naming the first link whose weight cannot be right.
  init(
    _ graph: PropertyGraph,
    rows: [UInt32],
    edgeRows: [UInt32],
    weights: [Double]?,
    direction: Network.Direction
  ) throws(NetworkError) {
    let vertices = Self.vertices(rows, of: graph)
    let (from, to) = (graph.tables.edges.from, graph.tables.edges.to)
    self.graph = graph
    self.rows = rows
    self.vertices = vertices
    self.edgeRows = edgeRows
    links = nil
    network = try Network(
      vertexCount: rows.count,
      sources: edgeRows.map { vertices[Int(from[Int($0)])] },
      targets: edgeRows.map { vertices[Int(to[Int($0)])] },
      weights: weights,
      direction: direction
    )
  }

  private static func vertices(_ rows: [UInt32], of graph: PropertyGraph) -> [UInt32] {
    var vertices = [UInt32](repeating: none, count: graph.nodeCount)
    for (vertex, row) in rows.enumerated() { vertices[Int(row)] = UInt32(vertex) }
    return vertices
  }

  /// What a link rests on, strongest first.
  public func witnesses(of link: Network.Link) -> [ProjectedLink.Witness] {
    guard let links else {
      return [.edge(graph.tables.edges.id(of: Int(edgeRows[Int(link)])))]
    }
    return links.witnesses(of: Int(link), in: graph)
  }

  /// The rank of the strongest thing that a link rests on, the strongest being 0; `nil` where links
  /// have none.
  package func strongestRank(of link: Network.Link) -> UInt8? {
    links.flatMap { $0.strongestRank(of: Int(link)) }
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

/// A link of a projection.
public enum ProjectedLink {
  /// What a link rests on.
  public enum Witness: Hashable, Sendable {
    /// An edge between the two nodes.
    case edge(EdgeID)
    /// A node that ties the two together, and by which kinds of edges.
    case node(NodeID, from: EdgeKind, to: EdgeKind)
  }
}
