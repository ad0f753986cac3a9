/// Who pays whom.
///
/// Money begins with those whom nobody pays; where payments run in a circle that nobody outside pays
/// into, it begins with everybody on the circle.
struct PaymentNetwork {
  /// Through whom alone money comes to each node.
  struct Dominators {
    /// The nearest node that every chain to a node passes; the node itself where there is none.
    fileprivate let parents: [UInt32]

    /// The nodes that every chain to a node passes, itself first, then nearest first.
    func chain(to node: UInt32) -> [UInt32] {
      var chain = [node]
      var last = node
      while parents[Int(last)] != last {
        last = parents[Int(last)]
        chain.append(last)
      }
      return chain
    }
  }

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

  /// Through whom alone money comes to each node: the tree of dominators.
  ///
  /// The algorithm is that of Cooper, Harvey and Kennedy (A Simple, Fast Dominance Algorithm, 2001),
  /// from a node before all beginnings.
  ///
  /// - Complexity: O(*n*·*m*) at worst; in practice a few passes over *m* payments.
  func dominators() -> Dominators {
    let order = Self.reversePostorder(outgoing, from: beginnings, nodeCount)
    let none = UInt32.max
    /// The place of each node in the order, from 1; the node before all of them has 0.
    var places = [Int](repeating: 0, count: nodeCount)
    for (place, node) in order.enumerated() { places[Int(node)] = place + 1 }
    /// By place: the place of the immediate dominator.
    var parents = [Int](repeating: -1, count: order.count + 1)
    parents[0] = 0
    for node in beginnings { parents[places[Int(node)]] = 0 }
    let isBeginning = parents.map { $0 == 0 }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (index, node) in order.enumerated() where !isBeginning[index + 1] {
        var common = -1
        for place in incoming.run(node) {
          let other = places[Int(incoming.ends[place])]
          guard parents[other] >= 0 else { continue }
          common = common < 0 ? other : Self.common(common, other, parents)
        }
        if common != parents[index + 1] {
          parents[index + 1] = common
          hasChanged = true
        }
      }
    }
    var result = [UInt32](repeating: none, count: nodeCount)
    for (index, node) in order.enumerated() {
      let parent = parents[index + 1]
      result[Int(node)] = parent <= 0 ? node : order[parent - 1]
    }
    return Dominators(parents: result)
  }

  private static func common(_ first: Int, _ second: Int, _ parents: [Int]) -> Int {
    var (left, right) = (first, second)
    while left != right {
      while left > right { left = parents[left] }
      while right > left { right = parents[right] }
    }
    return left
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
