internal import AssistanceModel
internal import GraphCore

/// Counts a part as its whole.
struct RollUp {
  /// The row under which each node counts.
  let top: [UInt32]

  /// Follows a relation upwards from every node; of several wholes the one added first counts.
  ///
  /// A circle is left at the node where it closes.
  init(_ graph: AssistanceGraph, through relation: EdgeKind?) {
    let nodeCount = graph.graph.nodeCount
    guard let relation else {
      top = Array(0..<UInt32(nodeCount))
      return
    }
    var parents = [UInt32?](repeating: nil, count: nodeCount)
    let tables = graph.graph.tables
    if let number = tables.edges.kindTable.number(of: relation) {
      for (row, kind) in tables.edges.kinds.enumerated() where kind == number {
        let (part, whole) = (Int(tables.edges.from[row]), tables.edges.to[row])
        let isSameKind = tables.nodes.kinds[part] == tables.nodes.kinds[Int(whole)]
        if parents[part] == nil, isSameKind { parents[part] = whole }
      }
    }
    top = (0..<nodeCount).map { start in
      var row = UInt32(start)
      var steps = 0
      while let parent = parents[Int(row)], steps < nodeCount {
        row = parent
        steps += 1
      }
      return steps < nodeCount ? row : UInt32(start)
    }
  }
}
