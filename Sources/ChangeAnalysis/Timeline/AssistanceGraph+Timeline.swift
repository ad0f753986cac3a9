public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension AssistanceGraph {
  /// How coverage stood in each year, quarter or month.
  ///
  ///     let series = try collection.graph.coverageTimeline(by: .year)
  ///     series.coveredCount(in: 0)  // covered cells in the first year
  ///
  /// The question's period is the span of the series, in whole steps; where it is open, the first and
  /// the last date of the statements that count take its place.
  ///
  /// - Parameters:
  ///   - question: Rows, columns and scope.
  ///   - length: How long a step is; `nil` chooses months or quarters where there are at most 24 of
  ///     them and every date says the month, and years otherwise.
  /// - Returns: The series.
  /// - Throws: ``ChangeError/noDates`` if no span is asked of and nothing carries a date,
  ///   ``ChangeError/tooLong(cells:steps:)`` if the series would be too large.
  /// - Complexity: O(*c* + *e* log *e* + *k*·*s*) after one coverage *c*, for *e* statements in *k*
  ///   cells and *s* steps: one pass by the events of each cell. Under a roll-up the pass is made for
  ///   every span in which the wholes are the same.
  public func coverageTimeline(
    _ question: CoverageQuestion = CoverageQuestion(),
    by length: CalendarStep.Length? = nil
  ) throws(ChangeError) -> CoverageTimeline {
    var whole = question
    whole.period = nil
    let report = coverage(whole)
    let facts = CountedDates(report)
    let steps = try facts.steps(by: length, in: question.period)
    let (size, isLarge) = report.states.count.multipliedReportingOverflow(by: steps.count)
    guard !isLarge, size <= ChangeError.maximumStates else {
      throw .tooLong(cells: report.states.count, steps: steps.count)
    }
    let (states, isShort) = TimelineKernel(report, steps).states()
    return CoverageTimeline(report, steps, states, isShort: isShort, facts.dates)
  }
}

/// The dates of the statements that count.
private struct CountedDates {
  var dates = CoverageTimeline.Dates()
  private var first: PartialDate?
  private var last: PartialDate?
  private var isCoarse = false

  init(_ report: CoverageReport) {
    var isCounted = [Bool](repeating: false, count: report.graph.facts.count)
    var relations: Set<Int> = []
    for cell in report.states.indices {
      for statement in report.statements(of: cell) {
        isCounted[statement.fact] = true
        if let via = statement.via { relations.insert(via) }
      }
    }
    for (fact, validity) in report.graph.facts.validities.enumerated() where isCounted[fact] {
      switch (validity.from, validity.until) {
      case (nil, nil): dates.undated += 1
      case (_, nil): dates.openEnded += 1
      case (nil, _): dates.openStarted += 1
      default: dates.closed += 1
      }
      add(validity)
    }
    for row in relations { add(Edge(graph: report.graph.graph, row: row).validity) }
  }

  private mutating func add(_ validity: Validity) {
    for date in [validity.from, validity.until].compactMap(\.self) {
      if first.map({ date.firstDay < $0.firstDay }) ?? true { first = date }
      if last.map({ date.lastDay > $0.lastDay }) ?? true { last = date }
      if date.precision == .year { isCoarse = true }
    }
  }

  func steps(
    by length: CalendarStep.Length?,
    in span: Validity?
  ) throws(ChangeError) -> [CalendarStep] {
    // Where only one end is known, the span is the step of that end.
    let bounds = [span?.from, span?.until].compactMap(\.self)
    guard let start = span?.from ?? first ?? bounds.first,
      let end = span?.until ?? last ?? bounds.first
    else { throw .noDates }
    func ends(_ length: CalendarStep.Length) -> (Int, Int) {
      let first = CalendarStep(length, beginningOf: start).number
      let last = CalendarStep(length, endOf: end).number
      guard first > last else { return (first, last) }
      // The side that was asked for stands: nothing is dated there.
      let asked = span?.from == nil ? last : first
      return (asked, asked)
    }
    let isCoarse = first == nil ? bounds.contains { $0.precision == .year } : isCoarse
    let fine: [CalendarStep.Length] = isCoarse ? [] : [.month, .quarter]
    let chosen =
      length
      ?? fine.first { length in
        let (first, last) = ends(length)
        return last - first < Self.fewSteps
      } ?? .year
    let (first, last) = ends(chosen)
    return (first...last).map { CalendarStep(chosen, number: $0) }
  }

  /// Up to how many steps fine ones are chosen.
  private static let fewSteps = 24
}

/// Goes through the events of each cell: statements that begin and statements that end.
private struct TimelineKernel {
  private let report: CoverageReport
  private let steps: [CalendarStep]
  private let range: StepRange
  private let isNamed: [Bool]
  private let providers: FactTable.Ends

  init(_ report: CoverageReport, _ steps: [CalendarStep]) {
    self.report = report
    self.steps = steps
    range = StepRange(steps)
    providers = report.graph.facts.ends(report.question.providers)
    isNamed = report.graph.graph.nodes.map { ($0[.designation] ?? .named) == .named }
  }

  /// A provider in a cell, and the steps of one of its statements.
  private struct Event {
    let top: UInt32
    let steps: Range<Int>
  }

  /// How every cell stands in every step, and whether it has names, but fewer than needs require;
  /// the latter is empty without needs.
  func states() -> (states: [CoverageState], isShort: [Bool]) {
    // Without a basis nothing counts: what is left is how empty cells stand.
    var bare = report.question
    bare.bases = []
    let empty = report.graph.coverage(bare).states
    var states: [CoverageState] = []
    states.reserveCapacity(report.states.count * steps.count)
    for state in empty { states += repeatElement(state, count: steps.count) }
    var isShort = [Bool](repeating: false, count: report.hasNeeds ? states.count : 0)
    for segment in segments() {
      let tops =
        report.question.rollUp == nil
        ? report.wholes : report.wholes(in: steps[segment.lowerBound].period)
      fill(&states, &isShort, empty, segment, tops)
    }
    return (states, isShort)
  }

  /// The steps, parted where relations of the roll-up begin or end.
  private func segments() -> [Range<Int>] {
    guard !steps.isEmpty else { return [] }
    var cuts: Set<Int> = [0, steps.count]
    if let relation = report.question.rollUp {
      for edge in report.graph.graph.edges(of: relation) {
        let held = range.of(edge.validity)
        cuts.formUnion([held.lowerBound, held.upperBound])
      }
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { $0..<$1 }
  }

  private func fill(
    _ states: inout [CoverageState],
    _ isShort: inout [Bool],
    _ empty: [CoverageState],
    _ segment: Range<Int>,
    _ tops: [UInt32]
  ) {
    var events: [Event] = []
    var (any, total, named) = (
      [Int](repeating: 0, count: steps.count + 1), [Int](repeating: 0, count: steps.count + 1),
      [Int](repeating: 0, count: steps.count + 1)
    )
    for cell in empty.indices where empty[cell] != .notNeeded {
      let statements = report.statements(of: cell)
      guard !statements.isEmpty else { continue }
      for step in segment.lowerBound...segment.upperBound {
        (any[step], total[step], named[step]) = (0, 0, 0)
      }
      events.removeAll(keepingCapacity: true)
      for statement in statements {
        let held = range.of(statement, in: report).clamped(to: segment)
        guard !held.isEmpty else { continue }
        any[held.lowerBound] += 1
        any[held.upperBound] -= 1
        for place in Int(
          providers.starts[statement.fact]
        )..<Int(
          providers.starts[statement.fact + 1]
        ) {
          events.append(Event(top: tops[Int(providers.rows[place])], steps: held))
        }
      }
      count(&events, &total, &named)
      let start = cell * steps.count
      let required = isShort.isEmpty ? 0 : report.required(of: cell)
      var (anyone, everybody, byName) = (0, 0, 0)
      for step in segment {
        anyone += any[step]
        everybody += total[step]
        byName += named[step]
        guard anyone > 0 else { continue }
        states[start + step] =
          byName == 0 ? .unnamedOnly : everybody == 1 ? .one : .several
        if byName > 0, byName < required { isShort[start + step] = true }
      }
    }
  }

  /// Counts each provider once, however many of its statements hold at a time.
  private func count(_ events: inout [Event], _ total: inout [Int], _ named: inout [Int]) {
    events.sort { ($0.top, $0.steps.lowerBound) < ($1.top, $1.steps.lowerBound) }
    var place = 0
    while place < events.count {
      let (top, start) = (events[place].top, events[place].steps.lowerBound)
      var end = events[place].steps.upperBound
      place += 1
      while place < events.count, events[place].top == top, events[place].steps.lowerBound <= end {
        end = max(end, events[place].steps.upperBound)
        place += 1
      }
      total[start] += 1
      total[end] -= 1
      if isNamed[Int(top)] {
        named[start] += 1
        named[end] -= 1
      }
    }
  }
}
