public import AssistanceModel
public import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore

extension ConnectingGroup {
  /// Draws the network from the first actor asked for down; the line of a link tells the class of
  /// its evidence, and what says so stands beside it.
  ///
  ///     let group = try network.connecting(["undp", "eu"])
  ///     let diagram = group.diagram(in: graph)
  ///
  /// Actors that were asked for have a thick outline; the others say whom they join. Where nothing
  /// connects them, each part has a box.
  ///
  /// - Parameters:
  ///   - graph: The graph that was asked.
  ///   - options: How it is drawn.
  /// - Returns: The picture, with a legend of what is in it.
  public func diagram(
    in graph: AssistanceGraph,
    _ options: DiagramOptions = DiagramOptions()
  ) -> AssistanceDiagram {
    ConnectingPicture(group: self, graph: graph, options: options).diagram
  }
}

/// The view of a network that connects actors, while it is made.
private struct ConnectingPicture {
  let group: ConnectingGroup
  let graph: AssistanceGraph
  let options: DiagramOptions

  private static let cardWidth = 180.0

  private var theme: DiagramTheme { options.theme }
  private var scope: GroupScopeWords { GroupScopeWords(network: group.network, graph: graph) }
  private var words: PathStepWords { PathStepWords(graph: graph, question: group.network.scope) }
  private func name(_ id: NodeID) -> String { graph.name(of: id).visible }

  private var title: String {
    options.title ?? "What connects \(listed(group.asked.map { name($0) }, limit: 5))"
  }

  var diagram: AssistanceDiagram {
    let leaves = Set(group.steps.map(\.to)).subtracting(group.steps.map(\.from)).count
    let frame = DiagramFrame(
      name: "connect",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: max(620, Double(leaves) * 210),
      isDownward: group.isConnected,
      rankSeparation: group.isConnected ? 0.35 : 0.4,
      nodeSeparation: 0.3
    )
    return AssistanceDiagram(
      frame.graph(group.isConnected ? treeStatements : partStatements),
      title: title,
      description: description,
      smallestText: PathLane.noteSize,
      theme: theme
    )
  }

  // MARK: The network

  private var actors: [NodeID] {
    group.isConnected ? group.steps.prefix(1).map(\.from) + group.steps.map(\.to) : group.asked
  }

  private var cards: [DiagramCard] {
    let connectors = Dictionary(
      uniqueKeysWithValues: group.connectors.map { ($0.actor, $0) }
    )
    return actors.enumerated().map { place, actor in
      scope.card(
        actor,
        "actor-\(place + 1)",
        caption: connectors[actor].map { loss($0.loss) } ?? ""
      )
    }
  }

  private func loss(_ loss: ConnectingGroup.Connector.Loss) -> String {
    switch loss {
    case .replaceable: "replaceable"
    case .costsMore: "without it, longer"
    case .partsThem: "nothing replaces it"
    case .unknown: ""
    }
  }

  private var treeStatements: [DOTStatement] {
    let cards = cards
    let size = CardSize(cards, width: Self.cardWidth)
    let asked = Set(group.asked)
    let places = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0 + 1) })
    let nodes = zip(actors, cards).map { actor, card in
      var node = card.node(size, theme)
      node.attributes["penwidth"] = asked.contains(actor) ? "2.8" : "1.2"
      if !asked.contains(actor) {
        node.attributes["fillcolor"] = .text(theme.colour(.ground))
      }
      return DOTStatement.node(node)
    }
    let edges = group.steps.enumerated().map { place, step in
      DOTStatement.edge(
        edge(step, number: place + 1, places[step.from] ?? 0, places[step.to] ?? 0)
      )
    }
    return nodes + edges
  }

  private func edge(_ step: PathStep, number: Int, _ from: Int, _ to: Int) -> DOTEdge {
    let lines = words.caption(step, width: 110, size: PathLane.noteSize)
    let pieces = lines.flatMap { line -> [HTMLLabel.Piece] in
      [
        .font(
          size: PathLane.noteSize,
          colour: theme.colour(line.isSource ? .mutedText : .text),
          [.text("\u{A0}\u{A0}" + line.text)]
        ), .lineBreak(.left),
      ]
    }
    var attributes: DOTAttributes = [
      "id": .text("link-\(number)"), "class": .text(step.evidence.rawValue),
      "label": .label(HTMLLabel(pieces.isEmpty ? [.text(" ")] : pieces)),
      "tooltip": .tooltip(words.sentence(step)), "labeltooltip": .tooltip(words.sentence(step)),
      "color": .text(theme.colour(.text)), "dir": "none",
    ]
    attributes.all += step.evidence.line.all
    return DOTEdge(from: .text("actor-\(from)"), to: .text("actor-\(to)"), attributes)
  }

  // MARK: No network

  private var partStatements: [DOTStatement] {
    guard case .apart(let parts) = group.ending else { return [] }
    return parts.enumerated().map { place, part in
      let cards = part.enumerated().map { scope.card($1, "part-\(place + 1)-\($0 + 1)") }
      let size = CardSize(cards, width: Self.cardWidth)
      let band = DiagramBand(
        id: "part_\(place + 1)",
        heading: ["Part \(place + 1)"],
        headingRole: .text
      )
      return band.cluster([DiagramBand.column(cards.map { $0.node(size, theme) })], theme)
    }
  }

  // MARK: Words

  private var found: String {
    guard case .apart(let parts) = group.ending else {
      let over =
        group.connectors.isEmpty
        ? "without anyone else" : "over \(counted(group.connectors.count, "other"))"
      let proof =
        group.ending == .proven
        ? "no network that connects them is smaller."
        : "the search was given up, and a smaller one may exist."
      return "\(counted(group.steps.count, "link")) connect \(counted(group.asked.count, "actor"))"
        + " \(over); \(proof)"
    }
    return "Nothing in this scope connects all of them: they lie in \(parts.count) parts."
  }

  private var lines: [DiagramFrame.Line] {
    var lines = [
      DiagramFrame.Line(text: found, role: group.isConnected ? .text : .gapText, isBold: true)
    ]
    lines += scope.lines(Set(group.steps.map(\.evidence)))
    if let source = options.sourceLine(citing: scope.documents(group.steps)) {
      lines.append(.init(text: source))
    }
    return lines
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    guard group.isConnected else {
      legend.add(.node(.actor), "actor asked for")
      return legend
    }
    legend.add(.node(.actor), "filled, thick outline: asked for")
    if !group.connectors.isEmpty {
      legend.add(
        .node(line: .actorLine, fill: .ground, isRounded: true, isDashed: false),
        "not filled: connects them"
      )
    }
    for evidence in EvidenceClass.allCases
    where group.steps.contains(where: { $0.evidence == evidence }) {
      legend.add(evidence.sample, evidence.meaning)
    }
    if group.steps.contains(where: { words.showsArrow($0) }) {
      legend.add(.table(HTMLTable.sign("↑", theme)), "reads from the lower to the upper")
    }
    return legend
  }

  private var description: String {
    let steps = group.steps.map {
      "\(name($0.from)) – \(name($0.to)) (\($0.evidence.rawValue))"
    }
    var sentences = [found]
    if !steps.isEmpty { sentences.append("Links: " + listed(steps, limit: 40) + ".") }
    if !group.connectors.isEmpty {
      sentences.append("Not asked for: " + listed(group.connectors.map { name($0.actor) }) + ".")
    }
    return sentences.joined(separator: " ")
  }
}

extension HTMLTable {
  /// A sign as a legend shows it.
  static func sign(_ text: String, _ theme: DiagramTheme) -> HTMLTable {
    HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"],
      rows: [
        [
          HTMLTable.Cell(
            ["WIDTH": "24"],
            [.font(size: DiagramFont.legend, colour: theme.colour(.text), [.text(text)])]
          )
        ]
      ]
    )
  }
}
