extension LabelledNetwork {
  /// About how many beginnings of walks are looked at unless the caller says otherwise.
  public static let usualBeginnings = 1_000_000

  /// Enumerates the walks between two vertices that fit a pattern, in order of cost.
  ///
  /// In the mode `simple` no vertex is visited twice, so from a vertex to itself there is at most
  /// the walk of no links; in the mode `trail` no link is walked twice, whichever way; in the mode
  /// `walk` everything may be, so that there may be endlessly many. Which mode is meant changes the
  /// answer, so it has no default. Without weights every link costs 1.
  ///
  /// The first walk of all is found in polynomial time, whatever the mode `walk` allows to repeat;
  /// to find one trail or simple path by pattern is hard in general (Alberto Mendelzon and Peter
  /// Wood, 1995), so the number of beginnings is limited. The method is a best-first search over
  /// beginnings (Peter Hart, Nils Nilsson and Bertram Raphael, 1968), guided by the cost of the
  /// cheapest fitting walk from the end of each.
  ///
  ///     let pattern = try PathPattern("a b^-1", labels: ["a", "b"])
  ///     for path in try labelled.paths(from: 0, to: 4, matching: pattern, mode: .trail) {
  ///       print(path.links)
  ///     }
  ///
  /// - Parameters:
  ///   - source: The vertex where the walks start.
  ///   - target: The vertex where they end.
  ///   - pattern: What they walk.
  ///   - mode: What they may touch again.
  ///   - maximumSteps: How many links a walk may have.
  ///   - maximumBeginnings: How many beginnings one iteration may look at, the empty one included.
  ///     When they are used up the iterator gives no more and says that it stopped early.
  /// - Returns: The walks, each found when it is asked for.
  /// - Throws: ``PatternError`` where the network with the pattern is too large to search.
  /// - Complexity: O(1); see the sequence and its iterator.
  public func paths(
    from source: Network.Vertex,
    to target: Network.Vertex,
    matching pattern: PathPattern,
    mode: WalkMode,
    maximumSteps: Int = .max,
    maximumBeginnings: Int = usualBeginnings
  ) throws(PatternError) -> PatternPaths {
    network.checkVertex(source)
    network.checkVertex(target)
    precondition(maximumSteps >= 0 && maximumBeginnings >= 0, "a budget cannot be negative")
    try checkSize(with: pattern)
    return PatternPaths(
      labelled: self,
      pattern: pattern,
      source: source,
      target: target,
      mode: mode,
      maximumSteps: maximumSteps,
      maximumBeginnings: min(maximumBeginnings, Int(Int32.max))
    )
  }

  /// Gives the least cost of a walk that fits a pattern, from one vertex to every other.
  ///
  /// Walks may touch everything again; a trail or a simple path may cost more, or not be there.
  ///
  ///     try labelled.walkCosts(from: 0, matching: pattern)[4]  // 2.5
  ///
  /// - Parameters:
  ///   - source: The vertex where the walks start.
  ///   - pattern: What they walk.
  /// - Returns: The cost by vertex, or the number of links where there are no weights; `nil` where no
  ///   walk fits.
  /// - Throws: ``PatternError`` where the network with the pattern is too large to search.
  /// - Complexity: O(*p*·(*n* + *d*·*m*) log(*p*·*n*)) for *n* vertices, *m* links and a pattern of
  ///   *p* steps, of which up to *d* follow each other; 16 to 24 bytes for each pair of a vertex and
  ///   a step.
  public func walkCosts(
    from source: Network.Vertex,
    matching pattern: PathPattern
  ) throws(PatternError) -> [Double?] {
    network.checkVertex(source)
    try checkSize(with: pattern)
    let grid = CostGrid(weights: network.weights ?? [1], steps: Int(Int32.max))
    let costs = PatternCosts(
      self,
      pattern.automaton,
      on: grid,
      everyLinkCosts: network.weights == nil ? grid.cost(of: 1) : nil,
      from: source
    )
    let ends = pattern.automaton.isEnd.indices.filter { pattern.automaton.isEnd[$0] }
    return (0..<Network.Vertex(network.vertexCount)).map { vertex in
      let least = ends.map { costs.cost(vertex, UInt32($0)) }.min() ?? PatternCosts.unreached
      return least == PatternCosts.unreached ? nil : grid.weight(of: least)
    }
  }
}
