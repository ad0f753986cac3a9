extension Network {
  /// Creates a network from columns of links.
  ///
  ///     let streets = try Network(
  ///       vertexCount: 3, sources: [0, 1, 2], targets: [1, 2, 0], weights: [2, 1, 4],
  ///       twoWay: [true, true, false])
  ///
  /// - Parameters:
  ///   - vertexCount: The number of vertices; they are `0 ..< vertexCount`.
  ///   - sources: Where each link starts.
  ///   - targets: Where each link ends.
  ///   - weights: The weight of each link, or `nil` where every link counts 1.
  ///   - direction: How links may be walked.
  ///   - twoWay: Which links may be walked both ways although `direction` is one-way, for mixed
  ///     networks; it has no effect where `direction` is `undirected`.
  /// - Throws: ``NetworkError`` naming the first link whose ends or weight cannot be right, or the
  ///   column that has too few or too many values.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public init(
    vertexCount: Int,
    sources: [Vertex],
    targets: [Vertex],
    weights: [Double]? = nil,
    direction: Direction = .directed,
    twoWay: [Bool]? = nil
  ) throws(NetworkError) {
    let links = try NetworkLinks(
      checking: vertexCount,
      sources: sources,
      targets: targets,
      weights: weights,
      direction: direction,
      twoWay: twoWay
    )
    self.init(checked: links)
  }
}
