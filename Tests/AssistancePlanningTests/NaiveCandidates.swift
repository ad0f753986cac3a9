import AssistanceModel
import AssistancePlanning
import CoordinationAnalysis
import CoverageAnalysis
import GraphCore

/// Candidates found by going through everything for every cell and every actor.
struct NaiveCandidates {
  /// How near a place is, without the relations that say so.
  struct Near: Hashable {
    var tie: Nearness.Tie = .unrelated
    var shared: NodeID?
    var levels = 0
    var rowCount = 0
    var isNearBy = false

    var order: [Int] {
      switch tie {
      case .adjacent: [0, 0]
      case .sharedWhole: [1, levels]
      case .sharedOrganization: [2, rowCount]
      case .unrelated: [3, 0]
      }
    }
  }

  struct Activity: Hashable {
    let column: NodeID?
    let witnesses: [CoverageWitness]
  }

  struct Relative: Hashable {
    let actor: NodeID
    let relation: EdgeID
    let isWhole: Bool
    let rows: [NodeID]
    let facts: [NodeID]
  }

  let report: CoverageReport
  let options: CandidateOptions
  var graph: AssistanceGraph { report.graph }
  var question: CoverageQuestion { report.question }
  let nodes: [NodeID]
  /// What is asked over and over, found once.
  private var cells: [[NodeID]: CoverageCell] = [:]
  private var allLevels: [NodeID: [NodeID: Int]] = [:]
  private var routes: [[NodeID]: CoordinationPath] = [:]

  init(_ report: CoverageReport, _ options: CandidateOptions) throws {
    self.report = report.whole
    self.options = options
    nodes = report.graph.graph.nodes.map(\.id)
    for cell in self.report.cells { cells[[cell.row, cell.column]] = cell }
    for row in self.report.rows {
      allLevels[row] = findLevels(row)
      for actor in report.graph.graph.nodes(of: .actor) where options.findsRoutes {
        routes[[actor.id, row]] = try findRoute(actor.id, row)
      }
    }
  }

  func isNamed(_ id: NodeID) -> Bool { (graph.graph[id]?[.designation] ?? .named) == .named }

  func counts(_ basis: Basis, _ modality: Modality, _ validity: Validity) -> Bool {
    question.bases.contains(basis) && question.modalities.contains(modality)
      && (question.period.map { validity.overlaps($0) } ?? true)
  }

  /// The relations of a kind that count.
  func relations(_ kinds: EdgeKind...) -> [Edge] {
    graph.graph.edges.filter {
      kinds.contains($0.kind)
        && counts($0[.basis] ?? .explicit, $0[.modality] ?? .does, $0.validity)
    }
  }

  func place(_ id: NodeID) -> Int { nodes.firstIndex(of: id) ?? -1 }

  // MARK: Nearness

  /// How many steps every whole is above a place.
  func levels(_ id: NodeID) -> [NodeID: Int] { allLevels[id] ?? [:] }

  private func findLevels(_ id: NodeID) -> [NodeID: Int] {
    var levels = [id: 0]
    let up = relations(.partOf, "located-in")
    for level in 0..<nodes.count {
      for edge in up where levels[edge.from.id] == level {
        levels[edge.to.id] = min(levels[edge.to.id] ?? .max, level + 1)
      }
    }
    return levels
  }

  func near(_ other: NodeID, to row: NodeID) -> Near {
    let borders = relations("borders").contains {
      ($0.from.id, $0.to.id) == (row, other) || ($0.from.id, $0.to.id) == (other, row)
    }
    if borders { return Near(tie: .adjacent, isNearBy: true) }
    let (mine, its) = (levels(row), levels(other))
    func key(_ id: NodeID) -> [Int] {
      let (near, far) = (mine[id] ?? 0, its[id] ?? 0)
      return [max(near, far), near, far, place(id)]
    }
    if let whole = mine.keys.filter({ its[$0] != nil })
      .min(by: { key($0).lexicographicallyPrecedes(key($1)) })
    {
      let held = report.rows.count { levels($0)[whole] != nil }
      return Near(
        tie: .sharedWhole,
        shared: whole,
        levels: key(whole)[0],
        rowCount: held,
        isNearBy: key(whole)[0] <= 1 && held < report.rows.count
      )
    }
    func organizations(_ id: NodeID) -> [NodeID] {
      relations(.memberOf).filter { $0.from.id == id }.map(\.to.id)
    }
    func members(_ id: NodeID) -> Int {
      report.rows.count { organizations($0).contains(id) }
    }
    let common = organizations(row).filter { organization in
      guard organizations(other).contains(organization) else { return false }
      guard let subkind = graph.graph[organization]?[.subkind] else {
        return members(organization) < report.rows.count
      }
      return subkind.contains("region")
    }
    guard
      let club = common.min(by: {
        [members($0), place($0)].lexicographicallyPrecedes([members($1), place($1)])
      })
    else { return Near() }
    return Near(
      tie: .sharedOrganization,
      shared: club,
      rowCount: members(club),
      isNearBy: true
    )
  }

  // MARK: Reasons

  func cell(_ row: NodeID, _ column: NodeID) -> CoverageCell? { cells[[row, column]] }

  func doing(_ actor: NodeID, _ column: NodeID) -> [(row: NodeID, witnesses: [CoverageWitness])] {
    report.rows.compactMap { row in
      cell(row, column)?.providers.first { $0.id == actor }.map { (row, $0.witnesses) }
    }
  }

  func offer(_ actor: NodeID, _ column: NodeID) -> GeneralCoverage.Provider? {
    report.general.first { $0.column == column }?.providers.first { $0.id == actor }
  }

  /// The facts of a row, and why those that do not count do not.
  func facts(_ row: NodeID) -> [(fact: AssistanceFact, counts: Bool)] {
    graph.assistance.filter { $0.ends(question.rows).contains(row) }.map {
      ($0, counts($0.basis, $0.modality, $0.validity))
    }
  }

  func here(_ actor: NodeID, _ row: NodeID) -> [Activity] {
    let named = report.columns.compactMap { column in
      cell(row, column)?.providers.first { $0.id == actor }.map {
        Activity(column: column, witnesses: $0.witnesses)
      }
    }
    let filed = Set(
      report.columns.compactMap { cell(row, $0) }.flatMap { cell in
        cell.providers.flatMap { $0.witnesses.map(\.fact) } + cell.unattributed.map(\.fact)
      }
    )
    let others = facts(row).filter {
      $0.counts && !filed.contains($0.fact.id) && $0.fact.providers.contains(actor)
    }
    guard !others.isEmpty else { return named }
    return named + [
      Activity(
        column: nil,
        witnesses: others.map {
          CoverageWitness(
            fact: $0.fact.id,
            via: nil,
            basis: $0.fact.basis,
            modality: $0.fact.modality
          )
        }
      )
    ]
  }

  func route(_ actor: NodeID, _ row: NodeID) -> CoordinationPath? { routes[[actor, row]] }

  private func findRoute(_ actor: NodeID, _ row: NodeID) throws -> CoordinationPath? {
    var paths = PathQuestion(from: actor, to: row)
    paths.count = 1
    paths.kinds = Set(graph.schema.linkKinds + [.provider])
    paths.evidence = options.routeEvidence
    paths.measure = .cost(options.stepCosts)
    paths.passesClasses = options.passesClasses
    paths.period = question.period
    return try graph.paths(paths).paths.first
  }

  func relatives(_ actor: NodeID, _ column: NodeID) -> [Relative] {
    var seen: Set<NodeID> = []
    return relations(.partOf, .memberOf).compactMap { edge in
      guard edge.from.kind == .actor, edge.to.kind == .actor, edge.from.id != edge.to.id,
        [edge.from.id, edge.to.id].contains(actor)
      else { return nil }
      let other = edge.from.id == actor ? edge.to.id : edge.from.id
      let (doing, offer) = (doing(other, column), offer(other, column))
      guard isNamed(other), !doing.isEmpty || offer != nil, seen.insert(other).inserted else {
        return nil
      }
      var facts: [NodeID] = []
      for fact in doing.flatMap({ $0.witnesses.map(\.fact) }) + (offer?.facts ?? [])
      where !facts.contains(fact) { facts.append(fact) }
      return Relative(
        actor: other,
        relation: edge.id,
        isWhole: edge.from.id == actor,
        rows: doing.map(\.row),
        facts: facts
      )
    }
  }
}
