/// A flow that brings what vertices give to those that take it, as cheaply as can be.
public struct MinimumCostFlow: Sendable, Hashable {
  /// How much flows over each link: positive from its source to its target, negative the other way.
  public let flows: [Double]
  /// What all of it costs: flow times cost, link by link.
  public let cost: Double
}

extension Network {
  /// Brings what some vertices give to those that take it at least cost.
  ///
  /// A one-way link carries flow one way, a two-way link either way at the same cost. Amounts and
  /// costs are whole numbers of units that are powers of two, so with whole supplies and capacities
  /// flows are whole. A one-way link may cost less than 0 if its capacity is finite.
  ///
  /// The algorithm pushes flow along one cheapest path after the other (Jack Edmonds and Richard Karp
  /// 1972, Nobuaki Tomizawa 1971), after filling every link that costs less than 0.
  ///
  ///     let flow = try network.minimumCostFlow(supplies: [4, 0, -4], capacities: [3, 4, 2])
  ///     flow?.cost  // 11
  ///
  /// - Parameters:
  ///   - supplies: What each vertex gives; what it takes is below 0. They add up to 0.
  ///   - capacities: What each link can carry, or `nil` where nothing limits it.
  ///   - costs: What each link costs for an amount of 1, or `nil` for its weight.
  /// - Returns: The flow, or `nil` if the network cannot carry what is given to those who take it.
  /// - Throws: ``NetworkError`` for capacities, costs or supplies that are none.
  /// - Complexity: O(*a*·(*n* + *m*)·log *n*) for *n* vertices, *m* links and *a* paths, of which there
  ///   are at most as many as there are units of supply.
  public func minimumCostFlow(
    supplies: [Double],
    capacities: [Double]? = nil,
    costs: [Double]? = nil
  ) throws(NetworkError) -> MinimumCostFlow? {
    let capacities = capacities ?? [Double](repeating: .infinity, count: linkCount)
    let costs = costs ?? weights ?? [Double](repeating: 1, count: linkCount)
    try check(capacities: capacities, count: linkCount, column: "capacities")
    try check(capacities: supplies.map(\.magnitude), count: vertexCount, column: "supplies")
    guard costs.count == linkCount else {
      throw .countsDiffer(column: "costs", count: costs.count, linkCount: linkCount)
    }
    for link in costs.indices {
      let isBounded = capacities[link] < .infinity && !isTwoWay(Link(link))
      guard costs[link].isFinite, costs[link] >= 0 || isBounded else {
        throw .invalidCost(link: link, cost: costs[link])
      }
    }
    if let place = supplies.firstIndex(where: { !$0.isFinite }) {
      throw .invalidCapacity(place: place, capacity: supplies[place])
    }
    let amounts = CapacityGrid(capacities + supplies.map(\.magnitude))
    let given = supplies.reduce(Int128(0)) { total, supply in
      let units: Int128 = amounts.units(of: supply.magnitude)
      return total + (supply < 0 ? -units : units)
    }
    guard given == 0 else { throw .suppliesDiffer(sum: amounts.amount(of: given)) }
    let grid = CostGrid(weights: costs.map(\.magnitude), steps: 2 * vertexCount + 2)
    return grid.sumBits <= Int64.sumBits
      ? costFlow(supplies, capacities, costs, amounts, grid, Int64.self)
      : costFlow(supplies, capacities, costs, amounts, grid, Int128.self)
  }

  private func costFlow<Cost: GridCost>(
    _ supplies: [Double],
    _ capacities: [Double],
    _ costs: [Double],
    _ amounts: CapacityGrid,
    _ grid: CostGrid,
    _: Cost.Type
  ) -> MinimumCostFlow? {
    var arcs = CostFlowSearch<Int128, Cost>.Arcs()
    var balances = supplies.map { supply -> Int128 in
      let units: Int128 = amounts.units(of: supply.magnitude)
      return supply < 0 ? -units : units
    }
    // What each arc is: its link, 1 along it and -1 against it, and what flows before the search.
    var parts: [(link: Int, sign: Int128, filled: Int128)] = []
    for link in 0..<linkCount where sources[link] != targets[link] || costs[link] < 0 {
      let capacity: Int128 = amounts.units(of: capacities[link])
      // Without the link that is counted for each, so that 0 costs nothing.
      let size: Cost = grid.cost(of: costs[link].magnitude) - 1
      let isBack = direction == .reversed && !isTwoWay(Link(link))
      let (tail, head) =
        isBack ? (targets[link], sources[link]) : (sources[link], targets[link])
      if costs[link] < 0 {
        // Full from the start; the arc takes it back.
        balances[Int(tail)] -= capacity
        balances[Int(head)] += capacity
        arcs.add(from: head, to: tail, capacity: capacity, cost: size)
        parts.append((link, isBack ? 1 : -1, isBack ? -capacity : capacity))
        continue
      }
      arcs.add(from: tail, to: head, capacity: capacity, cost: size)
      parts.append((link, isBack ? -1 : 1, 0))
      if isTwoWay(Link(link)) {
        arcs.add(from: head, to: tail, capacity: capacity, cost: size)
        parts.append((link, -1, 0))
      }
    }
    let (source, target) = (Vertex(vertexCount), Vertex(vertexCount + 1))
    var total = Int128(0)
    for (vertex, balance) in balances.enumerated() where balance != 0 {
      if balance > 0 {
        total += balance
        arcs.add(from: source, to: Vertex(vertex), capacity: balance, cost: 0)
      } else {
        arcs.add(from: Vertex(vertex), to: target, capacity: -balance, cost: 0)
      }
    }
    var search = CostFlowSearch(vertexCount: vertexCount + 2, arcs)
    guard search.run(from: source, to: target, atMost: total) == total else { return nil }
    var flows = [Int128](repeating: 0, count: linkCount)
    for (arc, part) in parts.enumerated() {
      flows[part.link] += part.filled + part.sign * search.flow(along: arc)
    }
    var cost = 0.0
    for link in flows.indices {
      cost += amounts.amount(of: flows[link].magnitudeAsSigned) * costs[link]
    }
    return MinimumCostFlow(flows: flows.map { amounts.amount(of: $0) }, cost: cost)
  }
}

extension Int128 {
  fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}
