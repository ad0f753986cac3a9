internal import DOTFormat
internal import GraphCore

/// A line of the coordination diagram.
struct CoordinationLine {
  /// What a line says.
  enum Kind: String, CaseIterable {
    case provides, strengthens, reported, unnamed, gap
  }

  let kind: Kind
  /// The identifiers of the nodes.
  let from: String
  let to: String
  /// The facts that back it; none for a gap.
  let facts: [NodeID]
  /// The most facts of any line between the same columns.
  var mostFacts = 0
  /// How many gaps it stands for.
  let gaps: Int
  /// What it says, in words.
  let tooltip: String

  /// The share of pairs that are gaps, for a line that stands for several.
  var share = 1.0
  /// Whether the line stands for the pairs between two families.
  var isGathered = false

  /// The edge in DOT.
  func edge(_ theme: DiagramTheme) -> DOTEdge {
    var attributes: DOTAttributes = [
      "class": .text(kind.rawValue), "tooltip": .tooltip(tooltip.shortened(to: 2000)),
    ]
    switch kind {
    case .provides, .strengthens:
      let role: DiagramTheme.Role = kind == .provides ? .actorLine : .formLine
      attributes["color"] = .text(theme.colour(role) + "c0")
      attributes["penwidth"] = .number(width)
    case .reported:
      attributes["color"] = .text(theme.colour(.observedLine))
      attributes["penwidth"] = .number(width)
      attributes["arrowhead"] = "none"
    case .unnamed:
      attributes["color"] = .text(theme.colour(.formLine))
      attributes["style"] = "dotted"
      attributes["penwidth"] = "2.2"
      attributes["arrowhead"] = "none"
    case .gap:
      attributes["color"] = .text(theme.colour(.gapLine))
      attributes["style"] = "dashed"
      attributes["penwidth"] = .number(isGathered ? 1.2 + 2.8 * share : 2.4)
      attributes["arrowhead"] = "odot"
      attributes["arrowsize"] = "0.8"
    }
    return DOTEdge(from: .text(from), to: .text(to), attributes)
  }

  /// Wider for more facts: a step for each up to five, or as a share of the most.
  private var width: Double {
    let steps =
      mostFacts <= 5 ? Double(facts.count) : 5 * Double(facts.count) / Double(mostFacts)
    return 0.6 + (kind == .reported ? 0.3 : 0.5) * steps
  }
}
