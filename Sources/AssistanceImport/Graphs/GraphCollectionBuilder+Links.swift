internal import AssistanceModel
internal import GraphCore
internal import GraphInterchange

/// Links as relations and as ends of facts.
extension GraphCollectionBuilder {
  /// A relation with everything by which two links say the same.
  private struct Statement: Hashable {
    let from: NodeID
    let to: NodeID
    let kind: String
    let validity: Validity
    let values: [String]
  }

  mutating func addLinks() throws(GraphError) {
    var links: [(from: NodeID, to: NodeID, element: Element)] = []
    var numbers: [Statement: Int] = [:]
    for (number, edge) in reading.graph.edges.enumerated() where !isRefused(edge) {
      let (from, to) = (identities[edge.from.id], identities[edge.to.id])
      let element = self.element(edge, number)
      guard !reading.isOfPillar else {
        links.append((from, to, element))
        continue
      }
      guard from != to else {
        noteLoop(edge, reading.edgeOrigins[number])
        continue
      }
      // A link without a direction says the same from either end.
      let isSwapped = element["direction"] == .text("undirected") && to < from
      let statement = Statement(
        from: isSwapped ? to : from,
        to: isSwapped ? from : to,
        kind: element.kind,
        validity: element.validity,
        values: element.properties.map { "\($0.name)\u{0}\($0.value)" }
      )
      if let known = numbers[statement] {
        counts.mergedLinks += 1
        links[known].element.sources += element.sources
      } else {
        numbers[statement] = links.count
        links.append((from, to, element))
      }
    }
    let types = Self.types(links.map(\.element))
    for var link in links {
      if !reading.isOfPillar { link.element.sources = link.element.sources.sortedAndJoined() }
      let isEnd = graph[link.from]?.kind == .assistance
      if isEnd {
        counts.endCount += 1
      } else {
        counts.linkKinds[EdgeKind(rawValue: link.element.kind), default: 0] += 1
      }
      try addEdge(from: link.from, to: link.to, link.element, types)
    }
  }

  private mutating func element(_ edge: Edge, _ number: Int) -> Element {
    let origin = reading.edgeOrigins[number]
    let kind = kinds.links[number]
    let fallback = mapping.linkKind ?? .linkedTo
    let rules = AssistanceSchema.properties(of: kind ?? fallback)
    var element = Element(
      kind: (kind ?? fallback).rawValue,
      validity: edge.validity,
      sources: sources(edge.sources, origin, anchor: origin.name)
    )
    guard !reading.isOfPillar else {
      add(edge.properties, by: linkAttributes, rules, to: &element)
      return element
    }
    setTimes(edge.properties, linkAttributes, origin, of: &element)
    let label = kinds.ownAttributes.link
    add(
      edge.properties.filter { $0.name != label || kind == nil },
      by: linkAttributes,
      rules,
      to: &element
    )
    if edge.from.kind != .assistance { state(kind, &element) }
    return element
  }

  /// Says on what a relation rests, unless the file does.
  private mutating func state(_ kind: EdgeKind?, _ element: inout Element) {
    let statesEvidence = element["evidence"] != nil
    if element["basis"] == nil {
      element.add("basis", .text((kind == nil ? Basis.implied : .explicit).rawValue))
    }
    if !statesEvidence, let evidence = mapping.evidence {
      element.add("evidence", .text(evidence.rawValue))
    }
    if kind == nil { counts.unexplainedLinks += 1 }
  }

  private mutating func noteLoop(_ edge: Edge, _ origin: GraphOrigin) {
    counts.loops += 1
    guard counts.loops <= GraphImportCounts.placeLimit else { return }
    counts.doubts.append(
      Diagnostic(
        .warning,
        at: place(origin),
        "“\(edge.from.id.rawValue.prefix(60))” is linked with itself (\(edge.kind)); no relation was "
          + "made"
      )
    )
  }
}
