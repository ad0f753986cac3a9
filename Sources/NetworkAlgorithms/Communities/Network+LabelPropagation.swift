extension Network {
  /// Groups that vertices found by taking the label that most of their neighbours have.
  public struct PropagatedLabels: Sendable, Hashable {
    /// The label of each vertex: a vertex of its group as the labels were at the start.
    public let labels: [Vertex]
    /// How many rounds were made.
    public let rounds: Int
    /// Whether another round would change nothing.
    public let isSettled: Bool
  }

  /// Lets every vertex take, in each round, the label that was most frequent among its neighbours.
  ///
  /// All vertices change at once; at the start each is its own label, and of labels that are equally
  /// frequent the smallest is taken. So the answer is the same on every run, as in the benchmark
  /// LDBC Graphalytics; the algorithm is that of Usha Nandini Raghavan, Réka Albert and Soundar
  /// Kumara (2007). Direction is ignored, but two links that go both ways between two vertices count as two,
  /// as parallel links do. A loop counts twice, weights do not matter, and a vertex without links
  /// keeps its label. On a network of two sides labels may swap sides for ever, so rounds are limited.
  ///
  /// - Parameter maximumRounds: How many rounds are made at most.
  /// - Returns: The labels.
  /// - Complexity: O(*n* + *m*) for each round of *n* vertices and *m* links; 16 bytes for a vertex.
  public func propagatedLabels(maximumRounds: Int) -> PropagatedLabels {
    precondition(maximumRounds >= 0, "there cannot be \(maximumRounds) rounds")
    let network = ignoringDirection()
    var labels = [Vertex](0..<Vertex(truncatingIfNeeded: vertexCount))
    var next = labels
    var counts = [UInt32](repeating: 0, count: vertexCount)
    var (rounds, isSettled) = (0, vertexCount == 0)
    while rounds < maximumRounds, !isSettled {
      network.propagate(labels, into: &next, counting: &counts)
      rounds += 1
      isSettled = labels == next
      swap(&labels, &next)
    }
    if !isSettled {
      network.propagate(labels, into: &next, counting: &counts)
      isSettled = labels == next
    }
    return PropagatedLabels(labels: labels, rounds: rounds, isSettled: isSettled)
  }

  /// Makes one round; `counts` is all 0 before and after.
  private func propagate(
    _ labels: [Vertex],
    into next: inout [Vertex],
    counting counts: inout [UInt32]
  ) {
    unsafe next.withUnsafeMutableBufferPointer { next in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        unsafe labels.withUnsafeBufferPointer { labels in
          unsafe withUnsafeRows { rows, arcs in
            for vertex in 0..<labels.count {
              let row = unsafe Int(rows[vertex])..<Int(rows[vertex &+ 1])
              var best = unsafe labels[vertex]
              var most: UInt32 = 0
              for place in row {
                let label = unsafe labels[Int(arcs[place].head)]
                let count = unsafe counts[Int(label)] &+ 1
                unsafe counts[Int(label)] = count
                if count > most || count == most && label < best { (most, best) = (count, label) }
              }
              for place in row { unsafe counts[Int(labels[Int(arcs[place].head)])] = 0 }
              unsafe next[vertex] = best
            }
          }
        }
      }
    }
  }
}
