internal import GraphCore

/// Decides how widely facts of hidden actors may be told.
///
/// A cell is a place and a subject: what the columns of the question are. A fact is told at the
/// narrowest of its places, or of the wider ones, where in each of its cells at least so many
/// hidden actors are active. Where facts were moved to a wider place, at least so many narrower ones
/// must come into question, or more facts are moved there: nobody can subtract what is still told.
/// Where no place is wide enough, the actor itself is told as its group, in the country case.
struct SmallCells {
  /// A fact with hidden actors.
  struct Fact {
    let id: NodeID
    /// The hidden actors at any of its ends.
    let actors: Set<NodeID>
    /// Its narrowest places that the copy may name.
    let places: [NodeID]
    /// What its columns are; `nil` if it names none.
    let subjects: [NodeID?]
  }

  /// How a fact is told.
  struct Telling: Hashable {
    /// At which places; empty if it names none.
    let places: [NodeID]
    /// Whether it is told more widely than the original says.
    let isMoved: Bool
    /// Whether its actors are told as their groups.
    let isGrouped: Bool
  }

  private struct Cell: Hashable {
    let place: NodeID?
    let subject: NodeID?
  }

  private let facts: [Fact]
  private let tree: PlaceTree
  private let isShown: (NodeID) -> Bool
  private let threshold: Int
  private var actors: [Cell: Set<NodeID>] = [:]
  private var banned: Set<Cell> = []

  init(
    _ facts: [Fact],
    _ tree: PlaceTree,
    threshold: Int,
    isShown: @escaping (NodeID) -> Bool
  ) {
    self.facts = facts
    self.tree = tree
    self.threshold = threshold
    self.isShown = isShown
    for fact in facts {
      let around = Set(fact.places.flatMap { tree.chain(from: $0) })
      for subject in fact.subjects {
        for place in around.map(Optional.some) + [nil] {
          actors[Cell(place: place, subject: subject), default: []].formUnion(fact.actors)
        }
      }
    }
  }

  /// How each fact is told, in the order of the facts.
  mutating func tellings() -> [Telling] {
    while true {
      let tellings = facts.map { telling(of: $0) }
      guard threshold > 1, ban(tellings) else { return tellings }
    }
  }

  private func telling(of fact: Fact) -> Telling {
    var places = fact.places
    while true {
      let cells = places.isEmpty ? [nil] : places.map(Optional.some)
      let isWide = cells.allSatisfy { place in
        fact.subjects.allSatisfy { subject in
          let cell = Cell(place: place, subject: subject)
          return !banned.contains(cell) && (actors[cell]?.count ?? 0) >= threshold
        }
      }
      if isWide { return Telling(places: places, isMoved: places != fact.places, isGrouped: false) }
      let wider = unique(places.compactMap { tree.whole(of: $0) }.filter(isShown))
      guard !wider.isEmpty, wider != places else {
        return Telling(places: places, isMoved: places != fact.places, isGrouped: true)
      }
      places = tree.narrowest(of: wider)
    }
  }

  /// Bans cells whose facts could be told apart by subtraction; whether there are new ones.
  private mutating func ban(_ tellings: [Telling]) -> Bool {
    var told: Set<Cell> = []
    var moved: Set<Cell> = []
    for (fact, telling) in zip(facts, tellings) where !telling.isGrouped {
      for place in telling.places {
        for subject in fact.subjects {
          let cell = Cell(place: place, subject: subject)
          told.insert(cell)
          if telling.isMoved { moved.insert(cell) }
        }
      }
    }
    var new: Set<Cell> = []
    for cell in moved {
      guard let place = cell.place else { continue }
      let parts = tree.parts(of: place).filter(isShown)
      let kept = parts.filter { part in
        ([part] + tree.inside(part)).contains {
          told.contains(Cell(place: $0, subject: cell.subject))
        }
      }
      guard parts.count - kept.count < threshold else { continue }
      if kept.isEmpty {
        new.insert(cell)
      } else {
        for part in kept.flatMap({ [$0] + tree.inside($0) }) {
          new.insert(Cell(place: part, subject: cell.subject))
        }
      }
    }
    new.subtract(banned)
    banned.formUnion(new)
    return !new.isEmpty
  }

  private func unique(_ ids: [NodeID]) -> [NodeID] {
    var seen: Set<NodeID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
