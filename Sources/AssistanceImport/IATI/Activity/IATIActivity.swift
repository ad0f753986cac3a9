public import GraphCore

/// An activity as a file of the International Aid Transparency Initiative reports it, 1.x and 2.x
/// alike.
///
/// Nothing is worked out yet: every sector of every vocabulary is here, and every transaction with
/// its sign. People's details are never part of it.
public struct IATIActivity: Hashable, Sendable {
  /// The publisher's key; empty if the file has none.
  public var identifier = ""
  /// The line where it begins.
  public var line = 0
  /// The version of the standard that the file states, if it does.
  public var version: String?
  /// The level among the publisher's activities; 1 is the widest.
  public var hierarchy: Int?
  /// Who reports it.
  public var reportingOrganization: IATIOrganization?
  /// The title in each language.
  public var titles: [IATINarrative] = []
  /// How far it is; `nil` if the file does not say, or says what is no status.
  public var status: IATIStatus?
  /// The first and last days, planned and actual.
  public var dates = IATIDates()
  /// The organizations, in the order of the file.
  public var participants: [IATIParticipant] = []
  /// Countries for the whole activity.
  public var countries: [IATICountry] = []
  /// Regions for the whole activity.
  public var regions: [IATIRegion] = []
  /// Sectors for the whole activity, of every vocabulary.
  public var sectors: [IATISector] = []
  /// What was promised, paid and paid back, in the order of the file.
  public var transactions: [IATITransaction] = []
  /// What it may cost in each period.
  public var budgets: [IATIBudget] = []
  /// The activities that it names as its parents, children and others.
  public var related: [IATIRelation] = []
  /// Whether it is humanitarian; `nil` if the file does not say.
  public var isHumanitarian: Bool?
  /// How it is given, by its code: bilateral, multilateral and others.
  public var collaboration: String?
  /// The currency of amounts that name none.
  public var currency: String?
  /// How many entries with people's details were passed over.
  public var contactCount = 0
  /// How many elements of each name were passed over, by name.
  public var ignored: [String: Int] = [:]
  /// What could not be understood, in the order of the file.
  public var doubts: [Diagnostic] = []

  /// Creates an activity without anything.
  public init() {}
}

/// A text in one language.
public struct IATINarrative: Hashable, Sendable {
  /// The language's code, as the file writes it; `nil` if it is not said.
  public let language: String?
  /// The text, without white space at either end.
  public let text: String

  /// Creates a text.
  public init(_ text: String, language: String? = nil) {
    self.text = text
    self.language = language
  }
}

extension [IATINarrative] {
  /// The text in the first of these languages that there is, else the first text.
  ///
  /// - Returns: An empty text if there is none.
  public func text(in languages: [String] = ["en", "fr", "es", "ar"]) -> String {
    for language in languages {
      if let found = first(where: { $0.language?.lowercased().hasPrefix(language) == true }) {
        return found.text
      }
    }
    return first?.text ?? ""
  }
}

/// An organization as an activity names it.
public struct IATIOrganization: Hashable, Sendable {
  /// Its identifier as written; empty if there is none.
  public var reference = ""
  /// What kind it is, as written.
  public var type = ""
  /// Its name in each language.
  public var names: [IATINarrative] = []
  /// Its own activity with which this one is tied; empty if none is named.
  public var activity = ""

  /// Creates an organization without anything.
  public init() {}

  /// Whether nothing tells who it is.
  public var isBlank: Bool { reference.isEmpty && names.isEmpty }
}

/// An organization with its role in an activity.
public struct IATIParticipant: Hashable, Sendable {
  /// The organization.
  public var organization: IATIOrganization
  /// What it does; `nil` if the file does not say, or says what is no role.
  public var role: IATIRole?
  /// The line.
  public var line: Int

  /// Creates a participant.
  public init(_ organization: IATIOrganization, _ role: IATIRole?, line: Int) {
    self.organization = organization
    self.role = role
    self.line = line
  }
}

/// The days of an activity; from its transactions nothing is taken.
public struct IATIDates: Hashable, Sendable {
  /// When it should begin.
  public var plannedStart: PartialDate?
  /// When it began.
  public var actualStart: PartialDate?
  /// When it should end.
  public var plannedEnd: PartialDate?
  /// When it ended.
  public var actualEnd: PartialDate?

  /// Creates dates without any.
  public init() {}

  /// The first day: the actual one, else the planned one.
  public var start: PartialDate? { actualStart ?? plannedStart }
  /// The last day: the actual one, else the planned one.
  public var end: PartialDate? { actualEnd ?? plannedEnd }
}

/// A country with its share of an activity.
public struct IATICountry: Hashable, Sendable {
  /// The code of two letters, in upper case.
  public var code: String
  /// Its name as the file writes it; often there is none.
  public var name: String
  /// The share in percent, as stated.
  public var percentage: Double?
  /// The line.
  public var line: Int
}

/// A region with its share of an activity.
public struct IATIRegion: Hashable, Sendable {
  /// The code.
  public var code: String
  /// The list of regions; 1 is that of the Development Assistance Committee.
  public var vocabulary: String
  /// Its name as the file writes it; often there is none.
  public var name: String
  /// The share in percent, as stated.
  public var percentage: Double?
  /// The line.
  public var line: Int
}

/// A sector with its share of an activity.
public struct IATISector: Hashable, Sendable {
  /// The code.
  public var code: String
  /// The list of codes.
  public var vocabulary: IATIVocabulary
  /// Its name as the file writes it; often there is none.
  public var name: String
  /// The share in percent, as stated.
  public var percentage: Double?
  /// The line.
  public var line: Int
}

/// Money that moved or was promised.
public struct IATITransaction: Hashable, Sendable {
  /// What it is; `nil` if the file does not say, or says what is no type.
  public var type: IATITransactionType?
  /// The amount, with its sign; `nil` if it is no number.
  public var amount: Double?
  /// The currency; `nil` if neither the amount nor the activity names one.
  public var currency: String?
  /// When.
  public var date: PartialDate?
  /// Who gave.
  public var provider: IATIOrganization?
  /// Who received.
  public var receiver: IATIOrganization?
  /// Its own countries; in 2.x one at most.
  public var countries: [IATICountry] = []
  /// Its own regions.
  public var regions: [IATIRegion] = []
  /// Its own sectors.
  public var sectors: [IATISector] = []
  /// The line.
  public var line: Int
}

/// What an activity may cost in a period.
public struct IATIBudget: Hashable, Sendable {
  /// The amount; `nil` if it is no number.
  public var amount: Double?
  /// The currency; `nil` if neither the amount nor the activity names one.
  public var currency: String?
  /// The first day of the period.
  public var start: PartialDate?
  /// The last day of the period.
  public var end: PartialDate?
  /// Whether it replaces an earlier budget of the same period.
  public var isRevised: Bool
  /// The line.
  public var line: Int
}

/// Another activity that an activity names.
public struct IATIRelation: Hashable, Sendable {
  /// How they are related.
  public enum Kind: Int, CaseIterable, Hashable, Sendable, Codable {
    /// The other one holds this one.
    case parent = 1
    /// This one holds the other one.
    case child = 2
    /// Both have the same parent.
    case sibling = 3
    /// Both are paid from the same money.
    case coFunded = 4
    /// The other one is reported by somebody else.
    case thirdParty = 5
  }

  /// How they are related.
  public var kind: Kind
  /// The other one's key.
  public var identifier: String
}
