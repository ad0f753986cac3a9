extension Network {
  /// Finds paths of least cost from one vertex to every other.
  ///
  /// Without weights every link costs 1. Of paths with equal cost, those with the fewest links
  /// count, and of these each vertex is reached by its lowest link; so of parallel links with equal
  /// weight the first is taken, loops never matter, and links of weight 0 do no harm.
  ///
  /// The algorithm is that of Edsger Dijkstra (1959), with a four-ary heap in which every
  /// vertex waits once.
  ///
  ///     let tree = network.shortestPaths(from: 0)
  ///     tree.distance(to: 4)  // 2.5
  ///
  /// - Parameter source: The vertex where all paths start.
  /// - Returns: The cost of every vertex, and the way there.
  /// - Complexity: O((*n* + *m*) log *m*) for *n* vertices and *m* links.
  public func shortestPaths(from source: Vertex) -> ShortestPathTree {
    shortestPaths(from: [source])
  }

  /// Finds paths of least cost from the nearest of several vertices to every other.
  ///
  /// Ties and complexity are those of ``shortestPaths(from:)-(Vertex)``.
  ///
  /// - Parameter sources: The vertices where paths may start; without any, nothing is reached.
  /// - Returns: The cost of every vertex from the nearest source, and the way there.
  public func shortestPaths(from sources: [Vertex]) -> ShortestPathTree {
    sources.forEach(checkVertex)
    return ShortestPathTree(
      sources: sources,
      states: shortestPathStates(from: sources, upTo: nil),
      network: self
    )
  }

  /// Finds a path of least cost between two vertices, and searches no further than it must.
  ///
  /// It is the path that ``shortestPaths(from:)-(Vertex)`` gives. A network that can be searched
  /// from both ends is: an undirected one, and any other whose reversed network is given (Ira Pohl,
  /// 1971). A network without weights is searched breadth first.
  ///
  ///     network.shortestPath(from: 0, to: 4)?.cost  // 2.5
  ///
  /// - Parameters:
  ///   - source: The vertex where the path starts.
  ///   - target: The vertex where the path ends; if it is the source, the path is empty.
  ///   - reversed: What ``reversed()`` gives for this network, kept by a caller who searches often.
  /// - Returns: The path, or `nil` where there is none.
  /// - Complexity: O((*n* + *m*) log *m*) for *n* vertices and *m* links; O(*n* + *m*) without
  ///   weights. From both ends mostly far fewer arcs are walked; memory is 36 bytes a vertex with
  ///   weights and 12 without.
  public func shortestPath(
    from source: Vertex,
    to target: Vertex,
    reversed: Network? = nil
  ) -> NetworkPath? {
    checkVertex(source)
    checkVertex(target)
    if let reversed = reversed ?? (isUndirected ? self : nil) {
      checkReversed(reversed)
      if weights == nil {
        var search = BidirectionalBreadthFirst(
          from: source,
          to: target,
          in: self,
          reversed: reversed
        )
        return search.path()
      }
      var search = BidirectionalShortestPath(from: source, to: target, in: self, reversed: reversed)
      return search.path()
    }
    if weights == nil {
      return breadthFirst(from: [source], incoming: nil, upTo: target).path(to: target)
    }
    return ShortestPathTree(
      sources: [source],
      states: shortestPathStates(from: [source], upTo: target),
      network: self
    ).path(to: target)
  }

  /// Settles vertices in order of cost, then of number of links, until the target is settled.
  private func shortestPathStates(
    from sources: [Vertex],
    upTo target: Vertex?
  ) -> [ShortestPathState] {
    var states = [ShortestPathState](repeating: .unreached, count: vertexCount)
    var queue = VertexQueue<SettlingKey>(vertexCount: vertexCount)
    for source in sources where !states[Int(source)].isReached {
      states[Int(source)] = .source
      let key = SettlingKey(cost: 0, steps: 0)
      queue.insert(VertexQueue.Entry(key: key, vertex: source), by: SettlingKey.precedes)
    }
    let isWeighted = weights != nil
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe withUnsafeRows { starts, arcs in
        unsafe arcWeights.withUnsafeBufferPointer { weights in
          while let entry = queue.removeFirst(by: SettlingKey.precedes) {
            if entry.vertex == target { break }
            let steps = entry.key.steps &+ 1
            let end = unsafe Int(starts[Int(entry.vertex) &+ 1])
            var place = unsafe Int(starts[Int(entry.vertex)])
            while place < end {
              let arc = unsafe arcs[place]
              let cost = unsafe entry.key.cost + (isWeighted ? weights[place] : 1)
              place &+= 1
              let known = unsafe states[Int(arc.head)]
              if cost > known.cost { continue }
              if cost < known.cost || steps < known.steps {
                unsafe states[Int(arc.head)] = ShortestPathState(
                  cost: cost,
                  steps: steps,
                  link: arc.link
                )
                let key = SettlingKey(cost: cost, steps: steps)
                let better = VertexQueue.Entry(key: key, vertex: arc.head)
                if known.isReached {
                  queue.moveForward(better, by: SettlingKey.precedes)
                } else {
                  queue.insert(better, by: SettlingKey.precedes)
                }
              } else if steps == known.steps, arc.link < known.link {
                unsafe states[Int(arc.head)].link = arc.link
              }
            }
          }
        }
      }
    }
    return states
  }
}

/// What decides when a vertex is settled.
struct SettlingKey {
  var cost: Double
  var steps: UInt32

  @inline(__always)
  static func precedes(
    _ first: VertexQueue<SettlingKey>.Entry,
    _ second: VertexQueue<SettlingKey>.Entry
  ) -> Bool {
    first.key.cost < second.key.cost
      || (first.key.cost == second.key.cost && first.key.steps < second.key.steps)
  }
}
