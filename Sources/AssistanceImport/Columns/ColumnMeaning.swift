/// What a column of a field table holds: which part of which thing.
public struct ColumnMeaning: Hashable, Sendable, CustomStringConvertible {
  /// What the column is about.
  public enum Subject: String, CaseIterable, Hashable, Sendable, Codable {
    /// An organization whose role is not said.
    case organization
    /// An organization that pays.
    case funder
    /// An organization that runs or reports the programme.
    case programming
    /// An organization that carries it out.
    case implementing
    /// An organization that takes part.
    case partner
    /// The sector or cluster.
    case sector
    /// A part of the sector.
    case subsector
    /// What is done.
    case activity
    /// The project to which it belongs.
    case project
    /// What is measured or aimed at.
    case indicator
    /// The plan or appeal under which it is done.
    case plan
    /// The country.
    case country
    /// The first level of places below the country.
    case adm1
    /// The second level.
    case adm2
    /// The third level.
    case adm3
    /// The fourth level.
    case adm4
    /// A place whose level is not said.
    case location
    /// When.
    case date
    /// Whether it is planned, under way or over.
    case status
    /// How many people.
    case beneficiaries
    /// How much money.
    case money
    /// A person who can be reached: never kept.
    case contact
    /// A comment.
    case remark
  }

  /// Which part of it.
  public enum Part: String, CaseIterable, Hashable, Sendable, Codable {
    /// The name, or the text as such.
    case name
    /// The acronym.
    case acronym
    /// A code or identifier; for a place its p-code.
    case code
    /// The type.
    case type
    /// The first day.
    case from
    /// The last day.
    case until
    /// When it was reported.
    case reported
    /// People whom it should reach.
    case targeted
    /// People whom it reached.
    case reached
    /// People who need it.
    case inNeed = "in-need"
    /// An amount of money.
    case amount
    /// Degrees north.
    case latitude
    /// Degrees east.
    case longitude
    /// A person's name or details.
    case person
    /// An e-mail address.
    case email
    /// A telephone number.
    case phone
  }

  /// What the column is about.
  public let subject: Subject
  /// Which part of it.
  public let part: Part

  /// Creates a meaning.
  public init(_ subject: Subject, _ part: Part) {
    self.subject = subject
    self.part = part
  }

  /// Whether the column holds people's details and is dropped.
  public var isPersonal: Bool { subject == .contact }

  /// The subject and the part with a dot between them.
  public var description: String { "\(subject.rawValue).\(part.rawValue)" }
}
