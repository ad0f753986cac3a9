/// A Steiner graph as it stands, with vertices numbered anew and rows one after the other.
struct SteinerRows<Cost: GridCost>: Sendable {
  /// Where each row starts, and at the end the number of arcs.
  private(set) var starts: [UInt32] = [0]
  /// Where each arc ends.
  private(set) var heads: [UInt32] = []
  /// The cost of each arc.
  private(set) var costs: [Cost] = []
  /// The same edge the other way.
  private(set) var twins: [UInt32] = []
  /// The edge of each arc in the graph.
  private(set) var edges: [UInt32] = []
  /// What each vertex was called in the graph.
  private(set) var names: [UInt32] = []
  private(set) var isTerminal: [Bool] = []
  /// The terminals, ascending.
  private(set) var terminals: [UInt32] = []

  var vertexCount: Int { names.count }
  var arcCount: Int { heads.count }

  init(_ graph: SteinerGraph<Cost>) {
    var numbers = [UInt32](repeating: .max, count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount where graph.degrees[vertex] > 0 || graph.isTerminal[vertex]
    {
      numbers[vertex] = UInt32(truncatingIfNeeded: names.count)
      if graph.isTerminal[vertex] { terminals.append(numbers[vertex]) }
      isTerminal.append(graph.isTerminal[vertex])
      names.append(UInt32(truncatingIfNeeded: vertex))
    }
    var places = [UInt32](repeating: .max, count: graph.edgeSlots)
    for vertex in names {
      var arc = graph.first[Int(vertex)]
      while arc != .max {
        let edge = Int(arc >> 1)
        let place = UInt32(truncatingIfNeeded: heads.count)
        heads.append(numbers[Int(graph.heads[Int(arc)])])
        costs.append(graph.costs[edge])
        edges.append(UInt32(truncatingIfNeeded: edge))
        twins.append(places[edge])
        if places[edge] == .max { places[edge] = place } else { twins[Int(places[edge])] = place }
        arc = graph.next[Int(arc)]
      }
      starts.append(UInt32(truncatingIfNeeded: heads.count))
    }
  }

  @inline(__always)
  func row(_ vertex: Int) -> Range<Int> { Int(starts[vertex])..<Int(starts[vertex + 1]) }
}
