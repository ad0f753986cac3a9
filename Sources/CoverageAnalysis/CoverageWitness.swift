public import AssistanceModel
public import GraphCore

/// A fact that an answer rests on.
public struct CoverageWitness: Hashable, Sendable {
  /// The fact.
  public let fact: NodeID
  /// The relation through which the fact reaches the column; `nil` if it names it.
  public let via: EdgeID?
  /// The weaker basis of the two.
  public let basis: Basis
  /// Whether it was done; where the relation only may or should hold, its modality.
  public let modality: Modality

  /// Creates a witness.
  public init(fact: NodeID, via: EdgeID?, basis: Basis, modality: Modality) {
    self.fact = fact
    self.via = via
    self.basis = basis
    self.modality = modality
  }

  init(_ graph: AssistanceGraph, fact: Int, via: UInt32, basis: Basis) {
    let relation =
      via == CoverageEntries.Entry.direct ? nil : Edge(graph: graph.graph, row: Int(via))
    self.fact = graph.graph.nodes[Int(graph.facts.nodeRows[fact])].id
    self.via = relation?.id
    self.basis = basis
    modality = weaker(graph.facts.modalities[fact], relation?[.modality] ?? .does)
  }
}

/// A statement that does not count in a cell, and why.
public struct CoverageOmission: Hashable, Sendable {
  /// The statement.
  public let witness: CoverageWitness
  /// Whom it names.
  public let providers: [NodeID]
  /// Why it does not count.
  public let reasons: LeftOut
}
