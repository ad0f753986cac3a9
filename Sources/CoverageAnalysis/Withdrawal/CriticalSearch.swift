/// Searches the smallest sets of actors whose leaving opens a number of gaps.
struct CriticalSearch {
  /// What was found, sets of actors by number.
  struct Found {
    var size: Int?
    var bound: Int
    var sets: [[Int]]
    var count: Int?
  }

  private let cells: BreakableCells
  private let wanted: Int
  private let limits: CriticalSets.Limits
  private(set) var steps = 0

  // The state of the search for sets of one size.

  /// How many of a group's actors still have to leave; 0 if the group is open.
  private var needed: [Int]
  private var chosen: [Int] = []
  private var openedCount = 0
  /// The sets found, those that open most first, then in the order of the graph.
  private var listed: [(opened: Int, actors: [Int])] = []
  private var foundCount = 0
  private var isStopped = false

  init(_ cells: BreakableCells, _ wanted: Int, _ limits: CriticalSets.Limits) {
    self.cells = cells
    self.wanted = wanted
    self.limits = limits
    needed = cells.groups.map(\.needed)
  }

  // MARK: One gap

  /// The least that any cell has to lose, and every set of so many of such a cell's providers.
  mutating func single() -> Found {
    guard let size = cells.groups.map(\.needed).min() else {
      return Found(size: nil, bound: cells.actors.count + 1, sets: [], count: 0)
    }
    let groups = cells.groups.filter { $0.needed == size }
    /// How many gaps each set opens: of the cells that need so few, those it takes them all from.
    var sets: [[Int]: Int] = [:]
    for group in groups {
      var places = Array(0..<size)
      repeat {
        steps += 1
        sets[places.map { group.actors[$0] }, default: 0] += group.cells.count
      } while steps < limits.steps && Self.advance(&places, below: group.actors.count)
      if steps >= limits.steps { break }
    }
    let isComplete = steps < limits.steps
    let sorted = sets.map { (opened: $0.value, actors: $0.key) }.sorted { Self.precedes($0, $1) }
    return Found(
      size: size,
      bound: size,
      sets: sorted.prefix(limits.listed).map(\.actors),
      count: isComplete ? sets.count : nil
    )
  }

  /// The next ascending choice of places; `false` after the last one.
  private static func advance(_ places: inout [Int], below limit: Int) -> Bool {
    var index = places.count - 1
    while index >= 0, places[index] == limit - places.count + index { index -= 1 }
    guard index >= 0 else { return false }
    places[index] += 1
    for later in places.indices.dropFirst(index + 1) { places[later] = places[later - 1] + 1 }
    return true
  }

  // MARK: Several gaps

  /// The smallest sets that open as many gaps as wanted, size after size.
  mutating func several() -> Found {
    guard cells.openableCount >= wanted else {
      return Found(size: nil, bound: cells.actors.count + 1, sets: [], count: 0)
    }
    let greedy = greedySet()
    let alive = Array(cells.groups.indices)
    let all = [Bool](repeating: true, count: cells.actors.count)
    var size = 1
    while size <= greedy.count {
      (listed, foundCount) = ([], 0)
      explore(alive, all, left: size)
      if foundCount > 0 {
        return Found(
          size: size,
          bound: size,
          sets: listed.map(\.actors),
          count: isStopped ? nil : foundCount
        )
      }
      if isStopped { break }
      size += 1
    }
    return Found(size: greedy.count, bound: size, sets: [greedy], count: nil)
  }

  /// Looks at every set that adds so many of the actors that may still be chosen.
  ///
  /// - Parameters:
  ///   - groups: The groups that are not open and not out of reach.
  ///   - free: Which actors may still be chosen.
  ///   - left: How many actors are to be added.
  private mutating func explore(_ groups: [Int], _ free: [Bool], left: Int) {
    steps += 1
    guard steps <= limits.steps else {
      isStopped = true
      return
    }
    if openedCount >= wanted {
      // Sizes grow, so that nothing is left to add here.
      foundCount += 1
      list((openedCount, chosen.sorted()))
      return
    }
    guard left > 0 else { return }
    var shares: [Int: Double] = [:]
    var within: [Int] = []
    for group in groups where needed[group] > 0 && needed[group] <= left {
      let open = cells.groups[group].actors.filter { free[$0] }
      guard open.count >= needed[group] else { continue }
      within.append(group)
      let share = Double(cells.groups[group].cells.count) / Double(needed[group])
      for actor in open { shares[actor, default: 0] += share }
    }
    let candidates = shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var free = free
    var best = candidates.prefix(left).reduce(Double(openedCount)) { $0 + $1.value }
    for (place, candidate) in candidates.enumerated() {
      // The largest sums from here on open no more than this.
      guard candidates.count - place >= left, best + 1e-6 >= Double(wanted) else { return }
      choose(candidate.key)
      free[candidate.key] = false
      explore(within, free, left: left - 1)
      unchoose(candidate.key)
      guard !isStopped else { return }
      best -= candidate.value
      if place + left < candidates.count { best += candidates[place + left].value }
    }
  }

  /// Keeps a set if it is among the first.
  private mutating func list(_ set: (opened: Int, actors: [Int])) {
    let place = listed.firstIndex { Self.precedes(set, $0) } ?? listed.count
    guard place < limits.listed else { return }
    listed.insert(set, at: place)
    if listed.count > limits.listed { listed.removeLast() }
  }

  private static func precedes(
    _ first: (opened: Int, actors: [Int]),
    _ second: (opened: Int, actors: [Int])
  ) -> Bool {
    first.opened != second.opened
      ? first.opened > second.opened : first.actors.lexicographicallyPrecedes(second.actors)
  }

  private mutating func choose(_ actor: Int) {
    chosen.append(actor)
    for group in cells.groupsOfActors[actor] {
      needed[group] -= 1
      if needed[group] == 0 { openedCount += cells.groups[group].cells.count }
    }
  }

  private mutating func unchoose(_ actor: Int) {
    chosen.removeLast()
    for group in cells.groupsOfActors[actor] {
      if needed[group] == 0 { openedCount -= cells.groups[group].cells.count }
      needed[group] += 1
    }
  }

  /// A set that does it, though perhaps not a smallest: actor after actor the one that opens most,
  /// then nobody in it whom it can spare.
  private mutating func greedySet() -> [Int] {
    while openedCount < wanted {
      var best: (opens: Int, share: Double, actor: Int)?
      for actor in cells.actors.indices where !chosen.contains(actor) {
        var (opens, share) = (0, 0.0)
        for group in cells.groupsOfActors[actor] where needed[group] > 0 {
          let count = cells.groups[group].cells.count
          if needed[group] == 1 { opens += count }
          share += Double(count) / Double(needed[group])
        }
        if best.map({ ($0.opens, $0.share) < (opens, share) }) ?? true {
          best = (opens, share, actor)
        }
      }
      guard let best else { break }
      choose(best.actor)
    }
    let all = chosen
    for actor in chosen.reversed() { unchoose(actor) }
    var kept = all
    for actor in all {
      let rest = kept.filter { $0 != actor }
      if cells.opened(by: rest).count >= wanted { kept = rest }
    }
    return kept.sorted()
  }
}
