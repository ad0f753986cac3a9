extension SlowNetwork {
  /// PageRank with a damping of 0.85, from equal shares, by so many rounds.
  func pageRank(rounds: Int) -> [Double] {
    var outgoing = [Int](repeating: 0, count: count)
    for link in links { outgoing[link.source] += 1 }
    var shares = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<rounds {
      var next = [Double](repeating: 0.15 / Double(count), count: count)
      for link in links {
        next[link.target] += 0.85 * shares[link.source] / Double(outgoing[link.source])
      }
      for vertex in 0..<count where outgoing[vertex] == 0 {
        for other in 0..<count { next[other] += 0.85 * shares[vertex] / Double(count) }
      }
      shares = next
    }
    return shares
  }

  /// For each vertex the share of shortest paths that pass it, pair by pair.
  func betweenness(from sources: [Int]) -> [Double] {
    let counted = (0..<count).map { pathCounts(from: $0) }
    var sums = [Double](repeating: 0, count: count)
    for source in sources {
      for target in 0..<count where target != source {
        guard let direct = counted[source][target] else { continue }
        for middle in 0..<count where middle != source && middle != target {
          guard let first = counted[source][middle], let second = counted[middle][target],
            first.steps + second.steps == direct.steps
          else { continue }
          sums[middle] += first.paths * second.paths / direct.paths / 2
        }
      }
    }
    return sums
  }

  /// How far each vertex is, and how many shortest paths lead there.
  private func pathCounts(from source: Int) -> [(steps: Int, paths: Double)?] {
    var found = [(steps: Int, paths: Double)?](repeating: nil, count: count)
    found[source] = (0, 1)
    var level = [source]
    var steps = 0
    while !level.isEmpty {
      steps += 1
      var next: [Int] = []
      for vertex in level {
        for neighbour in neighbours[vertex] {
          if found[neighbour.vertex] == nil {
            found[neighbour.vertex] = (steps, 0)
            next.append(neighbour.vertex)
          }
          guard found[neighbour.vertex]?.steps == steps else { continue }
          let paths = found[vertex]?.paths ?? 0
          found[neighbour.vertex]?.paths += paths
        }
      }
      level = next
    }
    return found
  }
}
