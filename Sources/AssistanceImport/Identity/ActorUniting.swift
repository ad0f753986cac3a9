internal import GraphCore

/// Finds which organizations of a draft are one: by the rules for names, and as people decided.
///
/// Decisions add to the rules and take away from them. Each decision concerns what bears its names
/// in these files, so it holds for files that nobody had seen when it was made. Neither the order
/// of rows nor that of decisions plays a part.
struct ActorUniting {
  /// For each thing the one as which it counts.
  private(set) var united: [Int]

  private let entities: [EntityTable.Entity]
  private let decisions: ActorDecisions
  /// The decisions in the order of their names.
  private let sames: [DecidedPair]
  private let differents: [DecidedPair]
  /// Organizations whose whole name, or acronym that stands for a name, is such.
  private var keyed: [FoldedName: [Int]] = [:]
  /// Identified organizations with such a name.
  private var identified: [FoldedName: Set<Int>] = [:]
  /// Organizations with such an acronym or name in another language.
  private var borne: [FoldedName: Set<Int>] = [:]
  private var identifiers: [ActorIdentifier: Set<Int>] = [:]
  /// For each that counts as itself those from which decisions keep it apart.
  private var foes: [Int: Set<Int>] = [:]

  init(_ entities: [EntityTable.Entity], _ decisions: ActorDecisions) {
    self.entities = entities
    self.decisions = decisions
    united = Array(entities.indices)
    let pairs: (ActorDecision.Verdict) -> [DecidedPair] = { verdict in
      decisions.decisions.filter { $0.verdict == verdict }.map(\.pair).sorted {
        $0.first == $1.first
          ? $0.second.text.precedesBytewise($1.second.text)
          : $0.first.text.precedesBytewise($1.first.text)
      }
    }
    sames = pairs(.same)
    differents = pairs(.different)
    for (number, entity) in entities.enumerated() {
      switch entity.key {
      case .actor(let name), .acronym(let name): keyed[name, default: []].append(number)
      case .identifier:
        for name in Array(entity.names.keys) + entity.otherNames {
          identified[FoldedName(name), default: []].insert(number)
        }
      default: continue
      }
      for name in Array(entity.acronyms.keys) + entity.otherNames {
        borne[FoldedName(name), default: []].insert(number)
      }
      for identifier in entity.identifiers { identifiers[identifier, default: []].insert(number) }
    }
  }

  /// Unites what the rules and the decisions say is one.
  mutating func unite() {
    var before: Int
    repeat {
      before = groupCount
      uniteDecided()
      uniteNames()
    } while groupCount != before
    uniteAcronyms()
    for number in united.indices { united[number] = root(number) }
  }

  // MARK: Groups

  private var groupCount: Int { united.indices.count { united[$0] == $0 } }

  private func root(_ number: Int) -> Int {
    var number = number
    while united[number] != number { number = united[number] }
    return number
  }

  private func roots(_ numbers: some Sequence<Int>) -> Set<Int> { Set(numbers.map(root)) }

  private mutating func join(_ number: Int, to target: Int) {
    let (gone, kept) = (root(number), root(target))
    guard gone != kept else { return }
    united[gone] = kept
    for foe in foes.removeValue(forKey: gone) ?? [] {
      foes[foe]?.remove(gone)
      foes[foe, default: []].insert(kept)
      foes[kept, default: []].insert(foe)
    }
  }

  private func areFoes(_ one: Int, _ other: Int) -> Bool {
    foes[root(one)]?.contains(root(other)) ?? false
  }

  // MARK: Decisions

  /// What a name of a decision stands for in these files.
  enum Meaning: Equatable {
    case nobody
    case found([Int])
    /// Several organizations have it, and nothing says that they are one.
    case several
  }

  /// What a name stands for: what is called so; else the only one with that acronym.
  func meaning(of name: DecidedName) -> Meaning {
    switch name {
    case .identifier(let identifier):
      guard let found = identifiers[identifier] else { return .nobody }
      return .found(found.sorted())
    case .name(let name):
      let known = identified[name] ?? []
      if roots(known).count > 1 { return .several }
      let called = (keyed[name] ?? []) + known
      if !called.isEmpty { return .found(called) }
      guard let found = borne[name] else { return .nobody }
      return roots(found).count == 1 ? .found(found.sorted()) : .several
    }
  }

  private mutating func uniteDecided() {
    foes = [:]
    for pair in differents {
      guard case .found(let one) = meaning(of: pair.first),
        case .found(let other) = meaning(of: pair.second)
      else { continue }
      for left in roots(one) {
        for right in roots(other) where left != right {
          foes[left, default: []].insert(right)
          foes[right, default: []].insert(left)
        }
      }
    }
    for pair in sames {
      guard case .found(let one) = meaning(of: pair.first),
        case .found(let other) = meaning(of: pair.second), let target = one.first
      else { continue }
      for number in one + other where !areFoes(number, target) { join(number, to: target) }
    }
  }

  // MARK: Rules

  /// A name without an identifier is the only identified organization with that name.
  private mutating func uniteNames() {
    var sources: [Int: [Int]] = [:]
    for (number, entity) in entities.enumerated() {
      guard case .actor(let name) = entity.key, let found = identified[name] else { continue }
      let targets = roots(found)
      if targets.count == 1, let only = targets.first, only != root(number) {
        sources[only, default: []].append(number)
      }
    }
    join(sources)
  }

  /// An acronym alone is the only organization with that acronym or name.
  private mutating func uniteAcronyms() {
    var bearers: [FoldedName: Set<Int>] = [:]
    for (number, entity) in entities.enumerated() {
      switch entity.key {
      case .identifier, .actor:
        for name in Array(entity.acronyms.keys) + Array(entity.names.keys) {
          bearers[FoldedName(name), default: []].insert(root(number))
        }
      default: break
      }
    }
    var sources: [Int: [Int]] = [:]
    for (number, entity) in entities.enumerated() {
      if case .acronym(let name) = entity.key, let found = bearers[name], found.count == 1,
        let only = found.first, only != root(number)
      {
        sources[only, default: []].append(number)
      }
    }
    join(sources)
  }

  /// Joins each to its target, unless decisions keep it apart from that or from another one that
  /// would be joined to it.
  private mutating func join(_ sources: [Int: [Int]]) {
    for (target, numbers) in sources.sorted(by: { $0.key < $1.key }) {
      let together = roots(numbers)
      let free = numbers.filter { number in
        !areFoes(number, target) && (foes[root(number)] ?? []).isDisjoint(with: together)
      }
      for number in free { join(number, to: target) }
    }
  }
}

extension ActorUniting {
  /// What became of each decision, in the order of the file.
  func outcomes() -> [ImportReport.DecisionOutcome] {
    var plain = ActorUniting(entities, .none)
    plain.unite()
    return decisions.decisions.map { decision in
      let (one, other) = (DecidedName(decision.name), DecidedName(decision.other))
      let meanings = [(decision.name, meaning(of: one)), (decision.other, meaning(of: other))]
      let names = { (wanted: Meaning) in meanings.filter { $0.1 == wanted }.map(\.0) }
      guard case .found(let left) = meanings[0].1, case .found(let right) = meanings[1].1 else {
        let absent = names(.nobody)
        return absent.isEmpty
          ? .init(decision, .severalBear(names(.several)))
          : .init(decision, .notInTheFiles(absent))
      }
      let isOne = roots(left + right).count == 1
      let wouldBeOne = plain.roots(left + right).count == 1
      let isKept = isOne == (decision.verdict == .same)
      return .init(
        decision,
        isKept ? (isOne == wouldBeOne ? .agreesWithRules : .applied) : .cannotBeKept
      )
    }
  }

  /// What the groups that are decided to be one are called, by the number of the organization.
  func shownNames() -> [Int: String] {
    var shown: [Int: String] = [:]
    let groups = decisions.groups
    let wanted = decisions.shownNames
    for name in groups.keys.sorted(by: { $0.text.precedesBytewise($1.text) }) {
      guard let group = groups[name], let text = wanted[group],
        case .found(let found) = meaning(of: name)
      else { continue }
      for number in roots(found) where shown[number].map({ text.precedesBytewise($0) }) ?? true {
        shown[number] = text
      }
    }
    return shown
  }
}
