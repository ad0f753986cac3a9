extension SlowNetwork {
  /// A loopless path.
  private struct Path {
    var vertices: [Int]
    var cost: Double
  }

  /// The best loopless paths by Jin Yen's method as it is written down.
  func paths(_ wanted: Int) -> [String: Double] {
    let (source, target) = (Int(questions.source), Int(questions.far))
    var found: [Path] = []
    var waiting = [best(from: source, to: target, avoiding: [], banned: [])].compactMap { $0 }
    while found.count < wanted, !waiting.isEmpty {
      waiting.sort { $0.cost < $1.cost }
      let next = waiting.removeFirst()
      found.append(next)
      guard found.count < wanted else { break }
      for spur in 0..<next.vertices.count - 1 {
        let root = Array(next.vertices[...spur])
        // The ways on that known paths with the same beginning take.
        let known = (found + waiting).filter { $0.vertices.starts(with: root) }
        let banned = Set(known.compactMap { $0.vertices.dropFirst(spur + 1).first })
        guard
          let rest = best(
            from: root[spur],
            to: target,
            avoiding: Set(root.dropLast()),
            banned: banned
          )
        else { continue }
        waiting.append(
          Path(vertices: root.dropLast() + rest.vertices, cost: cost(of: root) + rest.cost)
        )
      }
    }
    let costs = found.map(\.cost)
    return [
      "count": Double(costs.count), "first": costs.first ?? 0, "last": costs.last ?? 0,
      "sum": costs.reduce(0, +),
    ]
  }

  private func cost(of vertices: [Int]) -> Double {
    zip(vertices, vertices.dropFirst()).reduce(0) { sum, step in
      let weights = neighbours[step.0].filter { $0.vertex == step.1 }.map(\.weight)
      return sum + (weights.min() ?? 0)
    }
  }

  /// The best path past some vertices, whose first step leads to none of the banned ones.
  private func best(
    from source: Int,
    to target: Int,
    avoiding: Set<Int>,
    banned: Set<Int>
  ) -> Path? {
    var ways: [Int: Path] = [source: Path(vertices: [source], cost: 0)]
    var isBetter = true
    while isBetter {
      isBetter = false
      for vertex in 0..<count {
        guard let way = ways[vertex] else { continue }
        for step in neighbours[vertex] where !avoiding.contains(step.vertex) {
          if vertex == source, banned.contains(step.vertex) { continue }
          let cost = way.cost + step.weight
          if let known = ways[step.vertex], known.cost <= cost { continue }
          ways[step.vertex] = Path(vertices: way.vertices + [step.vertex], cost: cost)
          isBetter = true
        }
      }
    }
    return ways[target]
  }

  /// The most that can flow from the source to the sink, way after way with room, in 64ths.
  func flow() -> Double {
    var room = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for link in links {
      room[link.source][link.target] += link.weight * 64
      room[link.target][link.source] += link.weight * 64
    }
    var total = 0.0
    while true {
      var before = [Int?](repeating: nil, count: count)
      var queue = [Int(questions.source)]
      while let vertex = queue.popLast() {
        for other in 0..<count
        where other != Int(questions.source) && before[other] == nil && room[vertex][other] > 0 {
          before[other] = vertex
          queue.append(other)
        }
      }
      var steps: [(from: Int, to: Int)] = []
      var vertex = Int(questions.sink)
      while let from = before[vertex] {
        steps.append((from, vertex))
        vertex = from
      }
      guard let least = steps.map({ room[$0.from][$0.to] }).min() else { return total }
      for step in steps {
        room[step.from][step.to] -= least
        room[step.to][step.from] += least
      }
      total += least
    }
  }
}
