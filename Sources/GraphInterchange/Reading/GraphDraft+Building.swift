internal import GraphCore

extension GraphDraft {
  /// The kind of a node of which a file says none.
  static let nodeKind = "node"
  /// The kind of an edge of which a file says none.
  static let edgeKind = "edge"
  /// How many edges may be missing in a row of numbers, beside four times the edges there are.
  private static let gapLimit = 1_024

  /// Makes the graph; `nil` if there are faults, which the notes then hold.
  mutating func graph() -> PropertyGraph? {
    mergeNodes()
    addMissingNodes()
    settleDetails()
    let numbers = edgeNumbers()
    if numbers == nil { keepEdgeNames() }
    let nodeTypes = settleTypes(\.nodes, \.content, Self.nodeKind)
    let edgeTypes = settleTypes(\.edges, \.content, Self.edgeKind)
    checkNames()
    guard notes.faultCount == 0 else { return nil }
    var graph = PropertyGraph()
    do throws(GraphError) {
      try addNodes(to: &graph, nodeTypes)
      try addEdges(to: &graph, edgeTypes, numbers)
    } catch {
      notes.fault("\(error)", at: ReadingPlace())
      return nil
    }
    return graph
  }

  // MARK: The graph

  private func value(_ value: PropertyValue, as type: PropertyType?) -> PropertyValue {
    let value = infersTypes ? value.inferred : value
    return switch (value, type) {
    case (_, value.type), (_, nil): value
    case (.integer(let number), .decimal): .decimal(Double(number))
    case (.text(let text), .texts): .texts([text])
    default: .text(value.plainText)
    }
  }

  private func addNodes(
    to graph: inout PropertyGraph,
    _ types: [Column: PropertyType]
  ) throws(GraphError) {
    for node in nodes {
      let content = node.content
      let kind = content.kind ?? Self.nodeKind
      try graph.addNode(
        node.id,
        NodeKind(rawValue: kind),
        valid: content.validity,
        sources: content.sources
      )
      for (name, value) in content.properties {
        let type = types[Column(kind: kind, name: name)]
        try graph.set(name, to: self.value(value, as: type), of: node.id)
      }
    }
  }

  private func addEdges(
    to graph: inout PropertyGraph,
    _ types: [Column: PropertyType],
    _ numbers: [Int]?
  ) throws(GraphError) {
    var next = 0
    var fillers: Set<EdgeID> = []
    for (index, edge) in edges.enumerated() {
      let content = edge.content
      let kind = EdgeKind(rawValue: content.kind ?? Self.edgeKind)
      // Numbers are given in a row; those of edges that had been removed are used up first.
      while let number = numbers?[index], next < number {
        fillers.insert(try graph.addEdge(from: edge.source, kind, to: edge.target))
        next += 1
      }
      let id = try graph.addEdge(
        from: edge.source,
        kind,
        to: edge.target,
        valid: content.validity,
        sources: content.sources
      )
      next += 1
      for (name, value) in content.properties {
        let type = types[Column(kind: kind.rawValue, name: name)]
        try graph.set(name, to: self.value(value, as: type), of: id)
      }
    }
    graph.remove(edges: fillers)
  }

  /// The numbers of the edges, if their names are numbers that ascend without wide gaps.
  private func edgeNumbers() -> [Int]? {
    var numbers: [Int] = []
    numbers.reserveCapacity(edges.count)
    for edge in edges {
      guard let number = edge.name.flatMap({ Int($0) }), number > (numbers.last ?? -1) else {
        return nil
      }
      numbers.append(number)
    }
    return (numbers.last ?? 0) <= 5 * edges.count + Self.gapLimit ? numbers : nil
  }

  /// Keeps what a file calls its edges where that is more than a number.
  private mutating func keepEdgeNames() {
    for index in edges.indices {
      guard let name = edges[index].name else { continue }
      if isStrict || Int(name) != nil {
        notes.note("the edges were numbered anew", at: edges[index].content.place)
      } else if edges[index].content["id"] == nil {
        edges[index].content.set("id", .text(name))
      }
    }
  }
}

extension GraphDraft.Content {
  fileprivate var validity: Validity { Validity(from: from, until: until) ?? .always }
}
