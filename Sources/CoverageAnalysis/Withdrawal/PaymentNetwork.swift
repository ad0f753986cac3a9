internal import NetworkAlgorithms

/// Who pays whom.
///
/// Money begins with those whom nobody pays; where payments run in a circle that nobody outside pays
/// into, it begins with everybody on the circle.
struct PaymentNetwork {
  private let outgoing: Runs
  private let incoming: Runs
  private let nodeCount: Int
  /// Where money begins, in a fixed order.
  private let beginnings: [UInt32]
  /// Every node, each after one that pays it unless money begins there or runs in a circle.
  private let order: [UInt32]

  init(nodeCount: Int, _ pairs: [SIMD2<UInt32>]) {
    self.nodeCount = nodeCount
    outgoing = Runs(pairs.map(\.x), pairs.map(\.y), nodeCount: nodeCount)
    incoming = Runs(pairs.map(\.y), pairs.map(\.x), nodeCount: nodeCount)
    order = Self.reversePostorder(outgoing, from: Array(0..<UInt32(nodeCount)), nodeCount)
    beginnings = Self.beginnings(order, outgoing, incoming, nodeCount)
  }

  /// Whether anybody pays a node.
  func isPaid(_ node: UInt32) -> Bool { !incoming.of(node).isEmpty }

  /// Whether each node pays anybody.
  var isPayer: [Bool] { (0..<nodeCount).map { !outgoing.of(UInt32($0)).isEmpty } }

  /// Whether money still comes to each node, or is there, without those who leave.
  func isAlive(without isLeaving: [Bool]) -> [Bool] {
    var isAlive = [Bool](repeating: false, count: nodeCount)
    var open = beginnings.filter { !isLeaving[Int($0)] }
    for node in open { isAlive[Int(node)] = true }
    while let node = open.popLast() {
      for place in outgoing.run(node) {
        let next = Int(outgoing.ends[place])
        guard !isAlive[next], !isLeaving[next] else { continue }
        isAlive[next] = true
        open.append(UInt32(next))
      }
    }
    return isAlive
  }

  /// Through whom alone money comes to each node.
  ///
  /// - Complexity: O((*n* + *m*) log *n*) for *n* nodes and *m* payments.
  func dominators() -> DominatorTree {
    let ends = (0..<UInt32(nodeCount)).flatMap { outgoing.of($0) }
    let starts = (0..<UInt32(nodeCount)).flatMap { node in outgoing.of(node).map { _ in node } }
    do {
      return try Network(vertexCount: nodeCount, sources: starts, targets: ends)
        .dominators(from: beginnings)
    } catch {
      preconditionFailure("payments lead from node to node: \(error)")
    }
  }

  /// The nodes in the reverse of the order in which a search to the depth leaves them.
  private static func reversePostorder(
    _ outgoing: Runs,
    from starts: [UInt32],
    _ nodeCount: Int
  ) -> [UInt32] {
    var isSeen = [Bool](repeating: false, count: nodeCount)
    var left: [UInt32] = []
    left.reserveCapacity(nodeCount)
    var path: [(node: UInt32, next: Int)] = []
    for start in starts where !isSeen[Int(start)] {
      isSeen[Int(start)] = true
      path.append((start, outgoing.run(start).lowerBound))
      while let (node, next) = path.last {
        guard next < outgoing.run(node).upperBound else {
          left.append(node)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let end = outgoing.ends[next]
        guard !isSeen[Int(end)] else { continue }
        isSeen[Int(end)] = true
        path.append((end, outgoing.run(end).lowerBound))
      }
    }
    return left.reversed()
  }

  /// Where money begins.
  ///
  /// In the reverse postorder, the first node that no beginning so far leads to is paid by nobody but
  /// those on a circle with it; whoever money comes to it from is that circle.
  private static func beginnings(
    _ order: [UInt32],
    _ outgoing: Runs,
    _ incoming: Runs,
    _ nodeCount: Int
  ) -> [UInt32] {
    var isReached = [Bool](repeating: false, count: nodeCount)
    var isBeginning = isReached
    var beginnings: [UInt32] = []
    for start in order where !isReached[Int(start)] {
      var open = [start]
      var circle: [UInt32] = []
      isBeginning[Int(start)] = true
      while let node = open.popLast() {
        circle.append(node)
        for place in incoming.run(node) where !isBeginning[Int(incoming.ends[place])] {
          isBeginning[Int(incoming.ends[place])] = true
          open.append(incoming.ends[place])
        }
      }
      beginnings += circle.sorted()
      for node in circle { isReached[Int(node)] = true }
      while let node = circle.popLast() {
        for place in outgoing.run(node) where !isReached[Int(outgoing.ends[place])] {
          isReached[Int(outgoing.ends[place])] = true
          circle.append(outgoing.ends[place])
        }
      }
    }
    return beginnings
  }
}

/// The ends of links by their starts: flat runs, in the order of the links.
private struct Runs {
  private let starts: [Int]
  let ends: [UInt32]

  init(_ from: [UInt32], _ to: [UInt32], nodeCount: Int) {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for node in from { starts[Int(node) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var ends = to
    for (place, node) in from.enumerated() {
      ends[next[Int(node)]] = to[place]
      next[Int(node)] += 1
    }
    self.starts = starts
    self.ends = ends
  }

  func run(_ node: UInt32) -> Range<Int> { starts[Int(node)]..<starts[Int(node) + 1] }

  func of(_ node: UInt32) -> ArraySlice<UInt32> { ends[run(node)] }
}
