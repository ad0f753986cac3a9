/// What an organization does in a row of field data.
///
/// The one who assisted, the provider of a fact, is not a column of its own: it is the nearest to
/// the work of those that a row names (``nearestToTheWork``).
public enum ActorRole: String, CaseIterable, Hashable, Sendable, Codable {
  /// Carries it out.
  case implementing
  /// Is named without a role.
  case organization
  /// Runs it, reports it or answers for it.
  case programming
  /// Passes the money on.
  case extending
  /// Takes part.
  case partner
  /// Pays.
  case funder

  /// The roles from the nearest to the work to the farthest: the first that a row fills is its
  /// provider.
  public static let nearestToTheWork: [ActorRole] = [
    .implementing, .organization, .programming, .extending, .partner, .funder,
  ]
}

extension ColumnMeaning.Subject {
  /// The role of an organization in such a column; `nil` for a column of something else.
  public var actorRole: ActorRole? {
    switch self {
    case .organization: .organization
    case .funder: .funder
    case .programming: .programming
    case .implementing: .implementing
    case .partner: .partner
    default: nil
    }
  }
}
