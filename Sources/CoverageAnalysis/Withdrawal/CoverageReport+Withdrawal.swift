internal import AssistanceModel
internal import Foundation
public import GraphCore

extension CoverageReport {
  /// What changes if some actors leave: the cells that fall to nobody, to unnamed providers, to one.
  ///
  ///     report.withdrawal(of: ["wfp"]).opened.count  // cells that WFP holds alone
  ///
  /// A fact with several providers holds as long as one of them stays. Under a roll-up name the
  /// wholes: a part counts as its whole. A cell that falls to nobody is told as such even where the
  /// sources could not have shown activity: they did.
  ///
  /// - Parameter actors: Who leaves; others than providers change nothing.
  /// - Returns: The matrix before and after, side by side where they differ.
  /// - Complexity: O(*e* + *r*·*k*) for *e* facts in cells, *r* rows and *k* columns.
  public func withdrawal(of actors: some Sequence<NodeID>) -> Withdrawal {
    let nodes = graph.graph
    let leaving = Set(actors.compactMap { nodes[$0].map { UInt32($0.row) } })
    let providers = CellProviders(self)
    var changes: [Withdrawal.Change] = []
    var counts: [CoverageState: Int] = [:]
    for cell in states.indices {
      let all = providers.all(cell)
      let gone = all.filter { leaving.contains($0) }
      var state = states[cell]
      if !gone.isEmpty {
        state = CellProviders.state(
          named: providers.named(cell).count { !leaving.contains($0) },
          total: all.count - gone.count,
          isUnattributed: providers.isUnattributed[cell],
          before: state
        )
      }
      counts[state, default: 0] += 1
      guard state != states[cell] else { continue }
      changes.append(
        Withdrawal.Change(
          row: rows[cell / columns.count],
          column: columns[cell % columns.count],
          before: states[cell],
          after: state,
          leaving: gone.map { nodes.nodes[Int($0)].id },
          remaining: all.filter { !leaving.contains($0) }.map { nodes.nodes[Int($0)].id }
        )
      )
    }
    return Withdrawal(
      actors: leaving.sorted().map { nodes.nodes[Int($0)].id },
      changes: changes,
      counts: counts
    )
  }

  /// What the leaving of each named actor alone would change, the heaviest loss first.
  ///
  /// Ranked by cells that fall to nobody, then to unnamed providers, then to one, then by
  /// exclusivity; equals in the order of the graph.
  ///
  ///     report.losses().first?.actor  // whose leaving opens most
  ///
  /// - Returns: A loss for every actor that is reported by name in some cell.
  /// - Complexity: O(*e* + *r*·*k* + *a* log *a*): one pass for all actors, not one for each.
  public func losses() -> [ActorLoss] {
    let providers = CellProviders(self)
    let nodeCount = graph.graph.nodeCount
    var cells = [Int](repeating: 0, count: nodeCount)
    var (opened, unnamed, thinned) = (cells, cells, cells)
    var exclusivity = [Double](repeating: 0, count: nodeCount)
    // Cells share few numbers of providers.
    var weights: [Double] = []
    for cell in states.indices where states[cell].isCovered {
      let (named, total) = (providers.named(cell), providers.all(cell).count)
      while weights.count <= total { weights.append(exp(1 - Double(weights.count))) }
      for provider in named {
        let actor = Int(provider)
        cells[actor] += 1
        exclusivity[actor] += weights[total]
        let after = CellProviders.state(
          named: named.count - 1,
          total: total - 1,
          isUnattributed: providers.isUnattributed[cell],
          before: states[cell]
        )
        guard after != states[cell] else { continue }
        switch after {
        case .nobody: opened[actor] += 1
        case .unnamedOnly: unnamed[actor] += 1
        case .one: thinned[actor] += 1
        case .several, .unobservable, .notNeeded: break
        }
      }
    }
    func rank(_ row: Int) -> (Int, Int, Int, Double, Int) {
      (-opened[row], -unnamed[row], -thinned[row], -exclusivity[row], row)
    }
    return cells.indices.filter { cells[$0] > 0 }
      .sorted { rank($0) < rank($1) }
      .map { row in
        ActorLoss(
          actor: graph.graph.nodes[row].id,
          cellCount: cells[row],
          openedCount: opened[row],
          unnamedCount: unnamed[row],
          thinnedCount: thinned[row],
          exclusivity: exclusivity[row]
        )
      }
  }
}
