internal import AssistanceModel
internal import GraphCore

/// Counts a part as its whole.
struct RollUp {
  /// The row under which each node counts.
  let top: [UInt32]

  private static let none = UInt32.max

  /// Follows a relation upwards from every node; of several wholes the one added first counts.
  ///
  /// A whole is of the same kind as its part and, where the part is named, named too: a name is not
  /// lost in a class. Relations that do not hold in the period are not followed. On a circle every
  /// node counts by itself, and one that leads into it counts as the node where it enters.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* relations.
  init(_ graph: AssistanceGraph, through relation: EdgeKind?, in period: Validity?) {
    let nodeCount = graph.graph.nodeCount
    guard let relation else {
      top = Array(0..<UInt32(nodeCount))
      return
    }
    var parents = [UInt32](repeating: Self.none, count: nodeCount)
    let tables = graph.graph.tables
    for edge in graph.graph.edges(of: relation) {
      let (part, whole) = (edge.from.row, edge.to.row)
      guard parents[part] == Self.none, part != whole,
        tables.nodes.kinds[part] == tables.nodes.kinds[whole],
        period.map({ edge.validity.overlaps($0) }) ?? true,
        edge.to.isNamed || !edge.from.isNamed
      else { continue }
      parents[part] = UInt32(whole)
    }
    top = Self.tops(parents)
  }

  private static func tops(_ parents: [UInt32]) -> [UInt32] {
    var tops = [UInt32](repeating: none, count: parents.count)
    /// In which walk a node was met; the number of a walk is the row of its start.
    var walks = tops
    var path: [UInt32] = []
    for start in parents.indices where tops[start] == none {
      path.removeAll(keepingCapacity: true)
      var row = UInt32(start)
      while tops[Int(row)] == none, walks[Int(row)] != start, parents[Int(row)] != none {
        walks[Int(row)] = UInt32(start)
        path.append(row)
        row = parents[Int(row)]
      }
      if tops[Int(row)] == none, walks[Int(row)] == start {
        // The walk came back to a node of its own: from there on it is a circle.
        while let last = path.popLast() {
          tops[Int(last)] = last
          if last == row { break }
        }
      } else if tops[Int(row)] == none {
        tops[Int(row)] = row
      }
      for part in path { tops[Int(part)] = tops[Int(row)] }
    }
    return tops
  }
}

extension Node {
  /// Whether the name stands for one actor.
  var isNamed: Bool { (self[.designation] ?? .named) == .named }
}
