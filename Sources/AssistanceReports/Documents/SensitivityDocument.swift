public import AssistanceModel
public import CoverageAnalysis
public import GraphCore

/// The answer of `sensitivity`, as its JSON has it.
public struct SensitivityDocument: Codable, Hashable, Sendable {
  /// A choice that the question makes.
  public struct Choice: Codable, Hashable, Sendable {
    /// What is chosen.
    public let subject: String
    /// How the question chose, in words.
    public let base: String
    /// The other ways.
    public let options: [Option]
  }

  /// Another way to choose.
  public struct Option: Codable, Hashable, Sendable {
    /// The way in a few words.
    public let name: String
    /// The way as a condition in a sentence.
    public let condition: String
    /// Whether more or fewer statements count, or providers are counted otherwise.
    public let effect: String
  }

  /// How the matrix stands under a reading.
  public struct Reading: Codable, Hashable, Sendable {
    /// What differs from the question, in words.
    public let name: String
    /// The names of the options taken; empty for the question itself.
    public let departures: [String]
    /// How many cells stand in each state.
    public let counts: [String: Int]
    /// How many cells are gaps.
    public let gaps: Int
    /// How many gaps of the question it closes.
    public let closed: Int
    /// How many gaps it has that the question does not.
    public let opened: Int
  }

  /// What makes a gap of a cell, or closes it.
  public struct Turn: Codable, Hashable, Sendable {
    /// What must be chosen, in words.
    public let condition: String
    /// The names of the options.
    public let departures: [String]
    /// The facts that decide.
    public let facts: [String]
    /// The nodes whose relation to the column decides.
    public let through: [NodeLabel]
  }

  /// A cell under all readings.
  public struct Cell: Codable, Hashable, Sendable {
    /// The row.
    public let row: NodeLabel
    /// The column.
    public let column: NodeLabel
    /// How it stands in the question itself.
    public let state: CoverageState
    /// Whether it is a gap there.
    public let isGap: Bool
    /// What it comes to.
    public let verdict: String
    /// In how many readings it is a gap.
    public let gapReadings: Int
    /// What turns it; empty where nothing does.
    public let turns: [Turn]
  }

  /// A column under the readings that are told.
  public struct Column: Codable, Hashable, Sendable {
    /// The column.
    public let column: NodeLabel
    /// How many of its cells need something.
    public let cells: Int
    /// How many of them are gaps in the question itself.
    public let gaps: Int
    /// The least gaps among the readings that are told.
    public let fewestGaps: Int
    /// The most.
    public let mostGaps: Int
    /// The options each of which alone turns all gaps into none, or none into gaps everywhere.
    public let restsWhollyOn: [String]
  }

  /// What kind of answer this is.
  public let format = "pillar-sensitivity"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted in the question itself.
  public let scope: ScopeDocument
  /// How many cells the matrix has.
  public let cellCount: Int
  /// The choices that could be made otherwise.
  public let choices: [Choice]
  /// The readings that are told.
  public let readings: [Reading]
  /// How many readings were tried.
  public let readingCount: Int
  /// How many readings there are.
  public let possibleReadingCount: Int
  /// Up to how many departures every reading was tried.
  public let departureCount: Int
  /// The least gaps under any reading that was tried.
  public let fewestGaps: Int
  /// The most.
  public let mostGaps: Int
  /// How many cells come to each verdict.
  public let verdicts: [String: Int]
  /// The columns, in their order.
  public let columns: [Column]
  /// Every cell where something is needed, row by row.
  public let cells: [Cell]
  /// Actors that are probably one, in groups.
  public let duplicates: [[NodeLabel]]
  /// How many facts repeat another.
  public let repeatedFacts: Int
  /// The facts that cells name.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, cellCount, choices, readings, readingCount
    case possibleReadingCount, departureCount, fewestGaps, mostGaps, verdicts, columns, cells
    case duplicates, repeatedFacts, facts, documents
  }

  /// Tells how a matrix depends on the reading of its question.
  ///
  /// - Parameters:
  ///   - report: The readings.
  ///   - duplicates: The groups of actors that the report was made with.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ report: SensitivityReport,
    duplicates: [[NodeID]] = [],
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = report.report.graph
    self.collection = collection
    scope = ScopeDocument(report.report.question)
    cellCount = report.report.states.count
    choices = report.choices.map { choice in
      Choice(
        subject: choice.subject.rawValue,
        base: choice.base,
        options: choice.options.map {
          Option(name: $0.name, condition: $0.condition, effect: $0.effect.rawValue)
        }
      )
    }
    readings = report.readings.map { result in
      Reading(
        name: report.name(of: result.reading),
        departures: report.names(of: result.reading),
        counts: Dictionary(
          uniqueKeysWithValues: CoverageState.allCases.map {
            ($0.rawValue, result.counts[$0] ?? 0)
          }
        ),
        gaps: result.gapCount,
        closed: result.closedCount,
        opened: result.openedCount
      )
    }
    readingCount = report.readingCount
    possibleReadingCount = report.possibleReadingCount
    departureCount = report.departureCount
    fewestGaps = report.gapRange.lowerBound
    mostGaps = report.gapRange.upperBound
    verdicts = Dictionary(
      uniqueKeysWithValues: SensitivityReport.Verdict.allCases.map {
        ($0.rawValue, report.cells($0).count)
      }
    )
    columns = report.columnSummaries
    cells = report.cells.map { cell in
      Cell(
        row: NodeLabel(cell.row, in: graph),
        column: NodeLabel(cell.column, in: graph),
        state: cell.state,
        isGap: cell.isGap,
        verdict: cell.verdict.rawValue,
        gapReadings: cell.gapReadingCount,
        turns: cell.turns.map { turn in
          Turn(
            condition: report.condition(of: turn.reading),
            departures: report.names(of: turn.reading),
            facts: turn.facts.map(\.rawValue),
            through: turn.through.map { NodeLabel($0, in: graph) }
          )
        }
      )
    }
    self.duplicates = duplicates.map { $0.map { NodeLabel($0, in: graph) } }
    repeatedFacts = report.repeatedFactCount
    let named = report.cells.flatMap { $0.turns.flatMap(\.facts) }
    facts = FactLabel.all(named, in: graph)
    self.documents = DocumentLabel.cited(report.citedDocuments, in: documents)
  }
}

extension SensitivityReport {
  /// The names of a reading's options.
  func names(of reading: CoverageReading) -> [String] {
    reading.departures.map { choices[$0.choice].options[$0.option].name }
  }

  /// The keys of the documents of the facts that turns name, or if none does of all that count.
  var citedDocuments: [String] {
    let graph = report.graph
    let named = cells.flatMap { $0.turns.flatMap(\.facts) }
    guard named.isEmpty else { return Evidence.documents(named, in: graph) }
    let counted = Set(report.states.indices.flatMap { report.statements(of: $0).map(\.fact) })
    let assistance = graph.assistance
    return counted.sorted().flatMap { assistance[$0].sources.map(\.document) }
  }

  /// What each column comes to among the readings that are told.
  var columnSummaries: [SensitivityDocument.Column] {
    guard let asked = readings.first else { return [] }
    return report.columns.indices.map { place in
      let id = report.columns[place]
      let needed = report.rows.indices.count {
        report.states[report.index(row: $0, column: place)] != .notNeeded
      }
      let gaps = readings.map { $0.columnGaps[place] }
      let own = asked.columnGaps[place]
      let wholly = readings.filter { result in
        guard result.reading.departures.count == 1, needed > 0 else { return false }
        let other = result.columnGaps[place]
        return (own == needed && other == 0) || (own == 0 && other == needed)
      }
      let alone = wholly.filter { result in
        // Where a part of an option is enough, the rest of it says nothing.
        result.reading.departures.allSatisfy { departure in
          let parts = choices[departure.choice].options[departure.option].parts
          return !wholly.contains { other in
            other.reading.departures.contains {
              $0.choice == departure.choice && parts.contains($0.option)
            }
          }
        }
      }
      return SensitivityDocument.Column(
        column: NodeLabel(id, in: report.graph),
        cells: needed,
        gaps: own,
        fewestGaps: gaps.min() ?? own,
        mostGaps: gaps.max() ?? own,
        restsWhollyOn: alone.map { condition(of: $0.reading) }
      )
    }
  }
}
