internal import AssistanceModel
internal import DOTFormat
internal import GraphCore

/// The view of one node while it is made.
struct EgoPicture {
  /// A group of neighbours with its cards.
  private struct Shown {
    let group: EgoNeighbours.Group
    let band: DiagramBand
    let cards: [DiagramCard]
    let lines: [DOTEdge]
    /// How many neighbours the last card stands for.
    let hidden: Int
  }

  /// Up to so many neighbours on a side are drawn one by one; they fit a page of A3.
  static let limit = 36
  /// How many of each relation are drawn where there are more in all.
  static let groupLimit = 12
  static let familyLimit = 5
  /// Above so many cards on a side, they are written small.
  static let compactLimit = 16

  private let id: NodeID
  private let graph: AssistanceGraph
  private let options: DiagramOptions
  private let neighbours: EgoNeighbours

  init(_ id: NodeID, in graph: AssistanceGraph, _ options: DiagramOptions) {
    self.id = id
    self.graph = graph
    self.options = options
    neighbours = EgoNeighbours(of: id, in: graph)
  }

  private var theme: DiagramTheme { options.theme }
  private var name: String { graph.name(of: id).visible }

  private static let centre = "centre"

  /// The whole view.
  func diagram() -> AssistanceDiagram {
    let shown = neighbours.groups.indices.map { self.shown($0) }
    var centre = card(id, Self.centre, "centre")
    centre.caption = [.init(text: kindWords(id))]
    let centreSize = CardSize([centre], width: 204, nameSize: 13)
    var body: [DOTStatement] = []
    var smallest = DiagramFont.caption
    for isLeft in [true, false] {
      let side = shown.filter { $0.group.isLeft == isLeft }
      let cards = side.flatMap(\.cards)
      let isCompact = cards.count > Self.compactLimit
      if isCompact { smallest = 8 }
      for part in side {
        let width = isCompact ? 240.0 : part.group.areFacts ? 230.0 : 176.0
        let size = CardSize(part.cards, width: width, isCompact: isCompact)
        let nodes = part.cards.map { $0.node(size, theme) }
        body.append(part.band.cluster([DiagramBand.column(nodes)], theme))
      }
      // The node itself stands between the two sides.
      if isLeft {
        var node = centre.node(centreSize, theme)
        node.attributes["penwidth"] = "3"
        body.append(.node(node))
      }
    }
    body += shown.flatMap(\.lines).map { .edge($0) }
    let sides = Set(shown.map(\.group.isLeft)).count
    let width = 204 + Double(sides) * (250 + 1.1 * 72)
    let frame = DiagramFrame(
      name: "ego",
      title: options.title?.visible ?? name,
      lines: subtitle(shown),
      legend: legend(shown),
      theme: theme,
      width: width,
      rankSeparation: 1.1
    )
    return AssistanceDiagram(
      frame.graph(body),
      title: frame.title,
      description: description(shown),
      smallestText: smallest,
      theme: theme
    )
  }

  // MARK: Groups

  private func shown(_ index: Int) -> Shown {
    let group = neighbours.groups[index]
    let limit = self.limit
    // One more than the limit is drawn rather than “and 1 more”.
    let visible = group.neighbours.count > limit + 1 ? limit : group.neighbours.count
    var cards: [DiagramCard] = []
    var lines: [DOTEdge] = []
    for (place, neighbour) in group.neighbours.prefix(visible).enumerated() {
      let key = "g\(index)_\(place)"
      cards.append(
        group.areFacts ? factCard(neighbour, key) : card(neighbour.id, key, key, neighbour.detail)
      )
      lines.append(line(group, neighbour, key))
    }
    let hidden = group.neighbours.count - visible
    if hidden > 0 { (cards, lines) = adding(hidden, to: cards, lines, group, index) }
    let count = group.neighbours.count
    return Shown(
      group: group,
      band: DiagramBand(
        id: "g\(index)",
        heading: [group.heading],
        count: "\(count)",
        headingRole: group.areFacts ? .formLine : .text
      ),
      cards: cards,
      lines: lines,
      hidden: hidden
    )
  }

  /// The most neighbours of one relation that are drawn one by one.
  private var limit: Int {
    let sides = [true, false].map { isLeft in
      neighbours.groups.reduce(0) { $0 + ($1.isLeft == isLeft ? $1.neighbours.count : 0) }
    }
    switch options.detail {
    case .full: return .max - 1
    case .families: return Self.familyLimit
    case .automatic: return (sides.max() ?? 0) > Self.limit ? Self.groupLimit : Self.limit
    }
  }

  private func adding(
    _ hidden: Int,
    to cards: [DiagramCard],
    _ lines: [DOTEdge],
    _ group: EgoNeighbours.Group,
    _ index: Int
  ) -> ([DiagramCard], [DOTEdge]) {
    let key = "g\(index)_more"
    let rest = group.neighbours.suffix(hidden)
    let names = rest.map { group.areFacts ? $0.id.rawValue.visible : graph.name(of: $0.id).visible }
    var card = DiagramCard(
      id: key,
      part: .other,
      name: "and \(hidden) more",
      element: key
    )
    card.isUnnamed = true
    card.tooltip = listed(names, limit: 60)
    let ends: (String, String) = group.isLeft ? (key, Self.centre) : (Self.centre, key)
    let edge = DOTEdge(
      from: .text(ends.0),
      to: .text(ends.1),
      [
        "class": "more", "color": .text(theme.colour(.mutedText)), "penwidth": "1.2",
        "arrowhead": "none", "tooltip": .tooltip("\(group.heading): \(hidden) more"),
      ]
    )
    return (cards + [card], lines + [edge])
  }

  private func line(
    _ group: EgoNeighbours.Group,
    _ neighbour: EgoNeighbours.Neighbour,
    _ key: String
  ) -> DOTEdge {
    let ends: (String, String) = group.isLeft ? (key, Self.centre) : (Self.centre, key)
    let style: DOTIdentifier =
      switch neighbour.evidence {
      case .documented: "solid"
      case .declared: "dashed"
      case .coPresence: "dotted"
      }
    var attributes: DOTAttributes = [
      "class": .text(neighbour.evidence.rawValue), "style": style,
      "color": .text(theme.colour(lineRole(group))), "penwidth": "1.4",
      "tooltip": .tooltip(tooltip(group, neighbour).shortened(to: 2000)),
    ]
    if group.areFacts { attributes["arrowhead"] = "none" }
    return DOTEdge(from: .text(ends.0), to: .text(ends.1), attributes)
  }

  private func lineRole(_ group: EgoNeighbours.Group) -> DiagramTheme.Role {
    group.areFacts ? .formLine : .observedLine
  }

  private func tooltip(
    _ group: EgoNeighbours.Group,
    _ neighbour: EgoNeighbours.Neighbour
  ) -> String {
    let other = graph.name(of: neighbour.id).visible
    let words =
      group.areFacts
      ? "\(name) – \(group.heading): \(EgoFact(neighbour.id, in: graph).sentence)"
      : group.isLeft
        ? "\(other) – \(group.heading): \(name)" : "\(name) – \(group.heading): \(other)"
    let sources = neighbour.sources.map(\.description.visible)
    return words + " – \(neighbour.evidence.rawValue)"
      + (sources.isEmpty ? "" : "; sources " + listed(sources, limit: 4))
  }

  // MARK: Cards

  private func card(
    _ id: NodeID,
    _ key: String,
    _ element: String,
    _ detail: String? = nil
  ) -> DiagramCard {
    let node = graph.graph[id]
    var card = DiagramCard(
      id: key,
      part: DiagramPart(node?.kind ?? .finding),
      name: graph.name(of: id).visible,
      element: ElementKey.identifier(element, id.rawValue)
    )
    let designation: Designation = node?[.designation] ?? .named
    card.isUnnamed = designation != .named
    card.caption = [.init(text: detail?.plainWords ?? kindWords(id))]
    card.tooltip = "\(card.name) – \(kindWords(id))"
    return card
  }

  private func factCard(_ neighbour: EgoNeighbours.Neighbour, _ key: String) -> DiagramCard {
    let fact = EgoFact(neighbour.id, in: graph)
    var card = DiagramCard(
      id: key,
      part: .fact,
      name: fact.head(without: id),
      element: ElementKey.identifier(key, neighbour.id.rawValue)
    )
    let foot = fact.foot(without: id)
    card.captionLines = 6
    card.caption = ([neighbour.detail].compactMap(\.self) + foot).map { .init(text: $0) }
    card.tooltip = "\(neighbour.id.rawValue.visible): \(fact.sentence)"
    return card
  }

  private func kindWords(_ id: NodeID) -> String {
    guard let node = graph.graph[id] else { return "" }
    let kind = node.kind == .assistance ? "fact" : node.kind.rawValue.plainWords
    switch node[.designation] ?? .named {
    case .class: return "class of actors, no name"
    case .placeholder: return "not named in the source"
    case .named:
      guard let subkind = node[.subkind]?.plainWords else { return kind }
      return subkind.hasSuffix(kind) ? subkind : "\(kind): \(subkind)"
    }
  }

  // MARK: Words

  private func subtitle(_ shown: [Shown]) -> [DiagramFrame.Line] {
    var lines: [DiagramFrame.Line] = []
    if let missing { lines.append(.init(text: missing, role: .gapText, isBold: true)) }
    lines.append(.init(text: summary))
    let hidden = shown.reduce(0) { $0 + $1.hidden }
    if hidden > 0 { lines.append(.init(text: "\(hidden) of them are not drawn one by one.")) }
    let sources = neighbours.groups.flatMap { $0.neighbours.flatMap(\.sources) }.map(\.document)
    if let source = options.sourceLine(citing: Set(sources)) { lines.append(.init(text: source)) }
    return lines
  }

  private var summary: String {
    let counts = neighbours.counts
    let words = kindWords(id).withCapital
    if graph.graph[id]?.kind == .assistance {
      return
        "\(words): \(EgoFact(id, in: graph).sentence). On the left who did it, on the right what"
        + " was done, and for what and where."
    }
    return "\(words); \(counted(counts.relations, "relation")) and"
      + " \(counted(counts.facts, "fact")) about assistance. On the left what points to it, on the"
      + " right what it points to."
  }

  /// What is missing: a node that could be at the end of a fact, and is at none.
  private var missing: String? {
    guard let kind = graph.graph[id]?.kind, neighbours.counts.facts == 0 else { return nil }
    let roles = graph.schema.roles.filter { $0.nodeKinds.contains(kind) }
    let wanted: Set<EdgeKind> = [.provider, .inhibitor, .countryCase]
    guard roles.contains(where: { wanted.contains($0.kind) }) else { return nil }
    return "No reported activity: no fact about assistance names it."
  }

  private func legend(_ shown: [Shown]) -> DiagramLegend {
    var legend = DiagramLegend()
    var parts: Set<DiagramPart> = [DiagramPart(graph.graph[id]?.kind ?? .finding)]
    var evidence: Set<EvidenceClass> = []
    var hasUnnamed = graph.graph[id]?[.designation] ?? Designation.named != .named
    for part in shown {
      let drawn = part.group.neighbours.prefix(part.group.neighbours.count - part.hidden)
      evidence.formUnion(drawn.map(\.evidence))
      parts.formUnion(part.cards.filter { !isMore($0) }.map(\.part))
      hasUnnamed = hasUnnamed || part.cards.contains { $0.isUnnamed && !isMore($0) }
    }
    let words: [DiagramPart: String] = [
      .actor: "actor", .form: "form or measure", .fact: "fact about assistance",
      .inhibitor: "inhibitor", .countryCase: "case", .other: "other kind, named below the name",
    ]
    for part in DiagramPart.allCases where parts.contains(part) {
      legend.add(.node(part), words[part] ?? part.rawValue)
    }
    if hasUnnamed { legend.add(.node(.actor, isUnnamed: true), "class of actors, or unnamed") }
    if evidence.contains(.documented) { legend.add(.line(.observedLine), "documented") }
    if evidence.contains(.declared) {
      legend.add(
        .dashes(.observedLine, hasRing: false),
        "declared: read out, possible or prescribed"
      )
    }
    if evidence.contains(.coPresence) {
      legend.add(.dots(.observedLine, hasRing: false), "co-presence")
    }
    return legend
  }

  private func isMore(_ card: DiagramCard) -> Bool { card.id.hasSuffix("_more") }

  private func description(_ shown: [Shown]) -> String {
    var sentences = ["Diagram of \(name) and what it is tied to. \(summary)"]
    if let missing { sentences.append(missing) }
    for part in shown.filter(\.group.isLeft) + shown.filter({ !$0.group.isLeft }) {
      let names = part.group.neighbours.prefix(8).map {
        part.group.areFacts
          ? EgoFact($0.id, in: graph).sentence : graph.name(of: $0.id).visible
      }
      let side = part.group.isLeft ? "Left" : "Right"
      let count = part.group.neighbours.count
      let more = count > names.count ? " and \(count - names.count) more" : ""
      sentences.append(
        "\(side), \(part.group.heading) (\(count)): \(names.joined(separator: "; "))\(more)."
      )
    }
    return sentences.joined(separator: " ")
  }
}
