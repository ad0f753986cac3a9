internal import AssistanceModel
internal import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

/// Tells the path of a network in the words of its graph.
struct PathTelling {
  private let graph: AssistanceGraph
  private let links: CoordinationLinks
  private let projected: ProjectedNetwork

  init(_ graph: AssistanceGraph, _ links: CoordinationLinks, _ projected: ProjectedNetwork) {
    self.graph = graph
    self.links = links
    self.projected = projected
  }

  func path(_ path: NetworkPath) -> CoordinationPath {
    let steps = path.links.indices.map { index in
      step(path.vertices[index], path.vertices[index + 1], path.links[index])
    }
    // What lies between the ends, and what is co-presence without anything between.
    let stated = path.links.count { links.isStatedCoPresence($0, in: projected) }
    return CoordinationPath(
      cost: path.cost,
      steps: steps,
      consents: max(0, steps.count - 1) + stated
    )
  }

  /// A path whose cost is the sum of its steps' costs.
  func path(_ vertices: [Network.Vertex], _ links: [Network.Link]) -> CoordinationPath {
    let cost = links.reduce(0) { $0 + projected.network.weight(of: $1) }
    return path(NetworkPath(vertices: vertices, links: links, cost: cost))
  }

  /// The step over a link from one of its ends.
  func step(_ from: Network.Vertex, _ link: Network.Link) -> PathStep {
    step(from, projected.network.end(of: link, oppositeTo: from), link)
  }

  func step(_ from: Network.Vertex, _ to: Network.Vertex, _ link: Network.Link) -> PathStep {
    let (start, end) = (projected.node(from), projected.node(to))
    let witnesses = projected.witnesses(of: link)
    let isForward = projected.network.sources[Int(link)] == from
    let stated = witnesses.map { statedEvidence($0) }.min { $0.order < $1.order } ?? .declared
    return PathStep(
      from: start.id,
      to: end.id,
      evidence: links.evidence(start.row, end.row, stated: stated),
      cost: projected.network.weight(of: link),
      witnesses: witnesses.map { witness in
        switch witness {
        case .edge(let id): .relation(id)
        case .node(let id, let first, let second):
          isForward
            ? .fact(id, from: first, to: second) : .fact(id, from: second, to: first)
        }
      }
    )
  }

  private func statedEvidence(_ witness: ProjectedLink.Witness) -> EvidenceClass {
    switch witness {
    case .edge(let id):
      graph.graph[id].map {
        $0[.evidence] ?? EvidenceClass($0[.basis] ?? .explicit, $0[.modality] ?? .does)
      } ?? .declared
    case .node(let id, _, _):
      graph.fact(id).map { $0.node[.evidence] ?? EvidenceClass($0.basis, $0.modality) }
        ?? .declared
    }
  }
}
