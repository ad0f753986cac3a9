internal import AssistanceModel
internal import Foundation
internal import GraphCore
internal import NetworkAlgorithms

extension CoverageReport {
  /// What would fall if everything funded through somebody ended, for each in turn, the heaviest
  /// loss first.
  ///
  /// As ``departure(fundedThrough:)`` of each alone, ranked by ``ActorLoss/rankingRule``; whoever
  /// funds is listed even if nothing would change.
  ///
  /// - Returns: A loss for everybody who pays, passes money on or runs something.
  /// - Complexity: O(*e*·*c* log *c* + *n*·*m*) for *e* facts in cells, each of which falls with *c*
  ///   actors alone, *n* nodes and *m* payments (at worst; in practice *n* + *m*): one pass for all.
  public func fundingLosses() -> [ActorLoss] {
    let chains = FundingChains(self)
    let funders = chains.funders
    guard !funders.isEmpty else { return [] }
    var pass = FundingPass(self, chains)
    for cell in states.indices where states[cell].isCovered { pass.count(cell) }
    return pass.counts.losses(of: funders.map { Int($0) }, in: self)
  }
}

/// Counts for each cell what falls with each actor alone.
private struct FundingPass {
  /// Somebody's leaving takes so many of a provider's statements in a cell.
  private struct Taken {
    let actor: UInt32
    /// The provider; `unattributed` for statements without any.
    let provider: UInt32
  }

  private static let unattributed = UInt32.max

  private(set) var counts: LossCounts
  private let report: CoverageReport
  private let ends: FactTable.Ends
  private let chains: FundingChains
  private let dominators: DominatorTree
  /// The actors that each fact falls with, once it was met.
  private var critical: [[UInt32]?]
  /// How many statements each provider has in a cell, and the cell for which that was counted.
  private var support: [Int]
  private var stamps: [UInt32]

  init(_ report: CoverageReport, _ chains: FundingChains) {
    let nodeCount = report.graph.graph.nodeCount
    self.report = report
    self.chains = chains
    ends = report.graph.facts.ends(report.question.providers)
    dominators = chains.payments.dominators()
    counts = LossCounts(nodeCount: nodeCount)
    critical = Array(repeating: nil, count: report.graph.facts.count)
    support = Array(repeating: 0, count: nodeCount)
    stamps = Array(repeating: .max, count: nodeCount)
  }

  mutating func count(_ cell: Int) {
    var (taken, providers): ([Taken], [UInt32]) = ([], [])
    var unattributed = 0
    for entry in report.counted.of(cell) {
      let fact = Int(entry.fact)
      let actors = critical[fact] ?? chains.critical(of: fact, dominators)
      critical[fact] = actors
      var tops: [UInt32] = []
      for place in ends.run(fact) {
        let top = report.rollUp.top[Int(ends.rows[place])]
        if !tops.contains(top) { tops.append(top) }
      }
      if tops.isEmpty {
        unattributed += 1
        taken += actors.map { Taken(actor: $0, provider: Self.unattributed) }
      }
      for top in tops {
        if stamps[Int(top)] != UInt32(cell) {
          stamps[Int(top)] = UInt32(cell)
          support[Int(top)] = 0
          providers.append(top)
        }
        support[Int(top)] += 1
        taken += actors.map { Taken(actor: $0, provider: top) }
        // Whoever leaves provides nothing either, though the fact may hold by others.
        if !actors.contains(top) { taken.append(Taken(actor: top, provider: top)) }
      }
    }
    guard !taken.isEmpty else { return }
    settle(cell, taken, providers, unattributed)
  }

  private mutating func settle(
    _ cell: Int,
    _ taken: [Taken],
    _ providers: [UInt32],
    _ unattributed: Int
  ) {
    let nodes = report.graph.graph.nodes
    let named = providers.count { nodes[Int($0)].isNamed }
    let required = report.required(of: cell)
    let sorted = taken.sorted { ($0.actor, $0.provider) < ($1.actor, $1.provider) }
    var place = 0
    while place < sorted.count {
      let actor = sorted[place].actor
      var (lostNamed, lost, lostUnattributed) = (0, 0, 0)
      while place < sorted.count, sorted[place].actor == actor {
        let (provider, start) = (sorted[place].provider, place)
        while place < sorted.count, sorted[place].actor == actor,
          sorted[place].provider == provider
        {
          place += 1
        }
        if provider == Self.unattributed {
          lostUnattributed = place - start
        } else if place - start == support[Int(provider)] {
          lost += 1
          if nodes[Int(provider)].isNamed { lostNamed += 1 }
        }
      }
      counts.add(
        Int(actor),
        cell,
        from: report.states[cell],
        to: CellProviders.state(
          named: named - lostNamed,
          total: providers.count - lost,
          isUnattributed: unattributed > lostUnattributed,
          before: report.states[cell]
        ),
        fallsShort: named >= required && named - lostNamed < required
      )
    }
    for provider in providers where nodes[Int(provider)].isNamed {
      counts.exclusivity[Int(provider)] += exp(1 - Double(providers.count))
    }
  }
}
