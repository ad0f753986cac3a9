internal import AssistanceModel
internal import GraphCore

/// With whom each actor is documented to work: as providers of one fact, or by a relation.
///
/// Statements count only if they are explicit, done, and hold in the period that is asked of;
/// partners are named actors.
struct DocumentedPartners {
  private let graph: AssistanceGraph
  private let tops: [UInt32]
  /// Who counts as a whole beside itself.
  private var parts: [UInt32: [NodeID]] = [:]
  private let period: Validity?
  private let links: Set<EdgeKind>
  private let providerRole: EdgeKind

  init(_ report: CoverageReport) {
    graph = report.graph
    tops = report.rollUp.top
    period = report.question.period
    links = Set(report.graph.schema.linkKinds)
    providerRole = report.question.providers
    for (row, top) in tops.enumerated() where row != Int(top) {
      parts[top, default: []].append(graph.graph.nodes[row].id)
    }
  }

  /// How many partners an actor has.
  ///
  /// - Complexity: O(*d*) for *d* edges at the actor and at the facts that it provides.
  func count(of actor: NodeID) -> Int {
    guard let row = graph.graph.row(of: actor) else { return 0 }
    var partners: Set<UInt32> = []
    func add(_ node: Node) {
      let top = Int(tops[node.row])
      guard top != row, node.kind == .actor, graph.graph.nodes[top].isNamed else { return }
      partners.insert(UInt32(top))
    }
    let own = ([actor] + (parts[UInt32(row)] ?? []))
      .flatMap { graph.incidence.edges(from: $0) + graph.incidence.edges(to: $0) }
    for edge in own {
      if edge.kind == providerRole {
        guard isDocumented(edge.from[.basis], edge.from[.modality], edge.from[.evidence]),
          holds(edge.from.validity)
        else { continue }
        for other in graph.incidence.edges(from: edge.from.id) where other.kind == providerRole {
          add(other.to)
        }
      } else if links.contains(edge.kind),
        isDocumented(edge[.basis], edge[.modality], edge[.evidence]), holds(edge.validity)
      {
        add(edge.from)
        add(edge.to)
      }
    }
    return partners.count
  }

  private func isDocumented(
    _ basis: Basis?,
    _ modality: Modality?,
    _ evidence: EvidenceClass?
  ) -> Bool {
    (evidence ?? EvidenceClass(basis ?? .explicit, modality ?? .does)) == .documented
  }

  private func holds(_ validity: Validity) -> Bool {
    period.map { validity.overlaps($0) } ?? true
  }
}
