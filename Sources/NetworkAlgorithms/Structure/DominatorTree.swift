/// Who is on every path from some vertices to each other one.
///
/// A vertex *dominates* another if no path leads there without passing it. The nearest of these, other
/// than the vertex itself, is its *immediate dominator*; following them leads back to where paths start.
public struct DominatorTree: Sendable, Hashable {
  /// The vertices where paths start.
  public let sources: [Network.Vertex]

  /// The immediate dominator of each vertex; its own index where it has none.
  private let parents: [Network.Vertex]
  private let isReached: [Bool]

  init(sources: [Network.Vertex], parents: [Network.Vertex], isReached: [Bool]) {
    self.sources = sources
    self.parents = parents
    self.isReached = isReached
  }

  /// Whether any path leads to a vertex.
  public func reaches(_ vertex: Network.Vertex) -> Bool { isReached[Int(vertex)] }

  /// The nearest vertex that is on every path to another; `nil` for a source, for a vertex that is out
  /// of reach, and where paths from several sources share nothing on the way.
  ///
  /// - Complexity: O(1).
  public func immediateDominator(of vertex: Network.Vertex) -> Network.Vertex? {
    let parent = parents[Int(vertex)]
    return parent == vertex ? nil : parent
  }

  /// The vertices on every path to a vertex, in the order in which every path passes them.
  ///
  /// The last is the vertex itself, and with one source the first is the source. There are none if the
  /// vertex is out of reach.
  ///
  /// - Complexity: O(*d*) for *d* of them.
  public func dominators(of vertex: Network.Vertex) -> [Network.Vertex] {
    guard isReached[Int(vertex)] else { return [] }
    var chain = [vertex]
    var last = vertex
    while let parent = immediateDominator(of: last) {
      chain.append(parent)
      last = parent
    }
    return chain.reversed()
  }
}

extension Network {
  /// Finds for every vertex who is on all paths to it.
  ///
  /// Two-way links may be walked both ways; parallel links and loops make no difference. Who is on
  /// every path *from* a vertex to one end is what `reversed().dominators(from: [end])` tells.
  ///
  /// The algorithm is that of Thomas Lengauer and Robert Tarjan (1979), without recursion.
  ///
  ///     network.dominators(from: [0]).dominators(of: 4)  // [0, 2, 4]
  ///
  /// - Parameter sources: Where paths start; nobody dominates them.
  /// - Returns: The tree of dominators.
  /// - Complexity: O((*n* + *m*) log *n*) for *n* vertices and *m* links; 28 bytes for each vertex, and
  ///   the reversed network unless all links are two-way.
  public func dominators(from sources: [Vertex]) -> DominatorTree {
    sources.forEach(checkVertex)
    var search = DominatorSearch(vertexCount: vertexCount)
    search.visit(self, from: sources)
    let order = search.dominators(incoming: reversed(), sources: sources)
    var parents = Array(0..<UInt32(vertexCount))
    var isReached = [Bool](repeating: false, count: vertexCount)
    for place in search.vertices.indices.dropFirst() {
      let vertex = search.vertices[place]
      isReached[Int(vertex)] = true
      if order[place] != 0 { parents[Int(vertex)] = search.vertices[Int(order[place])] }
    }
    return DominatorTree(sources: sources, parents: parents, isReached: isReached)
  }
}

/// The search of Lengauer and Tarjan.
///
/// Vertices are known by the order in which they are found, from 1;
/// 0 stands for what comes before all sources.
private struct DominatorSearch {
  /// The vertex found at each place; the first place is nobody.
  private(set) var vertices: [Network.Vertex] = [0]
  /// By place: from where it was found.
  private var parents: [UInt32] = [0]
  /// By vertex: its place, or 0.
  private var places: [UInt32]

  init(vertexCount: Int) {
    places = [UInt32](repeating: 0, count: vertexCount)
  }

  /// Numbers vertices to the depth first.
  mutating func visit(_ network: Network, from sources: [Network.Vertex]) {
    var next = network.rowStarts
    var path: [Network.Vertex] = []
    func noted(_ vertex: Network.Vertex, from parent: UInt32) {
      vertices.append(vertex)
      parents.append(parent)
      places[Int(vertex)] = UInt32(vertices.count - 1)
      path.append(vertex)
    }
    for source in sources where places[Int(source)] == 0 {
      noted(source, from: 0)
      while let vertex = path.last {
        guard next[Int(vertex)] < network.rowStarts[Int(vertex) + 1] else {
          path.removeLast()
          continue
        }
        let head = network.arcs[Int(next[Int(vertex)])].head
        next[Int(vertex)] += 1
        if places[Int(head)] == 0 { noted(head, from: places[Int(vertex)]) }
      }
    }
  }

  /// Finds the place of the immediate dominator of every place.
  func dominators(incoming: Network, sources: [Network.Vertex]) -> [UInt32] {
    let count = vertices.count
    var semi = Array(0..<UInt32(count))
    var label = semi
    var ancestor = [UInt32](repeating: .max, count: count)
    var result = [UInt32](repeating: 0, count: count)
    // Who has each place as semidominator, in lists.
    var first = [UInt32](repeating: .max, count: count)
    var following = first
    var isSource = [Bool](repeating: false, count: count)
    for source in sources { isSource[Int(places[Int(source)])] = true }
    var stack: [UInt32] = []

    /// The vertex with the lowest semidominator on the way up what is joined so far.
    func evaluated(_ place: UInt32) -> UInt32 {
      guard ancestor[Int(place)] != .max else { return place }
      var upper = place
      while ancestor[Int(ancestor[Int(upper)])] != .max {
        stack.append(upper)
        upper = ancestor[Int(upper)]
      }
      while let lower = stack.popLast() {
        let above = ancestor[Int(lower)]
        if semi[Int(label[Int(above)])] < semi[Int(label[Int(lower)])] {
          label[Int(lower)] = label[Int(above)]
        }
        ancestor[Int(lower)] = ancestor[Int(above)]
      }
      return label[Int(place)]
    }

    for place in (1..<UInt32(max(count, 1))).reversed() {
      let parent = parents[Int(place)]
      if isSource[Int(place)] { semi[Int(place)] = 0 }
      for arc in incoming.arcs(from: vertices[Int(place)]) {
        let tail = places[Int(arc.head)]
        guard tail != 0 else { continue }
        semi[Int(place)] = min(semi[Int(place)], semi[Int(evaluated(tail))])
      }
      let bucket = Int(semi[Int(place)])
      following[Int(place)] = first[bucket]
      first[bucket] = place
      ancestor[Int(place)] = parent
      var member = first[Int(parent)]
      first[Int(parent)] = .max
      while member != .max {
        let lowest = evaluated(member)
        result[Int(member)] = semi[Int(lowest)] < semi[Int(member)] ? lowest : parent
        member = following[Int(member)]
      }
    }
    for place in 1..<max(count, 1) where result[place] != semi[place] {
      result[place] = result[Int(result[place])]
    }
    return result
  }
}
