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
    nodeKeys = Self.keys(of: ofNodes, prefix: "n.", naming: ColumnName.ofNodeProperty)
    edgeKeys = Self.keys(of: ofEdges, prefix: "e.", naming: ColumnName.ofEdgeProperty)
  }

  mutating func begin() {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n")
    buffer.append("  xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n")
    buffer.append("  xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns\n")
    buffer.append("    http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n")
    if title != nil { declare("title", as: "title", for: "graph") }
    declare("kind", as: "kind", for: "node")
    declare("label", as: "label", for: "node")
    if hasEncodedKeys { declare("key", as: "key", for: "node") }
    declare("from", as: "from", for: "node")
    declare("until", as: "until", for: "node")
    declare("sources", as: "sources", for: "node")
    declare(nodeNames, nodeKeys, for: "node")
    declare("e-kind", as: "kind", for: "edge")
    declare("e-from", as: "from", for: "edge")
    declare("e-until", as: "until", for: "edge")
    declare("e-sources", as: "sources", for: "edge")
    declare(edgeNames, edgeKeys, for: "edge")
    buffer.append("  <graph id=\"G\" edgedefault=\"directed\">\n")
    if let title {
      buffer.append("    ")
      data("title", title)
      buffer.append("\n")
    }
  }

  mutating func append(_ node: Node) {
    let id = node.id.rawValue
    let token = NameToken.encoding(id)
    buffer.append("    <node id=\"")
    buffer.append(token)
    buffer.append("\">")
    data("kind", node.kind.rawValue)
    data("label", node.label)
    if token.utf8.count != id.utf8.count { data("key", id) }
    data("from", node.validity.from)
    data("until", node.validity.until)
    if !node.sources.isEmpty { data("sources", node.sources.plainText) }
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
    data("e-kind", edge.kind.rawValue)
    data("e-from", edge.validity.from)
    data("e-until", edge.validity.until)
    if !edge.sources.isEmpty { data("e-sources", edge.sources.plainText) }
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
      if let key = keys[name] { declare(key.id, as: key.name, for: element, type: key.type) }
    }
  }

  private mutating func declare(
    _ id: String,
    as name: String,
    for element: String,
    type: String = "string"
  ) {
    let token = NameToken.encoding(name)
    buffer.append("  <key id=\"")
    buffer.append(id)
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

  private static func keys(
    of inventory: PropertyInventory,
    prefix: String,
    naming: (String) -> String
  ) -> [String: Key] {
    var keys: [String: Key] = [:]
    for (number, name) in inventory.names.enumerated() {
      keys[name] = Key(
        id: "\(prefix)\(number)",
        name: naming(name),
        type: attributeType(inventory.type(of: name))
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
