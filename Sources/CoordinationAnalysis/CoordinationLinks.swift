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
  private var isDirect: [Bool]
  private var isVertex: [Bool]
  private var isTerminal: [Bool]
  /// Whether a class of evidence counts, by its order: hashing its word costs too much.
  private let isAllowed: [Bool]
  /// The ends of facts, providers first: links lead away from them, whatever the schema's order.
  private let roles: [EdgeKind]

  init(_ graph: AssistanceGraph, _ question: PathQuestion) {
    let ends = [question.source, question.target].compactMap { graph.graph.row(of: $0) }
    self.init(graph, question, ends: ends)
  }

  /// The links of a question with other ends than its own, or with none yet.
  init(_ graph: AssistanceGraph, _ question: PathQuestion, ends: [Int]) {
    self.graph = graph
    self.question = question
    let nodes = graph.graph.tables.nodes
    let actor = nodes.kindTable.number(of: .actor)
    var isDirect = nodes.kinds.map { $0 == actor }
    var isTerminal = [Bool](repeating: false, count: isDirect.count)
    for end in ends {
      isDirect[end] = true
      isTerminal[end] = true
    }
    self.isDirect = isDirect
    self.isTerminal = isTerminal
    isVertex = Self.vertices(graph, question, Set(ends))
    isAllowed = EvidenceClass.ordered
      .map { question.evidence.contains($0) }
    roles = [.provider] + graph.schema.roles.map(\.kind).filter { $0 != .provider }
  }

  /// These links with one more end.
  func ending(at row: Int) -> CoordinationLinks {
    var result = self
    result.isDirect[row] = true
    result.isTerminal[row] = true
    result.isVertex[row] = true
    return result
  }

  /// The kinds of relations that are walked, facts as `provider`, in the order of the schema.
  static func kinds(_ graph: AssistanceGraph, _ question: PathQuestion) -> [EdgeKind] {
    guard let kinds = question.kinds else { return [.provider] + graph.schema.linkKinds }
    let relations = graph.schema.schema.edgeRules.map(\.kind).filter { !graph.schema.isRole($0) }
    return ([.provider] + relations).filter { kinds.contains($0) }
  }

  func projected() -> ProjectedNetwork { projected(grouped()) }

  /// A network of links that were merged before.
  func projected(_ links: ProjectedLinks) -> ProjectedNetwork {
    let rows = isVertex.indices.filter { isVertex[$0] }.map { UInt32($0) }
    do {
      return try ProjectedNetwork(
        graph.graph,
        rows: rows,
        links: links,
        direction: question.followsDirection ? .directed : .undirected
      )
    } catch {
      preconditionFailure("costs are checked: \(error)")
    }
  }

  /// Whether paths may begin at a node although it was not named as an end: its links are the same.
  func isActor(_ row: Int) -> Bool { isVertex[row] && isDirect[row] }

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

  /// Every link, relations before facts.
  private func links() -> [LinkGroups.Link] {
    var links: [LinkGroups.Link] = []
    addRelations(graph.graph.tables.edges.kinds.indices, to: &links)
    if Self.kinds(graph, question).contains(.provider) {
      addPairs(graph.facts.nodeRows.indices, to: &links)
    }
    return links
  }

  /// Links as groups of parallel ones.
  private func merged(_ links: [LinkGroups.Link]) -> ProjectedLinks {
    // Of a directed question each way is a link of its own, so that one that is walked both ways is
    // merged with those that are walked one way.
    // Links of one word are all walked one way, or all both.
    let splits =
      question.followsDirection && !question.keepsParallelLinks && question.pattern == nil
    let groups = LinkGroups(
      costs: costs,
      keepsDirection: question.followsDirection,
      nodeCount: graph.graph.nodeCount
    )
    return groups.merged(
      splits ? links.flatMap(\.oneWay) : links,
      roles: roles,
      keepsParallelLinks: question.keepsParallelLinks
    )
  }

  /// All links as groups of those that the pattern's words call alike, with the number of the word.
  func groupedByWord(_ words: PatternVocabulary) -> (links: ProjectedLinks, words: [UInt32]) {
    let table = graph.graph.tables.edges
    let numbers = graph.graph.edgeKinds.map { words.number(of: $0) }
    var byWord = [[LinkGroups.Link]](repeating: [], count: words.all.count)
    for link in links() {
      let isRelation = link.fromRole == ProjectedLinks.Witness.edge
      let number =
        isRelation
        ? numbers[Int(table.kinds[Int(link.row)])]
        : link.fromRole == link.toRole ? words.assistedWith : words.assisted
      if let number { byWord[Int(number)].append(link) }
    }
    var all = ProjectedLinks(kinds: roles)
    var labels: [UInt32] = []
    for (word, links) in byWord.enumerated() where !links.isEmpty {
      let groups = merged(links)
      all.append(groups)
      labels += [UInt32](repeating: UInt32(word), count: groups.from.count)
    }
    return (all, labels)
  }

  /// Whether a link between two actors or ends is stated to be no more than co-presence.
  func isStatedCoPresence(_ link: Network.Link, in projected: ProjectedNetwork) -> Bool {
    let network = projected.network
    let ends = [network.sources[Int(link)], network.targets[Int(link)]]
    return ends.allSatisfy { isDirect[projected.node($0).row] }
      && rank(of: link, in: projected) == EvidenceClass.coPresence.order
  }

  /// The class of a link's evidence, by its order.
  func rank(of link: Network.Link, in projected: ProjectedNetwork) -> Int {
    projected.strongestRank(of: link).map { Int($0) } ?? EvidenceClass.declared.order
  }

  /// All links as groups.
  func grouped() -> ProjectedLinks { merged(links()) }

  /// The links of one node as groups, in the order that they have among all.
  ///
  /// - Complexity: O(*n* + *d*) for *n* nodes and *d* edges at the node and at its facts.
  func grouped(at row: Int) -> ProjectedLinks {
    let table = graph.graph.tables.edges
    let edges = (Array(graph.incidence.outgoing(row)) + graph.incidence.incoming(row)).sorted()
    var (relations, facts): ([Int], [Int]) = ([], [])
    for edge in edges {
      let isRole = graph.schema.isRole(graph.graph.edgeKinds[Int(table.kinds[Int(edge)])])
      if isRole { facts.append(Int(table.from[Int(edge)])) } else { relations.append(Int(edge)) }
    }
    var links: [LinkGroups.Link] = []
    addRelations(relations, to: &links)
    if Self.kinds(graph, question).contains(.provider) {
      addPairs(Set(facts).sorted().map { number(ofFact: $0) }, to: &links)
    }
    return merged(links.filter { $0.from == row || $0.to == row })
  }

  /// The number of a fact by the row of its node; facts are in the order of the graph.
  private func number(ofFact row: Int) -> Int {
    let rows = graph.facts.nodeRows
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a step costs by its class of evidence, and last that of one into or out of a node
  /// between that is no actor.
  private var costs: [Double] {
    let classes = EvidenceClass.ordered
    guard let costs = question.stepCosts else {
      return [Double](repeating: 1, count: classes.count + 1)
    }
    return classes.map { costs.cost($0) } + [costs.coPresence / 2]
  }

  /// What two steps over a shared case cost together.
  var coPresenceCost: Double {
    question.stepCosts?.coPresence ?? 1
  }

  /// A link, or `nil` if its class of evidence does not count.
  @inline(__always)
  private func link(
    _ from: UInt32,
    _ to: UInt32,
    row: UInt32,
    _ fromRole: UInt16 = ProjectedLinks.Witness.edge,
    _ toRole: UInt16 = ProjectedLinks.Witness.edge,
    stated: Int,
    isTwoWay: Bool
  ) -> LinkGroups.Link? {
    let isDirect = isDirect[Int(from)] && isDirect[Int(to)]
    let rank = isDirect ? stated : EvidenceClass.coPresence.order
    guard isAllowed[rank] else { return nil }
    return LinkGroups.Link(
      from: from,
      to: to,
      row: row,
      fromRole: fromRole,
      toRole: toRole,
      rank: UInt8(rank),
      cost: UInt8(isDirect ? rank : isAllowed.count),
      isTwoWay: isTwoWay
    )
  }

  private func addRelations(
    _ rows: some Sequence<Int>,
    to links: inout [LinkGroups.Link]
  ) {
    let wanted = Set(Self.kinds(graph, question)).subtracting([.provider])
    let filing = question.kinds == nil ? graph.schema.indexKinds : []
    let isWanted = graph.graph.edgeKinds.map { wanted.contains($0) }
    let isFiling = graph.graph.edgeKinds.map { filing.contains($0) }
    let table = graph.graph.tables.edges
    let twoWay = table.kindTable.number(of: "partners-with")
    let isTimed = question.period != nil
    for row in rows {
      let kind = Int(table.kinds[row])
      guard isWanted[kind] || isFiling[kind] else { continue }
      let (from, to) = (Int(table.from[row]), Int(table.to[row]))
      guard isVertex[from], isVertex[to], from != to else { continue }
      // Filing ties everything to everything; it counts only where a path begins or ends.
      guard !isFiling[kind] || isTerminal[from] || isTerminal[to] else { continue }
      let edge = Edge(graph: graph.graph, row: row)
      guard !isTimed || holds(edge.validity) else { continue }
      let stated =
        edge[.evidence] ?? EvidenceClass(edge[.basis] ?? .explicit, edge[.modality] ?? .does)
      let link = link(
        UInt32(from),
        UInt32(to),
        row: UInt32(row),
        stated: stated.order,
        isTwoWay: table.kinds[row] == twoWay
      )
      if let link { links.append(link) }
    }
  }

  private struct FactEnd: Equatable {
    var role: UInt16
    var row: UInt32
  }

  /// Providers with each other and with every other end of the fact, and the case with recipients.
  private func addPairs(
    _ numbers: some Collection<Int>,
    to links: inout [LinkGroups.Link]
  ) {
    let facts = graph.facts
    let (nodeRows, evidence) = (facts.nodeRows, facts.evidence)
    let (bases, modalities) = (facts.bases, facts.modalities)
    let ends = roles.map { facts.ends($0) }
    let isTied = roles.flatMap { first in roles.map { Self.isTied(first, $0) } }
    let isVertex = isVertex
    let isTimed = question.period != nil
    // A local array: one behind another value costs more to append to.
    var pairs: [LinkGroups.Link] = []
    pairs.reserveCapacity(numbers.count * 5)
    var all: [FactEnd] = []
    for fact in numbers {
      guard !isTimed || holds(facts.validities[fact]) else { continue }
      all.removeAll(keepingCapacity: true)
      for role in ends.indices {
        for place in Int(ends[role].starts[fact])..<Int(ends[role].starts[fact + 1]) {
          let end = FactEnd(role: UInt16(role), row: ends[role].rows[place])
          if isVertex[Int(end.row)], !all.contains(end) { all.append(end) }
        }
      }
      let stated = (evidence[fact] ?? EvidenceClass(bases[fact], modalities[fact])).order
      for place in all.indices {
        let first = all[place]
        for other in place + 1..<all.count {
          let second = all[other]
          guard first.row != second.row,
            isTied[Int(first.role) * ends.count + Int(second.role)]
          else { continue }
          let link = link(
            first.row,
            second.row,
            row: nodeRows[fact],
            first.role,
            second.role,
            stated: stated,
            isTwoWay: first.role == second.role
          )
          if let link { pairs.append(link) }
        }
      }
    }
    links += pairs
  }

  private static func isTied(_ first: EdgeKind, _ second: EdgeKind) -> Bool {
    first == .provider || second == .provider || (first == .countryCase && second == .recipient)
      || (first == .recipient && second == .countryCase)
  }

  private func holds(_ validity: Validity) -> Bool {
    question.period.map { validity.overlaps($0) } ?? true
  }
}

extension EvidenceClass {
  /// All, from the strongest to the weakest.
  static let ordered = allCases.sorted { $0.order < $1.order }

  /// From the strongest to the weakest.
  var order: Int {
    switch self {
    case .documented: 0
    case .declared: 1
    case .coPresence: 2
    }
  }
}
