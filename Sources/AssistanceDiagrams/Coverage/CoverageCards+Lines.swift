internal import CoverageAnalysis
internal import DOTFormat

extension CoverageCards {
  /// The lines between cards: what is reported first, gaps last, which is on top.
  var lines: [DOTEdge] {
    var lines: [DOTEdge] = []
    for state in [CoverageState.several, .one, .unnamedOnly] where drawsReported {
      for place in report.states.indices where report.states[place] == state {
        lines.append(line(place, state))
      }
    }
    lines += gapLines.map { line($0, .nobody) }
    if !silentRows.isEmpty { lines += order.columns.map { gatheredLine(column: $0) } }
    if lines.isEmpty, let row = report.rows.indices.first, let column = report.columns.indices.first
    {
      // Without any line the two columns would be one.
      lines.append(
        DOTEdge(from: .text("column-\(column)"), to: .text("row-\(row)"), ["style": "invis"])
      )
    }
    return lines
  }

  private func line(_ place: Int, _ state: CoverageState) -> DOTEdge {
    let (row, column) = place.quotientAndRemainder(dividingBy: report.columns.count)
    var attributes = attributes(state)
    attributes["id"] = .text("line-\(row)-\(column)")
    attributes["tooltip"] = .tooltip(words.cell(row: row, column: column))
    return DOTEdge(from: .text("column-\(column)"), to: .text("row-\(row)"), attributes)
  }

  private func gatheredLine(column: Int) -> DOTEdge {
    var attributes = attributes(.nobody)
    attributes["id"] = .text("line-silent-\(column)")
    attributes["tooltip"] = .tooltip(
      "\(words.columnName(column)): no reported activity in any of "
        + counted(silentRows.count, words.rowWord, plural: words.rowPlural)
        + " in which nothing is reported."
    )
    return DOTEdge(from: .text("column-\(column)"), to: "rows-silent", attributes)
  }

  private func attributes(_ state: CoverageState) -> DOTAttributes {
    switch state {
    case .nobody:
      [
        "class": "gap", "color": .text(theme.colour(.gapLine)), "style": "dashed",
        "penwidth": "2.2", "arrowhead": "odot", "arrowsize": "0.8",
      ]
    case .unnamedOnly:
      [
        "class": "reported unnamed", "color": .text(reportedColour), "style": "dotted",
        "penwidth": .number(1.2 * weight), "arrowhead": "none",
      ]
    case .one, .notNeeded, .unobservable:
      [
        "class": "reported", "color": .text(reportedColour), "penwidth": .number(0.8 * weight),
        "arrowhead": "none",
      ]
    case .several:
      [
        "class": "reported", "color": .text(reportedColour), "penwidth": .number(1.8 * weight),
        "arrowhead": "none",
      ]
    }
  }

  /// Many lines are finer, so that gaps stay on top.
  private var weight: Double { report.coveredCount > 30 ? 0.75 : 1.5 }

  private var reportedColour: String { theme.colour(.formLine) + "c0" }

  /// What is drawn, and nothing else.
  var legend: DiagramLegend {
    var legend = DiagramLegend()
    for state in CardSquares.order.reversed() where report.count(state) > 0 {
      legend.add(.table(CardSquares.sample(state, theme)), state.phrase)
    }
    if !gapLines.isEmpty || !silentRows.isEmpty {
      legend.add(.dashes(.gapLine, hasRing: true), "no reported activity, as a line")
    }
    if drawsReported, report.count(.several) + report.count(.one) > 0 {
      legend.add(.line(.formLine), "reported; wide: several providers")
    }
    if drawsReported, report.count(.unnamedOnly) > 0 {
      legend.add(.dots(.formLine, hasRing: false), "reported, unnamed providers only")
    }
    return legend
  }
}
