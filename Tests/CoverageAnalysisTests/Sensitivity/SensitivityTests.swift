import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct SensitivityTests {
  private func graph(@GraphBuilder _ facts: () -> [GraphElement]) throws -> AssistanceGraph {
    try assistance {
      nodes(["kenya"], .countryCase)
      nodes(["media"], .inhibitor)
      nodes(["talks"], .measure)
      nodes(["un", "undp", "au"], .actor)
      edge("undp", .partOf, "un")
      facts()
    }
  }

  private func cell(_ graph: AssistanceGraph, _ question: CoverageQuestion = CoverageQuestion())
    throws -> (SensitivityReport, SensitivityReport.Cell)
  {
    let report = graph.sensitivity(question)
    return (report, try #require(report.cells.first))
  }

  @Test func `a gap that no statement could close holds under all readings`() throws {
    let (report, cell) = try cell(graph { [] })
    #expect(report.choices.isEmpty)
    #expect(report.readingCount == 1)
    #expect(report.isComplete)
    #expect(cell.verdict == .firmGap)
    #expect(cell.turns.isEmpty)
  }

  @Test func `a gap that a reading by subject closes names that choice and the facts`() throws {
    let (report, cell) = try cell(
      graph {
        fact("f1", by: ["au"], for: ["media"], in: "kenya", basis: .thematic)
        fact("f2", by: ["un"], for: ["media"], in: "kenya", basis: .thematic)
      }
    )
    #expect(cell.verdict == .oneChoice)
    #expect(cell.isGap)
    #expect(cell.turns.map { report.condition(of: $0.reading) } == ["basis thematic counts"])
    #expect(cell.turns.map(\.facts) == [["f1", "f2"]])
    #expect(
      report.readings.map { report.name(of: $0.reading) }.prefix(2) == [
        "as asked", "+ basis thematic",
      ]
    )
  }

  @Test func `a cell that only a weaker basis could show is a gap where that basis counts`() throws
  {
    var question = CoverageQuestion()
    question.unobservable = [
      .init(row: nil, column: "media", reason: "no survey", unless: [.implied])
    ]
    let (report, cell) = try cell(graph { [] }, question)
    #expect(cell.state == .unobservable)
    #expect(!cell.isGap)
    #expect(cell.turns.map { report.condition(of: $0.reading) } == ["basis implied counts"])
    #expect(cell.turns.map(\.facts) == [[]])
  }

  @Test func `a relation that decides is told by the node where it starts`() throws {
    let (_, cell) = try cell(
      graph {
        fact("f", by: ["au"], with: "talks", in: "kenya")
        edge("talks", .strengthens, "media", ["basis": .text("thematic")])
      }
    )
    #expect(cell.turns.map(\.facts) == [["f"]])
    #expect(cell.turns.map(\.through) == [["talks"]])
  }

  @Test func `what two choices must close together is told as the smallest combination`() throws {
    let (report, cell) = try cell(
      graph {
        fact(
          "f",
          by: ["au"],
          for: ["media"],
          in: "kenya",
          basis: .implied,
          modality: .should
        )
        fact("g", by: ["au"], in: "kenya", basis: .thematic)
      }
    )
    #expect(cell.verdict == .severalChoices)
    #expect(
      cell.turns.map { report.condition(of: $0.reading) }
        == ["basis implied counts and modality should counts"]
    )
  }

  @Test func `a cell that rests on doubtful evidence opens under the stricter reading`() throws {
    let (report, cell) = try cell(
      graph {
        fact("f", by: ["au"], for: ["media"], in: "kenya", evidence: .coPresence)
      }
    )
    #expect(!cell.isGap)
    #expect(cell.verdict == .oneChoice)
    #expect(
      cell.turns.map { report.condition(of: $0.reading) }
        == ["evidence co-presence does not count"]
    )
    #expect(cell.turns.map(\.facts) == [["f"]])
  }

  @Test func `one of two ways to say the same is enough, and wider ones are not told`() throws {
    let (report, cell) = try cell(
      graph {
        fact("f", by: ["au"], for: ["media"], in: "kenya", basis: .implied)
        fact("g", by: ["un"], for: ["media"], in: "kenya", basis: .ambiguous)
      }
    )
    #expect(
      cell.turns.map { report.condition(of: $0.reading) }
        == ["basis implied counts", "basis ambiguous counts"]
    )
  }

  @Test func `parts and probable duplicates recount providers and close no gap`() throws {
    let graph = try graph {
      fact("f", by: ["un", "undp"], for: ["media"], in: "kenya")
      fact("g", by: ["au"], for: ["media"], in: "kenya")
    }
    let report = graph.sensitivity(duplicates: [["un", "au"]])
    let names = report.readings.map { report.name(of: $0.reading) }
    #expect(names == ["as asked", "parts as their wholes", "probable duplicates as one"])
    #expect(report.cells.map(\.verdict) == [.firmCover])
    let both = CoverageReading(
      departures: [.init(choice: 0, option: 0), .init(choice: 1, option: 0)]
    )
    let states = graph.states(CoverageQuestion(), under: both, duplicates: [["un", "au"]])
    #expect(states == [.one])
  }

  @Test func `where two are needed, two names of one actor may be a gap`() throws {
    let graph = try graph {
      fact("f", by: ["un"], for: ["media"], in: "kenya")
      fact("g", by: ["au"], for: ["media"], in: "kenya")
    }
    var question = CoverageQuestion()
    question.needs = [CoverageNeed([.init(.inhibitor, "media")], required: 2)]
    let report = graph.sensitivity(question, duplicates: [["un", "au"]])
    let cell = try #require(report.cells.first)
    #expect(!cell.isGap)
    #expect(
      cell.turns.map { report.condition(of: $0.reading) }
        == ["names that are probably one count as one"]
    )
    #expect(cell.turns.map(\.facts) == [["f", "g"]])
  }

  @Test func `time is a choice where it is asked of`() throws {
    var question = CoverageQuestion()
    question.period = during("2020")
    let (report, cell) = try cell(
      graph { fact("f", by: ["au"], for: ["media"], in: "kenya", valid: during("2013")) },
      question
    )
    #expect(cell.turns.map { report.condition(of: $0.reading) } == ["any time counts"])
  }

  @Test func `facts that repeat another are counted`() throws {
    let graph = try graph {
      fact("f", by: ["au"], for: ["media"], in: "kenya")
      fact("g", by: ["au"], for: ["media"], in: "kenya")
      fact("h", by: ["un"], for: ["media"], in: "kenya")
    }
    #expect(graph.sensitivity().repeatedFactCount == 1)
  }

  @Test func `where readings are too many, options alone are tried, and the two ends`() throws {
    let graph = try graph {
      fact("f", by: ["au"], for: ["media"], in: "kenya", basis: .implied)
      fact("g", by: ["un"], in: "kenya", modality: .should)
      fact("h", by: ["un"], for: ["media"], in: "kenya", modality: .can, evidence: .coPresence)
    }
    let report = graph.sensitivity(maximumReadings: 3)
    #expect(!report.isComplete)
    #expect(report.departureCount == 1)
    #expect(report.readingCount > 3)
    #expect(report.cells.map(\.verdict) == [.oneChoice])
  }
}

@Suite struct SensitivityLawTests {
  private static let pairs: [[NodeID]] = [["a0", "a1"], ["a2", "a3", "a9"]]

  @Test(arguments: UInt64(0)..<150)
  func `every reading has the states of its own coverage`(_ seed: UInt64) throws {
    let random = RandomCoverage(seed: seed)
    let graph = try random.graph()
    let report = graph.sensitivity(random.question, maximumReadings: 300)
    #expect(report.report.states == graph.coverage(random.question).states)
    for result in report.readings {
      let coverage = graph.coverage(report.question(of: result.reading))
      #expect(graph.states(random.question, under: result.reading) == coverage.states)
      for state in CoverageState.allCases {
        #expect(result.counts[state] ?? 0 == coverage.count(state))
      }
      #expect(result.gapCount == coverage.gaps().count)
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `verdicts are those of asking every combination anew`(_ seed: UInt64) throws {
    let random = RandomCoverage(seed: seed)
    let graph = try random.graph()
    let report = graph.sensitivity(random.question, maximumReadings: 1000)
    guard report.isComplete else { return }
    var readings = [CoverageReading(departures: [])]
    for (choice, made) in report.choices.enumerated() {
      readings += readings.flatMap { reading in
        made.options.indices.map { option in
          CoverageReading(
            departures: reading.departures + [.init(choice: choice, option: option)]
          )
        }
      }
    }
    #expect(report.readingCount == readings.count)
    let gaps = readings.map { reading in
      let coverage = graph.coverage(report.question(of: reading))
      return Set(coverage.gaps().map { [$0.cell.row, $0.cell.column] })
    }
    for cell in report.cells {
      let isGap = gaps.map { $0.contains([cell.row, cell.column]) }
      #expect(cell.gapReadingCount == isGap.count(where: \.self))
      #expect(cell.isGap == isGap[0])
      let turning = readings.indices.filter { isGap[$0] != isGap[0] }
      let fewest = turning.map { readings[$0].departures.count }.min()
      switch cell.verdict {
      case .firmGap: #expect(fewest == nil && isGap[0])
      case .firmCover: #expect(fewest == nil && !isGap[0])
      case .oneChoice: #expect(fewest == 1)
      case .severalChoices: #expect((fewest ?? 0) > 1)
      }
      #expect(cell.turns.isEmpty == turning.isEmpty)
      for turn in cell.turns {
        #expect(turning.contains { readings[$0] == turn.reading })
        #expect(turn.reading.departures.count == fewest)
      }
    }
    #expect(report.gapRange.lowerBound == gaps.map(\.count).min())
    #expect(report.gapRange.upperBound == gaps.map(\.count).max())
  }

  @Test(arguments: UInt64(0)..<150)
  func `without the facts that a turn names, the cell is a gap either way`(_ seed: UInt64) throws {
    let random = RandomCoverage(seed: seed)
    let graph = try random.graph()
    let report = graph.sensitivity(random.question, maximumReadings: 300)
    for cell in report.cells {
      for turn in cell.turns {
        // A cell of unnamed providers may be one that cannot be seen without them, and one without
        // facts may be one that cannot be seen without a basis.
        let turned = graph.coverage(report.question(of: turn.reading))
        let states = [cell.state, turned.cell(cell.row, cell.column)?.state]
        if states.contains(.unobservable) { continue }
        #expect(!turn.facts.isEmpty)
        var without = random
        without.facts.removeAll { turn.facts.contains($0.id) }
        if cell.isGap { without.question = report.question(of: turn.reading) }
        let gaps = try without.report().gaps()
        #expect(gaps.contains { [$0.cell.row, $0.cell.column] == [cell.row, cell.column] })
      }
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `duplicates count as one, with their wholes`(_ seed: UInt64) throws {
    let random = RandomCoverage(seed: seed)
    let graph = try random.graph()
    let report = graph.sensitivity(
      random.question,
      duplicates: Self.pairs,
      maximumReadings: 100
    )
    for result in report.readings {
      let merges = result.reading.departures.contains {
        report.choices[$0.choice].subject == .duplicates
      }
      let states = graph.states(
        random.question,
        under: result.reading,
        duplicates: Self.pairs
      )
      let coverage = graph.coverage(report.question(of: result.reading))
      guard merges else {
        #expect(states == coverage.states)
        continue
      }
      for (state, cell) in zip(states, coverage.cells) {
        #expect(state == plainState(cell, of: random, rolled: coverage.question.rollUp != nil))
      }
    }
  }

  /// The state of a cell whose providers are merged by hand: by groups of wholes that share one.
  private func plainState(_ cell: CoverageCell, of random: RandomCoverage, rolled: Bool)
    -> CoverageState
  {
    guard cell.state.isCovered else { return cell.state }
    let tops = wholes(of: random, rolled: rolled)
    var groups: [Set<NodeID>] = []
    for pair in Self.pairs {
      var group = Set(pair.compactMap { tops[$0] })
      while let place = groups.firstIndex(where: { !$0.isDisjoint(with: group) }) {
        group.formUnion(groups.remove(at: place))
      }
      groups.append(group)
    }
    var seen: Set<Set<NodeID>> = []
    for provider in cell.providers {
      seen.insert(groups.first { $0.contains(provider.id) } ?? [provider.id])
    }
    let named = Set(random.actors.filter { $0.designation == .named }.map(\.id))
    let isNamed = seen.contains { !$0.isDisjoint(with: named) }
    return isNamed ? (seen.count == 1 ? .one : .several) : .unnamedOnly
  }

  /// The whole of each actor, told by a matrix of one fact for each.
  private func wholes(of random: RandomCoverage, rolled: Bool) -> [NodeID: NodeID] {
    guard rolled else {
      return Dictionary(uniqueKeysWithValues: random.actors.map { ($0.id, $0.id) })
    }
    var alone = random
    alone.cases = ["c"]
    alone.inhibitors = random.inhibitors
    alone.effects = []
    alone.question = CoverageQuestion()
    alone.question.rollUp = .partOf
    var tops: [NodeID: NodeID] = [:]
    for actor in random.actors {
      alone.facts = [
        .init(
          id: "f",
          providers: [actor.id],
          measure: nil,
          inhibitors: [random.inhibitors[0]],
          countryCase: "c",
          basis: .explicit,
          modality: .does,
          evidence: nil,
          validity: .always
        )
      ]
      tops[actor.id] = try? alone.report().cells.first?.providers.first?.id
    }
    return tops
  }
}
