internal import AssistanceModel
internal import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

/// Finds what routes depend on.
struct RouteCutSearch {
  private let graph: AssistanceGraph
  private let question: PathQuestion
  private let search: PathSearch
  private let listing: Int
  private let counting: Int

  init(_ graph: AssistanceGraph, _ question: PathQuestion, listing: Int, counting: Int) {
    self.graph = graph
    self.question = question
    self.listing = listing
    self.counting = counting
    search = PathSearch(graph, question)
  }

  private var network: Network { search.projected.network }

  func cuts() -> RouteCuts {
    let best = search.answer()
    let none = SeparateRoutes(routes: [], cost: 0)
    guard let path = best.paths.first,
      let source = search.projected.vertex(of: question.source),
      let target = search.projected.vertex(of: question.target)
    else {
      return RouteCuts(
        question: question,
        searched: best.searched,
        best: best,
        actorCuts: CutSets(size: 0, sets: [], count: 0, isCounted: true),
        direct: nil,
        linkCuts: CutSets(size: 0, sets: [], count: 0, isCounted: true),
        onEveryRoute: [],
        apart: none,
        sharingNoLink: none,
        cheapestPair: nil,
        without: []
      )
    }
    let (actors, found) = actorCuts(from: source, to: target)
    let isDirect = !path.steps.dropLast().contains { graph.graph[$0.to]?.kind == .actor }
    // The best route, if it is one on which there is nobody between the ends.
    let direct = isDirect ? path : found
    let pair = routes(from: source, to: target, .vertices, count: 2)
    let dominators = network.dominators(from: [source]).dominators(of: target)
    return RouteCuts(
      question: question,
      searched: best.searched,
      best: best,
      actorCuts: actors,
      direct: direct,
      linkCuts: linkCuts(from: source, to: target),
      onEveryRoute: dominators.dropFirst().dropLast().map { search.projected.node($0).id },
      apart: routes(from: source, to: target, .vertices),
      sharingNoLink: routes(from: source, to: target, .links),
      cheapestPair: pair.routes.count == 2 ? pair : nil,
      without: without(path, best)
    )
  }

  // MARK: Cuts

  /// The sets of actors, or a route on which there is nobody to lose.
  private func actorCuts(
    from source: Network.Vertex,
    to target: Network.Vertex
  ) -> (CutSets<NodeID>?, CoordinationPath?) {
    // A case or a measure that a route passes cannot be lost.
    let capacities = (0..<network.vertexCount).map { vertex in
      isActor(Network.Vertex(vertex)) ? 1 : Double.infinity
    }
    switch outcome({ () throws(NetworkError) in
      try network.leastVertexCuts(from: source, to: target, capacities: capacities)
    }) {
    case .cuts(let cuts):
      // In the order in which they are found from the source, as far as there is one.
      let steps = network.breadthFirst(from: source)
      let found = sets(cuts) { cut in
        cut.sorted { (steps.distance(to: $0) ?? .max, $0) < (steps.distance(to: $1) ?? .max, $1) }
          .map { search.projected.node($0).id }
      }
      return (found, nil)
    case .inseparable(let path):
      let cost = path.links.reduce(0) { $0 + network.weight(of: $1) }
      let told = NetworkPath(vertices: path.vertices, links: path.links, cost: cost)
      return (nil, search.telling.path(told))
    }
  }

  private func linkCuts(
    from source: Network.Vertex,
    to target: Network.Vertex
  ) -> CutSets<PathStep>? {
    switch outcome({ () throws(NetworkError) in
      try network.leastLinkCuts(from: source, to: target)
    }) {
    case .inseparable: return nil
    case .cuts(let cuts):
      let telling = search.telling
      return sets(cuts) { cut in
        ordered(cut, from: source).map { telling.step($0.tail, $0.link) }
      }
    }
  }

  /// The links of a cut with the end on the side of the source, in the order in which that side is
  /// reached.
  private func ordered(
    _ cut: [UInt32],
    from source: Network.Vertex
  ) -> [(tail: Network.Vertex, link: Network.Link)] {
    let isCut = Set(cut)
    var ordered: [(tail: Network.Vertex, link: Network.Link)] = []
    var isReached = [Bool](repeating: false, count: network.vertexCount)
    var reached = [source]
    isReached[Int(source)] = true
    var next = 0
    while next < reached.count {
      let tail = reached[next]
      next += 1
      for arc in network.arcs(from: tail) {
        if isCut.contains(arc.link) {
          ordered.append((tail, arc.link))
        } else if !isReached[Int(arc.head)] {
          isReached[Int(arc.head)] = true
          reached.append(arc.head)
        }
      }
    }
    return ordered
  }

  private func outcome(
    _ find: () throws(NetworkError) -> LeastCutsOutcome
  ) -> LeastCutsOutcome {
    do throws(NetworkError) {
      return try find()
    } catch {
      preconditionFailure("every node and link counts 1 or cannot be lost: \(error)")
    }
  }

  private func sets<Member>(
    _ cuts: LeastCuts,
    _ members: ([UInt32]) -> [Member]
  ) -> CutSets<Member> {
    var (listed, count): ([[Member]], Int) = ([], 0)
    var iterator = cuts.makeIterator()
    while let cut = iterator.next() {
      guard count < counting else {
        return CutSets(size: Int(cuts.capacity), sets: listed, count: count, isCounted: false)
      }
      if count < listing { listed.append(members(cut)) }
      count += 1
    }
    return CutSets(size: Int(cuts.capacity), sets: listed, count: count, isCounted: true)
  }

  private func isActor(_ vertex: Network.Vertex) -> Bool {
    graph.graph[search.projected.node(vertex).id]?.kind == .actor
  }

  // MARK: Routes

  private func routes(
    from source: Network.Vertex,
    to target: Network.Vertex,
    _ separation: DisjointPaths.Separation,
    count: Int? = nil
  ) -> SeparateRoutes {
    let found = network.disjointPaths(from: source, to: target, sharingNo: separation, count: count)
    let telling = search.telling
    return SeparateRoutes(routes: found.paths.map { telling.path($0) }, cost: found.cost)
  }

  /// The best route without each actor on it, with the facts gone that nobody else provides.
  private func without(_ path: CoordinationPath, _ best: PathAnswer) -> [RouteWithout] {
    path.steps.dropLast().map(\.to).filter { graph.graph[$0]?.kind == .actor }.map { actor in
      let withdrawal = CoordinationWithdrawal(of: [actor], from: graph)
      let answer = PathSearch(withdrawal.after, question).answer(explaining: false)
      return RouteWithout(
        actor: actor,
        outcome: PathChange(before: best, after: answer).outcome,
        before: path.cost,
        after: answer.paths.first
      )
    }
  }
}
