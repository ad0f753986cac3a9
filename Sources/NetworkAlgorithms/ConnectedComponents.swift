/// The parts of a network within which every vertex is joined to every other.
public struct ConnectedComponents: Sendable, Hashable {
  /// The component of each vertex; components are numbered in the order of their lowest vertices.
  public let components: [UInt32]
  /// The number of vertices in each component.
  public let sizes: [Int]

  /// The number of components.
  public var count: Int { sizes.count }

  /// Gives the vertices of each component, in ascending order.
  ///
  /// - Complexity: O(*n*).
  public func vertices() -> [[Network.Vertex]] {
    var vertices = sizes.map { size in
      var part: [Network.Vertex] = []
      part.reserveCapacity(size)
      return part
    }
    for vertex in components.indices {
      vertices[Int(components[vertex])].append(Network.Vertex(truncatingIfNeeded: vertex))
    }
    return vertices
  }
}

extension Network {
  /// Finds the connected components, the direction of links ignored (weak components).
  ///
  /// Loops and parallel links make no difference; a vertex without links is a component of its
  /// own. Sets are joined under their lowest vertex by the interleaved climb of Martin Rem (in
  /// Dijkstra: A Discipline of Programming, 1976), here with path halving. In an undirected network
  /// two arcs of each vertex are walked first; mostly that joins the largest component, whose other
  /// arcs are then passed over (Michael Sutton, Tal Ben-Nun and Amnon Barak: Optimizing parallel
  /// graph connectivity computation via subgraph sampling, 2018).
  ///
  ///     let parts = network.connectedComponents()
  ///     parts.sizes  // [4, 1]
  ///
  /// - Complexity: O(*n* + *m* log *n*) for *n* vertices and *m* links, in practice linear; 4 bytes
  ///   for a vertex besides the answer.
  public func connectedComponents() -> ConnectedComponents {
    var forest = ComponentForest(vertexCount: vertexCount)
    if isUndirected {
      forest.joinRows(of: self)
    } else {
      forest.joinLinks(of: self)
    }
    return ConnectedComponents(parents: forest.parents)
  }
}

/// Sets of vertices as trees in which no parent is higher than its child.
private struct ComponentForest {
  private(set) var parents: [UInt32]

  init(vertexCount: Int) {
    parents = [UInt32](0..<UInt32(truncatingIfNeeded: vertexCount))
  }

  /// Joins the ends of every link.
  mutating func joinLinks(of network: Network) {
    unsafe parents.withUnsafeMutableBufferPointer { parents in
      unsafe network.sources.withUnsafeBufferPointer { sources in
        unsafe network.targets.withUnsafeBufferPointer { targets in
          for link in 0..<sources.count {
            unsafe Self.join(sources[link], targets[link], in: parents)
          }
        }
      }
    }
  }

  /// Joins along two arcs of every vertex, then along the others of those that are outside the
  /// component which seems the largest: an arc between the two is found from outside.
  mutating func joinRows(of network: Network) {
    unsafe parents.withUnsafeMutableBufferPointer { parents in
      unsafe network.withUnsafeRows { starts, arcs in
        let count = parents.count
        for vertex in 0..<count {
          let start = unsafe Int(starts[vertex])
          let end = unsafe min(start &+ 2, Int(starts[vertex &+ 1]))
          for place in start..<end {
            unsafe Self.join(UInt32(truncatingIfNeeded: vertex), arcs[place].head, in: parents)
          }
        }
        // No parent is higher than its child, so going up once in order flattens all trees.
        for vertex in 0..<count {
          unsafe parents[vertex] = parents[Int(parents[vertex])]
        }
        let passed = unsafe Self.frequent(in: parents)
        for vertex in 0..<count where unsafe parents[vertex] != passed {
          let end = unsafe Int(starts[vertex &+ 1])
          var place = unsafe Int(starts[vertex]) &+ 2
          while place < end {
            unsafe Self.join(UInt32(truncatingIfNeeded: vertex), arcs[place].head, in: parents)
            place &+= 1
          }
        }
      }
    }
  }

  /// Gives the root that most of up to 64 vertices have, in flat trees.
  ///
  /// Any root leads to the same components; a frequent one saves work.
  private static func frequent(in parents: UnsafeMutableBufferPointer<UInt32>) -> UInt32? {
    let step = max(1, parents.count / 64)
    let sample = stride(from: 0, to: parents.count, by: step).map { unsafe parents[$0] }.sorted()
    var best: (root: UInt32, count: Int)?
    var start = 0
    for place in sample.indices
    where place == sample.count - 1 || sample[place + 1] != sample[place] {
      if place + 1 - start > best?.count ?? 0 { best = (sample[place], place + 1 - start) }
      start = place + 1
    }
    return best?.root
  }

  @inline(__always)
  private static func join(
    _ one: UInt32,
    _ other: UInt32,
    in parents: UnsafeMutableBufferPointer<UInt32>
  ) {
    var (first, second) = (one, other)
    // Climb from the higher of the two until they meet or the higher is a root.
    while true {
      let firstParent = unsafe parents[Int(first)]
      let secondParent = unsafe parents[Int(second)]
      if firstParent == secondParent { return }
      if firstParent > secondParent {
        if firstParent == first {
          unsafe parents[Int(first)] = secondParent
          return
        }
        let next = unsafe parents[Int(firstParent)]
        unsafe parents[Int(first)] = next
        first = next
      } else {
        if secondParent == second {
          unsafe parents[Int(second)] = firstParent
          return
        }
        let next = unsafe parents[Int(secondParent)]
        unsafe parents[Int(second)] = next
        second = next
      }
    }
  }
}

extension ConnectedComponents {
  /// Numbers the trees of a forest in which no parent is higher than its child.
  fileprivate init(parents: [UInt32]) {
    var components = parents
    var sizes: [Int] = []
    // The component that vertices are being counted for: mostly one goes on for long.
    var (current, count): (UInt32, Int) = (0, 0)
    unsafe components.withUnsafeMutableBufferPointer { components in
      for vertex in 0..<components.count {
        let parent = unsafe Int(components[vertex])
        if parent == vertex {
          unsafe components[vertex] = UInt32(truncatingIfNeeded: sizes.count)
          sizes.append(1)
        } else {
          let component = unsafe components[parent]
          unsafe components[vertex] = component
          if component != current {
            sizes[Int(current)] += count
            (current, count) = (component, 0)
          }
          count &+= 1
        }
      }
    }
    if count > 0 { sizes[Int(current)] += count }
    self.components = components
    self.sizes = sizes
  }
}
