internal import AssistanceModel
public import GraphCore

extension CoverageReport {
  /// What changes if some actors leave: the cells that fall to nobody, to unnamed providers, to one.
  ///
  ///     report.withdrawal(of: ["wfp"]).opened.count  // cells that WFP holds alone
  ///
  /// A fact with several providers holds as long as one of them stays. Under a roll-up a whole leaves
  /// with all its parts, a part alone. A cell that falls to nobody is told as such even where the
  /// sources could not have shown activity: they did.
  ///
  /// - Parameter actors: Who leaves; others than providers change nothing.
  /// - Returns: The matrix before and after, side by side where they differ.
  /// - Complexity: O(*e* + *r*·*k*) for *e* facts in cells, *r* rows and *k* columns.
  public func withdrawal(of actors: some Sequence<NodeID>) -> Withdrawal {
    withdrawal(of: Departure(actors: Set(actors)))
  }

  /// What changes if actors leave, and facts and relations no longer hold.
  ///
  ///     let departure = report.departure(fundedThrough: ["ministry"])
  ///     report.withdrawal(of: departure).counts[.nobody]
  ///
  /// - Parameter departure: Who and what goes.
  /// - Returns: The matrix before and after, side by side where they differ.
  /// - Complexity: O(*e* + *r*·*k*) for *e* facts in cells, *r* rows and *k* columns.
  public func withdrawal(of departure: Departure) -> Withdrawal {
    Withdrawing(self, departure).withdrawal()
  }
}

/// Counts what is left of each cell.
private struct Withdrawing {
  /// What is left of a cell.
  struct Remainder {
    var isTouched = false
    var (named, total) = (0, 0)
    var isUnattributed = false
    var supplyBefore = 0
  }

  private let report: CoverageReport
  private let departure: Departure
  private let leaving: LeavingRows
  private let ends: FactTable.Ends

  init(_ report: CoverageReport, _ departure: Departure) {
    self.report = report
    self.departure = departure
    leaving = LeavingRows(departure, in: report)
    ends = report.graph.facts.ends(report.question.providers)
  }

  func withdrawal() -> Withdrawal {
    var touched: [Withdrawal.Change] = []
    var (before, after): ([CoverageState: Int], [CoverageState: Int]) = ([:], [:])
    var stamps = Stamps(nodeCount: leaving.isLeaving.count)
    for cell in report.states.indices {
      let state = report.states[cell]
      let left = remainder(cell, &stamps)
      let now =
        left.isTouched
        ? CellProviders.state(
          named: left.named,
          total: left.total,
          isUnattributed: left.isUnattributed,
          before: state
        ) : state
      before[state, default: 0] += 1
      after[now, default: 0] += 1
      guard left.isTouched, state.isCovered else { continue }
      touched.append(change(cell, now, left))
    }
    let nodes = report.graph.graph
    return Withdrawal(
      departure: departure,
      actors: departure.actors.compactMap { nodes.row(of: $0) }.sorted().map { nodes.nodes[$0].id },
      facts: fallenFacts,
      touched: touched,
      countsBefore: before,
      counts: after
    )
  }

  /// Which nodes were met in a cell, with everybody and of what is left.
  private struct Stamps {
    var all: [UInt32]
    var left: [UInt32]
    var isNamed: [Bool?]

    init(nodeCount: Int) {
      all = Array(repeating: .max, count: nodeCount)
      left = all
      isNamed = Array(repeating: nil, count: nodeCount)
    }
  }

  private func remainder(_ cell: Int, _ stamps: inout Stamps) -> Remainder {
    var found = Remainder()
    for entry in report.counted.of(cell) {
      let isGone = leaving.isGone(entry)
      let run = ends.run(Int(entry.fact))
      if isGone { found.isTouched = true }
      if run.isEmpty, !isGone { found.isUnattributed = true }
      for place in run {
        let row = Int(ends.rows[place])
        let top = Int(report.rollUp.top[row])
        let isNamed = stamps.isNamed[top] ?? report.graph.graph.nodes[top].isNamed
        stamps.isNamed[top] = isNamed
        if stamps.all[top] != UInt32(cell) {
          stamps.all[top] = UInt32(cell)
          if isNamed { found.supplyBefore += 1 }
        }
        if isGone || leaving.isLeaving[row] {
          found.isTouched = true
        } else if stamps.left[top] != UInt32(cell) {
          stamps.left[top] = UInt32(cell)
          found.total += 1
          if isNamed { found.named += 1 }
        }
      }
    }
    return found
  }

  private func change(
    _ cell: Int,
    _ after: CoverageState,
    _ left: Remainder
  ) -> Withdrawal.Change {
    let staying = Set(
      report.counted.of(cell).filter { !leaving.isGone($0) }.map { Self.key($0) }
    )
    var (gone, remaining): ([CoverageProvider], [CoverageProvider]) = ([], [])
    for provider in report.providers(of: cell) {
      let left = provider.witnesses.filter { holds($0, by: provider.id, staying) }
      if left.isEmpty {
        gone.append(provider)
      } else {
        remaining.append(
          CoverageProvider(id: provider.id, designation: provider.designation, witnesses: left)
        )
      }
    }
    let unattributed = report.unattributed(of: cell)
    return Withdrawal.Change(
      row: report.rows[cell / report.columns.count],
      column: report.columns[cell % report.columns.count],
      before: report.states[cell],
      after: after,
      required: report.required(of: cell),
      supplyBefore: left.supplyBefore,
      supplyAfter: left.named,
      leaving: Self.namedFirst(gone),
      remaining: Self.namedFirst(remaining),
      unattributed: unattributed.filter { staying.contains(key($0)) },
      unattributedLeaving: unattributed.filter { !staying.contains(key($0)) }
    )
  }

  private static func key(_ entry: CoverageEntries.Entry) -> SIMD2<UInt32> {
    SIMD2(entry.fact, entry.via)
  }

  private func key(_ witness: CoverageWitness) -> SIMD2<UInt32> {
    let graph = report.graph
    let via = witness.via.flatMap { graph.graph[$0] }.map { UInt32($0.row) }
    return SIMD2(number(of: witness.fact), via ?? CoverageEntries.Entry.direct)
  }

  /// The number of a fact: facts are in the order of their rows.
  private func number(of fact: NodeID) -> UInt32 {
    let rows = report.graph.facts.nodeRows
    guard let row = report.graph.graph.row(of: fact) else { return .max }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < UInt32(row) { low = middle + 1 } else { high = middle }
    }
    return UInt32(low)
  }

  /// Whether a witness still tells of a provider: it holds, and somebody stays who counts as it.
  private func holds(
    _ witness: CoverageWitness,
    by provider: NodeID,
    _ staying: Set<SIMD2<UInt32>>
  ) -> Bool {
    let key = key(witness)
    guard staying.contains(key), let top = report.graph.graph.row(of: provider) else {
      return false
    }
    return ends.run(Int(key.x)).contains { place in
      let row = Int(ends.rows[place])
      return Int(report.rollUp.top[row]) == top && !leaving.isLeaving[row]
    }
  }

  private static func namedFirst(_ providers: [CoverageProvider]) -> [CoverageProvider] {
    providers.filter { $0.designation == .named } + providers.filter { $0.designation != .named }
  }

  /// Facts that counted in a cell and count in none any more.
  private var fallenFacts: [NodeID] {
    let facts = report.graph.facts
    var (counted, holds) = (
      [Bool](repeating: false, count: facts.count), [Bool](repeating: false, count: facts.count)
    )
    for entry in report.counted.entries {
      let fact = Int(entry.fact)
      counted[fact] = true
      guard !holds[fact], !leaving.isGone(entry) else { continue }
      let run = ends.run(fact)
      holds[fact] = run.isEmpty || run.contains { !leaving.isLeaving[Int(ends.rows[$0])] }
    }
    let nodes = report.graph.graph.nodes
    return counted.indices.filter { counted[$0] && !holds[$0] }
      .map { nodes[Int(facts.nodeRows[$0])].id }
  }
}
