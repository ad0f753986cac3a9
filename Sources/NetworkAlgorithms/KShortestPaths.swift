/// The simple paths between two vertices, one after the other in order of cost.
///
/// The sequence is lazy: each path costs work only when it is asked for, so take a `prefix`, or
/// stop when there is enough. Its order is total: lower cost first, then fewer links, then the
/// lexicographic order of link indices. Costs are compared as exact sums of weights, not as sums
/// rounded on the way, so 0.1 + 0.2 + 0.3 ties with 0.3 + 0.2 + 0.1. Only where weights differ by
/// a factor of more than 2⁵⁹ may the smallest be compared as 0.
public struct KShortestPaths: Sequence, Sendable {
  let network: Network
  let source: Network.Vertex
  let target: Network.Vertex
  let maximumSpurSearches: Int?

  /// Starts the enumeration; this alone searches the whole network once, back from the target.
  ///
  /// - Complexity: O((*n* + *m*) log *m*) for *n* vertices and *m* links.
  public func makeIterator() -> Iterator {
    Iterator(self)
  }

  /// Gives path after path, and tells whether it had to stop before the last.
  public struct Iterator: IteratorProtocol, Sendable {
    /// For sums that fit in 64 bits.
    private var narrow: PathEnumeration<Int64>?
    /// For all other sums.
    private var wide: PathEnumeration<Int128>?

    fileprivate init(_ paths: KShortestPaths) {
      let grid = CostGrid(for: paths.network)
      if grid.sumBits <= Int64.sumBits {
        narrow = PathEnumeration(paths, on: grid)
      } else {
        wide = PathEnumeration(paths, on: grid)
      }
    }

    /// Gives the next path, or `nil` when there are no more or ``stoppedEarly`` is true.
    ///
    /// - Complexity: At worst one spur search for each link of each path given before, and each
    ///   O((*n* + *m*) log *n*). Mostly it is far less: a search is put off while a lower bound shows
    ///   that another path comes first, and stops where that shows.
    public mutating func next() -> NetworkPath? {
      narrow?.next() ?? wide?.next()
    }

    /// Whether the budget ended while there may have been more paths.
    public var stoppedEarly: Bool {
      narrow?.stoppedEarly ?? wide?.stoppedEarly ?? false
    }

    /// How many spur searches were made so far.
    public var spurSearchCount: Int {
      narrow?.spurSearchCount ?? wide?.spurSearchCount ?? 0
    }
  }
}

extension PathEnumeration {
  fileprivate init(_ paths: KShortestPaths, on grid: CostGrid) {
    self.init(
      from: paths.source,
      to: paths.target,
      in: paths.network,
      on: grid,
      limit: paths.maximumSpurSearches ?? .max
    )
  }
}

extension Network {
  /// Enumerates the simple paths between two vertices in order of cost.
  ///
  /// No path visits a vertex twice, so loops are never taken. Paths are told apart by their links:
  /// two parallel links are two answers. One-way links are walked one way, two-way links both
  /// ways. Without weights every link costs 1; weights of 0 do no harm. If the source is the
  /// target, the one path is empty; if the target cannot be reached, there is none. Ties are broken
  /// as ``KShortestPaths`` says; the first path may differ from ``shortestPath(from:to:)``, whose
  /// ties go by the last link.
  ///
  /// The algorithm is that of Jin Yen (1971) as refined by Eugene Lawler (1972), with spur searches
  /// guided by one tree of shortest paths to the target.
  ///
  ///     for path in network.kShortestPaths(from: 0, to: 4).prefix(3) {
  ///       print(path.cost, path.links)
  ///     }
  ///
  /// - Parameters:
  ///   - source: The vertex where the paths start.
  ///   - target: The vertex where the paths end.
  ///   - maximumSpurSearches: How many spur searches one iteration may make, or `nil` for any
  ///     number. The first path takes none. When they are used up the iterator gives no more paths
  ///     and says that it stopped early; the paths it gave are right.
  /// - Returns: The paths, each found when it is asked for.
  /// - Complexity: O(1); see the iterator for each path.
  public func kShortestPaths(
    from source: Vertex,
    to target: Vertex,
    maximumSpurSearches: Int? = nil
  ) -> KShortestPaths {
    checkVertex(source)
    checkVertex(target)
    precondition(maximumSpurSearches.map { $0 >= 0 } ?? true, "a budget cannot be negative")
    return KShortestPaths(
      network: self,
      source: source,
      target: target,
      maximumSpurSearches: maximumSpurSearches
    )
  }
}
