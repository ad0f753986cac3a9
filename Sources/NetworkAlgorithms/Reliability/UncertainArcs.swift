/// One-way links with probabilities between a few vertices, each pair once.
///
/// A network that answers about two vertices in small steps: links are taken out and joined.
struct UncertainArcs {
  /// For each vertex where its arcs lead, in ascending order, and how likely each holds.
  private(set) var arcs: [[Arc]]

  struct Arc: Hashable {
    var head: Int
    var probability: Double
  }

  /// Takes the arcs of a network that can hold; parallel ones are joined.
  init(_ network: Network, _ probabilities: [Double]) {
    arcs = (0..<network.vertexCount).map { tail in
      var merged: [Int: Double] = [:]
      for arc in network.arcs(from: Network.Vertex(tail)) where Int(arc.head) != tail {
        let probability = probabilities[Int(arc.link)]
        guard probability > 0 else { continue }
        merged[Int(arc.head)] = Self.either(merged[Int(arc.head)] ?? 0, probability)
      }
      return merged.keys.sorted().map { Arc(head: $0, probability: merged[$0] ?? 0) }
    }
  }

  private init(arcs: [[Arc]]) {
    self.arcs = arcs
  }

  var vertexCount: Int { arcs.count }

  /// How likely at least one of two holds.
  static func either(_ first: Double, _ second: Double) -> Double {
    first + second - first * second
  }

  // MARK: Changing

  /// Adds an arc, or makes the one that is there as likely as either of the two.
  mutating func join(_ tail: Int, _ head: Int, _ probability: Double) {
    guard tail != head, probability > 0 else { return }
    if let place = arcs[tail].firstIndex(where: { $0.head >= head }) {
      if arcs[tail][place].head == head {
        arcs[tail][place].probability = Self.either(arcs[tail][place].probability, probability)
      } else {
        arcs[tail].insert(Arc(head: head, probability: probability), at: place)
      }
    } else {
      arcs[tail].append(Arc(head: head, probability: probability))
    }
  }

  /// Takes an arc out.
  mutating func remove(_ tail: Int, _ head: Int) {
    arcs[tail].removeAll { $0.head == head }
  }

  /// Takes out every arc at some vertices.
  mutating func isolate(_ isGone: [Bool]) {
    for tail in arcs.indices {
      if isGone[tail] {
        arcs[tail] = []
      } else {
        arcs[tail].removeAll { isGone[$0.head] }
      }
    }
  }

  /// Makes one vertex a part of another: its arcs leave from there.
  mutating func merge(_ vertex: Int, into other: Int) {
    for arc in arcs[vertex] where arc.head != other { join(other, arc.head, arc.probability) }
    arcs[vertex] = []
    for tail in arcs.indices { remove(tail, vertex) }
  }

  // MARK: Asking

  /// What can be reached from a vertex without passing another.
  func reached(from source: Int, without avoided: Int? = nil) -> [Bool] {
    var isReached = [Bool](repeating: false, count: arcs.count)
    isReached[source] = true
    var queue = [source]
    while let tail = queue.popLast() {
      for arc in arcs[tail] where !isReached[arc.head] && arc.head != avoided {
        isReached[arc.head] = true
        queue.append(arc.head)
      }
    }
    return isReached
  }

  /// The same arcs turned round.
  var reversed: UncertainArcs {
    var turned = [[Arc]](repeating: [], count: arcs.count)
    for tail in arcs.indices {
      for arc in arcs[tail] {
        turned[arc.head].append(Arc(head: tail, probability: arc.probability))
      }
    }
    return UncertainArcs(arcs: turned)
  }

  /// The arcs among some vertices alone, numbered anew, and the new numbers of two of them.
  func restricted(to isKept: [Bool], _ source: Int, _ target: Int)
    -> (arcs: UncertainArcs, source: Int, target: Int)
  {
    var numbers = [Int](repeating: -1, count: arcs.count)
    var count = 0
    for vertex in arcs.indices where isKept[vertex] {
      numbers[vertex] = count
      count += 1
    }
    let kept = arcs.indices.filter { isKept[$0] }.map { tail in
      arcs[tail].filter { isKept[$0.head] }
        .map { Arc(head: numbers[$0.head], probability: $0.probability) }
    }
    return (UncertainArcs(arcs: kept), numbers[source], numbers[target])
  }
}
