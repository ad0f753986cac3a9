internal import AssistanceModel
internal import GraphCore
internal import NetworkAlgorithms

/// Through whom each fact is funded.
///
/// What a fact itself names comes first: whoever pays, passes on and runs it make chains of one of
/// each role. Where it names none, its providers are followed up the payments.
struct FundingChains {
  /// The ends of facts through which money comes, from the source to the work.
  static let roles: [EdgeKind] = ["funder", "extending", "programming"]
  /// The relation of whoever pays to whom it pays.
  static let payment: EdgeKind = "funds"

  /// Who pays whom, the wholes under a roll-up.
  let payments: PaymentNetwork
  /// The roles that some fact has, with whom it names in them.
  let levelRoles: [(role: EdgeKind, ends: FactTable.Ends)]
  private let levels: [FactTable.Ends]
  private let providers: FactTable.Ends
  private let tops: [UInt32]

  init(_ report: CoverageReport) {
    let graph = report.graph
    levelRoles = Self.roles.map { ($0, graph.facts.ends($0)) }.filter { !$0.1.rows.isEmpty }
    levels = levelRoles.map(\.ends)
    providers = graph.facts.ends(report.question.providers)
    tops = report.rollUp.top
    let scope = Scope(report.question)
    var pairs: [SIMD2<UInt32>] = []
    for edge in graph.graph.edges(of: Self.payment) where scope.leftOut(edge).isEmpty {
      let (from, to) = (tops[edge.from.row], tops[edge.to.row])
      if from != to { pairs.append(SIMD2(from, to)) }
    }
    payments = PaymentNetwork(nodeCount: tops.count, pairs)
  }

  /// Whether a fact names anybody through whom it is funded.
  private func isNamed(_ fact: Int) -> Bool {
    for level in levels where !level.run(fact).isEmpty { return true }
    return false
  }

  /// Whether it is told through whom a fact is funded: it says so, or each provider is paid.
  func isTold(_ fact: Int) -> Bool {
    if isNamed(fact) { return true }
    let run = providers.run(fact)
    return !run.isEmpty && run.allSatisfy { payments.isPaid(tops[Int(providers.rows[$0])]) }
  }

  /// Whether a fact falls with those who leave.
  ///
  /// - Parameters:
  ///   - fact: The number of the fact.
  ///   - leaving: Who leaves.
  ///   - isPaid: Whom money still reaches (``PaymentNetwork/isAlive(without:)``).
  /// - Returns: Whether every chain of its funding passes somebody who leaves.
  func falls(_ fact: Int, _ leaving: LeavingRows, isPaid: [Bool]) -> Bool {
    if isNamed(fact) {
      for level in levels {
        let run = level.run(fact)
        if !run.isEmpty, run.allSatisfy({ leaving.isLeaving[Int(level.rows[$0])] }) { return true }
      }
      return false
    }
    let run = providers.run(fact)
    return !run.isEmpty
      && run.allSatisfy { place in
        let row = Int(providers.rows[place])
        return leaving.isLeaving[row] || !isPaid[Int(tops[row])]
      }
  }

  /// The actors each of whom a fact falls with if it alone leaves, ascending by row.
  func critical(of fact: Int, _ dominators: DominatorTree) -> [UInt32] {
    var found: [UInt32] = []
    func only(_ ends: FactTable.Ends) -> UInt32? {
      let run = ends.run(fact)
      guard let first = run.first else { return nil }
      let top = tops[Int(ends.rows[first])]
      return run.allSatisfy { tops[Int(ends.rows[$0])] == top } ? top : nil
    }
    if isNamed(fact) {
      for ends in levels + [providers] {
        if let top = only(ends), !found.contains(top) { found.append(top) }
      }
    } else {
      let run = providers.run(fact)
      guard let first = run.first else { return [] }
      var common = dominators.dominators(of: tops[Int(providers.rows[first])])
      for place in run.dropFirst() {
        let chain = dominators.dominators(of: tops[Int(providers.rows[place])])
        common.removeAll { !chain.contains($0) }
      }
      found = common
    }
    return found.sorted()
  }

  /// The rows of everybody who pays, passes on or runs something.
  var funders: [UInt32] {
    var isFunder = payments.isPayer
    for level in levels {
      for row in level.rows { isFunder[Int(tops[Int(row)])] = true }
    }
    return isFunder.indices.filter { isFunder[$0] }.map { UInt32($0) }
  }
}
