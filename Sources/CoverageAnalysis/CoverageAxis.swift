internal import AssistanceModel
internal import GraphCore

/// The nodes that make the rows, or the columns, of a matrix.
struct CoverageAxis {
  /// The node rows that are asked of, in the order of the graph.
  let nodeRows: [UInt32]
  /// For each node its place on the axis, `other` for one that is not asked of, or `none`.
  let places: [UInt32]

  /// The place of a node that could stand on the axis but is not asked of.
  static let other = UInt32.max - 1
  /// The place of a node that cannot stand on the axis.
  static let none = UInt32.max

  /// Collects the nodes that may stand at the role's end.
  init(_ graph: AssistanceGraph, role: EdgeKind, subkind: String?, only: [NodeID]) {
    let wanted = Set(only.compactMap { graph.graph.row(of: $0) })
    var places = [UInt32](repeating: Self.none, count: graph.graph.nodeCount)
    let kinds = Set(graph.schema.role(role)?.nodeKinds ?? [])
    var nodeRows: [UInt32] = []
    for row in kinds.flatMap({ graph.graph.rows(of: $0) }).sorted() {
      let isKind = subkind.map { graph.graph.nodes[row][.subkind] == $0 } ?? true
      if only.isEmpty ? isKind : wanted.contains(row) {
        places[row] = UInt32(nodeRows.count)
        nodeRows.append(UInt32(row))
      } else if isKind {
        places[row] = Self.other
      }
    }
    self.nodeRows = nodeRows
    self.places = places
  }

  var count: Int { nodeRows.count }

  /// Whether a place is one of the axis.
  static func isAsked(_ place: UInt32) -> Bool { place < other }

  /// The place of a node on the axis; `nil` if it has none.
  func place(of id: NodeID, in graph: AssistanceGraph) -> Int? {
    graph.graph.row(of: id).flatMap { Self.isAsked(places[$0]) ? Int(places[$0]) : nil }
  }
}
