extension Network {
  /// How much lies between others: for each vertex, and each link if asked for.
  public struct Betweenness: Sendable, Hashable {
    /// For each vertex the sum, over pairs of other vertices, of the share of shortest paths that
    /// pass it.
    ///
    /// In an undirected network each pair counts once, in any other each ordered pair. The middle of
    /// a path of three vertices has 1.
    public let vertices: [Double]
    /// For each link the same, ends included; empty unless asked for.
    public let links: [Double]

    /// Each vertex's share of the most that is possible in a network of that size, from 0 to 1.
    ///
    /// The most is (*n* − 1)(*n* − 2) ordered pairs, or half of it in an undirected network.
    public func normalized(isUndirected: Bool) -> [Double] {
      let count = Double(vertices.count)
      let most = (count - 1) * (count - 2) / (isUndirected ? 2 : 1)
      return vertices.map { most > 0 ? $0 / most : 0 }
    }
  }

  /// Finds how many shortest paths pass each vertex.
  ///
  /// Parallel links are paths of their own; ``withoutParallelLinks()`` makes them one. Loops never
  /// matter. With weights, two paths are equally short if their costs differ by less than a
  /// billionth; weights of 0 are refused, as they would make the number of paths endless.
  ///
  /// The algorithm is that of Ulrik Brandes (A faster algorithm for betweenness centrality, 2001).
  /// The answer is the same, bit for bit, for any number of threads.
  ///
  ///     network.betweenness().vertices  // [0, 1, 0] on a path of three
  ///
  /// - Parameters:
  ///   - countsLinks: Whether links are counted too.
  ///   - threads: How many threads share the work.
  /// - Returns: The numbers; not divided by anything but, in an undirected network, by two.
  /// - Throws: ``NetworkError/invalidWeight(link:weight:)`` if a link has the weight 0.
  /// - Complexity: O(*n*·*m*) for *n* vertices and *m* links, with weights O(*n*·*m* log *n*); each
  ///   thread holds 32 bytes for a vertex and 4 for an arc, 8 more for a link that is counted.
  public func betweenness(countsLinks: Bool = false, threads: Int = 1) throws(NetworkError)
    -> Betweenness
  {
    try betweenness(
      from: Array(0..<Vertex(vertexCount)),
      countsLinks: countsLinks,
      threads: threads
    )
  }

  /// Finds how many shortest paths that start at some vertices pass each vertex.
  ///
  /// From all vertices it is ``betweenness(countsLinks:threads:)``, whose conventions hold: in an
  /// undirected network the sums are halved, so that with every vertex each pair counts once. A
  /// vertex that is given twice counts twice.
  ///
  ///     try network.betweenness(from: [0]).vertices  // [0, 0.5, 0] on a path of three
  ///
  /// - Parameters:
  ///   - sources: The vertices where paths start.
  ///   - countsLinks: Whether links are counted too.
  ///   - threads: How many threads share the work; it does not change the answer.
  /// - Returns: The numbers.
  /// - Throws: ``NetworkError/invalidWeight(link:weight:)`` if a link has the weight 0.
  /// - Complexity: O(*k*·*m*) for *k* sources and *m* links, with weights O(*k*·*m* log *n*).
  public func betweenness(
    from sources: [Vertex],
    countsLinks: Bool = false,
    threads: Int = 1
  ) throws(NetworkError) -> Betweenness {
    sources.forEach(checkVertex)
    try requirePositiveWeights()
    let sums = dependencies(of: sources, countsLinks: countsLinks, threads: threads)
    let scale = isUndirected ? 0.5 : 1
    return Betweenness(
      vertices: sums.prefix(vertexCount).map { $0 * scale },
      links: sums.dropFirst(vertexCount).map { $0 * scale }
    )
  }

  /// An estimate of betweenness, and how far off it may be.
  public struct SampledBetweenness: Sendable, Hashable {
    /// The estimate of ``Betweenness/normalized(isUndirected:)`` for each vertex.
    public let normalized: [Double]
    /// How far off any of them is, at most.
    public let error: Double
    /// How sure that is, above 0 and below 1.
    public let confidence: Double
    /// From how many vertices shortest paths were sought.
    public let sampleCount: Int
  }

  /// Estimates normalized betweenness from shortest paths that start at some vertices.
  ///
  /// The vertices are drawn with replacement. That no estimate is further off than `error` follows
  /// from Hoeffding's inequality and the union bound over vertices, as what one start gives a vertex
  /// lies between 0 and *n* − 2 (Ulrik Brandes and Christian Pich: Centrality estimation in large
  /// networks, 2007). Where as many starts are needed as there are vertices, all are taken, and the
  /// error is 0.
  ///
  /// - Parameters:
  ///   - error: How far off an estimate may be, above 0.
  ///   - confidence: How sure that must be, above 0 and below 1.
  ///   - random: Where the vertices come from; equal generators give equal answers.
  ///   - threads: How many threads share the work; it does not change the answer.
  /// - Returns: The estimates.
  /// - Throws: ``NetworkError/invalidWeight(link:weight:)`` if a link has the weight 0.
  /// - Complexity: O(*k*·*m*) for *m* links and *k* = ln(2*n* / (1 − confidence)) / (2 error²) starts.
  public func sampledBetweenness(
    error: Double,
    confidence: Double = 0.95,
    using random: inout some RandomNumberGenerator,
    threads: Int = 1
  ) throws(NetworkError) -> SampledBetweenness {
    precondition(error > 0 && confidence > 0 && confidence < 1, "no such error or confidence")
    try requirePositiveWeights()
    let count = Double(vertexCount)
    let needed = logarithm(2 * max(1, count) / (1 - confidence)) / (2 * error * error)
    guard needed < count, vertexCount > 2 else {
      return SampledBetweenness(
        normalized: try betweenness(threads: threads).normalized(isUndirected: isUndirected),
        error: 0,
        confidence: confidence,
        sampleCount: vertexCount
      )
    }
    let sampleCount = Int(needed) + 1
    let sources = (0..<sampleCount).map { _ in
      Vertex.random(in: 0..<Vertex(vertexCount), using: &random)
    }
    let sums = dependencies(of: sources, countsLinks: false, threads: threads)
    // A start gives each other vertex between 0 and n − 2; the mean over starts, times n, is the
    // number of ordered pairs, of which there are (n − 1)(n − 2).
    let scale = count / (Double(sampleCount) * (count - 1) * (count - 2))
    return SampledBetweenness(
      normalized: sums.map { min(1, $0 * scale) },
      error: error * count / (count - 1),
      confidence: confidence,
      sampleCount: sampleCount
    )
  }

  /// Gives the network with one link, the lightest and of these the first, for all parallel ones;
  /// links are numbered anew in the order of those that are kept, and loops are left out.
  ///
  /// - Complexity: O(*m* log *m*) for *m* links.
  public func withoutParallelLinks() -> Network {
    func ends(_ link: Int) -> (Vertex, Vertex) {
      let isOneWay = !isTwoWay(Link(link))
      let (source, target) = (sources[link], targets[link])
      return isOneWay || source < target ? (source, target) : (target, source)
    }
    let order = sources.indices.filter { sources[$0] != targets[$0] }.sorted { one, other in
      let (left, right) = (ends(one), ends(other))
      if left != right { return left < right }
      if isTwoWay(Link(one)) != isTwoWay(Link(other)) { return isTwoWay(Link(one)) }
      let weights = (weight(of: Link(one)), weight(of: Link(other)))
      return weights.0 == weights.1 ? one < other : weights.0 < weights.1
    }
    var kept: [Int] = []
    for link in order {
      if let last = kept.last, ends(last) == ends(link),
        isTwoWay(Link(last)) == isTwoWay(Link(link))
      {
        continue
      }
      kept.append(link)
    }
    kept.sort()
    let links = NetworkLinks(keeping: kept, of: self)
    return Network(checked: links)
  }

  private func requirePositiveWeights() throws(NetworkError) {
    guard let link = weights?.firstIndex(of: 0) else { return }
    throw .invalidWeight(link: link, weight: 0)
  }

  /// The sums of dependencies on vertices, and on links behind them, of some sources.
  private func dependencies(of sources: [Vertex], countsLinks: Bool, threads: Int) -> [Double] {
    let length = vertexCount + (countsLinks ? linkCount : 0)
    return OrderedBlocks.sum(of: sources.count, blocks: 32, threads: threads, length: length) {
      range,
      sum in
      var search = DependencySearch(self, countsLinks: countsLinks)
      for place in range { search.add(from: sources[place], to: &sum) }
    }
  }
}

/// The natural logarithm of a number above 0, by the series of the area tangent.
///
/// A program that imports neither Foundation nor Glibc is not linked with the C library's own.
private func logarithm(_ number: Double) -> Double {
  let base = (number.significand - 1) / (number.significand + 1)
  var (power, sum) = (base, 0.0)
  for term in 0..<24 {
    sum += power / Double(2 * term + 1)
    power *= base * base
  }
  return Double(number.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}
