internal import NetworkAlgorithms

extension NetworkWorkload {
  /// All workloads, in the order in which they run.
  static let all: [NetworkWorkload] = searches + structure + centrality + paths + flows

  private static let searches = [
    NetworkWorkload("rows", goal: 0.3) { dataset, stopwatch in
      let (table, weights) = (dataset.table, dataset.table.weights)
      return try stopwatch.measure {
        try Network(
          vertexCount: table.vertexCount,
          sources: table.sources,
          targets: table.targets,
          weights: weights,
          direction: .undirected
        )
      } check: {
        ["arcs": Double($0.arcCount)]
      }
    },
    NetworkWorkload("bfs", goal: 0.3) { dataset, stopwatch in
      let network = try dataset.table.network()
      return stopwatch.measure {
        network.breadthFirst(from: dataset.questions.source)
      } check: { tree in
        Check.distances(
          (0..<UInt32(network.vertexCount)).lazy.map { tree.distance(to: $0).map(Double.init) }
        )
      }
    },
    NetworkWorkload("components", goal: 0.35) { dataset, stopwatch in
      let network = try dataset.table.network()
      return stopwatch.measure {
        network.connectedComponents()
      } check: {
        Check.parts($0.sizes)
      }
    },
    NetworkWorkload("dijkstra", goal: 0.8) { dataset, stopwatch in
      let network = try dataset.table.network(isWeighted: true)
      return stopwatch.measure {
        network.shortestPaths(from: dataset.questions.source)
      } check: { tree in
        Check.distances((0..<UInt32(network.vertexCount)).lazy.map { tree.distance(to: $0) })
      }
    },
  ]

  private static let structure = [
    NetworkWorkload("triangles", for: .alike, goal: 0.2) { dataset, stopwatch in
      let network = try dataset.table.network()
      return stopwatch.measure {
        network.clustering().triangles.reduce(0, +) / 3
      } check: {
        ["triangles": Double($0)]
      }
    },
    NetworkWorkload("clustering", for: .alike, goal: 0.2) { dataset, stopwatch in
      let network = try dataset.table.network()
      return stopwatch.measure {
        network.clustering().local
      } check: {
        ["sum": $0.reduce(0, +)]
      }
    },
    NetworkWorkload("cuts", goal: 0.7) { dataset, stopwatch in
      let network = try dataset.table.network()
      return stopwatch.measure {
        network.cutElements()
      } check: {
        ["points": Double($0.articulationPoints.count), "bridges": Double($0.bridges.count)]
      }
    },
  ]

  private static let centrality = [
    NetworkWorkload("pagerank-20", for: .alike, goal: 0.8, tolerance: 1e-6) { dataset, stopwatch in
      let network = try dataset.table.network(.directed)
      // The peers have the network turned round as well before the clock starts.
      let reversed = network.reversed()
      return stopwatch.measure {
        network.pageRank(tolerance: 0, maximumRounds: 20, reversed: reversed)
      } check: {
        Check.shares($0.shares)
      }
    },
    // Peers end by rules of their own, some of them looser than what they are asked for.
    NetworkWorkload("pagerank", for: .alike, goal: 0.8, tolerance: 1e-4) { dataset, stopwatch in
      let network = try dataset.table.network(.directed)
      // The peers have the network turned round as well before the clock starts.
      let reversed = network.reversed()
      return stopwatch.measure {
        network.pageRank(tolerance: 1e-8, reversed: reversed)
      } check: {
        Check.shares($0.shares)
      }
    },
    NetworkWorkload("betweenness", mostLinks: 60_000, goal: 0.7, tolerance: 1e-6) {
      dataset,
      stopwatch in
      let network = try dataset.table.network()
      return try stopwatch.measure {
        try network.betweenness()
      } check: {
        Check.between($0.vertices)
      }
    },
    NetworkWorkload("betweenness-64", mostLinks: 1_200_000, goal: 0.7, tolerance: 1e-6) {
      dataset,
      stopwatch in
      let network = try dataset.table.network()
      return try stopwatch.measure {
        try network.betweenness(from: dataset.questions.samples)
      } check: {
        Check.between($0.vertices)
      }
    },
  ]

  private static let paths = [
    NetworkWorkload("pairs-200", for: .assistance, goal: 0.3) { dataset, stopwatch in
      let network = try dataset.table.network(isWeighted: true)
      let actors = dataset.questions.actors
      return stopwatch.measure {
        network.leastCosts(among: actors)
      } check: {
        Check.distances($0.costs.lazy.map { $0 < .infinity ? $0 : nil })
      }
    },
    shortest(10),
    shortest(100),
  ]

  private static func shortest(_ count: Int) -> NetworkWorkload {
    NetworkWorkload("paths-\(count)", goal: 0.1) { dataset, stopwatch in
      let network = try dataset.table.network(isWeighted: true)
      let ask = dataset.questions
      return stopwatch.measure {
        Array(network.kShortestPaths(from: ask.source, to: ask.far).prefix(count))
      } check: {
        Check.paths($0)
      }
    }
  }

  private static let flows = [
    NetworkWorkload("flow", goal: 0.8) { dataset, stopwatch in
      let network = try dataset.table.network()
      let (ask, capacities) = (dataset.questions, dataset.table.units.map(Double.init))
      return try stopwatch.measure {
        try network.maximumFlow(from: ask.source, to: ask.sink, capacities: capacities)
      } check: {
        ["value": $0.value]
      }
    },
    // Two rounds, as many as the peers make unless told otherwise.
    NetworkWorkload("leiden", goal: 1) { dataset, stopwatch in
      let network = try dataset.table.network()
      return stopwatch.measure {
        network.leidenCommunities(maximumRounds: 2)
      } check: { found in
        [quality: network.modularity(of: found.communities) ?? 0]
      }
    },
  ]
}
