internal import GraphProjection
internal import NetworkAlgorithms

extension PathSearch {
  /// How many beginnings of routes one question may look at before it is given up.
  private static let beginnings = 1_000_000

  /// The best routes that fit a pattern.
  func routes(
    fitting pattern: PathPattern,
    mode: WalkMode,
    from source: Network.Vertex,
    to target: Network.Vertex
  ) -> FoundRoutes {
    guard let labelled = try? LabelledNetwork(projected.network, labels: words),
      var paths = try? labelled.paths(
        from: source,
        to: target,
        matching: pattern,
        mode: mode,
        maximumSteps: question.maximumSteps ?? .max,
        maximumBeginnings: Self.beginnings
      ).makeIterator()
    else {
      // The network is too large for a pattern with so many steps.
      return FoundRoutes(stoppedEarly: true)
    }
    var found: [NetworkPath] = []
    while found.count < question.count, let path = paths.next() { found.append(path) }
    return FoundRoutes(
      paths: found.map { telling.path($0) },
      stoppedEarly: found.count < question.count && paths.stoppedEarly
    )
  }
}
