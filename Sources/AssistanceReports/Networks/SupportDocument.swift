public import AssistanceModel
public import AssistancePlanning
public import CoordinationAnalysis
public import CoverageAnalysis
public import GraphCore

/// The answer of `support`, as its JSON has it.
public struct SupportDocument: Codable, Hashable, Sendable {
  /// A route.
  public struct Route: Codable, Hashable, Sendable {
    /// The sum of its steps' costs.
    public let cost: Double
    /// The weakest class of evidence among its steps; absent for no steps.
    public let weakestEvidence: EvidenceClass?
    /// The steps, in order.
    public let steps: [PathDocument.Step]
  }

  /// The best route without somebody.
  public struct Without: Codable, Hashable, Sendable {
    /// Who is out.
    public let actor: NodeLabel
    /// What becomes of the best route.
    public let outcome: PathChange.Outcome
    /// The next best route; absent if none is left.
    public let route: Route?
  }

  /// Somebody to work with.
  public struct Partner: Codable, Hashable, Sendable {
    /// Who it is.
    public let actor: NodeLabel
    /// The facts that put it there, or make it a candidate.
    public let facts: [FactLabel]
    /// Why it could be worked with, as for candidates; empty for who is reported there.
    public let reasons: [Candidate.Reason]
    /// The relations by which a candidate offers it in general, in words.
    public let offers: [String]
    /// Where these are stated.
    public let sources: [SourceLabel]
    /// The classes of actors on the route.
    public let classes: [NodeLabel]
    /// Whether the route leads over something that two actors only share, or over a class.
    public let isWeak: Bool
    /// The best route; absent without one.
    public let route: Route?
    /// Why there is no route, in sentences; empty if there is one.
    public let noPath: [String]
    /// Who is on every route; empty where routes are weak.
    public let onEveryRoute: [NodeLabel]
    /// The best route without each that is on it in between.
    public let without: [Without]
  }

  /// How it stands, with everybody or without some.
  public struct Situation: Codable, Hashable, Sendable {
    /// Who is out; empty for everybody there.
    public let without: [NodeLabel]
    /// The state of the cell.
    public let state: CoverageState
    /// Whether the actor is reported there itself.
    public let isActive: Bool
    /// Those reported there, the nearest first.
    public let partners: [Partner]
    /// Those reported that no route leads to: classes of actors and placeholders.
    public let unnamed: [NodeLabel]
    /// Who else could be worked with, where nobody that is reported is named, or others were asked for.
    public let candidates: [Partner]
    /// How many candidates there are, told or not.
    public let candidateCount: Int
  }

  /// What kind of answer this is.
  public let format = "pillar-support"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Who wants to support.
  public let source: NodeLabel
  /// The row of the cell.
  public let row: NodeLabel
  /// The column of the cell.
  public let column: NodeLabel
  /// What counts as reported.
  public let scope: ScopeDocument
  /// How routes were sought, in sentences.
  public let conventions: [String]
  /// How it stands with everybody, and behind that without those who are out.
  public let situations: [Situation]
  /// The documents that the answer cites.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, source, row, column, scope, conventions, situations, documents
  }

  /// Tells what was found.
  ///
  /// - Parameters:
  ///   - found: How it stands with everybody, and then without some.
  ///   - source: Who wants to support.
  ///   - row: The row of the cell.
  ///   - column: The column of the cell.
  ///   - report: The report with everybody.
  ///   - options: How routes were sought.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ found: [SupportSituation],
    from source: NodeID,
    row: NodeID,
    column: NodeID,
    of report: CoverageReport,
    _ options: SupportOptions = SupportOptions(),
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let graph = report.graph
    self.collection = collection
    self.source = NodeLabel(source, in: graph)
    self.row = NodeLabel(row, in: graph)
    self.column = NodeLabel(column, in: graph)
    scope = ScopeDocument(report.question)
    let costs = options.stepCosts
    conventions = [
      "Partners are ranked \(CoverageReport.supportRankingRule).",
      "Routes: the lowest cost; a documented step costs \(PathWords.number(costs.documented)), a"
        + " declared one \(PathWords.number(costs.declared)), one into or out of what two only share"
        + " \(PathWords.number(costs.coPresence / 2)); links are walked both ways; "
        + (options.passesClasses
          ? "classes of actors may be passed, placeholders not."
          : "never over a class of actors or a placeholder.")
        + (options.period.map { " Each step holds \($0)." } ?? ""),
      "Only where no such route is left, one over co-presence is told, and marked weak: being named"
        + " with the same case, measure or subject says nothing of working together.",
    ]
    situations = found.map { found in
      Situation(
        without: found.without.map { NodeLabel($0, in: graph) },
        state: found.routes.cell.state,
        isActive: found.routes.isActive,
        partners: found.routes.partners.map { Partner($0, in: found.routes.report.graph) },
        unnamed: found.routes.unnamed.map { NodeLabel($0, in: graph) },
        candidates: found.candidates.map { Partner($0, in: found.routes.report.graph) },
        candidateCount: found.candidateCount
      )
    }
    let partners = situations.flatMap { $0.partners + $0.candidates }
    let steps = partners.flatMap {
      ($0.route?.steps ?? []) + $0.without.flatMap { $0.route?.steps ?? [] }
    }
    let sources =
      partners.flatMap(\.facts).flatMap(\.sources) + partners.flatMap(\.sources)
      + steps.flatMap(\.witnesses).flatMap(\.sources)
    self.documents = DocumentLabel.cited(sources.map(\.document), in: documents)
  }
}

extension SupportDocument.Route {
  init(_ path: CoordinationPath, in graph: AssistanceGraph) {
    cost = path.cost
    weakestEvidence = path.weakestEvidence
    steps = path.steps.map { PathDocument.Step($0, in: graph) }
  }
}

extension SupportDocument.Partner {
  init(_ partner: SupportPartner, in graph: AssistanceGraph) {
    actor = NodeLabel(partner.actor, in: graph)
    facts = partner.facts.compactMap { graph.fact($0) }.map { FactLabel($0, in: graph) }
    reasons = partner.reasons
    let edges = partner.offers.compactMap { graph.graph[$0] }
    offers = edges.map {
      "\(graph.name(of: $0.from.id)) \($0.kind) \(graph.name(of: $0.to.id))"
    }
    sources = edges.flatMap(\.sources).map { SourceLabel($0) }
    classes = partner.classes.map { NodeLabel($0, in: graph) }
    isWeak = partner.isWeak
    route = partner.route.map { SupportDocument.Route($0, in: graph) }
    noPath = PathWords.noPath(partner.answer, in: graph)
    onEveryRoute = (partner.cuts?.onEveryRoute ?? []).map { NodeLabel($0, in: graph) }
    without = (partner.cuts?.without ?? []).map { without in
      SupportDocument.Without(
        actor: NodeLabel(without.actor, in: graph),
        outcome: without.outcome,
        route: without.after.map { SupportDocument.Route($0, in: graph) }
      )
    }
  }
}
