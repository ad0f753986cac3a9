internal import AssistanceModel
internal import CoordinationAnalysis
internal import GraphCore
internal import NetworkAlgorithms

/// Says in a picture's words which actors and links were looked at.
struct GroupScopeWords {
  let network: CoordinationNetwork
  let graph: AssistanceGraph

  /// The lines that stand below what was found.
  ///
  /// - Parameter drawn: The classes of evidence of the links that are drawn or counted.
  /// - Returns: What makes the picture weak, and what was searched.
  func lines(_ drawn: Set<EvidenceClass>) -> [DiagramFrame.Line] {
    var lines: [DiagramFrame.Line] = []
    if drawn.contains(.coPresence) {
      lines.append(
        .init(
          text: "Weak: some links are co-presence. Who works in the same place need not know of"
            + " each other; this then shows who works where, and not who coordinates.",
          role: .gapText,
          isBold: true
        )
      )
    }
    lines.append(.init(text: searched))
    return lines
  }

  private var searched: String {
    let scope = network.scope
    let classes = EvidenceClass.allCases.filter { scope.evidence.contains($0) }
    var parts = [
      "\(counted(network.actors.count, "actor")) and"
        + " \(counted(network.network.linkCount, "link")) by"
        + " \(classes.map(\.rawValue).joined(separator: " or ")) evidence",
      scope.kinds == Set(graph.schema.linkKinds + [.provider])
        ? "every kind of relation but those that only file or cite"
        : "kinds: " + network.searched.kinds.map(\.rawValue.plainWords).joined(separator: ", "),
      "links walked both ways",
    ]
    if let period = scope.period { parts.append("holding \(period)") }
    if !scope.avoiding.isEmpty {
      let names = scope.avoiding.sorted().map { graph.name(of: $0).visible }
      parts.append("without " + listed(names))
    }
    parts.append(
      scope.passesClasses
        ? "classes of actors taken in, unnamed ones left out"
        : "classes of actors and unnamed ones left out"
    )
    return "Searched: " + parts.joined(separator: "; ") + "."
  }

  /// The keys of the documents that steps rest on.
  func documents(_ steps: [PathStep]) -> Set<String> {
    Set(
      steps.flatMap(\.witnesses).flatMap { witness -> [SourceReference] in
        switch witness {
        case .relation(let id): graph.graph[id]?.sources ?? []
        case .fact(let id, _, _): graph.graph[id]?.sources ?? []
        }
      }
      .map(\.document)
    )
  }

  /// A card for an actor.
  func card(_ actor: NodeID, _ id: String, caption: String = "") -> DiagramCard {
    var card = DiagramCard(
      id: id,
      part: .actor,
      name: graph.name(of: actor),
      element: id
    )
    if !caption.isEmpty { card.caption = [.init(text: caption)] }
    card.isUnnamed = (graph.graph[actor]?[.designation] ?? .named) != .named
    return card
  }
}
