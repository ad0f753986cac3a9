/// The simple paths from one vertex to others that have at most so many links.
///
/// The sequence is lazy and remembers one path, however many there are. No path visits a vertex
/// twice; paths are told apart by their links, so two parallel links are two answers, and loops are
/// never walked. Where the source is one of the targets, the path of no links is the first answer.
/// A path may pass a target on its way to another one.
public struct PathsUpTo: Sequence, Sendable {
  /// In which order paths come.
  public enum Order: Sendable, Hashable {
    /// By the lexicographic order of links; a path before those that go on from it.
    case lexicographic
    /// Those with fewer links first, and of the same number by the lexicographic order of links.
    case fewestFirst
  }

  let network: Network
  let source: Network.Vertex
  let targets: [Network.Vertex]
  let maximumSteps: Int
  let order: Order
  let maximumWork: Int

  /// Starts the enumeration; this alone searches the whole network once, back from the targets.
  ///
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Gives path after path, and tells whether it had to stop before the last.
  public struct Iterator: IteratorProtocol, Sendable {
    /// Whether the budget ended while there may have been more paths.
    public private(set) var stoppedEarly = false
    /// How many arcs were looked at so far.
    public private(set) var work = 0

    private let paths: PathsUpTo
    /// The fewest links to a target, whatever the path so far.
    private let distances: [UInt32]
    private var isOnPath: [Bool]
    private var vertices: [Network.Vertex] = []
    private var links: [Network.Link] = []
    /// The next arc of each vertex of the path.
    private var places: [Int] = []
    /// How many links a path may have for now, and whether one with more was left.
    private var limit: Int
    private var wasCut = false

    fileprivate init(_ paths: PathsUpTo) {
      self.paths = paths
      let tree = paths.network.reversed().breadthFirst(from: paths.targets)
      distances = (0..<Network.Vertex(paths.network.vertexCount)).map {
        tree.distance(to: $0).map { UInt32($0) } ?? .max
      }
      isOnPath = [Bool](repeating: false, count: paths.network.vertexCount)
      let longest = Swift.min(paths.maximumSteps, Swift.max(0, paths.network.vertexCount - 1))
      let distance = distances[Int(paths.source)]
      limit = paths.order == .fewestFirst ? Int(distance) : longest
      if distance <= longest { start() }
    }

    /// Gives the next path, or `nil` when there are no more or ``stoppedEarly`` is true; its cost is
    /// its number of links.
    ///
    /// - Complexity: At worst exponential in the number of links: there may be beginnings that can
    ///   only be ended over their own vertices.
    public mutating func next() -> NetworkPath? {
      while true {
        while let last = vertices.last {
          if places[places.count - 1] < 0 {
            places[places.count - 1] = paths.network.row(of: last).lowerBound
            if isAnswer(last) { return path }
          }
          guard step(from: last) else { return nil }
        }
        guard paths.order == .fewestFirst, wasCut, limit < paths.maximumSteps else { return nil }
        limit += 1
        start()
      }
    }

    private mutating func start() {
      wasCut = false
      push(paths.source)
    }

    private mutating func push(_ vertex: Network.Vertex) {
      isOnPath[Int(vertex)] = true
      vertices.append(vertex)
      places.append(-1)
    }

    private func isAnswer(_ vertex: Network.Vertex) -> Bool {
      distances[Int(vertex)] == 0 && (paths.order == .lexicographic || links.count == limit)
    }

    private var path: NetworkPath {
      NetworkPath(vertices: vertices, links: links, cost: Double(links.count))
    }

    /// Walks the next arc that may lead to a target, or goes back; false where the budget ends.
    private mutating func step(from vertex: Network.Vertex) -> Bool {
      let end = paths.network.row(of: vertex).upperBound
      var place = places[places.count - 1]
      while place < end {
        guard work < paths.maximumWork else {
          stoppedEarly = true
          vertices = []
          return false
        }
        work += 1
        let arc = paths.network.arcs[place]
        place += 1
        let left = distances[Int(arc.head)]
        if isOnPath[Int(arc.head)] || left == .max { continue }
        guard links.count + 1 + Int(left) <= limit else {
          wasCut = true
          continue
        }
        places[places.count - 1] = place
        links.append(arc.link)
        push(arc.head)
        return true
      }
      isOnPath[Int(vertex)] = false
      vertices.removeLast()
      places.removeLast()
      if !links.isEmpty { links.removeLast() }
      return true
    }
  }
}

extension Network {
  /// Enumerates the simple paths of at most so many links from one vertex to any of several.
  ///
  ///     for path in network.paths(from: 0, to: [4], upTo: 3, order: .fewestFirst) {
  ///       print(path.links)
  ///     }
  ///
  /// The method is a search in depth that turns back where the nearest target is too far. By number
  /// of links it is repeated with one link more each time (Richard Korf: iterative deepening, 1985).
  ///
  /// - Parameters:
  ///   - source: The vertex where the paths start.
  ///   - targets: The vertices where they may end; without any there is no path.
  ///   - maximumSteps: How many links a path may have.
  ///   - order: In which order they come.
  ///   - maximumWork: How many arcs one iteration may look at, or `nil` for any number. When they
  ///     are used up the iterator gives no more paths and says that it stopped early.
  /// - Returns: The paths, each found when it is asked for.
  /// - Complexity: O(1); see the iterator for each path. Memory is O(*n*) for *n* vertices.
  public func paths(
    from source: Vertex,
    to targets: [Vertex],
    upTo maximumSteps: Int,
    order: PathsUpTo.Order = .lexicographic,
    maximumWork: Int? = nil
  ) -> PathsUpTo {
    checkVertex(source)
    targets.forEach(checkVertex)
    precondition(maximumSteps >= 0, "a path cannot have \(maximumSteps) links")
    precondition(maximumWork.map { $0 >= 0 } ?? true, "a budget cannot be negative")
    return PathsUpTo(
      network: self,
      source: source,
      targets: targets,
      maximumSteps: maximumSteps,
      order: order,
      maximumWork: maximumWork ?? .max
    )
  }
}
