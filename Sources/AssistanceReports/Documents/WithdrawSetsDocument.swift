public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

/// The answer of `withdraw --opens`, as its JSON has it.
public struct WithdrawSetsDocument: Codable, Hashable, Sendable {
  /// A set of actors, and what their leaving opens.
  public struct ActorSet: Codable, Hashable, Sendable {
    /// Who leaves.
    public let actors: [NodeLabel]
    /// The cells that fall short of what they need, with the facts that count there now.
    public let opened: [WithdrawLossesDocument.Cell]
  }

  /// What kind of answer this is.
  public let format = "pillar-critical-sets"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// How many gaps were to be opened.
  public let gapCount: Int
  /// How many open if everybody leaves.
  public let openableCount: Int
  /// How many actors the smallest set found has; absent if there is none.
  public let size: Int?
  /// No set of fewer actors does it: proved.
  public let bound: Int
  /// Whether the size is proved to be the smallest.
  public let isProved: Bool
  /// How many sets of that size there are; absent if they were not all counted.
  public let count: Int?
  /// The sets, those that open most first; with many only the first.
  public let sets: [ActorSet]
  /// The facts that the cells name.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, gapCount, openableCount, size, bound, isProved, count
    case sets, facts, documents
  }

  /// Tells the sets of a report.
  ///
  /// - Parameters:
  ///   - found: The sets.
  ///   - report: The report.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ found: CriticalSets,
    of report: CoverageReport,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    self.collection = collection
    scope = ScopeDocument(report.question)
    gapCount = found.gapCount
    openableCount = found.openableCount
    size = found.size
    bound = found.bound
    isProved = found.isProved
    count = found.count
    sets = found.sets.map { set in
      ActorSet(
        actors: set.actors.map { NodeLabel($0, in: report.graph) },
        opened: set.opened.map { WithdrawLossesDocument.Cell($0, of: report) }
      )
    }
    let named = sets.flatMap(\.opened).flatMap(\.facts).map { NodeID($0) }
    facts = FactLabel.all(named, in: report.graph)
    self.documents = DocumentLabel.cited(
      Evidence.documents(named, in: report.graph),
      in: documents
    )
  }
}
