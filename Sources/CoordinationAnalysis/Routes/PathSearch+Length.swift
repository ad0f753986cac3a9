internal import GraphProjection
internal import NetworkAlgorithms

extension PathSearch {
  /// How many links one question may look at before it is given up.
  private static let work = 20_000_000

  /// All paths of at most so many steps, those with fewer steps first.
  func routes(
    upTo steps: Int,
    from source: Network.Vertex,
    to target: Network.Vertex
  ) -> FoundRoutes {
    var paths = projected.network.paths(
      from: source,
      to: [target],
      upTo: steps,
      order: .fewestFirst,
      maximumWork: Self.work
    ).makeIterator()
    var found: [NetworkPath] = []
    while found.count < question.count, let path = paths.next() { found.append(path) }
    let hasMore = found.count == question.count && paths.next() != nil
    return FoundRoutes(
      paths: found.map { telling.path($0.vertices, $0.links) },
      stoppedEarly: found.count < question.count && paths.stoppedEarly,
      hasMore: hasMore
    )
  }
}
