/// Which activities hold which others, over all the files that are read together.
struct IATIFamilies {
  private var numbers: [String: Int] = [:]
  /// What an activity tells by itself.
  enum Worth: Int, Comparable {
    /// It is not there, or gives no facts.
    case nothing
    /// Places without sectors.
    case places
    /// Places with sectors.
    case sectors

    static func < (left: Worth, right: Worth) -> Bool { left.rawValue < right.rawValue }
  }

  /// What each activity tells, by its number.
  private var worths: [Worth] = []
  private var links: Set<SIMD2<Int32>> = []

  /// How many activities lie in a circle of parents, or above one; they all count.
  private(set) var circleCount = 0

  /// Notes an activity and the parents and children that it names.
  mutating func add(_ activity: IATIActivity, worth: Worth) {
    guard !activity.identifier.isEmpty else { return }
    let own = number(activity.identifier)
    worths[own] = max(worths[own], worth)
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
  /// An activity counts all the same if it has sectors and none of those has any.
  ///
  /// - Complexity: O(*n* + *m*) for *n* activities with *m* relations.
  mutating func replaced(_ level: IATIRules.Level) -> Set<String> {
    guard level != .all else { return [] }
    var waiting = [Int](repeating: 0, count: worths.count)
    var above = [[Int32]](repeating: [], count: worths.count)
    for link in links {
      let (upper, lower) = level == .lowest ? (link.x, link.y) : (link.y, link.x)
      waiting[Int(upper)] += 1
      above[Int(lower)].append(upper)
    }
    var best = [Worth](repeating: .nothing, count: worths.count)
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var done = 0
    while let number = ready.popLast() {
      done += 1
      for upper in above[number].map({ Int($0) }) {
        best[upper] = max(best[upper], worths[number], best[number])
        waiting[upper] -= 1
        if waiting[upper] == 0 { ready.append(upper) }
      }
    }
    circleCount = worths.count - done
    // What stands in a circle, or above one, is not known to be told elsewhere.
    let replaced = numbers.filter { _, number in
      waiting[number] == 0 && best[number] > .nothing && best[number] >= worths[number]
    }
    return Set(replaced.keys)
  }

  private mutating func number(_ identifier: String) -> Int {
    if let number = numbers[identifier] { return number }
    numbers[identifier] = worths.count
    worths.append(.nothing)
    return worths.count - 1
  }

  private mutating func link(_ parent: Int, _ child: Int) {
    links.insert(SIMD2(Int32(truncatingIfNeeded: parent), Int32(truncatingIfNeeded: child)))
  }
}
