internal import AssistanceModel
internal import AssistancePlanning
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

/// A plan as a matrix while it is drawn.
struct ClosurePicture {
  let report: CoverageReport
  let plan: ClosurePlan
  let options: DiagramOptions
  /// The rows that are drawn, by their place in the report.
  let rows: [Int]

  private let gaps: [[NodeID]: ClosurePlan.Gap]
  private let engagements: [[NodeID]: [ClosurePlan.Engagement]]
  /// The number of each actor, from 1.
  private let numbers: [NodeID: Int]

  private static let cellText = 10.0
  private static let keyText = 10.0
  private static let rowText = 11.0

  init(_ report: CoverageReport, _ plan: ClosurePlan, _ options: DiagramOptions) {
    self.report = report
    self.plan = plan
    self.options = options
    gaps = Dictionary(uniqueKeysWithValues: plan.gaps.map { ([$0.row, $0.column], $0) })
    engagements = Dictionary(grouping: plan.engagements) { [$0.row, $0.column] }
    numbers = Dictionary(
      uniqueKeysWithValues: plan.actors.enumerated().map { ($1.actor, $0 + 1) }
    )
    let wanted = Set(plan.gaps.map(\.row) + plan.engagements.map(\.row))
    rows = report.rows.indices.filter { wanted.contains(report.rows[$0]) }
  }

  private var theme: DiagramTheme { options.theme }
  private func name(_ id: NodeID) -> String { report.graph.name(of: id).visible }

  private var hasLetters: Bool { report.columns.count > 10 }
  private var columnWidth: Double { hasLetters ? 30 : 84 }
  private var width: Double { max(520, 220 + Double(report.columns.count) * (columnWidth + 2)) }

  var diagram: AssistanceDiagram {
    let title = options.title ?? "Who could close gaps, and what stays open"
    let frame = DiagramFrame(
      name: "closure_plan",
      title: title,
      lines: lines,
      legend: legend,
      theme: theme,
      width: width
    )
    return frame.diagram(
      of: table,
      id: "plan",
      description: description,
      smallestText: DiagramFont.caption
    )
  }

  // MARK: Words

  private var lines: [DiagramFrame.Line] {
    var lines = plan.summary.map { DiagramFrame.Line(text: $0.visible, role: .text, isBold: true) }
    lines += plan.proofSentences.map { DiagramFrame.Line(text: $0.visible) }
    lines.append(.init(text: "Counted: \(report.question.scopeSentence)."))
    lines += plan.conventions(report.question).prefix(2).map { .init(text: $0.visible) }
    let left = report.rows.count - rows.count
    if left > 0, !rows.isEmpty {
      let noun = report.question.rows.noun(left)
      lines.append(
        .init(text: "\(left) \(noun) without a gap \(left == 1 ? "is" : "are") not drawn.")
      )
    }
    lines.append(
      .init(text: "It does not say that anybody should: only what would close these gaps.")
    )
    let facts = plan.engagements.flatMap(\.ground.facts)
    let keys = Set(facts.flatMap { report.graph.graph[$0]?.sources ?? [] }.map(\.document))
    if let source = options.sourceLine(citing: keys) { lines.append(.init(text: source)) }
    return lines
  }

  private var description: String {
    var sentences = plan.summary + plan.proofSentences
    for share in plan.actors {
      let own = plan.engagements.filter { $0.actor == share.actor }.map {
        "\(name($0.row)) × \(name($0.column))"
      }
      sentences.append("\(name(share.actor)): \(listed(own)).")
    }
    let open = plan.open.map { "\(name($0.row)) × \(name($0.column))" }
    if !open.isEmpty { sentences.append("Open: \(listed(open)).") }
    return sentences.joined(separator: " ").visible
  }

  private func tooltip(_ row: NodeID, _ column: NodeID) -> String {
    let cell = "\(name(row)) × \(name(column))"
    let own = engagements[[row, column]] ?? []
    var parts = own.map { engagement in
      let basis =
        engagement.ground.place.map { " (\($0))" }
        ?? " (\(counted(engagement.ground.facts.count, "fact")))"
      return "\(name(engagement.actor)) at \(engagement.cost)\(basis)"
    }
    if let gap = gaps[[row, column]], !gap.isClosed { parts.append("open: \(gap.openReason)") }
    if parts.isEmpty {
      parts = [report.cell(row, column)?.state.phrase ?? "no gap"]
    }
    return "\(cell): \(parts.joined(separator: "; "))".visible
  }

  // MARK: The matrix

  private var table: HTMLTable {
    let matrix = HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "2"],
      rows: [header] + rows.map(row)
    )
    var parts = [[HTMLTable.Cell(["ALIGN": "LEFT"], [.table(matrix)])]]
    guard !rows.isEmpty else { return HTMLTable(Self.bare, rows: [[text("No gap", .mutedText)]]) }
    if hasLetters {
      parts.append([
        HTMLTable.Cell(
          ["ALIGN": "LEFT"],
          [
            .table(
              key(report.columns.indices.map { (letter($0), name(report.columns[$0]), "") })
            )
          ]
        )
      ])
    }
    if !plan.actors.isEmpty {
      let entries = plan.actors.enumerated().map { place, share in
        (
          String(place + 1), name(share.actor),
          "\(share.engagementCount)" + (plan.question.hasGivenCosts ? ", at \(share.total)" : "")
        )
      }
      parts.append([HTMLTable.Cell(["ALIGN": "LEFT"], [.table(key(entries))])])
    }
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "4"],
      rows: parts
    )
  }

  private static let bare: HTMLTable.KeyValuePairs = [
    "BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0",
  ]

  /// The letters of a column: A to Z, then AA, AB and on.
  private func letter(_ place: Int) -> String {
    var (text, rest) = ("", place)
    repeat {
      text = String(UnicodeScalar(UInt8(65 + rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  private func text(
    _ text: String,
    _ role: DiagramTheme.Role,
    size: Double = cellText,
    isBold: Bool = false,
    _ attributes: [(String, String)] = []
  ) -> HTMLTable.Cell {
    let piece = HTMLLabel.Piece.text(text)
    return HTMLTable.Cell(
      .init(attributes),
      [.font(size: size, colour: theme.colour(role), [isBold ? .bold([piece]) : piece])]
    )
  }

  private var header: [HTMLTable.Cell] {
    let corner = text(
      "\(report.question.rows.noun(1)) ↓   \(report.question.columns.noun(1)) →",
      .mutedText,
      [("ALIGN", "RIGHT"), ("VALIGN", "BOTTOM")]
    )
    return [corner]
      + report.columns.enumerated().map { place, column in
        let attributes = [
          ("VALIGN", "BOTTOM"), ("WIDTH", String(Int(columnWidth))), ("ID", "column-\(place)"),
          ("TARGET", "_self"), ("TOOLTIP", name(column)),
        ]
        guard !hasLetters else { return text(letter(place), .text, attributes) }
        let broken = BrokenText(
          name(column),
          width: columnWidth - 4,
          size: Self.cellText,
          maximum: 7
        )
        return HTMLTable.Cell(
          .init(attributes),
          broken.lines.flatMap { line -> [HTMLLabel.Piece] in
            [
              .font(size: Self.cellText, colour: theme.colour(.text), [.text(line)]), .lineBreak(),
            ]
          }
        )
      }
  }

  private func row(_ place: Int) -> [HTMLTable.Cell] {
    let row = report.rows[place]
    let broken = BrokenText(name(row), width: 210, size: Self.rowText, maximum: 1)
    return [
      text(
        broken.lines.first ?? "",
        .text,
        size: Self.rowText,
        [
          ("ALIGN", "LEFT"), ("ID", "row-\(place)"), ("TARGET", "_self"), ("TOOLTIP", name(row)),
        ]
      )
    ] + report.columns.indices.map { cell(place, $0) }
  }

  private func cell(_ row: Int, _ column: Int) -> HTMLTable.Cell {
    let key = [report.rows[row], report.columns[column]]
    let own = engagements[key] ?? []
    let openSign = gaps[key].flatMap(\.openSign)
    var attributes = [
      ("ID", "cell-\(row)-\(column)"), ("TARGET", "_self"), ("HEIGHT", "18"),
      ("TOOLTIP", tooltip(key[0], key[1])),
    ]
    var words = own.compactMap { numbers[$0.actor] }.sorted().map(String.init)
    if words.count > 3 { words = words.prefix(2) + ["…"] }
    if let openSign {
      attributes += [("BORDER", "1"), ("COLOR", theme.colour(.gapLine))]
      return text((words + [openSign]).joined(separator: " "), .gapText, isBold: true, attributes)
    }
    guard own.isEmpty else {
      attributes += [("BGCOLOR", theme.colour(.actorFill))]
      return text(words.joined(separator: " "), .actorLine, isBold: true, attributes)
    }
    let state = report.states[report.index(row: row, column: column)]
    attributes += [("BGCOLOR", theme.colour(.band))]
    return text(state.isCovered ? "•" : state.sign, .mutedText, attributes)
  }

  // MARK: Keys

  private func key(_ entries: [(sign: String, name: String, note: String)]) -> HTMLTable {
    let across = max(1, Int(width / 330))
    let down = (entries.count + across - 1) / across
    let blank = text(" ", .mutedText)
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "1", "CELLPADDING": "1"],
      rows: (0..<down).map { line in
        (0..<across).flatMap { block -> [HTMLTable.Cell] in
          let place = block * down + line
          guard place < entries.count else { return [blank, blank] }
          let entry = entries[place]
          let name = BrokenText(entry.name, width: 230, size: Self.keyText, maximum: 1)
          return [
            text(
              entry.sign,
              entry.note.isEmpty ? .text : .actorLine,
              isBold: !entry.note.isEmpty,
              [("ALIGN", "RIGHT")]
            ),
            HTMLTable.Cell(
              ["ALIGN": "LEFT"],
              [
                .font(
                  size: Self.keyText,
                  colour: theme.colour(.text),
                  [.text((name.lines.first ?? "") + " ")]
                ),
                .font(size: Self.keyText, colour: theme.colour(.mutedText), [.text(entry.note)]),
              ]
            ),
          ]
        }
      }
    )
  }

  private var legend: DiagramLegend {
    var legend = DiagramLegend()
    func sample(_ cell: HTMLTable.Cell) -> DiagramLegend.Sample {
      .table(
        HTMLTable(
          ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "2"],
          rows: [[cell]]
        )
      )
    }
    if plan.engagements.contains(where: \.closesGap) {
      legend.add(
        sample(
          text(
            "1",
            .actorLine,
            isBold: true,
            [("BGCOLOR", theme.colour(.actorFill)), ("WIDTH", "24")]
          )
        ),
        "a gap, closed by the actor of this number"
      )
    }
    var told: Set<String> = []
    for gap in plan.open {
      guard let sign = gap.openSign, told.insert(sign).inserted else { continue }
      let reason = sign == "×" ? "nobody, or too few, may take it up" : gap.openReason
      legend.add(
        sample(
          text(
            sign,
            .gapText,
            isBold: true,
            [("BORDER", "1"), ("COLOR", theme.colour(.gapLine)), ("WIDTH", "24")]
          )
        ),
        "a gap that stays open: \(reason)"
      )
    }
    let cells = rows.flatMap { row in
      report.columns.indices.map { report.index(row: row, column: $0) }
    }
    func shows(_ isWanted: (CoverageState) -> Bool) -> Bool {
      cells.contains { cell in
        let key = [
          report.rows[cell / report.columns.count], report.columns[cell % report.columns.count],
        ]
        return gaps[key] == nil && engagements[key] == nil && isWanted(report.states[cell])
      }
    }
    let plain = [("BGCOLOR", theme.colour(.band)), ("WIDTH", "24")]
    if shows(\.isCovered) {
      legend.add(sample(text("•", .mutedText, plain)), "as many are reported as are needed")
    }
    for state in [CoverageState.unobservable, .notNeeded] where shows({ $0 == state }) {
      legend.add(sample(text(state.sign, .mutedText, plain)), state.phrase)
    }
    if !plan.actors.isEmpty {
      legend.add(sample(text("1", .actorLine, isBold: true)), "beside a name: its engagements")
    }
    return legend
  }
}

extension ClosurePlan.Gap {
  /// The sign of a gap that stays open, by the reason; `nil` if it is closed.
  fileprivate var openSign: String? {
    switch outcome {
    case .closed: nil
    case .tooFewPossible: "×"
    case .beyondCapacity: "×c"
    case .beyondBudget: "×b"
    }
  }
}
