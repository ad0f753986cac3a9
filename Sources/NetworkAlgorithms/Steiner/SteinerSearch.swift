/// The search for a least tree: reductions, bounds and trees, and then branching.
struct SteinerSearch<Cost: GridCost> {
  /// The links of the best tree so far, and what they cost.
  private(set) var best: [UInt32] = []
  private(set) var bestCost = Cost.max
  /// No tree costs less than this or than the best one.
  private(set) var openBound = Cost.max
  private(set) var counts = SteinerCounts()

  /// The cost of every link.
  private let leafCosts: [Cost]
  /// How many looks at arcs are left.
  private var effort: Int
  /// Whether trees are still to be combined: at the start, not in branches.
  private var combines = true
  /// How many are to be left at the end of the stage.
  private var floor = 0

  init(leafCosts: [Cost], effort: Int) {
    self.leafCosts = leafCosts
    self.effort = effort
  }

  /// What every tree costs at least.
  var bound: Cost { min(bestCost, openBound) }

  /// Searches in stages until one settles the matter; the last may use all effort that is left,
  /// others only part of it.
  mutating func solve(
    _ graph: inout SteinerGraph<Cost>,
    stages: [SteinerStage] = SteinerStage.usual
  ) {
    let start = effort
    defer { counts.effort = start - effort }
    graph.contractFreeEdges()
    let mayCombine = combines
    var bound: Cost = 0
    for (place, stage) in stages.enumerated() {
      let isLast = place == stages.count - 1
      var tree: [UInt32] = []
      if openBound < bestCost { bound = max(bound, openBound) }
      openBound = .max
      floor = isLast ? 0 : stage == .branching ? effort - effort / 8 : effort / 4
      combines = mayCombine
      guard reduce(&graph, bound: &bound, depth: 0, tree: &tree) else { return }
      combines = false
      counts.keptLinks = graph.edgeCount
      switch stage {
      case .branching:
        var copy = graph
        split(&copy, bound: bound, depth: 0, tree: tree)
      case .subsets:
        if !joinSubsets(graph) { openBound = bound }
      }
      if openBound >= bestCost { return }
    }
  }

  // MARK: Branching

  private mutating func branch(_ graph: inout SteinerGraph<Cost>, bound: Cost, depth: Int) {
    counts.nodes += 1
    effort -= 20 * (graph.vertexCount + graph.edgeSlots)
    var bound = bound
    var tree: [UInt32] = []
    if effort <= floor {
      openBound = min(openBound, bound)
    } else if reduce(&graph, bound: &bound, depth: depth, tree: &tree) {
      split(&graph, bound: bound, depth: depth, tree: tree)
    }
  }

  /// Searches for trees with a vertex, and then for trees without it.
  private mutating func split(
    _ graph: inout SteinerGraph<Cost>,
    bound: Cost,
    depth: Int,
    tree: [UInt32]
  ) {
    guard effort > floor, let vertex = choice(graph, tree: tree) else {
      openBound = min(openBound, bound)
      return
    }
    var with = graph
    with.setTerminal(vertex)
    with = with.compacted()
    branch(&with, bound: bound, depth: depth + 1)
    graph.isolate(vertex)
    graph = graph.compacted()
    branch(&graph, bound: bound, depth: depth + 1)
  }

  /// The vertex to branch on: the one with the most edges in the tree, then in the graph.
  private func choice(_ graph: SteinerGraph<Cost>, tree: [UInt32]) -> Int? {
    var counts = [Int](repeating: 0, count: graph.vertexCount)
    for edge in tree {
      counts[Int(graph.heads[2 * Int(edge)])] += 1
      counts[Int(graph.heads[2 * Int(edge) + 1])] += 1
    }
    var best: Int?
    for vertex in 0..<graph.vertexCount where !graph.isTerminal[vertex] && graph.degrees[vertex] > 0
    {
      guard let other = best else {
        best = vertex
        continue
      }
      let (one, two) = (
        (counts[vertex], graph.degrees[vertex]), (counts[other], graph.degrees[other])
      )
      if one > two { best = vertex }
    }
    return best
  }

  // MARK: Sets of terminals

  /// Searches by sets of terminals; `true` where that settled the matter.
  private mutating func joinSubsets(_ graph: SteinerGraph<Cost>) -> Bool {
    guard graph.terminalCount <= 65 else { return false }
    let rows = SteinerRows(graph)
    var ascents = rows.terminals.prefix(20).map { DualAscent(rows, root: $0) }
    ascents.sort { $0.bound != $1.bound ? $0.bound > $1.bound : $0.root < $1.root }
    var search = SubsetSearch(
      rows,
      ascents: Array(ascents.prefix(6)),
      cutoff: bestCost - graph.fixedCost
    )
    let outcome = search.run(effort: effort - floor, labelLimit: 20_000_000)
    effort -= search.work
    counts.subsets = search.settledCount
    switch outcome {
    case .unknown: return false
    case .none: return true
    case .tree(let edges):
      take(graph.fixed + edges.map { graph.origins[Int($0)] }, of: graph)
      return true
    }
  }

  // MARK: A node

  /// Makes a graph smaller as long as that pays; `false` where nothing better can be in it.
  private mutating func reduce(
    _ graph: inout SteinerGraph<Cost>,
    bound: inout Cost,
    depth: Int,
    tree: inout [UInt32]
  ) -> Bool {
    var edges = graph.edgeCount
    while true {
      graph.reduceDegrees()
      // In branches of dense graphs special distances cost much and find little.
      if graph.terminalCount > 1, depth == 0 || edges < 16 * graph.vertexCount {
        var special = SpecialDistances(graph, reach: depth == 0 ? 300 : 100)
        special.removeLongEdges(of: &graph)
        graph.reduceDegrees()
        special.bypassVertices(of: &graph)
        graph.reduceDegrees()
        special.contractShortLinks(of: &graph)
        graph.reduceDegrees()
        effort -= special.work
      }
      if graph.terminalCount <= 1 {
        take(graph.fixed, of: graph)
        return false
      }
      guard ascend(&graph, bound: &bound, roots: depth > 0 ? 3 : combines ? 20 : 10, tree: &tree)
      else {
        return false
      }
      graph.reduceDegrees()
      if graph.terminalCount <= 1 {
        take(graph.fixed, of: graph)
        return false
      }
      let left = graph.edgeCount
      if effort <= floor || left * 100 >= edges * (depth == 0 ? 98 : 80) { return true }
      edges = left
    }
  }

  /// Finds bounds and trees from several roots, and takes out what no better tree has.
  private mutating func ascend(
    _ graph: inout SteinerGraph<Cost>,
    bound: inout Cost,
    roots count: Int,
    tree: inout [UInt32]
  ) -> Bool {
    let rows = SteinerRows(graph)
    var growth = SteinerGrowth(rows)
    defer { effort -= growth.work }
    var leastCost = Cost.max
    var isUsed = [Bool](repeating: false, count: combines ? graph.edgeSlots : 0)
    let whole = combines ? graph : nil
    var isPassage = [Bool](repeating: false, count: rows.vertexCount)
    let step = max(1, rows.terminals.count / count)
    for index in stride(from: 0, to: rows.terminals.count, by: step) {
      let root = rows.terminals[index]
      let ascent = DualAscent(rows, root: root)
      counts.ascents += 1
      effort -= ascent.work
      bound = max(bound, graph.fixedCost + ascent.bound)
      if bound >= bestCost { return false }
      let costs = rows.costs.indices.map { place in
        ascent.left[place] == 0 || ascent.left[Int(rows.twins[place])] == 0
          ? rows.costs[place] : Cost.max
      }
      let starts = [index, index + step / 2, index + step, index + 2 * step]
      for place in starts.prefix(combines ? 4 : 2) {
        let start = rows.terminals[place % rows.terminals.count]
        guard let arcs = growth.tree(from: start, costs: costs) else { continue }
        let cost = growth.cost(of: arcs)
        let edges = arcs.map { rows.edges[Int($0)] }
        if cost < leastCost {
          leastCost = cost
          tree = edges
        }
        if combines { for edge in edges { isUsed[Int(edge)] = true } }
        if graph.fixedCost + cost < bestCost {
          take(graph.fixed + edges.map { graph.origins[Int($0)] }, of: graph)
        }
      }
      if bound >= bestCost { return false }
      let distances = ReducedDistances(rows, ascent)
      effort -= 2 * rows.arcCount
      let cutoff = bestCost - graph.fixedCost - ascent.bound
      remove(from: &graph, rows, ascent, distances, cutoff: cutoff)
      for vertex in 0..<rows.vertexCount {
        let sum =
          distances.fromRoot[vertex] + distances.toTerminal[vertex] + distances.toSecond[vertex]
        if sum >= cutoff { isPassage[vertex] = true }
      }
    }
    bypass(isPassage, of: &graph, rows)
    if let whole { combine(whole, isUsed) }
    return bound < bestCost
  }

  /// Looks for a better tree among the edges of those found.
  private mutating func combine(_ graph: SteinerGraph<Cost>, _ isUsed: [Bool]) {
    var union = graph
    for edge in 0..<graph.edgeSlots where graph.isPresent(edge) && !isUsed[edge] {
      union.remove(edge: edge)
    }
    union = union.compacted()
    var search = SteinerSearch(leafCosts: leafCosts, effort: max(0, effort - floor) / 8)
    search.best = best
    search.bestCost = bestCost
    search.combines = false
    search.solve(&union, stages: [.branching])
    effort -= search.counts.effort
    counts.ascents += search.counts.ascents
    best = search.best
    bestCost = search.bestCost
  }

  /// Bypasses vertices at which no better tree branches, where that does not add edges.
  private func bypass(
    _ isPassage: [Bool],
    of graph: inout SteinerGraph<Cost>,
    _ rows: SteinerRows<Cost>
  ) {
    for vertex in isPassage.indices where isPassage[vertex] && !rows.isTerminal[vertex] {
      let name = Int(rows.names[vertex])
      guard graph.degrees[name] == 3 || graph.degrees[name] == 4 else { continue }
      let heads = graph.row(of: name).map { Int(graph.heads[Int($0)]) }
      var added = 0
      for one in heads.indices {
        for other in 0..<one where graph.arc(from: heads[one], to: heads[other]) == nil {
          added += 1
        }
      }
      if added <= heads.count { graph.bypass(name) }
    }
  }

  private func remove(
    from graph: inout SteinerGraph<Cost>,
    _ rows: SteinerRows<Cost>,
    _ ascent: DualAscent<Cost>,
    _ distances: ReducedDistances<Cost>,
    cutoff: Cost
  ) {
    for vertex in 0..<rows.vertexCount {
      if rows.isTerminal[vertex] { continue }
      if distances.fromRoot[vertex] + distances.toTerminal[vertex] >= cutoff {
        graph.isolate(Int(rows.names[vertex]))
      }
    }
    for vertex in 0..<rows.vertexCount {
      for place in rows.row(vertex) {
        let head = Int(rows.heads[place])
        guard head > vertex, graph.isPresent(Int(rows.edges[place])) else { continue }
        let forth =
          distances.fromRoot[vertex] + ascent.left[Int(rows.twins[place])]
          + distances.toTerminal[head]
        let back = distances.fromRoot[head] + ascent.left[place] + distances.toTerminal[vertex]
        if forth >= cutoff, back >= cutoff { graph.remove(edge: Int(rows.edges[place])) }
      }
    }
  }

  /// Keeps a tree if it is better.
  private mutating func take(_ origins: [UInt32], of graph: SteinerGraph<Cost>) {
    let leaves = graph.leaves(of: origins)
    let cost = leaves.reduce(0 as Cost) { $0 + leafCosts[Int($1)] }
    if cost < bestCost {
      bestCost = cost
      best = leaves
    }
  }
}

/// A part of a search for a least tree.
enum SteinerStage: Sendable {
  /// Trees with a vertex, and trees without it.
  case branching
  /// Sets of terminals joined at vertices.
  case subsets

  /// Branching soon settles what bounds nearly settle, and finds good trees; sets of terminals settle
  /// where they are few; then branching goes on.
  static let usual: [SteinerStage] = [.branching, .subsets, .branching]
}
