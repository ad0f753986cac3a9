/// Why a graph refused a change.
public enum GraphError: Error, Hashable, Sendable {
  /// A node with this key is in the graph already.
  case duplicateNode(NodeID)
  /// No node has this key.
  case unknownNode(NodeID)
  /// No edge has this number.
  case unknownEdge(EdgeID)
  /// The property has values of another type.
  case propertyType(name: String, expected: PropertyType, found: PropertyType)
}

extension GraphError: CustomStringConvertible {
  /// What was refused, in words.
  public var description: String {
    switch self {
    case .duplicateNode(let id): "there is a node “\(id)” already; keys are used once"
    case .unknownNode(let id): "there is no node “\(id)”; add it before its edges"
    case .unknownEdge(let id): "there is no \(id)"
    case .propertyType(let name, let expected, let found):
      "property “\(name)” holds \(expected.rawValue) values, not \(found.rawValue)"
    }
  }
}
