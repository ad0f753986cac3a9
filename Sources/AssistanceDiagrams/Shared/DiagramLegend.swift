internal import DOTFormat

/// The legend of a diagram: an entry for each thing that is drawn, and for nothing else.
struct DiagramLegend {
  /// What an entry shows beside its words.
  enum Sample: Hashable {
    /// A node.
    case node(line: DiagramTheme.Role, fill: DiagramTheme.Role, isRounded: Bool, isDashed: Bool)
    /// A line, whole.
    case line(DiagramTheme.Role)
    /// A line of dashes; with a ring at its end for what is missing.
    case dashes(DiagramTheme.Role, hasRing: Bool)
    /// A line of dots.
    case dots(DiagramTheme.Role, hasRing: Bool)
    /// Something as it is drawn.
    case table(HTMLTable)

    /// A node of a part.
    static func node(_ part: DiagramPart, isUnnamed: Bool = false) -> Sample {
      .node(line: part.line, fill: part.fill, isRounded: part.isRounded, isDashed: isUnnamed)
    }
  }

  /// A sample and its words.
  struct Entry: Hashable {
    let sample: Sample
    let text: String

    init(_ sample: Sample, _ text: String) {
      self.sample = sample
      self.text = text
    }
  }

  /// The entries, each once, in the order in which they were added.
  private(set) var entries: [Entry] = []

  /// Adds an entry unless it is there.
  mutating func add(_ sample: Sample, _ text: String) {
    let entry = Entry(sample, text)
    if !entries.contains(entry) { entries.append(entry) }
  }

  /// The legend as a table of as many columns as fit.
  ///
  /// - Parameters:
  ///   - width: The room there is, in points.
  ///   - theme: The colours.
  /// - Returns: The label, or `nil` if there is no entry.
  func label(width: Double, _ theme: DiagramTheme) -> HTMLLabel? {
    guard !entries.isEmpty else { return nil }
    let columns = columnCount(width: width)
    // Down the columns would put entries of one kind apart; across is how they were added.
    let rows = stride(from: 0, to: entries.count, by: columns).map { start in
      entries[start..<min(start + columns, entries.count)].flatMap { cells($0, theme) }
    }
    return HTMLLabel([
      .table(
        HTMLTable(
          ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "3"],
          rows: rows
        )
      )
    ])
  }

  private func columnCount(width: Double) -> Int {
    for count in stride(from: min(4, entries.count), to: 1, by: -1) {
      let widths = (0..<count).map { column in
        stride(from: column, to: entries.count, by: count).map {
          entries[$0].text.width(size: DiagramFont.legend)
        }.max() ?? 0
      }
      if widths.reduce(0, +) + Double(count) * 70 <= width { return count }
    }
    return 1
  }

  private func cells(_ entry: Entry, _ theme: DiagramTheme) -> [HTMLTable.Cell] {
    [
      HTMLTable.Cell(["ALIGN": "LEFT"], [.table(sample(entry.sample, theme))]),
      HTMLTable.Cell(
        ["ALIGN": "LEFT"],
        [.font(size: DiagramFont.legend, colour: theme.colour(.text), [.text(entry.text)])]
      ),
      HTMLTable.Cell(["WIDTH": "12"], []),
    ]
  }

  private func sample(_ sample: Sample, _ theme: DiagramTheme) -> HTMLTable {
    switch sample {
    case .node(let line, let fill, let isRounded, let isDashed):
      guard !isDashed else { return dashedNode(theme.colour(line), theme.colour(fill)) }
      var attributes: HTMLTable.KeyValuePairs = [
        "BORDER": "1", "COLOR": theme.colour(line), "BGCOLOR": theme.colour(fill),
        "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0",
      ]
      if isRounded { attributes.all.append(DOTAttribute("STYLE", "ROUNDED")) }
      return HTMLTable(attributes, rows: [[Self.block(34, 12)]])
    case .table(let table):
      return table
    case .line(let role):
      return Self.bare([Self.block(34, 3, theme.colour(role))])
    case .dashes(let role, let hasRing):
      return dashed(theme.colour(role), dash: 8, gap: 3, count: hasRing ? 2 : 3, hasRing: hasRing)
    case .dots(let role, let hasRing):
      return dashed(theme.colour(role), dash: 2, gap: 3, count: hasRing ? 4 : 7, hasRing: hasRing)
    }
  }

  private func dashed(
    _ colour: String,
    dash: Int,
    gap: Int,
    count: Int,
    hasRing: Bool
  ) -> HTMLTable {
    var cells: [HTMLTable.Cell] = []
    for _ in 0..<count {
      cells.append(Self.block(dash, 3, colour))
      cells.append(Self.block(gap, 3))
    }
    if hasRing {
      // The size is fixed: a sign as tall as its font would make the dashes tall as well.
      cells = [HTMLTable.Cell([:], [.table(Self.bare(cells))])]
      cells.append(
        HTMLTable.Cell([:], [.font(size: DiagramFont.legend, colour: colour, [.text("○")])])
      )
    }
    return Self.bare(cells)
  }

  /// A node with a dashed outline, out of cells: Graphviz 2.42 reads memory that it never wrote when
  /// it gives a layout with a dashed table in it as JSON.
  private func dashedNode(_ line: String, _ fill: String) -> HTMLTable {
    let edge = Self.bare(
      [8, 5, 8, 5, 8].enumerated().map { place, width in
        Self.block(width, 2, place.isMultiple(of: 2) ? line : fill)
      }
    )
    let middle = Self.bare([
      Self.block(2, 8, line), Self.block(30, 8, fill), Self.block(2, 8, line),
    ])
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"],
      rows: [edge, middle, edge].map { [HTMLTable.Cell([:], [.table($0)])] }
    )
  }

  private static func block(_ width: Int, _ height: Int, _ colour: String? = nil)
    -> HTMLTable.Cell
  {
    var attributes: HTMLTable.KeyValuePairs = [
      "FIXEDSIZE": "TRUE", "WIDTH": "\(width)", "HEIGHT": "\(height)",
    ]
    if let colour { attributes.all.append(DOTAttribute("BGCOLOR", .text(colour))) }
    return HTMLTable.Cell(attributes, [])
  }

  private static func bare(_ cells: [HTMLTable.Cell]) -> HTMLTable {
    HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"],
      rows: [cells]
    )
  }
}
