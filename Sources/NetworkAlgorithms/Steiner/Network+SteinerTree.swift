extension Network {
  /// About how many looks at arcs a search for a least tree may cost unless the caller says
  /// otherwise: about a minute of work.
  public static let usualSteinerEffort = 3_000_000_000

  /// Finds the cheapest tree that joins some vertices (a Steiner tree), whatever the direction of
  /// links.
  ///
  /// Where the effort suffices, no tree costs less, and that is proved; otherwise the tree is the
  /// best one found and ``SteinerTree/lowerBound`` what every tree costs at least. Without weights
  /// every link costs 1. Weights are added without rounding, so that a proof is one. Loops are
  /// never taken, and of parallel links the cheapest, then the first. Vertices named twice count
  /// once. Equal networks give equal trees; of several least trees it is any one, but always the
  /// same.
  ///
  /// First comes what every least tree has or has not (degrees, special distances: Duin and
  /// Volgenant 1989), with lower bounds by dual ascent (Wong 1984) and trees grown over what the
  /// ascents leave free of cost; then branching on vertices as Polzin and Vahdati Daneshmand (2001)
  /// do it, and joining sets of terminals (Hougardy, Silvanus and Vygen 2017) where
  /// there are at most 65 of them.
  ///
  ///     let star = try Network(
  ///       vertexCount: 4, sources: [0, 0, 0], targets: [1, 2, 3], direction: .undirected)
  ///     star.steinerTree(connecting: [1, 2]).tree?.links  // [0, 1]
  ///
  /// - Parameters:
  ///   - terminals: The vertices to be joined; of none or one the tree has no links.
  ///   - effort: About how many looks at arcs it may cost.
  /// - Returns: The tree, or which terminals cannot be joined.
  /// - Complexity: Exponential in the number of terminals at worst, bounded by the effort;
  ///   O((*n* + *m*)·*k*) memory for *n* vertices, *m* links and *k* branchings under way, and
  ///   about 200 bytes for each of up to 20 million pairs of a vertex and a set of terminals.
  public func steinerTree(
    connecting terminals: [Vertex],
    effort: Int = usualSteinerEffort
  ) -> SteinerAnswer {
    terminals.forEach(checkVertex)
    precondition(effort >= 0, "an effort cannot be negative")
    let terminals = Set(terminals).sorted()
    let parts = parts(of: terminals)
    guard parts.count <= 1 else { return .apart(parts) }
    let grid = CostGrid(for: self, countingSteps: false)
    if grid.sumBits <= Int64.sumBits - 4 {
      return .tree(steinerTree(terminals, effort, on: grid, as: Int64.self))
    }
    return .tree(steinerTree(terminals, effort, on: grid, as: Int128.self))
  }

  /// The terminals of each component that has some.
  private func parts(of terminals: [Vertex]) -> [[Vertex]] {
    let components = connectedComponents()
    var places = [Int](repeating: -1, count: components.count)
    var parts: [[Vertex]] = []
    for terminal in terminals {
      let component = Int(components.components[Int(terminal)])
      if places[component] < 0 {
        places[component] = parts.count
        parts.append([])
      }
      parts[places[component]].append(terminal)
    }
    return parts
  }

  private func steinerTree<Cost: GridCost>(
    _ terminals: [Vertex],
    _ effort: Int,
    on grid: CostGrid,
    as type: Cost.Type
  ) -> SteinerTree {
    let costs: [Cost] = sources.indices.map { grid.cost(of: weights?[$0] ?? 1) }
    var graph = SteinerGraph<Cost>(self, terminals: terminals, costs: costs)
    var search = SteinerSearch(leafCosts: costs, effort: effort)
    search.solve(&graph)
    let links = spanning(search.best, terminals, costs)
    let cost = links.reduce(0 as Cost) { $0 + costs[Int($1)] }
    var vertices = Set(terminals)
    for link in links {
      vertices.insert(sources[Int(link)])
      vertices.insert(targets[Int(link)])
    }
    let total = grid.weight(of: cost)
    let isProved = search.bound >= cost
    return SteinerTree(
      links: links,
      vertices: vertices.sorted(),
      cost: total,
      lowerBound: isProved ? total : grid.weight(of: search.bound),
      isOptimal: isProved && grid.isExact,
      counts: search.counts
    )
  }

  /// The least tree among some links that join the terminals, without ends that are no terminals.
  ///
  /// Among the links may be others: those of weight 0 that were taken in before it was known whether
  /// the tree needs them, and those of two edges that share a link.
  private func spanning<Cost: GridCost>(
    _ links: [Link],
    _ terminals: [Vertex],
    _ costs: [Cost]
  ) -> [Link] {
    var parents = [Vertex](0..<Vertex(truncatingIfNeeded: vertexCount))
    func root(of vertex: Vertex) -> Vertex {
      var vertex = vertex
      while parents[Int(vertex)] != vertex {
        parents[Int(vertex)] = parents[Int(parents[Int(vertex)])]
        vertex = parents[Int(vertex)]
      }
      return vertex
    }
    var degrees = [Int](repeating: 0, count: vertexCount)
    var kept: [Link] = []
    for link in links.sorted(by: { (costs[Int($0)], $0) < (costs[Int($1)], $1) }) {
      let (one, other) = (root(of: sources[Int(link)]), root(of: targets[Int(link)]))
      if one == other { continue }
      parents[Int(other)] = one
      kept.append(link)
      degrees[Int(sources[Int(link)])] += 1
      degrees[Int(targets[Int(link)])] += 1
    }
    guard let first = terminals.first else { return [] }
    kept.removeAll { root(of: sources[Int($0)]) != root(of: first) }
    for terminal in terminals { degrees[Int(terminal)] += 2 }
    // Ends go until there are none; each pass takes out at least one link.
    var count = -1
    while count != kept.count {
      count = kept.count
      kept.removeAll { link in
        let ends = [Int(sources[Int(link)]), Int(targets[Int(link)])]
        guard ends.contains(where: { degrees[$0] == 1 }) else { return false }
        for end in ends { degrees[end] -= 1 }
        return true
      }
    }
    return kept.sorted()
  }
}

extension SteinerGraph {
  /// Takes the links of a network without loops, of parallel ones the cheapest.
  init(_ network: Network, terminals: [Network.Vertex], costs: [Cost]) {
    self.init(vertexCount: network.vertexCount, leafCount: network.linkCount)
    // Parallel links are next to each other when sorted by their ends.
    let links = network.sources.indices.filter { network.sources[$0] != network.targets[$0] }
    let ends = network.sources.indices.map { link in
      let (one, other) = (network.sources[link], network.targets[link])
      return UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    }
    var last = UInt64.max
    let order = links.sorted { (ends[$0], costs[$0], $0) < (ends[$1], costs[$1], $1) }
    var isKept = [Bool](repeating: false, count: network.linkCount)
    for link in order where ends[link] != last {
      last = ends[link]
      isKept[link] = true
    }
    for link in network.sources.indices where isKept[link] {
      append(
        Int(network.sources[link]),
        Int(network.targets[link]),
        cost: costs[link],
        origin: UInt32(truncatingIfNeeded: link)
      )
    }
    for terminal in terminals { setTerminal(Int(terminal)) }
  }
}
