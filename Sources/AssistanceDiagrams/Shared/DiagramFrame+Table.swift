internal import DOTFormat

extension DiagramFrame {
  /// The picture of one table inside the frame.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - id: The name of its node.
  ///   - description: What it shows in words.
  ///   - smallestText: The size of its smallest text, in points.
  /// - Returns: The picture.
  func diagram(
    of table: HTMLTable,
    id: String,
    description: String,
    smallestText: Double
  ) -> AssistanceDiagram {
    let node = DOTNode(
      .text(id),
      [
        "id": .text(id), "shape": "plain", "style": "solid", "fixedsize": "false",
        "label": .label(HTMLLabel([.table(table)])), "tooltip": .tooltip(title.visible),
      ]
    )
    return AssistanceDiagram(
      graph([.node(node)]),
      title: title,
      description: description,
      smallestText: smallestText,
      theme: theme
    )
  }
}
