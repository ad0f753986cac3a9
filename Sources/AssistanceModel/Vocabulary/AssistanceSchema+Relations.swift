internal import GraphCore

extension AssistanceSchema {
  private static let role = PropertyRule("role")

  /// The relations of the record, those between actors first.
  static let standardRelations: [EdgeRule] = [
    relation(
      .provides,
      "Offers or performs a measure or a form.",
      [([.actor], [.measure, .form])]
    ),
    relation(
      .strengthens,
      "Builds that capacity.",
      [([.measure, .form], [.inhibitor])]
    ),
    relation(
      "form-of",
      "Belongs to that form of assistance.",
      [([.measure, .form], [.form])]
    ),
    relation(
      "under-pillar",
      "Is filed under that pillar.",
      [([.form, .measure, .challenge, .recommendation], [.pillar])]
    ),
    relation(
      "targets",
      "Creates, supports, trains or reaches.",
      [([.measure], [.actor, .population])],
      [role]
    ),
    relation("has-role-in", "Is named as a player in that pillar.", [([.actor], [.pillar])]),
    relation(
      "responded-to",
      "Acted, or failed to act, under the third pillar; this is no assistance.",
      [([.actor], [.countryCase])],
      [
        PropertyRule("measure", refersTo: [.measure]), PropertyRule("event", refersTo: [.event]),
        PropertyRule("pillar", refersTo: [.pillar]), PropertyRule("outcome"),
      ]
    ),
    relation(
      .partOf,
      "Is a unit or a part of that whole.",
      [
        ([.actor], [.actor]), ([.recommendation], [.recommendation]), ([.measure], [.measure]),
        ([.crime], [.crime]), ([.instrument], [.instrument]), ([.pillar], [.instrument]),
        ([.event], [.event]),
      ],
      [role]
    ),
    relation(.memberOf, "Is a member.", [([.actor, .countryCase], [.actor])], [role]),
    relation("instance-of", "Is an example of that class.", [([.actor], [.actor])]),
    relation(
      "located-in",
      "Sits in that case.",
      [([.actor, .event, .population], [.countryCase])]
    ),
    relation("leads", "Leads or directs.", [([.actor], [.actor])], [role]),
    relation("convenes", "Convenes.", [([.actor], [.actor, .event])]),
    relation("established", "Brought into being.", [([.actor], [.actor])], [role]),
    relation("partners-with", "Works together with.", [([.actor], [.actor])], [role]),
    relation(
      "perpetrated",
      "Commits such crimes.",
      [([.actor], [.crime])],
      [PropertyRule("case", refersTo: [.countryCase])]
    ),
    relation(
      "produced",
      "Wrote, adopted, issued or runs it.",
      [([.actor], [.instrument, .document]), ([.event], [.instrument])],
      [role, PropertyRule("office-holder", refersTo: [.actor])]
    ),
    relation(
      "uses",
      "Applies the instrument, or receives it.",
      [([.actor], [.instrument])],
      [role, PropertyRule("case", refersTo: [.countryCase])]
    ),
    relation(
      "used-for",
      "Serves that capacity, measure, form or pillar.",
      [([.instrument], [.inhibitor, .measure, .form, .pillar])]
    ),
    relation(
      "addresses",
      "Counters it.",
      [
        ([.measure], [.riskFactor, .crime, .challenge, .effect]), ([.form], [.riskFactor]),
        ([.inhibitor], [.riskFactor]), ([.recommendation], [.challenge, .riskFactor]),
        ([.principle], [.challenge]),
      ]
    ),
    relation(
      "contributes-to",
      "Raises that risk, or brings that about.",
      [
        ([.riskFactor], [.crime]), ([.challenge], [.crime, .riskFactor]), ([.crime], [.effect]),
      ]
    ),
    relation(
      "guides",
      "Governs it.",
      [([.principle], [.pillar, .measure, .recommendation])],
      [role]
    ),
    relation(
      "requires",
      "Needs that consent, law or authorization.",
      [([.measure, .form, .pillar, .actor], [.principle]), ([.actor], [.actor])]
    ),
    relation("directed-to", "Is addressed to.", [([.recommendation], [.actor])]),
    relation(
      "calls-for",
      "Asks for.",
      [
        (
          [.recommendation],
          [
            .measure, .instrument, .inhibitor, .actor, .principle, .pillar, .form, .event,
            .riskFactor,
          ]
        )
      ],
      [role]
    ),
    relation(
      "illustrates",
      "Is an example of that point.",
      [([.countryCase], [.challenge, .measure, .principle, .recommendation, .finding, .inhibitor])]
    ),
    relation(
      "about",
      "Concerns it.",
      [
        (
          [.finding],
          [
            .actor, .inhibitor, .pillar, .challenge, .measure, .principle, .form, .countryCase,
            .crime, .instrument, .riskFactor, .event, .effect,
          ]
        ),
        ([.challenge], [.measure]),
      ]
    ),
    relation("summarises", "Is a summary of it.", [([.document], [.document])]),
    relation("cites", "Refers to it.", [([.document], [.document, .instrument, .event])]),
    relation(
      "describes",
      "Sets it out.",
      [
        ([.document], [.recommendation, .finding, .challenge, .principle, .instrument]),
        ([.instrument], [.crime, .principle]),
      ]
    ),
  ]
}
