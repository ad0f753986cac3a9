internal import CoverageAnalysis
internal import DOTFormat

/// The cells of a row or a column as small squares, those of one state together.
struct CardSquares {
  /// The states in the order of the squares: what is reported first, gaps last.
  static let order: [CoverageState] = [
    .several, .one, .unnamedOnly, .unobservable, .notNeeded, .nobody,
  ]
  /// Up to so many cells are squares; more are one bar with a part for each state.
  static let limit = 54

  let states: [CoverageState]
  let theme: DiagramTheme

  private static let side = 8
  private static let gap = 2
  /// At most so many squares stand side by side.
  private static let across = 18
  private static let barWidth = 180
  private static let leastPart = 6

  private let columns: Int
  private let rows: Int

  init(_ states: [CoverageState], _ theme: DiagramTheme) {
    self.states = states
    self.theme = theme
    let isBar = states.count > Self.limit
    rows = isBar ? 1 : max(1, (states.count + Self.across - 1) / Self.across)
    columns = isBar ? 1 : (states.count + rows - 1) / rows
  }

  /// Whether the cells are one bar.
  var isBar: Bool { states.count > Self.limit }

  private func count(_ state: CoverageState) -> Int { states.count { $0 == state } }

  /// How wide the squares are, in points.
  var width: Int { isBar ? Self.barWidth : columns * (Self.side + Self.gap) + Self.gap }

  /// How tall they are, in points.
  var height: Int { rows * (Self.side + Self.gap) + Self.gap }

  /// The squares; `nil` if there is no cell.
  var table: HTMLTable? {
    guard !states.isEmpty else { return nil }
    // Of a fixed size, since a table in a cell grows with it and its squares would part.
    return HTMLTable(
      .init([
        ("BORDER", "0"), ("CELLBORDER", "0"), ("CELLSPACING", isBar ? "0" : String(Self.gap)),
        ("CELLPADDING", "0"), ("FIXEDSIZE", "TRUE"), ("WIDTH", String(width)),
        ("HEIGHT", String(height)),
      ]),
      rows: isBar ? [bar] : squares
    )
  }

  private var squares: [[HTMLTable.Cell]] {
    let sorted = Self.order.flatMap { state in
      [CoverageState](repeating: state, count: count(state))
    }
    return stride(from: 0, to: sorted.count, by: columns).map { start in
      sorted[start..<min(start + columns, sorted.count)].map { Self.square($0, theme) }
    }
  }

  /// The parts of the bar, none too small to be seen; the widest one makes up for that, so that all
  /// bars are equally long.
  private var barParts: [(state: CoverageState, width: Int)] {
    var parts = Self.order.filter { count($0) > 0 }
      .map { (state: $0, width: max(Self.leastPart, Self.barWidth * count($0) / states.count)) }
    let missing = Self.barWidth - parts.map(\.width).reduce(0, +)
    if let widest = parts.indices.max(by: { parts[$0].width < parts[$1].width }) {
      parts[widest].width += missing
    }
    return parts
  }

  private var bar: [HTMLTable.Cell] {
    barParts.map { Self.square($0.state, width: $0.width, theme) }
  }

  /// A square, or a part of a bar, in the manner of a state.
  static func square(
    _ state: CoverageState,
    width: Int = side,
    _ theme: DiagramTheme
  ) -> HTMLTable.Cell {
    var attributes = [
      ("FIXEDSIZE", "TRUE"), ("WIDTH", String(width)), ("HEIGHT", String(side)),
    ]
    func border(_ width: Int, _ role: DiagramTheme.Role) {
      attributes += [("BORDER", String(width)), ("COLOR", theme.colour(role))]
    }
    func ground(_ role: DiagramTheme.Role) { attributes.append(("BGCOLOR", theme.colour(role))) }
    switch state {
    // A line around all, since it makes a square larger.
    case .several:
      ground(.manyFill)
      border(1, .manyFill)
    case .one:
      ground(.fewFill)
      border(1, .formLine)
    case .unnamedOnly: return HTMLTable.Cell(.init(attributes), [.table(half(width: width, theme))])
    case .unobservable:
      ground(.outline)
      border(1, .outline)
    case .notNeeded: border(1, .outline)
    case .nobody:
      ground(.ground)
      border(2, .gapLine)
    }
    return HTMLTable.Cell(.init(attributes), [])
  }

  /// A frame whose left half is filled.
  private static func half(width: Int, _ theme: DiagramTheme) -> HTMLTable {
    let fixed = [("FIXEDSIZE", "TRUE"), ("HEIGHT", String(side - 2))]
    let left = (width - 2) / 2
    return HTMLTable(
      .init([
        ("BORDER", "1"), ("COLOR", theme.colour(.formLine)), ("CELLBORDER", "0"),
        ("CELLSPACING", "0"), ("CELLPADDING", "0"), ("FIXEDSIZE", "TRUE"),
        ("WIDTH", String(width)), ("HEIGHT", String(side)),
      ]),
      rows: [
        [
          HTMLTable.Cell(
            .init(fixed + [("WIDTH", String(left)), ("BGCOLOR", theme.colour(.formLine))]),
            []
          ),
          HTMLTable.Cell(.init(fixed + [("WIDTH", String(width - 2 - left))]), []),
        ]
      ]
    )
  }

  /// A square beside its words in a legend.
  static func sample(_ state: CoverageState, _ theme: DiagramTheme) -> HTMLTable {
    HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "0"],
      rows: [[square(state, theme)]]
    )
  }
}
