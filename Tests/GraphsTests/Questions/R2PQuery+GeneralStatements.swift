import AssistanceModel
import CoverageAnalysis
import GraphCore

extension R2PQuery {
  /// Questions about what texts say of actors in general, without naming a case.
  static let generalStatements: [R2PQuery] = [
    R2PQuery("media-actors-all") { everybody(in: $0, for: "inhibitor-6-media") },
    R2PQuery("judicial-actors-all") { everybody(in: $0, for: "inhibitor-3-judicial-human-rights") },
    R2PQuery("early-warning-generic-only") { record in
      let inhibitor: NodeID = "inhibitor-4-risk-early-response"
      return .ids(general(in: record, for: inhibitor).subtracting(specific(in: record, inhibitor)))
    },
    R2PQuery("early-warning-both") { record in
      let inhibitor: NodeID = "inhibitor-4-risk-early-response"
      return .ids(general(in: record, for: inhibitor).intersection(specific(in: record, inhibitor)))
    },
    R2PQuery("early-warning-can-only") { record in
      let offers = offers(in: record, for: "inhibitor-4-risk-early-response", basis: .explicit)
      return .beginnings(offers.filter { $0[.modality] == .can })
    },
    R2PQuery("local-conflict-generic") { record in
      .ids(general(in: record, for: "inhibitor-5-local-conflict-resolution"))
    },
    R2PQuery("inhibitors-without-generic") { record in
      .ids(anyModality(record).general.filter(\.providers.isEmpty).map(\.column))
    },
    R2PQuery("security-sector-implied") { record in
      .beginnings(offers(in: record, for: "inhibitor-1-security-sector", basis: .implied))
    },
    R2PQuery("media-measures-without-provider") { record in
      let strengthening = record.relations(
        .strengthens,
        to: "inhibitor-6-media",
        basis: .explicit
      ).map(\.from).filter { $0.kind == .measure }
      let provided = Set(record.relations(.provides).map(\.to.id))
        .union(record.facts.compactMap(\.measure))
      return .nodes(strengthening.filter { !provided.contains($0.id) })
    },
    R2PQuery("partners-without-measure") { record in
      let active = Set(record.relations(.provides).map(\.from.id))
        .union(record.facts.flatMap(\.providers))
      let partners = record.relations("has-role-in", to: "pillar-2").map(\.from.id)
      return .ids(partners.filter { record.isNamed($0) && !active.contains($0) })
    },
    R2PQuery("human-rights-monitors") { record in
      .beginnings(record.relations(.provides, to: "m-human-rights-monitors"))
    },
  ]

  /// The report in which an offer counts however the text speaks of it.
  private static func anyModality(
    _ record: R2PRecord,
    _ bases: Set<Basis> = [.explicit]
  ) -> CoverageReport {
    record.report {
      $0.bases = bases
      $0.modalities = Set(Modality.allCases)
    }
  }

  /// Who offers something for a capacity, on the explicit reading.
  private static func general(in record: R2PRecord, for inhibitor: NodeID) -> Set<NodeID> {
    let general = anyModality(record).general.first { $0.column == inhibitor }
    return Set(general?.providers.map(\.id) ?? [])
  }

  /// Who is reported in some case, strictly.
  private static func specific(in record: R2PRecord, _ inhibitor: NodeID) -> Set<NodeID> {
    let report = record.report { $0.onlyColumns = [inhibitor] }
    return Set(report.cells.flatMap(\.providers).map(\.id))
  }

  private static func everybody(in record: R2PRecord, for inhibitor: NodeID) -> R2PAnswer {
    .ids(general(in: record, for: inhibitor).union(specific(in: record, inhibitor)))
  }

  /// The offers of that basis on which the general coverage of a capacity rests, as far as the
  /// thing that is offered builds the capacity explicitly.
  private static func offers(
    in record: R2PRecord,
    for inhibitor: NodeID,
    basis: Basis
  ) -> [Edge] {
    let general = anyModality(record, [.explicit, basis]).general
    let edges = general.filter { $0.column == inhibitor }.flatMap(\.providers).flatMap(\.edges)
      .compactMap { record.graph[$0] }
    let effects = Set(
      edges.filter { $0.kind == .strengthens && $0[.basis] == .explicit }.map(\.from.id)
    )
    return edges.filter {
      $0.kind == .provides && $0[.basis] == basis && effects.contains($0.to.id)
    }
  }
}
