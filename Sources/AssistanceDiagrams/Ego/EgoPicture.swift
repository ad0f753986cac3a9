internal import AssistanceModel
internal import DOTFormat
internal import GraphCore

/// The view of one node while it is made.
struct EgoPicture {
  /// A group of neighbours with its cards.
  struct Shown {
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

  let id: NodeID
  let graph: AssistanceGraph
  let options: DiagramOptions
  let neighbours: EgoNeighbours

  init(_ id: NodeID, in graph: AssistanceGraph, _ options: DiagramOptions) {
    self.id = id
    self.graph = graph
    self.options = options
    neighbours = EgoNeighbours(of: id, in: graph)
  }

  private var theme: DiagramTheme { options.theme }
  /// What the node is called; a fact says itself.
  var name: String {
    isFact ? EgoFact(id, in: graph).sentence : graph.name(of: id).visible
  }
  var isFact: Bool { graph.graph[id]?.kind == .assistance }

  private static let centre = "centre"

  /// The whole view.
  func diagram() -> AssistanceDiagram {
    let shown = neighbours.groups.indices.map { self.shown($0) }
    let centre = card(id, Self.centre, "centre")
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
        var cards = part.cards
        cards.tellApart(size)
        let nodes = cards.map { $0.node(size, theme) }
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
    let names = rest.map {
      group.areFacts ? EgoFact($0.id, in: graph).sentence : graph.name(of: $0.id).visible
    }
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
        "arrowhead": "none", "tooltip": .tooltip("\(group.words): \(hidden) more"),
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
      ? "\(name) – \(group.words): \(EgoFact(neighbour.id, in: graph).sentence)"
      : group.isLeft
        ? "\(other) – \(group.words): \(name)" : "\(name) – \(group.words): \(other)"
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
      name: node?.kind == .assistance
        ? EgoFact(id, in: graph).sentence : graph.name(of: id).visible,
      element: ElementKey.identifier(element, id.rawValue)
    )
    let designation: Designation = node?[.designation] ?? .named
    card.isUnnamed = designation != .named
    card.caption = [.init(text: detail?.plainWords ?? kindWords(id))]
    // A hint that only repeats the label is not shown as it is.
    card.tooltip = "\(card.name) – kind: \(kindWords(id))"
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
    card.hasRunsOnLines = true
    card.caption = ([neighbour.detail].compactMap(\.self) + foot).map { .init(text: $0) }
    card.tooltip = "\(neighbour.id.rawValue.visible): \(fact.sentence)"
    return card
  }

  func kindWords(_ id: NodeID) -> String {
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
}
