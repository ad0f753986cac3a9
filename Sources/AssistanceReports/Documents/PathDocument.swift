public import AssistanceModel
public import CoordinationAnalysis
internal import GraphCore
internal import NetworkAlgorithms

/// The answer of `path`, as its JSON has it.
public struct PathDocument: Codable, Hashable, Sendable {
  /// A relation or a fact that a step rests on.
  public struct Witness: Codable, Hashable, Sendable {
    /// The relation's kind, or `fact`.
    public let kind: String
    /// The relation in words, or the fact's key.
    public let text: String
    /// Whether the step goes against the relation's direction.
    public let isBackwards: Bool
    /// How firmly the source supports it.
    public let basis: Basis
    /// Whether it was done.
    public let modality: Modality
    /// When it holds, in words; absent if no date is known.
    public let time: String?
    /// The id of the actor that it puts in a place which both ends share; absent where it links
    /// the two itself.
    public var actor: String?
    /// Where it is stated.
    public let sources: [SourceLabel]
  }

  /// A step of a path.
  public struct Step: Codable, Hashable, Sendable {
    /// Where it starts.
    public let from: NodeLabel
    /// Where it ends.
    public let to: NodeLabel
    /// The class of its evidence.
    public let evidence: EvidenceClass
    /// What it costs.
    public let cost: Double
    /// When it is taken, of a path in time; absent if nothing says when.
    public var moment: String?
    /// What says so, strongest first.
    public let witnesses: [Witness]
  }

  /// A path.
  public struct Path: Codable, Hashable, Sendable {
    /// The place in the list, from 1.
    public let rank: Int
    /// The sum of its steps' costs, or their number.
    public let cost: Double
    /// The weakest class of evidence among its steps; absent for no steps.
    public let weakestEvidence: EvidenceClass?
    /// Whether one of its steps is co-presence.
    public let isWeak: Bool
    /// How many consents it needs: of actors in between, and where co-presence is all there is.
    public let consents: Int
    /// When its first step is taken, of a path in time; absent if nothing says when.
    public let departure: String?
    /// When its last step is taken, of a path in time; absent if nothing says when.
    public let arrival: String?
    /// How many steps have no dates, of a path in time.
    public let undatedSteps: Int?
    /// The steps, in order.
    public let steps: [Step]
  }

  /// In which way paths were asked for.
  public enum Asked: String, Codable, Hashable, Sendable {
    case best, pattern
    case upTo = "up-to"
    case inTime = "in-time"
    case tradeOffs = "trade-offs"
  }

  /// What kind of answer this is.
  public let format = "pillar-paths"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Where paths start.
  public let source: NodeLabel
  /// Where paths end.
  public let target: NodeLabel
  /// In which way paths were asked for.
  public let asked: Asked
  /// The pattern that paths fit; absent if any kinds of steps count.
  public let pattern: String?
  /// What a path by pattern may pass again; absent without a pattern.
  public let mode: String?
  /// What is best in time; absent if the order in time does not matter.
  public let goal: String?
  /// The most steps that a path may have; absent if any number may be.
  public let maximumSteps: Int?
  /// What was asked and how, in sentences.
  public let conventions: [String]
  /// What to beware of, in sentences; empty if nothing.
  public let warnings: [String]
  /// How many nodes and links were searched.
  public let searched: [String: Int]
  /// The kinds of relations that were walked, facts as provider.
  public let kinds: [String]
  /// The paths, the best first.
  public let paths: [Path]
  /// Whether the search was given up early.
  public let stoppedEarly: Bool
  /// Whether there are more such paths, where all up to a length were asked for.
  public let hasMore: Bool
  /// Why there is no path, in sentences; empty if there is one.
  public let noPath: [String]
  /// The documents that the paths cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, source, target, asked, pattern, mode, goal, maximumSteps
    case conventions, warnings, searched, kinds, paths, stoppedEarly, hasMore, noPath, documents
  }

  /// Tells an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ answer: PathAnswer,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let question = answer.question
    self.collection = collection
    source = NodeLabel(question.source, in: graph)
    target = NodeLabel(question.target, in: graph)
    asked = Asked(question)
    pattern = question.pattern?.text
    mode = question.pattern?.mode.rawValue
    goal = question.timing?.rawValue
    maximumSteps = question.maximumSteps
    conventions = PathWords.conventions(question, in: graph)
    warnings = RouteWords.warnings(answer, in: graph)
    searched = ["nodes": answer.searched.nodes, "links": answer.searched.links]
    kinds = answer.searched.kinds.map(\.rawValue)
    paths = answer.paths.enumerated().map { Path($1, rank: $0 + 1, in: graph) }
    stoppedEarly = answer.stoppedEarly
    hasMore = answer.hasMore
    noPath = PathWords.noPath(answer, in: graph)
    let witnesses = paths.flatMap(\.steps).flatMap(\.witnesses)
    self.documents = DocumentLabel.cited(
      witnesses.flatMap(\.sources).map(\.document),
      in: documents
    )
  }
}

extension PathDocument.Asked {
  init(_ question: PathQuestion) {
    if question.pattern != nil {
      self = .pattern
    } else if question.timing != nil {
      self = .inTime
    } else if question.weighsTradeOffs {
      self = .tradeOffs
    } else {
      self = question.maximumSteps == nil ? .best : .upTo
    }
  }
}

extension PathDocument.Path {
  init(_ path: CoordinationPath, rank: Int, in graph: AssistanceGraph) {
    self.rank = rank
    cost = path.cost
    weakestEvidence = path.weakestEvidence
    isWeak = path.isWeak
    consents = path.consents
    departure = path.times?.departure?.description
    arrival = path.times?.arrival?.description
    undatedSteps = path.times?.undatedSteps
    let moments = path.times?.moments ?? []
    steps = path.steps.enumerated().map { place, step in
      var told = PathDocument.Step(step, in: graph)
      if place < moments.count { told.moment = moments[place]?.description }
      return told
    }
  }
}

extension PathDocument.Step {
  init(_ step: PathStep, in graph: AssistanceGraph) {
    from = NodeLabel(step.from, in: graph)
    to = NodeLabel(step.to, in: graph)
    evidence = step.evidence
    cost = step.cost
    witnesses = step.witnesses.compactMap { witness in
      switch witness {
      case .relation(let id):
        return graph.graph[id].map { edge in
          let ends = [edge.from.id, edge.to.id]
          var told = PathDocument.Witness(edge, walkedFrom: step.from)
          told.actor = step.side(ends.contains(step.from), ends.contains(step.to))?.description
          return told
        }
      case .fact(let id, let from, let to):
        return graph.fact(id).map { fact in
          var told = PathDocument.Witness(fact, from: from, to: to, in: graph)
          let starts = fact.ends(from).contains(step.from)
          told.actor = step.side(starts, fact.ends(to).contains(step.to))?.description
          return told
        }
      }
    }
  }
}

extension PathStep {
  /// The end of which alone a statement tells, by whether it tells of the first and of the second.
  fileprivate func side(_ tellsOfFirst: Bool, _ tellsOfSecond: Bool) -> NodeID? {
    guard tellsOfFirst != tellsOfSecond else { return nil }
    return tellsOfFirst ? from : to
  }
}

extension PathDocument.Witness {
  init(_ edge: Edge, walkedFrom start: NodeID) {
    kind = edge.kind.rawValue
    isBackwards = edge.from.id != start
    text = isBackwards ? "\(edge.kind) (from the second)" : edge.kind.rawValue
    basis = edge[.basis] ?? .explicit
    modality = edge[.modality] ?? .does
    time = edge.validity.isUnbounded ? nil : edge.validity.description
    sources = edge.sources.map { SourceLabel($0) }
  }

  init(_ fact: AssistanceFact, from: EdgeKind, to: EdgeKind, in graph: AssistanceGraph) {
    kind = "fact"
    isBackwards = false
    let roles = from == to ? "both as \(from)" : "\(from) and \(to)"
    text = "\(fact.id) (\(roles)): \(Evidence.sentence(fact, in: graph))"
    basis = fact.basis
    modality = fact.modality
    time = fact.validity.isUnbounded ? nil : fact.validity.description
    sources = fact.sources.map { SourceLabel($0) }
  }
}
