/// The sets of states in which an automaton may be, found as they are needed.
///
/// Walking by sets instead of by states gives each walk once, however many ways it fits.
struct PatternStates: Sendable {
  private static let unknown = UInt32.max
  private static let none = UInt32.max - 1

  private let automaton: PatternAutomaton
  /// The place of each label among those that the pattern names; last all others.
  private let classes: [UInt32: Int]
  private let classCount: Int
  private var numbers: [StateSet: UInt32] = [:]
  private var next: [UInt32] = []

  /// The states of each set, in ascending order.
  private(set) var members: [[UInt32]] = []
  /// Whether a walk may end in each set.
  private(set) var isEnd: [Bool] = []

  /// The set of the beginning is number 0.
  init(_ pattern: PathPattern) {
    automaton = pattern.automaton
    classes = Dictionary(
      uniqueKeysWithValues: pattern.namedLabels.enumerated().map { ($1, $0) }
    )
    classCount = pattern.namedLabels.count + 1
    var start = StateSet(count: automaton.stateCount)
    start.insert(0)
    _ = number(of: start)
  }

  /// The class of each link's label.
  func classes(of labels: [UInt32]) -> [UInt32] {
    labels.map { UInt32(classes[$0] ?? classCount - 1) }
  }

  /// The set that walking a link leads to; `nil` where the pattern does not take it.
  mutating func set(
    after set: UInt32,
    label: UInt32,
    class labelClass: UInt32,
    ways: PatternWays
  ) -> UInt32? {
    guard ways.rawValue != 0 else { return nil }
    let place = (Int(set) * classCount + Int(labelClass)) * 3 + Int(ways.rawValue) - 1
    if next[place] == Self.unknown {
      var after = StateSet(count: automaton.stateCount)
      var isEmpty = true
      for state in members[Int(set)] {
        for other in automaton.following[Int(state)]
        where automaton.steps[Int(other)].takes(label, ways) {
          after.insert(other)
          isEmpty = false
        }
      }
      // Naming a set makes room for its own links, so its place is written afterwards.
      let found = isEmpty ? Self.none : number(of: after)
      next[place] = found
    }
    return next[place] == Self.none ? nil : next[place]
  }

  private mutating func number(of set: StateSet) -> UInt32 {
    if let number = numbers[set] { return number }
    let number = UInt32(members.count)
    numbers[set] = number
    members.append(set.members)
    isEnd.append(set.members.contains { automaton.isEnd[Int($0)] })
    next += [UInt32](repeating: Self.unknown, count: classCount * 3)
    return number
  }
}
