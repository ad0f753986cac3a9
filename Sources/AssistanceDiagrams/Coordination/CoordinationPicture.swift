internal import AssistanceModel
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

/// The coordination diagram while it is made: columns, lines, gaps and words.
struct CoordinationPicture {
  let report: CoverageReport
  let options: DiagramOptions
  let ties: CoordinationTies
  /// Providers, assistance, columns and rows of the report.
  let columns: [CoordinationColumn]
  let gaps: CoordinationGaps
  /// The counts of states on each node of the last two columns.
  let states: (columns: [StateCounts], rows: [StateCounts])
  /// The places of the report's columns and rows.
  let columnPlaces: [NodeID: Int]
  let rowPlaces: [NodeID: Int]
  /// Whether the families of each column stand in boxes.
  let bands: [Bool]

  var graph: AssistanceGraph { report.graph }
  var theme: DiagramTheme { options.theme }

  /// Above so many nodes, families are drawn.
  static let familyLimit = 150
  /// Columns up to this size stay one by one when the others become families.
  static let smallColumn = 8

  init(_ report: CoverageReport, _ options: DiagramOptions) {
    self.report = report
    self.options = options
    let ties = CoordinationTies(report)
    let weights = ties.factCounts
    self.ties = ties
    let ends = [
      ties.providers, ties.assistance, report.columns.map { .node($0) },
      report.rows.map { .node($0) },
    ]
    let total = ends.reduce(0) { $0 + $1.count }
    let nouns = Self.nouns(report.question)
    let parts = Self.parts(ends, report)
    columns = ends.indices.map { index in
      let isCollapsed =
        switch options.detail {
        case .full: false
        case .families: true
        case .automatic: total > Self.familyLimit && ends[index].count > Self.smallColumn
        }
      return CoordinationColumn(
        parts[index],
        nouns[index],
        ends[index],
        isCollapsed: isCollapsed,
        weights: weights,
        in: report.graph
      )
    }
    gaps = CoordinationGaps(
      report,
      columns: columns[2],
      rows: columns[3],
      isFull: options.detail == .full
    )
    states = Self.states(report, columns[2], columns[3])
    columnPlaces = Self.places(report.columns)
    rowPlaces = Self.places(report.rows)
    let silent = Set(gaps.silentRows.map { CoordinationTies.End.node(report.rows[$0]) })
    bands = columns.enumerated().map { Self.hasBands($1, at: $0, without: silent) }
  }

  /// What the nodes of each column are: what the first one is, or could be where there is none.
  private static func parts(
    _ ends: [[CoordinationTies.End]],
    _ report: CoverageReport
  ) -> [DiagramPart] {
    let question = report.question
    let roles = [question.providers, .form, question.columns, question.rows]
    return ends.indices.map { index in
      guard index != 1 else { return .form }
      for case .node(let id) in ends[index] {
        if let node = report.graph.graph[id] { return DiagramPart(node.kind) }
      }
      let role = report.graph.schema.roles.first { $0.kind == roles[index] }
      return role?.nodeKinds.first.map { DiagramPart($0) } ?? .other
    }
  }

  private static func places(_ ids: [NodeID]) -> [NodeID: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  private static func nouns(_ question: CoverageQuestion) -> [(String, String)] {
    [
      noun(question.providers, .provider, ("actor", "actors")),
      ("form of assistance", "forms of assistance"),
      noun(question.columns, .inhibitor, ("inhibitor", "inhibitors")),
      noun(question.rows, .countryCase, ("case", "cases")),
    ]
  }

  /// A role's own word where it is not the one of the standard schema.
  private static func noun(
    _ role: EdgeKind,
    _ standard: EdgeKind,
    _ words: (String, String)
  ) -> (String, String) {
    guard role != standard else { return words }
    let word = role.rawValue.plainWords
    return (word, word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s")
  }

  private static func states(
    _ report: CoverageReport,
    _ columns: CoordinationColumn,
    _ rows: CoordinationColumn
  ) -> (columns: [StateCounts], rows: [StateCounts]) {
    var onColumns = columns.groups.map { _ in StateCounts() }
    var onRows = rows.groups.map { _ in StateCounts() }
    for row in report.rows.indices {
      for column in report.columns.indices {
        let state = report.states[report.index(row: row, column: column)]
        if let place = columns.places[.node(report.columns[column])] { onColumns[place].add(state) }
        if let place = rows.places[.node(report.rows[row])] { onRows[place].add(state) }
      }
    }
    return (onColumns, onRows)
  }

  // MARK: The picture

  /// The whole diagram.
  func diagram() -> AssistanceDiagram {
    var cards = columns.indices.map { self.cards(column: $0) }
    let sizes = columns.indices.map { index in
      cards[index].columnSize(
        width: columns[index].isCompact ? 190 : Self.widths[index],
        isCompact: columns[index].isCompact
      )
    }
    for index in cards.indices { cards[index].tellApart(sizes[index]) }
    let lines = self.lines()
    let width = canvasWidth(sizes)
    let title = self.title
    let frame = DiagramFrame(
      name: "coordination",
      title: title,
      lines: subtitle(),
      legend: legend(cards, lines),
      theme: theme,
      width: width,
      rankSeparation: rankSeparation,
      nodeSeparation: columns.contains { $0.groups.count > CoordinationColumn.bandLimit }
        ? 0.08 : 0.12
    )
    var body: [DOTStatement] = []
    for index in columns.indices {
      guard let band = band(index, cards[index], sizes[index]) else { continue }
      body.append(band)
    }
    body += anchors(lines)
    body += lines.map { .edge($0.edge(theme)) }
    let captionSizes = columns.indices.filter { !cards[$0].isEmpty }
      .map { sizes[$0].captionSize }
    return AssistanceDiagram(
      frame.graph(body),
      title: title,
      description: description(),
      smallestText: captionSizes.min() ?? DiagramFont.caption,
      theme: theme
    )
  }

  private static let widths: [Double] = [144, 150, 164, 144]

  /// Wider where many nodes or many lines have to be told apart.
  private var rankSeparation: Double {
    let count = columns.map(\.groups.count).max() ?? 0
    if count > CoordinationColumn.compactLimit { return 3 }
    let isDense = ties.stages.contains { $0.count > 25 } && !columns.contains(where: \.isCollapsed)
    return isDense ? 1.3 : count > 16 ? 1.5 : count > 4 ? 0.85 : 0.7
  }

  private func canvasWidth(_ sizes: [CardSize]) -> Double {
    let shown = columns.indices.filter { !columns[$0].groups.isEmpty }
    let nodes = shown.reduce(0) { $0 + sizes[$1].width + 24 }
    return nodes + Double(max(0, shown.count - 1)) * rankSeparation * 72
  }

  // MARK: Columns

  /// The identifier of a node: its column and place.
  static func id(_ column: Int, _ place: Int) -> String { "n\(column)_\(place)" }

  /// The identifier of the card of rows in which nothing is reported.
  static let silentID = "silent"

  /// The places of a column that stand on the card of silent rows.
  func silentPlaces(_ column: Int) -> Set<Int> {
    guard column == 3 else { return [] }
    return Set(gaps.silentRows.compactMap { columns[3].places[.node(report.rows[$0])] })
  }

  /// Whether the families of a column stand in boxes: measures under their forms always do, others
  /// where there are many and not every one is a family of its own.
  private static func hasBands(
    _ column: CoordinationColumn,
    at index: Int,
    without silent: Set<CoordinationTies.End>
  ) -> Bool {
    guard !column.isCollapsed else { return false }
    let shown = column.groups.filter { group in
      group.members.first.map { !silent.contains($0) } ?? true
    }
    if index == 1 { return shown.contains(where: \.isMeasure) }
    guard shown.count > CoordinationColumn.bandLimit else { return false }
    let sizes = Dictionary(grouping: shown, by: \.family).values.map(\.count)
    return sizes.count * 2 <= shown.count && sizes.count { $0 > 1 } > 1
  }

  private func cards(column index: Int) -> [DiagramCard] {
    let hidden = silentPlaces(index)
    return columns[index].groups.indices.filter { !hidden.contains($0) }
      .map { card(column: index, place: $0) }
  }

  private func band(_ index: Int, _ cards: [DiagramCard], _ size: CardSize) -> DOTStatement? {
    let column = columns[index]
    let silent = index == 3 ? silentCard() : nil
    guard !cards.isEmpty || silent != nil else { return nil }
    var content: [DOTStatement] = []
    if bands[index] {
      var families: [(name: String, cards: [DiagramCard])] = []
      for card in cards {
        let family = column.groups[place(of: card)].family
        if families.last?.name != family { families.append((family, [])) }
        families[families.count - 1].cards.append(card)
      }
      for (number, family) in families.enumerated() {
        let inner = DiagramBand(
          id: "c\(index)_f\(number)",
          heading: BrokenText(
            family.name,
            width: size.width - 24,
            size: 9,
            maximum: 3,
            isBold: true
          ).lines,
          count: "\(family.cards.count)",
          headingRole: column.part.line,
          isInner: true
        )
        let nodes = family.cards.map { $0.node(size, theme) }
        content.append(inner.cluster([DiagramBand.column(nodes)], theme))
      }
      if let silent { content.append(DiagramBand.column([silent])) }
    } else {
      let nodes = cards.map { $0.node(size, theme) }
      content.append(DiagramBand.column(nodes + [silent].compactMap(\.self)))
    }
    let band = DiagramBand(
      id: "c\(index)",
      heading: [index == 1 && measureCount > 0 ? "ASSISTANCE" : column.heading],
      count: countText(index),
      headingRole: column.part.line
    )
    return band.cluster(content, theme)
  }

  private func place(of card: DiagramCard) -> Int {
    card.id.split(separator: "_").last.flatMap { Int($0) } ?? 0
  }

  /// Invisible edges that keep a column to the right of the one before it where no line does.
  private func anchors(_ lines: [CoordinationLine]) -> [DOTStatement] {
    let targets = Set(lines.map(\.to))
    var statements: [DOTStatement] = []
    var anchor: String?
    for index in columns.indices {
      let hidden = silentPlaces(index)
      let shown = columns[index].groups.indices.filter { !hidden.contains($0) }
      if let anchor {
        var ids: [String] = []
        var seen: Set<String> = []
        for place in shown {
          let family = bands[index] ? columns[index].groups[place].family : ""
          if seen.insert(family).inserted { ids.append(Self.id(index, place)) }
        }
        if index == 3, !gaps.silentRows.isEmpty { ids.append(Self.silentID) }
        for id in ids where !targets.contains(id) || bands[index] {
          let attributes: DOTAttributes = ["style": "invis", "weight": "0"]
          statements.append(.edge(DOTEdge(from: .text(anchor), to: .text(id), attributes)))
        }
      }
      if let first = shown.first { anchor = Self.id(index, first) }
    }
    return statements
  }
}
