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
    var queue = VertexQueue<Cost>(vertexCount: costs.count)
    costs[Int(target)] = 0
    queue.insert(VertexQueue.Entry(key: 0, vertex: target), by: Self.precedes)
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      unsafe firstLinks.withUnsafeMutableBufferPointer { firstLinks in
        unsafe reversed.withUnsafeRows { starts, arcs in
          unsafe reversed.arcWeights.withUnsafeBufferPointer { weights in
            while let entry = queue.removeFirst(by: Self.precedes) {
              let end = unsafe Int(starts[Int(entry.vertex) &+ 1])
              var place = unsafe Int(starts[Int(entry.vertex)])
              while place < end {
                let arc = unsafe arcs[place]
                let cost = unsafe entry.key &+ grid.cost(of: weights[place])
                place &+= 1
                let known = unsafe costs[Int(arc.head)]
                if cost < known {
                  unsafe costs[Int(arc.head)] = cost
                  unsafe firstLinks[Int(arc.head)] = arc.link
                  let better = VertexQueue.Entry(key: cost, vertex: arc.head)
                  if known == .max {
                    queue.insert(better, by: Self.precedes)
                  } else {
                    queue.moveForward(better, by: Self.precedes)
                  }
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

  @inline(__always)
  private static func precedes(
    _ first: VertexQueue<Cost>.Entry,
    _ second: VertexQueue<Cost>.Entry
  ) -> Bool {
    first.key < second.key
  }
}
