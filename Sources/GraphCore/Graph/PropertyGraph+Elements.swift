extension PropertyGraph {
  /// The nodes, in the order in which they were added.
  public struct Nodes: RandomAccessCollection, Sendable {
    let graph: PropertyGraph
    /// The first position: zero.
    public var startIndex: Int { 0 }
    /// The position after the last.
    public var endIndex: Int { graph.nodeCount }
    /// The node at a position, which is valid only until a node is removed.
    public subscript(position: Int) -> Node {
      precondition(indices.contains(position), "there is no node at position \(position)")
      return Node(graph: graph, row: position)
    }
  }

  /// The edges, in the order in which they were added.
  public struct Edges: RandomAccessCollection, Sendable {
    let graph: PropertyGraph
    /// The first position: zero.
    public var startIndex: Int { 0 }
    /// The position after the last.
    public var endIndex: Int { graph.edgeCount }
    /// The edge at a position, which is valid only until an edge is removed.
    public subscript(position: Int) -> Edge {
      precondition(indices.contains(position), "there is no edge at position \(position)")
      return Edge(graph: graph, row: position)
    }
  }

  /// The nodes, in the order in which they were added.
  public var nodes: Nodes { Nodes(graph: self) }

  /// The edges, in the order in which they were added.
  public var edges: Edges { Edges(graph: self) }

  /// The node with a key, or `nil` if there is none.
  ///
  /// - Complexity: O(1).
  public subscript(id: NodeID) -> Node? {
    row(of: id).map { Node(graph: self, row: $0) }
  }

  /// The edge with a number, or `nil` if there is none.
  ///
  /// - Complexity: O(1), or O(log *m*) once an edge was removed.
  public subscript(id: EdgeID) -> Edge? {
    tables.edges.row(of: id).map { Edge(graph: self, row: $0) }
  }

  /// The nodes of a kind, in the order in which they were added.
  ///
  /// - Complexity: O(*n*) for *n* nodes.
  public func nodes(of kind: NodeKind) -> [Node] {
    rows(of: kind).map { Node(graph: self, row: $0) }
  }

  /// The edges of a kind, in the order in which they were added.
  ///
  /// - Complexity: O(*m*) for *m* edges.
  public func edges(of kind: EdgeKind) -> [Edge] {
    guard let number = tables.edges.kindTable.number(of: kind) else { return [] }
    let kinds = tables.edges.kinds
    return kinds.indices.filter { kinds[$0] == number }.map { Edge(graph: self, row: $0) }
  }

  package func row(of id: NodeID) -> Int? {
    tables.strings.number(of: id.rawValue)
      .flatMap { tables.nodes.row(ofString: $0) }
      .map { Int($0) }
  }

  package func rows(of kind: NodeKind) -> [Int] {
    guard let number = tables.nodes.kindTable.number(of: kind) else { return [] }
    let kinds = tables.nodes.kinds
    return kinds.indices.filter { kinds[$0] == number }
  }
}
