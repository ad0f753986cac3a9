/// Which edges start and end at each node: built once for a question, for a graph that stays.
///
/// Edges of a node come in the order in which they were added.
public struct Incidence: Sendable {
  /// The graph whose edges these are.
  public let graph: PropertyGraph
  private let outStarts: [UInt32]
  private let outRows: [UInt32]
  private let inStarts: [UInt32]
  private let inRows: [UInt32]

  /// Collects the edges of every node.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public init(_ graph: PropertyGraph) {
    self.graph = graph
    (outStarts, outRows) = Self.grouped(graph.tables.edges.from, nodeCount: graph.nodeCount)
    (inStarts, inRows) = Self.grouped(graph.tables.edges.to, nodeCount: graph.nodeCount)
  }

  /// The edges that start at a node; empty if the node is unknown.
  public func edges(from id: NodeID) -> [Edge] {
    guard let row = graph.row(of: id) else { return [] }
    return outgoing(row).map { Edge(graph: graph, row: Int($0)) }
  }

  /// The edges that end at a node; empty if the node is unknown.
  public func edges(to id: NodeID) -> [Edge] {
    guard let row = graph.row(of: id) else { return [] }
    return incoming(row).map { Edge(graph: graph, row: Int($0)) }
  }

  package func outgoing(_ row: Int) -> ArraySlice<UInt32> {
    outRows[Int(outStarts[row])..<Int(outStarts[row + 1])]
  }

  package func incoming(_ row: Int) -> ArraySlice<UInt32> {
    inRows[Int(inStarts[row])..<Int(inStarts[row + 1])]
  }

  /// Sorts edge rows by one of their ends with a counting sort, which keeps their order.
  private static func grouped(_ ends: [UInt32], nodeCount: Int) -> ([UInt32], [UInt32]) {
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    for end in ends { starts[Int(end) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var rows = [UInt32](repeating: 0, count: ends.count)
    for (row, end) in ends.enumerated() {
      rows[Int(next[Int(end)])] = UInt32(row)
      next[Int(end)] += 1
    }
    return (starts, rows)
  }
}
