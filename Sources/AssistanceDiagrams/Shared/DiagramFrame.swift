internal import DOTFormat

/// What stands around every diagram: title, lines below it, legend, and the settings that hold for
/// all.
struct DiagramFrame {
  /// A line below the title.
  struct Line: Hashable {
    var text: String
    var role: DiagramTheme.Role = .mutedText
    var isBold = false
  }

  /// The graph's name: the same bytes for the same graph need one.
  var name: String
  var title: String
  var lines: [Line] = []
  var legend = DiagramLegend()
  var theme: DiagramTheme
  /// About how wide the picture is, in points: lines below the title and the legend keep to it.
  var width: Double
  /// Whether edges lead down the page instead of across it.
  var isDownward = false
  /// The distance between columns, in inches.
  var rankSeparation = 1.6
  /// The distance between the nodes of a column, in inches.
  var nodeSeparation = 0.12

  /// The whole graph.
  ///
  /// - Parameter body: The clusters, nodes and edges.
  /// - Returns: The graph, with everything inside one invisible cluster.
  func graph(_ body: [DOTStatement]) -> DOTGraph {
    var all: [DOTStatement] = [
      .attribute(DOTAttribute("peripheries", "0")), .attribute(DOTAttribute("labelloc", "b")),
      .attribute(DOTAttribute("labeljust", "l")), .attribute(DOTAttribute("margin", "4")),
      .attribute(DOTAttribute("tooltip", .tooltip(title.visible))),
    ]
    let label = legend.label(width: width, theme) ?? HTMLLabel([.text(" ")])
    all.append(.attribute(DOTAttribute("label", .label(label))))
    all += body
    return DOTGraph(
      .text(name),
      [
        .defaults(.graph, attributes),
        .defaults(
          .node,
          [
            "fontname": DiagramFont.names, "fontsize": .number(DiagramFont.name),
            "fontcolor": .text(theme.colour(.text)), "style": "filled", "penwidth": "1.4",
            "fixedsize": "true", "margin": "0",
          ]
        ),
        .defaults(
          .edge,
          [
            "fontname": DiagramFont.names, "fontsize": "9", "arrowsize": "0.6",
            "tailport": isDownward ? "s" : "e", "headport": isDownward ? "n" : "w",
          ]
        ),
        .subgraph(DOTSubgraph("cluster_all", all)),
      ]
    )
  }

  private var attributes: DOTAttributes {
    [
      "rankdir": isDownward ? "TB" : "LR", "splines": "true", "nodesep": .number(nodeSeparation),
      "ranksep": .number(rankSeparation), "pad": "0.3",
      "bgcolor": .text(theme.colour(.ground)), "fontname": DiagramFont.names,
      "fontcolor": .text(theme.colour(.text)), "labelloc": "t", "labeljust": "l",
      "outputorder": "edgesfirst", "label": .label(HTMLLabel([.table(heading)])),
      "tooltip": .tooltip(title.visible),
    ]
  }

  private var heading: HTMLTable {
    let width = max(width, 420)
    var rows = BrokenText(
      title,
      width: width,
      size: DiagramFont.title,
      maximum: 3,
      isBold: true
    ).lines.map { row([.bold([.text($0)])], DiagramFont.title, .text) }
    for line in lines {
      let broken = BrokenText(
        line.text,
        width: width,
        size: DiagramFont.subtitle,
        maximum: 12,
        isBold: line.isBold
      )
      rows += broken.lines.map {
        row([line.isBold ? .bold([.text($0)]) : .text($0)], DiagramFont.subtitle, line.role)
      }
    }
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "1"],
      rows: rows
    )
  }

  private func row(
    _ pieces: [HTMLLabel.Piece],
    _ size: Double,
    _ role: DiagramTheme.Role
  ) -> [HTMLTable.Cell] {
    [
      HTMLTable.Cell(
        ["ALIGN": "LEFT"],
        [.font(size: size, colour: theme.colour(role), pieces)]
      )
    ]
  }
}
