internal import AssistanceModel
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

/// Builds the cards of a report's rows and columns, and the lines between them.
struct CoverageCards {
  /// Up to so many gaps are lines of their own.
  static let lineLimit = 30

  /// Up to so many cells in which somebody is reported are lines.
  static let reportedLimit = 120

  let report: CoverageReport
  let order: MatrixOrder
  let words: CoverageWords
  let theme: DiagramTheme
  /// The rows in which nothing is reported, if they share one card.
  let silentRows: [Int]
  /// The gaps that are lines, as places in the report's states.
  let gapLines: [Int]

  private static let width = 206.0
  private static let nameSize = 11.0
  private static let noteSize = 9.5
  private static let namePadding = 14.0

  /// The size of the smallest text, in points.
  var smallestText: Double { Self.noteSize }

  init(_ report: CoverageReport, _ sorting: CoverageSorting, _ theme: DiagramTheme) {
    self.report = report
    self.theme = theme
    let order = MatrixOrder(report, sorting)
    self.order = order
    words = CoverageWords(report: report)
    let gaps = report.states.indices.filter { report.states[$0] == .nobody }
    let silent = order.rows.filter { order.rowTotals[$0].isSilent(of: report.columns.count) }
    silentRows = gaps.count > Self.lineLimit && silent.count > 2 ? silent : []
    let gathered = Set(silentRows)
    let others = gaps.filter { !gathered.contains($0 / report.columns.count) }
    gapLines = others.count <= Self.lineLimit ? others : []
  }

  /// Whether what is reported is drawn as lines.
  var drawsReported: Bool { report.coveredCount <= Self.reportedLimit }

  /// How many gaps are neither a line nor in the card that gathers.
  var squareOnlyGaps: Int {
    report.count(.nobody) - gapLines.count - silentRows.count * report.columns.count
  }

  /// What is not drawn as a line, in a sentence; `nil` if everything is.
  var note: String? {
    var parts: [String] = []
    if squareOnlyGaps > 0 { parts.append("\(squareOnlyGaps) of them") }
    if !drawsReported { parts.append("what is reported") }
    guard !parts.isEmpty else { return nil }
    let isMany = squareOnlyGaps > 1 || parts.count > 1
    let what = parts.joined(separator: " and ")
    return what.prefix(1).uppercased() + what.dropFirst()
      + " \(isMany ? "stand" : "stands") in the squares alone: so many lines could not be read."
  }

  // MARK: Cards

  /// The bands with their cards, and the lines.
  var statements: [DOTStatement] {
    let columns = order.columns.map { card(column: $0) }
    let silent = Set(silentRows)
    var rows = order.rows.filter { !silent.contains($0) }.map { card(row: $0) }
    if let gathered = gatheredCard { rows.append(gathered) }
    var bands: [DOTStatement] = []
    if !columns.isEmpty {
      bands.append(
        DiagramBand(
          id: "columns",
          heading: [words.columnPlural.uppercased()],
          count: String(columns.count),
          headingRole: columnPart.line
        ).cluster([DiagramBand.column(columns)], theme)
      )
    }
    if !rows.isEmpty {
      bands.append(
        DiagramBand(
          id: "rows",
          heading: [words.rowPlural.uppercased()],
          count: String(report.rows.count),
          headingRole: rowPart.line
        ).cluster([DiagramBand.column(rows)], theme)
      )
    }
    return bands + lines.map { .edge($0) }
  }

  private var rowPart: DiagramPart { part(report.rows) }
  private var columnPart: DiagramPart { part(report.columns) }

  private func part(_ ids: [NodeID]) -> DiagramPart {
    ids.first.flatMap { report.graph.graph[$0] }.map { DiagramPart($0.kind) } ?? .other
  }

  private func card(column: Int) -> DOTNode {
    card(
      id: "column-\(column)",
      name: words.columnName(column),
      columnPart,
      states: report.rows.indices.map { report.states[report.index(row: $0, column: column)] },
      total: order.columnTotals[column],
      tooltip: words.column(column, order.columnTotals[column]),
      lines: nameLines(report.columns.indices.map { words.columnName($0) })
    )
  }

  private func card(row: Int) -> DOTNode {
    card(
      id: "row-\(row)",
      name: words.rowName(row),
      rowPart,
      states: report.columns.indices.map { report.states[report.index(row: row, column: $0)] },
      total: order.rowTotals[row],
      tooltip: words.row(row, order.rowTotals[row]),
      lines: nameLines(report.rows.indices.map { words.rowName($0) })
    )
  }

  private func broken(_ name: String) -> BrokenText {
    BrokenText(name, width: Self.width - Self.namePadding, size: Self.nameSize, maximum: 3)
  }

  private func nameLines(_ names: [String]) -> Int {
    names.map { broken($0).lines.count }.max() ?? 1
  }

  private func card(
    id: String,
    name: String,
    _ part: DiagramPart,
    states: [CoverageState],
    total: MatrixOrder.Total,
    tooltip: String,
    lines: Int
  ) -> DOTNode {
    let squares = CardSquares(states, theme)
    let note = note(total)
    // Room for the longest note, so that all cards of a column are alike.
    let longest = "none of \(states.count) reported"
    let noteWidth = longest.width(size: Self.noteSize) + 8
    let isInline = Double(squares.width) + noteWidth <= Self.width - Self.namePadding
    var rows = broken(name).lines.map {
      [cell([.font(size: Self.nameSize, colour: theme.colour(.text), [.text($0)])])]
    }
    let noteCell = cell([
      .font(
        size: Self.noteSize,
        colour: theme.colour(total.gaps > 0 ? .gapText : .mutedText),
        [.text(note)]
      )
    ])
    if let table = squares.table, isInline {
      let line = HTMLTable(
        .init([
          ("BORDER", "0"), ("CELLBORDER", "0"), ("CELLSPACING", "0"), ("CELLPADDING", "1"),
          ("FIXEDSIZE", "TRUE"), ("WIDTH", String(squares.width + Int(noteWidth) + 12)),
          ("HEIGHT", String(max(squares.height, 14) + 6)),
        ]),
        rows: [[cell([.table(table)]), noteCell]]
      )
      rows.append([cell([.table(line)])])
    } else {
      if let table = squares.table { rows.append([cell([.table(table)])]) }
      rows.append([noteCell])
    }
    let height =
      Double(lines) * (Self.nameSize * 1.2 + 2) + Double(squares.height)
      + (isInline ? 3 : Self.noteSize * 1.2 + 4) + 6 + (part == .countryCase ? 3 : 0)
    return DOTNode(
      .text(id),
      [
        "id": .text(id), "class": .text(total.gaps > 0 ? "\(part.className) gap" : part.className),
        "label": .label(HTMLLabel([.table(Self.bare(rows))])), "tooltip": .tooltip(tooltip),
        // An octagon's corners would cut the squares off.
        "shape": part == .inhibitor ? "box" : part.shape,
        "style": .text(part.isRounded ? "rounded,filled" : "filled"),
        "color": .text(theme.colour(part.line)), "fillcolor": .text(theme.colour(.ground)),
        "width": .number(Self.width / 72), "height": .number(height / 72),
      ]
    )
  }

  private func note(_ total: MatrixOrder.Total) -> String {
    guard total.possible > 0 else { return "nothing to report" }
    let reported = "\(total.reported == 0 ? "none" : String(total.reported)) of \(total.possible)"
    return reported + " reported"
  }

  /// One card for all rows in which nothing is reported.
  private var gatheredCard: DOTNode? {
    guard !silentRows.isEmpty else { return nil }
    let names = silentRows.map { row in
      BrokenText(
        words.rowName(row),
        width: Self.width - Self.namePadding,
        size: Self.nameSize,
        maximum: 1
      ).lines[0]
    }
    let heading =
      "Nothing reported for \(counted(silentRows.count, words.rowWord, plural: words.rowPlural))"
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
