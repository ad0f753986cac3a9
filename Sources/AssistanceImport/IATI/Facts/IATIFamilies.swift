/// Which activities hold which others, over all the files that are read together.
struct IATIFamilies {
  private var numbers: [String: Int] = [:]
  /// Whether an activity is there and gives facts of its own, by its number.
  private var gives: [Bool] = []
  private var links: Set<SIMD2<Int32>> = []

  /// How many activities lie in a circle of parents, or above one; they all count.
  private(set) var circleCount = 0

  /// Notes an activity and the parents and children that it names.
  mutating func add(_ activity: IATIActivity, givesFacts: Bool) {
    guard !activity.identifier.isEmpty else { return }
    let own = number(activity.identifier)
    if givesFacts { gives[own] = true }
    for relation in activity.related where relation.identifier != activity.identifier {
      switch relation.kind {
      case .parent: link(number(relation.identifier), own)
      case .child: link(own, number(relation.identifier))
      case .sibling, .coFunded, .thirdParty: break
      }
    }
  }

  /// The activities that do not count, since their children, or their parents, do.
  ///
  /// - Complexity: O(*n* + *m*) for *n* activities with *m* relations.
  mutating func replaced(_ level: IATIRules.Level) -> Set<String> {
    guard level != .all else { return [] }
    var waiting = [Int](repeating: 0, count: gives.count)
    var above = [[Int32]](repeating: [], count: gives.count)
    for link in links {
      let (upper, lower) = level == .lowest ? (link.x, link.y) : (link.y, link.x)
      waiting[Int(upper)] += 1
      above[Int(lower)].append(upper)
    }
    var isReplaced = [Bool](repeating: false, count: gives.count)
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var done = 0
    while let number = ready.popLast() {
      done += 1
      for upper in above[number].map({ Int($0) }) {
        if gives[number] || isReplaced[number] { isReplaced[upper] = true }
        waiting[upper] -= 1
        if waiting[upper] == 0 { ready.append(upper) }
      }
    }
    circleCount = gives.count - done
    // What stands in a circle, or above one, is not known to be told elsewhere.
    return Set(numbers.filter { isReplaced[$0.value] && waiting[$0.value] == 0 }.keys)
  }

  private mutating func number(_ identifier: String) -> Int {
    if let number = numbers[identifier] { return number }
    numbers[identifier] = gives.count
    gives.append(false)
    return gives.count - 1
  }

  private mutating func link(_ parent: Int, _ child: Int) {
    links.insert(SIMD2(Int32(truncatingIfNeeded: parent), Int32(truncatingIfNeeded: child)))
  }
}
