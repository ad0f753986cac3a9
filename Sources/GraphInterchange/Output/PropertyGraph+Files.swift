public import GraphCore

extension PropertyGraph {
  /// Writes the graph in a general format.
  ///
  /// Equal graphs give equal bytes.
  ///
  ///     graph.files(as: .json).map(\.name)  // ["graph.json"]
  ///     graph.files(as: .csv).map(\.name)  // ["nodes.csv", "edges.csv"]
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - title: What people call the graph; CSV has no place for it.
  /// - Returns: One file, or for CSV the table of nodes and the table of edges.
  /// - Complexity: O(*b*) for *b* bytes of output, which are held in memory; the functions that
  ///   take a sink hold one chunk at a time.
  public func files(as format: GraphFormat, title: String? = nil) -> [GraphFile] {
    switch format {
    case .json: [GraphFile(name: "graph.json", bytes: json(title: title))]
    case .graphml: [GraphFile(name: "graph.graphml", bytes: graphML(title: title))]
    case .csv:
      [
        GraphFile(name: "nodes.csv", bytes: nodeTable()),
        GraphFile(name: "edges.csv", bytes: edgeTable()),
      ]
    }
  }
}
