/// A place where a graph breaks its schema.
public enum SchemaFault: Hashable, Sendable {
  /// The schema has no such kind of node.
  case unknownNodeKind(NodeID, NodeKind)
  /// The schema has no such kind of edge.
  case unknownEdgeKind(EdgeID, EdgeKind)
  /// An edge of this kind may not lead between these kinds of nodes.
  case wrongEnds(EdgeID, EdgeKind, from: NodeKind, to: NodeKind)
  /// More edges of this kind start at the node than the schema allows.
  case tooMany(NodeID, EdgeKind, count: Int, maximum: Int)
  /// The property holds values of another type.
  case propertyType(owner: String, name: String, expected: PropertyType, found: PropertyType)
  /// The property's text is none of the allowed words.
  case propertyWord(owner: String, name: String, word: String, allowed: [String])
  /// The property's text should be the key of a node of certain kinds.
  case propertyReference(owner: String, name: String, key: String, kinds: [NodeKind])
  /// The property's number lies outside what is allowed.
  case propertyRange(owner: String, name: String, number: Double, allowed: ClosedRange<Double>)
}

extension SchemaFault: CustomStringConvertible {
  /// The element and what is wrong with it, in words.
  public var description: String {
    switch self {
    case .unknownNodeKind(let id, let kind): "node “\(id)”: no kind of node is called “\(kind)”"
    case .unknownEdgeKind(let id, let kind): "\(id): no kind of edge is called “\(kind)”"
    case .wrongEnds(let id, let kind, let from, let to):
      "\(id): “\(kind)” may not lead from \(from) to \(to)"
    case .tooMany(let id, let kind, let count, let maximum):
      "node “\(id)”: \(count) edges “\(kind)” start here, at most \(maximum) may"
    case .propertyType(let owner, let name, let expected, let found):
      "\(owner): property “\(name)” must hold \(expected.rawValue) values, not \(found.rawValue)"
    case .propertyWord(let owner, let name, let word, let allowed):
      "\(owner): “\(word)” is no \(name); use one of \(allowed.joined(separator: ", "))"
    case .propertyReference(let owner, let name, let key, let kinds):
      "\(owner): \(name) “\(key)” is no \(kinds.map(\.rawValue).joined(separator: " or "))"
    case .propertyRange(let owner, let name, let number, let allowed):
      "\(owner): \(name) \(number) is not from \(allowed.lowerBound) to \(allowed.upperBound)"
    }
  }
}

extension Schema {
  /// Every place where a graph breaks the schema; empty if it keeps it.
  ///
  /// Properties that the schema does not name are allowed.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The faults: of nodes, then of edges, each in the order of adding, then of numbers
  ///   of edges.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges, times the properties named.
  public func faults(in graph: PropertyGraph) -> [SchemaFault] {
    var faults: [SchemaFault] = []
    // Names that no element of the kind has are passed over once, not for each element.
    let nodeRules = graph.nodeKinds.map { rule(for: $0) }
    let nodeProperties = nodeRules.enumerated().map { kind, rule in
      rule?.properties.filter {
        graph.tables.nodeProperties.type(of: $0.name, kind: UInt16(kind)) != nil
      } ?? []
    }
    for (row, node) in graph.nodes.enumerated() {
      let kind = Int(graph.tables.nodes.kinds[row])
      guard nodeRules[kind] != nil else {
        faults.append(.unknownNodeKind(node.id, node.kind))
        continue
      }
      for property in nodeProperties[kind] {
        guard let value = node.property(property.name) else { continue }
        property.check(value, of: "node “\(node.id)”", in: graph, &faults)
      }
    }
    let edgeRules = graph.edgeKinds.map { rule(for: $0) }
    let edgeProperties = edgeRules.enumerated().map { kind, rule in
      rule?.properties.filter {
        graph.tables.edgeProperties.type(of: $0.name, kind: UInt16(kind)) != nil
      } ?? []
    }
    for (row, edge) in graph.edges.enumerated() {
      let kind = Int(graph.tables.edges.kinds[row])
      guard let rule = edgeRules[kind] else {
        faults.append(.unknownEdgeKind(edge.id, edge.kind))
        continue
      }
      let (from, to) = (edge.from.kind, edge.to.kind)
      if !rule.allows(from, to) {
        faults.append(.wrongEnds(edge.id, edge.kind, from: from, to: to))
      }
      for property in edgeProperties[kind] {
        guard let value = edge.property(property.name) else { continue }
        property.check(value, of: "\(edge.id)", in: graph, &faults)
      }
    }
    return faults + multiplicityFaults(in: graph)
  }

  private func multiplicityFaults(in graph: PropertyGraph) -> [SchemaFault] {
    var faults: [SchemaFault] = []
    for rule in edgeRules {
      guard let maximum = rule.maximumPerSource,
        let number = graph.tables.edges.kindTable.number(of: rule.kind)
      else { continue }
      var counts = [Int](repeating: 0, count: graph.nodeCount)
      for (row, kind) in graph.tables.edges.kinds.enumerated() where kind == number {
        counts[Int(graph.tables.edges.from[row])] += 1
      }
      for (row, count) in counts.enumerated() where count > maximum {
        faults.append(
          .tooMany(graph.nodes[row].id, rule.kind, count: count, maximum: maximum)
        )
      }
    }
    return faults
  }
}

extension PropertyRule {
  fileprivate func check(
    _ value: PropertyValue,
    of owner: @autoclosure () -> String,
    in graph: PropertyGraph,
    _ faults: inout [SchemaFault]
  ) {
    guard value.type == type else {
      faults.append(
        .propertyType(owner: owner(), name: name, expected: type, found: value.type)
      )
      return
    }
    if let range, case .decimal(let number) = value, !range.contains(number) {
      faults.append(.propertyRange(owner: owner(), name: name, number: number, allowed: range))
    }
    let texts: [String]
    switch value {
    case .text(let text): texts = [text]
    case .texts(let list): texts = list
    default: return
    }
    for text in texts {
      if let words, !words.contains(text) {
        faults.append(.propertyWord(owner: owner(), name: name, word: text, allowed: words))
      }
      if let refersTo {
        let kind = graph[NodeID(text)]?.kind
        if kind.map({ !refersTo.contains($0) }) ?? true {
          faults.append(
            .propertyReference(owner: owner(), name: name, key: text, kinds: refersTo)
          )
        }
      }
    }
  }
}
