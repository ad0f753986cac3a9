internal import AssistanceModel
public import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

extension CoordinationWithdrawal {
  /// Who is cut off from everybody that it could reach before, over documented links between actors.
  ///
  /// Classes of actors and placeholders link nobody. A place, such as a case, links nobody either: to
  /// be active in one place is not to meet. It is cut off if a documented statement tied an actor to it
  /// that is not among those who leave, or a fact that falls, and none does any more.
  ///
  /// - Parameters:
  ///   - places: The nodes, such as the cases, of which it is asked whether any actor is left.
  ///   - period: The span that links must overlap; `nil` is any.
  /// - Returns: Who stays and is cut off, in the order of the graph.
  /// - Complexity: O(*n* log *n* + *m* log *m*) for *n* nodes and *m* links.
  public func cutOff(places: [NodeID] = [], in period: Validity? = nil) -> CutOff {
    let (old, new) = (Self.network(before, period), Self.network(after, period))
    let (oldParts, newParts) = (
      old.network.connectedComponents(), new.network.connectedComponents()
    )
    var (alone, groups): ([NodeID], [[NodeID]]) = ([], [])
    for part in oldParts.vertices() where part.count > 1 {
      var pieces: [UInt32: [NodeID]] = [:]
      var order: [UInt32] = []
      for vertex in part {
        let id = old.node(vertex).id
        guard !actors.contains(id), let now = new.vertex(of: id) else { continue }
        let piece = newParts.components[Int(now)]
        if pieces[piece] == nil { order.append(piece) }
        pieces[piece, default: []].append(id)
      }
      let all = order.map { pieces[$0] ?? [] }
      alone += all.filter { $0.count == 1 }.flatMap(\.self)
      let others = all.filter { $0.count > 1 }
      let largest = others.indices.max { (others[$0].count, $1) < (others[$1].count, $0) }
      groups += others.indices.filter { $0 != largest }.map { others[$0] }
    }
    return CutOff(
      actors: sorted(alone),
      groups: groups,
      places: places.filter {
        Self.isTied($0, in: before, period) && !Self.isTied($0, in: after, period)
      },
      linkCount: old.network.linkCount
    )
  }

  private func sorted(_ ids: [NodeID]) -> [NodeID] {
    ids.compactMap { before.graph.row(of: $0) }.sorted().map { before.graph.nodes[$0].id }
  }

  /// Named actors and the documented links between them.
  private static func network(_ graph: AssistanceGraph, _ period: Validity?) -> ProjectedNetwork {
    // No node has an empty key, so that nobody is treated as an end of paths.
    var question = PathQuestion(from: "", to: "")
    question.evidence = [.documented]
    question.period = period
    return CoordinationLinks(graph, question).projected()
  }

  /// Whether a documented statement ties a named actor to a place.
  private static func isTied(
    _ place: NodeID,
    in graph: AssistanceGraph,
    _ period: Validity?
  ) -> Bool {
    func holds(_ validity: Validity) -> Bool { period.map { validity.overlaps($0) } ?? true }
    func isActor(_ id: NodeID) -> Bool {
      guard let node = graph.graph[id], node.kind == .actor else { return false }
      return (node[.designation] ?? .named) == .named
    }
    func isDocumented(_ edge: Edge, _ other: NodeID) -> Bool {
      let stated =
        edge[.evidence] ?? EvidenceClass(edge[.basis] ?? .explicit, edge[.modality] ?? .does)
      return !graph.schema.indexKinds.contains(edge.kind) && stated == .documented
        && holds(edge.validity) && isActor(other)
    }
    let isTiedFrom = graph.incidence.edges(to: place).contains { edge in
      guard graph.schema.isRole(edge.kind), let fact = graph.fact(edge.from.id) else {
        return isDocumented(edge, edge.from.id)
      }
      let stated = fact.node[.evidence] ?? EvidenceClass(fact.basis, fact.modality)
      // A case and who receives something there are linked, too.
      let others = fact.providers + (edge.kind == .countryCase ? fact.recipients : [])
      return stated == .documented && holds(fact.validity) && others.contains(where: isActor)
    }
    return isTiedFrom
      || graph.incidence.edges(from: place).contains { isDocumented($0, $0.to.id) }
  }
}

/// Who is cut off when somebody leaves.
public struct CutOff: Hashable, Sendable {
  /// Actors that could reach somebody before and reach nobody now.
  public let actors: [NodeID]
  /// Groups of actors that still reach each other, but no longer the largest part of those that they
  /// could reach before.
  public let groups: [[NodeID]]
  /// Places to which no actor is tied any more.
  public let places: [NodeID]

  /// How many documented links between actors there are with everybody.
  public let linkCount: Int

  /// Whether nobody is cut off.
  public var isEmpty: Bool { actors.isEmpty && groups.isEmpty && places.isEmpty }
}
