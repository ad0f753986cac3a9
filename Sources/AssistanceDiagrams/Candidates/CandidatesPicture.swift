internal import AssistanceModel
internal import AssistancePlanning
internal import CoordinationAnalysis
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

/// A gap with those who could fill it while it is made.
struct CandidatesPicture {
  /// How many nodes are drawn at most.
  static let limit = 10

  private let answer: GapCandidates
  private let report: CoverageReport
  private let options: DiagramOptions
  private let words: CandidateWords
  /// The candidates that are drawn.
  private let drawn: [Candidate]
  /// The nodes on their routes that are no candidates themselves, in the order of the routes.
  private let stops: [NodeID]
  private let steps: [PathStep]

  init(_ answer: GapCandidates, _ report: CoverageReport, _ options: DiagramOptions) {
    self.answer = answer
    self.report = report
    self.options = options
    words = CandidateWords(report)
    var (drawn, stops, steps): ([Candidate], [NodeID], [PathStep]) = ([], [], [])
    for candidate in answer.candidates {
      let route = candidate.route?.steps ?? []
      let known = Set(drawn.map(\.actor) + stops)
      let added = route.dropLast().map(\.to).filter { !known.contains($0) && $0 != answer.row }
      guard 2 + drawn.count + stops.count + 1 + added.count <= Self.limit else { break }
      drawn.append(candidate)
      stops = (stops + added).filter { $0 != candidate.actor }
      steps += route
    }
    self.drawn = drawn
    self.stops = stops
    var seen: Set<[NodeID]> = []
    self.steps = steps.filter { seen.insert([$0.from, $0.to]).inserted }
  }

  private var theme: DiagramTheme { options.theme }
  private var graph: AssistanceGraph { report.graph }
  private var row: String { graph.name(of: answer.row).visible }
  private var column: String { graph.name(of: answer.column).visible }
  private var title: String { options.title ?? "\(words.heading(of: answer)): \(column), \(row)" }

  var diagram: AssistanceDiagram {
    let frame = DiagramFrame(
      name: "candidates",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: 760,
      rankSeparation: 0.7,
      nodeSeparation: 0.16
    )
    return AssistanceDiagram(
      frame.graph(body),
      title: title,
      description: description,
      smallestText: DiagramFont.caption,
      theme: theme
    )
  }

  // MARK: Nodes

  private static let row = "row"
  private static let column = "column"

  /// The key of a node in the picture.
  private func key(_ id: NodeID) -> String {
    if id == answer.row { return Self.row }
    if let place = drawn.firstIndex(where: { $0.actor == id }) { return "candidate_\(place)" }
    return stops.firstIndex(of: id).map { "stop_\($0)" } ?? ""
  }

  private var body: [DOTStatement] {
    let cards = drawn.map { card($0) }
    let size = CardSize(cards, width: 200)
    var body: [DOTStatement] = []
    for (number, group) in CandidateGroup.allCases.enumerated() {
      let places = drawn.indices.filter { CandidateGroup(drawn[$0]) == group }
      guard !places.isEmpty else { continue }
      let all = answer.candidates.count { CandidateGroup($0) == group }
      let band = DiagramBand(
        id: "group_\(number)",
        heading: BrokenText(group.heading, width: 210, size: DiagramFont.heading, isBold: true)
          .lines,
        count: places.count == all ? "\(all)" : "\(places.count) of \(all)",
        headingRole: .text
      )
      let nodes = places.map { cards[$0].node(size, theme) }
      // A step from one of the group to another needs room between them.
      let group = Set(places.map { drawn[$0].actor })
      let isTied = steps.contains { group.contains($0.from) && group.contains($0.to) }
      body.append(
        band.cluster(isTied ? nodes.map { .node($0) } : [DiagramBand.column(nodes)], theme)
      )
    }
    let stopCards = stops.map { id in
      var card = DiagramCard(
        id: key(id),
        part: DiagramPart(graph.graph[id]?.kind ?? .finding),
        name: graph.name(of: id).visible,
        element: ElementKey.identifier("stop", id.rawValue)
      )
      card.caption = [.init(text: "on the way")]
      return card
    }
    let stopSize = CardSize(stopCards, width: 150)
    body += stopCards.map { .node($0.node(stopSize, theme)) }
    let ends = [rowCard, columnCard]
    let endSize = CardSize(ends, width: 160)
    body += ends.map { .node($0.node(endSize, theme)) }
    return body + lines(of: drawn) + steps.map { .edge(edge($0)) } + [.edge(gap)]
  }

  private func card(_ candidate: Candidate) -> DiagramCard {
    var card = DiagramCard(
      id: key(candidate.actor),
      part: .actor,
      name: "\(candidate.rank)  \(graph.name(of: candidate.actor).visible)",
      element: ElementKey.identifier("candidate", candidate.actor.rawValue)
    )
    var told: [String] = []
    if !candidate.here.isEmpty { told.append("here for \(words.here(candidate))") }
    if candidate.nearest != nil {
      let further = words.further(candidate)
      told.append(
        "does it: \(words.nearest(candidate))" + (further.isEmpty ? "" : ", \(further) further")
      )
    }
    if candidate.general != nil { told.append("offers it in general") }
    told += candidate.relatives.prefix(1).map { words.relative($0) }
    if candidate.route == nil { told.append("no documented route") }
    card.caption = told.map { .init(text: $0.visible) }
    card.captionLines = 5
    card.hasRunsOnLines = true
    card.tooltip = "\(card.name): \(words.line(candidate))".visible
    return card
  }

  private var rowCard: DiagramCard {
    var card = DiagramCard(
      id: Self.row,
      part: .countryCase,
      name: row,
      element: ElementKey.identifier("row", answer.row.rawValue)
    )
    let others = answer.present.filter { !answer.providers.contains($0) }
    if !others.isEmpty {
      card.caption = [.init(text: "\(counted(others.count, "actor")) here for something else")]
    }
    return card
  }

  private var columnCard: DiagramCard {
    var card = DiagramCard(
      id: Self.column,
      part: .inhibitor,
      name: column,
      element: ElementKey.identifier("column", answer.column.rawValue)
    )
    card.isGap = isOpen
    card.caption = [
      .init(text: answer.state.phrase, role: isOpen ? .gapText : .mutedText)
    ]
    card.captionLines = 3
    return card
  }

  // MARK: Lines

  /// Unseen lines that keep those without a route beside the others.
  private func lines(of candidates: [Candidate]) -> [DOTStatement] {
    candidates.filter { $0.route == nil }.map { candidate in
      .edge(
        DOTEdge(
          from: .text(key(candidate.actor)),
          to: .text(Self.row),
          ["style": "invis", "minlen": "1"]
        )
      )
    }
  }

  private func edge(_ step: PathStep) -> DOTEdge {
    let text =
      "\(graph.name(of: step.from)) → \(graph.name(of: step.to)): \(step.evidence.rawValue)"
    var attributes: DOTAttributes = [
      "class": .text(step.evidence.rawValue), "color": .text(theme.colour(.text)),
      "arrowsize": "0.8", "tooltip": .tooltip(text.visible),
    ]
    attributes.all += step.evidence.line.all
    return DOTEdge(from: .text(key(step.from)), to: .text(key(step.to)), attributes)
  }

  private var gap: DOTEdge {
    DOTEdge(
      from: .text(Self.row),
      to: .text(Self.column),
      [
        "class": "gap", "color": .text(theme.colour(isOpen ? .gapLine : .observedLine)),
        "style": isOpen ? "dashed" : "solid", "penwidth": "2.2",
        "arrowhead": isOpen ? "odot" : "none", "arrowsize": "0.8",
        "tooltip": .tooltip("\(column), \(row): \(answer.state.phrase)"),
      ]
    )
  }

  /// Whether the cell is a gap: nobody is reported, and the sources could show it.
  private var isOpen: Bool { answer.state == .nobody || answer.state == .unnamedOnly }

  // MARK: Words

  private var lines: [DiagramFrame.Line] {
    let count = answer.count
    var lines: [DiagramFrame.Line] = [
      .init(
        text: count == 0
          ? "No candidate was found in this scope."
          : (drawn.count < count
            ? "\(drawn.count) of \(count) candidates, the first ones"
            : counted(count, "candidate")) + "; the number before a name is the rank.",
        role: .text,
        isBold: true
      ), .init(text: words.standing(answer, naming: 5).visible),
    ]
    if let unnamed = words.unnamed(answer) { lines.append(.init(text: unnamed.visible)) }
    lines.append(.init(text: "Counted: \(report.question.scopeSentence)."))
    let facts = drawn.flatMap { $0.facts }
    let keys = Set(facts.compactMap { graph.fact($0) }.flatMap(\.sources).map(\.document))
    if let source = options.sourceLine(citing: keys) { lines.append(.init(text: source)) }
    return lines
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    for evidence in EvidenceClass.allCases where steps.contains(where: { $0.evidence == evidence })
    {
      legend.add(evidence.sample, evidence.meaning)
    }
    if isOpen { legend.add(.dashes(.gapLine, hasRing: true), answer.state.phrase) }
    if !drawn.isEmpty || !stops.isEmpty { legend.add(.node(.actor), "actor") }
    legend.add(.node(.countryCase), report.question.rows.noun(1))
    legend.add(
      isOpen
        ? .node(line: .gapLine, fill: .ground, isRounded: false, isDashed: true)
        : .node(.inhibitor),
      report.question.columns.noun(1)
    )
    return legend
  }

  private var description: String {
    ([words.standing(answer)]
      + drawn.map { candidate in
        "\(candidate.rank): \(graph.name(of: candidate.actor)), \(words.line(candidate))."
      } + (drawn.count < answer.count ? ["\(answer.count - drawn.count) more are not drawn."] : []))
      .joined(separator: " ").visible
  }
}
