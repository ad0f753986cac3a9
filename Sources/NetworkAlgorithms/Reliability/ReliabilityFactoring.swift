/// Calculates two-terminal reliability by choosing arcs one by one.
struct ReliabilityFactoring {
  /// How many looks at arcs are left.
  private var effort: Int

  init(effort: Int) {
    self.effort = effort
  }

  /// How likely the target is reached; `nil` if that cost too much.
  mutating func reliability(_ arcs: UncertainArcs, _ source: Int, _ target: Int) -> Double? {
    guard source != target else { return 1 }
    var arcs = arcs
    guard reduce(&arcs, source, target) else { return 0 }
    // The vertices that matter are few after a while, so they are numbered anew.
    var isKept = arcs.reached(from: source)
    isKept[target] = true
    let (small, start, end) = arcs.restricted(to: isKept, source, target)
    if let only = small.arcs[start].first, small.arcs[start].count == 1, only.head == end {
      return only.probability
    }
    if let cut = passage(small, start, end) {
      let before = small.reached(from: start, without: cut)
      var near = before
      near[cut] = true
      var far = before.map { !$0 }
      far[cut] = true
      let (first, firstStart, firstEnd) = small.restricted(to: near, start, cut)
      let (second, secondStart, secondEnd) = small.restricted(to: far, cut, end)
      guard let one = reliability(first, firstStart, firstEnd),
        let other = reliability(second, secondStart, secondEnd)
      else { return nil }
      return one * other
    }
    guard effort > 0 else { return nil }
    effort -= small.vertexCount * small.arcs.reduce(0) { $0 + $1.count }
    // Of the arcs at hand the likeliest: where it holds, most of the work is done.
    guard let choice = small.arcs[start].max(by: { $0.probability < $1.probability }) else {
      return 0
    }
    var holding = small
    holding.merge(choice.head, into: start)
    let reached = choice.head == end ? 1 : reliability(holding, start, end)
    guard let reached else { return nil }
    guard choice.probability < 1 else { return reached }
    var failing = small
    failing.remove(start, choice.head)
    guard let missed = reliability(failing, start, end) else { return nil }
    return choice.probability * reached + (1 - choice.probability) * missed
  }

  // MARK: Reductions

  /// Takes out what cannot matter and joins what is serial; `false` if the target cannot be
  /// reached.
  private func reduce(_ arcs: inout UncertainArcs, _ source: Int, _ target: Int) -> Bool {
    while true {
      let forth = arcs.reached(from: source)
      guard forth[target] else { return false }
      let back = arcs.reversed.reached(from: target)
      arcs.isolate(forth.indices.map { !(forth[$0] && back[$0]) })
      for tail in arcs.arcs.indices { arcs.remove(tail, source) }
      for arc in arcs.arcs[target] { arcs.remove(target, arc.head) }
      guard joinSerial(&arcs, source, target) else { return true }
    }
  }

  /// Replaces vertices that lead from one neighbour to another alone; `false` if there are none.
  ///
  /// With two neighbours only the ways from one to the other and back pass, which share no arc.
  private func joinSerial(_ arcs: inout UncertainArcs, _ source: Int, _ target: Int) -> Bool {
    var tails = arcs.reversed
    var isChanged = false
    for vertex in arcs.arcs.indices where vertex != source && vertex != target {
      let (incoming, outgoing) = (tails.arcs[vertex], arcs.arcs[vertex])
      let neighbours = Set(incoming.map(\.head) + outgoing.map(\.head))
      guard !neighbours.isEmpty, neighbours.count <= 2 else { continue }
      isChanged = true
      for arc in outgoing { arcs.remove(vertex, arc.head) }
      for arc in incoming { arcs.remove(arc.head, vertex) }
      for first in incoming {
        for second in outgoing where second.head != first.head {
          arcs.join(first.head, second.head, first.probability * second.probability)
        }
      }
      tails = arcs.reversed
    }
    return isChanged
  }

  /// A vertex that every way from source to target must pass; the lowest, or `nil`.
  private func passage(_ arcs: UncertainArcs, _ source: Int, _ target: Int) -> Int? {
    (0..<arcs.vertexCount).first {
      $0 != source && $0 != target && !arcs.reached(from: source, without: $0)[target]
    }
  }
}
