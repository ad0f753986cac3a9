internal import AssistanceModel

/// How activities become facts.
///
/// Each rule is an analyst's choice; the import report says which were in force.
public struct IATIRules: Sendable {
  /// Which of several levels of activities counts, where a file holds more than one.
  public enum Level: String, CaseIterable, Hashable, Sendable, Codable {
    /// An activity does not count if its children in the files do.
    case lowest
    /// An activity does not count if its parents in the files do.
    case highest
    /// Every activity counts; money that two levels report is there twice.
    case all
  }

  /// The roles whose organizations are providers.
  ///
  /// Where nobody has one of them, the organization that is nearest to the work is the provider.
  public var providers: Set<IATIRole>
  /// Which links from codes to inhibitors count; `nil` gives facts without inhibitors.
  public var reading: ConcordanceReading?
  /// What the codes of the Development Assistance Committee show.
  public var concordance: Concordance
  /// Whether a fact's basis says how firmly its code shows the inhibitor: explicit if directly,
  /// implied if partially, thematic if doubtfully.
  ///
  /// Otherwise the reading decides alone, and what it counts is explicit.
  public var basisShowsStrength: Bool
  /// The vocabularies of sectors, the preferred one first; of each activity one is read.
  public var vocabularies: [IATIVocabulary]
  /// Whether a sector that shows no inhibitor gives facts too; they count where sectors are asked
  /// for.
  public var keepsOtherSectors: Bool
  /// The activities that give no facts, by how far they are.
  public var leftOut: Set<IATIStatus>
  /// Which level counts.
  public var level: Level
  /// Whether a region stands beside countries as a case of its own; it is never spread over them.
  public var keepsRegions: Bool
  /// Whether several countries or sectors without percentages share evenly; otherwise their facts
  /// carry no amounts.
  public var splitsEvenly: Bool
  /// The languages of names, the preferred one first.
  public var languages: [String]

  /// Creates rules; the usual ones are the strict ones.
  public init(
    providers: Set<IATIRole> = [.implementing],
    reading: ConcordanceReading? = .strict,
    concordance: Concordance = .dac,
    basisShowsStrength: Bool = false,
    vocabularies: [IATIVocabulary] = [.purposes, .categories],
    keepsOtherSectors: Bool = true,
    leftOut: Set<IATIStatus> = [.cancelled, .suspended],
    level: Level = .lowest,
    keepsRegions: Bool = true,
    splitsEvenly: Bool = false,
    languages: [String] = ["en", "fr", "es", "ar"]
  ) {
    self.providers = providers
    self.reading = reading
    self.concordance = concordance
    self.basisShowsStrength = basisShowsStrength
    self.vocabularies = vocabularies
    self.keepsOtherSectors = keepsOtherSectors
    self.leftOut = leftOut
    self.level = level
    self.keepsRegions = keepsRegions
    self.splitsEvenly = splitsEvenly
    self.languages = languages
  }
}

extension ConcordanceStrength {
  /// The basis of a statement that rests on a link of this strength.
  var basis: Basis {
    switch self {
    case .direct: .explicit
    case .partial: .implied
    case .doubtful, .none, .remapped: .thematic
    }
  }
}
