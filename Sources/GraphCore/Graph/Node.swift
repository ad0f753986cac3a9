/// A node of a graph, seen through the graph.
public struct Node: Sendable {
  /// The graph that the node belongs to, as it was when the view was made.
  public let graph: PropertyGraph
  package let row: Int

  package init(graph: PropertyGraph, row: Int) {
    self.graph = graph
    self.row = row
  }

  /// The stable key.
  public var id: NodeID { NodeID(graph.tables.strings[graph.tables.nodes.keys[row]]) }

  /// What the node is.
  public var kind: NodeKind {
    graph.tables.nodes.kindTable.kinds[Int(graph.tables.nodes.kinds[row])]
  }

  /// When it exists or happened.
  public var validity: Validity {
    graph.tables.validities.spans[Int(graph.tables.nodes.validities[row])]
  }

  /// Where it is stated.
  public var sources: [SourceReference] {
    graph.tables.sources.references(graph.tables.nodes.sources[row], in: graph.tables.strings)
  }

  /// The value of a property, or `nil` if the node has none of that type.
  public subscript<Value>(key: PropertyKey<Value>) -> Value? {
    property(key.name).flatMap { Value(propertyValue: $0) }
  }

  /// The value of a property by its name.
  public func property(_ name: String) -> PropertyValue? {
    graph.tables.nodeProperties.value(
      name,
      of: UInt32(row),
      kind: graph.tables.nodes.kinds[row],
      in: graph.tables.strings
    )
  }

  /// Every property that the node has, in the order in which the names were first used.
  public var properties: [(name: String, value: PropertyValue)] {
    graph.tables.nodeProperties.values(
      of: UInt32(row),
      kind: graph.tables.nodes.kinds[row],
      in: graph.tables.strings
    )
  }
}
