public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

/// The answer of `gaps`, as its JSON has it.
public struct GapsDocument: Codable, Hashable, Sendable {
  /// Somebody who does elsewhere what is missing here.
  public struct Elsewhere: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// The rows where it is reported.
    public let rows: [NodeLabel]
    /// The facts that say so.
    public let facts: [String]
  }

  /// A gap.
  public struct Gap: Codable, Hashable, Sendable {
    /// The place in the list, from 1; equals share it.
    public let rank: Int
    /// Why it has that place, in words.
    public let reasons: [String]
    /// The cell.
    public let cell: CoverageDocument.Cell
    /// Who provides it in other rows.
    public let elsewhere: [Elsewhere]
    /// Who offers it by general statements.
    public let general: [CoverageDocument.Offer]
    /// Facts of the row that do not say which column they serve.
    public let unfiledFacts: [String]
  }

  /// What kind of answer this is.
  public let format = "pillar-gaps"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// How many cells the matrix has.
  public let cellCount: Int
  /// How many cells stand in each state.
  public let counts: [String: Int]
  /// The rule of the ranking, in words.
  public let ranking: String
  /// The gaps, the gravest first.
  public let gaps: [Gap]
  /// The facts that the answer names.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, cellCount, counts, ranking, gaps, facts
    case documents
  }

  /// Tells the gaps of a report.
  ///
  /// - Parameters:
  ///   - gaps: Gaps of the report.
  ///   - report: The report.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ gaps: [CoverageGap],
    of report: CoverageReport,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = report.graph
    self.collection = collection
    scope = ScopeDocument(report.question)
    cellCount = report.states.count
    counts = Dictionary(
      uniqueKeysWithValues: CoverageState.allCases.map { ($0.rawValue, report.count($0)) }
    )
    ranking = CoverageReport.rankingRule
    // Gaps of a column share what is told of it, so that only writing it takes space for each.
    let elsewhere = gaps.elsewhere { others in others.map { Elsewhere($0, in: graph) } }
    let general = gaps.general { offers in
      offers.map { CoverageDocument.Offer($0, in: graph) }
    }
    self.gaps = zip(gaps, elsewhere).map { gap, elsewhere in
      Gap(
        rank: gap.rank,
        reasons: gap.reasons(in: report),
        cell: CoverageDocument.Cell(gap.cell, in: graph),
        elsewhere: elsewhere,
        general: general[gap.cell.column] ?? [],
        unfiledFacts: gap.unfiledFacts.map(\.rawValue)
      )
    }
    let named = gaps.namedFacts
    facts = FactLabel.all(named, in: graph)
    self.documents = DocumentLabel.cited(
      Evidence.documents(named, in: graph) + gaps.offeredDocuments(in: graph),
      in: documents
    )
  }
}

extension GapsDocument.Elsewhere {
  init(_ other: CoverageGap.Elsewhere, in graph: AssistanceGraph) {
    actor = NodeLabel(other.provider, in: graph)
    rows = other.rows.map { NodeLabel($0, in: graph) }
    facts = other.facts.map(\.rawValue)
  }
}
