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

  let graph: AssistanceGraph
  let question: PathQuestion
  let links: CoordinationLinks
  let projected: ProjectedNetwork
  /// The word of each link, where a pattern was asked for.
  let words: [UInt32]

  /// What is walked, which a pattern decides with its words.
  private let walked: PathQuestion
  /// The pattern; `nil` without one, and where its text is none.
  private let pattern: PathPattern?

  init(_ graph: AssistanceGraph, _ question: PathQuestion) {
    self.graph = graph
    self.question = question
    let vocabulary = PatternVocabulary(graph.schema)
    let pattern = question.pattern.flatMap { try? $0.read(in: graph.schema) }
    var walked = question
    // Each statement holds at its own time.
    if question.timing != nil { walked.keepsParallelLinks = true }
    if let pattern {
      let kinds = vocabulary.kinds(of: pattern, in: graph.schema)
      walked.kinds = question.kinds.map { $0.intersection(kinds) } ?? kinds
      walked.followsDirection = true
    }
    let links = CoordinationLinks(graph, walked)
    self.walked = walked
    self.pattern = pattern
    self.links = links
    if pattern == nil {
      projected = links.projected()
      words = []
    } else {
      let grouped = links.groupedByWord(vocabulary)
      projected = links.projected(grouped.links)
      words = grouped.words
    }
  }

  /// Tells paths of the network in the words of the graph.
  var telling: PathTelling { PathTelling(graph, links, projected) }

  func answer(explaining: Bool = true) -> PathAnswer {
    let found = search()
    return PathAnswer(
      question: question,
      paths: found.paths,
      searched: PathAnswer.Searched(
        nodes: projected.network.vertexCount,
        links: projected.network.linkCount,
        kinds: CoordinationLinks.kinds(graph, walked)
      ),
      stoppedEarly: found.stoppedEarly,
      hasMore: found.hasMore,
      noPath: explaining && found.paths.isEmpty && !found.stoppedEarly && question.count > 0
        ? NoPathFinder(graph, question).reason() : nil
    )
  }

  private func search() -> FoundRoutes {
    guard question.count > 0, let source = projected.vertex(of: question.source),
      let target = projected.vertex(of: question.target)
    else { return FoundRoutes() }
    if let asked = question.pattern {
      guard let pattern else { return FoundRoutes() }
      return routes(fitting: pattern, mode: asked.mode, from: source, to: target)
    }
    if let goal = question.timing { return route(inTime: goal, from: source, to: target) }
    if question.weighsTradeOffs { return tradeOffs(from: source, to: target) }
    if let steps = question.maximumSteps { return routes(upTo: steps, from: source, to: target) }
    if case .weakestStep = question.measure { return routesByWeakestStep() }
    return best(question.count)
  }

  /// The best paths that count, over the nodes to pass.
  func best(
    _ count: Int,
    where counts: (CoordinationPath) -> Bool = { _ in true }
  ) -> FoundRoutes {
    guard let source = projected.vertex(of: question.source),
      let target = projected.vertex(of: question.target)
    else { return FoundRoutes() }
    var found: [CoordinationPath] = []
    let telling = telling
    func add(_ path: NetworkPath) {
      let told = telling.path(path)
      if counts(told) { found.append(told) }
    }
    let wanted = Set(question.through).subtracting([question.source, question.target])
    let stops = wanted.sorted().map { projected.vertex(of: $0) }
    // A node to pass that the question also leaves out cuts every path off.
    guard !stops.contains(nil) else { return FoundRoutes() }
    guard !stops.isEmpty else {
      var paths = projected.network
        .kShortestPaths(from: source, to: target, maximumSpurSearches: Self.budget)
        .makeIterator()
      while found.count < count, let path = paths.next() { add(path) }
      return FoundRoutes(
        paths: found,
        stoppedEarly: found.count < count && paths.stoppedEarly
      )
    }
    var paths = ThroughSearch(
      from: source,
      to: target,
      passing: stops.compactMap(\.self),
      in: projected.network,
      limit: Self.throughBudget
    )
    while found.count < count, let path = paths.next() { add(path) }
    return FoundRoutes(paths: found, stoppedEarly: found.count < count && paths.stoppedEarly)
  }
}
