/// The links of a network before they are laid out in rows.
struct NetworkLinks {
  let vertexCount: Int
  let sources: [Network.Vertex]
  let targets: [Network.Vertex]
  let weights: [Double]?
  let direction: Network.Direction
  let twoWay: [Bool]?

  /// Takes the links of a network, to be walked another way.
  init(_ network: Network, direction: Network.Direction, twoWay: [Bool]?) {
    vertexCount = network.vertexCount
    sources = network.sources
    targets = network.targets
    weights = network.weights
    self.direction = direction
    self.twoWay = twoWay
  }

  /// Takes the links of a network with other weights, finite and not negative.
  init(_ network: Network, weights: [Double]) {
    vertexCount = network.vertexCount
    sources = network.sources
    targets = network.targets
    self.weights = weights
    direction = network.direction
    twoWay = network.twoWay
  }

  /// Takes some links of a network, in the order given.
  init(keeping links: [Int], of network: Network) {
    vertexCount = network.vertexCount
    sources = links.map { network.sources[$0] }
    targets = links.map { network.targets[$0] }
    weights = network.weights.map { weights in links.map { weights[$0] } }
    direction = network.direction
    twoWay = network.twoWay.map { twoWay in links.map { twoWay[$0] } }
  }

  /// Checks every value of the caller's columns.
  init(
    checking vertexCount: Int,
    sources: [Network.Vertex],
    targets: [Network.Vertex],
    weights: [Double]?,
    direction: Network.Direction,
    twoWay: [Bool]?
  ) throws(NetworkError) {
    precondition(vertexCount >= 0, "a network cannot have \(vertexCount) vertices")
    let linkCount = sources.count
    guard vertexCount < Int(UInt32.max), linkCount < Int(Int32.max) else {
      throw .tooLarge(vertexCount: vertexCount, linkCount: linkCount)
    }
    let columns = [
      ("targets", targets.count), ("weights", weights?.count ?? linkCount),
      ("twoWay", twoWay?.count ?? linkCount),
    ]
    for (column, count) in columns where count != linkCount {
      throw .countsDiffer(column: column, count: count, linkCount: linkCount)
    }
    for link in 0..<linkCount {
      let largest = max(sources[link], targets[link])
      guard largest < vertexCount else {
        let vertex = sources[link] < vertexCount ? targets[link] : sources[link]
        throw .endpointOutOfRange(link: link, vertex: vertex, vertexCount: vertexCount)
      }
    }
    if let weights {
      for link in 0..<linkCount where !(weights[link] >= 0 && weights[link] < .infinity) {
        throw .invalidWeight(link: link, weight: weights[link])
      }
    }
    let isMixed = direction != .undirected && twoWay?.contains(true) == true
    let isUndirected = direction == .undirected || (isMixed && twoWay?.contains(false) == false)
    self.vertexCount = vertexCount
    self.sources = sources
    self.targets = targets
    self.weights = weights
    self.direction = isUndirected ? .undirected : direction
    self.twoWay = isMixed && !isUndirected ? twoWay : nil
  }
}

extension NetworkLinks {
  /// Compressed sparse rows: the arcs of vertex *v* are `arcs[starts[v] ..< starts[v + 1]]`.
  struct Rows {
    var starts: [UInt32]
    var arcs: [Network.Arc]
    var weights: [Double]
  }

  /// Sorts the arcs by the vertex they leave: a counting sort, stable, in O(*n* + *m*).
  func rows() -> Rows {
    // Counts are two places to the right, so that once the arcs are placed, and each start has
    // moved on to the end of its row, `starts[v]` is where the row of `v` starts.
    var starts = [UInt32](repeating: 0, count: vertexCount + 2)
    var arcCount = 0
    forEachArc { tail, _, _ in
      starts[Int(tail) &+ 2] &+= 1
      arcCount &+= 1
    }
    for vertex in 0..<vertexCount {
      starts[vertex + 2] &+= starts[vertex + 1]
    }
    var weightColumn: [Double] = []
    let arcs = unsafe [Network.Arc](unsafeUninitializedCapacity: arcCount) { arcs, count in
      if let weights {
        weightColumn = unsafe [Double](unsafeUninitializedCapacity: arcCount) { column, count in
          forEachArc { tail, head, link in
            let place = Int(starts[Int(tail) &+ 1])
            unsafe arcs[place] = Network.Arc(head: head, link: link)
            unsafe column[place] = weights[Int(link)]
            starts[Int(tail) &+ 1] &+= 1
          }
          count = arcCount
        }
      } else {
        forEachArc { tail, head, link in
          unsafe arcs[Int(starts[Int(tail) &+ 1])] = Network.Arc(head: head, link: link)
          starts[Int(tail) &+ 1] &+= 1
        }
      }
      count = arcCount
    }
    starts.removeLast()
    return Rows(starts: starts, arcs: arcs, weights: weightColumn)
  }

  /// Calls a closure with tail, head and link of every arc, in ascending order of link.
  @inline(__always)
  private func forEachArc(_ body: (Network.Vertex, Network.Vertex, Network.Link) -> Void) {
    let isReversed = direction == .reversed
    let isUndirected = direction == .undirected
    for link in sources.indices {
      let tail = isReversed ? targets[link] : sources[link]
      let head = isReversed ? sources[link] : targets[link]
      body(tail, head, Network.Link(truncatingIfNeeded: link))
      if isUndirected || twoWay?[link] == true {
        body(head, tail, Network.Link(truncatingIfNeeded: link))
      }
    }
  }
}
