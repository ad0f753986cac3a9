internal import PillarKit

/// Coordination links and their k best paths as their definition reads, on the plain data.
struct SlowPaths {
  /// Two nodes by number, the smaller first.
  struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      (first, second) = (min(one, other), max(one, other))
    }
  }

  private let data: AidData
  private var numbers: [AidData.Node: Int] = [:]
  /// The cost of the cheapest link between two nodes.
  private(set) var costs: [Pair: Double] = [:]

  init(_ data: AidData) {
    self.data = data
    let filing = AssistanceSchema.standard.indexKinds
    for relation in data.relations where !filing.contains(relation.kind) {
      link(relation.from, relation.to, isFirm(relation.basis, relation.modality))
    }
    for fact in data.facts {
      let ends = fact.ends
      for (place, first) in ends.enumerated() {
        for second in ends[(place + 1)...] {
          let roles: Set = [first.role, second.role]
          guard roles.contains(.provider) || roles == [.recipient, .countryCase] else { continue }
          link(first.node, second.node, isFirm(fact.basis, fact.modality))
        }
      }
    }
  }

  var nodeCount: Int { numbers.count }

  /// The number of an actor among the linked nodes; `nil` if nothing links it.
  func number(ofActor actor: Int) -> Int? { numbers[.actor(actor)] }

  private func isFirm(_ basis: Basis, _ modality: Modality) -> Bool {
    basis == .explicit && modality == .does
  }

  private mutating func link(_ from: AidData.Node, _ to: AidData.Node, _ isFirm: Bool) {
    guard from != to, isPassable(from), isPassable(to) else { return }
    let cost = isActor(from) && isActor(to) ? (isFirm ? 1 : 1.5) : 2.0
    let pair = Pair(number(of: from), number(of: to))
    costs[pair] = min(costs[pair] ?? cost, cost)
  }

  private func isActor(_ node: AidData.Node) -> Bool {
    if case .actor = node { true } else { false }
  }

  private func isPassable(_ node: AidData.Node) -> Bool {
    guard case .actor(let actor) = node else { return true }
    return data.actors[actor].designation == .named
  }

  private mutating func number(of node: AidData.Node) -> Int {
    if let number = numbers[node] { return number }
    numbers[node] = numbers.count
    return numbers.count - 1
  }

  // MARK: Paths

  /// What the k best paths of all pairs are checked by.
  func check(_ count: Int) -> [String: Double] {
    var neighbours = [[(node: Int, cost: Double)]](repeating: [], count: nodeCount)
    for (pair, cost) in costs {
      neighbours[pair.first].append((pair.second, cost))
      neighbours[pair.second].append((pair.first, cost))
    }
    let found = data.pairs.map { from, to -> [Double] in
      guard let start = number(ofActor: from), let end = number(ofActor: to) else { return [] }
      return best(count, from: start, to: end, neighbours).map(\.cost)
    }
    return PathCheck.of(found)
  }

  private typealias Path = (nodes: [Int], cost: Double)

  /// Yen's algorithm without any refinement.
  private func best(
    _ count: Int,
    from start: Int,
    to end: Int,
    _ neighbours: [[(node: Int, cost: Double)]]
  ) -> [Path] {
    guard let first = shortest(from: start, to: end, neighbours, [], []) else { return [] }
    var found = [first]
    var candidates: [Path] = []
    while found.count < count {
      let last = found[found.count - 1].nodes
      for place in 0..<last.count - 1 {
        let root = Array(last[...place])
        let banned = Set(
          found.filter { $0.nodes.starts(with: root) && $0.nodes.count > place + 1 }
            .map { Pair($0.nodes[place], $0.nodes[place + 1]) }
        )
        guard
          let rest = shortest(from: last[place], to: end, neighbours, Set(root.dropLast()), banned)
        else { continue }
        var cost = rest.cost
        for (from, to) in zip(root, root.dropFirst()) { cost += costs[Pair(from, to)] ?? 0 }
        let path = (nodes: root.dropLast() + rest.nodes, cost: cost)
        if !candidates.contains(where: { $0.nodes == path.nodes }) { candidates.append(path) }
      }
      guard let place = candidates.indices.min(by: { candidates[$0].cost < candidates[$1].cost })
      else { break }
      found.append(candidates.remove(at: place))
    }
    return found
  }

  /// Dijkstra's algorithm with a plain search for the nearest node.
  private func shortest(
    from start: Int,
    to end: Int,
    _ neighbours: [[(node: Int, cost: Double)]],
    _ blocked: Set<Int>,
    _ banned: Set<Pair>
  ) -> Path? {
    var costs = [Double](repeating: .infinity, count: nodeCount)
    var previous = [Int](repeating: -1, count: nodeCount)
    var isOpen = (0..<nodeCount).map { !blocked.contains($0) }
    costs[start] = 0
    while true {
      var nearest = -1
      for node in 0..<nodeCount where isOpen[node] && costs[node] < .infinity {
        if nearest < 0 || costs[node] < costs[nearest] { nearest = node }
      }
      guard nearest >= 0 else { return nil }
      if nearest == end { break }
      isOpen[nearest] = false
      for (node, cost) in neighbours[nearest]
      where isOpen[node] && costs[nearest] + cost < costs[node]
        && !(nearest == start && banned.contains(Pair(start, node)))
      {
        costs[node] = costs[nearest] + cost
        previous[node] = nearest
      }
    }
    var nodes = [end]
    while let last = nodes.last, last != start { nodes.append(previous[last]) }
    return (nodes.reversed(), costs[end])
  }
}

/// The value by which the best paths of several pairs are checked: their costs alone, since equal
/// paths may come in any order.
enum PathCheck {
  static func of(_ costs: [[Double]]) -> [String: Double] {
    [
      "paths": Double(costs.reduce(0) { $0 + $1.count }),
      "cost": costs.reduce(0) { $0 + $1.reduce(0, +) },
      "last": costs.reduce(0) { $0 + ($1.last ?? 0) },
    ]
  }
}
