public import AssistanceModel
public import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore

extension ReachingGroup {
  /// Draws the group on the left and whom it reaches on the right; the line of a link tells the class
  /// of its evidence.
  ///
  ///     network.reachingAll().diagram(in: graph)
  ///
  /// Actors that only one of the group reaches stand together in a box; those that several reach,
  /// each alone.
  ///
  /// - Parameters:
  ///   - graph: The graph that was asked.
  ///   - options: How it is drawn.
  /// - Returns: The picture, with a legend of what is in it.
  public func diagram(
    in graph: AssistanceGraph,
    _ options: DiagramOptions = DiagramOptions()
  ) -> AssistanceDiagram {
    ReachingPicture(group: self, graph: graph, options: options).diagram
  }
}

/// The view of a group that reaches all, while it is made.
private struct ReachingPicture {
  let group: ReachingGroup
  let graph: AssistanceGraph
  let options: DiagramOptions

  private static let cardWidth = 190.0
  /// Up to so many of the group, and so many whom several reach, are drawn.
  private static let limit = 40

  private var theme: DiagramTheme { options.theme }
  private var scope: GroupScopeWords { GroupScopeWords(network: group.network, graph: graph) }
  private var words: PathStepWords { PathStepWords(graph: graph, question: group.network.scope) }
  private func name(_ id: NodeID) -> String { graph.name(of: id).visible }
  private var title: String { options.title ?? "The fewest actors who reach all others" }

  private var members: ArraySlice<ReachingGroup.Member> {
    options.detail == .full ? group.members[...] : group.members.prefix(Self.limit)
  }

  /// Those whom several of the group reach, in the order in which they are met.
  private var shared: [NodeID] {
    var seen: Set<NodeID> = []
    let all = members.flatMap { member in
      let alone = Set(member.reachesAlone)
      return member.reaches.filter { !alone.contains($0) }
    }
    .filter { seen.insert($0).inserted }
    return options.detail == .full ? all : Array(all.prefix(Self.limit))
  }

  var diagram: AssistanceDiagram {
    let frame = DiagramFrame(
      name: "reach",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: 640,
      rankSeparation: 1.4,
      nodeSeparation: 0.12
    )
    return AssistanceDiagram(
      frame.graph(statements),
      title: title,
      description: description,
      smallestText: NameBox.size,
      theme: theme
    )
  }

  // MARK: The group

  private var statements: [DOTStatement] {
    let cards = members.enumerated().map { place, member in
      scope.card(member.actor, "member-\(place + 1)", caption: caption(member))
    }
    let size = CardSize(cards, width: Self.cardWidth)
    let sharedCards = shared.enumerated().map { scope.card($1, "shared-\($0 + 1)") }
    let sharedSize = CardSize(sharedCards, width: Self.cardWidth, isCompact: true)
    let nodes = zip(cards, members).map { card, member in
      var node = card.node(size, theme)
      if member.isInEvery == true { node.attributes["penwidth"] = "2.8" }
      return node
    }
    var statements = nodes.map { DOTStatement.node($0) }
    for (place, member) in members.enumerated() { statements += boxes(member, number: place + 1) }
    for card in sharedCards {
      var node = card.node(sharedSize, theme)
      node.attributes["fillcolor"] = .text(theme.colour(.ground))
      statements.append(.node(node))
    }
    return statements + sharedEdges + (group.isConnected ? memberEdges : [])
  }

  private func caption(_ member: ReachingGroup.Member) -> String {
    let alone = member.reachesAlone.isEmpty ? "" : ", \(member.reachesAlone.count) alone"
    return "reaches \(member.reaches.count)\(alone)"
  }

  /// The boxes of those whom a member reaches alone, one for each class of evidence.
  private func boxes(_ member: ReachingGroup.Member, number: Int) -> [DOTStatement] {
    let alone = Set(member.reachesAlone)
    return EvidenceClass.allCases.flatMap { evidence -> [DOTStatement] in
      let steps = member.steps.filter { $0.evidence == evidence && alone.contains($0.to) }
      guard !steps.isEmpty else { return [] }
      let box = NameBox(
        id: "reached-\(number)-\(evidence.rawValue)",
        names: steps.map { NameBox.Name(text: name($0.to)) },
        limit: options.detail == .full ? .max - 1 : 12
      )
      let told = steps.prefix(8).map { words.sentence($0) }.joined(separator: " ")
      return [
        .node(box.node(theme)),
        .edge(edge("member-\(number)", box.id, evidence, told)),
      ]
    }
  }

  private var sharedEdges: [DOTStatement] {
    let places = Dictionary(uniqueKeysWithValues: shared.enumerated().map { ($1, $0 + 1) })
    return members.enumerated().flatMap { place, member in
      member.steps.compactMap { step in
        places[step.to].map {
          .edge(
            edge("member-\(place + 1)", "shared-\($0)", step.evidence, words.sentence(step))
          )
        }
      }
    }
  }

  private var memberEdges: [DOTStatement] {
    let places = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { ($1.actor, $0 + 1) }
    )
    return members.enumerated().flatMap { place, member in
      member.steps.compactMap { step -> DOTStatement? in
        guard let other = places[step.to], other > place + 1 else { return nil }
        var edge = edge(
          "member-\(place + 1)",
          "member-\(other)",
          step.evidence,
          words.sentence(step)
        )
        edge.attributes["constraint"] = "false"
        edge.attributes["arrowhead"] = "none"
        edge.attributes["tailport"] = "w"
        edge.attributes["headport"] = "w"
        return .edge(edge)
      }
    }
  }

  private func edge(_ from: String, _ to: String, _ evidence: EvidenceClass, _ text: String)
    -> DOTEdge
  {
    var attributes: DOTAttributes = [
      "id": .text("\(from)-\(to)"), "class": .text(evidence.rawValue), "dir": "none",
      "color": .text(theme.colour(.text)), "tooltip": .tooltip(text.shortened(to: 2000)),
    ]
    attributes.all += evidence.line.all
    return DOTEdge(from: .text(from), to: .text(to), attributes)
  }

  // MARK: Words

  private var found: String {
    let others = Set(group.members.flatMap(\.reaches)).count
    switch group.ending {
    case .unconnectable:
      return "No group of those who may be taken reaches all and hangs together."
    case _ where group.members.isEmpty: return "Nothing links any two actors in this scope."
    case .proven, .givenUp:
      let proof =
        group.ending == .proven
        ? "no smaller group does." : "the search was given up, and a smaller one may exist."
      let twice = group.times > 1 ? ", each \(group.times) times over" : ""
      return "\(counted(group.members.count, "actor"))"
        + " \(group.members.count == 1 ? "reaches" : "reach") all \(counted(others, "other")) that can be"
        + " reached\(twice);"
        + " \(proof)"
    }
  }

  private var lines: [DiagramFrame.Line] {
    let steps = group.members.flatMap(\.steps)
    var lines = [DiagramFrame.Line(text: found, role: .text, isBold: true)]
    if members.count < group.members.count {
      let hidden = group.members.count - members.count
      lines.append(
        .init(
          text:
            "\(hidden) of the \(group.members.count) actors \(hidden == 1 ? "is" : "are") not drawn."
        )
      )
    }
    lines += scope.lines(Set(steps.map(\.evidence)))
    if !group.unreached.isEmpty {
      let text = "Nobody who may be taken reaches \(listed(group.unreached.map { name($0) }))."
      lines.append(.init(text: text, role: .gapText))
    }
    if !group.unlinked.isEmpty {
      lines.append(
        .init(text: "\(counted(group.unlinked.count, "actor")) without links: not drawn.")
      )
    }
    if let source = options.sourceLine(citing: scope.documents(steps)) {
      lines.append(.init(text: source))
    }
    return lines
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    guard !group.members.isEmpty else { return legend }
    legend.add(
      .node(.actor),
      members.contains { $0.isInEvery == true }
        ? "in the group; thick outline: in every smallest one" : "in the group"
    )
    legend.add(
      .node(line: .actorLine, fill: .ground, isRounded: true, isDashed: false),
      "reached; together in a box: by one alone"
    )
    let drawn = Set(members.flatMap(\.steps).map(\.evidence))
    for evidence in EvidenceClass.allCases where drawn.contains(evidence) {
      legend.add(evidence.sample, evidence.meaning)
    }
    return legend
  }

  private var description: String {
    let told = members.map { "\(name($0.actor)): \(listed($0.reaches.map { name($0) }))" }
    return ([found] + told).joined(separator: " ")
  }
}
