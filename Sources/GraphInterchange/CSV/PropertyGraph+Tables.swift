public import GraphCore
internal import TabularText

extension PropertyGraph {
  /// Writes the nodes as comma-separated text with the heading that Gephi expects.
  ///
  /// A node is a record, a property a column: `Documentation/Formats/csv.md` describes them.
  ///
  /// - Returns: The UTF-8 text.
  /// - Complexity: O(*n* · *c*) for *n* nodes and *c* columns.
  public func nodeTable() -> [UInt8] {
    var bytes: [UInt8] = []
    writeNodeTable { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Writes the edges as comma-separated text with the heading that Gephi expects.
  ///
  /// An edge is a record, a property a column: `Documentation/Formats/csv.md` describes them.
  ///
  /// - Returns: The UTF-8 text.
  /// - Complexity: O(*m* · *c*) for *m* edges and *c* columns.
  public func edgeTable() -> [UInt8] {
    var bytes: [UInt8] = []
    writeEdgeTable { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Writes the table of nodes and hands the text over in chunks.
  ///
  /// - Parameter sink: Takes the next records, about 64 KiB.
  /// - Throws: What `sink` throws.
  /// - Complexity: O(*n* · *c*) for *n* nodes and *c* columns; memory for one chunk.
  public func writeNodeTable<Failure>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let names = PropertyInventory(nodes).names
    var table = TableWriter(
      ["Id", "Label", "kind", "from", "until", "sources"],
      properties: names,
      naming: ColumnName.ofNodeProperty
    )
    for node in nodes {
      let fixed = [node.id.rawValue, node.label, node.kind.rawValue]
      table.append(fixed, node.validity, node.sources, node.properties)
      try table.handOver(ifAtLeast: chunkSize, to: sink)
    }
    try table.handOver(to: sink)
  }

  /// Writes the table of edges and hands the text over in chunks.
  ///
  /// - Parameter sink: Takes the next records, about 64 KiB.
  /// - Throws: What `sink` throws.
  /// - Complexity: O(*m* · *c*) for *m* edges and *c* columns; memory for one chunk.
  public func writeEdgeTable<Failure>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let names = PropertyInventory(edges).names
    var table = TableWriter(
      ["Id", "Source", "Target", "Type", "kind", "from", "until", "sources"],
      properties: names,
      naming: ColumnName.ofEdgeProperty
    )
    for edge in edges {
      let ends = [edge.from.id.rawValue, edge.to.id.rawValue]
      let fixed = [String(edge.id.rawValue)] + ends + ["Directed", edge.kind.rawValue]
      table.append(fixed, edge.validity, edge.sources, edge.properties)
      try table.handOver(ifAtLeast: chunkSize, to: sink)
    }
    try table.handOver(to: sink)
  }
}
