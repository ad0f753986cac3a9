internal import AssistanceModel
internal import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

/// The links that coordination may walk: relations, and pairs of nodes that a fact ties together.
///
/// A pair made from a fact is a projection of it. A step into or out of a node between that is no
/// actor says only that two are active on the same thing: co-presence.
struct CoordinationLinks {
  private let graph: AssistanceGraph
  private let question: PathQuestion
  private let terminals: Set<Int>
  private let isActor: [Bool]
  private let isVertex: [Bool]
  /// The ends of facts, providers first: links lead away from them, whatever the schema's order.
  private let roles: [EdgeKind]

  init(_ graph: AssistanceGraph, _ question: PathQuestion) {
    self.graph = graph
    self.question = question
    let ends = [question.source, question.target].compactMap { graph.graph.row(of: $0) }
    terminals = Set(ends)
    let nodes = graph.graph.tables.nodes
    let actor = nodes.kindTable.number(of: .actor)
    isActor = nodes.kinds.map { $0 == actor }
    isVertex = Self.vertices(graph, question, terminals)
    roles = [.provider] + graph.schema.roles.map(\.kind).filter { $0 != .provider }
  }

  /// The kinds of relations that are walked, facts as `provider`, in the order of the schema.
  static func kinds(_ graph: AssistanceGraph, _ question: PathQuestion) -> [EdgeKind] {
    guard let kinds = question.kinds else { return [.provider] + graph.schema.linkKinds }
    let relations = graph.schema.schema.edgeRules.map(\.kind).filter { !graph.schema.isRole($0) }
    return ([.provider] + relations).filter { kinds.contains($0) }
  }

  func projected() -> ProjectedNetwork {
    let rows = isVertex.indices.filter { isVertex[$0] }.map { UInt32($0) }
    do {
      return try ProjectedNetwork(
        graph.graph,
        rows: rows,
        links: links(),
        direction: question.followsDirection ? .directed : .undirected
      )
    } catch {
      preconditionFailure("costs are checked: \(error)")
    }
  }

  /// The class of a step between two nodes.
  func evidence(_ from: Int, _ to: Int, stated: EvidenceClass) -> EvidenceClass {
    isIndirect(from, to) ? .coPresence : stated
  }

  /// Whether a step leads into or out of a node between the ends that is no actor.
  private func isIndirect(_ from: Int, _ to: Int) -> Bool {
    !isActor[from] && !terminals.contains(from) || !isActor[to] && !terminals.contains(to)
  }

  // MARK: Vertices

  /// Everything but facts, what is to be avoided, and actors that cannot be approached.
  private static func vertices(
    _ graph: AssistanceGraph,
    _ question: PathQuestion,
    _ terminals: Set<Int>
  ) -> [Bool] {
    let through = Set(question.through.compactMap { graph.graph.row(of: $0) })
    let avoided = Set(question.avoiding.compactMap { graph.graph.row(of: $0) })
    let nodes = graph.graph.tables.nodes
    let fact = nodes.kindTable.number(of: .assistance)
    return nodes.kinds.indices.map { row in
      guard nodes.kinds[row] != fact else { return false }
      if terminals.contains(row) { return true }
      if avoided.contains(row) { return false }
      switch Node(graph: graph.graph, row: row)[.designation] ?? .named {
      case .named: return true
      case .class: return question.passesClasses || through.contains(row)
      case .placeholder: return false
      }
    }
  }

  // MARK: Links

  /// A link before it is merged: numbers only, as there are many.
  fileprivate struct Link {
    var from: UInt32
    var to: UInt32
    /// The row of an edge, or the number of a fact.
    var source: UInt32
    /// The places of the two roles among those of facts; `none` for an edge.
    var fromRole: UInt16
    var toRole: UInt16
    var evidence: EvidenceClass
    var isTwoWay: Bool

    static let none = UInt16.max
  }

  private func links() -> [ProjectedLink] {
    var links = relations()
    let kinds = Self.kinds(graph, question)
    if kinds.contains(.provider) { links += pairs() }
    links = links.filter { question.evidence.contains($0.evidence) }
    return question.keepsParallelLinks ? links.map { projected([$0]) } : merged(links)
  }

  private func relations() -> [Link] {
    let wanted = Set(Self.kinds(graph, question)).subtracting([.provider])
    let filing = question.kinds == nil ? graph.schema.indexKinds : []
    let isWanted = graph.graph.edgeKinds.map { wanted.contains($0) }
    let isFiling = graph.graph.edgeKinds.map { filing.contains($0) }
    let table = graph.graph.tables.edges
    let twoWay = table.kindTable.number(of: "partners-with")
    var links: [Link] = []
    for row in 0..<graph.graph.edgeCount {
      let kind = Int(table.kinds[row])
      guard isWanted[kind] || isFiling[kind] else { continue }
      let (from, to) = (Int(table.from[row]), Int(table.to[row]))
      guard isVertex[from], isVertex[to], from != to else { continue }
      // Filing ties everything to everything; it counts only where a path begins or ends.
      guard !isFiling[kind] || terminals.contains(from) || terminals.contains(to) else { continue }
      let edge = Edge(graph: graph.graph, row: row)
      guard holds(edge.validity) else { continue }
      let stated =
        edge[.evidence] ?? EvidenceClass(edge[.basis] ?? .explicit, edge[.modality] ?? .does)
      links.append(
        Link(
          from: UInt32(from),
          to: UInt32(to),
          source: UInt32(row),
          fromRole: Link.none,
          toRole: Link.none,
          evidence: evidence(from, to, stated: stated),
          isTwoWay: table.kinds[row] == twoWay
        )
      )
    }
    return links
  }

  private struct FactEnd: Equatable {
    var role: UInt16
    var row: UInt32
  }

  /// Providers with each other and with every other end of the fact, and the case with recipients.
  private func pairs() -> [Link] {
    let facts = graph.facts
    let ends = roles.map { facts.ends($0) }
    let isTied = roles.map { first in roles.map { Self.isTied(first, $0) } }
    var links: [Link] = []
    var all: [FactEnd] = []
    for fact in 0..<facts.count where holds(facts.validities[fact]) {
      all.removeAll(keepingCapacity: true)
      for (role, ends) in ends.enumerated() {
        for row in ends.of(fact) where isVertex[Int(row)] {
          let end = FactEnd(role: UInt16(role), row: row)
          if !all.contains(end) { all.append(end) }
        }
      }
      let stated =
        facts.evidence[fact] ?? EvidenceClass(facts.bases[fact], facts.modalities[fact])
      for (place, first) in all.enumerated() {
        for second in all[(place + 1)...]
        where first.row != second.row && isTied[Int(first.role)][Int(second.role)] {
          links.append(
            Link(
              from: first.row,
              to: second.row,
              source: UInt32(fact),
              fromRole: first.role,
              toRole: second.role,
              evidence: evidence(Int(first.row), Int(second.row), stated: stated),
              isTwoWay: first.role == second.role
            )
          )
        }
      }
    }
    return links
  }

  private static func isTied(_ first: EdgeKind, _ second: EdgeKind) -> Bool {
    first == .provider || second == .provider || (first == .countryCase && second == .recipient)
      || (first == .recipient && second == .countryCase)
  }

  private func holds(_ validity: Validity) -> Bool {
    question.period.map { validity.overlaps($0) } ?? true
  }

  // MARK: Merging

  /// What links of one group have in common; of a directed question also the way they are walked.
  private struct Group: Hashable {
    var from: UInt32
    var to: UInt32
    var isTwoWay: Bool
  }

  /// Links of the same two nodes as one, with the strongest class and all evidence; groups are in
  /// the order of their first link.
  private func merged(_ links: [Link]) -> [ProjectedLink] {
    var places: [Group: Int] = [:]
    var groups: [[Link]] = []
    for link in links {
      let isOneWay = question.followsDirection && !link.isTwoWay
      let group = Group(
        from: isOneWay ? link.from : min(link.from, link.to),
        to: isOneWay ? link.to : max(link.from, link.to),
        isTwoWay: !isOneWay
      )
      if let place = places[group] {
        groups[place].append(link)
      } else {
        places[group] = groups.count
        groups.append([link])
      }
    }
    return groups.map { projected($0) }
  }

  private func projected(_ group: [Link]) -> ProjectedLink {
    let first = group[0]
    let weight =
      switch question.measure {
      case .steps: 1.0
      case .cost(let costs): group.lazy.map { cost($0, costs) }.min() ?? 0
      }
    // One class after the other keeps the order of the graph in each.
    let byStrength =
      group.count == 1
      ? group
      : EvidenceClass.allCases.flatMap { evidence in
        group.filter { $0.evidence == evidence }
      }
    return ProjectedLink(
      from: first.from,
      to: first.to,
      weight: weight,
      isTwoWay: first.isTwoWay,
      witnesses: byStrength.map { witness($0, isTurned: $0.from != first.from) }
    )
  }

  /// What says that there is a link; of one that is turned, told from its other end.
  private func witness(_ link: Link, isTurned: Bool) -> ProjectedLink.Witness {
    guard link.fromRole != Link.none else {
      return .edge(graph.graph.tables.edges.id(of: Int(link.source)))
    }
    let (from, to) = (roles[Int(link.fromRole)], roles[Int(link.toRole)])
    let fact = graph.graph.nodes[Int(graph.facts.nodeRows[Int(link.source)])].id
    return .node(fact, from: isTurned ? to : from, to: isTurned ? from : to)
  }

  private func cost(_ link: Link, _ costs: StepCosts) -> Double {
    isIndirect(Int(link.from), Int(link.to)) ? costs.coPresence / 2 : costs.cost(link.evidence)
  }
}

extension EvidenceClass {
  /// From the strongest to the weakest.
  var order: Int {
    switch self {
    case .documented: 0
    case .declared: 1
    case .coPresence: 2
    }
  }
}
