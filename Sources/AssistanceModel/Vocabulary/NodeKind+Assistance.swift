public import GraphCore

extension NodeKind {
  /// Anyone who acts: an organization, organ, unit, mission, network, office-holder or State.
  public static let actor: NodeKind = "actor"
  /// A statement that somebody assisted: it ties providers, measure, inhibitor and case together.
  public static let assistance: NodeKind = "assistance"
  /// A country or region where something specific was done or happened.
  public static let countryCase: NodeKind = "country-case"
  /// A capacity that inhibits atrocity crimes.
  public static let inhibitor: NodeKind = "inhibitor"
  /// A concrete thing done or proposed.
  public static let measure: NodeKind = "measure"
  /// A form of assistance, such as encouragement or capacity building.
  public static let form: NodeKind = "form"
  /// A norm, text or mechanism that can be used.
  public static let instrument: NodeKind = "instrument"
  /// A dated or datable happening.
  public static let event: NodeKind = "event"
  /// A standard that assistance or response should respect.
  public static let principle: NodeKind = "principle"
  /// A stated obstacle or deficit.
  public static let challenge: NodeKind = "challenge"
  /// A prescription.
  public static let recommendation: NodeKind = "recommendation"
  /// A statement of fact or a lesson that prescribes nothing.
  public static let finding: NodeKind = "finding"
  /// An atrocity crime or a related violation.
  public static let crime: NodeKind = "crime"
  /// One of the three pillars of the responsibility to protect.
  public static let pillar: NodeKind = "pillar"
  /// A condition that raises the risk of atrocity crimes.
  public static let riskFactor: NodeKind = "risk-factor"
  /// A consequence of atrocity crimes.
  public static let effect: NodeKind = "effect"
  /// A group of people whom assistance or crimes reach; never a single person.
  public static let population: NodeKind = "population"
  /// A text that states something.
  public static let document: NodeKind = "document"
}
