internal import GraphCore

/// Which properties the nodes, or the edges, of a graph have, and the type of their values.
struct PropertyInventory: Sendable {
  /// The properties that elements of one kind have.
  struct Kind: Sendable {
    let name: String
    fileprivate(set) var properties: [Property] = []
  }

  /// A property and the type that its values have.
  struct Property: Sendable {
    let name: String
    let type: PropertyType
  }

  /// The kinds whose elements have properties, in the order of the graph.
  private(set) var kinds: [Kind] = []
  /// The names of all kinds together, in the order of the graph.
  private(set) var names: [String] = []
  private var types: [String: PropertyType?] = [:]
  private var kindNumbers: [String: Int] = [:]

  /// Collects the properties of nodes.
  ///
  /// - Complexity: O(*p*) for *p* properties of *n* nodes.
  init(_ nodes: PropertyGraph.Nodes) {
    for node in nodes { add(node.properties, of: node.kind.rawValue) }
  }

  /// Collects the properties of edges.
  ///
  /// - Complexity: O(*p*) for *p* properties of *m* edges.
  init(_ edges: PropertyGraph.Edges) {
    for edge in edges { add(edge.properties, of: edge.kind.rawValue) }
  }

  /// The type of a property, or `nil` if kinds disagree about it.
  func type(of name: String) -> PropertyType? {
    types[name] ?? nil
  }

  private mutating func add(_ properties: [(name: String, value: PropertyValue)], of kind: String) {
    guard !properties.isEmpty else { return }
    let number = number(ofKind: kind)
    for (name, value) in properties
    where !kinds[number].properties.contains(where: { $0.name == name }) {
      kinds[number].properties.append(Property(name: name, type: value.type))
      if let known = types[name] {
        if known != value.type { types[name] = .some(nil) }
      } else {
        names.append(name)
        types[name] = value.type
      }
    }
  }

  private mutating func number(ofKind name: String) -> Int {
    if let number = kindNumbers[name] { return number }
    kindNumbers[name] = kinds.count
    kinds.append(Kind(name: name))
    return kinds.count - 1
  }
}
