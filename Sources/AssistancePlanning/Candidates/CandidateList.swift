internal import AssistanceModel
internal import CoordinationAnalysis
internal import CoverageAnalysis
internal import GraphCore

/// What all gaps of one row share: how near other places are, and the routes.
struct CandidateRow {
  let row: Int
  let nearness: [Nearness]
  private let paths: PathsToNode?
  private let lengths: [Int: PathsToNode.Length]

  init(_ row: Int, in search: CandidateSearch) {
    self.row = row
    nearness = search.ties.nearness(to: row)
    let paths = search.finder.flatMap { try? $0.paths(to: search.report.rows[row]) }
    self.paths = paths
    var lengths: [Int: PathsToNode.Length] = [:]
    if let paths {
      for provider in search.providers where search.isNamed(provider) {
        let length = paths.length(from: search.id(provider))
        // Where rows are actors, a row is no way to itself.
        if let length, length.steps > 0 { lengths[provider] = length }
      }
    }
    self.lengths = lengths
  }

  /// How long the route of an actor is; `nil` without one.
  func length(_ actor: Int) -> PathsToNode.Length? { lengths[actor] }

  /// The route of an actor.
  func route(_ actor: Int, in search: CandidateSearch) -> CoordinationPath? {
    lengths[actor] == nil ? nil : paths?.path(from: search.id(actor))
  }
}

/// Finds and ranks the candidates of one cell.
struct CandidateList {
  /// What ranks a candidate: the lesser is the better one.
  struct Key: Hashable {
    let isAway: Bool
    let column: Int
    let nearness: Nearness.Order
    let isAbsent: Bool
    let cost: Double
    let places: Int
    let statements: Int
    let hereFacts: Int

    static func precedes(_ left: Key, _ right: Key) -> Bool {
      if left.isAway != right.isAway { return !left.isAway }
      if left.column != right.column { return left.column < right.column }
      if left.nearness != right.nearness { return left.nearness < right.nearness }
      if left.isAbsent != right.isAbsent { return !left.isAbsent }
      if left.cost != right.cost { return left.cost < right.cost }
      return (-left.places, -left.statements, -left.hereFacts)
        < (-right.places, -right.statements, -right.hereFacts)
    }
  }

  private let search: CandidateSearch
  private let surroundings: CandidateRow
  private let column: Int
  private var row: Int { surroundings.row }

  init(_ search: CandidateSearch, _ surroundings: CandidateRow, column: Int) {
    self.search = search
    self.surroundings = surroundings
    self.column = column
  }

  func answer(limit: Int?) -> GapCandidates {
    let report = search.report
    let (doing, offering) = (search.doing(column), search.offering(column))
    let present = search.present(row)
    let here = Set(doing.filter { $0.value.places.contains { $0.row == row } }.keys)
    let others = Set(doing.keys).union(offering.keys).union(present.keys).subtracting(here)
    let ranked = ranked(
      search.providers.filter {
        search.isNamed($0) && !here.contains($0) && (others.contains($0) || isReached($0))
      }
    )
    var ranks: [Int] = []
    for place in ranked.indices {
      let isTied = place > 0 && ranked[place].key == ranked[place - 1].key
      ranks.append(isTied ? ranks[place - 1] : place + 1)
    }
    let shown = limit.map { min($0, ranked.count) } ?? ranked.count
    func unnamed(_ actors: some Sequence<Int>) -> Set<Int> {
      Set(actors.filter { !search.isNamed($0) && !here.contains($0) })
    }
    let nameless = (unnamed(present.keys), unnamed(doing.keys), unnamed(offering.keys))
    return GapCandidates(
      row: report.rows[row],
      column: report.columns[column],
      state: report.states[report.index(row: row, column: column)],
      providers: here.filter { search.isNamed($0) }.sorted().map { search.id($0) },
      required: report.required(of: report.index(row: row, column: column)),
      present: present.keys.filter { search.isNamed($0) }.sorted().map { search.id($0) },
      count: ranked.count,
      candidates: (0..<shown).map { candidate(ranked[$0].actor, rank: ranks[$0]) },
      unnamed: GapCandidates.Unnamed(
        here: nameless.0.count,
        elsewhere: nameless.1.count,
        general: nameless.2.count,
        total: nameless.0.union(nameless.1).union(nameless.2).count
      ),
      hints: hints(candidates: Set(ranked.map(\.actor)), here: here)
    )
  }

  // MARK: Ranking

  private func ranked(_ actors: [Int]) -> [(actor: Int, key: Key)] {
    let keyed = actors.map { (actor: $0, key: key($0)) }
    return keyed.indices.sorted { left, right in
      let (first, second) = (keyed[left].key, keyed[right].key)
      return first == second ? left < right : Key.precedes(first, second)
    }.map { keyed[$0] }
  }

  private func key(_ actor: Int) -> Key {
    let places = search.doing(column)[actor]?.places ?? []
    let offer = search.offering(column)[actor]
    let present = search.present(row)[actor]
    let near = places.map { surroundings.nearness[$0.row] }
    let nearest = near.min { $0.order < $1.order }
    let length = surroundings.length(actor)
    let kind =
      if nearest != nil {
        0
      } else if offer != nil {
        1
      } else if tellsRelatives(actor), search.hasRelatives(actor, column: column) {
        2
      } else {
        3
      }
    let statements = (offer?.facts.count ?? 0) + (offer?.edges.count ?? 0) / 2
    return Key(
      isAway: present == nil || nearest?.isNearBy != true,
      column: kind,
      nearness: nearest?.order ?? Nearness.Order(tie: 0, size: 0),
      isAbsent: present == nil,
      cost: length?.cost ?? .infinity,
      places: near.count { $0.order == nearest?.order },
      statements: (search.doing(column)[actor]?.factCount ?? 0) + statements,
      hereFacts: present?.flatMap(\.facts).once.count ?? 0
    )
  }

  /// Whether a route alone makes somebody a candidate.
  private func isReached(_ actor: Int) -> Bool {
    surroundings.length(actor).map { $0.steps <= search.options.maximumRouteSteps } ?? false
  }

  /// Relatives are told of those who are here or have a route: others would only repeat them.
  private func tellsRelatives(_ actor: Int) -> Bool {
    search.present(row)[actor] != nil || surroundings.length(actor) != nil
  }

  // MARK: Telling

  private func candidate(_ actor: Int, rank: Int) -> Candidate {
    let rows = search.report.rows
    let places = (search.doing(column)[actor]?.places ?? []).map { place in
      Candidate.Place(
        row: rows[place.row],
        nearness: surroundings.nearness[place.row],
        witnesses: place.witnesses
      )
    }
    return Candidate(
      rank: rank,
      actor: search.id(actor),
      here: search.present(row)[actor] ?? [],
      elsewhere: places.indices.sorted {
        let (left, right) = (places[$0].nearness.order, places[$1].nearness.order)
        return left == right ? $0 < $1 : left < right
      }.map { places[$0] },
      general: search.offering(column)[actor],
      relatives: tellsRelatives(actor) ? search.relatives(of: actor, column: column) : [],
      route: surroundings.route(actor, in: search)
    )
  }

  /// Whom statements out of scope would add, and of whom they would say that they do it.
  private func hints(candidates: Set<Int>, here: Set<Int>) -> [GapCandidates.Hint] {
    let report = search.report
    let (doing, offering) = (search.doing(column), search.offering(column))
    var found: [Int: GapCandidates.Hint] = [:]
    func add(
      _ fact: Int,
      _ row: Int,
      _ witness: @autoclosure () -> CoverageWitness,
      _ reasons: LeftOut,
      unless isKnown: (Int) -> Bool
    ) {
      for actor in search.actors(of: fact)
      where found[actor] == nil && !here.contains(actor) && !isKnown(actor) {
        found[actor] = GapCandidates.Hint(
          actor: search.id(actor),
          row: report.rows[row],
          witness: witness(),
          reasons: reasons
        )
      }
    }
    let leftOut = search.leftOut[column]
    for (other, statement) in leftOut.filter({ $0.row == row }) + leftOut.filter({ $0.row != row })
    {
      add(statement.fact, other, statement.witness, statement.reasons) {
        doing[$0] != nil || offering[$0] != nil
      }
    }
    for (fact, reasons) in search.outOfScope[row] {
      add(fact, row, report.witness(ofFact: fact), reasons) { candidates.contains($0) }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
