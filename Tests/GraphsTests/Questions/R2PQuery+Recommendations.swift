import AssistanceModel
import GraphCore

extension R2PQuery {
  /// Questions about recommendations and the challenges that they meet.
  static let recommendations: [R2PQuery] = [
    R2PQuery("recommendation-in-two-reports") { record in
      .nodes(record.nodes(.recommendation) { $0.isStated(in: "000") && $0.isStated(in: "001") })
    },
    R2PQuery("sixth-report-recommendations") { record in
      .number(
        record.nodes(.recommendation) { $0.isStated(in: "000", section: "V Recommendations") }.count
      )
    },
    R2PQuery("calls-for-all-seven") { record in
      let core = record.coreInhibitors
      return .nodes(
        record.nodes(.recommendation) { recommendation in
          core.isSubset(of: record.relations("calls-for", from: recommendation.id).map(\.to.id))
        }
      )
    },
    R2PQuery("challenges-of-sixth-report-paired") { record in
      .pairs(
        record.relations("addresses", basis: .explicit).filter {
          $0.from.kind == .recommendation && $0.to.kind == .challenge
            && $0.from.isStated(in: "000", section: "V Recommendations")
        }
      )
    },
    R2PQuery("unanswered-challenge") { record in
      let met = Set(record.relations("addresses").map(\.to.id))
      return .nodes(
        record.nodes(.challenge) {
          $0.isStated(in: "000", section: "V Challenges") && !met.contains($0.id)
        }
      )
    },
    R2PQuery("new-challenges") { .nodes($0.nodes(.challenge, subkind: "new-challenge")) },
    R2PQuery("enduring-challenges") { record in
      .pairs(
        record.relations("addresses", basis: .explicit).filter {
          $0.from.kind == .recommendation && $0.from[.subkind] == "priority"
            && $0.to[.subkind] == "enduring-prevention-challenge"
        }
      )
    },
    R2PQuery("tool-analysis") { record in
      .ends(record.relations("directed-to", from: "rec-analyse-tool-effectiveness"))
    },
    R2PQuery("pledges") { .nodes($0.nodes(.recommendation, subkind: "pledge")) },
    R2PQuery("calls-on-security-council") { record in
      .beginnings(
        record.relations("directed-to", to: "un-security-council")
          .filter { $0.from[.subkind] == "call" }
      )
    },
    R2PQuery("veto") { record in
      .beginnings(record.relations("directed-to", to: "security-council-permanent-members"))
    },
    R2PQuery("priorities") { record in
      let priorities = record.nodes(.recommendation, subkind: "priority")
        .filter { $0.isStated(in: "001") }
      return .texts(
        priorities.map { "\($0.id) -> \(record.relations(.partOf, to: $0.id).count)" }
      )
    },
    R2PQuery("numbered-lists") { record in
      let lists = ["adaptation", "prerequisite", "principal-area", "shift", "strategy-element"]
      return .texts(lists.map { "\($0) -> \(record.nodes(.recommendation, subkind: $0).count)" })
    },
  ]
}
