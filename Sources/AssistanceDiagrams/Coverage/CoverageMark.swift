internal import CoverageAnalysis
internal import DOTFormat

/// How a cell of a coverage matrix is drawn.
///
/// Sign, border and ground tell the states apart without their colours.
struct CoverageMark: Hashable {
  /// How much room a cell has, and how loud a gap may be.
  struct Manner: Hashable {
    /// Whether there is room for words.
    let isWide: Bool
    /// Whether gaps are so few that each has a frame; many are calm, and loud by their number.
    let isLoud: Bool
    /// Whether what is reported is pale, so that gaps are the darkest marks: where there are gaps, and
    /// they are no field of their own.
    let isPale: Bool
    /// Whether gaps are so few that each is told in words.
    let isWordy: Bool
    /// Whether a change is shown, beside which gaps that were there before are quiet.
    let isChange: Bool

    /// Up to so many columns have room for words.
    static let wideColumns = 20
    /// Up to so many gaps are told in words.
    static let wordyGaps = 30

    /// Decides for a matrix; where it shows a change, only what changes is loud.
    init(_ report: CoverageReport, columns: Int, isChange: Bool = false) {
      let gaps = report.count(.nobody)
      isWide = columns <= Self.wideColumns
      self.isChange = isChange
      guard !isChange else {
        (isLoud, isPale, isWordy) = (false, true, false)
        return
      }
      isLoud = gaps <= Self.wordyGaps || gaps * 3 <= report.states.count
      isPale = isLoud && gaps > 0
      isWordy = isWide && gaps <= Self.wordyGaps
    }
  }

  /// A line around a cell.
  struct Border: Hashable {
    let width: Int
    let style: String
    let colour: String
  }

  private(set) var text: String
  let size: Double
  let colour: String
  let ground: String?
  let border: Border?

  /// Decides how a state is drawn.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - named: How many providers are reported by name.
  ///   - hasUnnamed: Whether there are others, of whom nobody knows how many they are.
  ///   - manner: How much room there is, and how loud a gap is.
  ///   - theme: The colours.
  init(
    _ state: CoverageState,
    named: Int,
    hasUnnamed: Bool = false,
    _ manner: Manner,
    _ theme: DiagramTheme
  ) {
    var (ground, border): (String?, Border?)
    switch state {
    case .notNeeded:
      text = manner.isWide ? "– not needed" : "–"
    case .unobservable:
      text = manner.isWide ? "? cannot be seen" : "?"
      ground = theme.colour(.outline)
    case .nobody:
      text = manner.isWordy ? "○ none reported" : "○"
      ground =
        manner.isChange
        ? theme.colour(.band)
        : theme.colour(.gapLine) + (manner.isWordy ? "12" : manner.isLoud ? "30" : "2c")
      if manner.isLoud {
        // Many dashes, or some along a narrow cell, would be a blur.
        let style = manner.isWordy ? "dashed" : "solid"
        border = Border(width: 2, style: style, colour: theme.colour(.gapLine))
      }
    case .unnamedOnly:
      text = manner.isWide ? "(unnamed)" : state.sign
      ground = manner.isPale ? nil : theme.colour(.formFill)
      border = Border(width: 1, style: "dotted", colour: theme.colour(.formLine))
    case .one:
      text = "1"
      ground = theme.colour(manner.isPale ? .formFill : .fewFill)
    case .several:
      text = String(named) + (hasUnnamed ? "+" : "")
      ground = theme.colour(manner.isPale ? .fewFill : .manyFill)
    }
    (self.ground, self.border) = (ground, border)
    let isPaleCount = manner.isPale && state == .several
    let isQuiet = manner.isChange && state == .nobody
    colour = theme.colour(isQuiet ? .mutedText : isPaleCount ? .fewText : Self.textRole(state))
    size = Self.size(state, manner)
  }

  /// Decides how the cells between two families are drawn.
  ///
  /// - Parameters:
  ///   - share: How much of them is reported.
  ///   - total: What is counted in them; nothing for a sample.
  ///   - manner: How much room there is, and how pale what is reported.
  ///   - theme: The colours.
  init(_ share: CoverageShare, _ total: MatrixOrder.Total?, _ manner: Manner, _ theme: DiagramTheme)
  {
    let (isWide, isPale) = (manner.isWide, manner.isPale)
    let counts = total.map { "\($0.reported)\(isWide ? " of " : "/")\($0.possible)" } ?? "n"
    switch share {
    case .nothing:
      (text, colour) = ("–", theme.colour(.mutedText))
      (ground, border) = (nil, nil)
    case .none:
      text = isWide ? "○ none" + (total.map { " of \($0.possible)" } ?? "") : "○"
      colour = theme.colour(.gapText)
      ground = theme.colour(.gapLine) + "30"
      border = Border(width: 2, style: "solid", colour: theme.colour(.gapLine))
    case .lessThanHalf:
      (text, colour) = ("○ " + counts, theme.colour(.gapText))
      (ground, border) = (theme.colour(.gapLine) + "2c", nil)
    case .halfOrMore:
      (text, colour) = (counts, theme.colour(isPale ? .text : .fewText))
      (ground, border) = (theme.colour(isPale ? .formFill : .fewFill), nil)
    case .all:
      text = total.map { "all \($0.possible)" } ?? "all"
      colour = theme.colour(isPale ? .fewText : .manyText)
      (ground, border) = (theme.colour(isPale ? .fewFill : .manyFill), nil)
    }
    size = isWide ? 10 : 9
  }

  /// Decides how a cell is drawn that stands otherwise without somebody: as it was and as it is.
  ///
  /// - Parameters:
  ///   - change: How it stood, and how it stands.
  ///   - manner: How much room there is.
  ///   - theme: The colours.
  init(_ change: MatrixChange.Cell, _ manner: Manner, _ theme: DiagramTheme) {
    text = "\(change.before) → \(change.after)"
    size = manner.isWide ? 10 : 9
    switch change.state {
    case .nobody:
      colour = theme.colour(.gapText)
      ground = theme.colour(.gapLine) + "30"
      border = Border(width: 2, style: "solid", colour: theme.colour(.gapLine))
    case .unnamedOnly:
      colour = theme.colour(.text)
      ground = nil
      border = Border(width: 2, style: "dotted", colour: theme.colour(.gapLine))
    case .one where change.isFallen:
      colour = theme.colour(.text)
      ground = theme.colour(.formFill)
      border = Border(width: 2, style: "dashed", colour: theme.colour(.gapLine))
    case .one, .several, .unobservable, .notNeeded:
      colour = theme.colour(change.state == .several ? .fewText : .text)
      ground = theme.colour(change.state == .several ? .fewFill : .formFill)
      border = nil
    }
  }

  private static func textRole(_ state: CoverageState) -> DiagramTheme.Role {
    switch state {
    case .notNeeded: .mutedText
    case .unobservable, .unnamedOnly: .text
    case .nobody: .gapText
    case .one: .fewText
    case .several: .manyText
    }
  }

  private static func size(_ state: CoverageState, _ manner: Manner) -> Double {
    guard manner.isWide else { return 9 }
    switch state {
    case .nobody: return manner.isWordy ? 10 : 12
    case .one, .several: return 11
    case .notNeeded, .unobservable, .unnamedOnly: return 10
    }
  }

  /// The cell of a table that shows the mark.
  func cell(_ attributes: [(String, String)]) -> HTMLTable.Cell {
    var all = attributes
    if let ground { all.append(("BGCOLOR", ground)) }
    if let border {
      all += [("BORDER", String(border.width)), ("COLOR", border.colour)]
      if border.style != "solid" { all.append(("STYLE", border.style)) }
    }
    // Never bold: Graphviz sets bold text higher than the text beside it.
    return HTMLTable.Cell(.init(all), [.font(size: size, colour: colour, [.text(text)])])
  }

  /// The mark beside its words in a legend.
  var sample: HTMLTable {
    var mark = self
    // The words stand beside it.
    if !text.contains("→"), ["○", "?", "–"].contains(where: text.hasPrefix) {
      mark.text = String(text.prefix(1))
    }
    return HTMLTable(
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "2"],
      rows: [[mark.cell([("WIDTH", "28"), ("HEIGHT", "16")])]]
    )
  }
}

/// How much of the cells between two families is reported.
enum CoverageShare: CaseIterable {
  case none, lessThanHalf, halfOrMore, all, nothing

  init(_ total: MatrixOrder.Total) {
    if total.possible == 0 {
      self = .nothing
    } else if total.reported == 0 {
      self = .none
    } else if total.gaps == 0 {
      self = .all
    } else {
      self = total.reported * 2 < total.possible ? .lessThanHalf : .halfOrMore
    }
  }

  /// The share in words.
  var phrase: String {
    switch self {
    case .none: "no reported activity in any cell"
    case .lessThanHalf: "reported in less than half of the cells"
    case .halfOrMore: "reported in half or more"
    case .all: "reported in all"
    case .nothing: "not needed, or cannot be seen in the sources"
    }
  }
}

extension HTMLTable.KeyValuePairs {
  /// Creates attributes in the order given.
  init(_ pairs: [(String, String)]) {
    self = [:]
    all = pairs.map { DOTAttribute(.text($0.0), .text($0.1)) }
  }
}
