internal import AssistanceModel
internal import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

/// Searches the paths of one question.
struct PathSearch {
  /// How many searches for a detour one question may cost before it is given up.
  private static let budget = 200_000
  /// How many beginnings of paths through given nodes may be looked at.
  private static let throughBudget = 1_000_000

  private let graph: AssistanceGraph
  private let question: PathQuestion
  private let links: CoordinationLinks
  let projected: ProjectedNetwork

  init(_ graph: AssistanceGraph, _ question: PathQuestion) {
    self.graph = graph
    self.question = question
    links = CoordinationLinks(graph, question)
    projected = links.projected()
  }

  func answer(explaining: Bool = true) -> PathAnswer {
    let (found, stoppedEarly) = search()
    let network = projected.network
    return PathAnswer(
      question: question,
      paths: found.map(path),
      searched: PathAnswer.Searched(
        nodes: network.vertexCount,
        links: network.linkCount,
        kinds: CoordinationLinks.kinds(graph, question)
      ),
      stoppedEarly: stoppedEarly,
      noPath: explaining && found.isEmpty && !stoppedEarly && question.count > 0
        ? NoPathFinder(graph, question).reason() : nil
    )
  }

  private func search() -> (paths: [NetworkPath], stoppedEarly: Bool) {
    guard question.count > 0, let source = projected.vertex(of: question.source),
      let target = projected.vertex(of: question.target)
    else { return ([], false) }
    var found: [NetworkPath] = []
    let wanted = Set(question.through).subtracting([question.source, question.target])
    let stops = wanted.sorted().map { projected.vertex(of: $0) }
    // A node to pass that the question also leaves out cuts every path off.
    guard !stops.contains(nil) else { return ([], false) }
    guard !stops.isEmpty else {
      var paths = projected.network
        .kShortestPaths(from: source, to: target, maximumSpurSearches: Self.budget)
        .makeIterator()
      while found.count < question.count, let path = paths.next() { found.append(path) }
      return (found, found.count < question.count && paths.stoppedEarly)
    }
    var paths = ThroughSearch(
      from: source,
      to: target,
      passing: stops.compactMap(\.self),
      in: projected.network,
      limit: Self.throughBudget
    )
    while found.count < question.count, let path = paths.next() { found.append(path) }
    return (found, found.count < question.count && paths.stoppedEarly)
  }

  func path(_ path: NetworkPath) -> CoordinationPath {
    let steps = path.links.indices.map { index in
      step(path.vertices[index], path.vertices[index + 1], path.links[index])
    }
    return CoordinationPath(cost: path.cost, steps: steps)
  }

  private func step(_ from: Network.Vertex, _ to: Network.Vertex, _ link: Network.Link) -> PathStep
  {
    let (start, end) = (projected.node(from), projected.node(to))
    let witnesses = projected.witnesses(of: link)
    let isForward = projected.network.sources[Int(link)] == from
    let stated = witnesses.map { statedEvidence($0) }.min { $0.order < $1.order } ?? .declared
    return PathStep(
      from: start.id,
      to: end.id,
      evidence: links.evidence(start.row, end.row, stated: stated),
      cost: projected.network.weight(of: link),
      witnesses: witnesses.map { witness in
        switch witness {
        case .edge(let id): .relation(id)
        case .node(let id, let first, let second):
          isForward
            ? .fact(id, from: first, to: second) : .fact(id, from: second, to: first)
        }
      }
    )
  }

  private func statedEvidence(_ witness: ProjectedLink.Witness) -> EvidenceClass {
    switch witness {
    case .edge(let id):
      graph.graph[id].map {
        $0[.evidence] ?? EvidenceClass($0[.basis] ?? .explicit, $0[.modality] ?? .does)
      } ?? .declared
    case .node(let id, _, _):
      graph.fact(id).map { $0.node[.evidence] ?? EvidenceClass($0.basis, $0.modality) }
        ?? .declared
    }
  }
}
