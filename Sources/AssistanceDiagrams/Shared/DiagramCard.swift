internal import DOTFormat

/// A node: a name in up to three lines and a caption, in a size that holds them.
struct DiagramCard {
  /// A run of a caption in a colour.
  struct Run {
    var text: String
    var role: DiagramTheme.Role = .mutedText
  }

  /// Identifies the node in DOT.
  let id: String
  /// What it stands for.
  var part: DiagramPart
  /// The whole name.
  var name: String
  /// What stands below the name.
  var caption: [Run] = []
  /// How many lines the caption may take; where there are several, each run begins one.
  var captionLines = 1
  /// What is said where the pointer rests; the name if it is empty.
  var tooltip: String = ""
  /// Identifies the node in an SVG.
  var element: String
  /// Whether it stands for a class of actors or for somebody whom the source does not name.
  var isUnnamed = false
  /// Whether nobody is reported for it anywhere.
  var isGap = false

  /// The name in lines.
  func broken(_ size: CardSize) -> BrokenText {
    BrokenText(
      name,
      width: size.textWidth(part),
      size: size.nameSize,
      maximum: size.maximumLines
    )
  }

  /// The node's statement.
  func node(_ size: CardSize, _ theme: DiagramTheme) -> DOTNode {
    var style = part.isRounded ? ["rounded", "filled"] : ["filled"]
    if isGap || isUnnamed { style.append("dashed") }
    let line: DiagramTheme.Role = isGap ? .gapLine : part.line
    return DOTNode(
      .text(id),
      [
        "id": .text(element),
        "class": .text(classes),
        "label": .label(label(size, theme)),
        "tooltip": .tooltip((tooltip.isEmpty ? name.visible : tooltip).shortened(to: 2000)),
        "shape": part.shape,
        "style": .text(style.joined(separator: ",")),
        "color": .text(theme.colour(line)),
        "fillcolor": .text(theme.colour(part.fill)),
        "penwidth": isGap ? "2.2" : "1.4",
        "width": .number(size.width / 72),
        "height": .number(size.height / 72),
      ]
    )
  }

  private var classes: String {
    part.className + (isUnnamed ? " unnamed" : "") + (isGap ? " gap" : "")
  }

  private func label(_ size: CardSize, _ theme: DiagramTheme) -> HTMLLabel {
    var name: [HTMLLabel.Piece] = []
    for line in broken(size).lines {
      if !name.isEmpty { name.append(.lineBreak()) }
      name.append(isUnnamed ? .italic([.text(line)]) : .text(line))
    }
    var pieces: [HTMLLabel.Piece] = [
      .font(size: size.nameSize, colour: theme.colour(.text), name)
    ]
    if captionLines > 1 {
      for (number, line) in brokenCaption(size).enumerated() {
        let colour = theme.colour(line.role)
        let text = HTMLLabel.Piece.font(size: size.captionSize, colour: colour, [.text(line.text)])
        pieces.append(.lineBreak())
        pieces += number == 0 ? [size.spacer, text, size.spacer] : [text]
      }
    } else if !caption.isEmpty {
      pieces += [.lineBreak(), size.spacer] + captionPieces(size, theme) + [size.spacer]
    }
    return HTMLLabel(pieces)
  }

  /// The caption in lines.
  private func brokenCaption(_ size: CardSize) -> [Run] {
    var lines: [Run] = []
    for run in caption where lines.count < captionLines {
      let broken = BrokenText(
        run.text,
        width: size.textWidth(part),
        size: size.captionSize,
        maximum: captionLines - lines.count
      )
      lines += broken.lines.map { Run(text: $0, role: run.role) }
    }
    return lines
  }

  /// How many lines the caption takes.
  func captionHeight(_ size: CardSize) -> Int {
    caption.isEmpty ? 0 : captionLines > 1 ? brokenCaption(size).count : 1
  }

  /// The runs on one line, cut where they would not fit.
  private func captionPieces(_ size: CardSize, _ theme: DiagramTheme) -> [HTMLLabel.Piece] {
    var room = size.textWidth(part)
    var pieces: [HTMLLabel.Piece] = []
    for run in caption {
      let text = (pieces.isEmpty ? "" : " · ") + run.text.visible
      let fitting = BrokenText(text, width: room, size: size.captionSize, maximum: 1)
      guard room > size.captionSize * 2, let line = fitting.lines.first else { break }
      // Breaking drops the blank before the dot.
      let shown = pieces.isEmpty ? line : " " + line
      pieces.append(
        .font(size: size.captionSize, colour: theme.colour(run.role), [.text(shown)])
      )
      room -= shown.width(size: size.captionSize)
    }
    return pieces
  }
}

extension [DiagramCard] {
  /// A size for a column of these cards: as narrow as may be, but where they are many so wide that
  /// names take the fewest lines, since such a column makes the picture tall.
  ///
  /// - Parameters:
  ///   - width: The least width, in points.
  ///   - isCompact: Whether text is small and names have one line.
  /// - Returns: The size.
  func columnSize(width: Double, isCompact: Bool = false) -> CardSize {
    let narrow = CardSize(self, width: width, isCompact: isCompact)
    guard count > 6 else { return narrow }
    let sizes =
      [narrow]
      + stride(from: width + 16, through: 226, by: 16).map {
        CardSize(self, width: $0, isCompact: isCompact)
      }
    return sizes.min { $0.height < $1.height } ?? narrow
  }
}

/// One size for all cards of a column, in points.
struct CardSize: Hashable {
  var width: Double
  var height: Double
  var nameSize = DiagramFont.name
  var captionSize = DiagramFont.caption
  var maximumLines = 3

  /// A blank as tall as a name: the line that it stands in keeps off the letters above it.
  var spacer: HTMLLabel.Piece { .font(size: nameSize, [.text(" ")]) }

  /// How wide a line of text may be.
  func textWidth(_ part: DiagramPart) -> Double { width * part.textShare - 8 }

  /// A size of this width that holds every card.
  ///
  /// - Parameters:
  ///   - cards: The cards.
  ///   - width: The width, in points.
  ///   - isCompact: Whether there are so many that text is small and names have one line.
  ///   - nameSize: The size of names, in points, where there are not that many.
  init(
    _ cards: [DiagramCard],
    width: Double,
    isCompact: Bool = false,
    nameSize: Double = DiagramFont.name
  ) {
    self.width = width
    self.nameSize = nameSize
    height = 0
    if isCompact {
      self.nameSize = 9
      captionSize = 8
      maximumLines = 1
    }
    var lines = 1
    var captionLines = 0
    for card in cards {
      lines = max(lines, card.broken(self).lines.count)
      captionLines = max(captionLines, card.captionHeight(self))
    }
    let caption =
      captionLines == 0 ? 0 : self.nameSize + Double(captionLines - 1) * captionSize
    let text = (Double(lines) * self.nameSize + caption) * DiagramFont.lineHeight
    height = max(isCompact ? 16 : 36, text + (isCompact ? 5 : 9))
    // A folder has a tab, and an octagon is narrow at its top.
    if cards.contains(where: { $0.part == .countryCase }), !isCompact { height += 4 }
    if cards.contains(where: { $0.part == .inhibitor }), lines > 1 { height += 10 }
  }
}
