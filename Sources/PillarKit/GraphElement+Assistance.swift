public import AssistanceModel
public import GraphCore

/// Writes out a node with its name for a small graph in a script.
///
///     node("undp", .actor, named: "UN Development Programme", alsoCalled: ["UNDP"])
///
/// - Parameters:
///   - id: The node's key.
///   - kind: What the node is.
///   - name: What people call it.
///   - aliases: Other names.
///   - sources: Where it is stated.
/// - Returns: An element for the builder of `PropertyGraph`.
/// - Complexity: O(*a*) for *a* aliases.
public func node(
  _ id: NodeID,
  _ kind: NodeKind,
  named name: String,
  alsoCalled aliases: [String] = [],
  from sources: [SourceReference] = []
) -> GraphElement {
  aliases.isEmpty
    ? node(id, kind, ["name": .text(name)], from: sources)
    : node(id, kind, ["name": .text(name), "aliases": .texts(aliases)], from: sources)
}

/// Writes out a fact for a small graph in a script: who did what, for which capacity, where.
///
/// It becomes a node and an edge to each of its ends, as a line of `assistance.csv` does. Ends of
/// which a fact may have several are lists.
///
///     assistance(
///       "radio", by: ["undp"], of: "training", for: ["media"], in: "guyana",
///       from: [SourceReference(document: "survey")]
///     )
///
/// - Parameters:
///   - id: The fact's key.
///   - providers: Who assisted.
///   - measure: What was done.
///   - form: The form of assistance under which it is filed.
///   - inhibitors: The capacities that it builds.
///   - countryCase: Where it was done.
///   - recipients: Who received it.
///   - basis: How firmly the source supports it.
///   - modality: Whether it was done.
///   - validity: When it was done.
///   - note: What a reader should know besides.
///   - sources: Where it is stated.
/// - Returns: Elements for the builder of `PropertyGraph`.
/// - Complexity: O(*e*) for *e* ends.
public func assistance(
  _ id: NodeID,
  by providers: [NodeID],
  of measure: NodeID? = nil,
  under form: NodeID? = nil,
  for inhibitors: [NodeID] = [],
  in countryCase: NodeID? = nil,
  to recipients: [NodeID] = [],
  basis: Basis = .explicit,
  modality: Modality = .does,
  valid validity: Validity = .always,
  note: String? = nil,
  from sources: [SourceReference] = []
) -> [GraphElement] {
  let certainty = [basis.propertyValue, modality.propertyValue]
  let fact =
    if let note {
      node(
        id,
        .assistance,
        ["basis": certainty[0], "modality": certainty[1], "note": .text(note)],
        valid: validity,
        from: sources
      )
    } else {
      node(
        id,
        .assistance,
        ["basis": certainty[0], "modality": certainty[1]],
        valid: validity,
        from: sources
      )
    }
  let ends: [(role: EdgeKind, ids: [NodeID])] = [
    (.provider, providers), (.measure, [measure].compactMap(\.self)),
    (.form, [form].compactMap(\.self)), (.inhibitor, inhibitors),
    (.countryCase, [countryCase].compactMap(\.self)), (.recipient, recipients),
  ]
  return [fact]
    + ends.flatMap { role, ids in
      ids.map { edge(id, role, $0, valid: validity, from: sources) }
    }
}
