extension Network {
  /// Finds paths with the fewest links from one vertex to every other.
  ///
  /// Weights do not matter. Where several links reach a vertex from one step nearer, the lowest is
  /// its predecessor link, so of parallel links the first is taken; loops never matter.
  ///
  /// On a large frontier the search turns round and looks from every unreached vertex for a
  /// reached one (Scott Beamer, Krste Asanović and David Patterson: Direction-optimizing
  /// breadth-first search, 2012). It can do so in an undirected network, and in any other whose
  /// reversed network is given; the answer is the same.
  ///
  ///     let tree = network.breadthFirst(from: 0)
  ///     tree.path(to: 4)?.vertices  // [0, 2, 4]
  ///
  /// - Parameters:
  ///   - source: The vertex where the search starts.
  ///   - reversed: What ``reversed()`` gives for this network, kept by a caller who searches often.
  /// - Returns: The distance of every vertex, and the way there.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func breadthFirst(from source: Vertex, reversed: Network? = nil) -> BreadthFirstTree {
    breadthFirst(from: [source], reversed: reversed)
  }

  /// Finds paths with the fewest links from the nearest of several vertices to every other.
  ///
  /// Ties and complexity are those of ``breadthFirst(from:reversed:)-(Vertex,_)``.
  ///
  /// - Parameters:
  ///   - sources: The vertices where the search starts; without any, nothing is reached.
  ///   - reversed: What ``reversed()`` gives for this network, kept by a caller who searches often.
  /// - Returns: The distance of every vertex from the nearest source, and the way there.
  public func breadthFirst(from sources: [Vertex], reversed: Network? = nil) -> BreadthFirstTree {
    let incoming = reversed ?? (isUndirected ? self : nil)
    if let incoming { checkReversed(incoming) }
    return breadthFirst(from: sources, incoming: incoming, upTo: nil)
  }

  /// Gives the vertices that can be reached from a vertex, itself included, in ascending order.
  ///
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func reachable(from source: Vertex) -> [Vertex] {
    breadthFirst(from: source).reachedVertices
  }

  /// Stops at rows that cannot be those of this network turned round: a bug of the caller.
  func checkReversed(_ reversed: Network) {
    precondition(
      reversed.vertexCount == vertexCount && reversed.arcCount == arcCount
        && (reversed.weights == nil) == (weights == nil),
      "the reversed network belongs to another network"
    )
  }

  /// Searches from the sources, from outside too where there are incoming rows, until the target
  /// is reached.
  package func breadthFirst(
    from sources: [Vertex],
    incoming: Network?,
    upTo target: Vertex?
  ) -> BreadthFirstTree {
    sources.forEach(checkVertex)
    var search = BreadthFirstSearch(from: sources, in: self)
    search.run(in: self, incoming: incoming, upTo: target)
    return BreadthFirstTree(
      sources: sources,
      reachedCount: search.reachedCount,
      states: search.states,
      network: self
    )
  }
}
