internal import AssistanceModel
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

extension CoordinationPicture {
  /// The node of a column at a place.
  func card(column index: Int, place: Int) -> DiagramCard {
    let column = columns[index]
    let group = column.groups[place]
    var card = DiagramCard(
      id: Self.id(index, place),
      part: part(index, group),
      name: group.name,
      element: element(index, group, place)
    )
    switch index {
    case 0:
      card.isUnnamed = group.members.allSatisfy { isUnnamed($0) }
      card.caption = actorCaption(group)
    case 1:
      card.isUnnamed = isUnstated(group)
      card.caption = assistanceCaption(group)
    case 2:
      let counts = states.columns[place]
      card.caption = stateCaption(group, counts, 2, others: report.rows.count)
      card.isGap = counts.isSilent
      card.isMostlyGap = marksMostlySilent && counts.isMostlySilent
    default:
      let counts = states.rows[place]
      card.caption = stateCaption(group, counts, 3, others: report.columns.count)
      card.isGap = counts.isSilent
      card.isMostlyGap = marksMostlySilent && counts.isMostlySilent
    }
    card.hasRunsOnLines = group.isFamily
    if index > 1 || group.isFamily { card.captionLines = 3 }
    if column.isCompact { card.caption = card.caption.filter { $0.role == .gapText } }
    card.tooltip = tooltip(index, group, card)
    return card
  }

  /// Whether nodes with mostly gaps have a red outline: where not every gap has a line.
  var marksMostlySilent: Bool { !gaps.areAllDrawn }

  /// What a node is drawn as: what its first member is, whatever its column.
  private func part(_ index: Int, _ group: CoordinationColumn.Group) -> DiagramPart {
    guard case .node(let id)? = group.members.first, let node = graph.graph[id] else {
      return columns[index].part
    }
    return DiagramPart(node.kind)
  }

  private func element(
    _ index: Int,
    _ group: CoordinationColumn.Group,
    _ place: Int
  ) -> String {
    // Two columns may hold nodes of the same kind, or even the same nodes.
    let part = columns[index].part
    let isTaken = columns[..<index].contains { $0.part == part }
    let prefix = (isTaken ? index == 3 ? "row-" : "column-" : "") + part.className
    guard !group.isFamily, let member = group.members.first else {
      return ElementKey.identifier(prefix + "-family", group.family)
    }
    switch member {
    case .node(let id): return ElementKey.identifier(prefix, id.rawValue)
    case .assistance(let form, let measure):
      let key = "\(form?.rawValue ?? "")/\(measure?.rawValue ?? "")"
      return ElementKey.identifier(prefix, key)
    case .unstatedProvider: return prefix + "-not_20stated"
    case .unnamed(let word, let designation):
      return ElementKey.identifier(prefix + "-" + designation.rawValue, word)
    }
  }

  private func designation(_ end: CoordinationTies.End?) -> Designation? {
    if case .unnamed(_, let designation)? = end { return designation }
    guard case .node(let id)? = end else { return nil }
    return graph.graph[id]?[.designation] ?? .named
  }

  private func isUnnamed(_ end: CoordinationTies.End?) -> Bool {
    end == .unstatedProvider || designation(end) == .class || designation(end) == .placeholder
  }

  /// Whether nothing says what was done, or a family stands for measures without a form.
  private func isUnstated(_ group: CoordinationColumn.Group) -> Bool {
    group.members.allSatisfy { end in
      guard case .assistance(nil, let measure) = end else { return false }
      return group.isFamily || measure == nil
    }
  }

  private func actorCaption(_ group: CoordinationColumn.Group) -> [DiagramCard.Run] {
    guard !group.isFamily else {
      let unnamed = group.members.count { isUnnamed($0) }
      let text = counted(group.members.count, noun(0), plural: nouns(0))
      return [.init(text: unnamed > 0 ? "\(text), \(unnamed) unnamed" : text)]
    }
    switch (group.members.first, designation(group.members.first)) {
    case (.unstatedProvider?, _): return []
    case (.unnamed(let word, let designation)?, _):
      let count = ties.members[.unnamed(word, designation)]?.count ?? 0
      let what =
        designation == .class ? "of a class of actors, no names" : "not named in the source"
      return [.init(text: "\(count) \(what)")]
    case (_, .class?): return [.init(text: "class of actors, no name")]
    case (_, .placeholder?): return [.init(text: "not named in the source")]
    default: return group.family == "Other" || bands[0] ? [] : [.init(text: group.family)]
    }
  }

  private func assistanceCaption(_ group: CoordinationColumn.Group) -> [DiagramCard.Run] {
    guard !group.isFamily else {
      let measures = group.members.count { $0.measure != nil }
      return measures > 0 ? [.init(text: counted(measures, "measure"))] : []
    }
    return []
  }

  /// The counts of gaps, and of what the sources cannot show, of a node of the last two columns.
  private func stateCaption(
    _ group: CoordinationColumn.Group,
    _ counts: StateCounts,
    _ index: Int,
    others: Int
  ) -> [DiagramCard.Run] {
    var runs: [DiagramCard.Run] = []
    let (one, several) = columns[index].noun
    if group.isFamily, !group.family.isEmpty {
      runs.append(.init(text: counted(group.members.count, one, plural: several)))
    }
    if others == 1, !group.isFamily {
      let state = CoverageState.allCases.first { counts[$0] > 0 }
      if let state {
        runs.append(.init(text: state.phrase, role: state == .nobody ? .gapText : .mutedText))
      }
      return runs
    }
    if counts.gaps > 0 {
      runs.append(
        .init(text: "gaps: \(counts.gaps) of \(counts.countable)", role: .gapText)
      )
    } else if counts.countable > 0 {
      runs.append(.init(text: "no gap"))
    }
    if counts[.unnamedOnly] > 0 { runs.append(.init(text: "\(counts[.unnamedOnly]) unnamed")) }
    guard !group.isFamily else { return runs }
    if counts[.unobservable] > 0 {
      runs.append(.init(text: "\(counts[.unobservable]) cannot be seen"))
    }
    if counts[.notNeeded] > 0 { runs.append(.init(text: "\(counts[.notNeeded]) not needed")) }
    return runs
  }

  private func tooltip(
    _ index: Int,
    _ group: CoordinationColumn.Group,
    _ card: DiagramCard
  ) -> String {
    var sentences = [group.name]
    if group.isFamily {
      let names = group.members.map { CoordinationColumn.name(of: $0, in: graph) }
      sentences[0] += ": " + listed(names, limit: 30)
    } else if index == 1, case .assistance(let form?, .some)? = group.members.first {
      sentences[0] += " (\(graph.name(of: form).visible))"
    }
    if index > 1 {
      let place = columns[index].places[group.members.first ?? .unstatedProvider] ?? 0
      let counts = index == 2 ? states.columns[place] : states.rows[place]
      sentences += CoverageState.allCases.filter { counts[$0] > 0 }
        .map { "\($0.phrase) in \(counts[$0]) of \(counts.total)" }
    } else {
      // A hint that only repeats the label is not shown as it is.
      if !card.caption.isEmpty {
        sentences.append(
          "\(index == 0 ? noun(0) : "assistance"): "
            + card.caption.map(\.text).joined(separator: ", ")
        )
      }
    }
    return sentences.joined(separator: " – ")
  }

  // MARK: Rows in which nothing is reported

  /// Names in up to 40 lines, as many as fit whole, and how many more there are.
  static func listing(_ names: [String], width: Double, size: Double) -> [String] {
    let names = names.map { $0.shortened(to: 200) }
    var lines: [String] = []
    for count in stride(from: min(names.count, 120), to: 0, by: -1) {
      let broken = BrokenText(listed(names, limit: count), width: width, size: size)
      lines = broken.lines
      if !broken.isShortened, lines.count <= 40 { break }
    }
    return lines
  }

  /// One card for all rows in which nothing at all is reported; `nil` if they are not gathered.
  func silentCard() -> DOTNode? {
    guard !gaps.silentRows.isEmpty else { return nil }
    let (width, size) = (176.0, DiagramFont.caption)
    let names = gaps.silentRows.map { graph.name(of: report.rows[$0]).visible }
    let head = counted(names.count, noun(3), plural: nouns(3))
    let columnCount = report.columns.count
    let what =
      columnCount == 1
      ? "no reported activity"
      : "no reported activity for any of \(columnCount) \(nouns(2))"
    let listing = Self.listing(names, width: width - 18, size: size)
    var pieces: [HTMLLabel.Piece] = [
      .font(size: 15, colour: theme.colour(.gapText), [.bold([.text(head)])]), .lineBreak(),
    ]
    var height = 15.0
    for line in BrokenText(what, width: width - 18, size: 10, isBold: true).lines {
      pieces.append(.font(size: 10, colour: theme.colour(.gapText), [.bold([.text(line)])]))
      pieces.append(.lineBreak())
      height += 10
    }
    for (number, line) in listing.enumerated() {
      if number > 0 { pieces.append(.lineBreak()) }
      pieces.append(.font(size: size, colour: theme.colour(.text), [.text(line)]))
      height += size
    }
    return DOTNode(
      .text(Self.silentID),
      [
        "id": "silent-rows", "class": .text(columns[3].part.className + " gap"),
        "label": .label(HTMLLabel(pieces)),
        "tooltip": .tooltip(
          "\(head): \(what) – \(names.joined(separator: ", "))".shortened(to: 2000)
        ),
        "shape": "box", "style": "rounded,filled,dashed",
        "color": .text(theme.colour(.gapLine)), "fillcolor": .text(theme.colour(.ground)),
        "penwidth": "2.6", "width": .number(width / 72),
        "height": .number((height * DiagramFont.lineHeight + 18) / 72),
      ]
    )
  }
}
