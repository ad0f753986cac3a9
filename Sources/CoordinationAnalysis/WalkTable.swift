internal import NetworkAlgorithms

/// The cheapest walk from every vertex, over the stops that are left, to a target.
///
/// A walk may visit vertices twice, but for its ends and the stops; so its cost is never more than that of the
/// cheapest path. There is a layer of costs for each set of stops passed.
struct WalkTable {
  private let target: Network.Vertex
  /// The bit of each stop by its place among the vertices.
  private var bits: [UInt32: UInt32] = [:]
  private let all: UInt32
  /// The place of each vertex in a layer; `none` for one that no path passes.
  private var places: [UInt32]
  private var width = 0
  private var costs: [Int128] = []

  private static let none = UInt32.max

  /// Searches back from the target.
  ///
  /// - Parameters:
  ///   - source: The vertex where walks start; none comes back to it.
  ///   - target: The vertex where they end; none leaves it.
  ///   - stops: The vertices to pass, each once.
  ///   - isUseful: Which vertices may be passed; empty where there is no walk at all.
  ///   - network: The network.
  ///   - linkCosts: The cost of each link.
  /// - Complexity: O(2^*k*·(*n* + *m*) log(*n*)) for *k* stops.
  init(
    from source: Network.Vertex,
    to target: Network.Vertex,
    passing stops: [Network.Vertex],
    among isUseful: [Bool],
    in network: Network,
    costs linkCosts: [Int128]
  ) {
    self.target = target
    all = (1 << UInt32(stops.count)) - 1
    for (index, stop) in stops.enumerated() { bits[stop] = 1 << UInt32(index) }
    places = [UInt32](repeating: Self.none, count: network.vertexCount)
    for vertex in isUseful.indices where isUseful[vertex] {
      places[vertex] = UInt32(width)
      width += 1
    }
    guard width > 0 else { return }
    costs = [Int128](repeating: .max, count: width << stops.count)
    settle(from: source, in: network.reversed(), costs: linkCosts)
  }

  /// The bit of a stop; none for another vertex.
  func bit(of vertex: Network.Vertex) -> UInt32 { bits[vertex] ?? 0 }

  /// Whether a path is complete.
  func isEnd(_ vertex: Network.Vertex, passed: UInt32) -> Bool {
    vertex == target && passed == all
  }

  /// The cost of the cheapest walk from a vertex; `nil` where there is none.
  func cost(from vertex: Network.Vertex, passed: UInt32) -> Int128? {
    guard !costs.isEmpty, places[Int(vertex)] != Self.none else { return nil }
    let cost = costs[state(vertex, passed)]
    return cost == .max ? nil : cost
  }

  private func state(_ vertex: Network.Vertex, _ passed: UInt32) -> Int {
    Int(passed) * width + Int(places[Int(vertex)])
  }

  private struct Entry {
    var cost: Int128
    var vertex: Network.Vertex
    var passed: UInt32

    static func precedes(_ first: Entry, _ second: Entry) -> Bool { first.cost < second.cost }
  }

  private mutating func settle(
    from source: Network.Vertex,
    in reversed: Network,
    costs linkCosts: [Int128]
  ) {
    var heap = MinimumHeap<Entry>()
    costs[state(target, all)] = 0
    heap.insert(Entry(cost: 0, vertex: target, passed: all), by: Entry.precedes)
    while let entry = heap.removeFirst(by: Entry.precedes) {
      guard entry.vertex != source, entry.cost == costs[state(entry.vertex, entry.passed)] else {
        continue
      }
      // A path passes a stop once, so before the step to it the stop was not passed.
      let before = entry.passed & ~bit(of: entry.vertex)
      for arc in reversed.arcs(from: entry.vertex) {
        let bit = bit(of: arc.head)
        guard places[Int(arc.head)] != Self.none, arc.head != target, before & bit == bit,
          arc.head != source || before == 0
        else { continue }
        let place = state(arc.head, before)
        let cost = entry.cost + linkCosts[Int(arc.link)]
        guard cost < costs[place] else { continue }
        costs[place] = cost
        heap.insert(Entry(cost: cost, vertex: arc.head, passed: before), by: Entry.precedes)
      }
    }
  }
}
