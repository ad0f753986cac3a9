/// An organization that files of this field name in many ways.
public struct KnownOrganization: Hashable, Sendable {
  /// What kind of organization it is; the words are those of actors in a collection.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A department, fund, programme or agency of the United Nations.
    case unitedNationsAgency = "un-department-agency"
    /// A mission that keeps or builds peace.
    case peaceOperation = "peace-operation"
    /// The International Committee, the International Federation or a national society.
    case redCrossRedCrescent = "red-cross-red-crescent"
    /// A non-governmental organization that works in several countries.
    case internationalNGO = "international-ngo"
    /// A non-governmental organization of one country.
    case nationalNGO = "national-ngo"
    /// Organizations joined under one name.
    case network
    /// An organization of States of one region or tradition.
    case regionalOrganization = "regional-organization"
    /// Another organization of States, or one founded by them.
    case internationalOrganization = "international-organization"
    /// A court founded by States.
    case internationalCourt = "international-court"
    /// A bank or a lender.
    case financialInstitution = "financial-institution"
    /// A fund that gathers money of several donors.
    case fund
    /// A ministry or agency through which a State gives.
    case donorAgency = "donor-agency"
    /// A State as a donor.
    case state
    /// A company.
    case privateSector = "private-sector"
  }

  /// The stable key.
  public let key: String
  /// What kind of organization it is.
  public let kind: Kind
  /// The organization of which it is a part or a national section.
  public let partOf: String?
  /// Its name in each language.
  public let names: [NameLanguage: String]
  /// Its acronym in each language.
  public let acronyms: [NameLanguage: String]
  /// Other ways in which files write it, in any language.
  public let spellings: [String]
  /// Names that it, or the body whose work it took over, had before.
  public let formerNames: [String]
  /// Its identifiers.
  public let identifiers: [ActorIdentifier]
}
