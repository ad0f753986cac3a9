import AssistanceModel
import AssistancePlanning
import CoordinationAnalysis
import CoverageAnalysis
import GraphCore

extension NaiveCandidates {
  /// A candidate with what ranks it.
  struct Ranked {
    let actor: NodeID
    let key: [Double]
    let here: [Activity]
    let elsewhere: [NodeID]
    let relatives: [Relative]
    let route: CoordinationPath?
    var rank = 0
  }

  /// Whether an actor is reported to provide anything.
  private func provides(_ actor: NodeID) -> Bool {
    report.rows.contains { !here(actor, $0).isEmpty }
      || report.columns.contains { offer(actor, $0) != nil }
  }

  /// Everybody, ranked by the rule as it is written out.
  func candidates(_ row: NodeID, _ column: NodeID) -> [Ranked] {
    let providers = (cell(row, column)?.providers ?? []).map(\.id)
    var found: [Ranked] = []
    for actor in nodes where graph.graph[actor]?.kind == .actor && isNamed(actor) {
      guard !providers.contains(actor) else { continue }
      let (here, doing, offer) = (here(actor, row), doing(actor, column), offer(actor, column))
      let way = route(actor, row)
      let isShort = way.map { $0.steps.count <= options.maximumRouteSteps } ?? false
      guard
        !here.isEmpty || !doing.isEmpty || offer != nil || (isShort && provides(actor))
      else { continue }
      let near = doing.map { self.near($0.row, to: row) }
      let nearest = near.min { $0.order.lexicographicallyPrecedes($1.order) }
      let relatives = here.isEmpty && way == nil ? [] : relatives(actor, column)
      let kind = nearest != nil ? 0 : offer != nil ? 1 : relatives.isEmpty ? 3 : 2
      var facts = 0
      for place in doing { facts += Set(place.witnesses.map(\.fact)).count }
      facts += (offer?.facts.count ?? 0) + (offer?.edges.count ?? 0) / 2
      let order = nearest?.order ?? [0, 0]
      let places = near.count { $0.order == order }
      let key: [Double] = [
        !here.isEmpty && nearest?.isNearBy == true ? 0 : 1, Double(kind), Double(order[0]),
        Double(order[1]), here.isEmpty ? 1 : 0, way?.cost ?? .infinity, -Double(places),
        -Double(facts), -Double(Set(here.flatMap { $0.witnesses.map(\.fact) }).count),
      ]
      found.append(
        Ranked(
          actor: actor,
          key: key,
          here: here,
          elsewhere: doing.indices.sorted {
            (near[$0].order + [$0]).lexicographicallyPrecedes(near[$1].order + [$1])
          }.map { doing[$0].row },
          relatives: relatives,
          route: way
        )
      )
    }
    var sorted = found.indices.sorted {
      (found[$0].key + [Double($0)]).lexicographicallyPrecedes(found[$1].key + [Double($1)])
    }.map { found[$0] }
    for index in sorted.indices {
      sorted[index].rank = 1 + sorted.count { $0.key.lexicographicallyPrecedes(sorted[index].key) }
    }
    return sorted
  }

  /// Those without a name of their own: here, elsewhere, in general.
  func unnamed(_ row: NodeID, _ column: NodeID) -> [Set<NodeID>] {
    let providers = (cell(row, column)?.providers ?? []).map(\.id)
    let all = nodes.filter {
      graph.graph[$0]?.kind == .actor && !isNamed($0) && !providers.contains($0)
    }
    return [
      Set(all.filter { !here($0, row).isEmpty }), Set(all.filter { !doing($0, column).isEmpty }),
      Set(all.filter { offer($0, column) != nil }),
    ]
  }

  /// Whom statements out of scope would add, with the first such statement.
  func hints(_ row: NodeID, _ column: NodeID) -> [NodeID: NodeID] {
    let providers = (cell(row, column)?.providers ?? []).map(\.id)
    let candidates = self.candidates(row, column).map(\.actor)
    var hints: [NodeID: NodeID] = [:]
    for actor in nodes where graph.graph[actor]?.kind == .actor && isNamed(actor) {
      guard !providers.contains(actor) else { continue }
      let rows = [row] + report.rows.filter { $0 != row }
      if doing(actor, column).isEmpty, offer(actor, column) == nil {
        hints[actor] =
          rows.flatMap { cell($0, column)?.leftOut ?? [] }
          .first { $0.providers.contains(actor) }?.witness.fact
      }
      if hints[actor] == nil, !candidates.contains(actor) {
        hints[actor] =
          facts(row).first { !$0.counts && $0.fact.providers.contains(actor) }?.fact.id
      }
    }
    return hints
  }
}
