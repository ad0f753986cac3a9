public import AssistanceModel
public import CoordinationAnalysis
public import CoverageAnalysis
internal import GraphCore

/// The answer of `withdraw` for somebody or something that goes, as its JSON has it.
public struct WithdrawDocument: Codable, Hashable, Sendable {
  /// A cell in which something is reported no longer.
  public struct Change: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// How the cell stands with everybody.
    public let before: CoverageState
    /// How it stands without those who leave.
    public let after: CoverageState
    /// How many named providers it needs.
    public let required: Int
    /// How many it has with everybody.
    public let supplyBefore: Int
    /// How many are left.
    public let supplyAfter: Int
    /// Who is reported no longer, with the facts that no longer count.
    public let leaving: [CoverageDocument.Provider]
    /// Who is left, with the facts that still count.
    public let remaining: [CoverageDocument.Provider]
    /// Facts that still count and name no provider.
    public let unattributed: [String]
    /// Whether the cell stands in another state, or is further from what it needs.
    public let isChanged: Bool
  }

  /// The best paths between two ends.
  public struct Paths: Codable, Hashable, Sendable {
    /// Where paths start.
    public let source: NodeLabel
    /// Where paths end.
    public let target: NodeLabel
    /// What becomes of the best path.
    public let outcome: PathChange.Outcome
    /// The paths with everybody, the best first.
    public let before: [PathDocument.Path]
    /// The paths without those who leave, the best first; none if an end leaves.
    public let after: [PathDocument.Path]
  }

  /// Who is cut off.
  public struct Apart: Codable, Hashable, Sendable {
    /// Actors that reached somebody before and reach nobody now.
    public let actors: [NodeLabel]
    /// Groups that no longer reach the largest part of those that they could reach before.
    public let groups: [[NodeLabel]]
    /// Rows of the matrix to which no actor is tied any more.
    public let places: [NodeLabel]
    /// How many documented links between actors there are with everybody, in the whole collection.
    public let linkCount: Int
  }

  /// What kind of answer this is.
  public let format = "pillar-withdrawal"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// Who or what goes, in words.
  public let departing: String
  /// How it was decided what goes, in sentences.
  public let rules: [String]
  /// Who leaves.
  public let actors: [NodeLabel]
  /// The facts that counted somewhere and count nowhere any more.
  public let fallenFacts: [String]
  /// How many cells the matrix has.
  public let cellCount: Int
  /// In how many cells something is reported that no longer is.
  public let touchedCount: Int
  /// How many cells stand in each state with everybody.
  public let countsBefore: [String: Int]
  /// How many cells stand in each state without those who leave.
  public let countsAfter: [String: Int]
  /// The cells in which something is reported no longer, row by row, also those that keep their state.
  public let changes: [Change]
  /// The best paths between the ends asked about.
  public let paths: [Paths]
  /// Who is cut off; absent if it was not asked.
  public let cutOff: Apart?
  /// The facts that the answer names.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, departing, rules, actors, fallenFacts, cellCount
    case touchedCount, countsBefore, countsAfter, changes, paths, cutOff, facts, documents
  }

  /// Tells an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ answer: WithdrawalAnswer,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let (graph, withdrawal) = (answer.report.graph, answer.withdrawal)
    func labels(_ ids: [NodeID]) -> [NodeLabel] { ids.map { NodeLabel($0, in: graph) } }
    func counts(_ counts: [CoverageState: Int]) -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: CoverageState.allCases.map { ($0.rawValue, counts[$0] ?? 0) }
      )
    }
    self.collection = collection
    scope = ScopeDocument(answer.report.question)
    departing = answer.departing
    rules = answer.rules
    actors = labels(withdrawal.actors)
    fallenFacts = withdrawal.facts.map(\.rawValue)
    cellCount = answer.report.states.count
    touchedCount = withdrawal.touched.count
    countsBefore = counts(withdrawal.countsBefore)
    countsAfter = counts(withdrawal.counts)
    changes = withdrawal.touched.map { Change($0, in: graph) }
    let changed = answer.paths.map { change in
      (
        change,
        PathDocument(change.before, in: graph, collection: collection, documents: documents),
        change.after.map {
          PathDocument($0, in: graph, collection: collection, documents: documents)
        }
      )
    }
    paths = changed.map { change, before, after in
      Paths(
        source: before.source,
        target: before.target,
        outcome: change.outcome,
        before: before.paths,
        after: after?.paths ?? []
      )
    }
    cutOff = answer.cutOff.map {
      Apart(
        actors: labels($0.actors),
        groups: $0.groups.map(labels),
        places: labels($0.places),
        linkCount: $0.linkCount
      )
    }
    let named = answer.touchedFacts
    facts = FactLabel.all(named, in: graph)
    let cited = changed.flatMap { $0.1.documents + ($0.2?.documents ?? []) }.map(\.key)
    self.documents = DocumentLabel.cited(
      Evidence.documents(named, in: graph) + cited,
      in: documents
    )
  }
}

extension WithdrawDocument.Change {
  init(_ change: Withdrawal.Change, in graph: AssistanceGraph) {
    func providers(_ providers: [CoverageProvider]) -> [CoverageDocument.Provider] {
      providers.map { provider in
        CoverageDocument.Provider(
          actor: NodeLabel(provider.id, in: graph),
          designation: provider.designation,
          witnesses: provider.witnesses.map { CoverageDocument.Witness($0, in: graph) }
        )
      }
    }
    row = NodeLabel(change.row, in: graph)
    column = NodeLabel(change.column, in: graph)
    before = change.before
    after = change.after
    required = change.required
    supplyBefore = change.supplyBefore
    supplyAfter = change.supplyAfter
    leaving = providers(change.leaving)
    remaining = providers(change.remaining)
    unattributed = change.unattributed.map(\.fact.rawValue)
    isChanged = change.isChanged
  }
}
