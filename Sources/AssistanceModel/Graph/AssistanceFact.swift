public import GraphCore

/// A statement that somebody assisted: who, with what, for which capacity, where.
public struct AssistanceFact: Sendable {
  /// The node that stands for the fact.
  public let node: Node
  private let graph: AssistanceGraph

  init(node: Node, in graph: AssistanceGraph) {
    self.node = node
    self.graph = graph
  }

  /// The fact's key.
  public var id: NodeID { node.id }
  /// How firmly the source supports it.
  public var basis: Basis { node[.basis] ?? .explicit }
  /// Whether it was done, or only may or should be done.
  public var modality: Modality { node[.modality] ?? .does }
  /// When it was done.
  public var validity: Validity { node.validity }
  /// Where it is stated.
  public var sources: [SourceReference] { node.sources }

  /// Who assisted.
  public var providers: [NodeID] { ends(.provider) }
  /// What was done.
  public var measure: NodeID? { ends(.measure).first }
  /// The form of assistance under which it is filed.
  public var form: NodeID? { ends(.form).first }
  /// The capacities that it builds; empty if the source names none.
  public var inhibitors: [NodeID] { ends(.inhibitor) }
  /// Where it was done; `nil` for a general statement.
  public var countryCase: NodeID? { ends(.countryCase).first }
  /// Who received it.
  public var recipients: [NodeID] { ends(.recipient) }

  /// The nodes at the ends of one role, in the order of the collection.
  public func ends(_ role: EdgeKind) -> [NodeID] {
    graph.incidence.edges(from: id).filter { $0.kind == role }.map(\.to.id)
  }
}
