/// Where a node or an edge of a graph that was read stands in its file.
package struct GraphOrigin: Hashable, Sendable {
  /// The number of the file, counted from 0.
  package let file: Int
  /// The line, if it is known.
  package let line: Int?
  /// The row of a table, as a spreadsheet counts them.
  package let row: Int?
  /// What the file calls an edge.
  package let name: String?
  /// Whether only edges name the node.
  package let isImplied: Bool
}

extension GraphDraft {
  /// The places of the nodes and of the edges, in the order of the graph.
  func origins(_ finder: PlaceFinder) -> (nodes: [GraphOrigin], edges: [GraphOrigin]) {
    func origin(_ place: ReadingPlace, _ name: String?, isImplied: Bool) -> GraphOrigin {
      GraphOrigin(
        file: place.file,
        line: finder.line(of: place),
        row: place.row,
        name: name,
        isImplied: isImplied
      )
    }
    return (
      nodes.map { origin($0.content.place, nil, isImplied: $0.isImplied) },
      edges.map { origin($0.content.place, $0.name, isImplied: false) }
    )
  }
}
