public import AssistanceModel
public import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore
internal import NetworkAlgorithms

extension CommunityReport {
  /// Draws each group as a box with its actors, and a line between two groups that are linked, as
  /// thick as they have links.
  ///
  ///     network.communities().diagram(in: graph)
  ///
  /// Actors with links to other groups stand first, in bold.
  ///
  /// - Parameters:
  ///   - graph: The graph that was asked.
  ///   - options: How it is drawn.
  /// - Returns: The picture, with a legend of what is in it.
  public func diagram(
    in graph: AssistanceGraph,
    _ options: DiagramOptions = DiagramOptions()
  ) -> AssistanceDiagram {
    CommunityPicture(report: self, graph: graph, options: options).diagram
  }
}

/// The view of groups while it is made.
private struct CommunityPicture {
  let report: CommunityReport
  let graph: AssistanceGraph
  let options: DiagramOptions

  /// Up to so many groups are drawn.
  private static let limit = 24

  private var theme: DiagramTheme { options.theme }
  private var scope: GroupScopeWords { GroupScopeWords(network: report.network, graph: graph) }
  private func name(_ id: NodeID) -> String { graph.name(of: id).visible }
  private var title: String { options.title ?? "Groups of actors by their links" }
  private var shown: Int {
    options.detail == .full ? report.communities.count : min(Self.limit, report.communities.count)
  }

  var diagram: AssistanceDiagram {
    let frame = DiagramFrame(
      name: "communities",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: 760,
      rankSeparation: 1.1,
      nodeSeparation: 0.2
    )
    return AssistanceDiagram(
      frame.graph(boxes + edges + rows),
      title: title,
      description: description,
      smallestText: NameBox.size,
      theme: theme
    )
  }

  // MARK: Groups

  private func members(_ place: Int) -> [NameBox.Name] {
    let ties = Set(report.ties.map(\.actor))
    let members = report.communities[place].members
    return members.filter(ties.contains).map { NameBox.Name(text: name($0), isBold: true) }
      + members.filter { !ties.contains($0) }.map { NameBox.Name(text: name($0)) }
  }

  private var boxes: [DOTStatement] {
    (0..<shown).map { place in
      let community = report.communities[place]
      let inside = community.linksInside.values.reduce(0, +)
      let box = NameBox(
        id: "group-\(place + 1)",
        heading: "Group \(place + 1)",
        note: "\(counted(community.members.count, "actor")), \(counted(inside, "link")) inside",
        names: members(place),
        limit: options.detail == .full ? .max - 1 : 16
      )
      return .node(box.node(theme))
    }
  }

  /// The strongest evidence of the links between two groups.
  private var evidenceBetween: [SIMD2<Int>: EvidenceClass] {
    var strongest: [SIMD2<Int>: EvidenceClass] = [:]
    let places = Dictionary(
      uniqueKeysWithValues: report.ties.map { ($0.actor, $0.community) }
    )
    let network = report.network
    for tie in report.ties {
      for link in tie.links {
        let ends = [network.network.sources[Int(link)], network.network.targets[Int(link)]]
          .compactMap { places[network.actors[Int($0)]] }.sorted()
        guard ends.count == 2 else { continue }
        let evidence = network.evidence(of: link)
        let pair = SIMD2(ends[0], ends[1])
        if EvidenceClass.allCases.firstIndex(of: evidence) ?? 0
          < strongest[pair].flatMap({ EvidenceClass.allCases.firstIndex(of: $0) }) ?? .max
        {
          strongest[pair] = evidence
        }
      }
    }
    return strongest
  }

  private var edges: [DOTStatement] {
    let evidenceBetween = evidenceBetween
    return (0..<shown).flatMap { place in
      report.communities[place].linksTo.sorted { $0.key < $1.key }
        .filter { $0.key > place && $0.key < shown }
        .map { other, count in
          let evidence = evidenceBetween[SIMD2(place, other)] ?? .documented
          let text =
            "Groups \(place + 1) and \(other + 1): \(counted(count, "link")), the strongest"
            + " \(evidence.rawValue)"
          var attributes: DOTAttributes = [
            "id": .text("between-\(place + 1)-\(other + 1)"),
            "class": .text(evidence.rawValue), "dir": "none", "label": .text("\(count)"),
            "fontcolor": .text(theme.colour(.text)), "color": .text(theme.colour(.text)),
            "tooltip": .tooltip(text), "labeltooltip": .tooltip(text),
          ]
          attributes.all += evidence.line.all
          attributes["penwidth"] = .number(min(1.2 + 0.5 * Double(count), 7))
          return .edge(
            DOTEdge(
              from: .text("group-\(place + 1)"),
              to: .text("group-\(other + 1)"),
              attributes
            )
          )
        }
    }
  }

  /// Puts groups without links to others side by side, so that the picture does not become a tower.
  private var rows: [DOTStatement] {
    let alone = (0..<shown).filter { place in
      !report.communities[place].linksTo.keys.contains { $0 < shown }
    }
    let half = (alone.count + 1) / 2
    guard alone.count > 3 else { return [] }
    return zip(alone.prefix(half), alone.dropFirst(half)).map { left, right in
      .edge(
        DOTEdge(
          from: .text("group-\(left + 1)"),
          to: .text("group-\(right + 1)"),
          ["style": "invis"]
        )
      )
    }
  }

  // MARK: Words

  private var found: String {
    guard let modularity = report.modularity else {
      return "Nothing links any two actors in this scope."
    }
    let count = report.communities.reduce(0) { $0 + $1.members.count }
    let hundredths = Int((modularity * 100).rounded())
    return "\(counted(count, "linked actor")) in \(counted(report.communities.count, "group"));"
      + " modularity \(PathWords.number(Double(hundredths) / 100)), resolution"
      + " \(PathWords.number(report.resolution))."
  }

  private var lines: [DiagramFrame.Line] {
    var lines = [DiagramFrame.Line(text: found, role: .text, isBold: true)]
    if let modularity = report.modularity, modularity < 0.3 {
      lines.append(
        .init(
          text: "Low modularity: the groups are hardly closer than chance would make them.",
          role: .gapText,
          isBold: true
        )
      )
    }
    if shown < report.communities.count {
      let hidden = report.communities.count - shown
      lines.append(
        .init(
          text: "\(counted(hidden, "smaller group")) \(hidden == 1 ? "is" : "are") not drawn."
        )
      )
    }
    lines += scope.lines(Set(report.network.linkCounts().filter { $0.value > 0 }.keys))
    if !report.unlinked.isEmpty {
      lines.append(
        .init(text: "\(counted(report.unlinked.count, "actor")) without links: not drawn.")
      )
    }
    if let source = options.sourceLine(citing: []) { lines.append(.init(text: source)) }
    return lines
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    guard !report.communities.isEmpty else { return legend }
    legend.add(.node(.actor), "group of actors")
    if !report.ties.isEmpty {
      legend.add(.table(HTMLTable.sign("bold", theme)), "has links to other groups")
      let drawn = Set(evidenceBetween.values)
      for evidence in EvidenceClass.allCases where drawn.contains(evidence) {
        legend.add(evidence.sample, "links between groups, the strongest \(evidence.rawValue)")
      }
      legend.add(.table(HTMLTable.sign("3", theme)), "how many links there are")
    }
    return legend
  }

  private var description: String {
    let groups = report.communities.prefix(shown).enumerated().map { place, community in
      "Group \(place + 1): \(listed(community.members.map { name($0) }))"
    }
    let ties = report.ties.prefix(8).map { "\(name($0.actor)) (\($0.linksOut))" }
    return ([found] + groups + (ties.isEmpty ? [] : ["Links out: " + ties.joined(separator: ", ")]))
      .joined(separator: " ")
  }
}
