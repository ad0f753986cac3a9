/// A frozen network: vertices `0 ..< n` and links between them, held in compressed sparse rows.
///
/// A *link* is what the caller gave, known by its index; an *arc* is one way of walking it. A
/// directed link is one arc, a two-way link is two arcs with the same link index. Parallel links
/// stay apart, each with its own index. A loop that is two-way lies twice in the row of its vertex,
/// so the length of an undirected row is the degree with loops counted twice.
///
/// Every row is in ascending order of link index; all algorithms break their ties by that order, so
/// equal networks give equal answers.
///
///     let network = try Network(
///       vertexCount: 3, sources: [0, 1], targets: [1, 2], direction: .undirected)
///     network.degrees()  // [1, 2, 1]
public struct Network: Sendable {
  /// The index of a vertex, from 0.
  public typealias Vertex = UInt32

  /// The index of a link, from 0, in the order in which the caller gave the links.
  public typealias Link = UInt32

  /// One way of walking a link; the vertex it leaves is the one whose row holds it.
  public struct Arc: Sendable, Hashable {
    /// The vertex where the arc ends.
    public let head: Vertex
    /// The link that the arc walks.
    public let link: Link
  }

  /// How the links of a network may be walked.
  public enum Direction: Sendable, Hashable {
    /// From source to target.
    case directed
    /// From target to source.
    case reversed
    /// Both ways.
    case undirected
  }

  /// The number of vertices.
  public let vertexCount: Int
  /// Where each link starts, as the caller gave it.
  public let sources: [Vertex]
  /// Where each link ends, as the caller gave it.
  public let targets: [Vertex]
  /// The weight of each link, not negative and finite, or `nil` where every link counts 1.
  public let weights: [Double]?
  /// How the links that are not two-way may be walked; `undirected` where all are two-way.
  public let direction: Direction

  /// Which links are two-way in a mixed network; `nil` where all are alike.
  let twoWay: [Bool]?
  /// Where each row starts in `arcs`, and at the end the number of arcs.
  let rowStarts: [UInt32]
  /// All rows, one after the other.
  let arcs: [Arc]
  /// The weight of each arc, in the order of `arcs`; empty where there are no weights.
  let arcWeights: [Double]

  /// Lays out links whose values have been checked.
  init(checked links: NetworkLinks) {
    let rows = links.rows()
    vertexCount = links.vertexCount
    sources = links.sources
    targets = links.targets
    weights = links.weights
    direction = links.direction
    twoWay = links.twoWay
    rowStarts = rows.starts
    arcs = rows.arcs
    arcWeights = rows.weights
  }

  /// Copies a network, but for its weights.
  private init(unweighted other: Network) {
    vertexCount = other.vertexCount
    sources = other.sources
    targets = other.targets
    weights = nil
    direction = other.direction
    twoWay = other.twoWay
    rowStarts = other.rowStarts
    arcs = other.arcs
    arcWeights = []
  }

  /// The number of links.
  public var linkCount: Int { sources.count }

  /// The number of arcs: one for each one-way link, two for each two-way link.
  public var arcCount: Int { arcs.count }

  /// Whether every link may be walked both ways.
  public var isUndirected: Bool { direction == .undirected }

  /// Tells whether a link may be walked both ways.
  ///
  /// - Complexity: O(1).
  public func isTwoWay(_ link: Link) -> Bool {
    if let twoWay { return twoWay[Int(link)] }
    return isUndirected
  }

  /// Gives the arcs that leave a vertex, in ascending order of link.
  ///
  /// - Complexity: O(1).
  public func arcs(from vertex: Vertex) -> ArraySlice<Arc> {
    checkVertex(vertex)
    return arcs[row(of: vertex)]
  }

  /// Counts the ends of links at every vertex, direction ignored; a loop counts twice.
  ///
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func degrees() -> [Int] {
    var degrees = [Int](repeating: 0, count: vertexCount)
    for link in sources.indices {
      degrees[Int(sources[link])] += 1
      degrees[Int(targets[link])] += 1
    }
    return degrees
  }

  /// Gives the weight of a link, which is 1 in a network without weights.
  ///
  /// - Complexity: O(1).
  public func weight(of link: Link) -> Double {
    weights.map { $0[Int(link)] } ?? 1
  }

  /// Gives the end of a link that is not the given end; of a loop, the same one.
  ///
  /// - Complexity: O(1).
  public func end(of link: Link, oppositeTo vertex: Vertex) -> Vertex {
    let (source, target) = (sources[Int(link)], targets[Int(link)])
    precondition(vertex == source || vertex == target, "the link does not end at the vertex")
    return source ^ target ^ vertex
  }

  /// Gives the network with every one-way link turned round; links keep their indices.
  ///
  /// - Complexity: O(*n* + *m*), or O(1) where the network is undirected.
  public func reversed() -> Network {
    switch direction {
    case .undirected: self
    case .directed: Network(checked: NetworkLinks(self, direction: .reversed, twoWay: twoWay))
    case .reversed: Network(checked: NetworkLinks(self, direction: .directed, twoWay: twoWay))
    }
  }

  /// Gives the network with every link two-way; links keep their indices.
  ///
  /// - Complexity: O(*n* + *m*), or O(1) where the network is undirected.
  public func ignoringDirection() -> Network {
    if isUndirected { return self }
    return Network(checked: NetworkLinks(self, direction: .undirected, twoWay: nil))
  }

  /// Gives the network with every link counting 1; links keep their indices.
  ///
  /// - Complexity: O(1).
  public func withoutWeights() -> Network { Network(unweighted: self) }

  /// Where the row of a vertex lies in `arcs`.
  func row(of vertex: Vertex) -> Range<Int> {
    Int(rowStarts[Int(vertex)])..<Int(rowStarts[Int(vertex) + 1])
  }

  /// Stops at a vertex that the network does not have: a bug of the caller.
  func checkVertex(_ vertex: Vertex) {
    precondition(vertex < vertexCount, "vertex \(vertex) is not in a network of \(vertexCount)")
  }
}
