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

  /// Takes links, all to be walked one way or all both, that are known to be right.
  init(
    vertexCount: Int,
    sources: [Network.Vertex],
    targets: [Network.Vertex],
    weights: [Double]? = nil,
    direction: Network.Direction = .directed
  ) {
    self.vertexCount = vertexCount
    self.sources = sources
    self.targets = targets
    self.weights = weights
    self.direction = direction
    twoWay = nil
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
    try Self.checkEnds(sources, targets, vertexCount: vertexCount)
    if let weights { try Self.checkWeights(weights) }
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
  /// Checks that all ends are vertices: first the highest of them, and only where that is none, one
  /// link after another.
  private static func checkEnds(
    _ sources: [Network.Vertex],
    _ targets: [Network.Vertex],
    vertexCount: Int
  ) throws(NetworkError) {
    let count = sources.count
    let highest = unsafe sources.withUnsafeBufferPointer { sources in
      unsafe targets.withUnsafeBufferPointer { targets in
        var highest: Network.Vertex = 0
        for link in 0..<count { highest = unsafe max(highest, sources[link], targets[link]) }
        return highest
      }
    }
    guard count > 0, highest >= vertexCount else { return }
    for link in 0..<count where max(sources[link], targets[link]) >= vertexCount {
      let vertex = sources[link] < vertexCount ? targets[link] : sources[link]
      throw .endpointOutOfRange(link: link, vertex: vertex, vertexCount: vertexCount)
    }
  }

  /// Checks that no weight is negative, infinite or no number, in the same way.
  private static func checkWeights(_ weights: [Double]) throws(NetworkError) {
    let wrong = unsafe weights.withUnsafeBufferPointer { weights in
      var wrong: UInt64 = 0
      for link in 0..<weights.count {
        let weight = unsafe weights[link]
        wrong |= weight >= 0 && weight < .infinity ? 0 : 1
      }
      return wrong
    }
    guard wrong != 0 else { return }
    for link in weights.indices where !(weights[link] >= 0 && weights[link] < .infinity) {
      throw .invalidWeight(link: link, weight: weights[link])
    }
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
    var weightColumn: [Double] = []
    var arcs: [Network.Arc] = []
    let (tails, heads) = direction == .reversed ? (targets, sources) : (sources, targets)
    unsafe starts.withUnsafeMutableBufferPointer { starts in
      unsafe tails.withUnsafeBufferPointer { tails in
        unsafe heads.withUnsafeBufferPointer { heads in
          let ends = unsafe LinkEnds(
            tails: tails,
            heads: heads,
            twoWay: twoWay,
            isUndirected: direction == .undirected
          )
          let arcCount = unsafe ends.count(into: starts)
          arcs = unsafe [Network.Arc](unsafeUninitializedCapacity: arcCount) { arcs, count in
            count = arcCount
            guard let weights else {
              unsafe ends.place(from: starts) { place, arc in unsafe arcs[place] = arc }
              return
            }
            weightColumn = unsafe [Double](unsafeUninitializedCapacity: arcCount) { column, count in
              count = arcCount
              unsafe weights.withUnsafeBufferPointer { weights in
                unsafe ends.place(from: starts) { place, arc in
                  unsafe arcs[place] = arc
                  unsafe column[place] = weights[Int(arc.link)]
                }
              }
            }
          }
        }
      }
    }
    starts.removeLast()
    return Rows(starts: starts, arcs: arcs, weights: weightColumn)
  }
}

/// The ends of links by the way they are walked.
@unsafe
private struct LinkEnds {
  let tails: UnsafeBufferPointer<Network.Vertex>
  let heads: UnsafeBufferPointer<Network.Vertex>
  let twoWay: [Bool]?
  let isUndirected: Bool

  /// Counts the arcs of each vertex, two places to the right, then adds the counts up.
  @inline(__always)
  func count(into starts: UnsafeMutableBufferPointer<UInt32>) -> Int {
    for link in unsafe 0..<tails.count {
      unsafe starts[Int(tails[link]) &+ 2] &+= 1
    }
    if unsafe isUndirected {
      for link in unsafe 0..<heads.count {
        unsafe starts[Int(heads[link]) &+ 2] &+= 1
      }
    } else if let twoWay = unsafe twoWay {
      for link in unsafe 0..<heads.count where twoWay[link] {
        unsafe starts[Int(heads[link]) &+ 2] &+= 1
      }
    }
    var sum: UInt32 = 0
    for place in 2..<starts.count {
      unsafe sum &+= starts[place]
      unsafe starts[place] = sum
    }
    return Int(sum)
  }

  /// Tells the place of every arc, in ascending order of link.
  @inline(__always)
  func place(
    from starts: UnsafeMutableBufferPointer<UInt32>,
    _ body: (Int, Network.Arc) -> Void
  ) {
    @inline(__always)
    func place(_ tail: Network.Vertex, _ head: Network.Vertex, _ link: Int) {
      let place = unsafe starts[Int(tail) &+ 1]
      unsafe starts[Int(tail) &+ 1] = place &+ 1
      body(Int(place), Network.Arc(head: head, link: UInt32(truncatingIfNeeded: link)))
    }
    if unsafe isUndirected {
      for link in unsafe 0..<tails.count {
        let (tail, head) = unsafe (tails[link], heads[link])
        place(tail, head, link)
        place(head, tail, link)
      }
    } else {
      let twoWay = unsafe twoWay
      for link in unsafe 0..<tails.count {
        let (tail, head) = unsafe (tails[link], heads[link])
        place(tail, head, link)
        if twoWay?[link] == true { place(head, tail, link) }
      }
    }
  }
}
