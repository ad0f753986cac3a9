import AssistanceModel
import GraphCore

extension R2PQuery {
  /// Questions about single facts.
  static let facts: [R2PQuery] = [
    R2PQuery("kenya-who-helped") { record in
      .ids(
        record.facts.filter { $0.countryCase == "case-kenya" }.flatMap { fact in
          fact.providers + fact.recipients + fact.inhibitors + [fact.measure].compactMap(\.self)
        }
      )
    },
    R2PQuery("kenya-named-providers") { record in
      let facts = record.facts.filter { $0.countryCase == "case-kenya" }
      return .ids(facts.flatMap(\.providers).filter(record.isNamed))
    },
    R2PQuery("police-places") { record in
      let facts = record.facts.filter { $0.providers.contains("un-peacekeeping-police-components") }
      return .ids(facts.compactMap(\.countryCase))
    },
    R2PQuery("police-form") { record in
      let facts = record.facts.filter { $0.providers.contains("un-peacekeeping-police-components") }
      return .ids(facts.compactMap(\.form) + facts.flatMap(\.inhibitors))
    },
    R2PQuery("cote-divoire-actors") { record in
      let facts = record.facts.filter {
        $0.countryCase == "case-cote-divoire" && $0.basis == .explicit
      }
      return .ids(facts.flatMap(\.providers))
    },
    R2PQuery("cote-divoire-inquiry-inhibitor") { record in
      let facts = record.facts.filter { $0.recipients.contains("commission-inquiry-cote-divoire") }
      return .ids(facts.flatMap(\.inhibitors))
    },
    R2PQuery("ambiguous-facts") { record in
      .ids(record.facts.filter { $0.basis == .ambiguous }.map(\.id))
    },
    R2PQuery("mandate-only") { record in
      .ids(record.facts.filter { $0.modality == .mandated }.map(\.id))
    },
    R2PQuery("drc-brigade") { record in
      let facts = record.facts.filter {
        $0.countryCase == "case-drc" && $0.measure == "m-security-imminent-threat-areas"
          && $0.basis == .explicit
      }
      return .ids(facts.flatMap(\.providers) + facts.flatMap(\.inhibitors))
    },
    R2PQuery("court-products") { .ids(courts($0).flatMap(\.recipients)) },
    R2PQuery("court-helpers") { record in
      let products = Set(courts(record).flatMap(\.recipients))
      return .ids(record.facts.filter { !products.isDisjoint(with: $0.providers) }.map(\.id))
    },
    R2PQuery("court-providers-named") { record in
      .ids(courts(record).flatMap(\.providers).filter(record.isNamed))
    },
    R2PQuery("facts-2003") { record in
      .ids(record.facts.filter { $0.validity.from == PartialDate(year: 2003) }.map(\.id))
    },
    R2PQuery("dated-facts") { record in
      .texts(record.facts.compactMap { fact in fact.validity.from.map { "\(fact.id) -> \($0)" } })
    },
    R2PQuery("instruments-in-facts") { record in
      .texts(
        record.facts.flatMap { fact in
          fact.ends(.instrument).map { "\(fact.countryCase ?? "") -> \($0)" }
        }
      )
    },
    R2PQuery("response-is-not-assistance") { record in
      let answered = Set(record.relations("responded-to").map(\.to.id))
      return .number(record.facts.compactMap(\.countryCase).count { answered.contains($0) })
    },
    R2PQuery("armed-group-assists") { record in
      let group: NodeID = "lords-resistance-army"
      let relations =
        record.relations(.provides, from: group) + record.relations("responded-to", from: group)
      return .number(record.facts.count { $0.providers.contains(group) } + relations.count)
    },
  ]

  /// The facts about courts for past atrocities.
  private static func courts(_ record: R2PRecord) -> [AssistanceFact] {
    record.facts.filter { $0.measure == "m-courts-past-atrocities" }
  }
}
