public import AssistanceModel
public import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore

extension PathAnswer {
  /// Draws the paths side by side, the best on the left, each from the top down; the line of a
  /// step tells the class of its evidence.
  ///
  ///     let answer = try graph.paths(PathQuestion(from: "undp", to: "african-union"))
  ///     let diagram = answer.diagram(in: graph)
  ///
  /// What several paths share is filled and says in which others it is. Where there is no path the
  /// picture says why.
  ///
  /// - Parameters:
  ///   - graph: The graph that was asked.
  ///   - options: How it is drawn.
  /// - Returns: The picture, with a legend of what is in it.
  /// - Complexity: O(*s* + *w*) for *s* steps of all paths and *w* pieces of evidence for them, before
  ///   the layout.
  public func diagram(
    in graph: AssistanceGraph,
    _ options: DiagramOptions = DiagramOptions()
  ) -> AssistanceDiagram {
    PathPicture(self, graph, options).diagram
  }
}

/// A path view, or the reason why there is no path.
struct PathPicture {
  private let answer: PathAnswer
  private let graph: AssistanceGraph
  private let options: DiagramOptions
  private let words: PathStepWords
  private let lanes: [PathLane]

  init(_ answer: PathAnswer, _ graph: AssistanceGraph, _ options: DiagramOptions) {
    self.answer = answer
    self.graph = graph
    self.options = options
    let words = PathStepWords(graph: graph, question: answer.question)
    self.words = words
    lanes = answer.paths.enumerated().map { index, path in
      PathLane(
        number: index + 1,
        path: path,
        nodes: path.steps.isEmpty
          ? [answer.question.source] : path.steps.prefix(1).map(\.from) + path.steps.map(\.to),
        words: words,
        theme: options.theme
      )
    }
  }

  private var theme: DiagramTheme { options.theme }
  private var source: String { graph.name(of: answer.question.source).visible }
  private var target: String { graph.name(of: answer.question.target).visible }
  private var title: String {
    options.title ?? "\(lanes.isEmpty ? "No path" : "Paths") from \(source) to \(target)"
  }

  var diagram: AssistanceDiagram {
    let laneWidth = PathLane.cardWidth + 34
    let frame = DiagramFrame(
      name: "paths",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: lanes.isEmpty ? 640 : max(620, Double(lanes.count) * laneWidth),

      isDownward: !lanes.isEmpty,
      rankSeparation: lanes.isEmpty ? 0.6 : 0.18,
      nodeSeparation: 0.2
    )
    return AssistanceDiagram(
      frame.graph(lanes.isEmpty ? noPathStatements : laneStatements),
      title: title,
      description: description,
      smallestText: PathLane.noteSize,
      theme: theme
    )
  }

  // MARK: Paths

  /// The lanes that each node between the ends is in.
  private var lanesOfNodes: [NodeID: [Int]] {
    var found: [NodeID: [Int]] = [:]
    for lane in lanes {
      for node in lane.nodes.dropFirst().dropLast() { found[node, default: []].append(lane.number) }
    }
    return found
  }

  private var laneStatements: [DOTStatement] {
    let lanesOfNodes = lanesOfNodes
    let shared = Set(lanesOfNodes.filter { $0.value.count > 1 }.keys)
    let cards = lanes.map { $0.cards(lanesOfNodes) }
    var size = CardSize(cards.flatMap(\.self), width: PathLane.cardWidth)
    size.captionSize = PathLane.noteSize
    size.height += 2
    // Graphviz puts what comes last on the left.
    return zip(lanes, cards).map { lane, cards in lane.cluster(cards, size, shared: shared) }
      .reversed()
  }

  private var lines: [DiagramFrame.Line] {
    var lines: [DiagramFrame.Line] = []
    if let best = answer.paths.first {
      let text =
        best.steps.isEmpty
        ? "Both ends are the same."
        : answer.question.weighsTradeOffs
          ? "\(counted(answer.paths.count, "path")) that no other beats in everything."
          : "\(counted(answer.paths.count, "path")); the best: \(words.measure(best))."
      lines.append(.init(text: text, role: .text, isBold: true))
    }
    if answer.stoppedEarly {
      lines.append(
        .init(
          text: "The search was given up early: there may be more paths.",
          role: .gapText,
          isBold: true
        )
      )
    }
    lines += RouteWords.warnings(answer, in: graph).map { .init(text: $0.visible, role: .gapText) }
    lines += scope.sentences.map { .init(text: $0) }
    if let source = sourceLine { lines.append(.init(text: source)) }
    return lines
  }

  private var scope: PathScopeWords { PathScopeWords(question: answer.question, graph: graph) }

  /// Where the steps are stated: few documents with the keys that stand beside the steps; `nil` if
  /// no step is drawn.
  private var sourceLine: String? {
    let keys = words.documents(answer)
    guard lanes.contains(where: { !$0.path.steps.isEmpty }) else { return nil }
    let cited = options.documents.filter { keys.contains($0.key) }
    guard (1...3).contains(cited.count) else { return options.sourceLine(citing: keys) }
    let documents = cited.map { "\($0.key.visible): \($0.title.visible)" }.joined(separator: "; ")
    let collection = options.collection?.visible
    let isNamed = cited.contains { $0.title.visible == collection }
    let place = collection.flatMap { isNamed ? nil : $0 + "; " } ?? ""
    return "Source: \(place)\(documents)."
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    let steps = answer.paths.flatMap(\.steps)
    for evidence in EvidenceClass.allCases where steps.contains(where: { $0.evidence == evidence })
    {
      legend.add(evidence.sample, evidence.meaning)
    }
    let shown =
      lanes.isEmpty ? [answer.question.source, answer.question.target] : lanes.flatMap(\.nodes)
    let kinds = shown.compactMap { graph.graph[$0]?.kind }
    for part in DiagramPart.allCases {
      var seen: Set<NodeKind> = []
      let alike = kinds.filter { DiagramPart($0) == part && seen.insert($0).inserted }
      guard !alike.isEmpty else { continue }
      legend.add(.node(part), alike.map(noun).joined(separator: ", "))
    }
    if shown.contains(where: { (graph.graph[$0]?[.designation] ?? .named) != .named }) {
      legend.add(.node(.actor, isUnnamed: true), "class of actors, or unnamed")
    }
    let between = lanesOfNodes
    if between.values.contains(where: { $0.count == 1 }), lanes.count > 1 {
      legend.add(
        .node(line: .mutedText, fill: .ground, isRounded: false, isDashed: false),
        "not filled: in this path only"
      )
    }
    if steps.contains(where: { words.showsArrow($0) }) {
      legend.add(.table(sign("↑")), "reads from the lower to the upper")
    }
    return legend
  }

  /// What people call a node of a kind.
  private func noun(_ kind: NodeKind) -> String {
    kind == .countryCase ? "case" : kind.rawValue.plainWords
  }

  private func sign(_ text: String) -> HTMLTable {
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

  private var description: String {
    var sentences: [String] = []
    if lanes.isEmpty {
      sentences = ["No path from \(source) to \(target)."] + reasons
    } else {
      sentences = ["\(counted(lanes.count, "path")) from \(source) to \(target), side by side."]
      sentences += lanes.map { words.sentence($0.path, number: $0.number) }
    }
    if answer.stoppedEarly { sentences.append("The search was given up early.") }
    return sentences.joined(separator: " ")
  }

  // MARK: No path

  private var reasons: [String] {
    let sentences = scope.noPath(answer)
    guard sentences.isEmpty else { return sentences }
    return answer.stoppedEarly
      ? ["None was found before the search was given up."] : ["No path was asked for."]
  }

  /// Both ends, and between them why nothing links them.
  private var noPathStatements: [DOTStatement] {
    let ends = [("source", answer.question.source), ("target", answer.question.target)]
    let cards = ends.map { key, id in
      DiagramCard(
        id: key,
        part: graph.graph[id].map { DiagramPart($0.kind) } ?? .other,
        name: graph.name(of: id),
        element: key
      )
    }
    let size = CardSize(cards, width: PathLane.cardWidth)
    let nodes = cards.map { card in
      var node = card.node(size, theme)
      node.attributes["penwidth"] = "2.8"
      return DOTStatement.node(node)
    }
    func edge(_ from: DOTIdentifier, _ to: DOTIdentifier, _ ring: DOTAttributes) -> DOTStatement {
      var attributes: DOTAttributes = [
        "class": "gap", "color": .text(theme.colour(.gapLine)), "style": "dashed",
        "penwidth": "2.2", "arrowsize": "0.8", "tooltip": .tooltip("No path"),
      ]
      attributes.all += ring.all
      return .edge(DOTEdge(from: from, to: to, attributes))
    }
    return nodes + [
      .node(panel), edge("source", "reason", ["arrowhead": "odot"]),
      edge("reason", "target", ["dir": "back", "arrowtail": "odot"]),
    ]
  }

  private var panel: DOTNode {
    func row(_ text: String, _ role: DiagramTheme.Role, isBold: Bool) -> [HTMLTable.Cell] {
      let piece = HTMLLabel.Piece.text(text)
      return [
        HTMLTable.Cell(
          ["ALIGN": "LEFT"],
          [
            .font(
              size: DiagramFont.name,
              colour: theme.colour(role),
              [isBold ? .bold([piece]) : piece]
            )
          ]
        )
      ]
    }
    var rows = [row("No path", .gapText, isBold: true)]
    for reason in reasons {
      rows += BrokenText(reason, width: 260, size: DiagramFont.name).lines.map {
        row($0, .text, isBold: false)
      }
    }
    return DOTNode(
      "reason",
      [
        "id": "reason", "class": "gap", "shape": "box", "style": "rounded,dashed",
        "fixedsize": "false", "margin": "0.18,0.1",
        "color": .text(theme.colour(.gapLine)), "penwidth": "1.4",
        "label": .label(
          HTMLLabel([
            .table(
              HTMLTable(
                ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "1"],
                rows: rows
              )
            )
          ])
        ),
        "tooltip": .tooltip(reasons.joined(separator: " ")),
      ]
    )
  }
}
