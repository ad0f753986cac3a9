public import AssistanceModel
public import ChangeAnalysis
public import CoverageAnalysis
internal import GraphCore

/// The answer of `timeline`, as its JSON has it.
public struct TimelineDocument: Codable, Hashable, Sendable {
  /// A year, a quarter or a month.
  public struct Step: Codable, Hashable, Sendable {
    /// The step as it is written.
    public let step: String
    /// Its first date.
    public let from: String
    /// Its last date.
    public let until: String
    /// How many cells stand in each state.
    public let counts: [String: Int]
    /// In how many cells somebody is reported by name, but fewer than needs require.
    public let short: Int
    /// How many gaps opened with it.
    public let opened: Int
    /// How many gaps closed with it.
    public let closed: Int
  }

  /// Which dates the facts that count carry.
  public struct Dates: Codable, Hashable, Sendable {
    /// The rule for what is open, in words.
    public let rule: String
    /// Facts without any date.
    public let undated: Int
    /// Facts with a beginning and no end.
    public let openEnded: Int
    /// Facts with an end and no beginning.
    public let openStarted: Int
    /// Facts with a beginning and an end.
    public let closed: Int
  }

  /// Steps in which a cell stands the same.
  public struct Span: Codable, Hashable, Sendable {
    /// How it stands.
    public let state: CoverageState
    /// Whether somebody is reported by name, but fewer than needs require.
    public let isShort: Bool
    /// The first step.
    public let first: String
    /// The last step.
    public let last: String
    /// How many steps it has.
    public let stepCount: Int
  }

  /// Steps in which a cell has fewer providers by name than it needs.
  public struct Gap: Codable, Hashable, Sendable {
    /// The first step.
    public let first: String
    /// The last step.
    public let last: String
    /// How many steps it has.
    public let stepCount: Int
    /// Whether unnamed providers are reported in some of them.
    public let hasUnnamed: Bool
    /// Whether providers are reported by name in some of them, but fewer than needs require.
    public let isShort: Bool
    /// Whether as many as are needed were reported before.
    public let isOpened: Bool
    /// Whether as many as are needed are reported after.
    public let isClosed: Bool
    /// The statements that ended before it.
    public let ended: [CoverageDocument.Witness]
    /// The statements that began after it.
    public let began: [CoverageDocument.Witness]
  }

  /// A statement in a cell, and the steps in which it holds.
  public struct Statement: Codable, Hashable, Sendable {
    /// The statement.
    public let witness: CoverageDocument.Witness
    /// The first step.
    public let first: String
    /// The last step.
    public let last: String
  }

  /// A cell over time.
  public struct Cell: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// How it stands, one span after the other.
    public let spans: [Span]
    /// Its spans with fewer providers by name than it needs.
    public let gaps: [Gap]
    /// What counts in it.
    public let statements: [Statement]
  }

  /// What kind of answer this is.
  public let format = "pillar-timeline"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted; the period is that of the series.
  public let scope: ScopeDocument
  /// How long a step is: `year`, `quarter` or `month`.
  public let by: String
  /// The steps.
  public let steps: [Step]
  /// Which dates the facts carry.
  public let dates: Dates
  /// The cells, row by row.
  public let cells: [Cell]
  /// The facts that the answer names.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, by, steps, dates, cells, facts, documents
  }

  /// Tells a series.
  ///
  /// - Parameters:
  ///   - timeline: The series.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ timeline: CoverageTimeline,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = timeline.report.graph
    self.collection = collection
    scope = ScopeDocument(timeline.question)
    by = timeline.steps.first?.length.rawValue ?? CalendarStep.Length.year.rawValue
    var gaps: [[TimelineGap]] = []
    for row in timeline.rows.indices {
      for column in timeline.columns.indices {
        gaps.append(timeline.gaps(row: row, column: column))
      }
    }
    let moves = TimelineMoves(gaps.flatMap(\.self), stepCount: timeline.steps.count)
    steps = timeline.steps.enumerated().map { place, step in
      Step(
        step: step.description,
        from: step.period.from?.description ?? "",
        until: step.period.until?.description ?? "",
        counts: Dictionary(
          uniqueKeysWithValues: CoverageState.allCases.map {
            ($0.rawValue, timeline.count($0, in: place))
          }
        ),
        short: timeline.shortCount(in: place),
        opened: moves.opened[place],
        closed: moves.closed[place]
      )
    }
    dates = Dates(
      rule: CoverageTimeline.dateRule,
      undated: timeline.dates.undated,
      openEnded: timeline.dates.openEnded,
      openStarted: timeline.dates.openStarted,
      closed: timeline.dates.closed
    )
    let names = timeline.steps.map(\.description)
    var told: [NodeID] = []
    var cells: [Cell] = []
    for row in timeline.rows.indices {
      for column in timeline.columns.indices {
        let statements = timeline.statements(row: row, column: column)
        told += statements.map(\.witness.fact)
        cells.append(
          Cell(
            row: NodeLabel(timeline.rows[row], in: graph),
            column: NodeLabel(timeline.columns[column], in: graph),
            spans: timeline.spans(row: row, column: column).map { Span($0, names) },
            gaps: gaps[row * timeline.columns.count + column].map { Gap($0, names, graph) },
            statements: statements.map {
              Statement(
                witness: CoverageDocument.Witness($0.witness, in: graph),
                first: names[$0.steps.lowerBound],
                last: names[$0.steps.upperBound - 1]
              )
            }
          )
        )
      }
    }
    self.cells = cells
    facts = FactLabel.all(told, in: graph)
    self.documents = DocumentLabel.cited(Evidence.documents(told, in: graph), in: documents)
  }
}

extension TimelineDocument.Span {
  init(_ span: CoverageTimeline.Span, _ names: [String]) {
    state = span.state
    isShort = span.isShort
    first = names[span.steps.lowerBound]
    last = names[span.steps.upperBound - 1]
    stepCount = span.steps.count
  }
}

extension TimelineDocument.Gap {
  init(_ gap: TimelineGap, _ names: [String], _ graph: AssistanceGraph) {
    first = names[gap.steps.lowerBound]
    last = names[gap.steps.upperBound - 1]
    stepCount = gap.steps.count
    hasUnnamed = gap.hasUnnamed
    isShort = gap.isShort
    isOpened = gap.isOpened
    isClosed = gap.isClosed
    ended = gap.ended.map { CoverageDocument.Witness($0, in: graph) }
    began = gap.began.map { CoverageDocument.Witness($0, in: graph) }
  }
}

/// How many gaps open and close with each step.
struct TimelineMoves {
  private(set) var opened: [Int]
  private(set) var closed: [Int]

  init(_ gaps: [TimelineGap], stepCount: Int) {
    opened = Array(repeating: 0, count: stepCount)
    closed = opened
    for gap in gaps {
      if gap.isOpened { opened[gap.steps.lowerBound] += 1 }
      if gap.isClosed { closed[gap.steps.upperBound] += 1 }
    }
  }
}
