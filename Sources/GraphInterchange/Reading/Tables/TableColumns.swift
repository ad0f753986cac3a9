/// The headings of a table of nodes or of edges, where they are not those of Gephi or of Neo4j.
///
///     let columns = TableColumns(source: "from_node_id", target: "to_node_id", edgeKind: "role")
public struct TableColumns: Hashable, Sendable {
  /// The heading of a node's id.
  public var id: String?
  /// The heading of what people call a node.
  public var label: String?
  /// The heading of what a node is.
  public var nodeKind: String?
  /// The heading of the id where an edge starts.
  public var source: String?
  /// The heading of the id where an edge ends.
  public var target: String?
  /// The heading of what an edge says.
  public var edgeKind: String?

  /// Creates a description of columns; `nil` leaves the usual heading.
  public init(
    id: String? = nil,
    label: String? = nil,
    nodeKind: String? = nil,
    source: String? = nil,
    target: String? = nil,
    edgeKind: String? = nil
  ) {
    self.id = id
    self.label = label
    self.nodeKind = nodeKind
    self.source = source
    self.target = target
    self.edgeKind = edgeKind
  }
}
