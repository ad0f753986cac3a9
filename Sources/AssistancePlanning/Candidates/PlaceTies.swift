internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// How the places of a matrix are tied together: wholes, regional organizations, borders.
struct PlaceTies {
  /// A whole of a place, or the place itself.
  private struct Whole {
    let node: Int
    let level: Int
    /// The relation that leads to it, and the place below; none for the place itself.
    let edge: Int
    let below: Int
  }

  /// The relations that say that two places border on each other.
  static let borderKinds: [EdgeKind] = [
    "borders", "adjacent-to", "adjacent", "neighbours", "neighbors", "shares-border-with",
  ]
  /// The relations that lead from a place to a whole.
  static let wholeKinds: [EdgeKind] = [.partOf, "located-in"]

  private let graph: PropertyGraph
  private let rowCount: Int
  /// Each row's wholes, itself first, then level by level.
  private let wholes: [[Whole]]
  /// How many rows lie in each node.
  private let held: [Int: Int]
  /// Each row's regional organizations, with the relation that says so.
  private let organizations: [[(node: Int, edge: Int)]]
  private let memberCounts: [Int: Int]
  /// Each row's neighbours by their place among rows, with the first relation that says so.
  private let borders: [[Int: Int]]

  init(_ report: CoverageReport) {
    let graph = report.graph.graph
    let nodes = report.rows.compactMap { graph.row(of: $0) }
    self.graph = graph
    rowCount = nodes.count
    let parents = Self.targets(Self.wholeKinds, report)
    let wholes = nodes.map { Self.wholes(of: $0, parents) }
    self.wholes = wholes
    var held: [Int: Int] = [:]
    for whole in wholes.joined() { held[whole.node, default: 0] += 1 }
    self.held = held
    let memberships = Self.targets([.memberOf], report)
    var members: [Int: Int] = [:]
    let joined = nodes.map { node in
      var seen: Set<Int> = []
      return (memberships[node] ?? []).filter { seen.insert($0.node).inserted }
    }
    for membership in joined.joined() { members[membership.node, default: 0] += 1 }
    memberCounts = members
    let count = nodes.count
    organizations = joined.map { list in
      list.filter { Self.isRegional($0.node, members: members[$0.node] ?? 0, of: count, in: graph) }
    }
    borders = Self.borders(nodes, report)
  }

  /// Whether membership says something of where a place is.
  ///
  /// The subkind decides; without one, an organization of which every place is a member says nothing.
  private static func isRegional(
    _ node: Int,
    members: Int,
    of rowCount: Int,
    in graph: PropertyGraph
  ) -> Bool {
    guard let subkind = graph.nodes[node][.subkind] else { return members < rowCount }
    return subkind.lowercased().contains("region")
  }

  /// Where relations lead from each node, in the order of the graph.
  private static func targets(
    _ kinds: [EdgeKind],
    _ report: CoverageReport
  ) -> [Int: [(node: Int, edge: Int)]] {
    var targets: [Int: [(node: Int, edge: Int)]] = [:]
    for edge in report.countedRelations(kinds) where edge.from.row != edge.to.row {
      targets[edge.from.row, default: []].append((edge.to.row, edge.row))
    }
    return targets
  }

  private static func wholes(of node: Int, _ parents: [Int: [(node: Int, edge: Int)]]) -> [Whole] {
    var found = [Whole(node: node, level: 0, edge: -1, below: -1)]
    var seen: Set<Int> = [node]
    var place = 0
    while place < found.count {
      let below = found[place]
      for parent in parents[below.node] ?? [] where seen.insert(parent.node).inserted {
        found.append(
          Whole(node: parent.node, level: below.level + 1, edge: parent.edge, below: place)
        )
      }
      place += 1
    }
    return found
  }

  private static func borders(_ nodes: [Int], _ report: CoverageReport) -> [[Int: Int]] {
    var borders = [[Int: Int]](repeating: [:], count: nodes.count)
    let places = Dictionary(zip(nodes, nodes.indices)) { first, _ in first }
    for edge in report.countedRelations(borderKinds) {
      guard let from = places[edge.from.row], let to = places[edge.to.row], from != to else {
        continue
      }
      borders[from][to] = borders[from][to] ?? edge.row
      borders[to][from] = borders[to][from] ?? edge.row
    }
    return borders
  }

  // MARK: Asking

  /// How near every row is to one, by their places among rows; to itself it is the nearest whole.
  ///
  /// - Complexity: O(*r*·*w*) for *r* rows with *w* wholes each.
  func nearness(to row: Int) -> [Nearness] {
    var own: [Int: Int] = [:]
    for (place, whole) in wholes[row].enumerated() { own[whole.node] = place }
    return wholes.indices.map { other in
      nearness(of: other, to: row, sharedWhole(wholes[row], own, wholes[other]))
    }
  }

  private func sharedWhole(_ mine: [Whole], _ own: [Int: Int], _ others: [Whole]) -> SIMD2<Int>? {
    var best: (key: (Int, Int, Int, Int), places: SIMD2<Int>)?
    for (place, whole) in others.enumerated() {
      guard let mineAt = own[whole.node] else { continue }
      let (near, far) = (mine[mineAt].level, whole.level)
      let key = (max(near, far), near, far, whole.node)
      if best.map({ key < $0.key }) ?? true { best = (key, SIMD2(mineAt, place)) }
    }
    return best?.places
  }

  private func nearness(of other: Int, to row: Int, _ shared: SIMD2<Int>?) -> Nearness {
    if let edge = borders[row][other] {
      return Nearness(.adjacent, edges: [id(edge)])
    }
    if let shared {
      let (mine, its) = (wholes[row], wholes[other])
      let whole = mine[shared.x]
      let count = held[whole.node] ?? 0
      return Nearness(
        .sharedWhole,
        shared: graph.nodes[whole.node].id,
        levels: max(whole.level, its[shared.y].level),
        rowCount: count,
        holdsEveryRow: count == rowCount,
        edges: chain(mine, to: shared.x) + chain(its, to: shared.y)
      )
    }
    let theirs = Dictionary(
      organizations[other].map { ($0.node, $0.edge) }
    ) { first, _ in first }
    let common = organizations[row].filter { theirs[$0.node] != nil }
      .min { (memberCounts[$0.node] ?? 0, $0.node) < (memberCounts[$1.node] ?? 0, $1.node) }
    if let common, let edge = theirs[common.node] {
      return Nearness(
        .sharedOrganization,
        shared: graph.nodes[common.node].id,
        rowCount: memberCounts[common.node] ?? 0,
        edges: [id(common.edge), id(edge)]
      )
    }
    return Nearness(.unrelated)
  }

  private func chain(_ wholes: [Whole], to place: Int) -> [EdgeID] {
    var edges: [EdgeID] = []
    var place = place
    while wholes[place].below >= 0 {
      edges.append(id(wholes[place].edge))
      place = wholes[place].below
    }
    return edges.reversed()
  }

  private func id(_ row: Int) -> EdgeID { graph.tables.edges.id(of: row) }
}
