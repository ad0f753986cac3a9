internal import GraphCore

/// Two actors that may be one, and what speaks for and against it.
struct ActorPair {
  let first: Int
  let second: Int
  var confidence: ActorProposal.Confidence
  var reasons: [ActorProposal.Reason]
}

/// Finds pairs of actors that may be one.
struct ActorPairs {
  /// From which likeness on names are worth a look.
  static let leastLikeness = 0.75
  /// From which likeness on names are likely one.
  static let goodLikeness = 0.9

  private let profiles: [ActorProfile]
  private let organizations: KnownOrganizations
  private var found: [SIMD2<Int>: [ActorProposal.Reason]] = [:]
  private var best: [SIMD2<Int>: ActorProposal.Confidence] = [:]

  init(_ profiles: [ActorProfile], _ organizations: KnownOrganizations, _ places: PlaceWords) {
    self.profiles = profiles
    self.organizations = organizations
    findIdentifiers()
    findNames()
    findKnown()
    findAcronyms()
    findSpellings(places)
  }

  /// The pairs, in the order of their numbers.
  func pairs() -> [ActorPair] {
    found.keys.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.compactMap { judged($0) }
  }

  private mutating func add(
    _ one: Int,
    _ other: Int,
    _ confidence: ActorProposal.Confidence,
    _ reason: ActorProposal.Reason
  ) {
    guard one != other else { return }
    let pair = SIMD2(min(one, other), max(one, other))
    if found[pair]?.contains(reason) != true { found[pair, default: []].append(reason) }
    best[pair] = max(best[pair] ?? .low, confidence)
  }

  /// Adds a reason for each two of several actors.
  ///
  /// Of very many only neighbours are paired, which makes them one group all the same.
  private mutating func addAll(
    _ numbers: [Int],
    _ reason: ActorProposal.Reason,
    _ confidence: (Int, Int) -> ActorProposal.Confidence
  ) {
    for (place, one) in numbers.enumerated() {
      let others = numbers[(place + 1)...].prefix(numbers.count > 40 ? 1 : 40)
      for other in others { add(one, other, confidence(one, other), reason) }
    }
  }

  // MARK: What speaks for it

  private mutating func findIdentifiers() {
    var bearers: [ActorIdentifier: [Int]] = [:]
    for (number, profile) in profiles.enumerated() {
      for identifier in profile.identifiers { bearers[identifier, default: []].append(number) }
    }
    for (identifier, numbers) in bearers.sorted(by: { $0.key.description < $1.key.description }) {
      addAll(numbers, .identifier(identifier.description)) { _, _ in .high }
    }
  }

  private mutating func findNames() {
    var bearers: [String: [(number: Int, text: ActorProfile.Text)]] = [:]
    for (number, profile) in profiles.enumerated() {
      for text in profile.names {
        let key = text.folded.text.filter { $0 != " " }
        if bearers[key]?.last?.number != number { bearers[key, default: []].append((number, text)) }
      }
    }
    for (_, texts) in bearers.sorted(by: { $0.key.precedesBytewise($1.key) }) where texts.count > 1
    {
      let joined = texts.compactMap(\.text.joinedIn).first
      let reason = joined.map { ActorProposal.Reason.brackets($0) } ?? .name(texts[0].text.written)
      addAll(texts.map(\.number), reason) { _, _ in .high }
    }
    var bags: [[Substring]: [Int]] = [:]
    for (number, profile) in profiles.enumerated() {
      for text in profile.names + profile.acronyms where text.folded.words.count > 1 {
        let bag = text.folded.words.sorted()
        if bags[bag]?.last != number { bags[bag, default: []].append(number) }
      }
    }
    for (_, numbers) in bags.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let profiles = profiles
      let isApart: (Int, Int) -> Bool = { !profiles[$0].hasText(sharedWith: profiles[$1]) }
      addAll(numbers.filter { one in numbers.contains { isApart(one, $0) } }, .wordOrder) { _, _ in
        .medium
      }
    }
  }

  private mutating func findKnown() {
    var bearers: [String: [Int]] = [:]
    for (number, profile) in profiles.enumerated() {
      if let known = profile.known { bearers[known.key, default: []].append(number) }
    }
    for (_, numbers) in bearers.sorted(by: { $0.key < $1.key }) {
      guard let known = profiles[numbers[0]].known else { continue }
      let profiles = profiles
      addAll(numbers, .known(key: known.key, name: known.name)) { one, other in
        let evidence = [one, other].map { profiles[$0].known?.evidence }
        if evidence.contains(.besideAnotherName) { return .low }
        return evidence.allSatisfy { $0 == .firm }
          ? .high
          : evidence.contains(.firm) ? .medium : .low
      }
    }
  }

  /// One is called what is the other's acronym, or by the first letters of its words.
  private mutating func findAcronyms() {
    var bearers: [String: [Int]] = [:]
    var initials: [String: [Int]] = [:]
    for (number, profile) in profiles.enumerated() {
      for text in profile.acronyms {
        let key = text.folded.text.filter { $0 != " " }
        if bearers[key]?.last != number { bearers[key, default: []].append(number) }
      }
      guard profile.acronyms.isEmpty else { continue }
      for name in profile.names where name.folded.words.count > 2 {
        let key = String(name.folded.words.compactMap(\.first))
        if initials[key]?.last != number { initials[key, default: []].append(number) }
      }
    }
    let profiles = profiles
    for (acronym, numbers) in bearers.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      let bare = numbers.filter { profiles[$0].names.isEmpty }
      let named = numbers.filter { !profiles[$0].names.isEmpty }
      let joined = named.flatMap { profiles[$0].acronyms }.first {
        $0.joinedIn != nil && $0.folded.text.filter { $0 != " " } == acronym
      }
      let reason =
        joined?.joinedIn.map { ActorProposal.Reason.brackets($0) } ?? .acronym(acronym.uppercased())
      // Another file may mean somebody else by it.
      let sure: (Int, Int) -> ActorProposal.Confidence = { one, other in
        guard acronym.count > 2 else { return .low }
        return acronym.count > 3 && profiles[one].sharesDocument(with: profiles[other])
          ? .high : .medium
      }
      addAll(bare, .name(acronym.uppercased()), sure)
      for one in bare {
        for other in named { add(one, other, named.count == 1 ? sure(one, other) : .low, reason) }
      }
      // Two names with one acronym may be one name in two languages, or not.
      guard acronym.count >= 4 else { continue }
      addAll(named, .sharedAcronym(acronym.uppercased())) { _, _ in .low }
    }
    for (acronym, numbers) in initials.sorted(by: { $0.key.precedesBytewise($1.key) })
    where acronym.count >= 4 {
      for one in bearers[acronym] ?? [] where profiles[one].names.isEmpty {
        for other in numbers { add(one, other, .low, .initials(acronym.uppercased())) }
      }
    }
  }

  private mutating func findSpellings(_ places: PlaceWords) {
    var bearers: [FoldedName: [Int]] = [:]
    for (number, profile) in profiles.enumerated() {
      // Several names in one are always like each of them.
      guard !profile.isJoint else { continue }
      for text in profile.names { bearers[text.folded, default: []].append(number) }
    }
    let names = bearers.keys.sorted { $0.text.precedesBytewise($1.text) }
    let background = organizations.organizations.flatMap { organization in
      organization.texts.map(\.0).filter { $0.words.count > 1 }
    }
    let similarity = NameSimilarity(names, background: background, places: places)
    for pair in similarity.pairs(from: Self.leastLikeness) {
      let isGood = pair.likeness >= Self.goodLikeness
      for one in bearers[names[pair.first]] ?? [] {
        for other in bearers[names[pair.second]] ?? [] {
          let shared = shareAcronym(one, other)
          add(
            one,
            other,
            isGood ? (shared ? .high : .medium) : shared ? .medium : .low,
            .spelling(min(99, Int(pair.likeness * 100)))
          )
        }
      }
    }
  }

  private func shareAcronym(_ one: Int, _ other: Int) -> Bool {
    let acronyms = Set(profiles[one].acronyms.map(\.folded))
    return profiles[other].acronyms.contains { acronyms.contains($0.folded) }
  }

  // MARK: What speaks against it

  /// The pair as it is proposed; `nil` if the two are surely not one.
  private func judged(_ pair: SIMD2<Int>) -> ActorPair? {
    let (one, other) = (profiles[pair.x], profiles[pair.y])
    var reasons = found[pair] ?? []
    var confidence = best[pair] ?? .low
    guard let doubts = doubts(one, other, reasons) else { return nil }
    for doubt in doubts {
      confidence = min(confidence, doubt.limit)
      reasons.append(doubt.reason)
    }
    // The same spelling at several names is told once, the likest first.
    var told: Set<String> = []
    reasons = reasons.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element).filter { told.insert($0.kind).inserted }
    return ActorPair(first: pair.x, second: pair.y, confidence: confidence, reasons: reasons)
  }

  /// What speaks against a pair, and how sure it can be all the same.
  private struct Doubt {
    let limit: ActorProposal.Confidence
    let reason: ActorProposal.Reason
  }

  /// What speaks against two; `nil` if they are surely not one.
  private func doubts(
    _ one: ActorProfile,
    _ other: ActorProfile,
    _ reasons: [ActorProposal.Reason]
  ) -> [Doubt]? {
    if reasons.contains(where: { if case .identifier = $0 { true } else { false } }) { return [] }
    var doubts: [Doubt] = []
    for scheme in ActorIdentifier.Scheme.allCases {
      let bearers = [one, other].filter { $0.identifiers.contains { $0.scheme == scheme } }
      if bearers.count == 2 {
        doubts.append(Doubt(limit: .low, reason: .otherIdentifier(scheme.rawValue)))
      }
    }
    if let left = one.known, let right = other.known, left.isFirm, right.isFirm {
      return left.key == right.key ? doubts : nil
    }
    if !one.names.isEmpty, !other.names.isEmpty {
      let (left, right) = (Set(one.places.keys), Set(other.places.keys))
      // Two branches, or offices of two countries.
      guard left.isSubset(of: right) || right.isSubset(of: left) else { return nil }
      let words = left.symmetricDifference(right).sorted().compactMap {
        one.places[$0] ?? other.places[$0]
      }
      if !words.isEmpty {
        doubts.append(Doubt(limit: .low, reason: .places(words)))
      } else if left.isEmpty, one.isCommon || other.isCommon {
        doubts.append(Doubt(limit: .medium, reason: .common))
      }
    }
    if let words = one.branchWords(beside: other) ?? other.branchWords(beside: one) {
      doubts.append(Doubt(limit: .low, reason: .places(words)))
    }
    let texts = Set((one.names + one.acronyms).map(\.folded))
    let shared = (other.names + other.acronyms).filter { texts.contains($0.folded) }
    if !one.hasFullName(sharedWith: other) {
      for text in shared {
        guard let why = one.ambiguous[text.folded] ?? other.ambiguous[text.folded] else { continue }
        doubts.append(Doubt(limit: .low, reason: .ambiguous(text.written, why: why)))
      }
    }
    if one.isJoint != other.isJoint { doubts.append(Doubt(limit: .low, reason: .joint)) }
    return doubts
  }
}

extension ActorProfile {
  /// Whether a name is that of an office which many places have.
  var isCommon: Bool {
    names.contains { name in
      name.folded.words.contains { Self.commonHeads.contains($0) }
        || name.folded.text.hasPrefix("red cross") || name.folded.text.hasPrefix("croix rouge")
    }
  }

  /// The words for places in its names, if those are the other's short name and a place, as in
  /// “GOAL” and “GOAL Ethiopia”.
  func branchWords(beside other: ActorProfile) -> [String]? {
    guard other.names.isEmpty, !places.isEmpty else { return nil }
    let short = Set(other.acronyms.map { Substring($0.folded.text) })
    let isBranch = names.contains { $0.folded.words.contains { short.contains($0) } }
    return isBranch ? places.values.sorted() : nil
  }

  func sharesDocument(with other: ActorProfile) -> Bool {
    candidate.documents.contains { other.candidate.documents.contains($0) }
  }

  func hasText(sharedWith other: ActorProfile) -> Bool {
    let own = Set((names + acronyms).map(\.folded))
    return (other.names + other.acronyms).contains { own.contains($0.folded) }
  }

  func hasFullName(sharedWith other: ActorProfile) -> Bool {
    let own = Set(names.map(\.folded))
    return other.names.contains { own.contains($0.folded) }
  }

  /// Words for offices, institutions and communities that bear the same name in many places.
  private static let commonHeads: Set<Substring> = [
    "ministry", "ministere", "ministerio", "bureau", "department", "departement", "departamento",
    "direction", "direccion", "delegation", "government", "gouvernement", "gobierno", "governorate",
    "gouvernorat", "district", "zone", "zonal", "woreda", "regional", "region", "regionale",
    "municipality", "municipalite", "commune", "mairie", "alcaldia", "prefecture", "police",
    "university", "universite", "universidad", "hospital", "hopital", "school", "ecole", "church",
    "eglise", "diocese", "diocesan", "caritas", "parish", "paroisse", "commission", "council",
    "authority", "وزاره", "مديريه", "بلديه", "جامعه", "مستشفي",
  ]
}

extension ActorProposal.Reason {
  /// The order in which reasons are told: the firmest first, doubts last.
  var order: Int {
    switch self {
    case .identifier: 0
    case .known: 1
    case .name: 2
    case .brackets: 3
    case .acronym: 4
    case .sharedAcronym: 5
    case .wordOrder: 6
    case .spelling(let hundredths): 200 - hundredths
    case .initials: 300
    case .otherIdentifier: 400
    case .places: 401
    case .common: 402
    case .ambiguous: 403
    case .joint: 404
    }
  }
}
