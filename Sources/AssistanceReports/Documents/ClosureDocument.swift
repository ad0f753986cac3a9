public import AssistanceModel
public import AssistancePlanning
internal import CoverOptimization
public import CoverageAnalysis
internal import GraphCore

/// The answer of `close`, as its JSON has it.
public struct ClosureDocument: Codable, Hashable, Sendable {
  /// What is proved about a part of the answer.
  public struct Proof: Codable, Hashable, Sendable {
    /// What was sought: `weight` (as much as possible) or `cost` (as little as possible).
    public let what: String
    /// What was reached.
    public let objective: Double
    /// What no plan can better.
    public let bound: Double
    /// How far the two are apart, as a share.
    public let gap: Double
    /// Whether nothing better is possible.
    public let isOptimal: Bool
    /// Why the search ended.
    public let ending: String
    /// How many nodes of the search tree were looked at.
    public let nodes: Int
  }

  /// What the plan asks of an actor.
  public struct ActorShare: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// How many engagements it has.
    public let engagementCount: Int
    /// How many it may have.
    public let capacity: Int?
    /// What its engagements cost.
    public let cost: Double
    /// What is paid once for it.
    public let fixedCost: Double
    /// The sum of both.
    public let total: Double
    /// Where its terms are written.
    public let place: String?
  }

  /// Somebody who may take up a cell instead.
  public struct Alternative: Codable, Hashable, Sendable {
    /// Who that is.
    public let actor: NodeLabel
    /// What the plan would cost more, nothing else changed.
    public let added: Double
  }

  /// Somebody who takes up a cell.
  public struct Engagement: Codable, Hashable, Sendable {
    /// Who does it.
    public let actor: NodeLabel
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// What it costs, without the fixed cost of the actor.
    public let cost: Double
    /// Its part of the fixed cost of the actor.
    public let fixedShare: Double
    /// Whether it is required or merely possible.
    public let status: EngagementStanding
    /// Why it is possible, in words.
    public let reason: String
    /// Other columns of the row that the actor is reported in.
    public let columns: [NodeLabel]
    /// Other rows of the column that the actor is reported in.
    public let rows: [NodeLabel]
    /// The facts that say so.
    public let facts: [String]
    /// The line of the table that allows it.
    public let place: String?
    /// What the table says besides.
    public let note: String?
    /// Whether it closes a gap.
    public let closesGap: Bool
    /// Whether the gap cannot be closed without it.
    public let isOnlyWay: Bool
    /// Others who may take up the cell.
    public let alternatives: [Alternative]
  }

  /// A gap, and what becomes of it.
  public struct Gap: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// How many providers are required.
    public let required: Int
    /// How many are reported by name.
    public let supply: Int
    /// How many are missing.
    public let deficit: Int
    /// What it is worth to close it.
    public let weight: Double
    /// How many may take it up.
    public let possibleCount: Int
    /// What becomes of it.
    public let outcome: String
    /// How many more would have to be able to take it up.
    public let missing: Int?
    /// Its price in the proof of the cost.
    public let price: Double
  }

  /// A cell.
  public struct Cell: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
  }

  /// Gaps that cannot be closed together.
  public struct Clash: Codable, Hashable, Sendable {
    /// The gaps.
    public let cells: [Cell]
    /// Who may take them up.
    public let actors: [NodeLabel]
    /// How many engagements the gaps need.
    public let needed: Int
    /// How many are possible together.
    public let possible: Int
  }

  /// A line of a table that plays no part.
  public struct Remark: Codable, Hashable, Sendable {
    /// Where it is written.
    public let place: String?
    /// Why it plays no part.
    public let text: String
  }

  /// What kind of answer this is.
  public let format = "pillar-closure"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// The rules of the plan, in words.
  public let conventions: [String]
  /// What the plan does, in words.
  public let summary: [String]
  /// What the plan costs.
  public let cost: Double
  /// The most that it may cost.
  public let budget: Double?
  /// How many engagements were possible.
  public let possibleCount: Int
  /// What is proved.
  public let proofs: [Proof]
  /// What the plan asks of each actor.
  public let actors: [ActorShare]
  /// Who takes up what.
  public let engagements: [Engagement]
  /// Every gap.
  public let gaps: [Gap]
  /// Gaps that cannot be closed together.
  public let clashes: [Clash]
  /// Lines of tables that play no part.
  public let remarks: [Remark]
  /// The facts that the answer names.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, conventions, summary, cost, budget, possibleCount
    case proofs, actors, engagements, gaps, clashes, remarks, facts, documents
  }

  /// Tells a plan.
  ///
  /// - Parameters:
  ///   - plan: A plan for the report.
  ///   - report: The report.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ plan: ClosurePlan,
    of report: CoverageReport,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = report.graph
    func label(_ id: NodeID) -> NodeLabel { NodeLabel(id, in: graph) }
    self.collection = collection
    scope = ScopeDocument(report.question)
    conventions = plan.conventions(report.question)
    summary = plan.summary + plan.proofSentences
    cost = plan.cost.number
    budget = plan.question.budget?.number
    possibleCount = plan.possibleCount
    proofs =
      [plan.weightProof.map { Proof($0, "weight") }, Proof(plan.costProof, "cost")]
      .compactMap(\.self)
    actors = plan.actors.map { share in
      ActorShare(
        actor: label(share.actor),
        engagementCount: share.engagementCount,
        capacity: share.capacity,
        cost: share.cost.number,
        fixedCost: share.fixedCost.number,
        total: share.total.number,
        place: share.place?.inLine
      )
    }
    let shares = Dictionary(uniqueKeysWithValues: plan.actors.map { ($0.actor, $0.fixedShare) })
    engagements = plan.engagements.map { engagement in
      Engagement(
        engagement,
        fixedShare: shares[engagement.actor] ?? 0,
        reason: report.reason(engagement, .full),
        in: graph
      )
    }
    gaps = plan.gaps.map { Gap($0, in: graph) }
    clashes = plan.clashes.map { clash in
      Clash(
        cells: clash.gaps.map {
          Cell(row: label(plan.gaps[$0].row), column: label(plan.gaps[$0].column))
        },
        actors: clash.actors.map(label),
        needed: clash.needed,
        possible: clash.possible
      )
    }
    remarks = plan.remarks.map { Remark(place: $0.place?.inLine, text: $0.text) }
    let named = plan.engagements.flatMap(\.ground.facts)
    facts = FactLabel.all(named, in: graph)
    self.documents = DocumentLabel.cited(Evidence.documents(named, in: graph), in: documents)
  }
}

extension ClosureDocument.Proof {
  init(_ proof: ClosurePlan.Proof, _ what: String) {
    self.what = what
    objective = proof.objective.number
    bound = proof.bound.number
    gap = proof.gap
    isOptimal = proof.isOptimal
    nodes = proof.nodes
    ending =
      switch proof.ending {
      case .optimal: "optimal"
      case .infeasible: "infeasible"
      case .nodeLimit: "node-limit"
      case .processorTimeLimit: "time-limit"
      }
  }
}

extension ClosureDocument.Engagement {
  init(
    _ engagement: ClosurePlan.Engagement,
    fixedShare: Double,
    reason: String,
    in graph: AssistanceGraph
  ) {
    func label(_ id: NodeID) -> NodeLabel { NodeLabel(id, in: graph) }
    actor = label(engagement.actor)
    row = label(engagement.row)
    column = label(engagement.column)
    cost = engagement.cost.number
    self.fixedShare = fixedShare
    status = engagement.standing
    self.reason = reason
    if case .reported(let reported) = engagement.ground {
      columns = reported.columns.map(label)
      rows = reported.rows.map(label)
    } else {
      columns = []
      rows = []
    }
    facts = engagement.ground.facts.map(\.rawValue)
    place = engagement.ground.place
    note = engagement.ground.note
    closesGap = engagement.closesGap
    isOnlyWay = engagement.isOnlyWay
    alternatives = engagement.alternatives.map {
      ClosureDocument.Alternative(actor: label($0.actor), added: $0.added.number)
    }
  }
}

extension ClosureDocument.Gap {
  init(_ gap: ClosurePlan.Gap, in graph: AssistanceGraph) {
    row = NodeLabel(gap.row, in: graph)
    column = NodeLabel(gap.column, in: graph)
    required = gap.required
    supply = gap.supply
    deficit = gap.deficit
    weight = gap.weight
    possibleCount = gap.possibleCount
    price = gap.price
    outcome = gap.outcomeWord
    if case .tooFewPossible(let missing) = gap.outcome {
      self.missing = missing
    } else {
      missing = nil
    }
  }
}

extension ClosurePlan.Gap {
  /// What becomes of the gap, in a word for a document.
  var outcomeWord: String {
    switch outcome {
    case .closed: "closed"
    case .tooFewPossible: "too-few-possible"
    case .beyondCapacity: "beyond-capacity"
    case .beyondBudget: "beyond-budget"
    }
  }
}

extension Diagnostic.Place {
  /// The place as `file:line`.
  var inLine: String { file + (line.map { ":\($0)" } ?? "") }
}
