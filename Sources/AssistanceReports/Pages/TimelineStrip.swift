internal import ChangeAnalysis
internal import CoverageAnalysis

/// A series as a line of plain characters, one for each step.
struct TimelineStrip {
  private let timeline: CoverageTimeline
  /// The steps that are drawn: of a long series the last ones.
  let steps: Range<Int>

  init(_ timeline: CoverageTimeline, _ length: PageLength) {
    self.timeline = timeline
    let count = timeline.steps.count
    steps = (length == .full ? 0 : max(0, count - Self.most))..<count
  }

  /// How many steps fit beside a name.
  private static let most = 40

  /// What the characters of cells mean.
  static let cellLegend =
    "1 one provider, + several, x unnamed providers only, . no reported activity, ? cannot be seen,"
    + " – not needed"

  /// The span that the line is about.
  var heading: String {
    guard let first = steps.first, let last = steps.last else { return "" }
    let (from, until) = (timeline.steps[first], timeline.steps[last])
    return first == last ? "\(from)" : "\(from) to \(until)"
  }

  /// A sentence on the steps that are left out; `nil` if none is.
  var omission: String? {
    guard steps.lowerBound > 0 else { return nil }
    let length = timeline.steps[0].length
    return "The lines show the last \(length.counted(steps.count)); --full shows all"
      + " \(timeline.steps.count)."
  }

  /// How a cell stands in each step.
  func cell(row: Int, column: Int) -> String {
    timeline.states(row: row, column: column).dropFirst(steps.lowerBound).map { state in
      switch state {
      case .unnamedOnly: "x"
      default: state.sign
      }
    }.joined()
  }

  /// In how many columns of a row a provider is reported by name in each step.
  func row(_ row: Int) -> String {
    steps.map { step in
      let (held, possible) = timeline.held(
        rows: CollectionOfOne(row),
        columns: Array(timeline.columns.indices),
        in: step
      )
      if possible == 0 { return "–" }
      if held == 0 { return "." }
      if !isInTenths { return String(held) }
      return held == possible ? "#" : String(max(1, min(9, held * 10 / possible)))
    }.joined()
  }

  /// Whether digits are tenths: there are more columns than digits.
  private var isInTenths: Bool { timeline.columns.count > 9 }

  /// What the characters of rows mean.
  var rowLegend: String {
    let columns = timeline.report.countedColumns(timeline.columns.count)
    return isInTenths
      ? "A digit says how many tenths of \(columns) have a provider by name, # all, . none."
      : "A digit says how many of \(columns) have a provider by name, . none."
  }
}
