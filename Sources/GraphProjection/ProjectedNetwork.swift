public import GraphCore
public import NetworkAlgorithms

/// A network made from a graph for one question, with the way back: which node a vertex is, and
/// which edges or nodes a link rests on.
public struct ProjectedNetwork: Sendable {
  /// The graph that the network was made from.
  public let graph: PropertyGraph
  /// What algorithms run on.
  public let network: Network

  /// What all links rest on, link after link; `nil` where each rests on one edge.
  private let linkWitnesses: [ProjectedLink.Witness]?
  /// Where each link's witnesses start; or the row of its edge.
  private let starts: [UInt32]
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
    let vertices = Self.vertices(rows, of: graph)
    var starts: [UInt32] = [0]
    for link in links {
      starts.append(UInt32(Int(starts[starts.count - 1]) + link.witnesses.count))
    }
    self.graph = graph
    self.rows = rows
    self.vertices = vertices
    self.starts = starts
    linkWitnesses = links.flatMap(\.witnesses)
    network = try Network(
      vertexCount: rows.count,
      sources: links.map { vertices[Int($0.from)] },
      targets: links.map { vertices[Int($0.to)] },
      weights: links.map(\.weight),
      direction: direction,
      twoWay: links.map(\.isTwoWay)
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
    starts = edgeRows
    linkWitnesses = nil
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
    let start = Int(starts[Int(link)])
    guard let linkWitnesses else { return [.edge(graph.tables.edges.id(of: start))] }
    return Array(linkWitnesses[start..<Int(starts[Int(link) + 1])])
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
