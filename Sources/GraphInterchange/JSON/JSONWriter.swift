internal import GraphCore

/// Writes a graph as JSON, one line for each node and each edge.
struct JSONWriter: GraphWriter {
  var buffer: [UInt8] = []
  private let title: String?
  private let nodeProperties: PropertyInventory
  private let edgeProperties: PropertyInventory
  private var isFirst = true

  init(_ graph: PropertyGraph, title: String?) {
    self.title = title
    nodeProperties = PropertyInventory(graph.nodes)
    edgeProperties = PropertyInventory(graph.edges)
  }

  mutating func begin() {
    buffer.append("{\n\"format\": \"pillar-graph\",\n\"version\": 1,\n")
    buffer.append("\"directed\": true,\n\"multigraph\": true,\n")
    if let title {
      buffer.append("\"title\": ")
      buffer.append(quoted: title)
      buffer.append(",\n")
    }
    buffer.append("\"types\": {\n\"nodes\": ")
    append(nodeProperties)
    buffer.append(",\n\"edges\": ")
    append(edgeProperties)
    buffer.append("\n},\n\"nodes\": [")
    isFirst = true
  }

  mutating func append(_ node: Node) {
    separate()
    buffer.append("{\"id\":")
    buffer.append(quoted: node.id.rawValue)
    buffer.append(",\"kind\":")
    buffer.append(quoted: node.kind.rawValue)
    append(node.properties, node.validity, node.sources)
  }

  mutating func beginEdges() {
    buffer.append("\n],\n\"edges\": [")
    isFirst = true
  }

  mutating func append(_ edge: Edge) {
    separate()
    buffer.append("{\"id\":")
    buffer.append(String(edge.id.rawValue))
    buffer.append(",\"source\":")
    buffer.append(quoted: edge.from.id.rawValue)
    buffer.append(",\"target\":")
    buffer.append(quoted: edge.to.id.rawValue)
    buffer.append(",\"kind\":")
    buffer.append(quoted: edge.kind.rawValue)
    append(edge.properties, edge.validity, edge.sources)
  }

  mutating func end() {
    buffer.append("\n]\n}\n")
  }

  /// Starts a line; the one before it gets its comma.
  private mutating func separate() {
    if isFirst { buffer.append("\n") } else { buffer.append(",\n") }
    isFirst = false
  }

  private mutating func append(
    _ properties: [(name: String, value: PropertyValue)],
    _ validity: Validity,
    _ sources: [SourceReference]
  ) {
    buffer.append(",\"properties\":{")
    for (index, property) in properties.enumerated() {
      if index > 0 { buffer.append(",") }
      buffer.append(quoted: property.name)
      buffer.append(":")
      buffer.append(json: property.value)
    }
    buffer.append("}")
    append(date: validity.from, as: ",\"from\":")
    append(date: validity.until, as: ",\"until\":")
    buffer.append(",\"sources\":[")
    for (index, source) in sources.enumerated() {
      if index > 0 { buffer.append(",") }
      buffer.append(json: source)
    }
    buffer.append("]}")
  }

  private mutating func append(date: PartialDate?, as name: String) {
    guard let date else { return }
    buffer.append(name)
    buffer.append(quoted: date.description)
  }

  /// The types of properties by kind, a kind on each line.
  private mutating func append(_ inventory: PropertyInventory) {
    buffer.append("{")
    for (index, kind) in inventory.kinds.enumerated() {
      if index > 0 { buffer.append(",") }
      buffer.append("\n")
      buffer.append(quoted: kind.name)
      buffer.append(":{")
      for (index, property) in kind.properties.enumerated() {
        if index > 0 { buffer.append(",") }
        buffer.append(quoted: property.name)
        buffer.append(":")
        buffer.append(quoted: property.type.rawValue)
      }
      buffer.append("}")
    }
    buffer.append("}")
  }
}
