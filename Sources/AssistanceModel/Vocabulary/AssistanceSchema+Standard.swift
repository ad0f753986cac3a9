internal import GraphCore

extension AssistanceSchema {
  /// The schema of the record of the responsibility to protect.
  ///
  /// A collection may add kinds of nodes, relations and ends of facts to it.
  public static let standard = AssistanceSchema(
    schema: Schema(nodes: standardNodes, edges: standardRelations),
    roles: standardRoles,
    indexKinds: [
      "about", "cites", "describes", "form-of", "has-role-in", "illustrates", "summarises",
      "under-pillar",
    ]
  )

  private static let standardRoles: [FactRole] = [
    FactRole(.provider, column: "providers", "Who assisted.", to: [.actor]),
    FactRole(.measure, "What was done.", to: [.measure], maximum: 1),
    FactRole(.form, "The form of assistance under which it is filed.", to: [.form], maximum: 1),
    FactRole(.inhibitor, "The capacity that it builds.", to: [.inhibitor]),
    FactRole(.countryCase, "Where it was done.", to: [.countryCase], maximum: 1),
    FactRole(.recipient, "Who received it.", to: [.actor, .population]),
    FactRole(.instrument, "What it made use of.", to: [.instrument]),
    FactRole(.event, "What it was connected with.", to: [.event]),
  ]

  /// What every statement may say about itself.
  static let statementProperties: [PropertyRule] = [
    PropertyRule("basis", words: Basis.allCases.map(\.rawValue)),
    PropertyRule("modality", words: Modality.allCases.map(\.rawValue)),
    PropertyRule("evidence", words: EvidenceClass.allCases.map(\.rawValue)),
    PropertyRule("probability", .decimal, range: 0...1), PropertyRule("confidence"),
    PropertyRule("note"),
  ]

  /// What every node may say about itself.
  static let nodeProperties: [PropertyRule] = [
    PropertyRule("subkind"), PropertyRule("name"), PropertyRule("aliases", .texts),
    PropertyRule("identifiers", .texts), PropertyRule("note"), PropertyRule("sensitive", .flag),
  ]

  private static func node(
    _ kind: NodeKind,
    _ meaning: String,
    _ properties: [PropertyRule] = []
  ) -> NodeRule {
    NodeRule(kind, meaning, properties: nodeProperties + properties)
  }

  private static let standardNodes: [NodeRule] = [
    node(
      .actor,
      "Anyone who acts: an organization, organ, unit, mission, network or State.",
      [PropertyRule("designation", words: Designation.allCases.map(\.rawValue))]
    ),
    node(.form, "A form of assistance: encouragement, capacity building, protection."),
    node(.measure, "A concrete thing done or proposed."),
    node(.inhibitor, "A capacity that inhibits atrocity crimes."),
    node(
      .countryCase,
      "A country or region where something specific was done or happened.",
      [
        PropertyRule(
          "risk-level",
          words: ["current-crisis", "imminent-risk", "serious-concern"]
        )
      ]
    ),
    node(.population, "A group of people whom assistance or crimes reach."),
    node(.instrument, "A norm, text or mechanism that can be used."),
    node(.principle, "A standard that assistance or response should respect."),
    node(.challenge, "A stated obstacle or deficit."),
    node(.recommendation, "A prescription."),
    node(.finding, "A statement of fact or a lesson that prescribes nothing."),
    node(.crime, "An atrocity crime or a related violation."),
    node(.pillar, "One of the three pillars of the responsibility to protect."),
    node(.riskFactor, "A condition that raises the risk of atrocity crimes."),
    node(.effect, "A consequence of atrocity crimes."),
    node(.event, "A dated or datable happening."),
    node(.document, "A text that states something."),
    NodeRule(
      .assistance,
      "A fact: who assisted, with what, for which capacity, where.",
      properties: statementProperties
    ),
  ]

  /// A relation between each kind on the left and each kind on the right.
  static func relation(
    _ kind: EdgeKind,
    _ meaning: String,
    _ ends: [([NodeKind], [NodeKind])],
    _ properties: [PropertyRule] = []
  ) -> EdgeRule {
    EdgeRule(
      kind,
      meaning,
      ends: ends.flatMap { from, to in from.flatMap { a in to.map { EdgeRule.Ends(a, $0) } } },
      properties: statementProperties + properties
    )
  }
}
