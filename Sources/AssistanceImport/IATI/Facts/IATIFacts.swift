internal import AssistanceModel
internal import GraphCore

/// Makes facts of an activity: one for each place with each sector.
struct IATIFacts {
  let rules: IATIRules

  /// When the activity holds: its actual days, else its planned ones.
  ///
  /// - Returns: The span, and whether the file had it end before it began, so that the end is
  ///   left open.
  static func validity(_ activity: IATIActivity) -> (span: Validity, isReversed: Bool) {
    let (start, end) = (activity.dates.start, activity.dates.end)
    if let span = Validity(from: start, until: end) { return (span, false) }
    return (Validity(from: start, until: nil) ?? .always, true)
  }

  /// The facts, in the order of the activity's places and sectors.
  func facts(_ activity: IATIActivity, _ cells: IATICells, document: String) -> [DraftFact] {
    var common = DraftFact(source: source(activity, document))
    common.actors = actors(activity)
    common.key = activity.identifier
    common.project = activity.titles.text(in: rules.languages)
    common.status = activity.status?.name ?? ""
    common.modality = activity.status == .pipeline ? .pledged : .does
    common.validity = Self.validity(activity).span
    return cells.pairs.flatMap { pair in
      facts(pair, cells.contents[pair] ?? IATICells.Content(), cells, common)
    }
  }

  private func facts(
    _ pair: IATICells.Pair,
    _ content: IATICells.Content,
    _ cells: IATICells,
    _ common: DraftFact
  ) -> [DraftFact] {
    var fact = common
    let name = cells.placeNames[pair.place] ?? ""
    fact.countryCase =
      pair.place.isRegion
      ? DraftCase(
        name: name.isEmpty ? "Region \(pair.place.code)" : name,
        code: "region-\(pair.place.code)"
      )
      : DraftCase(name: name, code: pair.place.code)
    fact.amounts = content.amounts
    fact.basis = content.isExact ? .explicit : .implied
    guard let code = pair.sector else { return rules.keepsOtherSectors ? [fact] : [] }
    fact.sectors = [sector(code, cells)]
    let claims = claims(code, cells.vocabulary)
    if claims.isEmpty, !rules.keepsOtherSectors { return [] }
    guard rules.basisShowsStrength, !claims.isEmpty else {
      fact.inhibitors = claims.map(\.inhibitor)
      return [fact]
    }
    return [Basis.explicit, .implied, .thematic].compactMap { basis in
      let shown = claims.filter { $0.strength.basis == basis }.map(\.inhibitor)
      guard !shown.isEmpty else { return nil }
      var part = fact
      part.inhibitors = shown
      part.basis = fact.basis.weakness > basis.weakness ? fact.basis : basis
      return part
    }
  }

  private func claims(_ code: String, _ vocabulary: IATIVocabulary?) -> [Concordance.Claim] {
    guard let reading = rules.reading else { return [] }
    switch vocabulary {
    case .purposes?, .categories?: return rules.concordance.claims(of: code, reading)
    case .clusters?:
      guard let cluster = ClusterList.shipped[code] else { return [] }
      return Concordance.clusters.claims(of: cluster.key, reading)
    default: return []
    }
  }

  private func sector(_ code: String, _ cells: IATICells) -> DraftSector {
    var name = cells.sectorNames[code] ?? ""
    if cells.vocabulary == .purposes || cells.vocabulary == .categories,
      let entry = rules.concordance.entries(for: code).first, entry.code == code
    {
      name = entry.name
    }
    let type =
      switch cells.vocabulary {
      case .purposes?: "purpose-code"
      case .categories?: "purpose-category"
      case .clusters?: "cluster"
      default: "own-list"
      }
    return DraftSector(name: name.isEmpty ? code : name, code: code, type: type)
  }

  private func source(_ activity: IATIActivity, _ document: String) -> SourceReference {
    SourceReference(
      document: document,
      locator: activity.identifier.isEmpty
        ? .lines(max(1, activity.line)...max(1, activity.line)) : .anchor(activity.identifier)
    )
  }

  // MARK: Organizations

  /// The organizations with their roles; the one that reports, if no other is named.
  private func actors(_ activity: IATIActivity) -> [DraftActor] {
    let named = activity.participants.filter { !$0.organization.isBlank }
    let reporting = activity.reportingOrganization.flatMap { $0.isBlank ? nil : $0 }
    let actors = named.map { participant in
      let name = participant.organization.names.text(in: rules.languages)
      // “Direct implementation” is by who reports.
      let isReporting = StandInWords.shipped.meaning(ofActor: name) == .oneself
      return actor(
        isReporting ? reporting ?? participant.organization : participant.organization,
        role(participant.role)
      )
    }
    if actors.isEmpty, let reporting { return [actor(reporting, .programming)] }
    return actors
  }

  /// A provider's role is the nearest to the work, whatever the file calls it.
  private func role(_ role: IATIRole?) -> ActorRole {
    guard let role else { return .organization }
    if rules.providers.contains(role) { return .implementing }
    return switch role {
    case .funding: .funder
    case .accountable: .programming
    case .extending: .extending
    case .implementing: .partner
    }
  }

  private func actor(_ organization: IATIOrganization, _ role: ActorRole) -> DraftActor {
    let name = organization.names.text(in: rules.languages)
    return DraftActor(
      role,
      name: name,
      otherNames: organization.names.map(\.text).filter { $0 != name },
      type: Self.types[organization.type] ?? "",
      identifiers: ActorIdentifier(reference: organization.reference).map { [$0] } ?? []
    )
  }

  /// The kinds of organizations by their codes; “other” says nothing.
  private static let types: [String: String] = [
    "10": "government", "11": "local government", "15": "other public sector",
    "21": "international NGO", "22": "national NGO", "23": "regional NGO",
    "24": "partner country based NGO", "30": "public private partnership", "40": "multilateral",
    "60": "foundation", "70": "private sector", "71": "private sector in provider country",
    "72": "private sector in aid recipient country", "73": "private sector in third country",
    "80": "academic, training and research", "Multilateral": "multilateral",
  ]
}
