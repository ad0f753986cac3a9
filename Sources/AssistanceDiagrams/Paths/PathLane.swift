internal import AssistanceModel
internal import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore

/// One alternative of a path view: its nodes below each other, and the steps between them.
struct PathLane {
  /// The place in the list, from 1.
  let number: Int
  let path: CoordinationPath
  /// The nodes in order; one if both ends are the same.
  let nodes: [NodeID]
  let words: PathStepWords
  let theme: DiagramTheme

  static let noteSize = 9.0
  /// How wide the cards are, in points.
  static let cardWidth = 190.0

  /// What identifies a node of the lane.
  func id(_ place: Int) -> String { "path-\(number)-node-\(place + 1)" }

  /// The cards of the lane.
  ///
  /// - Parameter others: The other lanes that each node is in, for those that are no ends of paths.
  /// - Returns: A card for each node.
  func cards(_ others: [NodeID: [Int]]) -> [DiagramCard] {
    nodes.enumerated().map { place, id in
      let node = words.graph.graph[id]
      let also = (others[id] ?? []).filter { $0 != number }
      var card = DiagramCard(
        id: self.id(place),
        part: node.map { DiagramPart($0.kind) } ?? .other,
        name: words.graph.name(of: id),
        element: self.id(place)
      )
      card.isUnnamed = (node?[.designation] ?? .named) != .named
      if !also.isEmpty {
        card.caption = [.init(text: "also in " + listed(Self.ranges(also), limit: 6))]
      }
      card.tooltip = tooltip(id, also: also)
      return card
    }
  }

  /// Numbers in order, three or more that follow each other as one text.
  private static func ranges(_ numbers: [Int]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map(String.init)
    }
  }

  private func tooltip(_ id: NodeID, also: [Int]) -> String {
    let kind = words.graph.graph[id].map { " (\($0.kind.rawValue))" } ?? ""
    let others = also.isEmpty ? "" : "; also in " + listed(Self.ranges(also))
    return words.graph.name(of: id).visible + kind + others
  }

  /// The lane as a box with its heading.
  func cluster(_ cards: [DiagramCard], _ size: CardSize, shared: Set<NodeID>) -> DOTStatement {
    var content: [DOTStatement] = cards.enumerated().map { place, card in
      var node = card.node(size, theme)
      let isEnd = place == 0 || place == cards.count - 1
      if isEnd { node.attributes["penwidth"] = "2.8" }
      if !isEnd, !shared.contains(nodes[place]) {
        node.attributes["fillcolor"] = .text(theme.colour(.ground))
      }
      return .node(node)
    }
    content += path.steps.indices.map { .edge(edge($0)) }
    return .subgraph(
      DOTSubgraph(
        .text("cluster_path_\(number)"),
        [
          .attribute(DOTAttribute("label", .label(HTMLLabel(heading)))),
          .attribute(DOTAttribute("id", .text("path-\(number)"))),
          .attribute(DOTAttribute("tooltip", .tooltip(words.sentence(path, number: number)))),
          .attribute(DOTAttribute("peripheries", "1")), .attribute(DOTAttribute("labelloc", "t")),
          .attribute(DOTAttribute("labeljust", "l")), .attribute(DOTAttribute("margin", "12")),
          .attribute(DOTAttribute("style", "rounded,filled")),
          .attribute(DOTAttribute("color", .text(theme.colour(.band)))),
          .attribute(DOTAttribute("fillcolor", .text(theme.colour(.band)))),
        ] + content
      )
    )
  }

  private var heading: [HTMLLabel.Piece] {
    var pieces: [HTMLLabel.Piece] = [
      .font(
        size: DiagramFont.heading,
        colour: theme.colour(.text),
        [.bold([.text("\(number)   \(path.steps.isEmpty ? "no step" : words.measure(path))")])]
      ), .lineBreak(.left),
    ]
    if let weakest = path.weakestEvidence {
      pieces += [
        .font(
          size: Self.noteSize,
          colour: theme.colour(.mutedText),
          [.text(path.isWeak ? "weak: over co-presence" : "weakest evidence: \(weakest.rawValue)")]
        ), .lineBreak(.left),
      ]
    }
    return pieces
  }

  private func edge(_ place: Int) -> DOTEdge {
    let step = path.steps[place]
    var attributes: DOTAttributes = [
      "id": .text("path-\(number)-step-\(place + 1)"), "class": .text(step.evidence.rawValue),
      "label": .label(words.label(step, width: Self.cardWidth / 2 - 14, theme)),
      "tooltip": .tooltip(words.sentence(step)),
      "labeltooltip": .tooltip(words.sentence(step)), "color": .text(theme.colour(.text)),
      "arrowsize": "0.8",
    ]
    for attribute in step.evidence.line.all { attributes.all.append(attribute) }
    return DOTEdge(from: .text(id(place)), to: .text(id(place + 1)), attributes)
  }
}

extension EvidenceClass {
  /// The line that stands for the class: told apart by its dashes as much as by its width.
  var line: DOTAttributes {
    switch self {
    case .documented: ["style": "solid", "penwidth": "2.6"]
    case .declared: ["style": "dashed", "penwidth": "1.8"]
    case .coPresence: ["style": "dotted", "penwidth": "1.8"]
    }
  }

  /// The line in a legend.
  var sample: DiagramLegend.Sample {
    switch self {
    case .documented: .line(.text)
    case .declared: .dashes(.text, hasRing: false)
    case .coPresence: .dots(.text, hasRing: false)
    }
  }

  /// What the class means, in a few words.
  var meaning: String {
    switch self {
    case .documented: "documented: a source states it"
    case .declared: "declared: an analyst's reading, or only possible or prescribed"
    case .coPresence: "co-presence: a shared case, measure or subject; weak"
    }
  }
}
