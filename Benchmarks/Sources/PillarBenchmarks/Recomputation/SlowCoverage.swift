internal import PillarKit

/// Coverage as its definition reads, on the plain data with dictionaries and sets.
struct SlowCoverage {
  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  private let data: AidData
  private let question: CoverageQuestion
  private var providers: [Cell: Set<Int>] = [:]
  private var leftOut = 0
  private var unfiled = 0
  private var countedFacts = 0
  /// The columns that a measure strengthens, and whether the relation that says so is in scope.
  private var strengthened: [Int: [(column: Int, isInScope: Bool)]] = [:]

  init(_ data: AidData, _ question: CoverageQuestion) {
    self.data = data
    self.question = question
    for relation in data.relations where relation.kind == .strengthens {
      guard case .measure(let measure) = relation.from, case .inhibitor(let column) = relation.to
      else { continue }
      strengthened[measure, default: []].append((column, isInScope(relation)))
    }
    for fact in data.facts { file(fact) }
  }

  private func isInScope(_ basis: Basis, _ modality: Modality, _ validity: Validity) -> Bool {
    question.bases.contains(basis) && question.modalities.contains(modality)
      && question.evidence.contains(EvidenceClass(basis, modality))
      && question.period.map { validity.overlaps($0) } ?? true
  }

  private func isInScope(_ fact: AidData.Fact) -> Bool {
    isInScope(fact.basis, fact.modality, fact.validity)
  }

  private func isInScope(_ relation: AidData.Relation) -> Bool {
    isInScope(relation.basis, relation.modality, .always)
  }

  /// Each way of a fact to a column, and whether it counts: what the fact names, and what its
  /// measure strengthens besides; there the fact and the relation must both be in scope.
  private func ways(of fact: AidData.Fact) -> [(column: Int, counts: Bool)] {
    let isStated = isInScope(fact)
    var ways = fact.inhibitors.map { (column: $0, counts: isStated) }
    for (column, isLed) in fact.measure.flatMap({ strengthened[$0] }) ?? []
    where !fact.inhibitors.contains(column) {
      ways.append((column, isStated && isLed))
    }
    return ways
  }

  private mutating func file(_ fact: AidData.Fact) {
    guard let row = fact.countryCase else { return }
    var isCounted = false
    for (column, counts) in ways(of: fact) {
      guard counts else {
        leftOut += 1
        continue
      }
      isCounted = true
      providers[Cell(row: row, column: column), default: []].formUnion(fact.providers)
    }
    if isCounted { countedFacts += 1 } else { unfiled += 1 }
  }

  private func state(_ row: Int, _ column: Int) -> CoverageState {
    guard let providers = providers[Cell(row: row, column: column)] else { return .nobody }
    guard providers.contains(where: { data.actors[$0].designation == .named }) else {
      return .unnamedOnly
    }
    return providers.count == 1 ? .one : .several
  }

  /// What coverage is checked by.
  var check: [String: Double] {
    var check: [String: Double] = [
      "providers": Double(providers.values.reduce(0) { $0 + $1.count }),
      "counted-facts": Double(countedFacts),
      "left-out": Double(leftOut),
      "unfiled": Double(unfiled),
      "general": Double(generalCount),
    ]
    for state in CoverageState.allCases { check[state.rawValue] = 0 }
    for row in data.riskLevels.indices {
      for column in 0..<data.inhibitorCount { check[state(row, column).rawValue, default: 0] += 1 }
    }
    return check
  }

  /// How many pieces of evidence general statements give, over all columns: facts without a row,
  /// once for each provider and column that they reach, and the two relations of each offer.
  private var generalCount: Int {
    var count = 0
    var told: Set<Cell> = []
    for fact in data.facts {
      guard fact.countryCase == nil else {
        guard let measure = fact.measure else { continue }
        for provider in fact.providers { told.insert(Cell(row: provider, column: measure)) }
        continue
      }
      count += Set(fact.providers).count * Set(ways(of: fact).filter(\.counts).map(\.column)).count
    }
    for offer in data.relations where offer.kind == .provides && isInScope(offer) {
      guard case .actor(let provider) = offer.from, case .measure(let measure) = offer.to,
        !told.contains(Cell(row: provider, column: measure))
      else { continue }
      count += 2 * (strengthened[measure] ?? []).count { $0.isInScope }
    }
    return count
  }

  /// What the list of gaps is checked by: their number, their ranks, and which cell has which.
  var gapCheck: [String: Double] {
    let rows = data.riskLevels.indices
    let columns = 0..<data.inhibitorCount
    let covered = columns.map { column in rows.count { state($0, column) != .nobody } }
    let open = rows.map { row in
      columns.count { [.nobody, .unnamedOnly].contains(state(row, $0)) }
    }
    let levels = ["serious-concern": -1, "imminent-risk": -2, "current-crisis": -3]
    var gaps: [(key: [Int], cell: Int)] = []
    for row in rows {
      for column in columns {
        let state = state(row, column)
        guard state == .nobody || state == .unnamedOnly else { continue }
        let risk = data.riskLevels[row].flatMap { levels[$0] } ?? 0
        gaps.append(
          (
            [state == .nobody ? 0 : 1, risk, covered[column], -open[row]],
            row * data.inhibitorCount + column
          )
        )
      }
    }
    let ranks = gaps.map { gap in 1 + gaps.count { $0.key.lexicographicallyPrecedes(gap.key) } }
    return GapCheck.of(zip(ranks, gaps.map(\.cell)).map { (rank: $0, cell: $1) })
  }
}

/// The value by which a list of gaps is checked.
enum GapCheck {
  static func of(_ gaps: [(rank: Int, cell: Int)]) -> [String: Double] {
    [
      "gaps": Double(gaps.count),
      "ranks": Double(gaps.reduce(0) { $0 + $1.rank }),
      "places": Double(gaps.reduce(0) { $0 + ($1.rank % 1009) * ($1.cell % 1013) }),
    ]
  }
}
