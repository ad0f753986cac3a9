extension Network {
  /// Counts, for each vertex, how many others lose contact with the largest part that is left of
  /// their component if the vertex is taken out.
  ///
  /// 0 for all that are no articulation point. Direction does not matter, nor do loops and parallel
  /// links.
  ///
  ///     network.cutOffCounts()  // [0, 1, 0] on a path of three
  ///
  /// - Returns: The number for each vertex.
  /// - Complexity: O(*n* + *m*), by one depth-first search (John Hopcroft and Robert Tarjan, 1973)
  ///   that adds up the subtrees which reach no higher than the vertex; 28 bytes for a vertex.
  public func cutOffCounts() -> [Int] {
    if !isUndirected { return ignoringDirection().cutOffCounts() }
    var search = CutOffSearch(self)
    for root in 0..<vertexCount where search.orders[root] == 0 { search.visit(root) }
    return search.counts
  }
}

/// A depth-first search that adds up what each vertex separates.
private struct CutOffSearch {
  let network: Network
  /// When each vertex was entered, from 1; 0 before that.
  var orders: [UInt32]
  /// How many others are cut off from the largest part.
  var counts: [Int]

  private var lows: [UInt32]
  private var sizes: [UInt32]
  private var nextArcs: [UInt32]
  /// The vertices of all parts that a vertex separates, and of the largest of them.
  private var separated: [UInt32]
  private var largest: [UInt32]
  private var order: UInt32 = 0

  init(_ network: Network) {
    self.network = network
    let zeros = [UInt32](repeating: 0, count: network.vertexCount)
    (orders, lows, sizes, nextArcs, separated, largest) = (zeros, zeros, zeros, zeros, zeros, zeros)
    counts = [Int](repeating: 0, count: network.vertexCount)
  }

  /// Visits the component of a root, and counts for all its vertices.
  mutating func visit(_ root: Int) {
    var (stack, visited): ([Int], [Int]) = ([], [])
    enter(root, &stack, &visited)
    while let vertex = stack.last {
      let row = network.row(of: UInt32(vertex))
      if Int(nextArcs[vertex]) < row.count {
        let head = Int(network.arcs[row.lowerBound + Int(nextArcs[vertex])].head)
        nextArcs[vertex] += 1
        if orders[head] == 0 {
          enter(head, &stack, &visited)
        } else {
          // Back to the parent lowers nothing that matters: only parts, not links, are counted.
          lows[vertex] = min(lows[vertex], orders[head])
        }
        continue
      }
      stack.removeLast()
      guard let parent = stack.last else { break }
      lows[parent] = min(lows[parent], lows[vertex])
      sizes[parent] += sizes[vertex]
      if lows[vertex] >= orders[parent] {
        separated[parent] += sizes[vertex]
        largest[parent] = max(largest[parent], sizes[vertex])
      }
    }
    for vertex in visited {
      let others = visited.count - 1
      let above = others - Int(separated[vertex])
      counts[vertex] = others - max(above, Int(largest[vertex]))
    }
  }

  private mutating func enter(_ vertex: Int, _ stack: inout [Int], _ visited: inout [Int]) {
    order += 1
    (orders[vertex], lows[vertex], sizes[vertex]) = (order, order, 1)
    stack.append(vertex)
    visited.append(vertex)
  }
}
