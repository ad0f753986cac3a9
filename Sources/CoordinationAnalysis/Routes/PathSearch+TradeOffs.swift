internal import AssistanceModel
internal import GraphProjection
internal import NetworkAlgorithms

extension PathSearch {
  /// How many labels one question may make before it is given up.
  private static let labels = 1_000_000

  /// The paths that no other beats in cost, weakest evidence and consents; one for each that comes
  /// to the same in all of them.
  func tradeOffs(from source: Network.Vertex, to target: Network.Vertex) -> FoundRoutes {
    let network = projected.network
    let links = 0..<Network.Link(network.linkCount)
    let set = network.paretoPaths(
      from: source,
      to: target,
      costs: [
        links.map { network.weight(of: $0) },
        links.map { consents(of: $0, from: source, to: target) },
      ],
      widths: links.map { -Double(self.links.rank(of: $0, in: projected)) },
      maximumLabels: Self.labels
    )
    let paths = set.choices.map { choice in
      telling.path(
        NetworkPath(vertices: choice.vertices, links: choice.links, cost: choice.costs[0])
      )
    }
    return FoundRoutes(paths: paths, stoppedEarly: set.stoppedEarly)
  }

  /// What a link adds to the consents of a path: half of that of each node between at its ends, as
  /// the path has another link there.
  private func consents(
    of link: Network.Link,
    from source: Network.Vertex,
    to target: Network.Vertex
  ) -> Double {
    let network = projected.network
    let ends = [network.sources[Int(link)], network.targets[Int(link)]]
    let between = ends.count { $0 != source && $0 != target }
    return Double(between) / 2 + (links.isStatedCoPresence(link, in: projected) ? 1 : 0)
  }
}
