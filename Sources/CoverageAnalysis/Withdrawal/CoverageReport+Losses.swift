internal import AssistanceModel
internal import Foundation
internal import GraphCore

extension CoverageReport {
  /// What the leaving of each named actor alone would change, the heaviest loss first.
  ///
  /// Ranked by ``ActorLoss/rankingRule``.
  ///
  ///     report.losses().first?.actor  // whose leaving opens most
  ///
  /// - Returns: A loss for every actor that is reported by name in some cell.
  /// - Complexity: O(*e* + *r*·*k* + *a* log *a*): one pass for all actors, not one for each.
  public func losses() -> [ActorLoss] {
    let providers = CellProviders(self)
    var counts = LossCounts(nodeCount: graph.graph.nodeCount)
    // Cells share few numbers of providers.
    var weights: [Double] = []
    for cell in states.indices where !providers.named(cell).isEmpty {
      let state = states[cell]
      let (named, total) = (providers.named(cell), providers.all(cell).count)
      while weights.count <= total { weights.append(exp(1 - Double(weights.count))) }
      let after = CellProviders.state(
        named: named.count - 1,
        total: total - 1,
        isUnattributed: providers.isUnattributed[cell],
        before: state
      )
      let isShort = named.count == required(of: cell)
      for provider in named where state.isCovered {
        counts.add(Int(provider), cell, from: state, to: after, fallsShort: isShort)
        counts.exclusivity[Int(provider)] += weights[total]
      }
    }
    return counts.losses(of: counts.cells.indices.filter { counts.cells[$0] > 0 }, in: self)
  }
}

/// What falls with each node, as it is counted.
struct LossCounts {
  private(set) var cells: [Int]
  private var unnamed: [Int]
  private var thinned: [Int]
  private var short: [Int]
  /// The cells that open, by node: the last one of each, and before each cell the one before it.
  private var lastOpened: [Int]
  private var earlier: [(cell: Int, before: Int)] = []
  var exclusivity: [Double]

  init(nodeCount: Int) {
    cells = Array(repeating: 0, count: nodeCount)
    (unnamed, thinned, short) = (cells, cells, cells)
    lastOpened = Array(repeating: -1, count: nodeCount)
    exclusivity = Array(repeating: 0, count: nodeCount)
  }

  /// Counts a cell in which something falls with a node.
  mutating func add(
    _ node: Int,
    _ cell: Int,
    from before: CoverageState,
    to after: CoverageState,
    fallsShort: Bool
  ) {
    cells[node] += 1
    if fallsShort { short[node] += 1 }
    guard after != before else { return }
    switch after {
    case .nobody:
      earlier.append((cell, lastOpened[node]))
      lastOpened[node] = earlier.count - 1
    case .unnamedOnly: unnamed[node] += 1
    case .one: thinned[node] += 1
    case .several, .unobservable, .notNeeded: break
    }
  }

  /// The losses of some nodes, ranked.
  func losses(of rows: [Int], in report: CoverageReport) -> [ActorLoss] {
    ActorLoss.ranked(
      rows.map { row in
        var opened: [Int] = []
        var place = lastOpened[row]
        while place >= 0 {
          opened.append(earlier[place].cell)
          place = earlier[place].before
        }
        return ActorLoss(
          actor: report.graph.graph.nodes[row].id,
          cellCount: cells[row],
          openedCount: opened.count,
          unnamedCount: unnamed[row],
          thinnedCount: thinned[row],
          shortCount: short[row],
          exclusivity: exclusivity[row],
          opened: opened.reversed()
        )
      }
    )
  }
}
