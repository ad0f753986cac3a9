public import AssistanceModel
public import GraphCore

extension NodeKind {
  /// A sector or cluster under which aid is reported.
  public static let sector: NodeKind = "sector"
}

extension EdgeKind {
  /// The sector of a fact.
  public static let sector: EdgeKind = "sector"
  /// Who pays, where somebody else is the provider.
  public static let funder: EdgeKind = "funder"
  /// Who runs, reports or answers for it, where somebody else is the provider.
  public static let programming: EdgeKind = "programming"
  /// Who passes the money on, where somebody else is the provider.
  public static let extending: EdgeKind = "extending"
  /// Who takes part beside the provider.
  public static let partner: EdgeKind = "partner"
  /// An organization pays another one's work.
  public static let funds: EdgeKind = "funds"
  /// An organization runs a programme that another one carries out.
  public static let commissions: EdgeKind = "commissions"
}

extension PropertyKey where Value == Int {
  /// How many rows of the files say the same.
  public static let rows = PropertyKey("rows")
}

extension PropertyKey where Value == String {
  /// What the source says about planned, under way or over.
  public static let status = PropertyKey("status")
  /// The project to which a fact belongs.
  public static let project = PropertyKey("project")
  /// The key of the activity in its own register.
  public static let activityKey = PropertyKey("activity-key")
}

extension DraftPlace.Level {
  /// The kind of the nodes of this level.
  public var nodeKind: NodeKind { NodeKind(rawValue: rawValue) }
  /// The end of facts of this level.
  public var role: EdgeKind { EdgeKind(rawValue: rawValue) }

  var meaning: String {
    switch self {
    case .adm1: "A place of the first level below the country."
    case .adm2: "A place of the second level below the country."
    case .adm3: "A place of the third level below the country."
    case .adm4: "A place of the fourth level below the country."
    case .location: "A place whose level the source does not say."
    }
  }
}

extension ActorRole {
  /// The end of facts for an organization that is not the provider.
  public var end: EdgeKind {
    switch self {
    case .organization, .programming: .programming
    case .implementing, .partner: .partner
    case .extending: .extending
    case .funder: .funder
    }
  }
}

extension AssistanceSchema {
  /// The standard schema with the kinds and ends that field data need beside it.
  ///
  /// A level of places is a kind of its own and an end of its own, so that coverage can be asked
  /// at any level; a place is part of the next wider one.
  ///
  /// - Parameters:
  ///   - ends: The ends of facts that are used; the others are left out.
  ///   - amounts: The names of the amounts that facts state.
  /// - Returns: The schema.
  public static func fieldData(ends: Set<EdgeKind>, amounts: [String] = []) -> AssistanceSchema {
    var result = AssistanceSchema.standard
    result.addKinds(ends)
    for role in fieldRoles where ends.contains(role.kind) { result.add(role) }
    if let rule = result.schema.rule(for: NodeKind.assistance) {
      let added =
        [
          PropertyRule("rows", .integer), PropertyRule("status"), PropertyRule("project"),
          PropertyRule("activity-key"),
        ] + amounts.sorted().map { PropertyRule($0, .decimal) }
      result.schema.add(NodeRule(rule.kind, rule.meaning, properties: rule.properties + added))
    }
    result.schema.add(between(.funds, "Pays the other's work."))
    result.schema.add(between(.commissions, "Runs what the other carries out."))
    return result
  }

  private mutating func addKinds(_ ends: Set<EdgeKind>) {
    let levels = DraftPlace.Level.allCases.filter { ends.contains($0.role) }
    var wholes: [EdgeRule.Ends] = []
    if ends.contains(.sector) {
      schema.add(
        NodeRule(.sector, "A sector or cluster of aid.", properties: Self.properties)
      )
      wholes.append(EdgeRule.Ends(.sector, .sector))
    }
    for (place, level) in levels.enumerated() {
      schema.add(
        NodeRule(level.nodeKind, level.meaning, properties: Self.properties)
      )
      wholes.append(EdgeRule.Ends(level.nodeKind, .countryCase))
      for wider in levels[..<place] {
        wholes.append(EdgeRule.Ends(level.nodeKind, wider.nodeKind))
      }
    }
    guard let partOf = schema.rule(for: EdgeKind.partOf), !wholes.isEmpty else { return }
    schema.add(
      EdgeRule(
        .partOf,
        partOf.meaning,
        ends: partOf.ends + wholes,
        properties: partOf.properties
      )
    )
  }

  /// What every node may say about itself.
  private static let properties = standard.schema.rule(for: NodeKind.form)?.properties ?? []

  /// A relation between two organizations, which may say what every statement may.
  private static func between(_ kind: EdgeKind, _ meaning: String) -> EdgeRule {
    EdgeRule(
      kind,
      meaning,
      ends: [EdgeRule.Ends(.actor, .actor)],
      properties: standard.schema.rule(for: EdgeKind.provides)?.properties ?? []
    )
  }

  private static let fieldRoles: [FactRole] =
    [
      FactRole(.sector, "The sector or cluster under which it is reported.", to: [.sector])
    ]
    + DraftPlace.Level.allCases.map { level in
      FactRole(level.role, level.meaning, to: [level.nodeKind])
    } + [
      FactRole(.programming, "Who runs, reports or answers for it.", to: [.actor]),
      FactRole(.extending, "Who passes the money on.", to: [.actor]),
      FactRole(.partner, "Who takes part.", to: [.actor]),
      FactRole(.funder, "Who pays.", to: [.actor]),
    ]
}
