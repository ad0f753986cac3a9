internal import CoverageAnalysis
internal import DOTFormat

/// Builds the table of a coverage matrix.
struct MatrixTable {
  let report: CoverageReport
  let order: MatrixOrder
  let words: CoverageWords
  let theme: DiagramTheme
  /// How cells are drawn.
  let manner: CoverageMark.Manner

  init(_ report: CoverageReport, _ sorting: CoverageSorting, _ theme: DiagramTheme) {
    self.report = report
    self.theme = theme
    order = MatrixOrder(report, sorting)
    words = CoverageWords(report: report)
    manner = CoverageMark.Manner(report)
  }

  /// Whether columns have numbers, and a key below.
  private var isNarrow: Bool { !manner.isWide }

  /// The size of the smallest text, in points.
  var smallestText: Double { isNarrow ? Self.narrowText : Self.noteText }

  private static let nameText = 11.0
  private static let noteText = 10.0
  private static let narrowText = 9.0

  /// How wide the cells of a column are, in points.
  var columnWidth: Double {
    guard !isNarrow else { return report.columns.count > 60 ? 18 : 24 }
    let longest =
      report.columns.indices.flatMap { words.columnName($0).split(separator: " ") }
      .map { String($0).width(size: Self.noteText) }.max() ?? 0
    let least = manner.isWordy ? 96.0 : report.columns.count > 10 ? 64 : 84
    return min(max(longest + 8, least), 110)
  }

  /// The matrix, and the key to its numbers below it.
  var table: HTMLTable {
    let matrix = HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "2"],
      rows: [header] + order.sections.flatMap(rows) + footer
    )
    guard isNarrow else { return matrix }
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "4"],
      rows: [
        [HTMLTable.Cell(["ALIGN": "LEFT"], [.table(matrix)])],
        [HTMLTable.Cell(["ALIGN": "LEFT"], [.table(key)])],
      ]
    )
  }

  // MARK: Headings

  private var header: [HTMLTable.Cell] {
    let size = isNarrow ? Self.narrowText : Self.noteText
    let colour = theme.colour(.mutedText)
    let corner = HTMLTable.Cell(
      ["ALIGN": "RIGHT", "VALIGN": "BOTTOM"],
      [
        .font(size: size, colour: colour, [.text("\(words.rowWord) ↓   \(words.columnWord) →")]),
        .lineBreak(.right), .font(size: size, colour: colour, [.text("reported in")]),
        .lineBreak(.right),
      ]
    )
    return [corner]
      + order.columns.enumerated().map { place, column in heading(column, number: place + 1) }
      + [note("reported in", ["ALIGN": "LEFT", "VALIGN": "BOTTOM"])] + spacer
  }

  /// Keeps a small matrix below the beginning of its title instead of its middle.
  private var spacer: [HTMLTable.Cell] {
    let missing = 470 - width
    guard missing > 0 else { return [] }
    return [note(" ", .init([("WIDTH", String(Int(missing)))]))]
  }

  private func heading(_ column: Int, number: Int) -> HTMLTable.Cell {
    let total = order.columnTotals[column]
    var pieces: [HTMLLabel.Piece] = []
    if isNarrow {
      let text = HTMLLabel.Piece.text(String(number))
      pieces = [
        .font(
          size: Self.narrowText,
          colour: theme.colour(total.isEmpty ? .gapText : .text),
          [total.isEmpty ? .bold([text]) : text]
        )
      ]
    } else {
      let name = BrokenText(
        words.columnName(column),
        width: columnWidth - 4,
        size: Self.noteText,
        maximum: 7
      )
      for line in name.lines {
        pieces += [
          .font(size: Self.noteText, colour: theme.colour(.text), [.text(line)]), .lineBreak(),
        ]
      }
      pieces.append(totalPiece(total))
    }
    return HTMLTable.Cell(
      .init(
        [("VALIGN", "BOTTOM"), ("WIDTH", String(Int(columnWidth)))]
          + linked("column-\(column)", words.column(column, total))
      ),
      pieces
    )
  }

  private func totalPiece(_ total: MatrixOrder.Total) -> HTMLLabel.Piece {
    let text = HTMLLabel.Piece.text(words.total(total))
    return .font(
      size: isNarrow ? Self.narrowText : Self.noteText,
      colour: theme.colour(total.isEmpty ? .gapText : .mutedText),
      [total.isEmpty ? .bold([text]) : text]
    )
  }

  private func note(_ text: String, _ attributes: HTMLTable.KeyValuePairs) -> HTMLTable.Cell {
    HTMLTable.Cell(
      attributes,
      [
        .font(
          size: isNarrow ? Self.narrowText : Self.noteText,
          colour: theme.colour(.mutedText),
          [.text(text)]
        )
      ]
    )
  }

  /// What makes a cell an element of its own that tells something where the pointer rests:
  /// Graphviz writes that only for cells with a link, so each links to itself.
  private func linked(_ id: String, _ tooltip: String) -> [(String, String)] {
    [("ID", id), ("HREF", "#a_\(id)"), ("TOOLTIP", tooltip)]
  }

  // MARK: Rows

  private func rows(_ section: MatrixOrder.Section) -> [[HTMLTable.Cell]] {
    guard let name = section.name else { return section.rows.map(row) }
    let states = section.rows.flatMap { row in
      report.columns.indices.map { report.states[report.index(row: row, column: $0)] }
    }
    let total = MatrixOrder.Total(states)
    let heading = HTMLTable.Cell(
      ["ALIGN": "LEFT", "COLSPAN": String(report.columns.count + 1), "HEIGHT": "20"],
      [
        .font(
          size: nameSize,
          colour: theme.colour(.text),
          [.bold([.text(name)])]
        )
      ]
    )
    return [[heading, HTMLTable.Cell(["ALIGN": "LEFT"], [totalPiece(total)])]]
      + section.rows.map(row)
  }

  private var nameSize: Double { isNarrow ? Self.noteText : Self.nameText }

  private func row(_ row: Int) -> [HTMLTable.Cell] {
    let total = order.rowTotals[row]
    var name: [HTMLLabel.Piece] = []
    let broken = BrokenText(words.rowName(row), width: 210, size: Self.nameText, maximum: 2)
    for line in broken.lines {
      if !name.isEmpty { name.append(.lineBreak(.left)) }
      name.append(
        .font(
          size: nameSize,
          colour: theme.colour(.text),
          [.text(line)]
        )
      )
    }
    if broken.lines.count > 1 { name.append(.lineBreak(.left)) }
    return [
      HTMLTable.Cell(
        .init([("ALIGN", "LEFT")] + linked("row-\(row)", words.row(row, total))),
        name
      )
    ] + order.columns.map { cell(row: row, column: $0) } + [
      HTMLTable.Cell(["ALIGN": "LEFT"], [totalPiece(total)])
    ]
  }

  private func cell(row: Int, column: Int) -> HTMLTable.Cell {
    let place = report.index(row: row, column: column)
    let state = report.states[place]
    let count =
      state == .several || state == .unnamedOnly
      ? report.cell(row: row, column: column).providers.count : 0
    return CoverageMark(state, count: count, manner, theme).cell(
      linked("cell-\(row)-\(column)", words.cell(row: row, column: column))
        + [("HEIGHT", isNarrow ? "16" : "18")]
    )
  }

  // MARK: Below the rows

  /// Who offers each column without naming a row, if anybody does.
  private var footer: [[HTMLTable.Cell]] {
    guard report.general.contains(where: { !$0.providers.isEmpty }) else { return [] }
    let label = "Offered in general, no \(words.rowWord) named"
    return [
      [note(label, ["ALIGN": "LEFT"])]
        + order.columns.map { column in
          let count = report.general[column].providers.count
          guard count > 0, let tooltip = words.offer(column) else { return note(" ", [:]) }
          let text = isNarrow ? String(count) : "by \(count)"
          return note(text, .init(linked("offer-\(column)", tooltip)))
        } + [note(" ", [:])]
    ]
  }

  /// What the numbers above the columns stand for.
  private var key: HTMLTable {
    let entries = order.columns.enumerated().map { place, column in
      let name = BrokenText(words.columnName(column), width: 230, size: 10, maximum: 1)
      return [
        note(String(place + 1), ["ALIGN": "RIGHT"]),
        HTMLTable.Cell(
          ["ALIGN": "LEFT"],
          [
            .font(size: Self.noteText, colour: theme.colour(.text), [.text(name.lines[0] + " ")]),
            totalPiece(order.columnTotals[column]),
          ]
        ),
      ]
    }
    let across = max(1, Int(width / 300))
    let down = (entries.count + across - 1) / across
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "1", "CELLPADDING": "1"],
      rows: (0..<down).map { line in
        (0..<across).flatMap { block -> [HTMLTable.Cell] in
          let place = block * down + line
          guard place < entries.count else { return [note(" ", [:]), note(" ", [:])] }
          return entries[place]
        }
      }
    )
  }
}

extension MatrixTable {
  /// The states that are drawn, each as it is drawn.
  var legend: DiagramLegend {
    var legend = DiagramLegend()
    let states: [CoverageState] = [
      .nobody, .unnamedOnly, .one, .several, .unobservable, .notNeeded,
    ]
    for state in states where report.count(state) > 0 {
      let mark = CoverageMark(state, count: 2, manner, theme)
      legend.add(.table(mark.sample), phrase(state))
    }
    return legend
  }

  private func phrase(_ state: CoverageState) -> String {
    state == .several ? "\(state.phrase): how many" : state.phrase
  }

  /// About how wide the matrix is, in points.
  var width: Double {
    200 + Double(report.columns.count) * (columnWidth + 2) + 70
  }
}
