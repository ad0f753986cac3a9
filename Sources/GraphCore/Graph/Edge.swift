/// An edge of a graph, seen through the graph.
public struct Edge: Sendable {
  /// The graph that the edge belongs to, as it was when the view was made.
  public let graph: PropertyGraph
  package let row: Int

  package init(graph: PropertyGraph, row: Int) {
    self.graph = graph
    self.row = row
  }

  /// The stable number.
  public var id: EdgeID { graph.tables.edges.id(of: row) }

  /// What the edge says.
  public var kind: EdgeKind {
    graph.tables.edges.kindTable.kinds[Int(graph.tables.edges.kinds[row])]
  }

  /// The node where the edge starts.
  public var from: Node { Node(graph: graph, row: Int(graph.tables.edges.from[row])) }

  /// The node where the edge ends.
  public var to: Node { Node(graph: graph, row: Int(graph.tables.edges.to[row])) }

  /// When it holds.
  public var validity: Validity {
    graph.tables.validities.spans[Int(graph.tables.edges.validities[row])]
  }

  /// Where it is stated.
  public var sources: [SourceReference] {
    graph.tables.sources.references(graph.tables.edges.sources[row], in: graph.tables.strings)
  }

  /// The value of a property, or `nil` if the edge has none of that type.
  public subscript<Value>(key: PropertyKey<Value>) -> Value? {
    property(key.name).flatMap { Value(propertyValue: $0) }
  }

  /// The value of a property by its name.
  public func property(_ name: String) -> PropertyValue? {
    graph.tables.edgeProperties.value(
      name,
      of: UInt32(row),
      kind: graph.tables.edges.kinds[row],
      in: graph.tables.strings
    )
  }

  /// Every property that the edge has, in the order in which the names were first used.
  public var properties: [(name: String, value: PropertyValue)] {
    graph.tables.edgeProperties.values(
      of: UInt32(row),
      kind: graph.tables.edges.kinds[row],
      in: graph.tables.strings
    )
  }
}
