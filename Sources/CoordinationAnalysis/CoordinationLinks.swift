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
  /// Actors and the ends of the question: a step between two of these is no co-presence.
  private let isDirect: [Bool]
  private let isVertex: [Bool]
  private let isTerminal: [Bool]
  /// Whether a class of evidence counts, by its order: hashing its word costs too much.
  private let isAllowed: [Bool]
  private var groups: LinkGroups

  init(_ graph: AssistanceGraph, _ question: PathQuestion) {
    self.graph = graph
    self.question = question
    let ends = [question.source, question.target].compactMap { graph.graph.row(of: $0) }
    let tables = graph.graph.tables
    let actor = tables.nodes.kindTable.number(of: .actor)
    var isDirect = tables.nodes.kinds.map { $0 == actor }
    var isTerminal = [Bool](repeating: false, count: isDirect.count)
    for end in ends {
      isDirect[end] = true
      isTerminal[end] = true
    }
    self.isDirect = isDirect
    self.isTerminal = isTerminal
    isVertex = Self.vertices(graph, question, Set(ends))
    isAllowed = EvidenceClass.allCases.sorted { $0.order < $1.order }
      .map { question.evidence.contains($0) }
    groups = LinkGroups(
      nodeCount: isDirect.count,
      keepsDirection: question.followsDirection,
      keepsParallelLinks: question.keepsParallelLinks
    )
    addRelations()
    if Self.kinds(graph, question).contains(.provider) { addPairs() }
    groups.sort()
  }

  /// The kinds of relations that are walked, facts as `provider`, in the order of the schema.
  static func kinds(_ graph: AssistanceGraph, _ question: PathQuestion) -> [EdgeKind] {
    guard let kinds = question.kinds else { return [.provider] + graph.schema.linkKinds }
    return ([.provider] + graph.schema.schema.edgeRules.map(\.kind)).filter {
      kinds.contains($0) && ($0 == .provider || !graph.schema.isRole($0))
    }
  }

  func projected() -> ProjectedNetwork {
    let rows = isVertex.indices.filter { isVertex[$0] }.map { UInt32($0) }
    do {
      return try ProjectedNetwork(
        graph.graph,
        rows: rows,
        links: groups.order.map { projected(groups.groups[Int($0)]) },
        direction: question.followsDirection ? .directed : .undirected
      )
    } catch {
      preconditionFailure("costs are checked: \(error)")
    }
  }

  private func projected(_ group: LinkGroups.Group) -> ProjectedLink {
    let weight =
      switch question.measure {
      case .steps: 1.0
      case .cost(let costs): group.evidence.map { costs.cost($0) }.min() ?? 0
      }
    // What links rest on is told for the few on a path alone, by `witnesses(of:)`.
    return ProjectedLink(
      from: group.first,
      to: group.second,
      weight: weight,
      isTwoWay: group.isTwoWay,
      witnesses: []
    )
  }

  /// What a link of the projected network rests on, strongest first.
  func witnesses(of link: Network.Link) -> [ProjectedLink.Witness] {
    let roles = graph.schema.roles
    return groups.links(of: groups.groups[Int(groups.order[Int(link)])]).map { link in
      guard let (first, second) = link.roles else {
        return .edge(graph.graph.tables.edges.id(of: Int(link.origin)))
      }
      return .node(
        graph.graph.nodes[Int(graph.facts.nodeRows[Int(link.origin)])].id,
        from: roles[Int(first)].kind,
        to: roles[Int(second)].kind
      )
    }
  }

  /// The class of a step between two nodes.
  func evidence(_ from: Int, _ to: Int, stated: EvidenceClass) -> EvidenceClass {
    isDirect[from] && isDirect[to] ? stated : .coPresence
  }

  // MARK: Vertices

  /// Everything but facts, what is to be avoided, and actors that cannot be approached.
  private static func vertices(
    _ graph: AssistanceGraph,
    _ question: PathQuestion,
    _ terminals: Set<Int>
  ) -> [Bool] {
    let through = Set(question.through)
    let kinds = graph.graph.tables.nodes.kinds
    let fact = graph.graph.tables.nodes.kindTable.number(of: .assistance)
    return graph.graph.nodes.enumerated().map { row, node in
      guard kinds[row] != fact else { return false }
      if terminals.contains(row) { return true }
      if question.avoiding.contains(node.id) { return false }
      switch node[.designation] ?? .named {
      case .named: return true
      case .class: return question.passesClasses || through.contains(node.id)
      case .placeholder: return false
      }
    }
  }

  // MARK: Links

  private mutating func add(_ link: LinkGroups.Link) {
    if isAllowed[link.evidence.order] { groups.add(link) }
  }

  private mutating func addRelations() {
    let wanted = Set(Self.kinds(graph, question)).subtracting([.provider])
    let filing = question.kinds == nil ? graph.schema.indexKinds : []
    let kinds = graph.graph.edgeKinds
    let (isWanted, isFiling) = (kinds.map(wanted.contains), kinds.map(filing.contains))
    let isTwoWay = kinds.map { $0 == "partners-with" }
    let edges = graph.graph.tables.edges
    let isTimed = question.period != nil
    for (row, kind) in edges.kinds.enumerated() {
      let kind = Int(kind)
      guard isWanted[kind] || isFiling[kind] else { continue }
      let (from, to) = (Int(edges.from[row]), Int(edges.to[row]))
      guard isVertex[from], isVertex[to], from != to else { continue }
      // Filing ties everything to everything; it counts only where a path begins or ends.
      guard !isFiling[kind] || isTerminal[from] || isTerminal[to] else { continue }
      let edge = graph.graph.edges[row]
      guard !isTimed || holds(edge.validity) else { continue }
      let stated =
        edge[.evidence] ?? EvidenceClass(edge[.basis] ?? .explicit, edge[.modality] ?? .does)
      add(
        LinkGroups.Link(
          from: UInt32(from),
          to: UInt32(to),
          origin: UInt32(row),
          evidence: evidence(from, to, stated: stated),
          isTwoWay: isTwoWay[kind]
        )
      )
    }
  }

  /// Providers with each other and with every other end of the fact, and recipients with the case.
  private mutating func addPairs() {
    let facts = graph.facts
    let roles = graph.schema.roles.map(\.kind)
    let ends = roles.map { facts.ends($0) }
    let isTied = roles.map { first in roles.map { Self.isTied(first, $0) } }
    let isTimed = question.period != nil
    let (evidence, bases, modalities) = (facts.evidence, facts.bases, facts.modalities)
    groups.reserve(facts.count * 4)
    var all: [(role: Int, row: UInt32)] = []
    for fact in 0..<facts.count {
      guard !isTimed || holds(facts.validities[fact]) else { continue }
      let stated = evidence[fact] ?? EvidenceClass(bases[fact], modalities[fact])
      all.removeAll(keepingCapacity: true)
      for role in ends.indices {
        for place in Int(ends[role].starts[fact])..<Int(ends[role].starts[fact + 1]) {
          let row = ends[role].rows[place]
          if isVertex[Int(row)] { all.append((role, row)) }
        }
      }
      for place in all.indices {
        let first = all[place]
        for other in place + 1..<all.count where isTied[first.role][all[other].role] {
          let second = all[other]
          guard first.row != second.row else { continue }
          add(
            LinkGroups.Link(
              from: first.row,
              to: second.row,
              origin: UInt32(fact),
              roles: (UInt8(first.role), UInt8(second.role)),
              evidence: self.evidence(Int(first.row), Int(second.row), stated: stated),
              isTwoWay: first.role == second.role
            )
          )
        }
      }
    }
  }

  private static func isTied(_ first: EdgeKind, _ second: EdgeKind) -> Bool {
    let roles: Set = [first, second]
    return roles.contains(.provider) || roles == [.recipient, .countryCase]
  }

  private func holds(_ validity: Validity) -> Bool {
    question.period.map { validity.overlaps($0) } ?? true
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
