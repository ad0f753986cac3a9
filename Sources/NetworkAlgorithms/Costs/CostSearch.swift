/// Finds least costs from one vertex after another to the same targets, in the same arrays.
struct CostSearch {
  private let network: Network
  private let targets: [Network.Vertex]
  private let isTarget: [Bool]
  /// How many different targets there are.
  private let targetCount: Int
  private var costs: [Double]
  private var queue: VertexQueue<Double>
  /// The vertices whose costs are known, to be forgotten before the next search.
  private var reached: [Network.Vertex] = []

  /// Takes a network with weights.
  init(_ network: Network, to targets: [Network.Vertex]) {
    self.network = network
    self.targets = targets
    var isTarget = [Bool](repeating: false, count: network.vertexCount)
    for target in targets { isTarget[Int(target)] = true }
    self.isTarget = isTarget
    targetCount = isTarget.count { $0 }
    costs = [Double](repeating: .infinity, count: network.vertexCount)
    queue = VertexQueue(vertexCount: network.vertexCount)
  }

  /// Gives the least cost to each target; infinite where there is no path.
  mutating func costs(from source: Network.Vertex) -> [Double] {
    settle(from: source)
    let found = targets.map { costs[Int($0)] }
    for vertex in reached { costs[Int(vertex)] = .infinity }
    reached.removeAll(keepingCapacity: true)
    queue.removeAll()
    return found
  }

  /// Settles vertices in order of cost until all targets are settled.
  private mutating func settle(from source: Network.Vertex) {
    var missing = targetCount
    costs[Int(source)] = 0
    reached.append(source)
    queue.insert(VertexQueue.Entry(key: 0, vertex: source), by: Self.precedes)
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      unsafe isTarget.withUnsafeBufferPointer { isTarget in
        unsafe network.withUnsafeRows { starts, arcs in
          unsafe network.arcWeights.withUnsafeBufferPointer { weights in
            while let entry = queue.removeFirst(by: Self.precedes) {
              if unsafe isTarget[Int(entry.vertex)] {
                missing &-= 1
                if missing == 0 { return }
              }
              let end = unsafe Int(starts[Int(entry.vertex) &+ 1])
              var place = unsafe Int(starts[Int(entry.vertex)])
              while place < end {
                let head = unsafe arcs[place].head
                let cost = unsafe entry.key + weights[place]
                place &+= 1
                let known = unsafe costs[Int(head)]
                guard cost < known else { continue }
                unsafe costs[Int(head)] = cost
                let better = VertexQueue.Entry(key: cost, vertex: head)
                if known == .infinity {
                  reached.append(head)
                  queue.insert(better, by: Self.precedes)
                } else {
                  queue.moveForward(better, by: Self.precedes)
                }
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func precedes(
    _ first: VertexQueue<Double>.Entry,
    _ second: VertexQueue<Double>.Entry
  ) -> Bool {
    first.key < second.key
  }
}
