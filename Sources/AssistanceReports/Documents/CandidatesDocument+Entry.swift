public import AssistanceModel
public import AssistancePlanning
internal import CoordinationAnalysis
internal import GraphCore

extension CandidatesDocument {
  /// A candidate.
  public struct Entry: Codable, Hashable, Sendable {
    /// The place in the list, from 1; equals share it.
    public let rank: Int
    /// Who it is.
    public let actor: NodeLabel
    /// Why it is a candidate.
    public let reasons: [Candidate.Reason]
    /// What it does in the row already.
    public let here: [Activity]
    /// Where it does what is missing, the nearest places first.
    public let elsewhere: [Place]
    /// What general statements say; absent if none do.
    public let general: CoverageDocument.Offer?
    /// Its parts, wholes and members, and organizations that it is in, which do what is missing.
    public let relatives: [Relative]
    /// The cheapest way to the row; absent if none is documented.
    public let route: Route?
  }

  /// What somebody does in the row.
  public struct Activity: Codable, Hashable, Sendable {
    /// The column; absent for facts that name none that is asked of.
    public let column: NodeLabel?
    /// The facts that say so.
    public let facts: [String]
  }

  /// A place where somebody does what is missing.
  public struct Place: Codable, Hashable, Sendable {
    /// The place.
    public let row: NodeLabel
    /// What ties it to the place where it is missing.
    public let tie: Nearness.Tie
    /// Whether it is near by.
    public let isNearBy: Bool
    /// The whole or organization that the two share; absent without one.
    public let shared: NodeLabel?
    /// How many levels the shared whole is above; 0 without one.
    public let levels: Int
    /// The relations that tie the two, as `from kind to`.
    public let relations: [String]
    /// The facts that say that it is done there.
    public let facts: [String]
  }

  /// A part, a whole or a member of somebody.
  public struct Relative: Codable, Hashable, Sendable {
    /// Who it is.
    public let actor: NodeLabel
    /// The relation between the two, as `from kind to`.
    public let relation: String
    /// Where it does what is missing; empty where it only offers it in general.
    public let rows: [NodeLabel]
    /// The facts that say so.
    public let facts: [String]
  }

  /// A way from a candidate to the row.
  public struct Route: Codable, Hashable, Sendable {
    /// The sum of its steps' costs.
    public let cost: Double
    /// The weakest class of evidence among its steps.
    public let weakestEvidence: EvidenceClass?
    /// The steps, in order.
    public let steps: [Step]
  }

  /// A step of a route.
  public struct Step: Codable, Hashable, Sendable {
    /// Where it starts.
    public let from: NodeLabel
    /// Where it ends.
    public let to: NodeLabel
    /// The class of its evidence; co-presence is weak.
    public let evidence: EvidenceClass
    /// What it costs.
    public let cost: Double
    /// The relations that say so, as `from kind to`.
    public let relations: [String]
    /// The facts that say so.
    public let facts: [String]
  }
}

extension CandidatesDocument.Entry {
  init(_ candidate: Candidate, in graph: AssistanceGraph) {
    func label(_ id: NodeID) -> NodeLabel { NodeLabel(id, in: graph) }
    rank = candidate.rank
    actor = label(candidate.actor)
    reasons = candidate.reasons
    here = candidate.here.map { activity in
      CandidatesDocument.Activity(
        column: activity.column.map(label),
        facts: activity.facts.map(\.rawValue)
      )
    }
    elsewhere = candidate.elsewhere.map { place in
      CandidatesDocument.Place(
        row: label(place.row),
        tie: place.nearness.tie,
        isNearBy: place.nearness.isNearBy,
        shared: place.nearness.shared.map(label),
        levels: place.nearness.levels,
        relations: place.nearness.edges.map { graph.relationText($0) },
        facts: place.facts.map(\.rawValue)
      )
    }
    general = candidate.general.map { CoverageDocument.Offer($0, in: graph) }
    relatives = candidate.relatives.map { relative in
      CandidatesDocument.Relative(
        actor: label(relative.actor),
        relation: graph.relationText(relative.relation),
        rows: relative.rows.map(label),
        facts: relative.facts.map(\.rawValue)
      )
    }
    route = candidate.route.map { CandidatesDocument.Route($0, in: graph) }
  }
}

extension CandidatesDocument.Route {
  init(_ path: CoordinationPath, in graph: AssistanceGraph) {
    cost = path.cost
    weakestEvidence = path.weakestEvidence
    steps = path.steps.map { step in
      CandidatesDocument.Step(
        from: NodeLabel(step.from, in: graph),
        to: NodeLabel(step.to, in: graph),
        evidence: step.evidence,
        cost: step.cost,
        relations: step.relations.map { graph.relationText($0) },
        facts: step.facts.map(\.rawValue)
      )
    }
  }
}

extension PathStep {
  /// The facts among what says so.
  var facts: [NodeID] {
    witnesses.compactMap { witness in
      if case .fact(let id, _, _) = witness { id } else { nil }
    }
  }

  /// The relations among what says so.
  var relations: [EdgeID] {
    witnesses.compactMap { witness in
      if case .relation(let id) = witness { id } else { nil }
    }
  }
}

extension CoordinationPath {
  /// The facts that its steps rest on.
  var facts: [NodeID] { steps.flatMap(\.facts) }
  /// The relations that its steps rest on.
  var relations: [EdgeID] { steps.flatMap(\.relations) }
}

extension AssistanceGraph {
  /// A relation as `from kind to`, by keys.
  func relationText(_ id: EdgeID) -> String {
    graph[id].map { "\($0.from.id) \($0.kind) \($0.to.id)" } ?? ""
  }
}
