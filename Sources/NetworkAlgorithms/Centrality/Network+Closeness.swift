extension Network {
  /// How near each vertex is to those that it reaches.
  public struct Closeness: Sendable, Hashable {
    /// How many other vertices each one reaches.
    public let reached: [Int]
    /// The sum of its distances to them.
    public let distanceSums: [Double]
    /// The sum of one over each distance; what is not reached adds nothing, so the number means
    /// something in networks of several parts (Massimo Marchiori and Vito Latora 2000).
    public let harmonic: [Double]

    /// One over the mean distance to those that are reached; 0 where nobody is.
    ///
    /// A vertex in a small part of its own may have more than one that reaches nearly all.
    public var withinReach: [Double] {
      reached.indices.map { distanceSums[$0] > 0 ? Double(reached[$0]) / distanceSums[$0] : 0 }
    }

    /// ``withinReach`` times the share of other vertices that are reached, from 0 to 1 without weights
    /// (Stanley Wasserman and Katherine Faust: Social Network Analysis, 1994).
    public var scaledByReach: [Double] {
      let others = Double(max(1, reached.count - 1))
      return zip(withinReach, reached).map { $0 * Double($1) / others }
    }
  }

  /// Finds how near each vertex is to those that it reaches along the direction of links.
  ///
  /// Ask ``reversed()`` for how near others are to it, or ``ignoringDirection()`` for neither. Weights
  /// are lengths. The answer is the same for any number of threads.
  ///
  /// - Parameter threads: How many threads share the work.
  /// - Returns: The sums from which the usual measures follow, each named by its convention.
  /// - Complexity: O(*n*·*m*) for *n* vertices and *m* links, with weights O(*n*·*m* log *n*).
  public func closeness(threads: Int = 1) -> Closeness {
    let count = vertexCount
    let sums = OrderedBlocks.sum(of: count, blocks: 32, threads: threads, length: 3 * count) {
      range,
      sum in
      var search = DistanceSearch(self)
      for vertex in range {
        var (reached, total, harmonic) = (0, 0.0, 0.0)
        search.distances(from: Vertex(vertex)) { distance in
          guard distance > 0 else { return }
          total += distance
          harmonic += 1 / distance
        } each: {
          reached += 1
        }
        sum[vertex] = Double(reached)
        sum[count + vertex] = total
        sum[2 * count + vertex] = harmonic
      }
    }
    return Closeness(
      reached: sums[0..<count].map { Int($0) },
      distanceSums: Array(sums[count..<2 * count]),
      harmonic: Array(sums[(2 * count)...])
    )
  }
}

/// Finds distances from one source after another, in the same arrays.
private struct DistanceSearch {
  private let network: Network
  private var steps: [UInt32]
  private var order: [Network.Vertex]

  init(_ network: Network) {
    self.network = network
    let count = network.weights == nil ? network.vertexCount : 0
    steps = [UInt32](repeating: .max, count: count)
    order = [Network.Vertex](repeating: 0, count: count)
  }

  /// Tells the distance of every other vertex that is reached.
  mutating func distances(
    from source: Network.Vertex,
    _ tell: (Double) -> Void,
    each: () -> Void
  ) {
    guard network.weights == nil else {
      let tree = network.shortestPaths(from: source)
      for vertex in 0..<Network.Vertex(network.vertexCount) where vertex != source {
        guard let distance = tree.distance(to: vertex) else { continue }
        tell(distance)
        each()
      }
      return
    }
    let reached = search(from: source)
    for place in 0..<reached {
      let vertex = Int(order[place])
      if place > 0 {
        tell(Double(steps[vertex]))
        each()
      }
      steps[vertex] = .max
    }
  }

  private mutating func search(from source: Network.Vertex) -> Int {
    steps[Int(source)] = 0
    order[0] = source
    var reached = 1
    unsafe steps.withUnsafeMutableBufferPointer { steps in
      unsafe order.withUnsafeMutableBufferPointer { order in
        unsafe network.withUnsafeRows { rows, arcs in
          var next = 0
          while next < reached {
            let vertex = unsafe Int(order[next])
            next &+= 1
            let distance = unsafe steps[vertex] &+ 1
            let end = unsafe Int(rows[vertex &+ 1])
            var place = unsafe Int(rows[vertex])
            while place < end {
              let head = unsafe arcs[place].head
              if unsafe steps[Int(head)] == .max {
                unsafe steps[Int(head)] = distance
                unsafe order[reached] = head
                reached &+= 1
              }
              place &+= 1
            }
          }
        }
      }
    }
    return reached
  }
}
