/// The organizations of this field under their names, acronyms and identifiers.
///
/// A text that stands for two organizations, or for one here and for others elsewhere, never finds
/// one by itself: it is listed as ambiguous, with the reason.
///
///     KnownOrganizations.shipped.match("Programme alimentaire mondial")  // .one: wfp, by name
///     KnownOrganizations.shipped.match("CRS")  // .ambiguous: Catholic Relief Services, Swiss …
public struct KnownOrganizations: Sendable {
  /// By what a text found an organization, from the firmest.
  public enum Evidence: String, CaseIterable, Hashable, Sendable, Codable {
    /// An identifier.
    case identifier
    /// The name in some language.
    case name
    /// The acronym in some language.
    case acronym
    /// A listed spelling.
    case spelling
    /// A name that it had before.
    case formerName = "former-name"
  }

  /// What a text stands for.
  public enum Match: Hashable, Sendable {
    /// One organization.
    case one(KnownOrganization, by: Evidence)
    /// Several may be meant; the ones that are known, and why the text decides nothing.
    case ambiguous([KnownOrganization], reason: String)
    /// Nobody here.
    case unknown
  }

  /// A text that decides nothing by itself.
  struct Ambiguity: Sendable {
    let text: String
    let organizations: [String]
    let reason: String
  }

  /// The organizations, in the order of their keys.
  public let organizations: [KnownOrganization]
  let ambiguities: [Ambiguity]
  private let places: [String: Int]
  private let names: [FoldedName: (place: Int, evidence: Evidence)]
  private let ambiguous: [FoldedName: Int]
  private let identifiers: [ActorIdentifier: Int]

  init(_ organizations: [KnownOrganization], _ ambiguities: [Ambiguity]) {
    self.organizations = organizations
    self.ambiguities = ambiguities
    var places: [String: Int] = [:]
    var names: [FoldedName: (place: Int, evidence: Evidence)] = [:]
    var identifiers: [ActorIdentifier: Int] = [:]
    for (place, organization) in organizations.enumerated() {
      places[organization.key] = place
      for (name, evidence) in organization.texts where names[name] == nil {
        names[name] = (place, evidence)
      }
      for identifier in organization.identifiers { identifiers[identifier] = place }
    }
    self.places = places
    self.names = names
    self.identifiers = identifiers
    ambiguous = Dictionary(
      ambiguities.enumerated().map { (FoldedName($0.element.text), $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The organization with a key.
  public subscript(key: String) -> KnownOrganization? {
    places[key].map { organizations[$0] }
  }

  /// What a name or an acronym stands for.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public func match(_ text: String) -> Match {
    let name = FoldedName(text)
    if let place = ambiguous[name] {
      let ambiguity = ambiguities[place]
      return .ambiguous(ambiguity.organizations.compactMap { self[$0] }, reason: ambiguity.reason)
    }
    guard let (place, evidence) = names[name] else { return .unknown }
    return .one(organizations[place], by: evidence)
  }

  /// What an identifier stands for: one organization or nobody here.
  public func match(_ identifier: ActorIdentifier) -> Match {
    guard let place = identifiers[identifier] else { return .unknown }
    return .one(organizations[place], by: .identifier)
  }
}

extension KnownOrganization {
  /// Every text that stands for it, the firmest evidence first; each text once.
  var texts: [(FoldedName, KnownOrganizations.Evidence)] {
    var texts: [(FoldedName, KnownOrganizations.Evidence)] = []
    var seen: Set<FoldedName> = []
    func add(_ words: [String], _ evidence: KnownOrganizations.Evidence) {
      for word in words {
        let name = FoldedName(word)
        if seen.insert(name).inserted { texts.append((name, evidence)) }
      }
    }
    add(NameLanguage.allCases.compactMap { names[$0] }, .name)
    add(NameLanguage.allCases.compactMap { acronyms[$0] }, .acronym)
    add(spellings, .spelling)
    add(formerNames, .formerName)
    return texts
  }
}
