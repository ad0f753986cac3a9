import AssistanceModel
import AssistanceTestSupport
import ChangeAnalysis
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CoverageTimelineTests {
  /// One case, one inhibitor, and facts by one actor each.
  private func graph(_ spans: (NodeID, String?, String?)...) throws -> AssistanceGraph {
    try assistance {
      nodes(["a", "b"], .actor)
      nodes(["c"], .countryCase)
      nodes(["i"], .inhibitor)
      spans.enumerated().flatMap { place, told -> [GraphElement] in
        fact(
          NodeID("f\(place)"),
          by: [told.0],
          for: ["i"],
          in: "c",
          valid: Validity(
            from: told.1.flatMap { PartialDate($0) },
            until: told.2.flatMap { PartialDate($0) }
          ) ?? .always
        )
      }
    }
  }

  private func signs(_ series: CoverageTimeline) -> String {
    series.states(row: 0, column: 0).map(\.sign).joined()
  }

  @Test func `a cell stands in each year as the facts of that year say`() throws {
    let series = try graph(("a", "2001", "2003"), ("b", "2003", "2003"), ("a", "2006", "2006"))
      .coverageTimeline(by: .year)
    #expect(series.steps.map(\.description) == ["2001", "2002", "2003", "2004", "2005", "2006"])
    #expect(signs(series) == "11+..1")
    #expect(series.dates.closed == 3)
  }

  @Test func `a gap tells which facts ended before it and which began after it`() throws {
    let series = try graph(("a", "2001", "2002"), ("b", "2005", nil))
      .coverageTimeline(by: .year)
    let gap = try #require(series.gaps().first)
    #expect(gap.steps == 2..<4)
    #expect(gap.isOpened && gap.isClosed)
    #expect(gap.ended.map(\.fact) == ["f0"])
    #expect(gap.began.map(\.fact) == ["f1"])
    #expect(series.gaps().count == 1)
  }

  @Test func `with needs a cell with too few names is a gap, as gaps says`() throws {
    let graph = try graph(("a", "2001", "2003"), ("b", "2003", "2004"), ("a", "2004", "2005"))
    var question = CoverageQuestion()
    question.needs = [CoverageNeed([CoverageNeed.End(.countryCase, "c")], required: 2)]
    let series = try graph.coverageTimeline(question, by: .year)
    #expect(signs(series) == "11++1")
    let gaps = series.gaps()
    #expect(gaps.map(\.steps) == [0..<2, 4..<5])
    #expect(gaps.map(\.isShort) == [true, true])
    #expect(gaps.map(\.isOpened) == [false, true] && gaps.map(\.isClosed) == [true, false])
    #expect(gaps.first?.began.map(\.fact) == ["f1"] && gaps.last?.ended.map(\.fact) == ["f1"])
    #expect(series.steps.indices.map { series.shortCount(in: $0) } == [1, 1, 0, 0, 1])
    for (step, part) in series.steps.enumerated() {
      question.period = part.period
      let isGap = !graph.coverage(question).gaps().isEmpty
      #expect(isGap == gaps.contains { $0.steps.contains(step) }, "\(part)")
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `whatever needs require, the gaps of a step are those of that time`(_ seed: UInt64) throws {
    let random = RandomHistory(seed: seed)
    let graph = try random.graph()
    var question = random.question
    let rows = question.rows
    question.needs = random.cases.enumerated().map { place, one in
      CoverageNeed([CoverageNeed.End(rows, one)], required: (Int(seed) + place) % 4)
    }
    question.period = Validity(from: PartialDate("2000-11"), until: PartialDate("2004"))
    let series = try graph.coverageTimeline(question, by: .quarter)
    let gaps = series.gaps()
    for (place, step) in series.steps.enumerated() {
      question.period = step.period
      let asked = graph.coverage(question).gaps().map { [$0.cell.row, $0.cell.column] }
      let told = gaps.filter { $0.steps.contains(place) }.map { [$0.row, $0.column] }
      #expect(Set(asked) == Set(told), "\(step)")
    }
  }

  @Test func `what carries no date holds in every step, and what is open to its end`() throws {
    let undated = try graph(("a", nil, nil), ("b", "2002", "2004")).coverageTimeline(by: .year)
    #expect(signs(undated) == "+++")
    #expect(undated.dates.undated == 1)
    let open = try graph(("a", "2003", nil), ("b", nil, "2001")).coverageTimeline(by: .year)
    #expect(signs(open) == "1.1")
    #expect(open.dates.openEnded == 1 && open.dates.openStarted == 1)
  }

  @Test func `without any date there is no span, unless one is asked of`() throws {
    let graph = try graph(("a", nil, nil))
    #expect(throws: ChangeError.noDates) { try graph.coverageTimeline() }
    var question = CoverageQuestion()
    question.period = Validity(from: PartialDate("2001"), until: PartialDate("2002"))
    #expect(signs(try graph.coverageTimeline(question)) == "11")
    question.period = Validity(from: PartialDate("2001"), until: nil)
    #expect(signs(try graph.coverageTimeline(question)) == "1")
  }

  @Test func `steps are chosen as fine as the dates are known`() throws {
    func length(_ from: String, _ until: String) throws -> CalendarStep.Length? {
      try graph(("a", from, until)).coverageTimeline().steps.first?.length
    }
    #expect(try length("2021-01", "2021-06") == .month)
    #expect(try length("2018-01", "2021-06") == .quarter)
    #expect(try length("2008-01", "2021-06") == .year)
    #expect(try length("2020", "2021-06") == .year)
  }

  @Test func `a series that is too long is refused before it is made`() throws {
    let graph = try graph(("a", "2001", "2002"))
    var question = CoverageQuestion()
    question.period = Validity(from: PartialDate("0001"), until: PartialDate("9999"))
    #expect(try graph.coverageTimeline(question, by: .month).steps.count == 9999 * 12)
    let wide = try assistance {
      nodes((0..<50).map { NodeID("c\($0)") }, .countryCase)
      nodes((0..<10).map { NodeID("i\($0)") }, .inhibitor)
    }
    #expect(throws: ChangeError.tooLong(cells: 500, steps: 9999 * 12)) {
      try wide.coverageTimeline(question, by: .month)
    }
  }

  @Test func `a graph without cells has a series without states`() throws {
    var question = CoverageQuestion()
    question.period = Validity(from: PartialDate("2001"), until: PartialDate("2003"))
    let series = try assistance { [] as [GraphElement] }.coverageTimeline(question, by: .year)
    #expect(series.states.isEmpty && series.steps.count == 3 && series.gaps().isEmpty)
  }

  // MARK: Laws

  @Test(arguments: UInt64(0)..<200)
  func `each step is the coverage that is asked with that step as its period`(
    _ seed: UInt64
  ) throws {
    let random = RandomHistory(seed: seed)
    let graph = try random.graph()
    for length in CalendarStep.Length.allCases {
      var question = random.question
      question.period = Validity(from: PartialDate("2000-11"), until: PartialDate("2004"))
      let series = try graph.coverageTimeline(question, by: length)
      for (place, step) in series.steps.enumerated() {
        question.period = step.period
        let report = graph.coverage(question)
        let states = series.rows.indices.flatMap { row in
          series.columns.indices.map { column in
            series.states[(row * series.columns.count + column) * series.steps.count + place]
          }
        }
        #expect(states == report.states, "\(step)")
        for state in CoverageState.allCases {
          #expect(series.count(state, in: place) == report.count(state))
        }
        #expect(series.coveredCount(in: place) == report.coveredCount)
      }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `spans and gaps are the states in other words, and witnesses begin and end there`(
    _ seed: UInt64
  ) throws {
    let random = RandomHistory(seed: seed)
    let graph = try random.graph()
    var question = random.question
    question.period = Validity(from: PartialDate("2001"), until: PartialDate("2003"))
    let series = try graph.coverageTimeline(question, by: .quarter)
    for row in series.rows.indices {
      for column in series.columns.indices {
        let states = Array(series.states(row: row, column: column))
        let spans = series.spans(row: row, column: column)
        #expect(
          spans.flatMap { span in span.steps.map { _ in span.state } } == states
        )
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.state != $1.state })
        let gaps = series.gaps(row: row, column: column)
        let isOpen = states.map { $0 == .nobody || $0 == .unnamedOnly }
        #expect(
          states.indices.map { step in gaps.contains { $0.steps.contains(step) } } == isOpen
        )
        for gap in gaps {
          let (first, next) = (gap.steps.lowerBound, gap.steps.upperBound)
          let isHeld = { (step: Int) in states[step] == .one || states[step] == .several }
          #expect(gap.isOpened == (first > 0 && isHeld(first - 1)))
          #expect(gap.isClosed == (next < states.count && isHeld(next)))
          for witness in gap.ended {
            let validity = try #require(graph.fact(witness.fact)?.validity)
            #expect(validity.overlaps(series.steps[first - 1].period))
          }
          // Wholes may end where no fact does.
          if question.rollUp == nil {
            #expect(!gap.isOpened || !gap.ended.isEmpty)
            #expect(!gap.isClosed || !gap.began.isEmpty)
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `the order of facts plays no part`(_ seed: UInt64) throws {
    var random = RandomHistory(seed: seed)
    random.question.period = Validity(from: PartialDate("2001"), until: PartialDate("2003"))
    // Of several wholes the one added first counts, so relations stay in their order.
    let series = try random.graph().coverageTimeline(random.question, by: .month)
    random.facts.reverse()
    let other = try random.graph().coverageTimeline(random.question, by: .month)
    #expect(series.states == other.states)
    #expect(series.dates == other.dates)
  }
}
