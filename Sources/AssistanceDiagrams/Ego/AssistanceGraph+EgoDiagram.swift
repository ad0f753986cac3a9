public import AssistanceModel
public import GraphCore

extension AssistanceGraph {
  /// Draws a node with everything it is tied to: what points to it on the left, what it points to
  /// on the right, and the facts with it at one of their ends.
  ///
  /// Up to 36 neighbours on a side are drawn one by one. Of more, each relation shows its first
  /// twelve and says how many there are besides; by family it shows five, in full detail all.
  ///
  ///     let diagram = collection.graph.egoDiagram(of: "undp", DiagramOptions(collection.metadata))
  ///
  /// - Parameters:
  ///   - id: The node.
  ///   - options: Colours, detail, title and sources.
  /// - Returns: The picture, for the engine `dot`, or `nil` if the graph has no such node.
  /// - Complexity: O(*m*) for *m* edges of the node.
  public func egoDiagram(
    of id: NodeID,
    _ options: DiagramOptions = DiagramOptions()
  ) -> AssistanceDiagram? {
    guard graph[id] != nil else { return nil }
    return EgoPicture(id, in: self, options).diagram()
  }
}
