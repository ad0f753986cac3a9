/// The same as ``DependencySearch`` for links with weights, all above 0.
struct WeightedDependencySearch {
  /// Two costs that differ by less than this part of them are equal: sums of the same weights in
  /// another order may differ in their last digits.
  private static let tolerance = 1e-9

  private let network: Network
  private let countsLinks: Bool
  private var costs: [Double]
  private var paths: [Double]
  private var dependencies: [Double]
  private var isSettled: [Bool]
  private var order: [Network.Vertex] = []
  private var queue: VertexQueue<Double>

  init(_ network: Network, countsLinks: Bool) {
    self.network = network
    self.countsLinks = countsLinks
    costs = [Double](repeating: .infinity, count: network.vertexCount)
    paths = [Double](repeating: 0, count: network.vertexCount)
    dependencies = paths
    isSettled = [Bool](repeating: false, count: network.vertexCount)
    queue = VertexQueue(vertexCount: network.vertexCount)
  }

  /// Adds the dependencies of a source: for each vertex, and behind them for each link.
  mutating func add(from source: Network.Vertex, to sum: inout [Double]) {
    settle(from: source)
    count(from: source)
    comeBack(from: source, to: &sum)
    for vertex in order {
      costs[Int(vertex)] = .infinity
      paths[Int(vertex)] = 0
      dependencies[Int(vertex)] = 0
      isSettled[Int(vertex)] = false
    }
    order.removeAll(keepingCapacity: true)
  }

  /// Finds the cost of every vertex, the cheapest first.
  private mutating func settle(from source: Network.Vertex) {
    costs[Int(source)] = 0
    queue.insert(.init(key: 0, vertex: source)) { $0.key < $1.key }
    while let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      order.append(entry.vertex)
      isSettled[Int(entry.vertex)] = true
      for place in network.row(of: entry.vertex) {
        let head = network.arcs[place].head
        let cost = entry.key + network.arcWeights[place]
        let known = costs[Int(head)]
        guard cost < known else { continue }
        costs[Int(head)] = cost
        if known == .infinity {
          queue.insert(.init(key: cost, vertex: head)) { $0.key < $1.key }
        } else {
          queue.moveForward(.init(key: cost, vertex: head)) { $0.key < $1.key }
        }
      }
    }
  }

  /// Whether an arc is the last one of a shortest path to its head.
  private func isTight(_ place: Int, from tail: Network.Vertex) -> Bool {
    let head = Int(network.arcs[place].head)
    let cost = costs[Int(tail)] + network.arcWeights[place]
    return cost <= costs[head] * (1 + Self.tolerance) && costs[Int(tail)] < costs[head]
  }

  /// Counts paths in the order of cost, in which every vertex comes behind those before it.
  private mutating func count(from source: Network.Vertex) {
    paths[Int(source)] = 1
    for tail in order {
      for place in network.row(of: tail) where isTight(place, from: tail) {
        paths[Int(network.arcs[place].head)] += paths[Int(tail)]
      }
    }
  }

  private mutating func comeBack(from source: Network.Vertex, to sum: inout [Double]) {
    for tail in order.reversed() {
      var dependency = 0.0
      for place in network.row(of: tail) where isTight(place, from: tail) {
        let arc = network.arcs[place]
        let part =
          paths[Int(tail)] / paths[Int(arc.head)] * (1 + dependencies[Int(arc.head)])
        dependency += part
        if countsLinks { sum[network.vertexCount + Int(arc.link)] += part }
      }
      dependencies[Int(tail)] = dependency
      if tail != source { sum[Int(tail)] += dependency }
    }
  }
}
