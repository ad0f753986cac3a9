/// A search for a path of least cost between two vertices that settles vertices from both ends.
///
/// What the search from the target learns is a bound on how far each vertex is from there. Once the
/// two searches show the least cost, the one from the source goes on past nothing that such a bound
/// proves to be too far, until it settles the target. So it adds the same numbers in the same order
/// as a search from the source alone, and gives the same path.
struct BidirectionalShortestPath {
  private let network: Network
  private let reversed: Network
  private let source: Network.Vertex
  private let target: Network.Vertex
  private var states: [ShortestPathState]
  private var costsBack: [Double]
  private var front: VertexQueue<SettlingKey>
  private var back: VertexQueue<Double>
  private var waiting = (front: 1, back: 1)
  /// The least cost of a path that is known.
  private var known = Double.infinity
  /// Whether a cost from the target was too large for a number.
  private var overflowed = false
  /// The most that a path may cost, and the least that a vertex costs that is not settled from the
  /// target.
  private var limits = (cost: Double.infinity, unsettled: 0.0)

  init(
    from source: Network.Vertex,
    to target: Network.Vertex,
    in network: Network,
    reversed: Network
  ) {
    self.network = network
    self.reversed = reversed
    self.source = source
    self.target = target
    states = [ShortestPathState](repeating: .unreached, count: network.vertexCount)
    costsBack = [Double](repeating: .infinity, count: network.vertexCount)
    front = VertexQueue(vertexCount: network.vertexCount)
    back = VertexQueue(vertexCount: network.vertexCount)
    states[Int(source)] = .source
    costsBack[Int(target)] = 0
    let key = SettlingKey(cost: 0, steps: 0)
    front.insert(VertexQueue.Entry(key: key, vertex: source), by: SettlingKey.precedes)
    back.insert(VertexQueue.Entry(key: 0, vertex: target)) { $0.key < $1.key }
    if source == target { known = 0 }
  }

  /// The path, or `nil` where there is none.
  mutating func path() -> NetworkPath? {
    var (lastFront, lastBack) = (0.0, 0.0)
    while waiting.front > 0, waiting.back > 0, lastFront + lastBack < known {
      if waiting.front <= waiting.back {
        guard let entry = front.removeFirst(by: SettlingKey.precedes) else { break }
        waiting.front -= 1
        lastFront = entry.key.cost
        expandForward(entry)
      } else {
        guard let entry = back.removeFirst(by: { $0.key < $1.key }) else { break }
        waiting.back -= 1
        lastBack = entry.key
        expandBackward(entry)
      }
    }
    // Where one search has seen all that it can reach and not met the other, there is no path.
    if known == .infinity, waiting.back == 0, !overflowed { return nil }
    // Sums that round are apart by far less than a millionth.
    limits = (known + known * 1e-6, waiting.back > 0 ? lastBack : .infinity)
    while let entry = front.removeFirst(by: SettlingKey.precedes) {
      if entry.vertex == target { break }
      if isTooFar(entry.vertex, cost: entry.key.cost) { continue }
      expandForward(entry)
    }
    return ShortestPathTree(sources: [source], states: states, network: network).path(to: target)
  }

  /// Whether no path of least cost leads through a vertex.
  @inline(__always)
  private func isTooFar(_ vertex: Network.Vertex, cost: Double) -> Bool {
    cost + min(costsBack[Int(vertex)], limits.unsettled) > limits.cost
  }

  private mutating func expandForward(_ entry: VertexQueue<SettlingKey>.Entry) {
    let steps = entry.key.steps &+ 1
    for place in network.row(of: entry.vertex) {
      let arc = network.arcs[place]
      let cost = entry.key.cost + network.arcWeights[place]
      let state = states[Int(arc.head)]
      if cost > state.cost || isTooFar(arc.head, cost: cost) { continue }
      if cost < state.cost || steps < state.steps {
        states[Int(arc.head)] = ShortestPathState(cost: cost, steps: steps, link: arc.link)
        let key = SettlingKey(cost: cost, steps: steps)
        let better = VertexQueue.Entry(key: key, vertex: arc.head)
        if state.isReached {
          front.moveForward(better, by: SettlingKey.precedes)
        } else {
          front.insert(better, by: SettlingKey.precedes)
          waiting.front += 1
        }
        known = min(known, cost + costsBack[Int(arc.head)])
      } else if steps == state.steps, arc.link < state.link {
        states[Int(arc.head)].link = arc.link
      }
    }
  }

  private mutating func expandBackward(_ entry: VertexQueue<Double>.Entry) {
    for place in reversed.row(of: entry.vertex) {
      let head = reversed.arcs[place].head
      let cost = entry.key + reversed.arcWeights[place]
      let before = costsBack[Int(head)]
      if cost == .infinity { overflowed = true }
      guard cost < before else { continue }
      costsBack[Int(head)] = cost
      let better = VertexQueue.Entry(key: cost, vertex: head)
      if before < .infinity {
        back.moveForward(better) { $0.key < $1.key }
      } else {
        back.insert(better) { $0.key < $1.key }
        waiting.back += 1
      }
      known = min(known, cost + states[Int(head)].cost)
    }
  }
}
