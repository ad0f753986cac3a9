/// A search for shortest paths that goes only so far, and not past terminals.
struct NearSearch<Cost: GridCost>: Sendable {
  /// The vertices that have a label, in the order in which they got it.
  private(set) var reached: [UInt32] = []
  /// The terminals among them.
  private(set) var terminals: [UInt32] = []

  private var labels: [Cost]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var queue: VertexQueue<Cost>

  init(vertexCount: Int) {
    labels = [Cost](repeating: 0, count: vertexCount)
    stamps = [UInt32](repeating: 0, count: vertexCount)
    queue = VertexQueue(vertexCount: vertexCount)
  }

  /// The length of a path to a vertex, or `nil` where none was found.
  @inline(__always)
  func distance(to vertex: UInt32) -> Cost? {
    stamps[Int(vertex)] == stamp ? labels[Int(vertex)] : nil
  }

  /// Searches from a vertex without using one edge or passing one vertex.
  ///
  /// - Returns: How many arcs were looked at.
  @discardableResult
  mutating func run(
    from source: UInt32,
    in graph: SteinerGraph<Cost>,
    upTo limit: Cost,
    arcs budget: Int,
    withoutEdge edge: Int = -1,
    withoutVertex vertex: UInt32 = .max
  ) -> Int {
    stamp += 1
    reached.removeAll(keepingCapacity: true)
    terminals.removeAll(keepingCapacity: true)
    queue.removeAll()
    var left = budget
    stamps[Int(source)] = stamp
    labels[Int(source)] = 0
    reached.append(source)
    if graph.isTerminal[Int(source)] { terminals.append(source) }
    queue.insert(.init(key: 0, vertex: source), by: { $0.key < $1.key })
    while left > 0, let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      if entry.vertex != source, graph.isTerminal[Int(entry.vertex)] { continue }
      var arc = graph.first[Int(entry.vertex)]
      while arc != .max, left > 0 {
        left -= 1
        let here = arc
        arc = graph.next[Int(arc)]
        let head = graph.heads[Int(here)]
        let distance = entry.key &+ graph.cost(ofArc: here)
        if distance > limit || head == vertex || Int(here >> 1) == edge { continue }
        if stamps[Int(head)] == stamp {
          guard distance < labels[Int(head)] else { continue }
          labels[Int(head)] = distance
          queue.moveForward(.init(key: distance, vertex: head), by: { $0.key < $1.key })
        } else {
          stamps[Int(head)] = stamp
          labels[Int(head)] = distance
          reached.append(head)
          if graph.isTerminal[Int(head)] { terminals.append(head) }
          queue.insert(.init(key: distance, vertex: head), by: { $0.key < $1.key })
        }
      }
    }
    return budget - left
  }
}
