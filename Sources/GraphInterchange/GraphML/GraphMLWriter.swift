internal import GraphCore

/// Writes a graph as GraphML: all keys, then the nodes, then the edges.
struct GraphMLWriter: GraphWriter {
  /// An attribute of nodes or of edges, and its key in the file.
  private struct Key {
    let id: String
    let name: String
    let type: String
  }

  var buffer: [UInt8] = []
  private let title: String?
  private let hasEncodedKeys: Bool
  private let nodeNames: [String]
  private let edgeNames: [String]
  private let nodeKeys: [String: Key]
  private let edgeKeys: [String: Key]

  init(_ graph: PropertyGraph, title: String?) {
    self.title = title
    hasEncodedKeys = graph.nodes.contains {
      NameToken.encoding($0.id.rawValue).utf8.count != $0.id.rawValue.utf8.count
    }
    let ofNodes = PropertyInventory(graph.nodes)
    let ofEdges = PropertyInventory(graph.edges)
    nodeNames = ofNodes.names
    edgeNames = ofEdges.names
    nodeKeys = Self.keys(of: ofNodes, for: "node", naming: ColumnName.ofNodeProperty)
    edgeKeys = Self.keys(of: ofEdges, for: "edge", naming: ColumnName.ofEdgeProperty)
  }

  mutating func begin() {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n")
    buffer.append("  xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n")
    buffer.append("  xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns\n")
    buffer.append("    http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n")
    for name in ["kind", "label"] { declare(name, for: "node") }
    if hasEncodedKeys { declare("key", for: "node") }
    for name in ["from", "until", "sources"] { declare(name, for: "node") }
    declare(nodeNames, nodeKeys, for: "node")
    for name in ["kind", "from", "until", "sources"] { declare(name, for: "edge") }
    declare(edgeNames, edgeKeys, for: "edge")
    buffer.append("  <graph id=\"G\" edgedefault=\"directed\">\n")
    if let title {
      // A key for graphs would hold it too, but Gephi reports each one as an error.
      buffer.append("    <desc>")
      buffer.append(xml: title)
      buffer.append("</desc>\n")
    }
  }

  mutating func append(_ node: Node) {
    let id = node.id.rawValue
    let token = NameToken.encoding(id)
    buffer.append("    <node id=\"")
    buffer.append(token)
    buffer.append("\">")
    data("node.kind", node.kind.rawValue)
    data("node.label", node.label)
    if token.utf8.count != id.utf8.count { data("node.key", id) }
    data("node.from", node.validity.from)
    data("node.until", node.validity.until)
    if !node.sources.isEmpty { data("node.sources", node.sources.plainText) }
    append(node.properties, nodeKeys)
    buffer.append("</node>\n")
  }

  mutating func beginEdges() {}

  mutating func append(_ edge: Edge) {
    buffer.append("    <edge id=\"e")
    buffer.append(String(edge.id.rawValue))
    buffer.append("\" source=\"")
    buffer.append(NameToken.encoding(edge.from.id.rawValue))
    buffer.append("\" target=\"")
    buffer.append(NameToken.encoding(edge.to.id.rawValue))
    buffer.append("\">")
    data("edge.kind", edge.kind.rawValue)
    data("edge.from", edge.validity.from)
    data("edge.until", edge.validity.until)
    if !edge.sources.isEmpty { data("edge.sources", edge.sources.plainText) }
    append(edge.properties, edgeKeys)
    buffer.append("</edge>\n")
  }

  mutating func end() {
    buffer.append("  </graph>\n</graphml>\n")
  }

  private mutating func append(
    _ properties: [(name: String, value: PropertyValue)],
    _ keys: [String: Key]
  ) {
    for (name, value) in properties {
      if let key = keys[name] { data(key.id, value.plainText) }
    }
  }

  private mutating func data(_ key: String, _ date: PartialDate?) {
    if let date { data(key, date.description) }
  }

  private mutating func data(_ key: String, _ text: String) {
    buffer.append("<data key=\"")
    buffer.append(key)
    buffer.append("\">")
    buffer.append(xml: text)
    buffer.append("</data>")
  }

  // MARK: Keys

  private mutating func declare(
    _ names: [String],
    _ keys: [String: Key],
    for element: String
  ) {
    for name in names {
      if let key = keys[name] { declare(key.name, for: element, type: key.type) }
    }
  }

  /// Declares an attribute; its key is named after it, as Gephi takes the key for the column.
  private mutating func declare(_ name: String, for element: String, type: String = "string") {
    let token = NameToken.encoding(name)
    buffer.append("  <key id=\"")
    buffer.append(Self.keyID(of: name, for: element))
    buffer.append("\" for=\"")
    buffer.append(element)
    buffer.append("\" attr.name=\"")
    buffer.append(token)
    buffer.append("\" attr.type=\"")
    buffer.append(type)
    if token.utf8.count == name.utf8.count {
      buffer.append("\"/>\n")
    } else {
      buffer.append("\"><desc>")
      buffer.append(xml: name)
      buffer.append("</desc></key>\n")
    }
  }

  private static func keyID(of name: String, for element: String) -> String {
    element + "." + NameToken.encoding(name)
  }

  private static func keys(
    of inventory: PropertyInventory,
    for element: String,
    naming: (String) -> String
  ) -> [String: Key] {
    var keys: [String: Key] = [:]
    for property in inventory.names {
      let name = naming(property)
      keys[property] = Key(
        id: keyID(of: name, for: element),
        name: name,
        type: attributeType(inventory.type(of: property))
      )
    }
    return keys
  }

  /// A property about whose type kinds disagree is a string: a reader holds one type for a name.
  private static func attributeType(_ type: PropertyType?) -> String {
    switch type {
    case .integer: "long"
    case .decimal: "double"
    case .flag: "boolean"
    case .text, .texts, .date, nil: "string"
    }
  }
}
