public import AssistanceModel
public import GraphCore

/// The actors of a collection that may be one, and those that nobody named.
///
///     let proposals = ActorProposals(collection.graph)
///     proposals.all.first?.reasonText  // "both are known names of World Food Programme"
///
/// Any collection will do. Actors that are marked as unnamed or as a class, and words that name
/// nobody, are never proposed. The same collection gives the same list.
public struct ActorProposals: Sendable {
  /// An actor that stands for somebody whom the sources do not name, or for a class.
  public struct Unnamed: Hashable, Sendable {
    /// The node.
    public let id: NodeID
    /// The word that stands for it.
    public let name: String
    /// How it is marked; the list of words if the collection does not say.
    public let designation: Designation
    /// How many facts have it at an end.
    public let facts: Int
  }

  /// The proposals: what is left to decide first, then the surest, then by the facts concerned.
  public let all: [ActorProposal]
  /// The actors that nobody named, those with the most facts first.
  public let unnamed: [Unnamed]
  /// The proposals about which nothing was decided.
  public var open: [ActorProposal] { all.filter { $0.verdict == nil } }

  /// A short word that changes with the list of open proposals, so that numbers of another list
  /// are not taken for numbers of this one.
  public var listKey: String { CleanText.shortKey(open.map(\.key).joined(separator: ",")) }

  /// How many named actors were compared.
  public let compared: Int

  /// Finds the proposals for a collection.
  ///
  /// - Parameters:
  ///   - graph: The collection.
  ///   - decisions: What people decided already; such proposals say so.
  ///   - organizations: The organizations whose names are known.
  ///   - standIns: The words that name nobody.
  /// - Complexity: about O(*n*·*b*) for *n* names and *b* names that share a rare word.
  public init(
    _ graph: AssistanceGraph,
    decisions: ActorDecisions = .none,
    organizations: KnownOrganizations = .shipped,
    standIns: StandInWords = .shipped
  ) {
    var named: [Node] = []
    var unnamed: [Unnamed] = []
    let counts = Self.factCounts(graph)
    for node in graph.graph.nodes(of: .actor) {
      let name = node[.name] ?? node.id.rawValue
      let marked: Designation? = node[.designation]
      let word = standIns.meaning(ofActor: name)?.designation
      if let designation = marked == .named ? nil : marked ?? word {
        unnamed.append(
          Unnamed(id: node.id, name: name, designation: designation, facts: counts[node.id] ?? 0)
        )
      } else {
        named.append(node)
      }
    }
    self.unnamed = unnamed.sorted {
      $0.facts != $1.facts ? $0.facts > $1.facts : $0.id < $1.id
    }
    compared = named.count
    let places = PlaceWords.shipped.adding(
      graph.graph.nodes.filter { Self.placeKinds.contains($0.kind) }.compactMap { $0[.name] }
    )
    let profiles = Self.candidates(named, counts).map { candidate, identifiers in
      ActorProfile(candidate, identifiers: identifiers, among: organizations, places: places)
    }
    all = ActorGrouping(Self.withoutClaims(profiles), organizations, places, decisions).proposals()
  }

  /// The decisions that take up some proposals and turn down others.
  ///
  /// - Parameters:
  ///   - accepted: The proposals to take up.
  ///   - rejected: The proposals to turn down.
  ///   - present: The decisions that were made before.
  /// - Returns: The decisions to add, in the order of the proposals.
  public static func decisions(
    accepting accepted: [ActorProposal],
    rejecting rejected: [ActorProposal] = [],
    beside present: ActorDecisions = .none
  ) -> [ActorDecision] {
    var added: [ActorDecision] = []
    var facts: [DecidedName: Int] = [:]
    var verdicts = present.verdicts
    for proposal in accepted {
      for candidate in proposal.candidates {
        facts[DecidedName(candidate.decidedName), default: 0] = candidate.facts
      }
      let names = proposal.candidates.map(\.decidedName)
      for other in names.dropFirst()
      where verdicts(DecidedName(names[0]), DecidedName(other)) != .same {
        added.append(ActorDecision(.same, names[0], other, reason: proposal.reasonText))
        verdicts = ActorDecisions(checked: present.decisions + added).verdicts
      }
    }
    // Several proposals may make one group, which is called by one name.
    let shown = Set(present.shownNames.keys.map { verdicts.group(of: $0) })
    var best: [DecidedName: String] = [:]
    for text in added.flatMap({ [$0.name, $0.other] }) {
      let group = verdicts.group(of: DecidedName(text))
      guard !shown.contains(group) else { continue }
      let count = { facts[DecidedName($0)] ?? 0 }
      let isBetter =
        best[group].map {
          count(text) != count($0) ? count(text) > count($0) : text.precedesBytewise($0)
        } ?? true
      if isBetter { best[group] = text }
    }
    for index in added.indices {
      added[index].shown = best[verdicts.group(of: DecidedName(added[index].name))] ?? ""
    }
    return added + rejected.flatMap { $0.rejected() }
  }

  /// The names of sites and villages are too often words of other names.
  private static let placeKinds: Set<NodeKind> = Set(
    [DraftPlace.Level.adm1, .adm2, .adm3].map(\.nodeKind) + [.countryCase]
  )

  /// How many facts have each actor at an end.
  private static func factCounts(_ graph: AssistanceGraph) -> [NodeID: Int] {
    var counts: [NodeID: Int] = [:]
    for fact in graph.assistance {
      for end in Set(graph.incidence.edges(from: fact.id).map(\.to.id)) {
        counts[end, default: 0] += 1
      }
    }
    return counts
  }

  private static func candidates(
    _ nodes: [Node],
    _ counts: [NodeID: Int]
  ) -> [(ActorProposal.Candidate, [ActorIdentifier])] {
    var bearers: [FoldedName: Int] = [:]
    for node in nodes { bearers[FoldedName(node[.name] ?? node.id.rawValue), default: 0] += 1 }
    return nodes.map { node in
      let name = node[.name] ?? node.id.rawValue
      let identifiers = (node[.identifiers] ?? []).compactMap { text -> ActorIdentifier? in
        if case .identifier(let identifier) = DecidedName(text) { return identifier }
        return nil
      }
      // A name that several have cannot tell them apart; an identifier can.
      let isShared = (bearers[FoldedName(name)] ?? 0) > 1
      let candidate = ActorProposal.Candidate(
        id: node.id,
        name: name,
        aliases: node[.aliases] ?? [],
        facts: counts[node.id] ?? 0,
        documents: Set(node.sources.map(\.document)).sorted(),
        decidedName: isShared ? identifiers.first?.description ?? name : name
      )
      return (candidate, identifiers)
    }
  }

  /// An acronym alone is not surely a known organization's where another name here claims it.
  private static func withoutClaims(_ profiles: [ActorProfile]) -> [ActorProfile] {
    var claims: [FoldedName: Set<String?>] = [:]
    for profile in profiles where !profile.names.isEmpty {
      for acronym in profile.acronyms {
        claims[acronym.folded, default: []].insert(
          profile.known?.isFirm == true ? profile.known?.key : nil
        )
      }
    }
    return profiles.map { profile in
      guard let known = profile.known, known.isFirm, profile.names.isEmpty,
        profile.acronyms.contains(where: {
          claims[$0.folded]?.contains { $0 != known.key } ?? false
        })
      else { return profile }
      var result = profile
      result.known?.evidence = .shaky
      return result
    }
  }
}
