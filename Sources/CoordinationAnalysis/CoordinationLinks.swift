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

  init(_ graph: AssistanceGraph, _ question: PathQuestion) {
    self.graph = graph
    self.question = question
    let ends = [question.source, question.target].compactMap { graph.graph.row(of: $0) }
    terminals = Set(ends)
    isActor = graph.graph.nodes.map { $0.kind == .actor }
    isVertex = Self.vertices(graph, question, terminals)
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
        links: links(),
        direction: question.followsDirection ? .directed : .undirected
      )
    } catch {
      preconditionFailure("costs are checked: \(error)")
    }
  }

  /// The class of a step between two nodes.
  func evidence(_ from: Int, _ to: Int, stated: EvidenceClass) -> EvidenceClass {
    let isWeak = [from, to].contains { !isActor[$0] && !terminals.contains($0) }
    return isWeak ? .coPresence : stated
  }

  // MARK: Vertices

  /// Everything but facts, what is to be avoided, and actors that cannot be approached.
  private static func vertices(
    _ graph: AssistanceGraph,
    _ question: PathQuestion,
    _ terminals: Set<Int>
  ) -> [Bool] {
    let through = Set(question.through)
    return graph.graph.nodes.enumerated().map { row, node in
      guard node.kind != .assistance else { return false }
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

  private struct Link {
    var from: UInt32
    var to: UInt32
    var evidence: EvidenceClass
    var isTwoWay: Bool
    var witness: ProjectedLink.Witness
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
    var links: [Link] = []
    for edge in graph.graph.edges {
      let kind = edge.kind
      guard wanted.contains(kind) || filing.contains(kind) else { continue }
      let (from, to) = (edge.from.row, edge.to.row)
      guard isVertex[from], isVertex[to], from != to, holds(edge.validity) else { continue }
      // Filing ties everything to everything; it counts only where a path begins or ends.
      guard !filing.contains(kind) || terminals.contains(from) || terminals.contains(to) else {
        continue
      }
      let stated =
        edge[.evidence] ?? EvidenceClass(edge[.basis] ?? .explicit, edge[.modality] ?? .does)
      links.append(
        Link(
          from: UInt32(from),
          to: UInt32(to),
          evidence: evidence(from, to, stated: stated),
          isTwoWay: edge.kind == "partners-with",
          witness: .edge(edge.id)
        )
      )
    }
    return links
  }

  /// Providers with each other and with every other end of the fact, and recipients with the case.
  private func pairs() -> [Link] {
    let facts = graph.facts
    let ends = graph.schema.roles.map { (role: $0.kind, ends: facts.ends($0.kind)) }
    var links: [Link] = []
    for fact in 0..<facts.count where holds(facts.validities[fact]) {
      let stated =
        facts.evidence[fact] ?? EvidenceClass(facts.bases[fact], facts.modalities[fact])
      let id = graph.graph.nodes[Int(facts.nodeRows[fact])].id
      let all = ends.flatMap { role, ends in ends.of(fact).map { (role: role, row: $0) } }
      for (place, first) in all.enumerated() {
        for second in all[(place + 1)...] where Self.isTied(first.role, second.role) {
          let (from, to) = (Int(first.row), Int(second.row))
          guard isVertex[from], isVertex[to], from != to else { continue }
          links.append(
            Link(
              from: first.row,
              to: second.row,
              evidence: evidence(from, to, stated: stated),
              isTwoWay: first.role == second.role,
              witness: .node(id, from: first.role, to: second.role)
            )
          )
        }
      }
    }
    return links
  }

  private static func isTied(_ first: EdgeKind, _ second: EdgeKind) -> Bool {
    let roles: Set = [first, second]
    return roles.contains(.provider) || roles == [.recipient, .countryCase]
  }

  private func holds(_ validity: Validity) -> Bool {
    question.period.map { validity.overlaps($0) } ?? true
  }

  // MARK: Merging

  /// Links of the same two nodes as one, with the strongest class and all evidence.
  private func merged(_ links: [Link]) -> [ProjectedLink] {
    func key(_ link: Link) -> (UInt32, UInt32) {
      if question.followsDirection, !link.isTwoWay { return (link.from, link.to) }
      return (min(link.from, link.to), max(link.from, link.to))
    }
    // One-way and two-way links of a directed question stay apart.
    let order = links.indices.sorted { left, right in
      let (one, other) = (key(links[left]), key(links[right]))
      if one != other { return one < other }
      if links[left].isTwoWay != links[right].isTwoWay { return links[left].isTwoWay }
      let (firm, weak) = (links[left].evidence.order, links[right].evidence.order)
      return (firm, left) < (weak, right)
    }
    var groups: [[Link]] = []
    for index in order {
      let link = links[index]
      let isSame = groups.last.map {
        key($0[0]) == key(link)
          && (!question.followsDirection || $0[0].isTwoWay == link.isTwoWay)
      }
      if isSame == true {
        groups[groups.count - 1].append(link)
      } else {
        groups.append([link])
      }
    }
    return groups.map { projected($0) }
  }

  private func projected(_ group: [Link]) -> ProjectedLink {
    let weight =
      switch question.measure {
      case .steps: 1.0
      case .cost(let costs): group.map { costs.cost($0.evidence) }.min() ?? 0
      }
    return ProjectedLink(
      from: group[0].from,
      to: group[0].to,
      weight: weight,
      isTwoWay: group[0].isTwoWay,
      witnesses: group.map(\.witness)
    )
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
