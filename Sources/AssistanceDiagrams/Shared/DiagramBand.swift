internal import DOTFormat

/// A box around the nodes of a kind or a family.
struct DiagramBand {
  /// The cluster's name, without `cluster_`: generated, never from data.
  var id: String
  /// The heading; ends of lines in it stay.
  var heading: [String]
  /// What stands behind the heading, such as how many there are.
  var count: String = ""
  var headingRole: DiagramTheme.Role
  var isInner = false

  /// The cluster with its content.
  func cluster(_ content: [DOTStatement], _ theme: DiagramTheme) -> DOTStatement {
    let size = isInner ? 9.0 : DiagramFont.heading
    var lines: [HTMLLabel.Piece] = []
    for line in heading {
      if !lines.isEmpty { lines.append(.lineBreak(.left)) }
      lines.append(.text(line.visible))
    }
    var label: [HTMLLabel.Piece] = [
      .font(
        size: size,
        colour: theme.colour(headingRole),
        [.bold(lines)]
      )
    ]
    if !count.isEmpty {
      label.append(
        .font(size: size, colour: theme.colour(.mutedText), [.text("\u{A0}\u{A0}" + count.visible)])
      )
    }
    if heading.count > 1 { label.append(.lineBreak(.left)) }
    let ground = theme.colour(isInner ? .ground : .band)
    let line = theme.colour(isInner ? .outline : .band)
    return .subgraph(
      DOTSubgraph(
        .text("cluster_" + id),
        [
          .attribute(DOTAttribute("label", .label(HTMLLabel(label)))),
          .attribute(DOTAttribute("tooltip", .tooltip(heading.joined(separator: " ").visible))),
          .attribute(DOTAttribute("peripheries", "1")), .attribute(DOTAttribute("labelloc", "t")),
          .attribute(DOTAttribute("labeljust", "l")),
          .attribute(DOTAttribute("margin", isInner ? "6" : "12")),
          .attribute(DOTAttribute("style", "rounded,filled")),
          .attribute(DOTAttribute("color", .text(line))),
          .attribute(DOTAttribute("fillcolor", .text(ground))),
        ] + content
      )
    )
  }

  /// Nodes that stand below each other.
  static func column(_ nodes: [DOTNode]) -> DOTStatement {
    .subgraph(
      DOTSubgraph(nil, [.attribute(DOTAttribute("rank", "same"))] + nodes.map { .node($0) })
    )
  }
}
