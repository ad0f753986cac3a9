internal import AssistanceModel
public import GraphCore
internal import NetworkAlgorithms

extension CoordinationNetwork {
  /// The links of an actor as steps that start there, one for each other actor, in the order of the graph.
  ///
  /// - Complexity: O(*d*) for *d* relations and facts behind them.
  public func steps(of actor: NodeID) -> [PathStep] {
    guard let vertex = vertex(of: actor) else { return [] }
    var (order, steps): ([Network.Vertex], [Network.Vertex: PathStep]) = ([], [:])
    for arc in network.ignoringDirection().arcs(from: vertex) where arc.head != vertex {
      let step = step(over: arc.link, from: vertex)
      guard let known = steps[arc.head] else {
        order.append(arc.head)
        steps[arc.head] = step
        continue
      }
      // Where links have a direction, what leads each way is one link of the two.
      let others = step.witnesses.filter { !known.witnesses.contains($0) }
      steps[arc.head] = PathStep(
        from: known.from,
        to: known.to,
        evidence: EvidenceClass.allCases.first { [known.evidence, step.evidence].contains($0) }
          ?? known.evidence,
        cost: min(known.cost, step.cost),
        witnesses: known.witnesses + others
      )
    }
    return order.compactMap { steps[$0] }
  }
}
