internal import CoverageAnalysis
internal import DOTFormat

extension CoverageCards {
  /// The lines between cards: what is reported first, gaps last, which is on top.
  var lines: [DOTEdge] {
    var lines: [DOTEdge] = []
    for state in [CoverageState.several, .one, .unnamedOnly] where drawsReported {
      for pair in pairs where reportedState(pair) == state { lines.append(line(pair, state)) }
    }
    lines += gaps.lines.map { line(pairs[$0], .nobody) }
    if drawsGathered { lines += columns.map { gatheredLine($0) } }
    let row = rows.first?.id ?? (silentRows.isEmpty ? nil : "rows-silent")
    if lines.isEmpty, let row, let column = columns.first {
      // Without any line the two columns would be one.
      lines.append(DOTEdge(from: .text(column.id), to: .text(row), ["style": "invis"]))
    }
    return lines
  }

  /// Whether each column has a line to the card of the rows in which nothing is reported.
  private var drawsGathered: Bool { !silentRows.isEmpty && columns.count <= CardGaps.lineLimit }

  /// The state whose line stands for what is reported between two cards: between families the
  /// best one, if anything is.
  private func reportedState(_ pair: CardPair) -> CoverageState? {
    [CoverageState.several, .one, .unnamedOnly].first { pair.states.contains($0) }
  }

  private func line(_ pair: CardPair, _ state: CoverageState) -> DOTEdge {
    let (column, row) = (columns[pair.column], rows[pair.row])
    var attributes = attributes(state)
    attributes["id"] = .text((state == .nobody ? "gap-" : "line-") + column.id + "-" + row.id)
    if column.isFamily || row.isFamily {
      attributes["tooltip"] = .tooltip(
        "\(row.name) × \(column.name): \(words.total(MatrixOrder.Total(pair.states))) reported."
      )
      if state != .nobody {
        let share = Double(pair.reported) / Double(pair.states.count)
        attributes["penwidth"] = .number(0.6 + 2 * share, digits: 1)
      }
    } else {
      attributes["tooltip"] = .tooltip(words.cell(row: row.members[0], column: column.members[0]))
    }
    return DOTEdge(from: .text(column.id), to: .text(row.id), attributes)
  }

  private func gatheredLine(_ column: CardGroup) -> DOTEdge {
    var attributes = attributes(.nobody)
    attributes["id"] = .text("gap-\(column.id)-silent")
    attributes["tooltip"] = .tooltip(
      "\(column.name): no reported activity in any of "
        + counted(silentRows.count, words.rowNoun, plural: words.rowPlural)
        + " in which nothing is reported."
    )
    return DOTEdge(from: .text(column.id), to: "rows-silent", attributes)
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
  private var weight: Double { pairs.count { $0.reported > 0 } > 30 ? 0.75 : 1.5 }

  private var reportedColour: String { theme.colour(.formLine) + "c0" }

  /// What is drawn, and nothing else.
  var legend: DiagramLegend {
    var legend = DiagramLegend()
    for state in CardSquares.order.reversed() where report.count(state) > 0 {
      legend.add(.table(CardSquares.sample(state, theme)), state.phrase)
    }
    if !gaps.lines.isEmpty || drawsGathered {
      legend.add(.dashes(.gapLine, hasRing: true), "no reported activity, as a line")
    }
    guard drawsReported else { return legend }
    let drawn = pairs.compactMap { reportedState($0) }
    if drawn.contains(.several) || drawn.contains(.one) {
      let isMixed = drawn.contains(.several) && drawn.contains(.one)
      let wide = isCollapsed ? "; wide: in more cells" : isMixed ? "; wide: several providers" : ""
      legend.add(.line(.formLine), "reported" + wide)
    }
    if drawn.contains(.unnamedOnly) {
      legend.add(.dots(.formLine, hasRing: false), "reported, unnamed providers only")
    }
    return legend
  }
}
