internal import PillarKit

/// Coverage as its definition reads, on the plain data with dictionaries and sets.
struct SlowCoverage {
  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  private let data: AidData
  private let bases: Set<Basis>
  private let modalities: Set<Modality>
  private var providers: [Cell: Set<Int>] = [:]
  private var leftOut = 0
  private var unfiled = 0
  private var countedFacts = 0
  /// The columns that a measure reaches, with the basis of the relation.
  private var reached: [Int: [(column: Int, basis: Basis)]] = [:]

  init(_ data: AidData, _ question: CoverageQuestion) {
    self.data = data
    bases = question.bases
    modalities = question.modalities
    for relation in data.relations where relation.kind == .strengthens {
      guard case .measure(let measure) = relation.from, case .inhibitor(let column) = relation.to
      else { continue }
      reached[measure, default: []].append((column, relation.basis))
    }
    for fact in data.facts { file(fact) }
  }

  private func counts(_ basis: Basis, _ modality: Modality) -> Bool {
    bases.contains(basis) && modalities.contains(modality)
  }

  private func weaker(_ left: Basis, _ right: Basis) -> Basis {
    left.weakness >= right.weakness ? left : right
  }

  private mutating func file(_ fact: AidData.Fact) {
    guard let row = fact.countryCase else { return }
    var columns = fact.inhibitors.map { (column: $0, basis: fact.basis) }
    for (column, basis) in fact.measure.flatMap({ reached[$0] }) ?? []
    where !fact.inhibitors.contains(column) {
      columns.append((column, weaker(fact.basis, basis)))
    }
    var isCounted = false
    for (column, basis) in columns {
      guard counts(basis, fact.modality) else {
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

  /// How many pieces of evidence general statements give, over all columns.
  private var generalCount: Int {
    var count = 0
    var told: Set<Cell> = []
    for fact in data.facts {
      if let measure = fact.measure, fact.countryCase != nil {
        for provider in fact.providers { told.insert(Cell(row: provider, column: measure)) }
      }
      if fact.countryCase == nil, counts(fact.basis, fact.modality) {
        count += fact.providers.count * fact.inhibitors.count
      }
    }
    for offer in data.relations where offer.kind == .provides {
      guard case .actor(let provider) = offer.from, case .measure(let measure) = offer.to,
        !told.contains(Cell(row: provider, column: measure))
      else { continue }
      for (_, basis) in reached[measure] ?? []
      where counts(weaker(offer.basis, basis), offer.modality) {
        count += 2
      }
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
