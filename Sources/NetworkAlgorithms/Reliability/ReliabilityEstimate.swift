/// How often something held in random samples, and what that says of how likely it is.
public struct ReliabilityEstimate: Sendable, Hashable {
  /// How many samples were drawn.
  public let sampleCount: Int
  /// In how many of them it held.
  public let heldCount: Int
  /// The share of samples in which ``interval`` would hold the truth, such as 0.95.
  public let level: Double
  /// How many links the shortest path had on average where it held; `nil` if it never did.
  public let meanHops: Double?

  /// Counts what was seen.
  package init(sampleCount: Int, heldCount: Int, level: Double, meanHops: Double? = nil) {
    self.sampleCount = sampleCount
    self.heldCount = heldCount
    self.level = level
    self.meanHops = meanHops
  }

  /// The share of samples in which it held.
  public var probability: Double { Double(heldCount) / Double(sampleCount) }

  /// The interval that holds the truth at the level, by Edwin Wilson's score (1927).
  ///
  /// It stays between 0 and 1 and has a width where all samples agree.
  public var interval: ClosedRange<Double> {
    let (count, share) = (Double(sampleCount), probability)
    let errors = normalQuantile(within: level)
    let square = errors * errors
    let middle = (share + square / (2 * count)) / (1 + square / count)
    let half =
      errors * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
      / (1 + square / count)
    // All samples alike leave the end where they lie open to nothing but rounding.
    let low = heldCount == 0 ? 0 : max(0, middle - half)
    let high = heldCount == sampleCount ? 1 : min(1, middle + half)
    return low...high
  }
}

extension Network {
  /// Estimates how likely a vertex can be reached from another where links fail independently.
  ///
  /// In each sample links are drawn as the search meets them, so that none is drawn that does not
  /// matter.
  ///
  /// - Parameters:
  ///   - source: Where paths start.
  ///   - target: Where they end.
  ///   - probabilities: How likely each link holds, from 0 to 1.
  ///   - sampleCount: How many samples are drawn, at least one.
  ///   - level: The share of samples in which the interval would hold the truth.
  ///   - generator: The source of chance; the same one gives the same estimate.
  /// - Returns: The estimate with its interval.
  /// - Complexity: O(*k*·(*n* + *m*)) for *k* samples, *n* vertices and *m* links.
  public func estimatedReliability(
    from source: Vertex,
    to target: Vertex,
    probabilities: [Double],
    sampleCount: Int = 20_000,
    level: Double = 0.95,
    using generator: inout some RandomNumberGenerator
  ) -> ReliabilityEstimate {
    checkVertex(source)
    checkVertex(target)
    checkProbabilities(probabilities)
    precondition(sampleCount > 0, "an estimate needs samples")
    var stamps = [Int](repeating: -1, count: vertexCount)
    var hops = [Int](repeating: 0, count: vertexCount)
    var queue: [Vertex] = []
    var (held, total) = (0, 0)
    for sample in 0..<sampleCount {
      queue.removeAll(keepingCapacity: true)
      queue.append(source)
      stamps[Int(source)] = sample
      hops[Int(source)] = 0
      var next = 0
      while next < queue.count, stamps[Int(target)] != sample {
        let tail = queue[next]
        next += 1
        for arc in arcs(from: tail) where stamps[Int(arc.head)] != sample {
          let probability = probabilities[Int(arc.link)]
          guard probability == 1 || Double.random(in: 0..<1, using: &generator) < probability
          else { continue }
          stamps[Int(arc.head)] = sample
          hops[Int(arc.head)] = hops[Int(tail)] + 1
          queue.append(arc.head)
        }
      }
      guard stamps[Int(target)] == sample else { continue }
      held += 1
      total += hops[Int(target)]
    }
    return ReliabilityEstimate(
      sampleCount: sampleCount,
      heldCount: held,
      level: level,
      meanHops: held > 0 ? Double(total) / Double(held) : nil
    )
  }
}
