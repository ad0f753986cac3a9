/// Takes out of a Steiner graph what the way from terminal to terminal makes needless.
///
/// The special distance of two vertices is the longest stretch without a terminal of the best path
/// between them (Duin and Volgenant 1989). An edge longer than that is in no least tree; a vertex
/// whose neighbours are joined by special distances as cheaply as by its edges never branches, and
/// may be bypassed. Distances are bounded from above by searches of limited length, which
/// can only make the tests weaker.
struct SpecialDistances<Cost: GridCost> {
  private var regions: TerminalRegions<Cost>
  private var searches: [NearSearch<Cost>]
  /// How many arcs one search may look at.
  private let reach: Int

  /// How many arcs all searches looked at.
  private(set) var work = 0

  init(_ graph: SteinerGraph<Cost>, reach: Int) {
    regions = TerminalRegions(graph)
    searches = (0..<4).map { _ in NearSearch(vertexCount: graph.vertexCount) }
    self.reach = reach
  }

  // MARK: Edges

  /// Takes out edges that are longer than a way round them.
  mutating func removeLongEdges(of graph: inout SteinerGraph<Cost>) {
    for edge in (0..<graph.edgeSlots).reversed() where graph.isPresent(edge) {
      let (one, other) = (graph.heads[2 * edge + 1], graph.heads[2 * edge])
      let cost = graph.costs[edge]
      work += searches[0].run(from: one, in: graph, upTo: cost, arcs: reach, withoutEdge: edge)
      if searches[0].distance(to: other) == nil {
        work += searches[1].run(from: other, in: graph, upTo: cost, arcs: reach, withoutEdge: edge)
        guard doubled(0, 1, upTo: 2 * cost) <= 2 * cost else { continue }
      }
      graph.remove(edge: edge)
    }
  }

  /// An upper bound of twice the special distance between the sources of two searches.
  ///
  /// Where it rests on the distances between terminals it is one more, because those may rest on
  /// what is to be taken out unless they are truly shorter.
  private func doubled(_ first: Int, _ second: Int, upTo limit: Cost) -> Cost {
    var best = Cost.max
    for vertex in searches[first].reached {
      guard let far = searches[second].distance(to: vertex),
        let near = searches[first].distance(to: vertex)
      else { continue }
      best = min(best, 2 * (near + far))
    }
    for one in searches[first].terminals {
      guard let near = searches[first].distance(to: one) else { continue }
      for other in searches[second].terminals {
        guard let far = searches[second].distance(to: other) else { continue }
        if one == other {
          best = min(best, 2 * max(near, far))
        } else {
          let between = regions.bottleneck(one, other)
          if between < limit { best = min(best, 2 * max(near, between, far) + 1) }
        }
      }
    }
    return best
  }

  // MARK: Vertices

  /// Bypasses vertices with three or four edges that need not branch.
  mutating func bypassVertices(of graph: inout SteinerGraph<Cost>) {
    var distances = [Cost](repeating: 0, count: 16)
    for vertex in 0..<graph.vertexCount where !graph.isTerminal[vertex] {
      let degree = Int(graph.degrees[vertex])
      guard degree == 3 || degree == 4 else { continue }
      let arcs = graph.row(of: vertex)
      let costs = arcs.map { graph.cost(ofArc: $0) }
      let sum = costs.reduce(0, +)
      let limit = sum - (costs.min() ?? 0)
      for place in 0..<degree {
        work += searches[place].run(
          from: graph.heads[Int(arcs[place])],
          in: graph,
          upTo: limit,
          arcs: reach,
          withoutVertex: UInt32(truncatingIfNeeded: vertex)
        )
      }
      for one in 0..<degree {
        for other in 0..<one {
          let distance = doubled(other, one, upTo: sum)
          distances[4 * one + other] = distance
          distances[4 * other + one] = distance
        }
      }
      guard neverBranches(costs, distances) else { continue }
      let isNeedless = { (one: Int, other: Int) in
        distances[4 * one + other] <= 2 * (costs[one] + costs[other])
      }
      var added = 0
      for one in 0..<degree {
        for other in 0..<one where !isNeedless(one, other) { added += 1 }
      }
      if added <= degree { graph.bypass(vertex, unless: isNeedless) }
    }
  }

  /// Tells whether every three or more neighbours are joined by special distances as cheaply.
  private func neverBranches(_ costs: [Cost], _ distances: [Cost]) -> Bool {
    for set in 0..<(1 << costs.count) where set.nonzeroBitCount >= 3 {
      let members = costs.indices.filter { set >> $0 & 1 == 1 }
      let sum = members.reduce(0 as Cost) { $0 + costs[$1] }
      // Prim's tree among the members.
      var near = members.map { distances[4 * members[0] + $0] }
      var isIn = members.indices.map { $0 == 0 }
      var total: Cost = 0
      for _ in 1..<members.count {
        var best = -1
        for place in members.indices where !isIn[place] {
          if best < 0 || near[place] < near[best] { best = place }
        }
        if near[best] > 2 * sum - total { return false }
        total += near[best]
        isIn[best] = true
        for place in members.indices where !isIn[place] {
          near[place] = min(near[place], distances[4 * members[best] + members[place]])
        }
      }
    }
    return true
  }

  // MARK: Links that must be in

  /// Takes in the shortest edge that leaves a region where every other is longer than the way over
  /// it to the next terminal.
  mutating func contractShortLinks(of graph: inout SteinerGraph<Cost>) {
    regions = TerminalRegions(graph)
    var least = [(cost: Cost, arc: UInt32)](
      repeating: (.max, .max),
      count: graph.vertexCount
    )
    var second = [Cost](repeating: .max, count: graph.vertexCount)
    for edge in 0..<graph.edgeSlots where graph.isPresent(edge) {
      for arc in [2 * edge, 2 * edge + 1] {
        let (tail, head) = (Int(graph.heads[arc ^ 1]), Int(graph.heads[arc]))
        let base = regions.bases[tail]
        guard base != .max, base != regions.bases[head] else { continue }
        let cost = graph.costs[edge]
        if cost < least[Int(base)].cost {
          second[Int(base)] = least[Int(base)].cost
          least[Int(base)] = (cost, UInt32(truncatingIfNeeded: arc))
        } else {
          second[Int(base)] = min(second[Int(base)], cost)
        }
      }
    }
    var isTouched = [Bool](repeating: false, count: graph.vertexCount)
    for base in 0..<graph.vertexCount where graph.isTerminal[base] {
      let (cost, arc) = least[base]
      guard arc != .max, graph.isPresent(Int(arc >> 1)) else { continue }
      let (tail, head) = (Int(graph.tail(arc)), Int(graph.heads[Int(arc)]))
      let next = Int(regions.bases[head])
      guard regions.bases[head] != .max, !isTouched[base], !isTouched[next] else { continue }
      guard regions.distances[tail] + cost + regions.distances[head] <= second[base] else {
        continue
      }
      isTouched[base] = true
      isTouched[next] = true
      graph.contract(arc: arc)
    }
  }
}
