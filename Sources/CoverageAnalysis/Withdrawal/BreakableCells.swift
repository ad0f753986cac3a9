internal import AssistanceModel
internal import GraphCore

/// What each cell has to lose for a gap to open: so many of its named providers.
///
/// Cells with the same providers and the same need are one.
struct BreakableCells {
  /// Cells that fall together.
  struct Group {
    /// The providers by their numbers, ascending.
    let actors: [Int]
    /// How many of them have to leave.
    let needed: Int
    /// The places of the cells.
    var cells: [Int]
  }

  /// The rows of the actors, ascending; an actor's number is its place.
  let actors: [UInt32]
  /// The groups, in the order of their first cells.
  let groups: [Group]
  /// The groups of each actor.
  let groupsOfActors: [[Int]]

  /// How many cells there are.
  var openableCount: Int { groups.reduce(0) { $0 + $1.cells.count } }

  init(_ report: CoverageReport) {
    let providers = CellProviders(report)
    var isUsed = [Bool](repeating: false, count: report.graph.graph.nodeCount)
    var found: [(tops: [UInt32], needed: Int, cells: [Int])] = []
    var places: [[UInt32]: Int] = [:]
    for cell in report.states.indices {
      let (named, required) = (providers.named(cell), report.required(of: cell))
      guard required > 0, named.count >= required else { continue }
      let (tops, needed) = (named.sorted(), named.count - required + 1)
      for top in tops { isUsed[Int(top)] = true }
      let place = places[tops + [UInt32(needed)]] ?? found.count
      if place == found.count {
        places[tops + [UInt32(needed)]] = place
        found.append((tops, needed, []))
      }
      found[place].cells.append(cell)
    }
    let used = isUsed.indices.filter { isUsed[$0] }
    var numbers = [Int](repeating: -1, count: isUsed.count)
    for (number, row) in used.enumerated() { numbers[row] = number }
    var groupsOfActors = [[Int]](repeating: [], count: used.count)
    groups = found.map { group in
      Group(actors: group.tops.map { numbers[Int($0)] }, needed: group.needed, cells: group.cells)
    }
    for (place, group) in groups.enumerated() {
      for actor in group.actors { groupsOfActors[actor].append(place) }
    }
    actors = used.map { UInt32($0) }
    self.groupsOfActors = groupsOfActors
  }

  /// The places of the cells that the leaving of some actors opens, ascending.
  func opened(by set: [Int]) -> [Int] {
    let leaving = Set(set)
    var touched: Set<Int> = []
    for actor in set { touched.formUnion(groupsOfActors[actor]) }
    return touched.filter { groups[$0].actors.count { leaving.contains($0) } >= groups[$0].needed }
      .flatMap { groups[$0].cells }
      .sorted()
  }
}
