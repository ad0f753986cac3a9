import AssistanceModel
import GraphCore

extension R2PQuery {
  /// Questions about instruments, principles, crimes, risks and inhibitors.
  static let instruments: [R2PQuery] = [
    R2PQuery("instruments-per-inhibitor") { record in
      let core = record.coreInhibitors
      return .pairs(
        record.relations("used-for", basis: .explicit).filter { core.contains($0.to.id) }
      )
    },
    R2PQuery("framework-users") { users(of: "framework-of-analysis", in: $0) },
    R2PQuery("upr-users") { users(of: "universal-periodic-review", in: $0) },
    R2PQuery("framework-authors") { record in
      .pairs(
        record.relations("produced", to: "framework-of-analysis")
          + record.relations("produced", to: "compendium-of-practice")
      )
    },
    R2PQuery("common-principles") { guides(as: "common principle", in: $0) },
    R2PQuery("foundations") { guides(as: "foundation", in: $0) },
    R2PQuery("mediation-filing") { record in
      .ends(
        record.relations("form-of", from: "m-mediation", basis: .explicit)
          + record.relations("under-pillar", from: "m-mediation", basis: .explicit)
      )
    },
    R2PQuery("inhibitor-risks") { record in
      let core = record.coreInhibitors
      return .pairs(
        record.relations("addresses", basis: .explicit).filter { core.contains($0.from.id) }
      )
    },
    R2PQuery("success-factors") { .nodes($0.nodes(.inhibitor, subkind: "success-factor")) },
    R2PQuery("core-crimes") { .beginnings($0.relations(.partOf, to: "crime-atrocity")) },
    R2PQuery("dprk") { .ends($0.relations("illustrates", from: "case-dprk")) },
  ]

  /// Who uses an instrument, written `actor -> modality`.
  private static func users(of instrument: NodeID, in record: R2PRecord) -> R2PAnswer {
    .texts(
      record.relations("uses", to: instrument).map { relation in
        "\(relation.from.id) -> \(relation[.modality]?.rawValue ?? "")"
      }
    )
  }

  /// The principles that guide the second pillar in a role.
  private static func guides(as role: String, in record: R2PRecord) -> R2PAnswer {
    .beginnings(record.relations("guides", to: "pillar-2").filter { $0[.role] == role })
  }
}
