internal import AssistanceModel
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

/// Builds the cards of a report's rows and columns, and the lines between them.
struct CoverageCards {
  /// Up to so many pairs of cards between which something is reported have a line.
  static let reportedLimit = 60
  /// Above so many cards, one stands for a family.
  static let cardLimit = 60

  let report: CoverageReport
  let order: MatrixOrder
  let words: CoverageWords
  let theme: DiagramTheme
  let columns: [CardGroup]
  let rows: [CardGroup]
  /// The rows in which nothing is reported, if they share one card.
  let silentRows: [Int]
  /// The cells between every two cards, without those of ``silentRows``.
  let pairs: [CardPair]
  let gaps: CardGaps

  private static let width = 206.0
  private static let nameSize = 11.0
  private static let noteSize = 9.0
  private static let namePadding = 14.0

  /// The size of the smallest text, in points.
  var smallestText: Double { Self.noteSize }

  init(_ report: CoverageReport, _ sorting: CoverageSorting, _ options: DiagramOptions) {
    self.report = report
    theme = options.theme
    let order = MatrixOrder(report, sorting)
    self.order = order
    words = CoverageWords(report: report)
    let isFull = options.detail == .full
    let (columns, allRows) = Self.groups(report, order, options.detail)
    let isCollapsed = (columns + allRows).contains(where: \.isFamily)
    let silent = order.rows.filter { order.rowTotals[$0].isSilent(of: report.columns.count) }
    silentRows =
      !isFull && !allRows.contains(where: \.isFamily) && silent.count > 2
        && report.count(.nobody) > CardGaps.lineLimit ? silent : []
    let gathered = Set(silentRows)
    let rows = allRows.filter { $0.isFamily || !gathered.contains($0.members[0]) }
    (self.columns, self.rows) = (columns, rows)
    let pairs = columns.indices.flatMap { column in
      rows.indices.map { row in
        CardPair(
          column: column,
          row: row,
          states: Self.states(report, rows[row].members, columns[column].members)
        )
      }
    }
    self.pairs = pairs
    gaps = CardGaps(pairs, isCollapsed: isCollapsed, isFull: isFull)
  }

  /// The cards; families where there would be too many, of the longer side first.
  private static func groups(
    _ report: CoverageReport,
    _ order: MatrixOrder,
    _ detail: DiagramOptions.Detail
  ) -> (columns: [CardGroup], rows: [CardGroup]) {
    func columns(_ isCollapsed: Bool) -> [CardGroup] {
      CardGroup.groups(
        "column",
        report.columns,
        order: order.columns,
        isCollapsed: isCollapsed,
        in: report
      )
    }
    func rows(_ isCollapsed: Bool) -> [CardGroup] {
      CardGroup.groups("row", report.rows, order: order.rows, isCollapsed: isCollapsed, in: report)
    }
    let count = report.rows.count + report.columns.count
    switch detail {
    case .families: return (columns(true), rows(true))
    case .automatic where count > cardLimit:
      let hasMoreRows = report.rows.count >= report.columns.count
      let once = (columns: columns(!hasMoreRows), rows: rows(hasMoreRows))
      let isEnough = once.columns.count + once.rows.count <= cardLimit
      return isEnough ? once : (columns(true), rows(true))
    case .automatic, .full: return (columns(false), rows(false))
    }
  }

  private static func states(_ report: CoverageReport, _ rows: [Int], _ columns: [Int])
    -> [CoverageState]
  {
    rows.flatMap { row in
      columns.map { report.states[report.index(row: row, column: $0)] }
    }
  }

  /// How many cards there are.
  var count: Int { columns.count + rows.count }

  var isCollapsed: Bool { (columns + rows).contains(where: \.isFamily) }

  /// Whether what is reported is drawn as lines.
  var drawsReported: Bool { pairs.count { $0.reported > 0 } <= Self.reportedLimit }

  /// How many gaps are neither in a line nor in the card that gathers.
  var squareOnlyGaps: Int {
    report.count(.nobody) - gaps.lines.map { pairs[$0].gaps }.reduce(0, +)
      - silentRows.count * report.columns.count
  }

  /// What is drawn in another way than line by line, in a sentence; `nil` if nothing is.
  var note: String? {
    var parts: [String] = []
    if squareOnlyGaps > 0 { parts.append(counted(squareOnlyGaps, "gap")) }
    if !drawsReported { parts.append("what is reported") }
    var sentences: [String] = []
    let axes = [(words.columnPlural, columns), (words.rowPlural, rows)]
      .filter { $0.1.contains(where: \.isFamily) }.map(\.0)
    if !axes.isEmpty {
      sentences.append(axes.joined(separator: " and ").withCapital + " are drawn by family.")
    }
    if gaps.leastShare > 0 {
      sentences.append(
        "A dashed line where at least \(Int(gaps.leastShare * 100)) % are gaps."
      )
    }
    if !parts.isEmpty {
      let isMany = squareOnlyGaps > 1 || parts.count > 1
      sentences.append(
        parts.joined(separator: " and ").withCapital
          + " \(isMany ? "stand" : "stands") in the \(shapes) alone: so many lines could not be read."
      )
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What the cells of cards are drawn as.
  private var shapes: String {
    func shapes(_ groups: [CardGroup], _ others: Int) -> [Bool] {
      groups.map { $0.members.count * others > CardSquares.limit }
    }
    let areBars = Set(
      shapes(columns, report.rows.count) + shapes(rows, report.columns.count)
    )
    return areBars == [true] ? "bars" : areBars == [false] ? "squares" : "squares and bars"
  }

  // MARK: Cards

  /// The bands with their cards, and the lines.
  var statements: [DOTStatement] {
    let columnAxis = axis(columns, columnPart, words.columnWord, words.columnPlural) {
      Self.states(report, Array(report.rows.indices), $0.members)
    }
    let rowAxis = axis(rows, rowPart, words.rowNoun, words.rowPlural) {
      Self.states(report, $0.members, Array(report.columns.indices))
    }
    let columnCards = columns.indices.map { place in
      let group = columns[place]
      return card(
        place,
        columnAxis,
        tooltip: group.isFamily
          ? nil : words.column(group.members[0], order.columnTotals[group.members[0]])
      )
    }
    var rowCards = rows.indices.map { place in
      let group = rows[place]
      return card(
        place,
        rowAxis,
        tooltip: group.isFamily
          ? nil : words.row(group.members[0], order.rowTotals[group.members[0]])
      )
    }
    if let gathered = gatheredCard { rowCards.append(gathered) }
    return band(
      "columns",
      report.columns.count == 1 ? words.columnWord : words.columnPlural,
      countText(report.columns.count, columns),
      columnPart,
      columnCards
    )
      + band(
        "rows",
        report.rows.count == 1 ? words.rowNoun : words.rowPlural,
        countText(report.rows.count, rows),
        rowPart,
        rowCards
      )
      + lines.map { .edge($0) }
  }

  /// How many rows or columns there are, and in how many cards where those stand for families.
  private func countText(_ count: Int, _ groups: [CardGroup]) -> String {
    groups.contains(where: \.isFamily) ? "\(count) in \(groups.count) groups" : String(count)
  }

  private func band(
    _ id: String,
    _ heading: String,
    _ count: String,
    _ part: DiagramPart,
    _ cards: [DOTNode]
  ) -> [DOTStatement] {
    guard !cards.isEmpty else { return [] }
    return [
      DiagramBand(
        id: id,
        heading: [heading.uppercased()],
        count: count,
        headingRole: part.line
      ).cluster([DiagramBand.column(cards)], theme)
    ]
  }

  private var rowPart: DiagramPart { part(report.rows) }
  private var columnPart: DiagramPart { part(report.columns) }

  private func part(_ ids: [NodeID]) -> DiagramPart {
    ids.first.flatMap { report.graph.graph[$0] }.map { DiagramPart($0.kind) } ?? .other
  }

  private func broken(_ name: String) -> BrokenText {
    BrokenText(name, width: Self.width - Self.namePadding, size: Self.nameSize, maximum: 3)
  }

  /// The cards of a column of the picture, which are all alike.
  private struct Axis {
    let groups: [CardGroup]
    let part: DiagramPart
    /// What one row or column is called, and several.
    let nouns: (one: String, several: String)
    let states: [[CoverageState]]
    let notes: [CardNote]
    /// How many lines the longest name has.
    let nameLines: Int
    /// How wide the longest note is, in points.
    let noteWidth: Double
    let hasFamilies: Bool
  }

  private func axis(
    _ groups: [CardGroup],
    _ part: DiagramPart,
    _ noun: String,
    _ plural: String,
    _ states: (CardGroup) -> [CoverageState]
  ) -> Axis {
    let states = groups.map(states)
    let notes = states.map { CardNote(MatrixOrder.Total($0)) }
    return Axis(
      groups: groups,
      part: part,
      nouns: (noun, plural),
      states: states,
      notes: notes,
      nameLines: groups.map { broken($0.name).lines.count }.max() ?? 1,
      noteWidth: (notes.map { $0.text.width(size: Self.noteSize) }.max() ?? 0) + 8,
      hasFamilies: groups.contains(where: \.isFamily)
    )
  }

  private func card(_ place: Int, _ axis: Axis, tooltip: String?) -> DOTNode {
    let (group, part) = (axis.groups[place], axis.part)
    let (states, note, noteWidth) = (axis.states[place], axis.notes[place], axis.noteWidth)
    let squares = CardSquares(states, theme)
    let isInline =
      !axis.hasFamilies && Double(squares.width) + noteWidth <= Self.width - Self.namePadding
    var rows = broken(group.name).lines.map {
      [cell([.font(size: Self.nameSize, colour: theme.colour(.text), [.text($0)])])]
    }
    if group.isFamily {
      let count = counted(group.members.count, axis.nouns.one, plural: axis.nouns.several)
      rows.append([
        cell([.font(size: Self.noteSize, colour: theme.colour(.mutedText), [.text(count)])])
      ])
    }
    let noteRow = pieces(note)
    if let table = squares.table, isInline {
      let inside = String(Int(noteWidth))
      let line = HTMLTable(
        .init([
          ("BORDER", "0"), ("CELLBORDER", "0"), ("CELLSPACING", "0"), ("CELLPADDING", "1"),
          ("FIXEDSIZE", "TRUE"), ("WIDTH", String(squares.width + Int(noteWidth) + 6)),
          ("HEIGHT", String(max(squares.height, 14) + 6)),
        ]),
        rows: [
          [
            HTMLTable.Cell(["WIDTH": "\(squares.width)"], [.table(table)]),
            HTMLTable.Cell(.init([("ALIGN", "LEFT"), ("WIDTH", inside)]), noteRow),
          ]
        ]
      )
      rows.append([cell([.table(line)])])
    } else {
      if let table = squares.table { rows.append([cell([.table(table)])]) }
      rows.append([cell(noteRow)])
    }
    // A folder's tab takes a little of the height.
    if part == .countryCase {
      rows.insert([HTMLTable.Cell(["HEIGHT": "3"], [])], at: 0)
    }
    let squaresHeight = Double(squares.height)
    let height =
      Double(axis.nameLines) * (Self.nameSize * 1.2 + 2)
      + (axis.hasFamilies ? Self.noteSize * 1.2 + 2 : 0)
      + (isInline ? max(squaresHeight, 14) + 8 : squaresHeight + Self.noteSize * 1.2 + 4)
      + (part == .countryCase ? 9 : 5)
    return DOTNode(
      .text(group.id),
      [
        "id": .text(group.id),
        "class": .text(!note.gaps.isEmpty ? "\(part.className) gap" : part.className),
        "label": .label(HTMLLabel([.table(Self.bare(rows))])),
        "tooltip": .tooltip(tooltip ?? "\(group.name): \(note.text)."),
        // An octagon's corners would cut the squares off.
        "shape": part == .inhibitor ? "box" : part.shape,
        "style": .text(part.isRounded ? "rounded,filled" : "filled"),
        "color": .text(theme.colour(part.line)), "fillcolor": .text(theme.colour(.ground)),
        "width": .number(Self.width / 72), "height": .number(height / 72),
      ]
    )
  }

  /// A note, of which the gaps alone are red.
  private func pieces(_ note: CardNote) -> [HTMLLabel.Piece] {
    [
      (note.reported + note.separator, DiagramTheme.Role.mutedText), (note.gaps, .gapText),
    ].filter { !$0.0.isEmpty }
      .map { .font(size: Self.noteSize, colour: theme.colour($0.1), [.text($0.0)]) }
  }

  /// One card for all rows in which nothing is reported.
  private var gatheredCard: DOTNode? {
    guard !silentRows.isEmpty else { return nil }
    let width = Self.width - Self.namePadding
    let all = silentRows.map(words.rowName)
    // Up to two dozen names stand below each other, more of them side by side.
    let names =
      all.count <= 24
      ? all.map { BrokenText($0, width: width, size: Self.nameSize, maximum: 1).lines[0] }
      : BrokenText(listed(all, limit: 40), width: width, size: Self.nameSize).lines
    let heading =
      "Nothing reported for \(counted(silentRows.count, words.rowNoun, plural: words.rowPlural))"
    let lines = [
      [
        cell([
          .font(
            size: Self.nameSize,
            colour: theme.colour(.gapText),
            [.bold([.text(heading)])]
          )
        ])
      ]
    ]
    let rows = names.map {
      [cell([.font(size: Self.nameSize, colour: theme.colour(.text), [.text($0)])])]
    }
    let height = Double(names.count + 1) * (Self.nameSize * 1.2 + 2) + 14
    return DOTNode(
      "rows-silent",
      [
        "id": "rows-silent", "class": .text("\(rowPart.className) gap"),
        "label": .label(HTMLLabel([.table(Self.bare(lines + rows))])),
        "tooltip": .tooltip(
          (heading + ": " + silentRows.map(words.rowName).joined(separator: ", ") + ".")
            .shortened(to: 2000)
        ),
        "shape": "box", "style": "filled,dashed", "penwidth": "2.2",
        "color": .text(theme.colour(.gapLine)), "fillcolor": .text(theme.colour(.ground)),
        "width": .number(Self.width / 72), "height": .number(height / 72),
      ]
    )
  }

  private func cell(_ pieces: [HTMLLabel.Piece]) -> HTMLTable.Cell { HTMLTable.Cell([:], pieces) }

  private static func bare(_ rows: [[HTMLTable.Cell]]) -> HTMLTable {
    HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "1"],
      rows: rows
    )
  }
}

extension MatrixOrder.Total {
  /// Whether nobody is reported in any of so many cells.
  func isSilent(of count: Int) -> Bool { count > 0 && gaps == count }
}
