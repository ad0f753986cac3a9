public import AssistanceModel
public import CoordinationAnalysis
public import CoverageAnalysis
public import GraphCore

/// Through whom an actor could support a capacity in a place: who is reported there, and how the
/// actor reaches them.
public struct SupportRoutes: Sendable {
  /// Who wants to support.
  public let source: NodeID
  /// The row and the column of the cell.
  public let cell: CoverageCell
  /// Those who could be worked with, the nearest first.
  public let partners: [SupportPartner]
  /// Those reported that no route leads to: classes of actors and placeholders.
  public let unnamed: [NodeID]
  /// Whether the actor is reported there itself.
  public let isActive: Bool
  /// The report that tells who is there.
  public let report: CoverageReport
}

/// Somebody who is reported where support is wanted, or who could be.
public struct SupportPartner: Hashable, Sendable {
  /// Who it is.
  public let actor: NodeID
  /// The facts that put it there; of a candidate, those that make it one.
  public let facts: [NodeID]
  /// Why it could be worked with; empty for who is reported there.
  public let reasons: [Candidate.Reason]
  /// The relations by which a candidate offers it in general.
  public let offers: [EdgeID]
  /// The classes of actors on the route: words for many, so that nothing says that the same members
  /// are meant on both sides.
  public let classes: [NodeID]
  /// The best route to it, or why there is none.
  public let answer: PathAnswer
  /// What the routes depend on; `nil` for no route, or none that is more than co-presence.
  public let cuts: RouteCuts?

  /// The best route.
  public var route: CoordinationPath? { answer.paths.first }

  /// Whether the route leads over something that two actors only share, or over a class of actors.
  public var isWeak: Bool { route?.weakestEvidence == .coPresence || !classes.isEmpty }
}

/// How it stands with everybody, or without some.
public struct SupportSituation: Sendable {
  /// Who is out; empty for everybody there.
  public let without: [NodeID]
  /// Those reported, and the routes to them.
  public let routes: SupportRoutes
  /// Who else could be worked with; empty where somebody named is reported, unless asked for.
  public let candidates: [SupportPartner]
  /// How many candidates there are, told or not.
  public let candidateCount: Int
}

/// How support is planned.
public struct SupportOptions: Hashable, Sendable {
  /// What a step costs by its evidence.
  public var stepCosts = StepCosts()
  /// Whether routes may pass classes of actors.
  public var passesClasses = false
  /// The classes of evidence that may count at all.
  public var evidence = Set(EvidenceClass.allCases)
  /// The span of time that each step must overlap; `nil` is any.
  public var period: Validity?
  /// Whether candidates are told even where somebody named is reported.
  public var seeksOthers = false
  /// How many candidates are looked at where others than those reported are asked for.
  public var maximumCandidates = 5

  /// Creates options.
  public init() {}
}

extension CoverageReport {
  /// How partners are ranked, in a sentence.
  public static let supportRankingRule =
    "by routes over documented and declared links first, then by those over co-presence or over a"
    + " class of actors, then by cost, then by the order of the record"

  /// Finds through whom an actor could support what a cell is about, and how that stands without some.
  ///
  ///     try report.supportSituations(
  ///       from: "ecowas", row: "case-guyana", column: "inhibitor-5", without: ["undp"])
  ///
  /// - Parameters:
  ///   - source: Who wants to support.
  ///   - row: The row, such as a country case.
  ///   - column: The column, such as an inhibitor.
  ///   - leaving: Who is out in the second situation; empty for no second one.
  ///   - options: How it is planned.
  /// - Returns: The situation with everybody, and then that without those who are out; empty if the
  ///   report has no such cell.
  /// - Throws: ``PathError`` for an unknown actor.
  /// - Complexity: That of ``support(from:row:column:_:)`` and
  ///   ``supportCandidates(from:row:column:_:)`` for each.
  public func supportSituations(
    from source: NodeID,
    row: NodeID,
    column: NodeID,
    without leaving: [NodeID] = [],
    _ options: SupportOptions = SupportOptions()
  ) throws(PathError) -> [SupportSituation] {
    var situations: [SupportSituation] = []
    for out in leaving.isEmpty ? [[]] : [[], leaving] {
      let rest =
        out.isEmpty
        ? self : CoordinationWithdrawal(of: Set(out), from: graph).after.coverage(question)
      guard let routes = try rest.support(from: source, row: row, column: column, options) else {
        return []
      }
      var others: [SupportPartner] = []
      if options.seeksOthers || routes.partners.isEmpty {
        others = try rest.supportCandidates(from: source, row: row, column: column, options)
          .filter { !out.contains($0.actor) }
      }
      situations.append(
        SupportSituation(
          without: out,
          routes: routes,
          candidates: Array(others.prefix(options.maximumCandidates)),
          candidateCount: others.count
        )
      )
    }
    return situations
  }

  /// Finds through whom an actor could support what a cell is about.
  ///
  /// A route over documented and declared links is preferred, however long; only where there is none,
  /// one over co-presence is told, which is no evidence that anybody works together.
  ///
  ///     try report.support(from: "ecowas", row: "case-guyana", column: "inhibitor-5")?.partners
  ///
  /// - Parameters:
  ///   - source: Who wants to support.
  ///   - row: The row, such as a country case.
  ///   - column: The column, such as an inhibitor.
  ///   - options: How it is planned.
  /// - Returns: Those reported there and the routes to them; `nil` if the report has no such cell.
  /// - Throws: ``PathError`` for an unknown actor.
  /// - Complexity: That of ``AssistanceModel/AssistanceGraph/routeCuts(_:listing:counting:)`` for each
  ///   that is reported there.
  public func support(
    from source: NodeID,
    row: NodeID,
    column: NodeID,
    _ options: SupportOptions = SupportOptions()
  ) throws(PathError) -> SupportRoutes? {
    guard let cell = cell(row, column) else { return nil }
    let named = cell.providers.filter { $0.designation == .named }
    var partners: [SupportPartner] = []
    for provider in named where provider.id != source {
      partners.append(
        try partner(
          provider.id,
          from: source,
          in: row,
          facts: provider.witnesses.map(\.fact),
          options
        )
      )
    }
    return SupportRoutes(
      source: source,
      cell: cell,
      partners: Self.ranked(partners),
      unnamed: cell.providers.filter { $0.designation != .named && $0.id != source }.map(\.id),
      isActive: cell.providers.contains { $0.id == source },
      report: self
    )
  }

  /// Finds who else could be worked with: candidates for the cell, by how the actor reaches them.
  ///
  /// - Parameters:
  ///   - source: Who wants to support.
  ///   - row: The row, such as a country case.
  ///   - column: The column, such as an inhibitor.
  ///   - options: How it is planned.
  /// - Returns: All candidates, ranked as partners are; empty if there is no such cell.
  /// - Throws: ``PathError`` for an unknown actor.
  /// - Complexity: That of candidates for one cell, and of a path for each.
  public func supportCandidates(
    from source: NodeID,
    row: NodeID,
    column: NodeID,
    _ options: SupportOptions = SupportOptions()
  ) throws(PathError) -> [SupportPartner] {
    var asked = CandidateOptions()
    asked.findsRoutes = false
    let found = candidates(row: row, column: column, asked)?.candidates ?? []
    var partners: [SupportPartner] = []
    for candidate in found where candidate.actor != source {
      partners.append(
        try partner(
          candidate.actor,
          from: source,
          in: row,
          facts: candidate.facts + (candidate.general?.facts ?? []),
          reasons: candidate.reasons,
          offers: candidate.general?.edges ?? [],
          options
        )
      )
    }
    return Self.ranked(partners)
  }

  private func partner(
    _ actor: NodeID,
    from source: NodeID,
    in row: NodeID,
    facts: [NodeID],
    reasons: [Candidate.Reason] = [],
    offers: [EdgeID] = [],
    _ options: SupportOptions
  ) throws(PathError) -> SupportPartner {
    var question = PathQuestion(from: source, to: actor)
    question.count = 1
    question.measure = .cost(options.stepCosts)
    question.passesClasses = options.passesClasses
    question.period = options.period
    question.evidence = options.evidence.subtracting([.coPresence])
    var answer = try graph.paths(question)
    let cuts = answer.paths.isEmpty ? nil : try graph.routeCuts(question)
    if cuts == nil, options.evidence.contains(.coPresence) {
      question.evidence = options.evidence
      // Being active in the very place says more than sharing anything at all.
      question.through = [row]
      answer = try graph.paths(question)
      question.through = []
      if answer.paths.first?.steps.count != 2 { answer = try graph.paths(question) }
    }
    let between = answer.paths.first?.steps.dropLast().map(\.to) ?? []
    return SupportPartner(
      actor: actor,
      facts: facts,
      reasons: reasons,
      offers: offers,
      classes: between.filter { (graph.graph[$0]?[.designation] ?? .named) == .class },
      answer: answer,
      cuts: cuts
    )
  }

  private static func ranked(_ partners: [SupportPartner]) -> [SupportPartner] {
    func place(_ partner: SupportPartner) -> (Int, Double) {
      guard let route = partner.route else { return (2, 0) }
      return (partner.isWeak ? 1 : 0, route.cost)
    }
    return partners.indices.sorted { first, second in
      let (left, right) = (place(partners[first]), place(partners[second]))
      return left == right ? first < second : left < right
    }.map { partners[$0] }
  }
}
