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

  /// Tells paths of the network in the words of the graph.
  var telling: PathTelling { PathTelling(graph, links, projected) }

  func answer(explaining: Bool = true) -> PathAnswer {
    let (found, stoppedEarly) = search()
    let (network, telling) = (projected.network, telling)
    return PathAnswer(
      question: question,
      paths: found.map { telling.path($0) },
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
}
