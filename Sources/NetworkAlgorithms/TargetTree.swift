/// The least cost from every vertex to one target, and the first link of the way there.
///
/// The first link is the lowest of those that begin a path of least cost; following first links
/// gives the path whose links come first in lexicographic order.
struct TargetTree<Cost: GridCost>: Sendable {
  let target: Network.Vertex
  /// The cost from each vertex, or `Cost.max` where the target is out of reach.
  private(set) var costs: [Cost]
  /// The first link from each vertex, where there is one.
  private(set) var firstLinks: [Network.Link]

  /// Searches from the target, against the direction of links.
  init(to target: Network.Vertex, in network: Network, on grid: CostGrid) {
    let reversed = network.reversed()
    self.target = target
    costs = [Cost](repeating: .max, count: network.vertexCount)
    firstLinks = [Network.Link](repeating: .max, count: network.vertexCount)
    if reversed.weights == nil {
      takeSteps(of: reversed.breadthFirst(from: target), on: grid)
    } else {
      settle(in: reversed, on: grid)
    }
  }

  /// Takes costs from a search by links alone.
  private mutating func takeSteps(of tree: BreadthFirstTree, on grid: CostGrid) {
    let step: Cost = grid.cost(of: 1)
    for vertex in costs.indices {
      let vertex = Network.Vertex(truncatingIfNeeded: vertex)
      guard let steps = tree.distance(to: vertex) else { continue }
      costs[Int(vertex)] = Cost(truncatingIfNeeded: steps) * step
      firstLinks[Int(vertex)] = tree.predecessorLink(of: vertex) ?? .max
    }
  }

  /// Settles vertices in order of cost; no link costs 0, so costs and first links are final then.
  private mutating func settle(in reversed: Network, on grid: CostGrid) {
    var heap = QuaternaryHeap<CostEntry<Cost>>()
    heap.reserveCapacity(costs.count)
    costs[Int(target)] = 0
    heap.insert(CostEntry(cost: 0, vertex: target), by: CostEntry.precedes)
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      unsafe firstLinks.withUnsafeMutableBufferPointer { firstLinks in
        unsafe reversed.withUnsafeRows { starts, arcs in
          unsafe reversed.arcWeights.withUnsafeBufferPointer { weights in
            while let entry = heap.removeFirst(by: CostEntry.precedes) {
              if unsafe entry.cost > costs[Int(entry.vertex)] { continue }
              let end = unsafe Int(starts[Int(entry.vertex) &+ 1])
              var place = unsafe Int(starts[Int(entry.vertex)])
              while place < end {
                let arc = unsafe arcs[place]
                let cost = unsafe entry.cost &+ grid.cost(of: weights[place])
                place &+= 1
                let known = unsafe costs[Int(arc.head)]
                if cost < known {
                  unsafe costs[Int(arc.head)] = cost
                  unsafe firstLinks[Int(arc.head)] = arc.link
                  heap.insert(CostEntry(cost: cost, vertex: arc.head), by: CostEntry.precedes)
                } else if cost == known {
                  unsafe firstLinks[Int(arc.head)] = min(arc.link, firstLinks[Int(arc.head)])
                }
              }
            }
          }
        }
      }
    }
  }
}

/// A vertex that waits to be settled.
private struct CostEntry<Cost: GridCost> {
  var cost: Cost
  var vertex: Network.Vertex

  @inline(__always)
  static func precedes(_ first: CostEntry, _ second: CostEntry) -> Bool {
    first.cost < second.cost
  }
}
