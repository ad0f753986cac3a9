public import AssistanceModel
public import GraphCore

/// A fact written out: its node and the edges to its ends.
public func fact(
  _ id: NodeID,
  by providers: [NodeID] = [],
  with measure: NodeID? = nil,
  for inhibitors: [NodeID] = [],
  in countryCase: NodeID? = nil,
  basis: Basis = .explicit,
  modality: Modality = .does,
  evidence: EvidenceClass? = nil,
  valid validity: Validity = .always
) -> [GraphElement] {
  let (basis, modality) = (
    PropertyValue.text(basis.rawValue), PropertyValue.text(modality.rawValue)
  )
  let start =
    if let evidence {
      node(
        id,
        .assistance,
        ["basis": basis, "modality": modality, "evidence": .text(evidence.rawValue)],
        valid: validity
      )
    } else {
      node(id, .assistance, ["basis": basis, "modality": modality], valid: validity)
    }
  let ends: [(EdgeKind, [NodeID])] = [
    (.provider, providers), (.measure, [measure].compactMap(\.self)), (.inhibitor, inhibitors),
    (.countryCase, [countryCase].compactMap(\.self)),
  ]
  return [start] + ends.flatMap { kind, ends in ends.map { edge(id, kind, $0) } }
}

/// Nodes of one kind without properties.
public func nodes(_ ids: [NodeID], _ kind: NodeKind) -> [GraphElement] {
  ids.map { node($0, kind) }
}

/// A class of actors or a placeholder.
public func actor(_ id: NodeID, _ designation: Designation) -> GraphElement {
  node(id, .actor, ["designation": .text(designation.rawValue)])
}

/// A checked graph, written out.
public func assistance(
  against schema: AssistanceSchema = .standard,
  @GraphBuilder _ elements: () -> [GraphElement]
) throws -> AssistanceGraph {
  try AssistanceGraph(checking: PropertyGraph(elements), against: schema)
}

/// The span of one date.
public func during(_ text: String) -> Validity {
  guard let date = PartialDate(text) else { preconditionFailure("“\(text)” is no date") }
  return Validity(in: date)
}
