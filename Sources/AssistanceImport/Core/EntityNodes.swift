internal import AssistanceModel
internal import GraphCore

/// The nodes of the things that rows name: one for each, with a key that its name or code gives.
struct EntityNodes {
  /// For each thing the one as which it counts.
  let united: [Int]
  /// The things, with what those that count as them know.
  let entities: [EntityTable.Entity]
  /// The things that become nodes, in the order of kinds and keys.
  let order: [Int]
  /// The key of each thing's node.
  let ids: [NodeID]
  /// What people call each thing.
  let names: [String]
  /// What became of the decisions about organizations.
  let decisions: [ImportReport.DecisionOutcome]

  init(_ table: EntityTable, _ decisions: ActorDecisions = .none) {
    var entities = table.entities
    var actors = ActorUniting(entities, decisions)
    actors.unite()
    let united = table.united(actors)
    let shown = actors.shownNames()
    for (number, target) in united.enumerated() where number != target {
      entities[target].absorb(entities[number])
    }
    let names = entities.enumerated().map { number, entity in
      shown[number] ?? entity.names.mostFrequent ?? entity.acronyms.mostFrequent ?? entity.code
    }
    let own = united.indices.filter { united[$0] == $0 }
    let bases = Self.bases(entities, united, names)
    let ranks = entities.map(\.key.rank)
    // Things with one name are told apart by what made them things, whichever row came first.
    var marks = [String](repeating: "", count: entities.count)
    for (number, target) in united.enumerated() {
      guard let mark = entities[number].key.mark else { continue }
      if marks[target].isEmpty || mark.precedesBytewise(marks[target]) { marks[target] = mark }
    }
    let order = own.sorted { left, right in
      if ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
      if bases[left] != bases[right] { return bases[left].precedesBytewise(bases[right]) }
      if names[left] != names[right] { return names[left].precedesBytewise(names[right]) }
      return marks[left].precedesBytewise(marks[right])
    }
    var ids = [NodeID](repeating: NodeID(""), count: entities.count)
    var taken: Set<String> = []
    for number in order {
      var id = bases[number]
      var copy = 1
      while !taken.insert(id).inserted {
        copy += 1
        id = "\(bases[number])-\(copy)"
      }
      ids[number] = NodeID(id)
    }
    for (number, target) in united.enumerated() { ids[number] = ids[target] }
    self.united = united
    self.entities = entities
    self.order = order
    self.ids = ids
    self.names = names
    self.decisions = decisions.isEmpty ? [] : actors.outcomes()
  }

  /// The other names of a thing, sorted.
  func aliases(of number: Int) -> [String] {
    let entity = entities[number]
    let all = Set(Array(entity.names.keys) + Array(entity.acronyms.keys) + entity.otherNames)
    return all.filter { !$0.isEmpty && $0 != names[number] }.sorted { $0.precedesBytewise($1) }
  }

  /// The thing of which most rows say that it is a part.
  func whole(of number: Int) -> Int? {
    var votes: [Int: Int] = [:]
    for (whole, count) in entities[number].wholes { votes[united[whole], default: 0] += count }
    votes[number] = nil
    return votes.min { left, right in
      left.value != right.value ? left.value > right.value : ids[left.key] < ids[right.key]
    }?.key
  }

  /// The keys before equal ones are told apart; a place without a p-code has that of the wider
  /// place before its name.
  private static func bases(
    _ entities: [EntityTable.Entity],
    _ united: [Int],
    _ names: [String]
  ) -> [String] {
    var bases = [String](repeating: "", count: entities.count)
    func base(_ number: Int, depth: Int = 0) -> String {
      let entity = entities[number]
      let key = CleanText.key(names[number])
      switch entity.key {
      case .identifier, .actor, .acronym: return key.isEmpty ? "organization" : key
      case .standIn(let word):
        return word.isEmpty ? "unnamed" : "unnamed-\(CleanText.key(word.text))"
      case .sector(let sector): return "sector-\(sector)"
      case .activity(let activity): return "activity-\(activity)"
      case .countryCase(let country): return "case-\(country)"
      case .place(_, let code): return CleanText.code(code)
      case .placeName(let level, let name, let whole):
        let own = CleanText.key(name.text)
        guard let whole, depth < 6 else { return "\(level.rawValue)-\(own)" }
        return "\(base(united[whole], depth: depth + 1))-\(own)"
      }
    }
    for number in entities.indices where united[number] == number { bases[number] = base(number) }
    return bases
  }
}

extension CleanText {
  /// A code as a node's key: without blanks and the bars that divide cells.
  static func code(_ text: String) -> String {
    String(text.map { $0 == "|" || $0.isWhitespace ? "-" : $0 })
  }
}

extension EntityTable.Key {
  var nodeKind: NodeKind {
    switch self {
    case .identifier, .actor, .acronym, .standIn: .actor
    case .sector: .sector
    case .activity: .measure
    case .place(let level, _), .placeName(let level, _, _): level.nodeKind
    case .countryCase: .countryCase
    }
  }

  /// What tells an organization from others of the same name; `nil` for other things.
  var mark: String? {
    switch self {
    case .identifier(let identifier): "1 \(identifier)"
    case .actor(let name): "2 \(name.text)"
    case .acronym(let name): "3 \(name.text)"
    default: nil
    }
  }

  /// The order of kinds: wider things first.
  var rank: Int {
    switch self {
    case .countryCase: 0
    case .place(let level, _), .placeName(let level, _, _):
      1 + (DraftPlace.Level.allCases.firstIndex(of: level) ?? 0)
    case .sector: 10
    case .identifier, .actor, .acronym: 11
    case .standIn: 12
    case .activity: 13
    }
  }
}
