internal import GraphCore

/// Makes proposals of pairs: those that are surest are one proposal together, all others are one
/// each.
struct ActorGrouping {
  private let profiles: [ActorProfile]
  private let verdicts: ActorDecisions.Verdicts
  private let names: [DecidedName]
  /// The pairs about which nothing was decided, or that they are one.
  private var pairs: [ActorPair] = []
  /// The pairs that were decided to be two.
  private var refused: [ActorPair] = []

  init(
    _ profiles: [ActorProfile],
    _ organizations: KnownOrganizations,
    _ places: PlaceWords,
    _ decisions: ActorDecisions
  ) {
    self.profiles = profiles
    verdicts = decisions.verdicts
    names = profiles.map { DecidedName($0.candidate.decidedName) }
    for pair in ActorPairs(profiles, organizations, places).pairs() {
      if verdicts(names[pair.first], names[pair.second]) == .different {
        refused.append(pair)
      } else {
        pairs.append(pair)
      }
    }
  }

  /// The proposals in their order, numbered.
  func proposals() -> [ActorProposal] {
    var groups = groups(of: pairs.filter { $0.confidence == .high })
    var doubtful: Set<Int> = []
    for (number, members) in groups.members.enumerated() where isContradictory(members) {
      doubtful.insert(number)
    }
    var made: [ActorProposal] = []
    for (number, members) in groups.members.enumerated() where !doubtful.contains(number) {
      let inside = pairs.filter { $0.confidence == .high && members.contains($0.first) }
      made.append(proposal(members, .high, inside))
    }
    groups.forget(doubtful)
    made += rest(groups)
    let decided = refused.map { pair in
      var proposal = proposal([pair.first, pair.second], pair.confidence, [pair])
      proposal.verdict = .different
      return proposal
    }
    return numbered(made + decided)
  }

  // MARK: Groups

  private struct Groups {
    var members: [[Int]] = []
    /// The group of each member; the others stand for themselves.
    var group: [Int: Int] = [:]

    mutating func forget(_ numbers: Set<Int>) {
      group = group.filter { !numbers.contains($0.value) }
    }
  }

  private func groups(of pairs: [ActorPair]) -> Groups {
    var partners: [Int: [Int]] = [:]
    for pair in pairs {
      partners[pair.first, default: []].append(pair.second)
      partners[pair.second, default: []].append(pair.first)
    }
    var groups = Groups()
    for start in partners.keys.sorted() where groups.group[start] == nil {
      let number = groups.members.count
      var members: [Int] = []
      var waiting = [start]
      groups.group[start] = number
      while let next = waiting.popLast() {
        members.append(next)
        for partner in partners[next] ?? [] where groups.group[partner] == nil {
          groups.group[partner] = number
          waiting.append(partner)
        }
      }
      groups.members.append(members.sorted())
    }
    return groups
  }

  /// Whether a group holds two that cannot be one: its pairs are then proposed one by one.
  private func isContradictory(_ members: [Int]) -> Bool {
    if refused.contains(where: { members.contains($0.first) && members.contains($0.second) }) {
      return true
    }
    let all = members.map { profiles[$0] }
    let known = Set(all.compactMap { $0.known?.isFirm == true ? $0.known?.key : nil })
    if known.count > 1 { return true }
    for scheme in ActorIdentifier.Scheme.allCases {
      let lists = all.map { Set($0.identifiers.filter { $0.scheme == scheme }) }
        .filter { !$0.isEmpty }
      if let first = lists.first, lists.contains(where: { $0.isDisjoint(with: first) }) {
        return true
      }
    }
    guard known.isEmpty else { return false }
    // Named branches of two places, joined by an acronym that both have.
    return Set(all.filter { !$0.names.isEmpty }.map { Set($0.places.keys) }).count > 1
  }

  // MARK: Proposals

  /// The pairs that are not inside a sure group; of several between the same two groups the surest.
  private func rest(_ groups: Groups) -> [ActorProposal] {
    var chosen: [SIMD2<Int>: ActorPair] = [:]
    func group(_ number: Int) -> Int {
      groups.group[number] ?? -1 - number
    }
    for var pair in pairs {
      let (one, other) = (group(pair.first), group(pair.second))
      guard one != other else { continue }
      if pair.confidence == .high { pair.confidence = .medium }
      let key = SIMD2(min(one, other), max(one, other))
      if let present = chosen[key], !isSurer(pair, present) { continue }
      chosen[key] = pair
    }
    // Names that several have are decided at once, so they are proposed at once.
    var together: [DecidedPair: [ActorPair]] = [:]
    for key in chosen.keys.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      guard let pair = chosen[key] else { continue }
      together[DecidedPair(names[pair.first], names[pair.second]), default: []].append(pair)
    }
    return together.values.compactMap { pairs in
      guard let surest = pairs.map(\.confidence).max() else { return nil }
      return proposal(Array(Set(pairs.flatMap { [$0.first, $0.second] })), surest, pairs)
    }
  }

  private func isSurer(_ pair: ActorPair, _ other: ActorPair) -> Bool {
    if pair.confidence != other.confidence { return pair.confidence > other.confidence }
    let facts = { (pair: ActorPair) in
      profiles[pair.first].candidate.facts + profiles[pair.second].candidate.facts
    }
    if facts(pair) != facts(other) { return facts(pair) > facts(other) }
    let texts = { (pair: ActorPair) in
      [pair.first, pair.second].map { profiles[$0].candidate.name }.sorted()
    }
    return texts(pair).lexicographicallyPrecedes(texts(other))
  }

  private func proposal(
    _ members: [Int],
    _ confidence: ActorProposal.Confidence,
    _ pairs: [ActorPair]
  ) -> ActorProposal {
    let sorted = members.sorted { left, right in
      let (one, other) = (profiles[left].candidate, profiles[right].candidate)
      if one.facts != other.facts { return one.facts > other.facts }
      return one.name != other.name ? one.name.precedesBytewise(other.name) : one.id < other.id
    }
    var reasons: [ActorProposal.Reason] = []
    for reason in pairs.flatMap(\.reasons) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    reasons = reasons.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
    let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    let links = pairs.compactMap { pair -> [Int]? in
      guard let one = places[pair.first], let other = places[pair.second] else { return nil }
      return [min(one, other), max(one, other)]
    }
    var proposal = ActorProposal(
      confidence,
      reasons,
      sorted.map { profiles[$0].candidate },
      links
    )
    let isDecided = links.allSatisfy { link in
      verdicts(names[sorted[link[0]]], names[sorted[link[1]]]) == .same
    }
    if isDecided { proposal.verdict = .same }
    return proposal
  }

  private func numbered(_ proposals: [ActorProposal]) -> [ActorProposal] {
    let sorted = proposals.sorted { left, right in
      // What is left to decide comes first.
      if (left.verdict == nil) != (right.verdict == nil) { return left.verdict == nil }
      if left.confidence != right.confidence { return left.confidence > right.confidence }
      if left.facts != right.facts { return left.facts > right.facts }
      let (one, other) = (left.candidates.map(\.name), right.candidates.map(\.name))
      if one != other { return one.lexicographicallyPrecedes(other) { $0.precedesBytewise($1) } }
      return left.candidates.map(\.id).lexicographicallyPrecedes(right.candidates.map(\.id))
    }
    return sorted.enumerated().map { place, proposal in
      var proposal = proposal
      proposal.number = place + 1
      return proposal
    }
  }
}
