public import GraphCore

/// How firmly a source supports a statement.
public enum Basis: String, CaseIterable, Hashable, Sendable, Codable, PropertyRepresentable {
  /// The text itself makes the link.
  case explicit
  /// It follows from the context or from a name.
  case implied
  /// An analyst's reading by subject.
  case thematic
  /// The sentence allows two readings.
  case ambiguous

  /// From the firmest to the weakest, for telling which of two statements is the weaker one.
  public var weakness: Int {
    switch self {
    case .explicit: 0
    case .implied: 1
    case .thematic: 2
    case .ambiguous: 3
    }
  }
}

/// Whether something was done, or only may, should or shall be done.
public enum Modality: String, CaseIterable, Hashable, Sendable, Codable, PropertyRepresentable {
  case does, can, should, must, recommended, mandated, pledged
  case listedAsExample = "listed-as-example"
}

/// What kind of evidence a link between two nodes rests on; it decides the cost of a path's step.
public enum EvidenceClass: String, CaseIterable, Hashable, Sendable, Codable, PropertyRepresentable
{
  /// A source states the link.
  case documented
  /// An analyst read it out of a source, or it is only possible or prescribed.
  case declared
  /// The two are active in the same case or on the same subject; nothing says that they meet.
  case coPresence = "co-presence"
}

/// Whether an actor's name stands for one actor.
public enum Designation: String, CaseIterable, Hashable, Sendable, Codable, PropertyRepresentable {
  /// One actor that can be approached.
  case named
  /// A class of actors, such as donor States.
  case `class`
  /// Somebody whom the source does not name, such as “other” or “not specified”.
  case placeholder
}

extension EvidenceClass {
  /// The class of a statement that does not name one: documented if the text itself says that it
  /// was done.
  public init(_ basis: Basis, _ modality: Modality) {
    self = basis == .explicit && modality == .does ? .documented : .declared
  }
}
