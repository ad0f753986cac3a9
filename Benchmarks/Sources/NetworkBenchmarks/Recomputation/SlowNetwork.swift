/// The plainest way to the answer of each workload, for small networks.
struct SlowNetwork {
  /// A link as a neighbour sees it.
  struct Neighbour {
    let vertex: Int
    let weight: Double
  }

  let count: Int
  let links: [(source: Int, target: Int, weight: Double)]
  let questions: Questions
  /// The neighbours of each vertex, direction ignored.
  let neighbours: [[Neighbour]]

  init(_ dataset: Dataset) {
    let table = dataset.table
    count = table.vertexCount
    questions = dataset.questions
    links = table.sources.indices.map {
      (Int(table.sources[$0]), Int(table.targets[$0]), table.weights[$0])
    }
    var neighbours = [[Neighbour]](repeating: [], count: count)
    for link in links {
      neighbours[link.source].append(Neighbour(vertex: link.target, weight: link.weight))
      neighbours[link.target].append(Neighbour(vertex: link.source, weight: link.weight))
    }
    self.neighbours = neighbours
  }

  /// The check values that a workload should have; none for what cannot be recomputed.
  func check(of workload: String) -> [String: Double] {
    switch workload {
    case "rows": ["arcs": Double(2 * links.count)]
    case "bfs": Check.distances(steps(from: Int(questions.source)).map { $0.map(Double.init) })
    case "components": Check.parts(parts(without: nil).sizes)
    case "dijkstra": Check.distances(costs(from: Int(questions.source)))
    case "triangles": ["triangles": triangles().reduce(0, +) / 3]
    case "clustering": ["sum": clustering()]
    case "cuts": cuts()
    case "pagerank-20": Check.shares(pageRank(rounds: 20))
    case "pagerank": Check.shares(pageRank(rounds: 1000))
    case "betweenness": Check.between(betweenness(from: Array(0..<count)))
    case "betweenness-64": Check.between(betweenness(from: questions.samples.map { Int($0) }))
    case "pairs-200": Check.distances(costsAmongActors())
    case "flow": ["value": flow()]
    case "paths-10": paths(10)
    case "paths-100": paths(100)
    default: [:]
    }
  }

  // MARK: Searches

  private func steps(from source: Int) -> [Int?] {
    var steps = [Int?](repeating: nil, count: count)
    steps[source] = 0
    var level = [source]
    while !level.isEmpty {
      var next: [Int] = []
      for vertex in level {
        for neighbour in neighbours[vertex] where steps[neighbour.vertex] == nil {
          steps[neighbour.vertex] = (steps[vertex] ?? 0) + 1
          next.append(neighbour.vertex)
        }
      }
      level = next
    }
    return steps
  }

  /// The least cost to each vertex, by walking every link until nothing gets better.
  private func costs(from source: Int) -> [Double?] {
    var costs = [Double](repeating: .infinity, count: count)
    costs[source] = 0
    var isBetter = true
    while isBetter {
      isBetter = false
      for link in links {
        for (one, other) in [(link.source, link.target), (link.target, link.source)]
        where costs[one] + link.weight < costs[other] {
          costs[other] = costs[one] + link.weight
          isBetter = true
        }
      }
    }
    return costs.map { $0 == .infinity ? nil : $0 }
  }

  private func costsAmongActors() -> [Double?] {
    questions.actors.flatMap { actor in
      let costs = costs(from: Int(actor))
      return questions.actors.map { costs[Int($0)] }
    }
  }

  // MARK: Structure

  /// The part of each vertex, and how many each part has, one vertex or one link left out.
  private func parts(
    without vertex: Int?,
    link lost: Int? = nil
  ) -> (labels: [Int?], sizes: [Int]) {
    var labels: [Int?] = (0..<count).map { $0 }
    if let vertex { labels[vertex] = nil }
    var isBetter = true
    while isBetter {
      isBetter = false
      for place in links.indices where place != lost {
        guard let one = labels[links[place].source], let other = labels[links[place].target],
          one != other
        else { continue }
        labels[links[place].source] = min(one, other)
        labels[links[place].target] = min(one, other)
        isBetter = true
      }
    }
    let roots = labels.indices.filter { labels[$0] == $0 }
    return (labels, roots.map { root in labels.count { $0 == root } })
  }

  private func cuts() -> [String: Double] {
    let whole = parts(without: nil).sizes.count
    let points = (0..<count).count { vertex in
      // A vertex alone takes its part away with it.
      parts(without: vertex).sizes.count > whole - (neighbours[vertex].isEmpty ? 1 : 0)
    }
    let bridges = links.indices.count { parts(without: nil, link: $0).sizes.count > whole }
    return ["points": Double(points), "bridges": Double(bridges)]
  }

  /// How many pairs of neighbours of each vertex are neighbours.
  private func triangles() -> [Double] {
    let known = neighbours.map { Set($0.map(\.vertex)) }
    return known.map { around in
      around.reduce(0.0) { sum, one in
        sum + Double(around.count { $0 > one && known[one].contains($0) })
      }
    }
  }

  private func clustering() -> Double {
    zip(triangles(), neighbours).reduce(0) { sum, vertex in
      let pairs = Double(vertex.1.count * (vertex.1.count - 1)) / 2
      return pairs > 0 ? sum + vertex.0 / pairs : sum
    }
  }
}
