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
  /// Dijkstra: A Discipline of Programming, 1976), here with path halving.
  ///
  ///     let parts = network.connectedComponents()
  ///     parts.sizes  // [4, 1]
  ///
  /// - Complexity: O(*n* + *m* log *n*) for *n* vertices and *m* links, in practice linear.
  public func connectedComponents() -> ConnectedComponents {
    var parents = [UInt32](0..<UInt32(truncatingIfNeeded: vertexCount))
    unsafe parents.withUnsafeMutableBufferPointer { parents in
      unsafe sources.withUnsafeBufferPointer { sources in
        unsafe targets.withUnsafeBufferPointer { targets in
          for link in 0..<sources.count {
            var first = unsafe sources[link]
            var second = unsafe targets[link]
            // Climb from the higher of the two until they meet or the higher is a root.
            while true {
              let firstParent = unsafe parents[Int(first)]
              let secondParent = unsafe parents[Int(second)]
              if firstParent == secondParent { break }
              if firstParent > secondParent {
                if firstParent == first {
                  unsafe parents[Int(first)] = secondParent
                  break
                }
                let next = unsafe parents[Int(firstParent)]
                unsafe parents[Int(first)] = next
                first = next
              } else {
                if secondParent == second {
                  unsafe parents[Int(second)] = firstParent
                  break
                }
                let next = unsafe parents[Int(secondParent)]
                unsafe parents[Int(second)] = next
                second = next
              }
            }
          }
        }
      }
    }
    return ConnectedComponents(parents: parents)
  }
}

extension ConnectedComponents {
  /// Numbers the trees of a forest in which no parent is higher than its child.
  fileprivate init(parents: [UInt32]) {
    var components = parents
    var sizes: [Int] = []
    for vertex in components.indices {
      let parent = Int(components[vertex])
      if parent == vertex {
        components[vertex] = UInt32(truncatingIfNeeded: sizes.count)
        sizes.append(1)
      } else {
        components[vertex] = components[parent]
        sizes[Int(components[parent])] += 1
      }
    }
    self.components = components
    self.sizes = sizes
  }
}
