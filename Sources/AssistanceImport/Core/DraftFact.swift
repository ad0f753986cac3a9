public import AssistanceModel
public import GraphCore

/// A statement as a file makes it, before its names become nodes.
///
///     var fact = DraftFact(source: SourceReference(document: "3w.csv", locator: .rows(7...7)))
///     fact.actors = [DraftActor(.implementing, name: "IRC ")]
///     fact.sectors = [DraftSector(name: "EPAH")]
///     draft.add(fact)
public struct DraftFact: Hashable, Sendable {
  /// The organizations, with their roles.
  public var actors: [DraftActor] = []
  /// The sectors or clusters; one fact counts in each of them.
  public var sectors: [DraftSector] = []
  /// The inhibitors that it builds, where the source shows them.
  public var inhibitors: [NodeID] = []
  /// What is done.
  public var activity: DraftActivity?
  /// Where, from the widest place to the narrowest.
  public var places: [DraftPlace] = []
  /// In which country or region.
  public var countryCase: DraftCase?
  /// The key of the activity in its own register; facts with different keys stay apart.
  public var key = ""
  /// The project to which it belongs.
  public var project = ""
  /// What the source says about planned, under way or over.
  public var status = ""
  /// When.
  public var validity: Validity = .always
  /// Whether it was done, or is only meant to be.
  public var modality: Modality = .does
  /// How firmly the source supports it.
  public var basis: Basis = .explicit
  /// Amounts by name, such as people reached; rows of one fact add up.
  public var amounts: [String: Double] = [:]
  /// The document and the row.
  public var source: SourceReference

  /// Creates a fact without ends.
  public init(source: SourceReference) {
    self.source = source
  }
}

/// An organization as a row names it.
public struct DraftActor: Hashable, Sendable {
  /// What it does in the row.
  public var role: ActorRole
  /// Its name as written; empty if the row has only an acronym.
  public var name: String
  /// Its acronym as written.
  public var acronym: String
  /// Its name in other columns, such as other languages.
  public var otherNames: [String]
  /// What kind of organization the source says it is.
  public var type: String
  /// Its identifiers.
  public var identifiers: [ActorIdentifier]

  /// Creates a named organization.
  public init(
    _ role: ActorRole,
    name: String = "",
    acronym: String = "",
    otherNames: [String] = [],
    type: String = "",
    identifiers: [ActorIdentifier] = []
  ) {
    self.role = role
    self.name = name
    self.acronym = acronym
    self.otherNames = otherNames
    self.type = type
    self.identifiers = identifiers
  }
}

/// A sector or cluster as a row names it.
public struct DraftSector: Hashable, Sendable {
  /// Its name as written.
  public var name: String
  /// Its code, if the source gives one; sectors with one code are one.
  public var code: String
  /// The name of the sector of which it is a part; empty if it is none.
  public var whole: String
  /// Its name in other columns, such as other languages.
  public var otherNames: [String]
  /// The list from which it is, such as `purpose-code`; clusters are known by their names.
  public var type: String

  /// Creates a sector.
  public init(
    name: String,
    code: String = "",
    whole: String = "",
    otherNames: [String] = [],
    type: String = ""
  ) {
    self.name = name
    self.code = code
    self.whole = whole
    self.otherNames = otherNames
    self.type = type
  }
}

/// What is done, as a row names it.
public struct DraftActivity: Hashable, Sendable {
  /// Its name as written.
  public var name: String
  /// Its code, if the source gives one.
  public var code: String

  /// Creates an activity.
  public init(name: String, code: String = "") {
    self.name = name
    self.code = code
  }
}

/// A place as a row names it.
public struct DraftPlace: Hashable, Sendable {
  /// How wide a place is.
  public enum Level: String, CaseIterable, Hashable, Sendable, Codable {
    /// The first level below the country.
    case adm1
    /// The second level.
    case adm2
    /// The third level.
    case adm3
    /// The fourth level.
    case adm4
    /// Not said.
    case location
  }

  /// How wide it is.
  public var level: Level
  /// Its name as written.
  public var name: String
  /// Its p-code; places with one p-code are one.
  public var code: String
  /// Its name in other columns, such as other languages.
  public var otherNames: [String]

  /// Creates a place.
  public init(_ level: Level, name: String, code: String = "", otherNames: [String] = []) {
    self.level = level
    self.name = name
    self.code = code
    self.otherNames = otherNames
  }
}

/// A country or region as a row names it.
public struct DraftCase: Hashable, Sendable {
  /// Its name as written; empty if only its code is known.
  public var name: String
  /// Its code; cases with one code are one.
  public var code: String

  /// Creates a case.
  public init(name: String, code: String = "") {
    self.name = name
    self.code = code
  }
}
