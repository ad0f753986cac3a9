extension Network {
  /// How often each vertex mediates between two others that have no link of their own, by the groups
  /// of the three.
  ///
  /// The broker *b* stands on *a* → *b* → *c* where nothing leads from *a* to *c*.
  public struct Brokerage: Sendable, Hashable {
    /// All three are of one group.
    public let coordinator: [Int]
    /// *a* is of another group than *b* and *c*: the broker lets others in.
    public let gatekeeper: [Int]
    /// *c* is of another group than *a* and *b*: the broker speaks for its own.
    public let representative: [Int]
    /// *a* and *c* are of one group, the broker of another.
    public let consultant: [Int]
    /// All three are of different groups.
    public let liaison: [Int]

    /// How often each vertex mediates in any role.
    public var total: [Int] {
      coordinator.indices.map {
        coordinator[$0] + gatekeeper[$0] + representative[$0] + consultant[$0] + liaison[$0]
      }
    }
  }

  /// Counts brokerage roles (Roger Gould and Roberto Fernandez: Structures of Mediation, 1989).
  ///
  /// Pairs are ordered, *a* before *c*: a two-way link is an arc each way, so in an undirected
  /// network every open triad counts twice, and gatekeepers are as many as representatives.
  /// Parallel links count once, loops never.
  ///
  ///     network.brokerage(groups: [0, 1, 0]).consultant  // [0, 2, 0] on a path of three
  ///
  /// - Parameter groups: The group of each vertex, by any numbers.
  /// - Returns: The counts of each vertex.
  /// - Complexity: O(*n* + *m* + Σ *i*·*o*) for vertices with *i* arcs in and *o* out; 40 bytes for
  ///   a vertex and 4 for an arc.
  public func brokerage(groups: [UInt32]) -> Brokerage {
    precondition(groups.count == vertexCount, "there is one group for each vertex")
    let (starts, heads) = distinctHeads()
    func row(_ vertex: Int) -> ArraySlice<Vertex> { heads[starts[vertex]..<starts[vertex + 1]] }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: vertexCount), count: 5)
    var stamps = [UInt32](repeating: .max, count: vertexCount)
    for first in 0..<vertexCount {
      for head in row(first) { stamps[Int(head)] = UInt32(first) }
      for broker in row(first).lazy.map(Int.init) {
        var (same, outside, back, apart) = (0, 0, 0, 0)
        let (own, far) = (groups[broker], groups[first])
        for last in row(broker).lazy.map(Int.init) {
          guard last != first, stamps[last] != UInt32(first) else { continue }
          if groups[last] == own {
            same += 1
          } else if groups[last] == far {
            back += 1
          } else if own == far {
            outside += 1
          } else {
            apart += 1
          }
        }
        counts[own == far ? 0 : 1][broker] += same
        counts[2][broker] += own == far ? outside : 0
        counts[3][broker] += back
        counts[4][broker] += apart
      }
    }
    return Brokerage(
      coordinator: counts[0],
      gatekeeper: counts[1],
      representative: counts[2],
      consultant: counts[3],
      liaison: counts[4]
    )
  }

  /// The vertices that arcs from each vertex lead to, each once and without itself.
  private func distinctHeads() -> (starts: [Int], heads: [Vertex]) {
    var stamps = [UInt32](repeating: .max, count: vertexCount)
    var starts = [0]
    starts.reserveCapacity(vertexCount + 1)
    var heads: [Vertex] = []
    heads.reserveCapacity(arcCount)
    for vertex in 0..<vertexCount {
      stamps[vertex] = UInt32(vertex)
      for arc in arcs(from: Vertex(vertex)) where stamps[Int(arc.head)] != UInt32(vertex) {
        stamps[Int(arc.head)] = UInt32(vertex)
        heads.append(arc.head)
      }
      starts.append(heads.count)
    }
    return (starts, heads)
  }
}
