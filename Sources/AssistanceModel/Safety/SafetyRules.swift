/// What a safe copy hides, and how.
public struct SafetyRules: Hashable, Sendable {
  /// What becomes of a sensitive node.
  public enum Treatment: String, CaseIterable, Hashable, Sendable, Codable {
    /// It goes by a number.
    case pseudonym
    /// It counts as something wider: an actor as its kind of organization, a place as the wider
    /// place.
    case group
  }

  /// What becomes of sensitive actors, unless the list says otherwise.
  public var actors: Treatment
  /// What becomes of sensitive places, unless the list says otherwise.
  public var places: Treatment
  /// How many sensitive actors must share a cell for it to be told; 1 tells every cell.
  public var threshold: Int
  /// The least amount that facts may state; smaller ones are withheld.
  public var leastAmount: Double
  /// Whether relations of sensitive actors stay, without their dates and sources.
  public var keepsRelations: Bool
  /// The secret that decides who gets which number; without one, the collection itself does.
  public var secret: [UInt8]?

  /// Creates rules.
  public init(
    actors: Treatment = .pseudonym,
    places: Treatment = .group,
    threshold: Int = 3,
    leastAmount: Double = 10,
    keepsRelations: Bool = false,
    secret: [UInt8]? = nil
  ) {
    self.actors = actors
    self.places = places
    self.threshold = max(1, threshold)
    self.leastAmount = leastAmount
    self.keepsRelations = keepsRelations
    self.secret = secret
  }
}
