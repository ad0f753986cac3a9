internal import AssistanceModel
public import CoverageAnalysis
public import GraphCore

/// Coverage as a series: how every cell stands in each year, quarter or month.
///
/// Each step is what coverage says if it is asked with that step as its period: a statement counts
/// in every step that it overlaps. What carries no date holds in every step, what has no end holds
/// to the last, and what has no beginning holds from the first.
public struct CoverageTimeline: Sendable {
  /// How many of the facts that count carry which dates.
  public struct Dates: Hashable, Sendable {
    /// Facts without any date: they hold in every step.
    public internal(set) var undated = 0
    /// Facts with a beginning and no end: they hold to the last step.
    public internal(set) var openEnded = 0
    /// Facts with an end and no beginning: they hold from the first step.
    public internal(set) var openStarted = 0
    /// Facts with a beginning and an end.
    public internal(set) var closed = 0

    /// How many facts count in some cell at some time.
    public var total: Int { undated + openEnded + openStarted + closed }
  }

  /// Steps one after the other in which a cell stands the same.
  public struct Span: Hashable, Sendable {
    /// How the cell stands.
    public let state: CoverageState
    /// Whether somebody is reported by name, but fewer than needs require.
    public let isShort: Bool
    /// The places of the steps.
    public let steps: Range<Int>
  }

  /// The matrix of any time, on which the series rests.
  public let report: CoverageReport
  /// The steps, the earliest first, without a hole.
  public let steps: [CalendarStep]
  /// How every cell stands in every step: cell after cell, row by row, each with all its steps.
  public let states: [CoverageState]
  /// Whether somebody is reported by name in a cell and a step, but fewer than needs require, in the
  /// order of ``states``; empty where no need is about the matrix.
  private let isShort: [Bool]
  /// Which dates the facts carry.
  public let dates: Dates

  /// How many cells stand in each state, step after step.
  private let counts: [Int]

  init(
    _ report: CoverageReport,
    _ steps: [CalendarStep],
    _ states: [CoverageState],
    isShort: [Bool],
    _ dates: Dates
  ) {
    self.report = report
    self.steps = steps
    self.states = states
    self.isShort = isShort
    self.dates = dates
    let kinds = CoverageState.allCases
    var counts = [Int](repeating: 0, count: steps.count * kinds.count)
    var step = 0
    for state in states {
      counts[step * kinds.count + state.place] += 1
      step = step + 1 == steps.count ? 0 : step + 1
    }
    self.counts = counts
  }

  /// A statement that counts in a cell, and when.
  public struct Statement: Hashable, Sendable {
    /// The fact, and how it reaches the cell.
    public let witness: CoverageWitness
    /// The places of the steps in which it holds.
    public let steps: Range<Int>
  }

  /// Where statements without dates hold, in words for a report.
  public static let dateRule =
    "what carries no date holds in every step, what has no end holds to the last, and what has no"
    + " beginning from the first"

  /// What was asked, with the span of the series as its period.
  public var question: CoverageQuestion {
    var question = report.question
    question.period = Validity(
      from: steps.first?.period.from,
      until: steps.last?.period.until
    )
    return question
  }

  /// The statements that count in a cell in some step, in the order of facts.
  public func statements(row: Int, column: Int) -> [Statement] {
    report.statements(of: report.index(row: row, column: column)).compactMap { statement in
      let steps = steps(of: statement)
      return steps.isEmpty ? nil : Statement(witness: report.witness(statement), steps: steps)
    }
  }

  /// The rows' nodes.
  public var rows: [NodeID] { report.rows }
  /// The columns' nodes.
  public var columns: [NodeID] { report.columns }

  /// How many cells stand in a state in a step.
  public func count(_ state: CoverageState, in step: Int) -> Int {
    counts[step * CoverageState.allCases.count + state.place]
  }

  /// In how many cells somebody is reported in a step.
  public func coveredCount(in step: Int) -> Int {
    CoverageState.allCases.filter(\.isCovered).reduce(0) { $0 + count($1, in: step) }
  }

  /// How a cell stands in each step.
  public func states(row: Int, column: Int) -> ArraySlice<CoverageState> {
    let start = report.index(row: row, column: column) * steps.count
    return states[start..<start + steps.count]
  }

  /// Whether somebody is reported by name in a cell in a step, but fewer than needs require.
  public func isShort(row: Int, column: Int, in step: Int) -> Bool {
    !isShort.isEmpty && isShort[report.index(row: row, column: column) * steps.count + step]
  }

  /// In how many cells somebody is reported by name in a step, but fewer than needs require.
  public func shortCount(in step: Int) -> Int {
    guard !isShort.isEmpty else { return 0 }
    return report.states.indices.count { isShort[$0 * steps.count + step] }
  }

  /// How a cell stands over time: steps in which it stands the same, also beside its need, in one
  /// span.
  public func spans(row: Int, column: Int) -> [Span] {
    let states = states(row: row, column: column)
    var spans: [Span] = []
    for (step, state) in states.enumerated() {
      let isShort = isShort(row: row, column: column, in: step)
      var start = step
      if let last = spans.last, last.state == state, last.isShort == isShort {
        start = last.steps.lowerBound
        spans.removeLast()
      }
      spans.append(Span(state: state, isShort: isShort, steps: start..<step + 1))
    }
    return spans
  }

  /// In how many of some cells a provider is reported by name in a step.
  ///
  /// - Parameters:
  ///   - rows: The places of the rows.
  ///   - columns: The places of the columns.
  ///   - step: The place of the step.
  /// - Returns: How many are held, and how many could be: those that are needed and can be seen.
  public func held(
    rows: some Sequence<Int>,
    columns: [Int],
    in step: Int
  ) -> (held: Int, possible: Int) {
    var (held, possible) = (0, 0)
    for row in rows {
      for column in columns {
        let state = states[report.index(row: row, column: column) * steps.count + step]
        if state.isHeld { held += 1 }
        if state != .notNeeded, state != .unobservable { possible += 1 }
      }
    }
    return (held, possible)
  }

  /// The steps in which a statement holds; empty if it holds in none.
  func steps(of statement: CoverageReport.Statement) -> Range<Int> {
    StepRange(steps).of(statement, in: report)
  }
}

extension CoverageState {
  /// Whether a provider is reported by name.
  package var isHeld: Bool { self == .one || self == .several }
  /// Whether the cell is a gap: nobody, or nobody by name, is reported.
  package var isOpen: Bool { self == .nobody || self == .unnamedOnly }

  var place: Int {
    switch self {
    case .notNeeded: 0
    case .unobservable: 1
    case .nobody: 2
    case .unnamedOnly: 3
    case .one: 4
    case .several: 5
    }
  }
}

/// Finds the steps that spans of time overlap.
struct StepRange {
  private let first: Int
  private let count: Int
  private let length: CalendarStep.Length

  /// - Parameter steps: The steps, without a hole.
  init(_ steps: [CalendarStep]) {
    first = steps.first?.number ?? 0
    count = steps.count
    length = steps.first?.length ?? .year
  }

  /// The places of the steps that a span overlaps.
  func of(_ validity: Validity) -> Range<Int> {
    let from = validity.from.map { CalendarStep(length, beginningOf: $0).number - first } ?? 0
    let until = validity.until.map { CalendarStep(length, endOf: $0).number - first } ?? count - 1
    let (low, high) = (max(0, from), min(count - 1, until))
    return low <= high ? low..<high + 1 : 0..<0
  }

  /// The places of the steps in which both a fact and the relation it takes hold.
  func of(_ statement: CoverageReport.Statement, in report: CoverageReport) -> Range<Int> {
    let own = of(report.graph.facts.validities[statement.fact])
    guard let via = statement.via else { return own }
    let both = own.clamped(to: of(Edge(graph: report.graph.graph, row: via).validity))
    return both.isEmpty ? 0..<0 : both
  }
}
