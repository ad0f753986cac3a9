/// A node or an edge of a graph that is written out in a script.
public struct GraphElement: Sendable {
  enum Content: Sendable {
    case node(NodeID, NodeKind)
    case edge(NodeID, EdgeKind, NodeID)
  }

  let content: Content
  let validity: Validity
  let sources: [SourceReference]
  let properties: [(name: String, value: PropertyValue)]
}

/// Writes out a node for a small graph in a script.
///
/// - Parameters:
///   - id: The node's key.
///   - kind: What the node is.
///   - properties: Its properties by name.
///   - validity: When it exists or happened.
///   - sources: Where it is stated.
/// - Returns: An element for the builder of ``PropertyGraph``.
public func node(
  _ id: NodeID,
  _ kind: NodeKind,
  _ properties: KeyValuePairs<String, PropertyValue> = [:],
  valid validity: Validity = .always,
  from sources: [SourceReference] = []
) -> GraphElement {
  GraphElement(
    content: .node(id, kind),
    validity: validity,
    sources: sources,
    properties: properties.map { ($0.key, $0.value) }
  )
}

/// Writes out an edge for a small graph in a script.
///
/// - Parameters:
///   - source: The node where the edge starts.
///   - kind: What the edge says.
///   - target: The node where the edge ends.
///   - properties: Its properties by name.
///   - validity: When it holds.
///   - sources: Where it is stated.
/// - Returns: An element for the builder of ``PropertyGraph``.
public func edge(
  _ source: NodeID,
  _ kind: EdgeKind,
  _ target: NodeID,
  _ properties: KeyValuePairs<String, PropertyValue> = [:],
  valid validity: Validity = .always,
  from sources: [SourceReference] = []
) -> GraphElement {
  GraphElement(
    content: .edge(source, kind, target),
    validity: validity,
    sources: sources,
    properties: properties.map { ($0.key, $0.value) }
  )
}

/// Collects the elements of a graph that is written out in a script.
@resultBuilder
public enum GraphBuilder {
  /// Takes one element.
  public static func buildExpression(_ element: GraphElement) -> [GraphElement] { [element] }
  /// Takes elements that were collected elsewhere.
  public static func buildExpression(_ elements: [GraphElement]) -> [GraphElement] { elements }
  /// Joins the parts of a block in their order.
  public static func buildBlock(_ parts: [GraphElement]...) -> [GraphElement] {
    parts.flatMap { $0 }
  }
  /// Joins what the rounds of a loop gave.
  public static func buildArray(_ parts: [[GraphElement]]) -> [GraphElement] {
    parts.flatMap { $0 }
  }
  /// Takes the elements of an `if` without `else`.
  public static func buildOptional(_ part: [GraphElement]?) -> [GraphElement] { part ?? [] }
  /// Takes the elements of the first branch.
  public static func buildEither(first: [GraphElement]) -> [GraphElement] { first }
  /// Takes the elements of the second branch.
  public static func buildEither(second: [GraphElement]) -> [GraphElement] { second }
}

extension PropertyGraph {
  /// Creates a graph from elements written out; nodes may come after the edges that use them.
  ///
  ///     let graph = try PropertyGraph {
  ///       node("donor", .actor)
  ///       node("clinic", .actor)
  ///       edge("donor", "funds", "clinic")
  ///     }
  ///     graph.edgeCount  // 1
  ///
  /// - Parameter elements: The nodes and edges.
  /// - Throws: ``GraphError`` for a key used twice, an unknown end, or a property whose values
  ///   differ in type.
  public init(@GraphBuilder _ elements: () -> [GraphElement]) throws(GraphError) {
    self.init()
    try add(elements())
  }

  /// Adds elements; nodes may come after the edges that use them.
  ///
  /// - Parameter elements: The nodes and edges.
  /// - Throws: ``GraphError`` for a key used twice, an unknown end, or a property whose values
  ///   differ in type. Elements before the faulty one stay.
  public mutating func add(_ elements: [GraphElement]) throws(GraphError) {
    for element in elements {
      guard case .node(let id, let kind) = element.content else { continue }
      try addNode(id, kind, valid: element.validity, sources: element.sources)
      for (name, value) in element.properties { try set(name, to: value, of: id) }
    }
    for element in elements {
      guard case .edge(let source, let kind, let target) = element.content else { continue }
      let id = try addEdge(
        from: source,
        kind,
        to: target,
        valid: element.validity,
        sources: element.sources
      )
      for (name, value) in element.properties { try set(name, to: value, of: id) }
    }
  }
}
