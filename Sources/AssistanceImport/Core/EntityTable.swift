internal import GraphCore

/// The organizations, sectors, places and activities that rows name, each once, with every
/// spelling and how often it was met.
struct EntityTable {
  /// What makes two names one thing.
  enum Key: Hashable {
    case identifier(ActorIdentifier)
    case actor(FoldedName)
    case acronym(FoldedName)
    /// Somebody who is not named, under the word that says so.
    case standIn(FoldedName)
    case sector(String)
    case activity(String)
    case place(DraftPlace.Level, code: String)
    case placeName(DraftPlace.Level, FoldedName, in: Int?)
    case countryCase(String)
  }

  struct Entity {
    let key: Key
    var names: [String: Int] = [:]
    var acronyms: [String: Int] = [:]
    var otherNames: Set<String> = []
    var types: [String: Int] = [:]
    var identifiers: Set<ActorIdentifier> = []
    var code = ""
    /// Meaning of the word, for somebody who is not named.
    var standIn: StandInWords.Meaning?
    /// The wholes of which rows say that it is a part.
    var wholes: [Int: Int] = [:]
    /// The files that name it.
    var documents: Set<String> = []

    init(_ key: Key) {
      self.key = key
    }
  }

  private(set) var entities: [Entity] = []
  private var numbers: [Key: Int] = [:]

  /// The number of the thing with a key.
  mutating func number(_ key: Key) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = entities.count
    entities.append(Entity(key))
    return entities.count - 1
  }

  /// The number of the thing with a key, if there is one.
  func known(_ key: Key) -> Int? { numbers[key] }

  subscript(number: Int) -> Entity {
    _read { yield entities[number] }
    _modify { yield &entities[number] }
  }

  /// For each thing the one as which it counts: itself, unless another one is surely the same.
  ///
  /// A name without an identifier is the only identified organization with that name; an acronym
  /// alone is the only organization with that acronym or name; a place without a p-code is the
  /// only one of its level in the same wider place with that name. Where there are several, nothing
  /// is decided. What people decided about organizations holds before these rules. The order of
  /// rows plays no part.
  func united(_ actors: ActorUniting) -> [Int] {
    var result = actors.united
    unitePlaces(&result)
    return result
  }

  private func unitePlaces(_ result: inout [Int]) {
    for level in DraftPlace.Level.allCases {
      var coded: [PlaceName: Set<Int>] = [:]
      for (number, entity) in entities.enumerated() {
        guard case .place(level, _) = entity.key else { continue }
        let wholes: [Int?] = entity.wholes.isEmpty ? [nil] : entity.wholes.keys.map { result[$0] }
        for name in Array(entity.names.keys) + entity.otherNames {
          for whole in wholes {
            coded[PlaceName(name: FoldedName(name), whole: whole), default: []].insert(number)
          }
        }
      }
      var uncoded: [PlaceName: Int] = [:]
      for (number, entity) in entities.enumerated() {
        guard case .placeName(level, let name, let whole) = entity.key else { continue }
        let wanted = PlaceName(name: name, whole: whole.map { result[$0] })
        if let found = coded[wanted], found.count == 1, let only = found.first {
          result[number] = only
        } else if let first = uncoded[wanted] {
          // The wider places turned out to be one.
          result[number] = first
        } else {
          uncoded[wanted] = number
        }
      }
    }
  }

  private struct PlaceName: Hashable {
    let name: FoldedName
    let whole: Int?
  }
}

extension EntityTable.Entity {
  /// Takes over what another entry knows of the same thing.
  mutating func absorb(_ other: EntityTable.Entity) {
    names.merge(other.names) { $0 + $1 }
    acronyms.merge(other.acronyms) { $0 + $1 }
    types.merge(other.types) { $0 + $1 }
    otherNames.formUnion(other.otherNames)
    identifiers.formUnion(other.identifiers)
    documents.formUnion(other.documents)
    wholes.merge(other.wholes) { $0 + $1 }
    if code.isEmpty { code = other.code }
  }
}

extension EntityTable.Entity {
  /// The files that name it, as sources.
  var sources: [SourceReference] {
    documents.sorted { $0.precedesBytewise($1) }.map { SourceReference(document: $0) }
  }
}

extension [String: Int] {
  /// The most frequent text; of equally frequent ones the first by its bytes.
  var mostFrequent: String? {
    self.min { left, right in
      left.value != right.value
        ? left.value > right.value : left.key.precedesBytewise(right.key)
    }?.key
  }
}
