public import AssistanceModel
public import GraphCore

extension AssistanceGraph {
  /// Asks a coverage question under every other way to read it.
  ///
  /// Each choice that the question makes is varied: which bases, modalities and classes of evidence
  /// count, the time if one is asked of, columns that facts do not name themselves, parts as their
  /// wholes, and actors that are probably one. First one choice at a time, then two, and so on as
  /// long as the readings are not too many; always the narrowest and the widest.
  ///
  ///     let sensitivity = collection.graph.sensitivity(CoverageQuestion())
  ///     sensitivity.cells(.firmGap).count  // gaps, however one reads
  ///
  /// The states of a reading are those that ``coverage(_:)`` gives for its question. The statements
  /// are gathered once, by what decides whether they count, so a reading costs far less than a
  /// coverage.
  ///
  /// - Parameters:
  ///   - question: Rows, columns, and the reading to start from.
  ///   - duplicates: Actors that are probably one, in groups; with them, that they count as one is
  ///     a reading.
  ///   - maximumReadings: How many readings may be tried; options alone are tried in any case.
  /// - Returns: How each cell stands under them, and what it depends on.
  /// - Complexity: That of a coverage, and O(*p* + *r*·*k*) for each reading with *p* providers in
  ///   cells, *r* rows and *k* columns.
  public func sensitivity(
    _ question: CoverageQuestion = CoverageQuestion(),
    duplicates: [[NodeID]] = [],
    maximumReadings: Int = 4096
  ) -> SensitivityReport {
    var search = SensitivitySearch(
      coverage(question),
      duplicates: duplicates,
      maximumReadings: maximumReadings
    )
    return search.report()
  }

  /// How every cell stands under one reading of a report, row by row.
  ///
  /// - Parameters:
  ///   - question: The question of the report.
  ///   - reading: A reading of a report on it.
  ///   - duplicates: The groups of actors that the report was made with.
  /// - Returns: The states.
  package func states(
    _ question: CoverageQuestion,
    under reading: CoverageReading,
    duplicates: [[NodeID]] = []
  ) -> [CoverageState] {
    var kernel = ReadingKernel(coverage(question), duplicates: duplicates)
    return kernel.standings(reading).map(\.state)
  }
}

extension SensitivityReport {
  /// The question of a reading; that duplicates count as one is no matter of a question.
  public func question(of reading: CoverageReading) -> CoverageQuestion {
    var question = report.question
    for departure in reading.departures {
      question.apply(choices[departure.choice].options[departure.option].change)
    }
    return question
  }
}

/// Tries reading after reading, those with few departures first.
struct SensitivitySearch {
  private var kernel: ReadingKernel
  private let maximumReadings: Int
  private var results: [CoverageReading.Result] = []
  private var gapCounts: [Int]
  private var turns: [[CoverageReading]]
  private let base: [ReadingKernel.Standing]
  private var (fewest, most) = (Int.max, 0)

  /// Looks at mentions beyond which combinations are not tried: some seconds of work.
  private static let maximumWork = 1_000_000_000

  init(_ report: CoverageReport, duplicates: [[NodeID]], maximumReadings: Int) {
    kernel = ReadingKernel(report, duplicates: duplicates)
    base = kernel.standings(CoverageReading(departures: []))
    let work = max(1, kernel.statements.mentions.count + report.states.count)
    self.maximumReadings = min(maximumReadings, Self.maximumWork / work)
    gapCounts = [Int](repeating: 0, count: report.states.count)
    turns = [[CoverageReading]](repeating: [], count: report.states.count)
  }

  mutating func report() -> SensitivityReport {
    let choices = kernel.choices
    var tried: Set<CoverageReading> = []
    var level = [CoverageReading(departures: [])]
    var departures = 0
    while true {
      for reading in level {
        tried.insert(reading)
        let result = result(reading)
        if departures <= 1 { results.append(result) }
      }
      let next = further(level)
      guard !next.isEmpty, departures == 0 || tried.count + next.count <= maximumReadings else {
        break
      }
      level = next
      departures += 1
    }
    for effect in [ReadingChoice.Effect.narrower, .wider] {
      let reading = extreme(effect)
      guard !results.contains(where: { $0.reading == reading }) else { continue }
      let isNew = tried.insert(reading).inserted
      results.append(result(reading, isNew: isNew))
    }
    let report = kernel.report
    return SensitivityReport(
      report: report,
      choices: choices,
      readings: results,
      readingCount: tried.count,
      possibleReadingCount: choices.reduce(1) {
        let (product, overflow) = $0.multipliedReportingOverflow(by: $1.options.count + 1)
        return overflow ? .max : product
      },
      departureCount: departures,
      gapRange: fewest...max(fewest, most),
      cells: report.states.indices.filter { report.states[$0] != .notNeeded }.map {
        cell($0, readingCount: tried.count)
      },
      repeatedFactCount: report.graph.facts.repeatedCount(in: report.graph)
    )
  }

  // MARK: Readings

  /// Each reading with one more departure, at a later choice.
  private func further(_ level: [CoverageReading]) -> [CoverageReading] {
    level.flatMap { reading in
      let start = (reading.departures.last?.choice ?? -1) + 1
      return (start..<max(start, kernel.choices.count)).flatMap { choice in
        kernel.choices[choice].options.indices.map { option in
          CoverageReading(
            departures: reading.departures
              + [CoverageReading.Departure(choice: choice, option: option)]
          )
        }
      }
    }
  }

  /// The reading in which as much, or as little, counts as can be.
  private func extreme(_ effect: ReadingChoice.Effect) -> CoverageReading {
    CoverageReading(
      departures: kernel.choices.enumerated().compactMap { choice, made in
        let options = made.options.indices.filter { made.options[$0].effect == effect }
        // The option that does what all others do, where there is one, stands last.
        return options.last.map { CoverageReading.Departure(choice: choice, option: $0) }
      }
    )
  }

  private mutating func result(_ reading: CoverageReading, isNew: Bool = true)
    -> CoverageReading.Result
  {
    let standings = kernel.standings(reading)
    let columnCount = max(1, kernel.report.columns.count)
    var counts: [CoverageState: Int] = [:]
    var columnGaps = [Int](repeating: 0, count: kernel.report.columns.count)
    var (gaps, closed, opened) = (0, 0, 0)
    for cell in standings.indices {
      counts[standings[cell].state, default: 0] += 1
      if standings[cell].isGap {
        gaps += 1
        columnGaps[cell % columnCount] += 1
        if isNew { gapCounts[cell] += 1 }
      }
      guard standings[cell].isGap != base[cell].isGap else { continue }
      if base[cell].isGap { closed += 1 } else { opened += 1 }
      if isNew { note(reading, turning: cell) }
    }
    fewest = min(fewest, gaps)
    most = max(most, gaps)
    return CoverageReading.Result(
      reading: reading,
      counts: counts,
      gapCount: gaps,
      closedCount: closed,
      openedCount: opened,
      columnGaps: columnGaps
    )
  }

  /// Keeps a reading for a cell if none with fewer departures, and no part of it, turns the cell.
  private mutating func note(_ reading: CoverageReading, turning cell: Int) {
    if let known = turns[cell].first, known.departures.count < reading.departures.count { return }
    let choices = kernel.choices
    guard !turns[cell].contains(where: { reading.contains($0, among: choices) }) else { return }
    turns[cell].removeAll { $0.contains(reading, among: choices) }
    turns[cell].append(reading)
  }

  // MARK: Cells

  private func cell(_ cell: Int, readingCount: Int) -> SensitivityReport.Cell {
    let report = kernel.report
    let asked = CoverageReading(departures: [])
    let isGap = base[cell].isGap
    let verdict: SensitivityReport.Verdict =
      switch turns[cell].first?.departures.count {
      case nil: isGap ? .firmGap : .firmCover
      case 1: .oneChoice
      default: .severalChoices
      }
    return SensitivityReport.Cell(
      row: report.rows[cell / report.columns.count],
      column: report.columns[cell % report.columns.count],
      state: base[cell].state,
      isGap: isGap,
      gapReadingCount: gapCounts[cell],
      verdict: verdict,
      turns: turns[cell].map { reading in
        // What closes a gap counts then, and what opens one no longer; it is the other way round
        // where unnamed providers alone tell a gap from what cannot be seen.
        let (with, without) = isGap ? (reading, asked) : (asked, reading)
        var (facts, through) = kernel.facts(cell, counting: with, butNot: without)
        if facts.isEmpty { (facts, through) = kernel.facts(cell, counting: without, butNot: with) }
        return SensitivityReport.Turn(reading: reading, facts: facts, through: through)
      }
    )
  }
}

extension FactTable {
  /// What a fact says, but for its sources and notes.
  private struct Saying: Hashable {
    var ends: [UInt32]
    var basis: Basis
    var modality: Modality
    var validity: Validity
  }

  /// How many facts say what an earlier one says.
  fileprivate func repeatedCount(in graph: AssistanceGraph) -> Int {
    let roles = graph.schema.roles.map { ends($0.kind) }
    var seen: Set<Saying> = []
    return nodeRows.indices.count { fact in
      let ends = roles.flatMap { $0.of(fact).sorted() + [UInt32.max] }
      let saying = Saying(
        ends: ends,
        basis: bases[fact],
        modality: modalities[fact],
        validity: validities[fact]
      )
      return !seen.insert(saying).inserted
    }
  }
}
