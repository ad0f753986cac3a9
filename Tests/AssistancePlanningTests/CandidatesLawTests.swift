import AssistanceModel
import AssistancePlanning
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CandidatesLawTests {
  @Test(arguments: UInt64(0)..<200)
  func `reasons, places, routes and ranks are those of a plain search`(_ seed: UInt64) throws {
    let random = try RandomCandidates(seed: seed)
    let report = random.graph.coverage(random.question)
    let naive = try NaiveCandidates(report, random.options)
    let cells = report.gaps(Set(CoverageState.allCases))
    #expect(cells.count == report.states.count)
    for answer in report.candidates(for: cells, random.options) {
      let (row, column) = (answer.row, answer.column)
      let expected = naive.candidates(row, column)
      #expect(answer.candidates.map(\.actor) == expected.map(\.actor))
      #expect(answer.candidates.map(\.rank) == expected.map(\.rank))
      #expect(answer.count == expected.count)
      #expect(answer.providers == naive.providers(row, column))
      for (candidate, plain) in zip(answer.candidates, expected) {
        expectEqual(candidate, plain, row, column, naive)
      }
      let unnamed = naive.unnamed(row, column)
      #expect(
        [answer.unnamed.here, answer.unnamed.elsewhere, answer.unnamed.general]
          == unnamed.map(\.count)
      )
      #expect(answer.unnamed.total == unnamed.reduce(Set()) { $0.union($1) }.count)
      let hints = naive.hints(row, column)
      #expect(answer.hints.map(\.actor) == naive.nodes.filter { hints[$0] != nil })
      #expect(answer.hints.map(\.witness.fact) == answer.hints.map { hints[$0.actor] })
    }
  }

  private func expectEqual(
    _ candidate: Candidate,
    _ plain: NaiveCandidates.Ranked,
    _ row: NodeID,
    _ column: NodeID,
    _ naive: NaiveCandidates
  ) {
    #expect(
      candidate.here.map { NaiveCandidates.Activity(column: $0.column, witnesses: $0.witnesses) }
        == plain.here
    )
    #expect(candidate.elsewhere.map(\.row) == plain.elsewhere)
    for place in candidate.elsewhere {
      let near = place.nearness
      #expect(
        NaiveCandidates.Near(
          tie: near.tie,
          shared: near.shared,
          levels: near.levels,
          rowCount: near.rowCount,
          isNearBy: near.isNearBy
        ) == naive.near(place.row, to: row)
      )
      #expect(isChain(near, from: row, to: place.row, naive))
      let cell = naive.cell(place.row, column)
      #expect(
        place.witnesses == cell?.providers.first { $0.id == candidate.actor }?.witnesses
      )
    }
    #expect(candidate.general == naive.offer(candidate.actor, column))
    #expect(
      candidate.relatives.map {
        NaiveCandidates.Relative(
          actor: $0.actor,
          relation: $0.relation,
          isWhole: $0.isWhole,
          rows: $0.rows,
          facts: $0.facts
        )
      } == plain.relatives
    )
    #expect(candidate.route == plain.route)
  }

  /// Whether the relations lead from both places up to what they share.
  private func isChain(
    _ near: Nearness,
    from row: NodeID,
    to other: NodeID,
    _ naive: NaiveCandidates
  ) -> Bool {
    let counted = Set(naive.relations(.partOf, "located-in", .memberOf, "borders").map(\.id))
    let edges = near.edges.compactMap { naive.graph.graph[$0] }
    guard edges.allSatisfy({ counted.contains($0.id) }) else { return false }
    guard let shared = near.shared else {
      return near.tie == .unrelated
        ? edges.isEmpty
        : edges.count == 1 && Set([edges[0].from.id, edges[0].to.id]) == [row, other]
    }
    var (place, rest) = (row, edges[...])
    for end in [shared, shared] {
      while place != end, let edge = rest.popFirst() {
        guard edge.from.id == place else { return false }
        place = edge.to.id
      }
      guard place == end else { return false }
      if rest.first?.from.id == other || rest.isEmpty { place = rest.isEmpty ? end : other }
    }
    return rest.isEmpty && place == shared
  }

  @Test(arguments: UInt64(0)..<100)
  func `all gaps at once are told as each alone, and in any order of asking`(_ seed: UInt64) throws
  {
    let random = try RandomCandidates(seed: seed)
    let report = random.graph.coverage(random.question)
    let gaps = report.gaps()
    let together = report.candidates(for: gaps, random.options)
    #expect(together.map(\.row) == gaps.map(\.cell.row))
    #expect(together.map(\.column) == gaps.map(\.cell.column))
    for answer in together {
      #expect(
        report.candidates(row: answer.row, column: answer.column, random.options) == answer
      )
    }
    #expect(report.candidates(for: gaps.reversed(), random.options) == together.reversed())
    let cut = report.candidates(for: gaps, limit: 2, random.options)
    #expect(cut.map(\.candidates) == together.map { Array($0.candidates.prefix(2)) })
    #expect(cut.map(\.count) == together.map(\.count))
  }

  @Test(arguments: UInt64(0)..<100)
  func `leaving out routes changes no other reason`(_ seed: UInt64) throws {
    let random = try RandomCandidates(seed: seed)
    var (with, without) = (random.options, random.options)
    (with.findsRoutes, without.findsRoutes) = (true, false)
    let report = random.graph.coverage(random.question)
    let cells = report.gaps(Set(CoverageState.allCases))
    let (all, some) = (report.candidates(for: cells, with), report.candidates(for: cells, without))
    for (all, some) in zip(all.map(\.candidates), some.map(\.candidates)) {
      for candidate in some {
        let same = all.first { $0.actor == candidate.actor }
        #expect(same?.here == candidate.here)
        #expect(same?.elsewhere == candidate.elsewhere)
        #expect(same?.general == candidate.general)
      }
      let added = all.filter { candidate in !some.contains { $0.actor == candidate.actor } }
      #expect(added.allSatisfy { $0.reasons.last == .route && $0.here.isEmpty })
    }
  }
}

extension NaiveCandidates {
  /// The named providers of a cell, in the order of the graph.
  fileprivate func providers(_ row: NodeID, _ column: NodeID) -> [NodeID] {
    let all = (cell(row, column)?.providers ?? []).map(\.id)
    return nodes.filter { all.contains($0) && isNamed($0) }
  }
}
