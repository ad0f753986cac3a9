public import GraphCore

extension EdgeKind {
  // The ends of a fact; each leads from an `assistance` node.

  /// Who assisted.
  public static let provider: EdgeKind = "provider"
  /// What was done.
  public static let measure: EdgeKind = "measure"
  /// The form of assistance under which it is filed.
  public static let form: EdgeKind = "form"
  /// The capacity that it builds.
  public static let inhibitor: EdgeKind = "inhibitor"
  /// Where it was done.
  public static let countryCase: EdgeKind = "case"
  /// Who received it.
  public static let recipient: EdgeKind = "recipient"
  /// What it made use of.
  public static let instrument: EdgeKind = "instrument"
  /// What it was connected with.
  public static let event: EdgeKind = "event"

  // Relations that the analyses name.

  /// A measure builds a capacity.
  public static let strengthens: EdgeKind = "strengthens"
  /// An actor offers or performs a measure, wherever that may be.
  public static let provides: EdgeKind = "provides"
  /// A unit belongs to a whole.
  public static let partOf: EdgeKind = "part-of"
  /// An actor is a member of another.
  public static let memberOf: EdgeKind = "member-of"
}
