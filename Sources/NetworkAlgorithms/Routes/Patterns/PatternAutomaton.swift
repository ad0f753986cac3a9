/// A pattern as an automaton whose states are its steps: the one of Victor Glushkov (1961).
///
/// State 0 is the beginning; every other state is a step of the pattern, repetitions written out,
/// and is entered by walking that step. There are no moves that walk nothing.
struct PatternAutomaton: Sendable, Hashable {
  /// What is walked to enter each state; that of the beginning says nothing.
  private(set) var steps: [PatternStep]
  /// The states that may follow each state, in ascending order.
  private(set) var following: [[UInt32]] = []
  /// The states that may precede each state, in ascending order.
  private(set) var preceding: [[UInt32]] = []
  /// Whether a walk may end in each state.
  private(set) var isEnd: [Bool] = []

  var stateCount: Int { steps.count }

  /// The shape of a part: whether it may be nothing, and its first and last steps.
  private struct Shape {
    var isEmpty: Bool
    var first: StateSet
    var last: StateSet
  }

  init(_ expression: PatternExpression) {
    steps = [PatternStep(label: nil, ways: [])]
    let count = expression.stepCount + 1
    var follow = [StateSet](repeating: StateSet(count: count), count: count)
    let shape = add(expression, &follow, count)
    follow[0] = shape.first
    following = follow.map(\.members)
    preceding = [[UInt32]](repeating: [], count: count)
    for (state, next) in following.enumerated() {
      for other in next { preceding[Int(other)].append(UInt32(state)) }
    }
    isEnd = (0..<count).map { $0 == 0 ? shape.isEmpty : shape.last.contains(UInt32($0)) }
  }

  private mutating func add(
    _ expression: PatternExpression,
    _ follow: inout [StateSet],
    _ count: Int
  ) -> Shape {
    switch expression {
    case .step(let step):
      var own = StateSet(count: count)
      own.insert(UInt32(steps.count))
      steps.append(step)
      return Shape(isEmpty: false, first: own, last: own)
    case .sequence(let parts):
      var whole = Shape(isEmpty: true, first: StateSet(count: count), last: StateSet(count: count))
      for part in parts { whole = join(whole, add(part, &follow, count), &follow) }
      return whole
    case .alternatives(let parts):
      var whole = Shape(isEmpty: false, first: StateSet(count: count), last: StateSet(count: count))
      for part in parts {
        let shape = add(part, &follow, count)
        whole.isEmpty = whole.isEmpty || shape.isEmpty
        whole.first.formUnion(shape.first)
        whole.last.formUnion(shape.last)
      }
      return whole
    case .repeated(let part, let from, let upTo):
      var whole = Shape(isEmpty: true, first: StateSet(count: count), last: StateSet(count: count))
      for time in 0..<(upTo ?? max(1, from)) {
        var shape = add(part, &follow, count)
        if upTo == nil, time + 1 == max(1, from) {
          for state in shape.last.members { follow[Int(state)].formUnion(shape.first) }
        }
        if time >= from { shape.isEmpty = true }
        whole = join(whole, shape, &follow)
      }
      return whole
    }
  }

  private func join(_ first: Shape, _ second: Shape, _ follow: inout [StateSet]) -> Shape {
    for state in first.last.members { follow[Int(state)].formUnion(second.first) }
    var joined = first
    if first.isEmpty { joined.first.formUnion(second.first) }
    joined.last = second.last
    if second.isEmpty { joined.last.formUnion(first.last) }
    joined.isEmpty = first.isEmpty && second.isEmpty
    return joined
  }
}

/// A set of states, one bit for each.
struct StateSet: Sendable, Hashable {
  private(set) var words: [UInt64]

  init(count: Int) {
    words = [UInt64](repeating: 0, count: count / 64 + 1)
  }

  mutating func insert(_ state: UInt32) {
    words[Int(state >> 6)] |= 1 &<< UInt64(state & 63)
  }

  func contains(_ state: UInt32) -> Bool {
    words[Int(state >> 6)] &>> UInt64(state & 63) & 1 == 1
  }

  mutating func formUnion(_ other: StateSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// The states in ascending order.
  var members: [UInt32] {
    var found: [UInt32] = []
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        found.append(UInt32(index * 64 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return found
  }
}
