public import AssistanceModel
public import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore

extension RouteCuts {
  /// Draws the routes that share nothing, or no link, as one picture from the top down, with whose
  /// loss cuts them all.
  ///
  ///     var question = PathQuestion(from: "ecowas", to: "african-union")
  ///     question.evidence = [.documented, .declared]
  ///     let diagram = try graph.routeCuts(question).diagram(in: graph)
  ///
  /// Actors in a smallest set whose loss cuts every route have a double outline, links in such a set
  /// the colour of a gap. Where there is no route the picture says why.
  ///
  /// - Parameters:
  ///   - graph: The graph that was asked.
  ///   - options: How it is drawn.
  ///   - limit: How many routes of a kind are drawn at most.
  /// - Returns: The picture, with a legend of what is in it.
  /// - Complexity: O(*s* + *c*) for *s* steps of all routes and *c* members of listed sets, before the
  ///   layout.
  public func diagram(
    in graph: AssistanceGraph,
    _ options: DiagramOptions = DiagramOptions(),
    limit: Int = 8
  ) -> AssistanceDiagram {
    guard let first = best.paths.first, !first.steps.isEmpty else {
      return best.diagram(in: graph, options)
    }
    return CutPicture(self, graph, options, limit: limit).diagram
  }
}

/// A picture of what routes depend on.
struct CutPicture {
  /// Where a step leads.
  private struct Way: Hashable {
    let from: NodeID
    let to: NodeID
  }

  private let cuts: RouteCuts
  private let graph: AssistanceGraph
  private let options: DiagramOptions
  private let words: PathStepWords
  private let limit: Int
  /// Each step that is drawn, once, in the order of the routes.
  private let steps: [PathStep]
  /// The nodes that are drawn, from the source on.
  private let nodes: [NodeID]
  /// For each actor, in how many of the listed smallest sets it is.
  private let setsOfActors: [NodeID: Int]
  private let cutWays: Set<Way>

  init(_ cuts: RouteCuts, _ graph: AssistanceGraph, _ options: DiagramOptions, limit: Int) {
    self.cuts = cuts
    self.graph = graph
    self.options = options
    self.limit = limit
    words = PathStepWords(graph: graph, question: cuts.question)
    var steps: [PathStep] = []
    var seen: Set<Way> = []
    let best = cuts.best.paths.first.map { [$0] } ?? []
    let routes =
      best + Array(cuts.apart.routes.prefix(limit)) + Array(cuts.sharingNoLink.routes.prefix(limit))
    for step in routes.flatMap(\.steps) {
      let (there, back) = (Way(from: step.from, to: step.to), Way(from: step.to, to: step.from))
      guard cuts.question.keepsParallelLinks || !seen.contains(there) && !seen.contains(back) else {
        continue
      }
      if cuts.question.keepsParallelLinks, steps.contains(step) { continue }
      seen.insert(there)
      steps.append(step)
    }
    self.steps = steps
    var nodes = [cuts.question.source]
    for node in steps.map(\.to) where !nodes.contains(node) { nodes.append(node) }
    self.nodes = nodes
    var setsOfActors: [NodeID: Int] = [:]
    for actor in (cuts.actorCuts?.sets ?? []).joined() { setsOfActors[actor, default: 0] += 1 }
    self.setsOfActors = setsOfActors
    var ways: Set<Way> = []
    for step in (cuts.linkCuts?.sets ?? []).joined() {
      ways.formUnion([Way(from: step.from, to: step.to), Way(from: step.to, to: step.from)])
    }
    cutWays = ways
  }

  private var theme: DiagramTheme { options.theme }
  private func name(_ id: NodeID) -> String { graph.name(of: id).visible }
  private var title: String {
    options.title
      ?? "What the routes from \(name(cuts.question.source)) to \(name(cuts.question.target))"
      + " depend on"
  }

  var diagram: AssistanceDiagram {
    let cards = nodes.enumerated().map { card($1, $0) }
    var size = CardSize(cards, width: PathLane.cardWidth)
    size.captionSize = PathLane.noteSize
    size.height += 2
    let frame = DiagramFrame(
      name: "cuts",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: max(620, Double(min(cuts.sharingNoLink.routes.count, limit)) * 230),
      isDownward: true,
      rankSeparation: 0.42,
      nodeSeparation: 0.5
    )
    let drawn = zip(nodes, cards).map { id, card in DOTStatement.node(node(id, card, size)) }
    return AssistanceDiagram(
      frame.graph(drawn + steps.enumerated().map { .edge(edge($1, $0)) }),
      title: title,
      description: description,
      smallestText: PathLane.noteSize,
      theme: theme
    )
  }

  // MARK: Nodes and steps

  private func card(_ id: NodeID, _ place: Int) -> DiagramCard {
    let node = graph.graph[id]
    var card = DiagramCard(
      id: "node-\(place + 1)",
      part: node.map { DiagramPart($0.kind) } ?? .other,
      name: graph.name(of: id),
      element: "node-\(place + 1)"
    )
    card.isUnnamed = (node?[.designation] ?? .named) != .named
    if let note = note(id) { card.caption = [.init(text: note, role: .gapText)] }
    card.tooltip = ([name(id)] + [note(id)].compactMap(\.self)).joined(separator: "; ")
    return card
  }

  /// What the loss of an actor does; `nil` for one in no smallest set.
  private func note(_ id: NodeID) -> String? {
    guard let found = cuts.actorCuts, let sets = setsOfActors[id] else {
      return cuts.onEveryRoute.contains(id) ? "on every route" : nil
    }
    guard found.size > 1 else { return "on every route" }
    let listed = found.sets.count
    if listed == 1 { return "in the smallest set" }
    return "in \(sets) of \(counted(listed, "smallest set"))"
  }

  private func node(_ id: NodeID, _ card: DiagramCard, _ size: CardSize) -> DOTNode {
    var node = card.node(size, theme)
    if id == cuts.question.source || id == cuts.question.target {
      node.attributes["penwidth"] = "2.8"
    }
    if setsOfActors[id] != nil {
      node.attributes["peripheries"] = "2"
      node.attributes["penwidth"] = "2"
      node.attributes["color"] = .text(theme.colour(.gapLine))
    }
    return node
  }

  private func edge(_ step: PathStep, _ place: Int) -> DOTEdge {
    func id(_ node: NodeID) -> DOTIdentifier {
      .text("node-\((nodes.firstIndex(of: node) ?? 0) + 1)")
    }
    let isCut = cutWays.contains(Way(from: step.from, to: step.to))
    let note = isCut ? " In a smallest set of links whose loss cuts every route." : ""
    let told = DOTIdentifier.tooltip(words.sentence(step) + note)
    var attributes: DOTAttributes = [
      "id": .text("step-\(place + 1)"),
      "class": .text(step.evidence.rawValue + (isCut ? " cut" : "")),
      "label": .label(words.label(step, width: PathLane.cardWidth / 2 + 10, theme)),
      "tooltip": told, "labeltooltip": told,
      "color": .text(theme.colour(isCut ? .gapLine : .text)), "arrowsize": "0.8",
    ]
    for attribute in step.evidence.line.all { attributes.all.append(attribute) }
    return DOTEdge(from: id(step.from), to: id(step.to), attributes)
  }
}

extension CutPicture {
  // MARK: Words

  private var lines: [DiagramFrame.Line] {
    var lines = findings.map { DiagramFrame.Line(text: $0, role: .text, isBold: true) }
    if steps.contains(where: { $0.evidence == .coPresence }) {
      lines.append(
        .init(
          text:
            "Weak: some routes lead over a shared case, measure or subject; who are active there"
            + " need not know of each other.",
          role: .gapText,
          isBold: true
        )
      )
    }
    let drawn = max(cuts.apart.routes.count, cuts.sharingNoLink.routes.count)
    if drawn > limit { lines.append(.init(text: "\(limit) of \(drawn) routes are drawn.")) }
    lines += PathScopeWords(question: cuts.question, graph: graph).sentences.map { .init(text: $0) }
    let keys = words.documents(steps)
    if let source = options.sourceLine(citing: keys) { lines.append(.init(text: source)) }
    return lines
  }

  /// What was found, in sentences.
  private var findings: [String] {
    let (apart, byLink) = (cuts.apart.routes.count, cuts.sharingNoLink.routes.count)
    var sentences = [
      apart == 1
        ? "No two routes share nothing between the ends; \(byLink) can share no link."
        : "\(counted(apart, "route")) share nothing between the ends; \(byLink) can share no link."
    ]
    if let actors = cuts.actorCuts {
      sentences.append(
        "Loss of \(counted(actors.size, "actor")) is enough to cut every route"
          + " (\(sets(actors.count, actors.isCounted)))"
          + (cuts.linkCuts.map {
            ", or of \(counted($0.size, "link")) (\(sets($0.count, $0.isCounted)))."
          } ?? ".")
      )
    } else {
      sentences.append(
        "No loss of actors cuts every route: on one nobody is between the ends."
          + (cuts.linkCuts.map {
            " Loss of \(counted($0.size, "link")) does (\(sets($0.count, $0.isCounted)))."
          } ?? "")
      )
    }
    return sentences
  }

  private func sets(_ count: Int, _ isCounted: Bool) -> String {
    (isCounted ? "" : "more than ") + counted(count, "smallest set")
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    for evidence in EvidenceClass.allCases where steps.contains(where: { $0.evidence == evidence })
    {
      legend.add(evidence.sample, evidence.meaning)
    }
    if steps.contains(where: { cutWays.contains(Way(from: $0.from, to: $0.to)) }) {
      legend.add(.line(.gapLine), "in a smallest set of links whose loss cuts every route")
    }
    let kinds = nodes.compactMap { graph.graph[$0]?.kind }
    for part in DiagramPart.allCases {
      var seen: Set<NodeKind> = []
      let alike = kinds.filter { DiagramPart($0) == part && seen.insert($0).inserted }
      guard !alike.isEmpty else { continue }
      legend.add(
        .node(part),
        alike.map { $0 == .countryCase ? "case" : $0.rawValue.plainWords }.joined(separator: ", ")
      )
    }
    if !setsOfActors.isEmpty {
      legend.add(
        .node(line: .gapLine, fill: .actorFill, isRounded: true, isDashed: false),
        "double outline: in a smallest set of actors whose loss cuts every route"
      )
    }
    if steps.contains(where: { words.showsArrow($0) }) {
      let arrow = HTMLLabel.Piece.font(
        size: DiagramFont.legend,
        colour: theme.colour(.text),
        [.text("↑")]
      )
      let sign = HTMLTable(
        ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"],
        rows: [[HTMLTable.Cell(["WIDTH": "24"], [arrow])]]
      )
      legend.add(.table(sign), "reads from the lower to the upper")
    }
    return legend
  }

  private var description: String {
    let routes = cuts.apart.routes.prefix(limit).enumerated().map { place, route in
      words.sentence(route, number: place + 1)
    }
    let everyone = cuts.onEveryRoute.map(name)
    let passed =
      everyone.isEmpty ? "Nobody is on every route." : "On every route: \(listed(everyone))."
    return (findings + [passed] + routes).joined(separator: " ").shortened(to: 4000)
  }
}

extension PathStepWords {
  /// The keys of the documents that steps rest on.
  func documents(_ steps: [PathStep]) -> Set<String> {
    Set(
      steps.flatMap(\.witnesses).flatMap { witness in
        switch witness {
        case .relation(let id): graph.graph[id]?.sources ?? []
        case .fact(let id, _, _): graph.graph[id]?.sources ?? []
        }
      }.map(\.document)
    )
  }
}
