internal import AssistanceImport
internal import AssistanceModel
internal import GraphCore

/// Finds actors of one side that are probably actors of the other under another name.
///
/// The actors of both sides are put into one graph, each that both have once, and the rules by which
/// an import proposes to unite names are asked of it.
struct RenamingSearch {
  /// Two common numbers that may be one actor.
  struct Pair {
    let before: Int
    let after: Int
    let confidence: ActorProposal.Confidence
    let reasons: [ActorProposal.Reason]
  }

  private let before: PropertyGraph
  private let after: PropertyGraph
  private let matching: NodeMatching

  init(_ before: PropertyGraph, _ after: PropertyGraph, _ matching: NodeMatching) {
    self.before = before
    self.after = after
    self.matching = matching
  }

  /// The pairs of an actor that is gone or stays with one that is new or was there, not both of
  /// them on both sides; the surest first, and everybody who is gone or new in one pair alone.
  ///
  /// - Parameters:
  ///   - reported: Who is reported on each side, by common number.
  ///   - decisions: What people decided about names.
  ///   - shared: In how many cells the one was and the other is reported.
  /// - Returns: The pairs, the surest first.
  func pairs(
    _ reported: (before: Set<Int>, after: Set<Int>),
    decisions: ActorDecisions,
    shared: (Int, Int) -> Int
  ) -> [Pair] {
    guard reported.before != reported.after, let (graph, numbers) = united() else { return [] }
    struct Choice {
      let pair: Pair
      let isExchange: Bool
      let shared: Int
      let names: [NodeID]
    }
    var choices: [Choice] = []
    for proposal in ActorProposals(graph, decisions: decisions).all
    where proposal.verdict != .different {
      let ids = proposal.candidates.map(\.id).sorted()
      let members = ids.compactMap { id in numbers[id].map { (id, $0) } }
      for (left, one) in members {
        for (right, other) in members where one != other {
          guard reported.before.contains(one), reported.after.contains(other) else { continue }
          let isGone = !reported.after.contains(one)
          let isNew = !reported.before.contains(other)
          guard isGone || isNew else { continue }
          choices.append(
            Choice(
              pair: Pair(
                before: one,
                after: other,
                confidence: proposal.verdict == .same ? .high : proposal.confidence,
                reasons: proposal.reasons
              ),
              isExchange: isGone && isNew,
              shared: shared(one, other),
              names: [left, right].sorted()
            )
          )
        }
      }
    }
    choices.sort { left, right in
      if left.pair.confidence != right.pair.confidence {
        return left.pair.confidence > right.pair.confidence
      }
      if left.isExchange != right.isExchange { return left.isExchange }
      if left.shared != right.shared { return left.shared > right.shared }
      return left.names.lexicographicallyPrecedes(right.names)
    }
    var told: Set<Int> = []
    return choices.map(\.pair).filter { pair in
      let single = Set([pair.before, pair.after]).filter {
        !(reported.before.contains($0) && reported.after.contains($0))
      }
      guard told.isDisjoint(with: single) else { return false }
      told.formUnion(single)
      return true
    }
  }

  /// The actors of both sides and the names of places, with the common number of each actor.
  private func united() -> (AssistanceGraph, [NodeID: Int])? {
    var graph = PropertyGraph()
    var numbers: [NodeID: Int] = [:]
    var ids: [Int: NodeID] = [:]
    var actors: [(id: NodeID, number: Int, nodes: [Node])] = []
    for node in before.nodes(of: .actor) {
      let partner = matching.partners[node.row].map { after.nodes[$0] }
      let id = partner.map { min($0.id, node.id) } ?? node.id
      actors.append((id, node.row, [node, partner].compactMap(\.self)))
    }
    for node in after.nodes(of: .actor) where matching.numbers[node.row] >= before.nodeCount {
      actors.append((node.id, matching.numbers[node.row], [node]))
    }
    do throws(GraphError) {
      // The order of the two sides must play no part.
      for actor in actors.sorted(by: { $0.id < $1.id }) {
        try graph.addNode(
          actor.id,
          .actor,
          sources: Self.once(actor.nodes.flatMap(\.sources)) { $0.description }
        )
        let names = Self.once(actor.nodes.map { $0[.name] ?? $0.id.rawValue }) { $0 }
        let aliases = names.dropFirst() + actor.nodes.flatMap { $0[.aliases] ?? [] }
        let identifiers = Self.once(actor.nodes.flatMap { $0[.identifiers] ?? [] }) { $0 }
        try graph.set(.name, to: names[0], of: actor.id)
        if !aliases.isEmpty {
          try graph.set(.aliases, to: Self.once(Array(aliases)) { $0 }, of: actor.id)
        }
        if !identifiers.isEmpty { try graph.set(.identifiers, to: identifiers, of: actor.id) }
        let designations = Set(actor.nodes.compactMap { $0[.designation] })
        if let designation = designations.first, designations.count == 1 {
          try graph.set(.designation, to: designation, of: actor.id)
        }
        numbers[actor.id] = actor.number
        ids[actor.number] = actor.id
      }
      try addWholes(to: &graph, ids)
      for (place, name) in placeNames.enumerated() {
        let id = NodeID("place:\(place)")
        guard graph[id] == nil else { continue }
        try graph.addNode(id, .countryCase)
        try graph.set(.name, to: name, of: id)
      }
    } catch {
      return nil
    }
    guard let checked = try? AssistanceGraph(checking: graph) else { return nil }
    return (checked, numbers)
  }

  /// A part and its whole are two.
  private func addWholes(to graph: inout PropertyGraph, _ ids: [Int: NodeID]) throws(GraphError) {
    for (side, number) in [
      (before, { (row: Int) in row }), (after, { matching.numbers[$0] }),
    ] {
      for edge in side.edges(of: .partOf) + side.edges(of: .memberOf) {
        guard let from = ids[number(edge.from.row)], let to = ids[number(edge.to.row)], from != to
        else { continue }
        try graph.addEdge(from: from, .partOf, to: to)
      }
    }
  }

  /// The names of places on either side: words for places in names tell branches apart.
  private var placeNames: [String] {
    let levels: [DraftPlace.Level] = [.adm1, .adm2, .adm3]
    let kinds = levels.map(\.nodeKind) + [.countryCase]
    let names = [before, after].flatMap { side in
      kinds.flatMap { side.nodes(of: $0) }.compactMap { $0[.name] }
    }
    return Set(names).sorted()
  }

  private static func once<Value>(_ values: [Value], _ key: (Value) -> String) -> [Value] {
    var told: Set<String> = []
    return values.sorted { key($0) < key($1) }.filter { told.insert(key($0)).inserted }
  }
}
