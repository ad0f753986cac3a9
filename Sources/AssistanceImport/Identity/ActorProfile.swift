internal import AssistanceModel
internal import GraphCore

/// What the names of an actor say, prepared for being compared with others.
struct ActorProfile {
  /// A text that stands for the actor.
  struct Text {
    let folded: FoldedName
    let written: String
    /// The name from whose brackets or dashes it was taken.
    let joinedIn: String?
  }

  /// The entry of the list of known organizations that the actor is.
  struct Known: Equatable {
    /// How surely.
    enum Evidence {
      /// An identifier or a whole name says so, or an acronym beside which there is no name.
      case firm
      /// An acronym says so that is short, or that another name here claims.
      case shaky
      /// An acronym says so, but the name beside it is not known.
      case besideAnotherName
    }

    let key: String
    let name: String
    var evidence: Evidence

    var isFirm: Bool { evidence == .firm }
  }

  let candidate: ActorProposal.Candidate
  let identifiers: [ActorIdentifier]
  /// Names of several words or of one that is no acronym.
  private(set) var names: [Text] = []
  /// Acronyms.
  private(set) var acronyms: [Text] = []
  /// Texts that decide nothing by themselves, with the reason.
  private(set) var ambiguous: [FoldedName: String] = [:]
  var known: Known?
  /// The places in its names, with the words for them.
  private(set) var places: [String: String] = [:]
  /// Whether a name seems to name several.
  private(set) var isJoint = false

  init(
    _ candidate: ActorProposal.Candidate,
    identifiers: [ActorIdentifier],
    among organizations: KnownOrganizations,
    places words: PlaceWords
  ) {
    self.candidate = candidate
    self.identifiers = identifiers
    var seen: Set<FoldedName> = []
    for written in [candidate.name] + candidate.aliases {
      let parts = NameParts(written)
      for (text, whole) in [(written, nil)] + parts.texts.map({ ($0, written) }) {
        // What brackets hold stands for the actor by itself; with them it is no name.
        if whole == nil, !parts.texts.isEmpty, organizations.match(text) == .unknown { continue }
        let folded = FoldedName(text)
        guard !folded.isEmpty, seen.insert(folded).inserted else { continue }
        if case .ambiguous(_, let reason) = organizations.match(text) { ambiguous[folded] = reason }
        let own = Text(folded: folded, written: text, joinedIn: whole)
        if NameParts.isAcronym(text) { acronyms.append(own) } else { names.append(own) }
        if organizations.match(text) == .unknown, NameParts.isJoint(text) { isJoint = true }
      }
    }
    for name in names { places.merge(words.places(in: name.folded)) { first, _ in first } }
    known = Self.known(self, organizations)
  }

  private static func known(_ profile: ActorProfile, _ list: KnownOrganizations) -> Known? {
    func found(_ matches: [KnownOrganizations.Match], _ evidence: Known.Evidence) -> Known? {
      let all = matches.compactMap { match -> KnownOrganization? in
        if case .one(let organization, _) = match { return organization }
        return nil
      }
      guard let first = all.first, all.allSatisfy({ $0.key == first.key }) else { return nil }
      return Known(key: first.key, name: first.names[.english] ?? first.key, evidence: evidence)
    }
    if let known = found(profile.identifiers.map { list.match($0) }, .firm) { return known }
    let names = profile.names.map { list.match($0.written) }
    let isNamed = names.contains { if case .one = $0 { true } else { false } }
    if isNamed { return found(names, .firm) }
    let acronyms = profile.acronyms.map { list.match($0.written) }
    guard profile.names.isEmpty else { return found(acronyms, .besideAnotherName) }
    // Two letters stand for too many.
    let long = profile.acronyms.filter { $0.folded.text.filter { $0 != " " }.count > 2 }
    return found(long.map { list.match($0.written) }, .firm) ?? found(acronyms, .shaky)
  }
}

/// What a written name consists of.
struct NameParts {
  /// The name and the acronym that brackets or a dash join; empty if nothing does.
  let texts: [String]

  init(_ written: String) {
    var parts: [String] = []
    if written.hasSuffix(")"), let open = written.lastIndex(of: "(") {
      parts = [
        String(written[..<open]), String(written[written.index(after: open)...].dropLast()),
      ]
    } else {
      for dash in [" - ", " – ", " — "] where parts.isEmpty {
        let split = written.components(around: dash)
        if split.count == 2 { parts = split }
      }
    }
    parts = parts.map { CleanText.name($0) }
    // An acronym and a name: brackets may also hold a place or a remark.
    let isPair =
      parts.count == 2 && parts.count(where: Self.isAcronym) == 1
      && parts.allSatisfy {
        PlaceWords.shipped.places(in: FoldedName($0)).count == 0 || !Self.isAcronym($0)
      }
      && parts.allSatisfy { FoldedName($0).text.count > 1 }
    texts = isPair && Self.fits(parts) ? parts : []
  }

  /// Whether the acronym may be one of the name: it begins as the name or one of its words does,
  /// or the name is of one word.
  private static func fits(_ parts: [String]) -> Bool {
    guard let acronym = parts.first(where: isAcronym),
      let name = parts.first(where: { !isAcronym($0) })
    else { return false }
    let letter = FoldedName(acronym).text.first
    return FoldedName(name).words.contains { $0.first == letter }
  }

  /// Whether a text looks like an acronym: one or two short words, mostly in capitals.
  static func isAcronym(_ text: String) -> Bool {
    let folded = FoldedName(text)
    let length = folded.text.unicodeScalars.count { $0 != " " }
    let upper = text.unicodeScalars.count { $0.properties.isUppercase }
    let lower = text.unicodeScalars.count { $0.properties.isLowercase }
    // Two that are joined, such as EECMY-DASSC, are longer.
    let isJoined = lower == 0 && text.contains { "-/".contains($0) }
    guard folded.words.count <= 2, (2...(isJoined ? 12 : 8)).contains(length) else { return false }
    guard upper + lower > 0 else { return false }
    return (folded.words.count == 1 && length <= 4) || (upper >= 2 && upper > lower)
  }

  /// Whether a text seems to name several: parts between strokes that could stand alone.
  static func isJoint(_ text: String) -> Bool {
    func divides(_ signs: String, _ isPart: (String) -> Bool) -> Bool {
      let parts = text.split(whereSeparator: { signs.contains($0) }).map {
        CleanText.name(String($0))
      }
      return parts.count > 1 && parts.allSatisfy(isPart)
    }
    // Commas stand inside names too, but not between acronyms.
    return divides("/;+") { FoldedName($0).text.count > 1 } || divides(",;/+()", isAcronym)
  }
}

extension String {
  fileprivate func components(around separator: String) -> [String] {
    guard let range = self.range(of: separator) else { return [self] }
    let rest = String(self[range.upperBound...])
    return [String(self[..<range.lowerBound])] + rest.components(around: separator)
  }

  private func range(of text: String) -> Range<String.Index>? {
    guard let first = self.ranges(of: text).first else { return nil }
    return first
  }
}
