public import AssistanceModel
public import GraphCore

/// What general statements, which name no row, say of a column.
public struct GeneralCoverage: Hashable, Sendable {
  /// Somebody who offers it wherever that may be.
  public struct Provider: Hashable, Sendable {
    /// The actor, or the whole under which it counts.
    public let id: NodeID
    /// Whether the name stands for one actor.
    public let designation: Designation
    /// The relations that say so, in pairs of offer and effect.
    public let edges: [EdgeID]
    /// The facts without a row that say so.
    public let witnesses: [CoverageWitness]

    /// The keys of those facts, each once.
    public var facts: [NodeID] {
      witnesses.indices.filter { index in
        !witnesses[..<index].contains { $0.fact == witnesses[index].fact }
      }.map { witnesses[$0].fact }
    }
  }

  /// The column's node.
  public let column: NodeID
  /// Who offers it, in the order of the graph.
  public let providers: [Provider]
}
