internal import DOTFormat

/// A box with a heading and names below it, as many as can be read.
struct NameBox {
  /// A name, and whether it stands out.
  struct Name: Hashable {
    var text: String
    var isBold = false
  }

  let id: String
  var heading = ""
  var note = ""
  let names: [Name]
  var part = DiagramPart.actor
  /// How many names there may be; of more, the first ones and how many follow.
  var limit = 16
  var width = 236.0

  static let size = 9.0

  /// The node's statement.
  func node(_ theme: DiagramTheme) -> DOTNode {
    DOTNode(
      .text(id),
      [
        "id": .text(id), "class": "group", "shape": "box", "style": "rounded,filled",
        "fixedsize": "false", "margin": "0.1,0.06", "color": .text(theme.colour(part.line)),
        "fillcolor": .text(theme.colour(heading.isEmpty ? .ground : part.fill)), "penwidth": "1.4",
        "label": .label(HTMLLabel([.table(table(theme))])),
        "tooltip": .tooltip(tooltip.shortened(to: 2000)),
      ]
    )
  }

  private var tooltip: String {
    [heading.visible, note.visible, names.map(\.text.visible).joined(separator: ", ")]
      .filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private func table(_ theme: DiagramTheme) -> HTMLTable {
    var rows: [[HTMLTable.Cell]] = []
    if !heading.isEmpty {
      rows.append(row(heading, DiagramFont.heading, theme.colour(.text), isBold: true))
    }
    if !note.isEmpty { rows.append(row(note, Self.size, theme.colour(.mutedText))) }
    // One more than the limit is written rather than “and 1 more”.
    let shown = names.count > limit + 1 ? limit : names.count
    for name in names.prefix(shown) {
      rows.append(row(name.text, Self.size, theme.colour(.text), isBold: name.isBold))
    }
    if shown < names.count {
      rows.append(row("and \(names.count - shown) more", Self.size, theme.colour(.mutedText)))
    }
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "1"],
      rows: rows
    )
  }

  private func row(_ text: String, _ size: Double, _ colour: String, isBold: Bool = false)
    -> [HTMLTable.Cell]
  {
    let line =
      BrokenText(text, width: width, size: size, maximum: 1, isBold: isBold).lines.first ?? ""
    let piece = HTMLLabel.Piece.text(line)
    return [
      HTMLTable.Cell(
        ["ALIGN": "LEFT"],
        [.font(size: size, colour: colour, [isBold ? .bold([piece]) : piece])]
      )
    ]
  }
}
