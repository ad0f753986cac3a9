public import GraphCore

/// How a coverage matrix stands under every reading of its question.
public struct SensitivityReport: Sendable {
  /// What a cell comes to.
  public enum Verdict: String, CaseIterable, Hashable, Sendable, Codable {
    /// A gap under every reading that was tried.
    case firmGap = "firm-gap"
    /// No gap under any reading that was tried.
    case firmCover = "no-gap"
    /// Another choice alone makes it a gap, or closes it.
    case oneChoice = "one-choice"
    /// Only several choices together do.
    case severalChoices = "several-choices"
  }

  /// The least departures from the question that make a gap of a cell, or close it.
  public struct Turn: Hashable, Sendable {
    /// The reading that turns it; no part of it does.
    public let reading: CoverageReading
    /// The facts that count then and did not before, or that counted and do not then; all of the
    /// cell's if providers are told apart otherwise.
    public let facts: [NodeID]
    /// The nodes whose relation to the column decides, such as measures or codes.
    public let through: [NodeID]
  }

  /// A cell under all readings.
  public struct Cell: Hashable, Sendable {
    /// The row's node.
    public let row: NodeID
    /// The column's node.
    public let column: NodeID
    /// How it stands in the question itself.
    public let state: CoverageState
    /// Whether it is a gap there.
    public let isGap: Bool
    /// In how many readings it is a gap.
    public let gapReadingCount: Int
    /// What it comes to.
    public let verdict: Verdict
    /// The readings with the fewest departures that turn it; none where it is firm.
    public let turns: [Turn]
  }

  /// The question itself, with everybody who is reported.
  public let report: CoverageReport
  /// The choices that could be made otherwise.
  public let choices: [ReadingChoice]
  /// The question itself, each option alone, then the narrowest and the widest reading, if they are
  /// others.
  public let readings: [CoverageReading.Result]
  /// How many readings were tried, those of ``readings`` among them.
  public let readingCount: Int
  /// How many readings there are.
  public let possibleReadingCount: Int
  /// How many departures the readings that were all tried have at most.
  public let departureCount: Int
  /// The least and the most gaps that a reading has.
  public let gapRange: ClosedRange<Int>
  /// Every cell where something is needed, row by row.
  public let cells: [Cell]
  /// How many facts repeat another in every end, basis, modality and date.
  ///
  /// No number depends on them: a provider counts once in a cell, however many facts say so.
  public let repeatedFactCount: Int

  /// Whether every reading was tried.
  public var isComplete: Bool { readingCount == possibleReadingCount }

  /// The cells of a verdict.
  public func cells(_ verdict: Verdict) -> [Cell] { cells.filter { $0.verdict == verdict } }

  /// The departures of a reading in a few words, as a table names it.
  public func name(of reading: CoverageReading) -> String {
    let names = reading.departures.map { choices[$0.choice].options[$0.option].name }
    return names.isEmpty ? "as asked" : names.joined(separator: "; ")
  }

  /// The departures of a reading as a condition: “basis thematic counts and any time counts”.
  public func condition(of reading: CoverageReading) -> String {
    reading.departures.map { choices[$0.choice].options[$0.option].condition }
      .joined(separator: " and ")
  }
}
