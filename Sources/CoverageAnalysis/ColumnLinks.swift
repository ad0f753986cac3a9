internal import AssistanceModel
internal import GraphCore

/// The columns that a relation leads to from each node.
struct ColumnLinks {
  struct Link {
    let column: UInt32
    let edge: UInt32
    let basis: Basis
    /// Why the relation does not count; empty if it does.
    let reasons: LeftOut
  }

  /// The links of all nodes, run after run.
  let links: [Link]
  /// Where the run of each node starts and ends in `links`.
  private let runs: [SIMD2<UInt32>]

  /// Collects relations to columns, those that are not asked of among them.
  init(_ graph: AssistanceGraph, _ relation: EdgeKind, to columns: CoverageAxis, in scope: Scope) {
    let edges = graph.graph.edges(of: relation).filter {
      columns.places[$0.to.row] != CoverageAxis.none
    }
    var runs = [SIMD2<UInt32>](repeating: .zero, count: columns.places.count)
    for edge in edges { runs[edge.from.row].y += 1 }
    var start: UInt32 = 0
    for row in runs.indices {
      let count = runs[row].y
      runs[row] = SIMD2(start, start)
      start += count
    }
    var order = [Int](repeating: 0, count: edges.count)
    for (number, edge) in edges.enumerated() {
      order[Int(runs[edge.from.row].y)] = number
      runs[edge.from.row].y += 1
    }
    links = order.map { number in
      let edge = edges[number]
      return Link(
        column: columns.places[edge.to.row],
        edge: UInt32(edge.row),
        basis: edge[.basis] ?? .explicit,
        reasons: scope.leftOut(edge)
      )
    }
    self.runs = runs
  }

  /// The places in ``links`` of the links from a node, in the order of the graph.
  func run(_ row: UInt32) -> Range<Int> {
    Int(runs[Int(row)].x)..<Int(runs[Int(row)].y)
  }
}

extension FactTable.Ends {
  /// The places in `rows` of a fact's ends: a range costs no count of references.
  func run(_ fact: Int) -> Range<Int> {
    Int(starts[fact])..<Int(starts[fact + 1])
  }
}
