public import AssistanceModel
public import AssistancePlanning
public import CoverageAnalysis
internal import GraphCore

/// The answer of `candidates`, as its JSON has it.
public struct CandidatesDocument: Codable, Hashable, Sendable {
  /// A gap with its candidates.
  public struct Gap: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// How the cell stands.
    public let state: CoverageState
    /// How many named providers it needs.
    public let required: Int
    /// Who provides it there already, and is no candidate.
    public let providers: [NodeLabel]
    /// Everybody who is reported in the row by name.
    public let present: [NodeLabel]
    /// How many candidates there are, told or not.
    public let count: Int
    /// The candidates, the best first.
    public let candidates: [Entry]
    /// Those without a name of their own, who are never candidates.
    public let unnamed: Unnamed
    /// Whom statements out of scope would add.
    public let hints: [Hint]
  }

  /// How many do it, or are there, without a name of their own.
  public struct Unnamed: Codable, Hashable, Sendable {
    /// How many are reported in the row for something else.
    public let here: Int
    /// How many do what is missing in other rows.
    public let elsewhere: Int
    /// How many offer it by general statements.
    public let general: Int
    /// How many there are in all.
    public let total: Int
  }

  /// Somebody whom a statement out of scope would add.
  public struct Hint: Codable, Hashable, Sendable {
    /// Who it is.
    public let actor: NodeLabel
    /// The row that the statement names.
    public let row: NodeLabel
    /// The statement.
    public let witness: CoverageDocument.Witness
    /// Why it does not count: basis, modality, evidence or time.
    public let reasons: [String]
  }

  /// What kind of answer this is.
  public let format = "pillar-candidates"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// What routes are made of, in a sentence.
  public let routes: String
  /// The rule of the ranking, in words.
  public let ranking: String
  /// The gaps with their candidates.
  public let gaps: [Gap]
  /// The facts that the answer names.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, routes, ranking, gaps, facts, documents
  }

  /// Tells candidates.
  ///
  /// - Parameters:
  ///   - answers: Candidates for gaps of the report.
  ///   - report: The report.
  ///   - options: What was asked beside the matrix.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ answers: [GapCandidates],
    of report: CoverageReport,
    options: CandidateOptions = CandidateOptions(),
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = report.graph
    self.collection = collection
    scope = ScopeDocument(report.question)
    routes = CandidateWords.routes(options)
    ranking = CoverageReport.candidateRankingRule
    gaps = answers.map { Gap($0, in: graph) }
    let named = answers.flatMap { $0.namedFacts }
    facts = FactLabel.all(named, in: graph)
    self.documents = DocumentLabel.cited(
      Evidence.documents(named, in: graph)
        + answers.flatMap { $0.relationDocuments(in: graph) },
      in: documents
    )
  }
}

extension CandidatesDocument.Gap {
  init(_ answer: GapCandidates, in graph: AssistanceGraph) {
    func label(_ id: NodeID) -> NodeLabel { NodeLabel(id, in: graph) }
    row = label(answer.row)
    column = label(answer.column)
    state = answer.state
    required = answer.required
    providers = answer.providers.map(label)
    present = answer.present.map(label)
    count = answer.count
    candidates = answer.candidates.map { CandidatesDocument.Entry($0, in: graph) }
    unnamed = CandidatesDocument.Unnamed(
      here: answer.unnamed.here,
      elsewhere: answer.unnamed.elsewhere,
      general: answer.unnamed.general,
      total: answer.unnamed.total
    )
    hints = answer.hints.map { hint in
      CandidatesDocument.Hint(
        actor: label(hint.actor),
        row: label(hint.row),
        witness: CoverageDocument.Witness(hint.witness, in: graph),
        reasons: hint.reasons.names
      )
    }
  }
}

extension GapCandidates {
  /// Every fact that an answer about the gap names; some come twice.
  var namedFacts: [NodeID] {
    candidates.flatMap { $0.facts + ($0.route?.facts ?? []) } + hints.map(\.witness.fact)
  }

  /// The documents of relations and offers; some come twice.
  func relationDocuments(in graph: AssistanceGraph) -> [String] {
    let edges = candidates.flatMap { candidate in
      candidate.elsewhere.flatMap(\.nearness.edges) + candidate.relatives.map(\.relation)
        + (candidate.route?.relations ?? [])
    }
    return Set(edges).sorted().compactMap { graph.graph[$0] }.flatMap(\.sources).map(\.document)
      + candidates.compactMap(\.general).flatMap { $0.sources(in: graph) }.map(\.document)
  }
}
