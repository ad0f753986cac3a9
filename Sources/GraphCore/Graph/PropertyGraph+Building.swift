extension PropertyGraph {
  /// Adds a node.
  ///
  /// - Parameters:
  ///   - id: The key; no other node may have it.
  ///   - kind: What the node is.
  ///   - validity: When it exists or happened.
  ///   - sources: Where it is stated.
  /// - Returns: The key.
  /// - Throws: ``GraphError/duplicateNode(_:)`` if a node has this key.
  /// - Complexity: O(1), amortized.
  @discardableResult
  public mutating func addNode(
    _ id: NodeID,
    _ kind: NodeKind,
    valid validity: Validity = .always,
    sources: [SourceReference] = []
  ) throws(GraphError) -> NodeID {
    let key = tables.strings.intern(id.rawValue)
    guard tables.nodes.row(ofString: key) == nil else { throw .duplicateNode(id) }
    precondition(nodeCount < Int(UInt32.max) - 1, "a graph holds at most 4,294,967,294 nodes")
    tables.addNode(key: key, kind, validity, sources)
    return id
  }

  /// Adds an edge; an edge of the same kind between the same ends stays beside it.
  ///
  /// - Parameters:
  ///   - source: The node where the edge starts.
  ///   - kind: What the edge says.
  ///   - target: The node where the edge ends.
  ///   - validity: When it holds.
  ///   - sources: Where it is stated.
  /// - Returns: The edge's stable number.
  /// - Throws: ``GraphError/unknownNode(_:)`` if an end is not in the graph.
  /// - Complexity: O(1), amortized.
  @discardableResult
  public mutating func addEdge(
    from source: NodeID,
    _ kind: EdgeKind,
    to target: NodeID,
    valid validity: Validity = .always,
    sources: [SourceReference] = []
  ) throws(GraphError) -> EdgeID {
    guard let from = row(of: source) else { throw .unknownNode(source) }
    guard let to = row(of: target) else { throw .unknownNode(target) }
    precondition(edgeCount < Int(UInt32.max) - 1, "a graph holds at most 4,294,967,294 edges")
    return tables.addEdge(from: UInt32(from), kind, to: UInt32(to), validity, sources)
  }

  /// Sets a property of a node; `nil` removes it.
  ///
  /// - Parameters:
  ///   - key: Which property.
  ///   - value: The new value.
  ///   - id: The node.
  /// - Throws: ``GraphError/unknownNode(_:)``, or
  ///   ``GraphError/propertyType(name:expected:found:)`` if nodes of this kind hold values of
  ///   another type under this name.
  public mutating func set<Value>(
    _ key: PropertyKey<Value>,
    to value: Value?,
    of id: NodeID
  ) throws(GraphError) {
    try set(key.name, to: value?.propertyValue, of: id)
  }

  /// Sets a property of an edge; `nil` removes it.
  ///
  /// - Parameters:
  ///   - key: Which property.
  ///   - value: The new value.
  ///   - id: The edge.
  /// - Throws: ``GraphError/unknownEdge(_:)``, or
  ///   ``GraphError/propertyType(name:expected:found:)`` if edges of this kind hold values of
  ///   another type under this name.
  public mutating func set<Value>(
    _ key: PropertyKey<Value>,
    to value: Value?,
    of id: EdgeID
  ) throws(GraphError) {
    try set(key.name, to: value?.propertyValue, of: id)
  }

  /// Sets a property of a node by its name; `nil` removes it.
  ///
  /// - Parameters:
  ///   - name: The property's name.
  ///   - value: The new value.
  ///   - id: The node.
  /// - Throws: As ``set(_:to:of:)-(PropertyKey<Value>,_,NodeID)``.
  public mutating func set(
    _ name: String,
    to value: PropertyValue?,
    of id: NodeID
  ) throws(GraphError) {
    guard let row = row(of: id) else { throw .unknownNode(id) }
    let kind = tables.nodes.kinds[row]
    try tables.setNodeProperty(name, value, row: UInt32(row), kind: kind)
  }

  /// Sets a property of an edge by its name; `nil` removes it.
  ///
  /// - Parameters:
  ///   - name: The property's name.
  ///   - value: The new value.
  ///   - id: The edge.
  /// - Throws: As ``set(_:to:of:)-(PropertyKey<Value>,_,EdgeID)``.
  public mutating func set(
    _ name: String,
    to value: PropertyValue?,
    of id: EdgeID
  ) throws(GraphError) {
    guard let row = tables.edges.row(of: id) else { throw .unknownEdge(id) }
    let kind = tables.edges.kinds[row]
    try tables.setEdgeProperty(name, value, row: UInt32(row), kind: kind)
  }

  /// Removes nodes with all their edges, and edges; those that are not there are passed over.
  ///
  /// Every other node keeps its key and every other edge its number.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges, however many are removed.
  public mutating func remove(nodes: Set<NodeID> = [], edges: Set<EdgeID> = []) {
    let nodeRows = Set(nodes.compactMap { row(of: $0) }.map { UInt32($0) })
    let edgeRows = Set(edges.compactMap { tables.edges.row(of: $0) }.map { UInt32($0) })
    guard !nodeRows.isEmpty || !edgeRows.isEmpty else { return }
    tables.remove(nodeRows: nodeRows, edgeRows: edgeRows)
  }
}

extension PropertyGraph.Tables {
  // One access to the storage per change: separate columns may then be changed together.

  mutating func addNode(
    key: UInt32,
    _ kind: NodeKind,
    _ validity: Validity,
    _ references: [SourceReference]
  ) {
    nodes.append(
      key: key,
      kind: kind,
      validity: validities.intern(validity),
      sources: sources.list(references, in: &strings)
    )
  }

  package mutating func addEdge(
    from: UInt32,
    _ kind: EdgeKind,
    to: UInt32,
    _ validity: Validity,
    _ references: [SourceReference]
  ) -> EdgeID {
    edges.append(
      from: from,
      kind,
      to: to,
      validity: validities.intern(validity),
      sources: sources.list(references, in: &strings)
    )
  }

  /// Adds an edge with the validity and the sources of a node, which are not looked up again.
  package mutating func addEdge(
    from: UInt32,
    _ kind: EdgeKind,
    to: UInt32,
    asStatedOf node: UInt32
  ) {
    _ = edges.append(
      from: from,
      kind,
      to: to,
      validity: nodes.validities[Int(node)],
      sources: nodes.sources[Int(node)]
    )
  }

  package mutating func setNodeProperty(
    _ name: String,
    _ value: PropertyValue?,
    row: UInt32,
    kind: UInt16
  ) throws(GraphError) {
    try nodeProperties.set(value, name, of: row, kind: kind, in: &strings)
  }

  package mutating func setEdgeProperty(
    _ name: String,
    _ value: PropertyValue?,
    row: UInt32,
    kind: UInt16
  ) throws(GraphError) {
    try edgeProperties.set(value, name, of: row, kind: kind, in: &strings)
  }

  mutating func remove(nodeRows: Set<UInt32>, edgeRows: Set<UInt32>) {
    var newNodeRows: [UInt32?]?
    if !nodeRows.isEmpty {
      let newRows = nodes.compact(removing: nodeRows)
      nodeProperties = nodeProperties.renumbered(newRows)
      newNodeRows = newRows
    }
    let newEdgeRows = edges.compact(removing: edgeRows, nodeRows: newNodeRows)
    edgeProperties = edgeProperties.renumbered(newEdgeRows)
  }
}
