public import AssistanceModel
public import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore
internal import NetworkAlgorithms

extension BrokerReport {
  /// Draws the first brokers and the links between them.
  ///
  ///     let report = try CoordinationNetwork(graph).brokers()
  ///     let diagram = report.diagram(in: graph)
  ///
  /// The more lies between others over an actor, the thicker its outline; a second one has who cuts
  /// others off. Links that nothing replaces stand out.
  ///
  /// - Parameters:
  ///   - graph: The graph that was asked.
  ///   - options: How it is drawn.
  ///   - limit: How many brokers are drawn.
  /// - Returns: The picture, with a legend of what is in it.
  public func diagram(
    in graph: AssistanceGraph,
    _ options: DiagramOptions = DiagramOptions(),
    limit: Int = 15
  ) -> AssistanceDiagram {
    BrokerPicture(self, graph, options, limit: limit).diagram
  }
}

/// The view of the first brokers, while it is made.
private struct BrokerPicture {
  private let report: BrokerReport
  private let graph: AssistanceGraph
  private let options: DiagramOptions
  private let brokers: [Broker]
  /// The links between those that are drawn, as steps, and whether nothing replaces each.
  private let steps: [(step: PathStep, isBridge: Bool)]

  private static let cardWidth = 190.0

  init(_ report: BrokerReport, _ graph: AssistanceGraph, _ options: DiagramOptions, limit: Int) {
    self.report = report
    self.graph = graph
    self.options = options
    // Who stands between nobody is no broker, but where the ranking is another one.
    let ranked = report.brokers.filter { $0.betweenness > 0 || report.measure != .betweenness }
    brokers = Array((ranked.isEmpty ? report.brokers : ranked).prefix(limit))
    let network = report.network
    let shown = Set(brokers.compactMap { network.vertex(of: $0.actor) })
    let bridges = Set(report.bridges)
    steps = (0..<Network.Link(network.network.linkCount)).compactMap { link in
      let (source, target) = (
        network.network.sources[Int(link)], network.network.targets[Int(link)]
      )
      guard source != target, shown.contains(source), shown.contains(target) else { return nil }
      return (network.step(over: link, from: source), bridges.contains(link))
    }
  }

  private var theme: DiagramTheme { options.theme }
  private var scope: GroupScopeWords { GroupScopeWords(network: report.network, graph: graph) }
  private func name(_ id: NodeID) -> String { graph.name(of: id).visible }

  var diagram: AssistanceDiagram {
    let title = options.title ?? "Who stands between others"
    let frame = DiagramFrame(
      name: "brokers",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: 720,
      isDownward: false,
      rankSeparation: 0.9,
      nodeSeparation: 0.22
    )
    return AssistanceDiagram(
      frame.graph(statements),
      title: title,
      description: description,
      smallestText: PathLane.noteSize,
      theme: theme
    )
  }

  private var statements: [DOTStatement] {
    let cards = brokers.enumerated().map { place, broker in
      scope.card(broker.actor, "actor-\(place + 1)", caption: caption(broker))
    }
    let size = CardSize(cards, width: Self.cardWidth)
    let most = max(brokers.map(\.betweenness).max() ?? 0, .leastNonzeroMagnitude)
    let nodes = zip(brokers, cards).map { broker, card in
      var node = card.node(size, theme)
      let tenths = Int((10 + 30 * broker.betweenness / most).rounded())
      node.attributes["penwidth"] = .text("\(tenths / 10).\(tenths % 10)")
      if broker.cutsOff > 0 {
        node.attributes["peripheries"] = "2"
        node.attributes["color"] = .text(theme.colour(.gapLine))
      }
      return DOTStatement.node(node)
    }
    let places = Dictionary(
      uniqueKeysWithValues: brokers.enumerated().map { ($1.actor, $0 + 1) }
    )
    let edges = steps.enumerated().map { place, link in
      DOTStatement.edge(edge(link, number: place + 1, places))
    }
    return nodes + edges
  }

  private func edge(
    _ link: (step: PathStep, isBridge: Bool),
    number: Int,
    _ places: [NodeID: Int]
  ) -> DOTEdge {
    let words = PathStepWords(graph: graph, question: report.network.scope)
    let sentence = words.sentence(link.step)
    // The more of a broker stands above.
    let ends = [places[link.step.from] ?? 0, places[link.step.to] ?? 0].sorted()
    var attributes: DOTAttributes = [
      "id": .text("link-\(number)"), "class": .text(link.step.evidence.rawValue),
      "tooltip": .tooltip(sentence), "dir": "none",
      "color": .text(theme.colour(link.isBridge ? .gapLine : .text)),
    ]
    attributes.all += link.step.evidence.line.all
    return DOTEdge(from: .text("actor-\(ends[0])"), to: .text("actor-\(ends[1])"), attributes)
  }

  // MARK: Words

  private func caption(_ broker: Broker) -> String {
    let tenths = Int((broker.betweenness * 1000).rounded())
    let share =
      tenths == 0 && broker.betweenness > 0 ? "under 0.1" : "\(tenths / 10).\(tenths % 10)"
    let between = "between \(share) %"
    let cutOff = broker.cutsOff > 0 ? ", cuts off \(broker.cutsOff)" : ""
    return "\(counted(broker.linkCount, "link")), \(between)\(cutOff)"
  }

  private var found: String {
    let linked = counted(report.brokers.count, "actor")
    guard !brokers.isEmpty else { return "Nothing links any two actors in this scope." }
    return brokers.count < report.brokers.count
      ? "The first \(brokers.count) of \(linked) with links, by \(report.measure.rawValue), and the"
        + " links between them."
      : "The \(linked) with links, and the links between them."
  }

  private var lines: [DiagramFrame.Line] {
    var lines = [
      DiagramFrame.Line(text: found, role: brokers.isEmpty ? .gapText : .text, isBold: true)
    ]
    if case .sampled(_, let error, _) = report.method {
      let tenths = Int((error * 1000).rounded(.up))
      lines.append(
        .init(text: "Betweenness is estimated, to \(tenths / 10).\(tenths % 10) % of all pairs.")
      )
    }
    lines += scope.lines(Set(report.linkCounts.filter { $0.value > 0 }.keys))
    if let source = options.sourceLine(citing: scope.documents(steps.map(\.step))) {
      lines.append(.init(text: source))
    }
    return lines
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    guard !brokers.isEmpty else { return legend }
    legend.add(.node(.actor), "actor; the thicker, the more shortest paths pass it")
    if brokers.contains(where: { $0.cutsOff > 0 }) {
      legend.add(
        .node(line: .gapLine, fill: .actorFill, isRounded: true, isDashed: false),
        "double outline: without it others lose contact"
      )
    }
    let classes = EvidenceClass.allCases.filter { evidence in
      steps.contains { $0.step.evidence == evidence }
    }
    for evidence in classes { legend.add(evidence.sample, evidence.meaning) }
    if steps.contains(where: \.isBridge) {
      legend.add(.line(.gapLine), "nothing replaces this link")
    }
    return legend
  }

  private var description: String {
    let told = brokers.map { "\(name($0.actor)) (\(caption($0)))" }
    return found + (told.isEmpty ? "" : " " + listed(told, limit: 40) + ".")
  }
}
