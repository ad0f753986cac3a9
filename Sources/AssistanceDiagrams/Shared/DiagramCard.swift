internal import DOTFormat

/// A node: a name in up to four lines and a caption, in a size that holds them.
struct DiagramCard {
  /// A run of a caption in a colour.
  struct Run {
    var text: String
    var role: DiagramTheme.Role = .mutedText

    /// Whether it is bold, so that a gap is what is seen first.
    var isBold: Bool { role == .gapText }

    /// How wide it is, in points.
    func width(_ size: Double) -> Double { text.width(size: size, isBold: isBold) }
  }

  /// Identifies the node in DOT.
  let id: String
  /// What it stands for.
  var part: DiagramPart
  /// The whole name.
  var name: String
  /// What stands below the name.
  var caption: [Run] = []
  /// How many lines the caption may take.
  var captionLines = 2
  /// Whether each run of the caption begins a line.
  var hasRunsOnLines = false
  /// What is said where the pointer rests; the name if it is empty.
  var tooltip: String = ""
  /// Identifies the node in an SVG.
  var element: String
  /// Whether it stands for a class of actors or for somebody whom the source does not name.
  var isUnnamed = false
  /// Whether nobody is reported for it anywhere.
  var isGap = false
  /// Whether nobody is reported for most of it.
  var isMostlyGap = false
  /// Where the name is cut if it does not fit.
  var cut: BrokenText.Cut = .end

  /// The name in lines.
  func broken(_ size: CardSize) -> BrokenText {
    BrokenText(
      name,
      width: size.textWidth(part),
      size: size.nameSize,
      maximum: size.maximumLines,
      cut: cut
    )
  }

  /// The node's statement.
  func node(_ size: CardSize, _ theme: DiagramTheme) -> DOTNode {
    var style = part.isRounded ? ["rounded", "filled"] : ["filled"]
    if isGap || isMostlyGap || isUnnamed { style.append("dashed") }
    let line: DiagramTheme.Role = isGap || isMostlyGap ? .gapLine : part.line
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
        "fillcolor": .text(theme.colour(isGap ? .ground : part.fill)),
        "penwidth": isGap ? "2.6" : isMostlyGap ? "1.8" : "1.4",
        "width": .number(size.width / 72),
        "height": .number(size.height / 72),
      ]
    )
  }

  private var classes: String {
    part.className + (isUnnamed ? " unnamed" : "") + (isGap ? " gap" : "")
      + (isMostlyGap ? " mostly-gap" : "")
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
    for (number, line) in captionRows(size).enumerated() {
      let runs = line.map { run in
        let text = HTMLLabel.Piece.text(run.text)
        return HTMLLabel.Piece.font(
          size: size.captionSize,
          colour: theme.colour(run.role),
          [run.isBold ? .bold([text]) : text]
        )
      }
      pieces.append(.lineBreak())
      pieces += number == 0 ? [size.spacer] + runs + [size.spacer] : runs
    }
    return HTMLLabel(pieces)
  }

  /// The lines of the caption, each of one or more runs; a line that is full leads to the next.
  func captionRows(_ size: CardSize) -> [[Run]] {
    let width = size.textWidth(part)
    let maximum = size.maximumCaptionLines ?? captionLines
    var rows: [[Run]] = []
    var room = 0.0
    for run in caption {
      let separator = "\u{A0}· "
      var piece = Run(text: separator + run.text.visible, role: run.role)
      piece.text = piece.text.replacing(" ", with: "\u{A0}")
      let needed = piece.width(size.captionSize)
      if !hasRunsOnLines, !rows.isEmpty, needed <= room {
        rows[rows.count - 1].append(piece)
        room -= needed
        continue
      }
      guard rows.count < maximum else {
        // What has no room is in the tooltip; the sign says that there is more.
        if let last = rows.indices.last, let end = rows[last].indices.last {
          rows[last][end].text = Self.ended(rows[last], width: width, size: size.captionSize)
        }
        break
      }
      let broken = BrokenText(
        run.text,
        width: width,
        size: size.captionSize,
        maximum: maximum - rows.count,
        isBold: run.isBold
      )
      rows += broken.lines.map { [Run(text: $0, role: run.role)] }
      room = width - (rows.last?.last?.width(size.captionSize) ?? 0)
    }
    return rows
  }

  /// The text of the last of some runs on a line, with an ellipsis.
  private static func ended(_ runs: [Run], width: Double, size: Double) -> String {
    guard let last = runs.last, !last.text.hasSuffix("…") else { return runs.last?.text ?? "" }
    let room = width - runs.dropLast().reduce(0) { $0 + $1.width(size) }
    let text = last.text + "\u{A0}…"
    return text.width(size: size, isBold: last.isBold) <= room
      ? text
      : BrokenText(last.text + " … …", width: room, size: size, maximum: 1, isBold: last.isBold)
        .lines.first ?? last.text
  }

  /// How many lines the caption takes.
  func captionHeight(_ size: CardSize) -> Int { captionRows(size).count }
}

extension [DiagramCard] {
  /// Cuts the middle, and not the end, of names that would be cut to the same text.
  ///
  /// - Parameter size: The size of the cards.
  mutating func tellApart(_ size: CardSize) {
    var places: [[String]: [Int]] = [:]
    for (place, card) in enumerated() {
      let broken = card.broken(size)
      if broken.isShortened { places[broken.lines, default: []].append(place) }
    }
    for alike in places.values where alike.count > 1 {
      for place in alike { self[place].cut = .middle }
    }
  }

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
  var maximumLines = 4
  /// How many lines every caption may take; `nil` if each card says so.
  var maximumCaptionLines: Int?

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
      maximumCaptionLines = 1
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
    if cards.contains(where: { $0.part == .inhibitor }), lines > 1 { height += lines > 3 ? 10 : 3 }
  }
}
