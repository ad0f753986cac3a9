internal import AssistanceModel
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
  /// What changes if somebody leaves; `nil` draws the matrix as it is.
  let change: MatrixChange?

  /// The columns, or families of them.
  let columns: [CardGroup]
  /// The rows, or families of them, under the headings of families.
  let sections: [(name: String?, rows: [CardGroup])]

  init(
    _ report: CoverageReport,
    _ sorting: CoverageSorting,
    _ theme: DiagramTheme,
    isCollapsed: Bool = false,
    change: MatrixChange? = nil
  ) {
    (self.report, self.change) = (report, change)
    self.theme = theme
    let order = MatrixOrder(report, sorting)
    self.order = order
    words = CoverageWords(report: report)
    func sorted(_ groups: [CardGroup], _ totals: [MatrixOrder.Total]) -> [CardGroup] {
      guard sorting != .graph, groups.contains(where: \.isFamily) else { return groups }
      let gaps = groups.map { $0.members.map { totals[$0].gaps }.reduce(0, +) }
      return groups.indices.sorted { gaps[$0] == gaps[$1] ? $0 < $1 : gaps[$0] > gaps[$1] }
        .map { groups[$0] }
    }
    columns = sorted(
      CardGroup.groups(
        "column",
        report.columns,
        order: order.columns,
        isCollapsed: isCollapsed && report.columns.count > CoverageMark.Manner.wideColumns,
        in: report
      ),
      order.columnTotals
    )
    sections = (isCollapsed ? [.init(name: nil, rows: order.rows)] : order.sections).map {
      let rows = CardGroup.groups(
        "row",
        report.rows,
        order: $0.rows,
        isCollapsed: isCollapsed,
        in: report
      )
      return ($0.name, sorted(rows, order.rowTotals))
    }
    manner = CoverageMark.Manner(report, columns: columns.count, isChange: change != nil)
  }

  /// Whether a row or a column stands for a family.
  var isCollapsed: Bool { (columns + sections.flatMap(\.rows)).contains(where: \.isFamily) }

  /// How many cells there are.
  var cellCount: Int { columns.count * sections.map(\.rows.count).reduce(0, +) }

  func states(_ rows: [Int], _ columns: [Int]) -> [CoverageState] {
    let states = change?.states ?? report.states
    return rows.flatMap { row in columns.map { states[report.index(row: row, column: $0)] } }
  }

  private func total(_ rows: [Int], _ columns: [Int]) -> MatrixOrder.Total {
    change?.total(rows, columns, in: report) ?? .init(states(rows, columns))
  }

  private func total(row group: CardGroup) -> MatrixOrder.Total {
    group.isFamily || change != nil
      ? total(group.members, Array(report.columns.indices))
      : order.rowTotals[group.members[0]]
  }

  private func total(column group: CardGroup) -> MatrixOrder.Total {
    group.isFamily || change != nil
      ? total(Array(report.rows.indices), group.members)
      : order.columnTotals[group.members[0]]
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
    guard !isNarrow else { return columns.count > 60 ? 18 : isCollapsed ? 34 : 24 }
    let longest =
      columns.flatMap { $0.name.split(separator: " ") }
      .map { String($0).width(size: Self.noteText) }.max() ?? 0
    let least = manner.isWordy ? 96.0 : columns.count > 10 ? 64 : 84
    return min(max(longest + 8, least), 110)
  }

  /// The matrix, and the key to its numbers below it.
  var table: HTMLTable {
    let matrix = HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "2"],
      rows: [header] + sections.flatMap { rows(under: $0.name, $0.rows) } + footer
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
      + columns.enumerated().map { place, column in heading(column, number: place + 1) }
      + [note("reported in", ["ALIGN": "LEFT", "VALIGN": "BOTTOM"])] + spacer
  }

  /// Keeps a small matrix below the beginning of its title instead of its middle.
  private var spacer: [HTMLTable.Cell] {
    let missing = 470 - width
    guard missing > 0 else { return [] }
    return [note(" ", .init([("WIDTH", String(Int(missing)))]))]
  }

  private func heading(_ column: CardGroup, number: Int) -> HTMLTable.Cell {
    let total = total(column: column)
    var pieces: [HTMLLabel.Piece] = []
    if isNarrow {
      let text = HTMLLabel.Piece.text(String(number))
      pieces = [
        .font(
          size: Self.narrowText,
          colour: theme.colour(total.isEmpty ? .gapText : .text),
          [text]
        )
      ]
    } else {
      let name = BrokenText(
        column.name,
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
          + linked(
            column.id,
            column.isFamily ? familyTip(column, total) : words.column(column.members[0], total)
          )
      ),
      pieces
    )
  }

  private func familyTip(_ group: CardGroup, _ total: MatrixOrder.Total) -> String {
    "\(group.name): reported in \(words.total(total))."
  }

  /// A total, never bold: Graphviz sets bold text higher than the text beside it.
  private func totalPiece(_ total: MatrixOrder.Total) -> HTMLLabel.Piece {
    .font(
      size: isNarrow ? Self.narrowText : Self.noteText,
      colour: theme.colour(total.isEmpty ? .gapText : .mutedText),
      [.text(words.total(total))]
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
  /// Graphviz writes that only for cells with a link or a target, and a target alone leads nowhere.
  private func linked(_ id: String, _ tooltip: String) -> [(String, String)] {
    [("ID", id), ("TARGET", "_self"), ("TOOLTIP", tooltip)]
  }

  // MARK: Rows

  private func rows(under name: String?, _ rows: [CardGroup]) -> [[HTMLTable.Cell]] {
    guard let name else { return rows.map(row) }
    let members = rows.flatMap(\.members)
    let total = total(members, Array(report.columns.indices))
    let heading = HTMLTable.Cell(
      ["ALIGN": "LEFT", "COLSPAN": String(columns.count + 1), "HEIGHT": "20"],
      [
        .font(
          size: nameSize,
          colour: theme.colour(.text),
          [.bold([.text(name)])]
        )
      ]
    )
    return [[heading, HTMLTable.Cell(["ALIGN": "LEFT"], [totalPiece(total)])]]
      + rows.map(row)
  }

  private var nameSize: Double { isNarrow ? Self.noteText : Self.nameText }

  private func row(_ row: CardGroup) -> [HTMLTable.Cell] {
    let total = total(row: row)
    var name: [HTMLLabel.Piece] = []
    let broken = BrokenText(row.name, width: 210, size: Self.nameText, maximum: 2)
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
        .init(
          [("ALIGN", "LEFT")]
            + linked(
              row.id,
              row.isFamily ? familyTip(row, total) : words.row(row.members[0], total)
            )
        ),
        name
      )
    ] + columns.map { cell(row, $0) } + [
      HTMLTable.Cell(["ALIGN": "LEFT"], [totalPiece(total)])
    ]
  }

  private func cell(_ row: CardGroup, _ column: CardGroup) -> HTMLTable.Cell {
    guard row.isFamily || column.isFamily else {
      return cell(row: row.members[0], column: column.members[0])
    }
    let total = total(row.members, column.members)
    return CoverageMark(CoverageShare(total), total, manner, theme).cell(
      linked(
        "cell-\(row.id)-\(column.id)",
        "\(row.name) × \(column.name): reported in \(words.total(total))."
      ) + [("HEIGHT", isNarrow ? "16" : "18")]
    )
  }

  private func cell(row: Int, column: Int) -> HTMLTable.Cell {
    let place = report.index(row: row, column: column)
    let state = report.states[place]
    if let changed = change?.cells[place] {
      return CoverageMark(changed, manner, theme).cell(
        linked("cell-\(row)-\(column)", words.cell(changed, row: row, column: column))
          + [("HEIGHT", isNarrow ? "16" : "18")]
      )
    }
    let (named, hasUnnamed) = state == .several ? providers(row: row, column: column) : (0, false)
    return CoverageMark(state, named: named, hasUnnamed: hasUnnamed, manner, theme).cell(
      linked("cell-\(row)-\(column)", words.cell(row: row, column: column))
        + [("HEIGHT", isNarrow ? "16" : "18")]
    )
  }

  /// How many are reported by name, and whether others are besides.
  func providers(row: Int, column: Int) -> (named: Int, hasUnnamed: Bool) {
    let providers = report.cell(row: row, column: column).providers
    let named = providers.count { $0.designation == .named }
    return (named, named < providers.count)
  }

  // MARK: Below the rows

  /// Who offers each column without naming a row, if anybody does.
  private var footer: [[HTMLTable.Cell]] {
    guard report.general.contains(where: { !$0.providers.isEmpty }) else { return [] }
    // Who offers a family of capacities would have to offer each of them.
    guard !columns.contains(where: \.isFamily) else { return [] }
    let label = "Offered in general, no \(words.rowNoun) named"
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
    let entries = columns.enumerated().map { place, column in
      let name = BrokenText(column.name, width: 230, size: 10, maximum: 1)
      return [
        note(String(place + 1), ["ALIGN": "RIGHT"]),
        HTMLTable.Cell(
          ["ALIGN": "LEFT"],
          [
            .font(size: Self.noteText, colour: theme.colour(.text), [.text(name.lines[0] + " ")]),
            totalPiece(total(column: column)),
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
