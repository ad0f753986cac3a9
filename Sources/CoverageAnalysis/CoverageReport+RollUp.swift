internal import AssistanceModel
package import GraphCore

extension CoverageReport {
  /// Under which node an actor counts: its whole where parts count as wholes, else the actor itself.
  ///
  /// - Parameter actor: A node of the graph.
  /// - Returns: The node, or the actor itself if it is not in the graph.
  package func counted(as actor: NodeID) -> NodeID {
    guard let row = graph.graph.row(of: actor) else { return actor }
    return graph.graph.nodes[Int(rollUp.top[Int(row)])].id
  }
}
