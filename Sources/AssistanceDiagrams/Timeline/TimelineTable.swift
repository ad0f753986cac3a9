internal import AssistanceModel
internal import ChangeAnalysis
internal import CoverageAnalysis
internal import DOTFormat
internal import GraphCore

/// Builds the table of a series: lines by steps.
struct TimelineTable {
  /// A line of the table: a row of the matrix, or one cell of it.
  struct Line {
    let row: Int
    /// The column of a cell; `nil` for a whole row.
    let column: Int?
  }

  private let timeline: CoverageTimeline
  private let theme: DiagramTheme
  private let words: CoverageWords
  private let moves: (opened: [Int], closed: [Int])
  /// The steps that are drawn.
  let steps: Range<Int>
  /// The lines that are drawn.
  let lines: [Line]
  /// The rows that have no line, in a sentence.
  let silent: String?

  /// How many steps are drawn.
  private static let mostSteps = 60
  /// Up to how many cells have a line each.
  private static let fewCells = 40
  /// From how many rows on those without anybody have no line.
  private static let manyRows = 40

  static let cellText = 9.0
  private static let nameText = 10.0
  private static let cellWidth = 28.0

  init(_ timeline: CoverageTimeline, _ theme: DiagramTheme) {
    self.timeline = timeline
    self.theme = theme
    words = CoverageWords(report: timeline.report)
    let count = timeline.steps.count
    steps = max(0, count - Self.mostSteps)..<count
    var moves = (
      opened: [Int](repeating: 0, count: count), closed: [Int](repeating: 0, count: count)
    )
    for gap in timeline.gaps() {
      if gap.isOpened { moves.opened[gap.steps.lowerBound] += 1 }
      if gap.isClosed { moves.closed[gap.steps.upperBound] += 1 }
    }
    self.moves = moves
    let columns = Array(timeline.columns.indices)
    guard timeline.report.states.count > Self.fewCells else {
      lines = timeline.rows.indices.flatMap { row in
        columns.map { Line(row: row, column: $0) }
      }
      silent = nil
      return
    }
    let isMany = timeline.rows.count > Self.manyRows
    let drawn = timeline.rows.indices.filter { row in
      guard isMany else { return true }
      return timeline.steps.indices.contains { step in
        timeline.held(rows: CollectionOfOne(row), columns: columns, in: step).held > 0
      }
    }
    lines = drawn.map { Line(row: $0, column: columns.count == 1 ? 0 : nil) }
    let missing = timeline.rows.count - drawn.count
    silent =
      missing == 0
      ? nil
      : "\(missing) of \(timeline.rows.count) \(words.rowPlural) have no provider by name at any time,"
        + " and no line."
  }

  /// How many cells are drawn.
  var cellCount: Int { lines.count * steps.count }
  /// How many gaps opened in the whole series.
  var opened: Int { moves.opened.reduce(0, +) }
  /// How many gaps closed in the whole series.
  var closed: Int { moves.closed.reduce(0, +) }

  /// Whether a line is one cell of the matrix.
  private var isByCell: Bool { lines.contains { $0.column != nil } }

  /// About how wide the table is, in points.
  var width: Double { 230 + Double(steps.count) * (Self.cellWidth + 2) }

  var table: HTMLTable {
    HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "1"],
      rows: [header] + lines.indices.map(line) + footer
    )
  }

  // MARK: Around the lines

  private var header: [HTMLTable.Cell] {
    [note("\(lineWord) ↓", "RIGHT")]
      + steps.map { step in
        var pieces: [HTMLLabel.Piece] = []
        for part in timeline.steps[step].description.split(separator: "-") {
          pieces += [font(String(part), theme.colour(.mutedText)), .lineBreak()]
        }
        return HTMLTable.Cell(["VALIGN": "BOTTOM", "WIDTH": "28"], pieces)
      } + spacer
  }

  /// Keeps a short series below the beginning of its title instead of its middle.
  private var spacer: [HTMLTable.Cell] {
    let missing = 470 - width
    guard missing > 0 else { return [] }
    let blank = font(" ", theme.colour(.mutedText))
    return [HTMLTable.Cell(.init([("WIDTH", String(Int(missing)))]), [blank])]
  }

  /// What a line is called.
  private var lineWord: String {
    guard isByCell else { return words.rowWord }
    switch (timeline.rows.count, timeline.columns.count) {
    case (1, _): return words.columnWord
    case (_, 1): return words.rowWord
    default: return "\(words.rowWord) × \(words.columnWord)"
    }
  }

  /// What a line is about; what all lines share stands in the title.
  private func name(of line: Line) -> String {
    let row = words.rowName(line.row)
    guard let column = line.column else { return row }
    if timeline.columns.count == 1 { return row }
    let name = words.columnName(column)
    return timeline.rows.count == 1 ? name : "\(row) × \(name)"
  }

  private var footer: [[HTMLTable.Cell]] {
    let rows: [(String, (Int) -> Int)] = [
      (
        "cells with a provider by name",
        { step in
          timeline.count(.one, in: step) + timeline.count(.several, in: step)
        }
      ), ("gaps that opened", { moves.opened[$0] }), ("gaps that closed", { moves.closed[$0] }),
    ]
    return rows.map { name, count in
      [note(name, "RIGHT")]
        + steps.map { step in
          let number = count(step)
          return note(number == 0 ? " " : String(number), "CENTER")
        }
    }
  }

  private func font(_ text: String, _ colour: String) -> HTMLLabel.Piece {
    .font(size: Self.cellText, colour: colour, [.text(text)])
  }

  private func note(_ text: String, _ side: String) -> HTMLTable.Cell {
    HTMLTable.Cell(
      .init([("ALIGN", side), ("VALIGN", "BOTTOM")]),
      [font(text, theme.colour(.mutedText))]
    )
  }

  // MARK: Lines

  private func line(_ place: Int) -> [HTMLTable.Cell] {
    let line = lines[place]
    let name = name(of: line)
    var pieces: [HTMLLabel.Piece] = []
    for text in BrokenText(name, width: 210, size: Self.nameText, maximum: 2).lines {
      pieces += [
        .font(size: Self.nameText, colour: theme.colour(.text), [.text(text)]), .lineBreak(.left),
      ]
    }
    return [HTMLTable.Cell(["ALIGN": "LEFT"], pieces)]
      + steps.map { step in
        if let column = line.column { return cell(line.row, column, step, name) }
        return share(line.row, step, name)
      }
  }

  /// How one cell stands.
  private func cell(_ row: Int, _ column: Int, _ step: Int, _ name: String) -> HTMLTable.Cell {
    let state = timeline.states(row: row, column: column)[
      timeline.report.index(row: row, column: column) * timeline.steps.count + step
    ]
    let style = Style(state, theme)
    return marked(
      style,
      id: "cell-\(row)-\(column)-\(step)",
      tip: "\(name), \(timeline.steps[step]): \(state.phrase)."
    )
  }

  /// In how many cells of a row somebody is reported by name.
  private func share(_ row: Int, _ step: Int, _ name: String) -> HTMLTable.Cell {
    let (held, possible) = timeline.held(
      rows: CollectionOfOne(row),
      columns: Array(timeline.columns.indices),
      in: step
    )
    return marked(
      Style(held: held, of: possible, theme),
      id: "cell-\(row)-\(step)",
      tip: "\(name), \(timeline.steps[step]): a provider by name in"
        + " \(held == 0 ? "none" : String(held)) of \(counted(possible, "cell"))."
    )
  }

  private func marked(_ style: Style, id: String, tip: String) -> HTMLTable.Cell {
    var attributes = [
      ("ID", id), ("TARGET", "_self"), ("TOOLTIP", tip), ("HEIGHT", "16"), ("WIDTH", "28"),
    ]
    attributes += style.attributes
    return HTMLTable.Cell(.init(attributes), [font(style.text, style.colour)])
  }
}

extension TimelineTable {
  /// How a cell of the table is drawn: sign and ground tell the same, without a colour, too.
  struct Style: Hashable {
    let text: String
    let colour: String
    let ground: String?
    var isDotted = false
    private let line: String

    init(_ state: CoverageState, _ theme: DiagramTheme) {
      line = theme.colour(.formLine)
      switch state {
      case .notNeeded: (text, ground) = ("–", nil)
      case .unobservable: (text, ground) = ("?", theme.colour(.outline))
      case .nobody: (text, ground) = ("○", theme.colour(.gapLine) + "18")
      case .unnamedOnly: (text, ground) = ("(x)", theme.colour(.formFill))
      case .one: (text, ground) = ("1", theme.colour(.fewFill))
      case .several: (text, ground) = ("+", theme.colour(.manyFill))
      }
      let role: DiagramTheme.Role =
        switch state {
        case .notNeeded: .mutedText
        case .unobservable, .unnamedOnly: .text
        case .nobody: .gapText
        case .one: .fewText
        case .several: .manyText
        }
      colour = theme.colour(role)
      isDotted = state == .unnamedOnly
    }

    init(held: Int, of possible: Int, _ theme: DiagramTheme) {
      line = theme.colour(.formLine)
      let role: DiagramTheme.Role
      if possible == 0 {
        (text, ground, role) = ("–", nil, .mutedText)
      } else if held == 0 {
        (text, ground, role) = ("○", theme.colour(.gapLine) + "18", .gapText)
      } else {
        text = String(held)
        let isAll = held == possible
        ground = theme.colour(isAll ? .manyFill : held * 2 < possible ? .formFill : .fewFill)
        role = isAll ? .manyText : held * 2 < possible ? .text : .fewText
      }
      colour = theme.colour(role)
    }

    /// What the cell of a table says of it.
    var attributes: [(String, String)] {
      var all: [(String, String)] = []
      if let ground { all.append(("BGCOLOR", ground)) }
      if isDotted { all += [("BORDER", "1"), ("COLOR", line), ("STYLE", "dotted")] }
      return all
    }

    /// The mark beside its words in a legend.
    var sample: HTMLTable {
      HTMLTable(
        ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "2"],
        rows: [
          [
            HTMLTable.Cell(
              .init(attributes + [("WIDTH", "28"), ("HEIGHT", "16")]),
              [.font(size: TimelineTable.cellText, colour: colour, [.text(text)])]
            )
          ]
        ]
      )
    }
  }

  /// What is drawn, each as it is drawn.
  var legend: DiagramLegend {
    var legend = DiagramLegend()
    guard !isByCell else {
      let drawn = Set(timeline.states)
      for state in CoverageState.allCases.reversed() where drawn.contains(state) {
        legend.add(.table(Style(state, theme).sample), state.phrase)
      }
      return legend
    }
    let columns = Array(timeline.columns.indices)
    var drawn: Set<Int> = []
    for line in lines {
      for step in steps {
        let (held, possible) = timeline.held(
          rows: CollectionOfOne(line.row),
          columns: columns,
          in: step
        )
        drawn.insert(
          possible == 0 ? 4 : held == 0 ? 3 : held == possible ? 0 : held * 2 < possible ? 2 : 1
        )
      }
    }
    let all = columns.count
    let samples: [(Style, String)] = [
      (Style(held: all, of: all, theme), "a provider by name in all: how many"),
      (Style(held: 2, of: 3, theme), "in half or more: in how many"),
      (Style(held: 1, of: 3, theme), "in fewer than half: in how many"),
      (Style(held: 0, of: 1, theme), "in none"),
      (Style(held: 0, of: 0, theme), "not needed, or cannot be seen in the sources"),
    ]
    for (place, sample) in samples.enumerated() where drawn.contains(place) {
      legend.add(.table(sample.0.sample), sample.1)
    }
    return legend
  }
}
