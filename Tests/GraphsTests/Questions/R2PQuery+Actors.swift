import AssistanceModel
import GraphCore

extension R2PQuery {
  /// Questions about actors: who works with whom, who is part of what, who responded.
  static let actors: [R2PQuery] = [
    R2PQuery("network-convenors") { record in
      .beginnings(record.relations("convenes", to: "global-network-r2p-focal-points"))
    },
    R2PQuery("network-cooperation") { record in
      .ends(record.relations("partners-with", from: "global-centre-r2p", basis: .explicit))
    },
    R2PQuery("who-convenes") { .beginnings($0.relations("convenes", basis: .explicit)) },
    R2PQuery("network-founders") { record in
      .beginnings(record.relations("established", to: "network-traditional-religious-peacemakers"))
    },
    R2PQuery("trilateral") { record in
      let three: Set<NodeID> = ["african-union", "european-union", "united-nations"]
      return .pairs(
        record.relations("partners-with").filter {
          three.contains($0.from.id) && three.contains($0.to.id)
        }
      )
    },
    R2PQuery("bodies-in-drc") { record in
      let inside = record.collection.graph.incidence.edges(to: "case-drc")
      return .beginnings(inside.filter { $0.kind == "located-in" && $0.from.kind == .actor })
    },
    R2PQuery("brigade-parent") { record in
      let edges = record.collection.graph.incidence.edges(from: "force-intervention-brigade")
      return .ends(edges.filter { $0.kind == .partOf })
    },
    R2PQuery("mediation-unit-parts") { record in
      .beginnings(record.relations(.partOf, to: "dpa-mediation-support-unit"))
    },
    R2PQuery("icglr-bodies") { .beginnings($0.relations(.partOf, to: "icglr")) },
    R2PQuery("libya-response") { record in
      .texts(
        record.relations("responded-to", to: "case-libya").map { relation in
          "\(relation.from.id) -> \(relation[.basis]?.rawValue ?? "")"
        }
      )
    },
    R2PQuery("failed-response") { record in
      .ends(record.relations("responded-to").filter { $0[.outcome] == "failed" })
    },
    R2PQuery("council-authorisation") { record in
      .beginnings(record.relations("requires", to: "un-security-council"))
    },
    R2PQuery("placeholders") { record in
      .nodes(record.nodes(.actor) { $0[.designation] == .placeholder })
    },
    R2PQuery("states-that-act") { .nodes($0.nodes(.actor, subkind: "state")) },
    R2PQuery("refugees") { .beginnings($0.relations("targets", to: "pop-refugees")) },
  ]
}
